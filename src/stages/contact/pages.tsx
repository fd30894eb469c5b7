import { z } from 'zod'
import { day } from '../../domain/dates/plain-date.ts'
import { TOPICS } from '../../domain/outcomes/topics.ts'
import { notFound } from '../../platform/web/answer.ts'
import { choice, choices, date, optionalChoice, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, mayDo, recordPath } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { sendOr } from '../../table/send.ts'
import { AskingPage } from './asking.tsx'
import { makeContact, putOnHold, takeUp } from './decide.ts'
import { AskForm, HoldForm, ResumeForm, writesForOthers } from './forms.tsx'
import { type Hold, holds } from './view.ts'
import { askWords, holdWords, resumeWords, words } from './words.ts'

const askingPath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'asking')
const back = (visit: Visit<AtTable>) => backTo(askingPath(visit), words.title)

const asking: RecordPage = {
  path: '/records/:record/asking',
  may: { resource: 'asking', action: 'read' },
  audited: 'what was asked',
  get: ({ ctx }) => laid(ctx, 'asking', { title: words.title, main: <AskingPage table={ctx} /> }),
}

const askPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'asking', {
    title: writesForOthers(visit.ctx) ? askWords.titleOther : askWords.title,
    main: <AskForm visit={visit} errors={errors} typed={typed} />,
    before: back(visit),
    bad: errors.length > 0,
  })

const askForm = z.object({
  how: choice(['phone', 'online', 'letter', 'referral', 'hospital', 'visit'], askWords.howMissing),
  about: text(askWords.aboutMissing),
  wants: optionalText(),
  signs: choices(TOPICS),
  urgent: choice(['yes', 'no'], askWords.urgentMissing),
  outcome: optionalChoice(['assess', 'advice-only', 'screened-out', 'passed-on', 'open']),
  why: optionalText(),
})

const ask: RecordPage = {
  path: '/records/:record/asking/ask',
  may: { resource: 'asking', action: 'say' },
  maySend: { resource: 'asking', action: 'say' },
  audited: 'a form to ask for help',
  get: (visit) => askPage(visit, [], {}),
  post: async (visit) => {
    const parsed = parseForm(askForm, visit.form)
    if (parsed.kind === 'bad') return askPage(visit, parsed.errors, parsed.typed)
    const { urgent, outcome, why, ...asked } = parsed.value
    // The first answer is the council's: what anybody else sends for it counts for nothing.
    const answers = mayDo(visit.ctx, 'asking', 'judge')
    const decision = makeContact({
      ...asked,
      stamp: visit.ctx.stamp('contact'),
      urgent: urgent === 'yes',
      outcome: answers && outcome !== 'open' ? outcome : undefined,
      why: answers ? why : undefined,
    })
    return sendOr(visit, decision, askingPath(visit), askWords.kept, (errors) =>
      askPage(visit, errors, visit.form.values),
    )
  },
}

const holdPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'asking', {
    title: holdWords.title,
    main: <HoldForm visit={visit} errors={errors} typed={typed} />,
    before: back(visit),
    bad: errors.length > 0,
  })

const holdForm = z.object({
  stage: choice(['assessment', 'eligibility', 'budget', 'plan', 'support', 'review'], holdWords.stageMissing),
  why: text(holdWords.whyMissing),
  until: date({ missing: holdWords.untilMissing, wrong: holdWords.untilWrong }),
  told: choice(['yes', 'no'], holdWords.toldMissing),
})

const hold: RecordPage = {
  path: '/records/:record/asking/hold',
  may: { resource: 'asking', action: 'judge' },
  maySend: { resource: 'asking', action: 'judge' },
  audited: 'a form to put a step on hold',
  get: (visit) => holdPage(visit, [], {}),
  post: async (visit) => {
    const parsed = parseForm(holdForm, visit.form)
    if (parsed.kind === 'bad') return holdPage(visit, parsed.errors, parsed.typed)
    const { until, told, ...held } = parsed.value
    const decision = putOnHold(
      { ...held, stamp: visit.ctx.stamp('hold'), until: day(until), told: told === 'yes' },
      visit.ctx.state,
    )
    return sendOr(visit, decision, askingPath(visit), holdWords.kept, (errors) =>
      holdPage(visit, errors, visit.form.values),
    )
  },
}

const heldOf = (visit: Visit<AtTable>): Hold | undefined =>
  holds(visit.ctx.state).find((held) => held.hold.id === visit.params['held'])

const resumePage = (visit: Visit<AtTable>, held: Hold, errors: readonly FieldError[]) =>
  laid(visit.ctx, 'asking', {
    title: resumeWords.title,
    main: <ResumeForm visit={visit} held={held} errors={errors} />,
    before: back(visit),
    bad: errors.length > 0,
  })

const resume: RecordPage = {
  path: '/records/:record/asking/resume/:held',
  params: { held: 'entry' },
  may: { resource: 'asking', action: 'judge' },
  maySend: { resource: 'asking', action: 'judge' },
  audited: 'what is on hold',
  get: (visit) => {
    const held = heldOf(visit)
    return held === undefined ? notFound : resumePage(visit, held, [])
  },
  post: async (visit) => {
    const held = heldOf(visit)
    if (held === undefined) return notFound
    const decision = takeUp({ stamp: visit.ctx.stamp('resume'), hold: held.hold.id }, visit.ctx.state)
    return sendOr(visit, decision, askingPath(visit), resumeWords.kept, (errors) =>
      resumePage(visit, held, errors),
    )
  },
}

export const contactPages: readonly RecordPage[] = [asking, ask, hold, resume]
