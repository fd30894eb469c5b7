import type { Answer, MissingFact, Step } from '../domain/answer.ts'
import { type IndicativeBudget } from '../domain/allocation/budget.ts'
import { bothWays } from '../domain/allocation/both-ways.ts'
import { PERSON, type Whose } from '../domain/allocation/facts.ts'
import type { Model } from '../domain/allocation/model.ts'
import { because as becauseOf } from '../domain/allocation/reason.ts'
import { CITATIONS } from '../domain/care-act/citations.ts'
import type { Eligibility } from '../domain/care-act/eligibility.ts'
import { type Pence, poundsOf } from '../domain/money/pence.ts'
import { allocationFacts } from '../record/allocation-facts.ts'
import { carersHeard } from '../record/eligibility-facts.ts'
import { type EligibilityGiven, carersEligibility, personEligibility } from '../record/gives.ts'
import { type RecordState, latest, planInForce } from '../record/state.ts'
import { dayOfWhen } from '../record/values.ts'
import { findingsDocument } from './findings-document.ts'

/** A reason as other tools read it: the sentence, its figures, the entries, and the law by its name. */
export const stepDocument = ({ says, from, gives, cites, model, entries }: Step) => ({
  says,
  ...(from === undefined ? {} : { from }),
  ...(gives === undefined ? {} : { gives }),
  ...(model === undefined ? {} : { model }),
  ...(entries === undefined ? {} : { entries }),
  ...(cites === undefined ? {} : { cites: cites.map((id) => CITATIONS[id].title) }),
})

const reasonsOf = (answer: Answer<unknown>) =>
  answer.kind === 'needs' ? [] : answer.because.map(stepDocument)

function eligibilityDocument(given: EligibilityGiven<string>) {
  const answer: Answer<Eligibility<string>> = given.given
  const { decided, compared } = given
  return {
    /** null where the recorded facts do not settle it */
    eligible: answer.kind === 'known' ? answer.value.eligible : null,
    outcomes:
      answer.kind === 'known'
        ? answer.value.outcomes.map(({ outcome, finding, tests, needs, because }) => ({
            outcome,
            finding,
            tests,
            needs,
            because: because.map(stepDocument),
          }))
        : [],
    ...(answer.kind === 'needs' ? { needs: answer.facts } : {}),
    ...(decided === undefined
      ? {}
      : {
          decided: {
            eligible: decided.eligible,
            on: dayOfWhen(decided.on),
            by: decided.by,
            entry: decided.id,
          },
        }),
    ...(compared?.kind === 'known' ? { differs: compared.value.differs } : {}),
    because: [
      ...reasonsOf(answer),
      ...(compared?.kind === 'known' ? compared.because.map(stepDocument) : []),
    ],
  }
}

const pounds = (amount: Pence<'week'> | Pence<'once'>): number => poundsOf(amount)

function sumDocument(budget: IndicativeBudget) {
  return {
    weekly: pounds(budget.weekly),
    low: pounds(budget.low),
    high: pounds(budget.high),
    asIfNoCarer: pounds(budget.asIfNoCarer),
    model: budget.model,
    lines: budget.lines.map((line) => ({
      id: line.id,
      kind: line.kind,
      topic: line.topic,
      weekly: pounds(line.weekly),
      low: pounds(line.low),
      high: pounds(line.high),
      hours: line.hours,
      form: line.form,
      typical: line.typical,
      because: becauseOf(line).map(stepDocument),
      restsOn: line.restsOn,
    })),
    once: budget.once.map((line) => ({
      topic: line.topic,
      what: line.what,
      once: pounds(line.once),
      because: line.because.map(stepDocument),
    })),
    notCounted: budget.notCounted,
  }
}

function moneyDocument(model: Model, state: RecordState, whose: Whose) {
  const both = bothWays(model, allocationFacts(state), whose)
  const sum = both.setAside
  const other =
    both.each.length > 0 && both.ifAllStand.kind === 'known'
      ? pounds(both.ifAllStand.value.weekly)
      : undefined
  switch (sum.kind) {
    case 'known':
      return {
        ...sumDocument(sum.value),
        ...(sum.value.stillNeeds.length === 0 ? {} : { needs: sum.value.stillNeeds }),
        ...(other === undefined
          ? {}
          : { ifDisputedStands: other, disputed: both.each.map(({ entry }) => entry) }),
      }
    case 'needs':
      return { weekly: null, low: null, high: null, lines: [], needs: sum.facts }
    case 'does-not-apply':
      return { weekly: 0, low: 0, high: 0, lines: [], because: sum.because.map(stepDocument) }
  }
}

