import { type PlainDate, dateInWords, plainDate } from '../domain/dates/plain-date.ts'
import { type Pence, type Period, inWords, pence } from '../domain/money/pence.ts'

/**
 * Words that the record's kinds have no key for stand in the text that they do have, each part under a heading of its
 * own: whoever reads the bare text loses nothing, and a page can show each part in its place. `says` is what stands
 * before the first heading.
 */
export type Headed<K extends string> = { readonly says: string } & { readonly [P in K]?: string | undefined }

type Headings<K extends string> = Readonly<Record<K, string>>

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the keys of a record
const keysOf = <K extends string>(headings: Headings<K>): readonly K[] => Object.keys(headings) as K[]

const hasWords = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

/** A paragraph that only looks like a heading is joined to the one before it, so that it is read back as words. */
const withoutHeadings = (text: string, headings: readonly string[]): string =>
  text
    .trim()
    .split(/\n{2,}/)
    .reduce((so, next) => {
      const looksLikeOne = headings.some((heading) => next.startsWith(heading))
      return so === '' ? (looksLikeOne ? `“${next}”` : next) : `${so}${looksLikeOne ? '\n' : '\n\n'}${next}`
    }, '')

export function writeHeaded<K extends string>(headings: Headings<K>, parts: Headed<NoInfer<K>>): string {
  const keys = keysOf(headings)
  const all = keys.map((key) => headings[key])
  const says = hasWords(parts.says) ? [withoutHeadings(parts.says, all)] : []
  return [
    ...says,
    ...keys.flatMap((key) => {
      const text: string | undefined = parts[key]
      return hasWords(text) ? [`${headings[key]} ${withoutHeadings(text, all)}`] : []
    }),
  ].join('\n\n')
}

export function readHeaded<K extends string>(headings: Headings<K>, text: string | undefined): Headed<K> {
  const keys = keysOf(headings)
  const says: string[] = []
  const parts = new Map<K, string[]>()
  let into = says
  for (const paragraph of (text ?? '').split(/\n{2,}/)) {
    const key = keys.find((each) => !parts.has(each) && paragraph.startsWith(headings[each]))
    if (key === undefined) into.push(paragraph)
    else {
      into = [paragraph.slice(headings[key].length).trim()]
      parts.set(key, into)
    }
  }
  const found = Object.fromEntries(
    [...parts].map(([key, paragraphs]) => [key, paragraphs.join('\n\n').trim()]),
  )
  return { says: says.join('\n\n').trim(), ...found }
}

const DAY_IN_WORDS = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})/

/** The day with which a text begins, `9 January 2027`; undefined where it begins otherwise, or there is no such day. */
export function dayFromWords(text: string | undefined): PlainDate | undefined {
  const [whole, dayNo = '', month = '', year = ''] = DAY_IN_WORDS.exec(text ?? '') ?? []
  if (whole === undefined) return undefined
  for (let number = 1; number <= 12; number += 1) {
    const date = plainDate(`${year}-${String(number).padStart(2, '0')}-${dayNo.padStart(2, '0')}`)
    if (date !== undefined && dateInWords(date) === `${Number(dayNo)} ${month} ${year}`) return date
  }
  return undefined
}

const POUNDS_IN_WORDS = /^£(\d{1,3}(?:,\d{3})*|\d{1,3})\.(\d{2})$/

/** `£1,234.50` as pence; undefined where it was not written so. */
export function penceFromWords<P extends Period>(text: string | undefined): Pence<P> | undefined {
  const [, whole = '', rest = ''] = POUNDS_IN_WORDS.exec(text ?? '') ?? []
  if (whole === '') return undefined
  const amount = pence<P>(Number(`${whole.replaceAll(',', '')}${rest}`))
  return inWords(amount) === text ? amount : undefined
}
