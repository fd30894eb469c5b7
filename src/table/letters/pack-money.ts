import { bothWays } from '../../domain/allocation/both-ways.ts'
import { PERSON } from '../../domain/allocation/facts.ts'
import { because } from '../../domain/allocation/reason.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { TOPIC_WORDS, isTopic } from '../../domain/outcomes/topics.ts'
import { allocationFacts } from '../../record/allocation-facts.ts'
import { all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { aWeekOf } from './about-money.ts'
import { type Block, items, paragraphs, subheading, table } from './letter.ts'
import { stepInWords } from './pack-decided.ts'
import type { Making } from './pack.ts'

const lineName = (id: string): string => (isTopic(id) ? TOPIC_WORDS[id] : id)

/** The starting sum as the model works it out today, line by line with the reasons of each. */
function workedOut(making: Making): readonly Block[] {
  const { model, state } = making
  const both = bothWays(model, allocationFacts(state), PERSON)
  if (both.setAside.kind !== 'known') return []
  const budget = both.setAside.value
  const other =
    both.each.length > 0 && both.ifAllStand.kind === 'known' ? both.ifAllStand.value.weekly : undefined
  return [
    subheading('The indicative sum, as the published model works it out'),
    ...paragraphs(
      `${inWords(budget.weekly)} a week, from ${inWords(budget.low)} to ${inWords(budget.high)}. Model: ${budget.model.name}, version ${budget.model.version}.`,
      other === undefined
        ? undefined
        : `If what is said to be wrong stands, it is ${inWords(other)} a week. What is in dispute: ${making.marks.all(both.each.map(({ entry }) => entry))}`,
    ),
    ...budget.lines.flatMap((line) => [
      subheading(`${lineName(line.id)}: ${inWords(line.weekly)} a week`),
      ...items(because(line).map((step) => stepInWords(making, step))),
    ]),
  ]
}

/** What the council put in writing: each sum with its lines, and what the person pays with its working. */
function written({ state, marks }: Making): readonly Block[] {
  const indicative = all(state, 'indicative-budget').map(
    (budget) =>
      `${dateInWords(dayOfWhen(budget.on))}: ${inWords(budget.weekly)} a week${budget.model === undefined ? ', by no named model' : `, by ${budget.model}`}${(budget.lines ?? []).length === 0 ? ', with no lines' : ''}${budget.shown ? '' : ', not shown to the person'}. ${marks.of(budget.id)}`,
  )
  const budgets = all(state, 'personal-budget').map((budget) => [
    `${dateInWords(dayOfWhen(budget.on))} ${marks.of(budget.id)}`,
    inWords(budget.weekly),
    inWords(budget.council),
    inWords(budget.person),
  ])
  const means = all(state, 'financial-assessment').flatMap((assessed) => [
    subheading(
      `What the person pays: ${inWords(assessed.weekly)} a week, ${dateInWords(dayOfWhen(assessed.on))}`,
    ),
    ...table(
      'The working, line by line',
      ['What', 'A week', 'Why'],
      (assessed.lines ?? []).map((line) => [line.what, aWeekOf(line), line.why ?? '']),
    ),
    ...paragraphs(marks.of(assessed.id)),
  ])
  return [
    ...(indicative.length === 0
      ? []
      : [subheading('First sums that were written down'), ...items(indicative)]),
    ...(budgets.length === 0
      ? []
      : [
          subheading('Personal budgets'),
          ...table(
            'What the support costs a week, and who pays it',
            ['Day', 'In all', 'The council', 'The person'],
            budgets,
          ),
        ]),
    ...means,
  ]
}

export const moneyPart = (making: Making): readonly Block[] => [...workedOut(making), ...written(making)]
