import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../src/record/entries.ts'
import type { ShownPage } from './a-shown-page.ts'
import { type Service, type Visitor, theService } from './the-service.ts'

// A page in easy read says what the whole page says: every day that stands there, everything that somebody wrote, and
// nothing else. What is kept from a reader is on neither.

let service: Service
const visitors = new Map<string, Promise<Visitor>>()
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const as = (account: string): Promise<Visitor> => {
  const visitor = visitors.get(account) ?? service.as(account)
  visitors.set(account, visitor)
  return visitor
}

/** Whose record, who reads it, and where. */
const ROOMS: readonly (readonly [person: string, readers: readonly string[], pages: readonly string[]])[] = [
  [
    'hortensia-lovelock',
    ['hortensia-lovelock', 'marisol-etxeberri', 'philippa-jarrett', 'iolanthe-greaves'],
    [
      'risks',
      'risks/risk-1',
      'deciding',
      'deciding/capacity-1',
      'deciding/capacity-2',
      'deciding/capacity-3',
      'deciding/capacity-4',
      'deciding/liberty',
      'advocacy',
      'moves',
      'safety',
      'conversation/put-right/statement-9',
      'conversation/put-right/statement-10',
      'conversation/put-right/carer-identified-1',
      'conversation/correct/contact-1',
      'challenge',
      'challenge/dispute-1',
    ],
  ],
  [
    'kumaran',
    ['kumaran', 'thilagavathy', 'folake-adeyinka'],
    [
      'outcomes',
      'outcomes/hopes',
      'outcomes/hopes/community',
      'outcomes/hopes/work-learning',
      'outcomes/over-time',
      'outcomes/both',
      'outcomes/wellbeing',
      'about-me',
    ],
  ],
  [
    'dorothy-abernethy',
    ['dorothy-abernethy', 'iolanthe-greaves'],
    ['outcomes', 'outcomes/hopes', 'outcomes/over-time', 'outcomes/both', 'outcomes/heard', 'about-me'],
  ],
  [
    'kumaran',
    ['kumaran', 'folake-adeyinka', 'gurpreet-sandhal'],
    [
      'challenge',
      'challenge/complaint/complaint-1',
      'conversation/correct/complaint-1',
      'conversation/correct/need-1',
      'conversation/correct/review-1',
    ],
  ],
  ['kumaran', ['thilagavathy'], ['challenge']],
  ['tendai-gwatidzo', ['tendai-gwatidzo', 'rudo-gwatidzo'], ['challenge', 'challenge/dispute-1']],
  [
    'hortensia-lovelock',
    ['dorian-lovelock'],
    ['risks', 'risks/risk-1', 'conversation/put-right/statement-12'],
  ],
  ['kumaran', ['kumaran', 'folake-adeyinka'], ['risks', 'risks/risk-1', 'deciding', 'advocacy', 'safety']],
  ['kumaran', ['thilagavathy', 'marlon-beckles'].slice(0, 1), ['risks', 'risks/risk-1']],
  [
    'patrick-mulvaney',
    ['patrick-mulvaney', 'keith-bromwell', 'iolanthe-greaves'],
    ['deciding', 'deciding/capacity-1', 'deciding/liberty', 'advocacy', 'moves'],
  ],
  [
    'elijah-pryce',
    ['elijah-pryce', 'folake-adeyinka'],
    ['moves', 'advocacy', 'deciding', 'deciding/capacity-1'],
  ],
  ['sunita-vallory', ['sunita-vallory', 'keith-bromwell', 'marguerite-danso'], ['moves']],
  ['sunita-vallory', ['sunita-vallory'], ['risks', 'safety', 'deciding', 'advocacy']],
]

const CELLS = ROOMS.flatMap(([person, readers, pages]) =>
  readers.flatMap((reader) => pages.map((page) => ({ person, reader, page }))),
)

const DAY =
  /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/g
const daysIn = ({ words }: ShownPage): readonly string[] => [...new Set(words.match(DAY))].toSorted()

/** Everything that somebody wrote in an entry, in pieces of a line each, without the headings within. */
function writtenIn(value: unknown): readonly string[] {
  if (typeof value === 'string')
    return value
      .split(/\n+/)
      .map((line) =>
        line
          .replace(/^[^.“]{3,60}: /, '')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      )
      .filter((line) => line.length > 11 && line.includes(' '))
  if (Array.isArray(value)) return value.flatMap(writtenIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(writtenIn) : []
}

const writtenOn = ({ words }: ShownPage, entries: readonly Entry[]): readonly string[] =>
  [...new Set(entries.flatMap(writtenIn))].filter((line) => words.includes(line)).toSorted()

describe('easy read says the same as the whole page', () => {
  test.each(CELLS)('$page of $person, to $reader', async ({ person, reader, page }) => {
    const path = `/records/${service.recordOf(person)}/${page}`
    const visitor = await as(reader)
    const [whole, easy] = [await visitor.get(path), await visitor.get(`${path}?as=easy-read`)]
    expect(whole.status).toBe(200)
    expect(easy.status).toBe(200)
    expect(easy.heading).toBe(whole.heading)
    // From one to the other and back.
    expect(whole.links).toContain(`${path}?as=easy-read`)
    expect(easy.links).toContain(path)
    const { entries } = service.demoFile(person)
    expect(daysIn(easy)).toEqual(daysIn(whole))
    expect(writtenOn(easy, entries)).toEqual(writtenOn(whole, entries))
    // Each row has a picture that is not read out beside its words.
    const rows = easy.body.match(/class="rt-easy__row[ "]/g) ?? []
    const symbols = easy.body.match(/<svg class="rt-symbol"[^>]*>/g) ?? []
    expect(rows.length).toBeGreaterThan(0)
    expect(symbols.length).toBe(rows.length)
    expect(symbols.every((symbol) => symbol.includes('aria-hidden="true"'))).toBe(true)
    // It leads nowhere that the whole page does not: the same forms, and the easy read view of the same pages.
    const plain = (link: string) => link.replace('?as=easy-read', '').replace('#form', '')
    expect(
      easy.links.map(plain).filter((link) => !whole.links.map(plain).includes(link) && link !== path),
    ).toEqual([])
  })
})

test('to the person nothing is said of a person, and no sentence names them where it could say “you”', async () => {
  const wrong: string[] = []
  for (const { person, reader, page } of CELLS.filter((cell) => cell.person === cell.reader)) {
    const { name } = service.demoFile(person).person
    for (const view of ['', '?as=easy-read']) {
      const shown = await (await as(reader)).get(`/records/${service.recordOf(person)}/${page}${view}`)
      // What others said of them is quoted as they said it.
      const words = shown.quotes.reduce((left, quote) => left.replaceAll(quote, ''), shown.words)
      if (words.includes(name))
        wrong.push(`${page}: ${words.slice(Math.max(0, words.indexOf(name) - 60)).slice(0, 120)}`)
      if (/\bthe person\b/i.test(words))
        wrong.push(`${page}: ${words.slice(Math.max(0, words.search(/\bthe person\b/i) - 60)).slice(0, 120)}`)
    }
  }
  expect(wrong).toEqual([])
})
