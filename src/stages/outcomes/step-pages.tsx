import type { VNode } from 'preact'
import { z } from 'zod'
import { plainDate } from '../../domain/dates/plain-date.ts'
import type { EntryOf } from '../../record/entries.ts'
import { find } from '../../record/state.ts'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { date, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { Frame, backTo, formErrors, laid } from '../../table/frame.tsx'
import { sendOr } from '../../table/send.ts'
import { addStep, finishStep, takeBack } from './decide-step.ts'
import { StepBackForm, StepDoneForm, StepForm } from './step-forms.tsx'
import { mayStep } from './steps.tsx'
import { stepWords } from './words-goals.ts'
import { words } from './words.ts'

type Goal = EntryOf<'goal'>
const sayInPlan = { resource: 'plan', action: 'say' } as const
const goalOf = ({ ctx, params }: Visit<AtTable>): Goal | undefined => find(ctx.state, 'goal', params['goal'])
const goalsPath = ({ ctx }: Visit<AtTable>) => recordPath(ctx.record, 'outcomes')

const NOT_YOURS = 'Steps are written by the person, by those at their side, and by those who work with them.'

const formPage = (visit: Visit<AtTable>, title: string, form: VNode, errors: readonly FieldError[]): Answer =>
  laid(visit.ctx, 'outcomes', {
    title,
    main: mayStep(visit.ctx) ? (
      form
    ) : (
      <Frame title={title} errors={errors}>
        <p class="govuk-body">{NOT_YOURS}</p>
      </Frame>
    ),
    before: backTo(goalsPath(visit), words.title),
    bad: errors.length > 0,
  })

/** Three boxes that may be left empty. */
const optionalDay = (today: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((typed, context) => {
      if (typed === undefined || typed === '') return undefined
      const read = date({
        missing: stepWords.byWrong,
        wrong: stepWords.byWrong,
        from: today,
        outside: stepWords.byOutside,
      }).safeParse(typed)
      if (read.success) return plainDate(read.data)
      context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? stepWords.byWrong })
      return z.NEVER
    })

const stepSchema = (today: string) =>
  z.object({
    what: text(stepWords.whatMissing),
    who: text(stepWords.whoMissing, { most: 200 }),
    by: optionalDay(today),
  })

const stepPage = (visit: Visit<AtTable>, goal: Goal, errors: readonly FieldError[], typed: Values) =>
  formPage(
    visit,
    stepWords.title,
    <StepForm visit={visit} goal={goal} errors={errors} typed={typed} />,
    errors,
  )

async function sendStep(visit: Sent<AtTable>, goal: Goal): Promise<Answer> {
  const { ctx, form } = visit
  const again = (errors: readonly FieldError[]) => stepPage(visit, goal, errors, form.values)
  const parsed = parseForm(stepSchema(visit.today), form)
  if (parsed.kind === 'bad') return again(parsed.errors)
  if (!mayStep(ctx)) return again(formErrors([NOT_YOURS]))
  const decision = addStep({ ...parsed.value, stamp: ctx.stamp('note'), goal: goal.id }, ctx.state)
  return sendOr(visit, decision, goalsPath(visit), stepWords.kept, again)
}

const doneSchema = z.object({
  step: text(stepWords.stepMissing, { most: 200 }),
  says: optionalText({ most: 1_000 }),
})

const donePage = (visit: Visit<AtTable>, goal: Goal, errors: readonly FieldError[], typed: Values) =>
  formPage(
    visit,
    stepWords.doneTitle,
    <StepDoneForm visit={visit} goal={goal} errors={errors} typed={typed} />,
    errors,
  )

async function sendDone(visit: Sent<AtTable>, goal: Goal): Promise<Answer> {
  const { ctx, form } = visit
  const again = (errors: readonly FieldError[]) => donePage(visit, goal, errors, form.values)
  const parsed = parseForm(doneSchema, form)
  if (parsed.kind === 'bad') return again(parsed.errors)
  if (!mayStep(ctx)) return again(formErrors([NOT_YOURS]))
  const { step, says = '' } = parsed.value
  const decision = finishStep({ stamp: ctx.stamp('note'), goal: goal.id, step, says }, ctx.state)
  return sendOr(visit, decision, goalsPath(visit), stepWords.keptDone, again)
}

const backSchema = z.object({
  note: text(stepWords.backMissing, { most: 200 }),
  why: text(stepWords.backWhyMissing, { most: 1_000 }),
})

const backPage = (visit: Visit<AtTable>, goal: Goal, errors: readonly FieldError[], typed: Values) =>
  formPage(
    visit,
    stepWords.backTitle,
    <StepBackForm visit={visit} goal={goal} errors={errors} typed={typed} />,
    errors,
  )

async function sendBack(visit: Sent<AtTable>, goal: Goal): Promise<Answer> {
  const { ctx, form } = visit
  const again = (errors: readonly FieldError[]) => backPage(visit, goal, errors, form.values)
  const parsed = parseForm(backSchema, form)
  if (parsed.kind === 'bad') return again(parsed.errors)
  if (!mayStep(ctx)) return again(formErrors([NOT_YOURS]))
  const decision = takeBack({ ...parsed.value, stamp: ctx.stamp('note'), goal: goal.id }, ctx.state)
  return sendOr(visit, decision, goalsPath(visit), stepWords.keptBack, again)
}

/** One address for a new step and, asked with `done` or `back`, for one that is done or taken back. */
const step: RecordPage = {
  path: '/records/:record/outcomes/goals/:goal/step',
  params: { goal: 'entry' },
  may: sayInPlan,
  maySend: sayInPlan,
  audited: 'a form for a step towards a goal',
  get: (visit) => {
    const goal = goalOf(visit)
    if (goal === undefined) return notFound
    if (textOf(visit.query, 'done') !== '') return donePage(visit, goal, [], {})
    return textOf(visit.query, 'back') === '' ? stepPage(visit, goal, [], {}) : backPage(visit, goal, [], {})
  },
  post: async (visit) => {
    const goal = goalOf(visit)
    if (goal === undefined) return notFound
    const { values } = visit.form
    if (textOf(values, 'take-back') === 'yes') return sendBack(visit, goal)
    return textOf(values, 'finish') === 'yes' ? sendDone(visit, goal) : sendStep(visit, goal)
  },
}

export const stepPages: readonly RecordPage[] = [step]
