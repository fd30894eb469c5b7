import type { Step } from '../../domain/answer.ts'
import { CITATIONS } from '../../domain/care-act/citations.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { type EligibilityGiven, carersEligibility, personEligibility } from '../../record/gives.ts'
import { carersHeard } from '../../record/eligibility-facts.ts'
import { all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { nameFor } from '../reader.ts'
import { type Block, items, paragraphs, subheading, table } from './letter.ts'
import type { Making } from './pack.ts'

/** A line of a reason with the entries that it rests on, its place in the model and in law. */
export function stepInWords(
  { marks, cites }: Making,
  { says, entries = [], cites: law = [], model }: Step,
): string {
  for (const id of law) cites.add(id)
  const from = [
    ...(model === undefined ? [] : [`Model: ${model}`]),
    ...(law.length === 0 ? [] : [`Rule: ${law.map((id) => CITATIONS[id].short).join(', ')}`]),
  ]
  return [says, marks.all(entries), from.length === 0 ? '' : `(${from.join('. ')})`]
    .filter((part) => part !== '')
    .join(' ')
}

function given(
  making: Making,
  whose: string,
  { given: answer, compared }: EligibilityGiven<string>,
): readonly Block[] {
  const says =
    answer.kind === 'known'
      ? `On the recorded facts: ${answer.value.eligible ? 'eligible' : 'not eligible'}.`
      : 'The recorded facts do not settle it.'
  const steps = answer.kind === 'needs' ? [] : answer.because
  const beside = compared?.kind === 'known' ? compared.because : []
  return steps.length + beside.length === 0
    ? []
    : [
        subheading(`What the recorded facts give: ${whose}`),
        ...paragraphs(says),
        ...items([...steps, ...beside].map((step) => stepInWords(making, step))),
      ]
}

/** Each decision on eligibility with its reasons, and what the recorded facts give under the regulations. */
export function decidedPart(making: Making): readonly Block[] {
  const { state, reader, marks } = making
  const decisions = all(state, 'eligibility').flatMap((decided) => [
    subheading(
      `${decided.eligible ? 'Eligible' : 'Not eligible'}, decided on ${dateInWords(dayOfWhen(decided.on))} by ${nameFor(reader, state, decided.by)}`,
    ),
    ...paragraphs(`${decided.reasons} ${marks.of(decided.id)}`),
    ...table(
      'Each need, what was decided, and the reason given',
      ['Need', 'Eligible', 'Reason'],
      decided.needs.map(({ need, eligible, why }) => {
        const found = state.byId.get(need)
        return [
          `${found?.kind === 'need' ? found.text : 'A need'} ${marks.of(need)}`,
          eligible ? 'Yes' : 'No',
          why === '' ? 'None given' : why,
        ]
      }),
    ),
  ])
  return [
    ...decisions,
    ...given(making, state.person.name, personEligibility(state)),
    ...carersHeard(state).flatMap((carer) =>
      given(making, nameFor(reader, state, carer), carersEligibility(state, carer)),
    ),
  ]
}
