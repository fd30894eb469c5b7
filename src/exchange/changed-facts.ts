import type { Model } from '../domain/allocation/model.ts'
import { inWords, penceFromPounds } from '../domain/money/pence.ts'
import { LADDER, type Level } from '../domain/outcomes/ladder.ts'
import { TOPIC_WORDS, isTopic } from '../domain/outcomes/topics.ts'
import type { EntryOf } from '../record/entries.ts'
import { type RecordState, all, latest, nameOf, workerOf } from '../record/state.ts'
import { type Explanation, explain } from './explanation.ts'

// What a record gives on two days, held against each other: only what is not the same is told.

/** Something that the record gave otherwise on the one day than on the other. `null`: there was none. Money in pounds a week. */
export type ChangedFact = {
  readonly fact: string
  /** of what: a topic, an outcome, a line of the sum, a carer, an entry */
  readonly of?: string
  readonly from: string | number | boolean | null
  readonly to: string | number | boolean | null
  readonly says: string
  readonly entries?: readonly string[]
}

type Value = ChangedFact['from']
/** One fact as it stands on a day: how it is called, its value and the value in words. */
type Standing = {
  readonly fact: string
  readonly of?: string
  readonly called: string
  readonly value: Value
  readonly inWords: string
  readonly entries?: readonly string[]
}

const weekly = (pounds: number | null): string => {
  const amount = pounds === null ? undefined : penceFromPounds<'week'>(pounds)
  return amount === undefined ? 'not known' : `${inWords(amount)} a week`
}

const yesNo = (is: boolean | null): string => (is === null ? 'not settled' : is ? 'yes' : 'no')

const topicWords = (topic: string): string => (isTopic(topic) ? TOPIC_WORDS[topic] : topic)

/** What the recorded facts give, and what was decided, for the person or for a carer. */
function eligibilityFacts(
  whose: string,
  of: string | undefined,
  { eligible, decided, outcomes }: Explanation['eligibility'],
): readonly Standing[] {
  const about = of === undefined ? {} : { of }
  return [
    {
      fact: 'eligible',
      ...about,
      called: `${whose}: eligible on the recorded facts`,
      value: eligible,
      inWords: yesNo(eligible),
    },
    ...(decided === undefined
      ? []
      : [
          {
            fact: 'decided',
            ...about,
            called: `${whose}: the council’s decision, eligible`,
            value: decided.eligible,
            inWords: `${yesNo(decided.eligible)}, decided on ${decided.on}`,
            entries: [decided.entry],
          },
        ]),
    ...outcomes
      .filter(({ finding }) => finding !== 'none')
      .map(({ outcome, finding, needs }) => ({
        fact: 'outcome',
        of: outcome,
        called: topicWords(outcome),
        value: finding,
        inWords: FINDING[finding],
        entries: needs,
      })),
  ]
}

const FINDING = {
  shown: 'shown not to be achieved',
  'not-shown': 'not shown',
  open: 'still to be asked',
  none: 'nothing recorded',
} as const

function moneyFacts(
  whose: string,
  of: string | undefined,
  sum: Explanation['indicative'],
): readonly Standing[] {
  const prefix = of === undefined ? '' : `${of}:`
  return [
    {
      fact: 'indicative',
      ...(of === undefined ? {} : { of }),
      called: `${whose}: indicative sum`,
      value: sum.weekly,
      inWords: weekly(sum.weekly),
    },
    ...sum.lines.map((line) => ({
      fact: 'indicative-line',
      of: `${prefix}${line.id}`,
      called: `${whose}: indicative sum for ${topicWords(line.id).toLowerCase()}`,
      value: line.weekly,
      inWords: weekly(line.weekly),
      entries: line.restsOn,
    })),
  ]
}

/** The latest that each speaker said of each topic. */
function saidFacts(state: RecordState): readonly Standing[] {
  const last = new Map<string, EntryOf<'statement'>>()
  for (const said of all(state, 'statement')) {
    last.set(`${said.topic} ${said['said-by']} ${said.about ?? ''}`, said)
  }
  return [...last.values()].flatMap((said) => {
    const speaker = nameOf(state, said['said-by'])
    const of = (fact: string, called: string, value: Value | undefined, inWordsOf: string): Standing[] =>
      value === undefined
        ? []
        : [
            {
              fact,
              of: `${said.topic}:${said['said-by']}`,
              called: `${TOPIC_WORDS[said.topic]}, as ${speaker} says: ${called}`,
              value,
              inWords: inWordsOf,
              entries: [said.id],
            },
          ]
    return [
      ...of('level', 'now', said.level, rung(said.level)),
      ...of('hoped', 'hoped for', said.hoped, rung(said.hoped)),
      ...of('possible', 'thought possible', said.possible, rung(said.possible)),
      ...of('times', 'help in a week', said.times, `${said.times ?? 0} times`),
      ...of('minutes', 'each time', said.minutes, `${said.minutes ?? 0} minutes`),
      ...of('people', 'helpers at once', said.people, String(said.people ?? 0)),
    ]
  })
}

const rung = (level: Level | undefined): string =>
  level === undefined ? 'not said' : `level ${level}, “${LADDER[level]}”`

