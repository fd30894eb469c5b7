import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * A sentence that is shown once, on the page after something was done. It travels in a cookie, so that looking at a
 * page writes nothing, and carries a mark made with the session's own secret, so that nobody can plant words.
 */
const LONGEST = 500

const markOf = (words: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(`notice:${words}`).digest()

export const sealNotice = (words: string, secret: string): string => {
  const short = words.slice(0, LONGEST)
  return `${Buffer.from(short).toString('base64url')}.${markOf(short, secret).toString('base64url')}`
}

/** The words, or nothing where they are not ours, or not of this session. */
export function openNotice(sealed: string | undefined, secret: string | undefined): string | undefined {
  const [wordsText = '', markText = ''] = (sealed ?? '').split('.')
  if (secret === undefined || wordsText === '' || markText === '') return undefined
  const words = Buffer.from(wordsText, 'base64url').toString()
  const mark = Buffer.from(markText, 'base64url')
  const expected = markOf(words, secret)
  return mark.length === expected.length && timingSafeEqual(mark, expected) ? words : undefined
}
