import { dateInWords } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords, sum } from '../../domain/money/pence.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type PlanLine, WAY_WORDS, amountInWords, onceOf, payerInWords } from '../../record/plan-words.ts'
import type { SymbolName } from '../../platform/govuk/symbol.tsx'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type Reader, nameFor } from '../reader.ts'
import type { About } from './letter-of.ts'
import { type Block, easyRow, items, paragraphs, table, under } from './letter.ts'

type Plan = EntryOf<'plan'>

/** Whoever acts for the person answers as the person does; the council cannot answer for them. */
const answerTo = (state: RecordState, plan: Plan) =>
  all(state, 'response').findLast((response) => state.byId.get(response.to)?.id === plan.id)

function draftOf(state: RecordState, plan: Plan): string | undefined {
  if (plan.status === 'draft') return 'DRAFT. This plan is still being written. Nothing in it is settled.'
  if (plan['brought-over'] === true) return undefined
  const answer = answerTo(state, plan)
  if (answer === undefined) return 'DRAFT. You have not answered this plan yet.'
  if (answer.extent === 'agrees') return undefined
  return `DRAFT. ${answer.extent === 'partly' ? 'You agree with part of this plan' : 'You do not agree with this plan'}. It is being talked about.`
}

function lineRow(state: RecordState, reader: Reader, line: PlanLine): readonly string[] {
  const needs = line.needs.map((id) => {
    const need = state.byId.get(id)
    return need?.kind === 'need' ? need.text : 'A need'
  })
  const by = line.provider === undefined ? '' : `, from ${nameFor(reader, state, line.provider)}`
  return [
    `${line.what}${by}`,
    needs.join('; '),
    line.unit === 'once'
      ? `${inWords(onceOf(line))}, once`
      : isCounted(line)
        ? `${amountInWords(line)}: ${inWords(line.weekly)}`
        : `${inWords(line.weekly)} a week`,
    `${capital(payerInWords(line.funder, 'you'))}; ${WAY_WORDS[line.way].replace('the person or those around them', 'you or those around you')}`,
  ]
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

const weeklyBy = (plan: Plan, of: (line: PlanLine) => boolean): Pence<'week'> =>
  sum(plan.lines.filter(of).map(({ weekly }) => weekly))

function goals(state: RecordState, plan: Plan): readonly string[] {
  const named = new Set(plan.lines.flatMap((line) => line.goals ?? []))
  return all(state, 'goal')
    .filter(({ id }) => named.has(id))
    .map(({ words }) => `“${words}”`)
}

function changes(plan: Plan): readonly string[] {
  return (plan.changes ?? []).map(({ line, why }) => {
    const found = plan.lines.find((one) => one.line === line)
    return found === undefined ? why : `${found.what}. ${why}`
  })
}

/** The budget that was put in the record for this version: it says what the person pays. */
const budgetOf = (state: RecordState, plan: Plan): EntryOf<'personal-budget'> | undefined =>
  all(state, 'personal-budget').findLast((budget) => state.byId.get(budget.plan)?.id === plan.id)

/** Who pays what: as the personal budget has it, or, before there is one, that there may be something to pay. */
function whoPays(state: RecordState, plan: Plan): string {
  const total = weeklyBy(plan, () => true)
  const council = weeklyBy(plan, ({ funder }) => funder === 'council')
  const budget = budgetOf(state, plan)
  const costs = `The support in it costs ${inWords(total)} a week.`
  if (budget === undefined)
    return `${costs} The council’s part of that is ${inWords(council)}, before anything that you may have to pay.`
  return budget.person === 0
    ? `${costs} The council pays ${inWords(budget.council)}. You pay nothing towards it.`
    : `${costs} The council pays ${inWords(budget.council)}. You pay ${inWords(budget.person)}.`
}

/** A picture for each kind of support. */
const FORM_SYMBOLS: Readonly<Record<PlanLine['form'], SymbolName>> = {
  agency: 'helper',
  'personal-assistant': 'helper',
  family: 'heart',
  community: 'community',
  equipment: 'equipment',
  technology: 'technology',
  reablement: 'stairs-up',
  'day-service': 'group',
  'supported-living': 'home',
  'care-home': 'home',
  respite: 'moon',
  'own-idea': 'idea',
  nhs: 'health',
}

/** Hours and visits are said with their number; by the week, or once, says nothing more in easy read. */
const isCounted = ({ unit }: PlanLine): boolean => unit !== 'week' && unit !== 'month' && unit !== 'once'

/** The care and support plan, with what the law says must be in it (Care Act 2014, section 25(1)). */
export function aboutPlan(state: RecordState, reader: Reader, plan: Plan): About {
  const budget = budgetOf(state, plan)
  const review = plan['review-by']
  const draft = draftOf(state, plan)
  const blocks: readonly Block[] = [
    ...paragraphs(`This is version ${plan.version} of your care and support plan.`, whoPays(state, plan)),
    ...under('What you want', [...items(goals(state, plan)), ...paragraphs(plan.wishes)]),
    ...under(
      'What happens',
      table(
        'Each kind of support, and who pays for it',
        ['What', 'For', 'How much, and what it costs', 'Who pays, and how'],
        plan.lines.map((line) => lineRow(state, reader, line)),
      ),
    ),
    ...under('What is different from the plan before', items(changes(plan))),
    ...under('If something goes wrong', paragraphs(plan.contingency)),
    ...under('What stops things from getting worse', paragraphs(plan.prevent)),
    ...under(
      'When we look at it again',
      paragraphs(
        review === undefined
          ? 'No day has been set yet. You can ask for a review at any time.'
          : `By ${dateInWords(dayOfWhen(review))}. You can ask for a review at any time before that.`,
      ),
    ),
  ]
  return {
    title: `Your care and support plan, version ${plan.version}`,
    draft,
    blocks,
    easy: [
      easyRow('list', 'This is your plan.'),
      ...(draft === undefined ? [] : [easyRow('write', 'It is a draft. It can still change.')]),
      ...goals(state, plan).map((words) => easyRow('goal', `You want: ${words}`)),
      ...plan.lines.map((line) =>
        easyRow(
          FORM_SYMBOLS[line.form],
          `You get: ${line.what}${isCounted(line) ? `, ${amountInWords(line)}` : ''}.`,
        ),
      ),
      ...(budget === undefined
        ? []
        : [
            easyRow(
              'money',
              budget.person === 0
                ? 'You pay nothing for it.'
                : `You pay ${inWords(budget.person)} a week for it.`,
            ),
          ]),
      ...((plan.changes ?? []).length === 0
        ? []
        : [easyRow('growth', 'Some things are different from before.')]),
      easyRow(
        'calendar',
        review === undefined
          ? 'We will look at the plan again with you.'
          : `We will look at the plan again by ${dateInWords(dayOfWhen(review))}.`,
      ),
    ],
  }
}