function planDocument(state: RecordState) {
  const plan = planInForce(state) ?? latest(state, 'plan')
  if (plan === undefined) return undefined
  const budget = state.entries.findLast(
    (entry) => entry.kind === 'personal-budget' && state.byId.get(entry.plan)?.id === plan.id,
  )
  const money =
    budget?.kind === 'personal-budget'
      ? { weekly: pounds(budget.weekly), council: pounds(budget.council), person: pounds(budget.person) }
      : { weekly: pounds(sumOfLines(plan.lines)), council: null, person: null }
  return {
    version: plan.version,
    status: plan.status,
    on: dayOfWhen(plan.on),
    ...money,
    lines: plan.lines.map(({ line, what, form, unit, amount, weekly, funder, needs, why }) => ({
      line,
      what,
      form,
      unit,
      amount,
      weekly: pounds(weekly),
      funder,
      needs,
      why,
    })),
  }
}

const sumOfLines = (lines: readonly { readonly weekly: Pence<'week'> }[]): Pence<'week'> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a sum of weekly pence is weekly pence
  lines.reduce((total, { weekly }) => total + weekly, 0) as Pence<'week'>

export type NextMove = { readonly says: string; readonly fact?: MissingFact; readonly entry?: string }

/** What comes next: the questions that the rules still have, and what somebody waits to have answered. */
function nextMoves(state: RecordState, facts: readonly MissingFact[]): readonly NextMove[] {
  const asked = facts.map((fact) => ({
    says: `Ask: ${fact.fact}${fact.topic === undefined ? '' : ` for ${fact.topic}`}${fact.entry === undefined ? '' : ` of ${fact.entry}`}.`,
    fact,
  }))
  const disputes = state.disputes
    .filter(({ open }) => open)
    .map(({ dispute }) => ({
      says: `Answer what ${state.parties.get(dispute.by)?.name ?? dispute.by} says is wrong.`,
      entry: dispute.id,
    }))
  const stage = STAGE_NEXT[state.standing]
  return [...disputes, ...asked, ...(stage === undefined ? [] : [{ says: stage }])]
}

const STAGE_NEXT: Readonly<Record<RecordState['standing'], string | undefined>> = {
  contact: 'Answer the request: open an assessment, or say why not.',
  conversation: 'Go on with the conversation, and close the assessment when everybody has been heard.',
  eligibility: 'Decide on eligibility, with reasons.',
  budget: 'Show the indicative budget.',
  plan: 'Write the plan together, and issue it.',
  support: undefined,
  review: 'Hold the review, or answer the one who asked for it.',
  closed: undefined,
}

/** Where a record stands on a day, with the reasons: what the command line prints and what a page would say. */
export function explain(state: RecordState, model: Model) {
  const person = personEligibility(state)
  const indicative = moneyDocument(model, state, PERSON)
  const carers = carersHeard(state).map((carer) => ({
    carer,
    name: state.parties.get(carer)?.name ?? carer,
    eligibility: eligibilityDocument(carersEligibility(state, carer)),
    indicative: moneyDocument(model, state, { whose: 'carer', carer }),
  }))
  const missing = [
    ...(person.given.kind === 'needs' ? person.given.facts : []),
    ...('needs' in indicative && indicative.needs !== undefined ? indicative.needs : []),
  ]
  const plan = planDocument(state)
  return {
    on: state.on,
    person: state.person.name,
    stage: state.standing,
    eligibility: eligibilityDocument(person),
    indicative,
    ...(carers.length === 0 ? {} : { carers }),
    ...(plan === undefined ? {} : { plan }),
    next: nextMoves(state, missing),
    findings: findingsDocument(state),
  }
}

export type Explanation = ReturnType<typeof explain>
