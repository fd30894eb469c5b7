import { z } from 'zod'
import { isLevel } from '../../domain/outcomes/ladder.ts'
import { optionalChoice, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { sendOr } from '../../table/send.ts'
import { tellProgress } from './decide.ts'
import { OutcomesPage, TellForm } from './outcomes.tsx'
import { tellWords, words } from './words.ts'

const sayInSupport = { resource: 'support', action: 'say' } as const
const outcomesPath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'outcomes')

const outcomes: RecordPage = {
  path: '/records/:record/outcomes',
  may: { resource: 'support', action: 'read' },
  audited: 'how it goes with the goals',
  get: ({ ctx }) =>
    laid(ctx, 'support', {
      title: words.title,
      main: <OutcomesPage table={ctx} />,
      before: backTo(recordPath(ctx.record, 'support'), 'Support'),
    }),
}

const tellPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'support', {
    title: tellWords.title,
    main: <TellForm visit={visit} errors={errors} typed={typed} />,
    before: backTo(outcomesPath(visit), words.title),
    bad: errors.length > 0,
  })

const tellForm = z.object({
  goal: text(tellWords.goalMissing, { most: 200 }),
  says: text(tellWords.saysMissing),
  level: optionalChoice(['0', '1', '2', '3', '4']),
})

const tell: RecordPage = {
  path: '/records/:record/outcomes/tell',
  may: sayInSupport,
  maySend: sayInSupport,
  audited: 'a form to say how it goes with a goal',
  get: (visit) => tellPage(visit, [], {}),
  post: async (visit) => {
    const parsed = parseForm(tellForm, visit.form)
    if (parsed.kind === 'bad') return tellPage(visit, parsed.errors, parsed.typed)
    const { goal, says } = parsed.value
    const level = parsed.value.level === undefined ? undefined : Number(parsed.value.level)
    const decision = tellProgress(
      { stamp: visit.ctx.stamp('progress'), goal, says, level: isLevel(level) ? level : undefined },
      visit.ctx.state,
    )
    return sendOr(visit, decision, outcomesPath(visit), tellWords.kept, (errors) =>
      tellPage(visit, errors, visit.form.values),
    )
  },
}

export const outcomesPages: readonly RecordPage[] = [outcomes, tell]
