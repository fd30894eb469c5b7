import type { KeptYear } from '../../domain/population/earlier.ts'
import { numberInWords } from '../../domain/population/shown-count.ts'

// What somebody with a minute reads first: a few numbers of the publication, what they are a share of, and what they were in
// the publication before. Nothing is worked out from anything but numbers that stand published.

/** A row of a table as it stands published, as far as it is read here. */
type OpenRow = {
  readonly category: string
  readonly by: string
  /** null where it is suppressed */
  readonly people: number | null
  readonly status: 'zero' | 'rounded' | 'suppressed'
  readonly detail?: 'narrow' | 'wide' | 'all' | undefined
}
type OpenTable = { readonly id: string; readonly rows: readonly OpenRow[] }

const EVERYBODY = 'everybody'
export const ALL = 'all'

/** Whom a table is not about: they would fill its whole picture. */
export const isBeside = (category: string): boolean => /^(?:none|no-.*|given-none)$/.test(category)

type Telling = {
  readonly table: string
  /** of whom; added up where there are several */
  readonly categories: readonly string[]
  /** the share is of these; left out where it would say nothing */
  readonly outOf?: readonly string[]
  readonly says: string
  readonly ofWhom?: string
}

/** In the order in which a person meets what they are about. */
const TELLINGS: readonly Telling[] = [
  {
    table: 'contacts',
    categories: ['assess', 'advice-only', 'screened-out', 'passed-on', 'not-recorded'],
    says: 'People who asked the council for help',
  },
  {
    table: 'contacts',
    categories: ['screened-out'],
    outOf: ['assess', 'advice-only', 'screened-out', 'passed-on', 'not-recorded'],
    says: 'Turned away without an assessment',
    ofWhom: 'who asked',
  },
  {
    table: 'waits',
    categories: ['waits-0-28', 'waits-29-56', 'waits-57-182', 'waits-over-182'],
    says: 'Waiting for an assessment on the last day',
  },
  {
    table: 'waits',
    categories: ['waits-over-182'],
    outOf: ['waits-0-28', 'waits-29-56', 'waits-57-182', 'waits-over-182'],
    says: 'Waiting for more than six months',
    ofWhom: 'who wait',
  },
  {
    table: 'eligibility',
    categories: ['eligible'],
    outOf: ['eligible', 'not-eligible'],
    says: 'Found eligible',
    ofWhom: 'decided on',
  },
  {
    table: 'delivered',
    categories: ['given-most', 'given-less'],
    outOf: ['given-all', 'given-most', 'given-less'],
    says: 'Got less than 90% of the support that was planned',
    ofWhom: 'whose support was reported on',
  },
  {
    table: 'hopes',
    categories: ['reached', 'nearer'],
    outOf: ['reached', 'nearer', 'not-nearer', 'not-looked-at'],
    says: 'Reached what they hoped for, or came nearer',
    ofWhom: 'with a goal',
  },
  {
    table: 'holds',
    categories: ['not-told'],
    outOf: ['told', 'not-told'],
    says: 'Put on hold and not told so',
    ofWhom: 'put on hold',
  },
  {
    table: 'cuts',
    categories: ['not-reassessed'],
    outOf: ['reassessed', 'not-reassessed'],
    says: 'Support cut without a reassessment',
    ofWhom: 'whose support was cut',
  },
  {
    table: 'complaints',
    categories: ['upheld', 'partly'],
    outOf: ['upheld', 'partly', 'not-upheld'],
    says: 'Complaints upheld, in whole or in part',
    ofWhom: 'whose complaint was answered',
  },
]

export type Headline = {
  readonly table: string
  readonly says: string
  /** `445`, or that it is suppressed */
  readonly people: string
  /** `about 12 in 100 of those who asked` */
  readonly share: string
  /** `60 more`; undefined where there is nothing to hold it against */
  readonly change: string | undefined
}

type Numbers = (table: string, category: string) => number | null | undefined

const numbersNow =
  (tables: readonly OpenTable[]): Numbers =>
  (id, category) =>
    tables
      .find((table) => table.id === id)
      ?.rows.find((row) => row.by === EVERYBODY && row.category === category)?.people

const numbersOf =
  ({ tables }: KeptYear): Numbers =>
  (id, category) =>
    tables[id]?.[category]?.[EVERYBODY]?.[EVERYBODY]

