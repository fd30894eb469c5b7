/**
 * Why a line changes, in its parts. The record keeps one text a line (`changes[].why`), so the parts stand in it under
 * headings of their own: a reader of the bare text loses nothing, and the product can show each in its place.
 */
export type Reason = {
  readonly why: string
  /** how the need is still met */
  readonly met?: string | undefined
  /** the reassessment, the review or the change that it rests on */
  readonly restsOn?: string | undefined
  /** the person's own part in it */
  readonly part?: string | undefined
}

const HEADINGS = {
  met: 'How the need is still met:',
  restsOn: 'What it rests on:',
  part: 'The person’s part in it:',
} as const

type Part = keyof typeof HEADINGS
const PARTS: readonly Part[] = ['met', 'restsOn', 'part']

const hasWords = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

export const writeReason = (reason: Reason): string =>
  [
    reason.why.trim(),
    ...PARTS.flatMap((part) => {
      const text = reason[part]
      return hasWords(text) ? [`${HEADINGS[part]} ${text.trim()}`] : []
    }),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')

/** A text that was not written in parts is the reason itself. */
export function readReason(text: string): Reason {
  const why: string[] = []
  const parts = new Map<Part, string[]>()
  let into = why
  for (const paragraph of text.split('\n\n')) {
    const part = PARTS.find((each) => !parts.has(each) && paragraph.startsWith(HEADINGS[each]))
    if (part === undefined) into.push(paragraph)
    else {
      into = [paragraph.slice(HEADINGS[part].length).trim()]
      parts.set(part, into)
    }
  }
  const of = (part: Part) => parts.get(part)?.join('\n\n')
  return {
    why: why.join('\n\n').trim(),
    ...Object.fromEntries(PARTS.flatMap((part) => (hasWords(of(part)) ? [[part, of(part)]] : []))),
  }
}