/** How far each goal has come, as the last of each who looked sees it. */
function goalFacts(state: RecordState): readonly Standing[] {
  const last = new Map<string, EntryOf<'progress'>>()
  for (const seen of all(state, 'progress')) last.set(`${seen.goal} ${seen['seen-by']}`, seen)
  return [...last.values()].flatMap((seen) => {
    const goal = state.byId.get(seen.goal)
    return seen.level === undefined
      ? []
      : [
          {
            fact: 'goal',
            of: `${seen.goal}:${seen['seen-by']}`,
            called: `Goal ${goal?.kind === 'goal' ? `“${goal.words}”` : seen.goal}, as the ${seen['seen-by']} sees it`,
            value: seen.level,
            inWords: rung(seen.level),
            entries: [seen.id],
          },
        ]
  })
}

/** What carers give, what somebody says is wrong, what waits, and what was found against the law. */
function otherFacts(state: RecordState, findings: Explanation['findings']): readonly Standing[] {
  const worker = workerOf(state)
  const means = latest(state, 'financial-assessment')
  const help = new Map(all(state, 'carer-identified').map((entry) => [entry.carer, entry]))
  return [
    {
      fact: 'worker',
      called: 'Social worker',
      value: worker ?? null,
      inWords: worker === undefined ? 'nobody' : nameOf(state, worker),
    },
    ...(means === undefined
      ? []
      : [
          {
            fact: 'contribution',
            called: 'What the person pays',
            value: means.weekly / 100,
            inWords: weekly(means.weekly / 100),
            entries: [means.id],
          },
        ]),
    ...[...help.values()].map(({ id, carer, hours, willing, able }) => ({
      fact: 'unpaid-help',
      of: carer,
      called: `Unpaid help from ${nameOf(state, carer)}`,
      value: willing && able ? (hours ?? 'willing and able') : 'not willing or not able',
      inWords: `${hours === undefined ? 'hours not said' : `${hours} hours a week`}, ${willing ? '' : 'not '}willing, ${able ? '' : 'not '}able`,
      entries: [id],
    })),
    ...goalFacts(state),
    ...all(state, 'need').map((need) => ({
      fact: 'need',
      of: need.id,
      called: `Need “${need.text}”`,
      value: need.impact,
      inWords: `impact on wellbeing: ${need.impact}`,
      entries: [need.id],
    })),
    ...state.disputes.map(({ dispute, open, answers }) => ({
      fact: 'dispute',
      of: dispute.id,
      called: `Said to be wrong by ${nameOf(state, dispute.by)}`,
      value: open ? 'open' : (answers.at(-1)?.outcome ?? 'answered'),
      inWords: open ? 'open' : (answers.at(-1)?.outcome ?? 'answered'),
      entries: [dispute.id, dispute.of],
    })),
    ...findings.map(({ check, level, entries, worker: says, citation }) => ({
      fact: 'finding',
      of: [check, ...entries].join(' '),
      called: `${says} (${check}; ${citation})`,
      value: level,
      inWords: level,
      entries,
    })),
  ]
}

function standingFacts(state: RecordState, model: Model): readonly Standing[] {
  const explained = explain(state, model)
  const { person, stage, eligibility, indicative, carers = [], findings } = explained
  return [
    { fact: 'stage', called: 'Stage', value: stage, inWords: stage },
    ...eligibilityFacts(person, undefined, eligibility),
    ...moneyFacts(person, undefined, indicative),
    ...carers.flatMap((carer) => [
      ...eligibilityFacts(carer.name, carer.carer, carer.eligibility),
      ...moneyFacts(carer.name, carer.carer, carer.indicative),
    ]),
    ...saidFacts(state),
    ...otherFacts(state, findings),
  ]
}

const keyOf = ({ fact, of = '' }: Standing): string => `${fact} ${of}`

/** A finding that is there or not says all of itself; everything else is told as it was and as it is. */
function changeOf(before: Standing | undefined, after: Standing | undefined): ChangedFact | undefined {
  const known = after ?? before
  if (known === undefined || before?.value === after?.value) return undefined
  const says =
    known.fact === 'finding'
      ? `${after === undefined ? 'No longer found' : before === undefined ? 'Newly found' : 'Found otherwise'}: ${known.called}`
      : before === undefined
        ? `New. ${known.called}: ${known.inWords}.`
        : after === undefined
          ? `Gone. ${known.called}: was ${known.inWords}.`
          : `${known.called}: was ${before.inWords}, now ${after.inWords}.`
  return {
    fact: known.fact,
    ...(known.of === undefined ? {} : { of: known.of }),
    from: before?.value ?? null,
    to: after?.value ?? null,
    says,
    ...(known.entries === undefined || known.entries.length === 0 ? {} : { entries: known.entries }),
  }
}

/** @param model the council's published model, by which both sums are worked out */
export function changedFacts(before: RecordState, after: RecordState, model: Model): readonly ChangedFact[] {
  const was = new Map(standingFacts(before, model).map((standing) => [keyOf(standing), standing]))
  const is = new Map(standingFacts(after, model).map((standing) => [keyOf(standing), standing]))
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const change = changeOf(was.get(key), is.get(key))
    return change === undefined ? [] : [change]
  })
}
