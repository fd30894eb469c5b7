import type { Model } from '../domain/allocation/model.ts'
import type { PlainDate } from '../domain/dates/plain-date.ts'
import { poundsOf } from '../domain/money/pence.ts'
import type { Entry, RecordFile } from '../record/entries.ts'
import { type Names, type PlanDifference, planDifference, sentenceOf } from '../record/plan-difference.ts'
import type { Plan } from '../record/plan-words.ts'
import { type RecordState, all, foldRecord, latest, nameOf, planInForce } from '../record/state.ts'
import { dayOfWhen } from '../record/values.ts'
import { type ChangedFact, changedFacts } from './changed-facts.ts'

const spokenOf = (state: RecordState): Names => ({
  person: state.person.name,
  party: (id) => nameOf(state, id),
  entry: (id) => {
    const entry = state.byId.get(id)
    return entry?.kind === 'need' ? entry.text : entry?.kind === 'goal' ? entry.words : undefined
  },
  standing: (id) => state.byId.get(id)?.id ?? id,
})

/** The plan that counts on a day: the last that was issued, and before there is one the latest draft. */
const planOf = (state: RecordState): Plan | undefined => planInForce(state) ?? latest(state, 'plan')

/** A plan beside none is held against one with no lines, so that every line of it is new, or gone. */
const without = (plan: Plan): Plan => ({ ...plan, lines: [], changes: undefined })

function plansBetween(state: RecordState, before: Plan | undefined, after: Plan): readonly Plan[] {
  const plans = all(state, 'plan')
  const from = plans.findIndex(({ id }) => id === before?.id)
  const to = plans.findIndex(({ id }) => id === after.id)
  return from < 0 || to < 0 ? [] : plans.slice(from + 1, to)
}

const versionOf = (plan: Plan | undefined) =>
  plan === undefined
    ? null
    : { entry: plan.id, version: plan.version, status: plan.status, on: dayOfWhen(plan.on) }

const pair = ({ before, after }: PlanDifference['total'] | PlanDifference['once']) =>
  [poundsOf(before), poundsOf(after)] as const

function planDocument(was: RecordState, is: RecordState) {
  const [before, after] = [planOf(was), planOf(is)]
  const either = after ?? before
  if (either === undefined) return null
  const difference = planDifference(
    before ?? without(either),
    after ?? without(either),
    spokenOf(is),
    after === undefined ? [] : plansBetween(is, before, after),
  )
  const { lines, total, council, once, says, texts } = difference
  return {
    from: versionOf(before),
    to: versionOf(after),
    lines: lines
      .filter(({ kind }) => kind !== 'same')
      .map((line) => ({
        line: line.line,
        what: line.what,
        change: line.kind,
        weekly: pair(line.weekly),
        says: sentenceOf(line),
      })),
    unchanged: lines.filter(({ kind }) => kind === 'same').length,
    says,
    texts: texts.map(({ of, before: wasText, after: isText }) => ({ of, from: wasText, to: isText })),
    /** from and to, in pounds: all lines a week, the council's part of them, and what is bought once */
    weekly: pair(total),
    council: pair(council),
    once: pair(once),
  }
}

/** What an entry says of itself: the first of these that it has. */
const TELLING = [
  'text',
  'words',
  'says',
  'found',
  'about',
  'reasons',
  'provides',
  'what',
  'decision',
  'arrangement',
  'activity',
  'why',
] as const

function wordsOf(entry: Entry): string | undefined {
  const fields = new Map<string, unknown>(Object.entries(entry))
  return TELLING.map((key) => fields.get(key)).find(
    (value): value is string => typeof value === 'string' && value.trim() !== '',
  )
}

function entryDocument(state: RecordState, entry: Entry) {
  const words = wordsOf(entry)
  const day = dayOfWhen(entry.on)
  const recorded = dayOfWhen(entry.recorded ?? entry.on)
  return {
    id: entry.id,
    kind: entry.kind,
    on: day,
    ...(recorded === day ? {} : { recorded }),
    by: nameOf(state, entry.by),
    ...(entry.corrects === undefined ? {} : { corrects: entry.corrects }),
    ...(words === undefined ? {} : { says: words }),
  }
}

/**
 * What changed in a record between two days: what was added to it, what the plan says and costs, and everything that
 * follows from the record and is not as it was. What was only written down later counts from the day on which it was.
 */
export function recordDifference(record: RecordFile, from: PlainDate, to: PlainDate, model: Model) {
  const [was, is] = [foldRecord(record, from), foldRecord(record, to)]
  const known = new Set(was.told.map(({ entry }) => entry.id))
  const facts: readonly ChangedFact[] = changedFacts(was, is, model)
  return {
    person: record.person.name,
    from,
    to,
    entries: is.told.filter(({ entry }) => !known.has(entry.id)).map(({ entry }) => entryDocument(is, entry)),
    plan: planDocument(was, is),
    facts,
  }
}

export type RecordDifference = ReturnType<typeof recordDifference>
