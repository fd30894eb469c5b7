import { z } from 'zod'
import { optionalChoice, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { howTold } from '../../table/how-told.tsx'
import { optionalLevel } from '../../table/level-field.tsx'
import { sendOr } from '../../table/send.ts'
import { wholeOrEasy } from '../../table/easy-read.tsx'
import { BothPage } from './both-page.tsx'
import { tellProgress } from './decide.ts'
import { TimePage } from './time-page.tsx'
import { measurePages } from './measure-pages.tsx'
import { stepPages } from './step-pages.tsx'
import { easyBoth } from './easy-both.ts'
import { easyGoals } from './easy-goals.ts'
import { easyTime } from './easy-time.ts'
import { hopePages } from './hope-pages.tsx'
import { OutcomesPage } from './outcomes.tsx'
import { TellForm } from './tell-form.tsx'
import { hopeWords } from './words-hopes.ts'
import { bothWords, words as timeWords } from './words-over-time.ts'
import { ATTAINED_CHOICES, tellWords, words } from './words.ts'

const sayInSupport = { resource: 'support', action: 'say' } as const
const outcomesPath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'outcomes')

const outcomes: RecordPage = {
  path: '/records/:record/outcomes',
  may: { resource: 'support', action: 'read' },
  audited: 'how it goes with the goals',
  get: (visit) =>
    laid(visit.ctx, 'outcomes', {
      title: words.title,
      main: wholeOrEasy(visit, <OutcomesPage table={visit.ctx} />, () => easyGoals(visit.ctx)),
    }),
}

const tellPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'outcomes', {
    title: tellWords.title,
    main: <TellForm visit={visit} errors={errors} typed={typed} />,
    before: backTo(outcomesPath(visit), words.title),
    bad: errors.length > 0,
  })

const tellForm = z.object({
  goal: text(tellWords.goalMissing, { most: 200 }),
  says: text(tellWords.saysMissing),
  level: optionalLevel(hopeWords.levelWrong),
  attained: optionalChoice(ATTAINED_CHOICES).transform((value) =>
    value === undefined ? undefined : Number(value),
  ),
  channel: howTold,
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
    const decision = tellProgress({ ...parsed.value, stamp: visit.ctx.stamp('progress') }, visit.ctx.state)
    return sendOr(visit, decision, outcomesPath(visit), tellWords.kept, (errors) =>
      tellPage(visit, errors, visit.form.values),
    )
  },
}

const readConversation = { resource: 'conversation', action: 'read' } as const

const overTime: RecordPage = {
  path: '/records/:record/outcomes/over-time',
  may: readConversation,
  audited: 'the ladder over time',
  get: (visit) =>
    laid(visit.ctx, 'outcomes/over-time', {
      title: timeWords.title,
      main: wholeOrEasy(visit, <TimePage table={visit.ctx} />, () => easyTime(visit.ctx)),
    }),
}

const both: RecordPage = {
  path: '/records/:record/outcomes/both',
  may: readConversation,
  audited: 'choice and independence',
  get: (visit) =>
    laid(visit.ctx, 'outcomes/both', {
      title: bothWords.title,
      main: wholeOrEasy(visit, <BothPage table={visit.ctx} />, () => easyBoth(visit.ctx)),
    }),
}

export const outcomesPages: readonly RecordPage[] = [
  outcomes,
  tell,
  overTime,
  both,
  ...hopePages,
  ...stepPages,
  ...measurePages,
]
