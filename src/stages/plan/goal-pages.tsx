import { z } from 'zod'
import { plainDate } from '../../domain/dates/plain-date.ts'
import type { EntryOf } from '../../record/entries.ts'
import { find } from '../../record/state.ts'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { choice, choices, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, mayDo, recordPath } from '../../table/at-table.ts'
import { Frame, backTo, formErrors, laid } from '../../table/frame.tsx'
import { howTold } from '../../table/how-told.tsx'
import { optionalLevel } from '../../table/level-field.tsx'
import { keepGoal } from './decide-goal.ts'
import { GoalForm, goalAsTyped } from './goal-form.tsx'
import { mayWriteGoal } from './goals.tsx'
import { optionalDay } from './day-field.ts'
import { sent } from './sending.ts'
import { words } from './words.ts'
import { goalWords } from './words-forms.ts'
import { GOAL_TOPICS } from './words-paper.ts'

type Goal = EntryOf<'goal'>

const levelField = optionalLevel(goalWords.levelWrong)

const schema = (today: string, isChange: boolean) =>
  z.object({
    words: text('Write down the goal'),
    topics: choices(GOAL_TOPICS, 'Choose at least one part of life'),
    type: choice(['gain', 'keep', 'slow-decline', 'experience'], 'Choose what kind of goal it is'),
    now: levelField,
    hoped: levelField,
    agreed: levelField,
    by: optionalDay({
      wrong: 'By when must be a real day, such as 30 9 2027',
      from: today,
      outside: 'By when must be today or later',
    }),
    talked: optionalText(),
    channel: howTold,
    why: isChange ? text('Say why the goal changes') : optionalText(),
  })

const formPage = (
  visit: Visit<AtTable>,
  goal: Goal | undefined,
  errors: readonly FieldError[],
  typed: Values,
): Answer =>
  laid(visit.ctx, 'plan', {
    title: goal === undefined ? goalWords.title : goalWords.titleChange,
    main: mayWriteGoal(visit.ctx) ? (
      <GoalForm visit={visit} goal={goal} errors={errors} typed={typed} />
    ) : (
      <Frame title={goalWords.title} errors={errors}>
        <p class="govuk-body">{goalWords.notYours}</p>
      </Frame>
    ),
    before: backTo(recordPath(visit.ctx.record, 'plan'), words.title),
    bad: errors.length > 0,
  })

async function send(visit: Sent<AtTable>, goal: Goal | undefined): Promise<Answer> {
  const { ctx, form } = visit
  const again = (errors: readonly FieldError[]) => formPage(visit, goal, errors, form.values)
  if (!mayWriteGoal(ctx)) return again(formErrors([goalWords.notYours]))
  const parsed = parseForm(schema(visit.today, goal !== undefined), form)
  if (parsed.kind === 'bad') return again(parsed.errors)
  const { by, why, channel, ...fields } = parsed.value
  const decision = keepGoal(
    {
      stamp: ctx.stamp('goal'),
      ...(goal === undefined ? {} : { corrects: { goal: goal.id, why: why ?? '' } }),
      ...fields,
      channel: mayDo(ctx, 'plan', 'judge') ? channel : undefined,
      byWhen: by === undefined ? undefined : plainDate(by),
    },
    ctx.state,
  )
  return sent(visit, decision, { path: recordPath(ctx.record, 'plan'), notice: goalWords.kept }, again)
}

const adding: RecordPage = {
  path: '/records/:record/plan/goal',
  may: { resource: 'plan', action: 'say' },
  maySend: { resource: 'plan', action: 'say' },
  audited: 'a form to add a goal',
  get: (visit) => formPage(visit, undefined, [], {}),
  post: (visit) => send(visit, undefined),
}

const goalOf = ({ ctx, params }: Visit<AtTable>): Goal | undefined => find(ctx.state, 'goal', params['goal'])

const changing: RecordPage = {
  path: '/records/:record/plan/goal/:goal',
  params: { goal: 'entry' },
  may: { resource: 'plan', action: 'say' },
  maySend: { resource: 'plan', action: 'say' },
  audited: 'a form to change a goal',
  get: (visit) => {
    const goal = goalOf(visit)
    return goal === undefined ? notFound : formPage(visit, goal, [], goalAsTyped(goal))
  },
  post: async (visit) => {
    const goal = goalOf(visit)
    return goal === undefined ? notFound : send(visit, goal)
  },
}

export const goalPages: readonly RecordPage[] = [adding, changing]
