import { type Pence, inWords, pence } from '../money/pence.ts'
import type { Setting } from './charging-kinds.ts'
import type { MeansLine } from './charging-lines.ts'
import type { CitationId } from './citations.ts'

// What somebody owns, line by line, and how much of it counts, under the Care and Support (Charging and Assessment of Resources)
// Regulations 2014. Read were regulation 18 (all of it counts, but for what Schedule 2 names) and paragraphs 1 and 2 of Schedule 2
// (the home, while somebody is away for a time, and in the first 12 weeks of a stay for good). The rest of the schedule was not
// read, nor regulation 24 (what several own). What was not read is asked for, never guessed.

type Rule =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  /** was not read, or hangs on something that nobody has said yet */
  | { readonly kind: 'ask'; readonly about: string }

type Row = {
  readonly says: string
  readonly home: Rule
  readonly careHome: Rule
  /** where it was read */
  readonly source: string
}

const PARLIAMENT = 'An answer given in Parliament'
const UNREAD: Rule = {
  kind: 'ask',
  about:
    'All of it counts unless Schedule 2 leaves it out (regulation 18). Look there, then enter how much counts, and say why.',
}

export const CAPITAL_KINDS = {
  savings: {
    says: 'Money in a bank or building society, or cash',
    home: { kind: 'all' },
    careHome: { kind: 'all' },
    source: 'Regulation 18(1); Schedule 2 may leave out where the money came from',
  },
  'own-home': {
    says: 'The home that they own',
    home: { kind: 'none' },
    careHome: {
      kind: 'ask',
      about:
        'For a stay of a time, 0: it does not count where they mean to come back and it is still there for them, or they are selling it to buy another. For a stay for good, 0 in the first 12 weeks. After that it counts, unless a husband, wife, partner or another person whom the rules name lives in it. Enter how much counts, and say which of these it is.',
    },
    source: `Schedule 2, paragraphs 1 and 2; that it does not count at home, and who may live in it: ${PARLIAMENT.toLowerCase().replace('parliament', 'Parliament')}`,
  },
  property: {
    says: 'Another house or land',
    home: UNREAD,
    careHome: UNREAD,
    source: 'Not read',
  },
  investments: {
    says: 'Shares, bonds and other investments',
    home: UNREAD,
    careHome: UNREAD,
    source: 'Not read',
  },
  other: { says: 'Something else', home: UNREAD, careHome: UNREAD, source: 'Not read' },
} as const satisfies Readonly<Record<string, Row>>

export type CapitalKind = keyof typeof CAPITAL_KINDS
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant are its keys
export const CAPITAL_KIND_NAMES = Object.keys(CAPITAL_KINDS) as CapitalKind[]

/** Whose it is. How a thing that several own is shared out was not read. */
export const WHOSE_NAMES = ['own', 'shared', 'held'] as const
export type Whose = (typeof WHOSE_NAMES)[number]
export const WHOSE: Readonly<Record<Whose, { readonly says: string; readonly ask?: string }>> = {
  own: { says: 'Theirs alone' },
  shared: {
    says: 'Theirs together with somebody',
    ask: 'How much of it is theirs? Enter how much counts, and say how that was found.',
  },
  held: {
    says: 'Somebody else’s, held by them',
    ask: 'Is any of it theirs? Enter how much counts, or 0, and say whose it is.',
  },
}

export const CAPITAL_CITES: readonly CitationId[] = ['CR r25', 'CR r18', 'CR Sch2']

const ruleOf = (kind: CapitalKind, setting: Setting): Rule => {
  const row: Row = CAPITAL_KINDS[kind]
  return setting === 'home' ? row.home : row.careHome
}

/** How much of it may be counted at the most, or the question that has to be answered first. */
export function capitalCounted(
  kind: CapitalKind,
  whose: Whose,
  setting: Setting,
  amount: Pence<'once'>,
):
  | { readonly kind: 'known'; readonly most: Pence<'once'> }
  | { readonly kind: 'ask'; readonly about: string } {
  const rule = ruleOf(kind, setting)
  // What does not count at all does not count in part either.
  if (rule.kind === 'none') return { kind: 'known', most: pence<'once'>(0) }
  if (rule.kind === 'ask') return rule
  const { ask } = WHOSE[whose]
  return ask === undefined ? { kind: 'known', most: amount } : { kind: 'ask', about: ask }
}

/** `All of it counts`: what the rule says of a kind, for a table. */
export function capitalRuleInWords(kind: CapitalKind, setting: Setting): string {
  const rule = ruleOf(kind, setting)
  switch (rule.kind) {
    case 'all':
      return 'All of it counts'
    case 'none':
      return 'Does not count'
    case 'ask':
      return rule.about
  }
}

/** One thing that is owned: all that it is worth, and how much of that counts. */
export type Capital = {
  readonly what: string
  readonly kind: CapitalKind
  readonly whose: Whose
  readonly amount: Pence<'once'>
  readonly counted: Pence<'once'>
  readonly why: string
}

const counts = ({ amount, counted }: Pick<Capital, 'amount' | 'counted'>): string =>
  counted === amount ? 'all of it counts' : counted === 0 ? 'none of it counts' : `${inWords(counted)} counts`

/**
 * A line as the record keeps it. The record’s lines are by the week, and what is owned is not: so its worth stands in words,
 * and by the week it comes to nothing of its own. What all of it together counts for is a line after these.
 */
export const lineOfCapital = (capital: Capital): MeansLine => ({
  what: `${capital.what}, worth ${inWords(capital.amount)}: ${counts(capital)}`,
  kind: 'capital',
  weekly: pence<'week'>(0),
  why: [`${CAPITAL_KINDS[capital.kind].says}. ${WHOSE[capital.whose].says}.`, capital.why.trim()]
    .filter((part) => part !== '')
    .join(' '),
})

const WORTH =
  /^(\S.*), worth £([\d,]+)\.(\d{2}): (all of it counts|none of it counts|£([\d,]+)\.(\d{2}) counts)$/

const penceOf = (pounds: string, rest: string): Pence<'once'> =>
  pence<'once'>(Number(`${pounds.replaceAll(',', '')}${rest}`))

/** Reads such a line back; undefined where it is a line of another sort, or was written elsewhere. */
export function capitalIn({ what, kind, why = '' }: MeansLine): Capital | undefined {
  const [, name, pounds = '', rest = '', says, countedPounds = '', countedRest = ''] =
    kind === 'capital' ? (WORTH.exec(what) ?? []) : []
  if (name === undefined) return undefined
  const amount = penceOf(pounds, rest)
  const counted =
    says === 'all of it counts'
      ? amount
      : says === 'none of it counts'
        ? pence<'once'>(0)
        : penceOf(countedPounds, countedRest)
  for (const known of CAPITAL_KIND_NAMES) {
    for (const whose of WHOSE_NAMES) {
      const begins = `${CAPITAL_KINDS[known].says}. ${WHOSE[whose].says}.`
      if (why === begins || why.startsWith(`${begins} `)) {
        return { what: name, kind: known, whose, amount, counted, why: why.slice(begins.length).trim() }
      }
    }
  }
  return undefined
}
