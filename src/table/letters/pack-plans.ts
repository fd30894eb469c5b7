import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords, sum } from '../../domain/money/pence.ts'
import { type Names, planDifference, sentenceOf } from '../../record/plan-difference.ts'
import { type Plan, amountInWords, onceOf, payerInWords } from '../../record/plan-words.ts'
import { all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { entryInWords } from '../entry-words.ts'
import { nameFor, nameWithin } from '../reader.ts'
import { type Block, items, paragraphs, subheading, table } from './letter.ts'
import { inOneBreath } from './pack-marks.ts'
import type { Making } from './pack.ts'

const namesFor = ({ reader, state }: Making): Names => ({
  person: nameWithin(reader, state, state.person.id),
  party: (id) => nameWithin(reader, state, id),
  entry: (id) => {
    const entry = state.byId.get(id)
    return entry?.kind === 'need' ? entry.text : entry?.kind === 'goal' ? entry.words : undefined
  },
  standing: (id) => state.byId.get(id)?.id ?? id,
})

const lines = (making: Making, plan: Plan): readonly Block[] =>
  table(
    'Every line: what, how much, what it costs a week, who pays and why',
    ['What', 'How much', 'A week', 'Who pays', 'Why'],
    plan.lines.map((line) => [
      line.what,
      amountInWords(line),
      line.unit === 'once' ? `${inWords(onceOf(line))} once` : inWords(line.weekly),
      payerInWords(line.funder, nameWithin(making.reader, making.state, making.state.person.id)),
      `${line.why} ${making.marks.all(line.needs)}`.trim(),
    ]),
  )

/** Each version with its lines, what changed against the one before and why, who signed it and what was answered. */
export function plansPart(making: Making): readonly Block[] {
  const { state, reader, marks } = making
  const plans = all(state, 'plan')
  return plans.flatMap((plan, index) => {
    const before = plans[index - 1]
    const changed =
      before === undefined
        ? []
        : planDifference(before, plan, namesFor(making))
            .lines.filter(({ kind }) => kind !== 'same')
            .map(sentenceOf)
    const after = state.entries.filter(
      (entry) =>
        (entry.kind === 'sign-off' && state.byId.get(entry.of)?.id === plan.id) ||
        (entry.kind === 'response' && state.byId.get(entry.to)?.id === plan.id),
    )
    return [
      subheading(
        `Version ${plan.version}, ${plan.status === 'draft' ? 'a draft' : 'issued'}, ${dateInWords(dayOfWhen(plan.on))}, by ${nameFor(reader, state, plan.by)}`,
      ),
      ...paragraphs(
        `${inWords(sum(plan.lines.map(({ weekly }) => weekly)))} a week in all. ${marks.of(plan.id)}`,
      ),
      ...lines(making, plan),
      ...(changed.length === 0
        ? []
        : [...paragraphs('What changed against the version before:'), ...items(changed)]),
      ...items(
        after.map(
          (entry) =>
            `${dateInWords(dayOfWhen(entry.on))}, ${nameFor(reader, state, entry.by)}: ${inOneBreath(entryInWords(entry, reader, state))} ${marks.of(entry.id)}`,
        ),
      ),
    ]
  })
}