/** Several numbers added up; undefined where one of them is suppressed or is not there. */
function together(numbers: Numbers, table: string, categories: readonly string[]): number | undefined {
  let sum = 0
  for (const category of categories) {
    const people = numbers(table, category)
    if (people === undefined || people === null) return undefined
    sum += people
  }
  return sum
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((id) => others.includes(id))

/** Several narrow numbers together: added up, or by a wide one that says the same, or everybody less those who are not meant. */
function wholeOf(numbers: Numbers, { table }: Telling, categories: readonly string[]): number | undefined {
  const narrow = together(numbers, table, categories)
  if (narrow !== undefined) return narrow
  const wide = Object.entries(WIDE[table] ?? {}).find(([, of]) => isSame(of, categories))?.[0]
  const own = wide === undefined ? undefined : (numbers(table, wide) ?? undefined)
  if (own !== undefined) return own
  const { meant, beside } = WHOLE[table] ?? { meant: [], beside: [] }
  return isSame(meant, categories) ? lessBeside(numbers, table, beside) : undefined
}

function lessBeside(numbers: Numbers, table: string, beside: readonly string[]): number | undefined {
  const [all, others] = [together(numbers, table, [ALL]), together(numbers, table, beside)]
  return all === undefined || others === undefined ? undefined : Math.max(0, all - others)
}

/** Everybody whom a table is about, and who is in it beside them. */
const WHOLE: Readonly<
  Record<string, { readonly meant: readonly string[]; readonly beside: readonly string[] }>
> = {
  contacts: {
    meant: ['assess', 'advice-only', 'screened-out', 'passed-on', 'not-recorded'],
    beside: ['none'],
  },
  eligibility: { meant: ['eligible', 'not-eligible'], beside: ['none'] },
  delivered: { meant: ['given-all', 'given-most', 'given-less'], beside: ['given-none'] },
  hopes: { meant: ['reached', 'nearer', 'not-nearer', 'not-looked-at'], beside: ['none'] },
  holds: { meant: ['told', 'not-told'], beside: ['none'] },
  cuts: { meant: ['reassessed', 'not-reassessed'], beside: ['none', 'no-plan'] },
}

/**
 * The parts of a table's picture. Where some are suppressed, what is left of the whole stands for them together, or the others would
 * seem to be all; undefined where not even that is known.
 */
export function pictureOf(
  rows: readonly OpenRow[],
): { readonly shown: readonly OpenRow[]; readonly rest: number } | undefined {
  const narrow = rows.filter(({ by, detail }) => by === EVERYBODY && detail !== 'wide')
  const meant = narrow.filter(({ category }) => category !== ALL && !isBeside(category))
  const shown = meant.filter(({ people }) => people !== null)
  if (shown.length === meant.length) return { shown, rest: 0 }
  const others = narrow.filter(({ category }) => category === ALL || isBeside(category))
  if (others.some(({ people }) => people === null)) return undefined
  const all = others.reduce(
    (sum, { category, people }) => sum + (category === ALL ? 1 : -1) * (people ?? 0),
    0,
  )
  const known = shown.reduce((sum, { people }) => sum + (people ?? 0), 0)
  return { shown, rest: Math.max(0, all - known) }
}

/** Wide categories that say the whole of what is told here. */
const WIDE: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  waits: { waits: ['waits-0-28', 'waits-29-56', 'waits-57-182', 'waits-over-182'] },
  holds: { held: ['told', 'not-told'] },
  cuts: { cut: ['reassessed', 'not-reassessed'] },
  hopes: { further: ['reached', 'nearer'] },
  delivered: { 'given-under-90': ['given-most', 'given-less'] },
}

const changeInWords = (now: number, before: number): string =>
  now === before ? 'the same' : `${numberInWords(Math.abs(now - before))} ${now > before ? 'more' : 'fewer'}`

/** What stands at the head of the page. */
export function headlines(
  tables: readonly OpenTable[],
  before: KeptYear | undefined,
  hidden: string,
): readonly Headline[] {
  const now = numbersNow(tables)
  return TELLINGS.flatMap((telling): readonly Headline[] => {
    const { table, categories, outOf, says, ofWhom } = telling
    if (!tables.some(({ id }) => id === table)) return []
    const people = wholeOf(now, telling, categories)
    const whole = outOf === undefined ? undefined : wholeOf(now, telling, outOf)
    const last = before === undefined ? undefined : wholeOf(numbersOf(before), telling, categories)
    const isShare = people !== undefined && whole !== undefined && whole > 0
    return [
      {
        table,
        says,
        people: people === undefined ? hidden : numberInWords(people),
        share: isShare
          ? `about ${Math.round((100 * people) / whole)} in 100 of the ${numberInWords(whole)} ${ofWhom ?? ''}`
          : '',
        change: people === undefined || last === undefined ? undefined : changeInWords(people, last),
      },
    ]
  })
}

/** How many numbers there are, and how many of them are suppressed. */
export function suppressedIn(tables: readonly OpenTable[]): {
  readonly numbers: number
  readonly hidden: number
} {
  const rows: readonly OpenRow[] = tables.flatMap((table) => table.rows)
  return { numbers: rows.length, hidden: rows.filter(({ status }) => status === 'suppressed').length }
}
