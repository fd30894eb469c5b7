import type { Model, PriceRow } from '../../domain/allocation/model.ts'
import { NEED_LEVELS } from '../../domain/allocation/slots.ts'
import { FORM_WORDS } from '../../domain/allocation/support.ts'
import { UNIT_WORDS } from '../../domain/allocation/words.ts'
import { DEFAULT_STANDARDS } from '../../domain/checks/standards.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords, pence } from '../../domain/money/pence.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import { ADULT_OUTCOMES, CARER_OUTCOMES, TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { STANDARDS, type Standard } from '../../record/entries.ts'

// The published model, line by line, so that each line has a name under which people can say what they think of it.

/** One line: `key` stands in its address, and stays the same for as long as the line does. */
export type ModelLine = {
  readonly key: string
  readonly group: 'prices' | 'needs' | 'carers' | 'nights' | 'rules' | 'times'
  readonly what: string
  readonly says: string
  /** Under what it is folded on the page of the model: a part of life, or the group itself. */
  readonly fold: string
  /** What it is called there, under that heading. */
  readonly short: string
  /** Of a price: from lowest to highest, and where it comes from. */
  readonly price?: PriceFacts | undefined
}

export type PriceFacts = { readonly range: string; readonly source: string; readonly url: string | undefined }

export const GROUP_WORDS: Readonly<Record<ModelLine['group'], string>> = {
  prices: 'Prices',
  needs: 'Help in daily life',
  carers: 'A carer’s own life',
  nights: 'Nights',
  rules: 'Rules',
  times: 'How long things may take',
}

const NIGHT_WORDS = { 'sleep-in': ', asleep in the house at night', waking: ', awake at night' } as const

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const money = (price: number): string => inWords(pence<'unit'>(price))

const priceLine = (row: PriceRow): ModelLine => {
  const what = capital(`${FORM_WORDS[row.form]}${row.night === undefined ? '' : NIGHT_WORDS[row.night]}`)
  return {
    key: ['price', row.form, row.unit, ...(row.night === undefined ? [] : [row.night]), row.from].join('.'),
    group: 'prices',
    what,
    says: `${money(row.price)} ${UNIT_WORDS[row.unit]} from ${dateInWords(row.from)}`,
    fold: GROUP_WORDS.prices,
    short: what,
    price: {
      range:
        row.low === row.high ? `Only ${money(row.low)} was found` : `${money(row.low)} to ${money(row.high)}`,
      source: row.source,
      url: row.url,
    },
  }
}

type Typical = { readonly times: number; readonly minutes: number; readonly helpers: number } | null

const typicalWords = (typical: Typical): string =>
  typical === null
    ? 'nobody could say what is typical, so it is asked'
    : typical.times === 0
      ? 'typically no help'
      : `typically ${typical.times} times a week, ${typical.minutes} minutes each${typical.helpers === 2 ? ', two helpers' : ''}`

const levelLines = (
  model: Model,
  topics: readonly (keyof Model['topics'])[],
  group: 'needs' | 'carers',
): readonly ModelLine[] =>
  topics.flatMap((topic) =>
    NEED_LEVELS.map((level): ModelLine => {
      const row = model.topics[topic][level]
      return {
        key: `need.${topic}.${level}`,
        group,
        what: `${TOPIC_WORDS[topic]}: “${LADDER[level]}”`,
        says: `${capital(FORM_WORDS[row.form])}; ${typicalWords(row.typical)}`,
        fold: TOPIC_WORDS[topic],
        short: `“${LADDER[level]}”`,
      }
    }),
  )

const nightLines = (model: Model): readonly ModelLine[] =>
  NEED_LEVELS.map((level) => {
    const { cover, typical } = model.nights.levels[level]
    return {
      key: `night.${level}`,
      group: 'nights',
      what: `At night: “${LADDER[level]}”`,
      says: `${cover === 'waking' ? 'Somebody awake in the house' : 'Somebody asleep in the house'}${
        typical === null ? '' : `; typically ${typical.nights} nights a week`
      }`,
      fold: GROUP_WORDS.nights,
      short: `“${LADDER[level]}”`,
    }
  })

const list = (topics: readonly (keyof Model['topics'])[]): string =>
  topics.map((topic) => TOPIC_WORDS[topic]).join(', ')

const ruleLines = (model: Model): readonly ModelLine[] => {
  const rule = (name: string, what: string, says: string): ModelLine => ({
    key: `rule.${name}`,
    group: 'rules',
    what,
    says: capital(says),
    fold: GROUP_WORDS.rules,
    short: what,
  })
  return [
    rule('unpaid-help', 'Unpaid help comes off in this order', list(model['unpaid-help'].order)),
    rule(
      'sharing',
      'Sharing a worker',
      `up to ${model.sharing['most-people']} people, only where agreed, for: ${list(model.sharing.topics)}`,
    ),
    ...model.travel.map((row, at) =>
      rule(
        `travel-${at + 1}`,
        'Travel',
        `${row['units-each-time']} ${row.unit} each time, for: ${list(row.topics)}`,
      ),
    ),
    rule('contingency', 'For good days and bad days', `${model['contingency-percent']}% on top of the week`),
    rule(
      'awake-from',
      'When a night counts as a waking night',
      `from ${model.nights['awake-from-minutes']} minutes awake; a night has ${model.nights['hours-a-night']} hours`,
    ),
  ]
}

const STANDARD_LINES: Readonly<Record<Standard, readonly [what: string, unit: string]>> = {
  'open-days': ['From asking to the start of an assessment', 'days'],
  'close-days': ['From the start to the end of an assessment', 'days'],
  'plan-days': ['From the decision to the plan', 'days'],
  'copy-days': ['Until you have your copy', 'days'],
  'start-days': ['From the plan to the start of support', 'days'],
  'first-review-weeks': ['From the first plan to a first look at it', 'weeks'],
  'review-months': ['Between reviews', 'months'],
  'urgent-days': ['Until support where it is urgent', 'days'],
  'answer-days': ['Until you have an answer', 'working days'],
  'complaint-days': ['Until a complaint is answered', 'working days'],
  'delivered-share': ['Of what was planned, so much must be given over any four weeks', ''],
  'asked-again-days': ['So long you are not asked the same again', 'days'],
}

const timeLines = (): readonly ModelLine[] =>
  STANDARDS.map((name) => {
    const [what, unit] = STANDARD_LINES[name]
    const count = DEFAULT_STANDARDS[name]
    return {
      key: `time.${name}`,
      group: 'times',
      what,
      says: name === 'delivered-share' ? `${count * 100}%` : `${count} ${unit}`,
      fold: GROUP_WORDS.times,
      short: what,
    }
  })

/** Every line of the model, its prices and the council's time standards. */
export const modelLines = (model: Model): readonly ModelLine[] => [
  ...model.prices.map(priceLine),
  ...levelLines(model, ADULT_OUTCOMES, 'needs'),
  ...levelLines(model, CARER_OUTCOMES, 'carers'),
  ...nightLines(model),
  ...ruleLines(model),
  ...timeLines(),
]

/** What is folded together: a part of life with its four levels, or a whole group. */
export type Fold = { readonly id: string; readonly says: string; readonly lines: readonly ModelLine[] }

/** The lines of a group, as they are folded on the page. */
export function foldsOf(lines: readonly ModelLine[], group: ModelLine['group']): readonly Fold[] {
  const folds = new Map<string, ModelLine[]>()
  for (const line of lines) {
    if (line.group === group) folds.set(line.fold, [...(folds.get(line.fold) ?? []), line])
  }
  return [...folds].map(([says, own], at) => ({ id: `${group}-${at + 1}`, says, lines: own }))
}

/** In which fold of the page a line stands: what leads back from it. */
export const foldOfLine = (lines: readonly ModelLine[], key: string): string | undefined => {
  const group = lines.find((line) => line.key === key)?.group
  return group && foldsOf(lines, group).find((fold) => fold.lines.some((line) => line.key === key))?.id
}
