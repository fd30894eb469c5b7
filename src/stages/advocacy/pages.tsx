import { z } from 'zod'
import { day } from '../../domain/dates/plain-date.ts'
import { find } from '../../record/state.ts'
import { notFound } from '../../platform/web/answer.ts'
import { choice, date, optionalChoice, optionalText, text } from '../../platform/web/fields.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { wholeOrEasy } from '../../table/easy-read.tsx'
import { formPage } from '../../table/form-page.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { howTold } from '../../table/how-told.tsx'
import { AdvocacyPage, CHECKS } from './advocacy.tsx'
import { askAdvocacy, tellMet } from './decide.ts'
import { easyAdvocacy } from './easy.ts'
import { AskForm, MetForm } from './forms.tsx'
import { DIFFICULTY_WORDS, type Difficulty, STEPS, askWords, metWords, words } from './words.ts'

const advocacyPath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'advocacy')
const back = (visit: Visit<AtTable>) => backTo(advocacyPath(visit), words.title)

const advocacy: RecordPage = {
  path: '/records/:record/advocacy',
  may: { resource: 'capacity', action: 'read' },
  audited: 'help to take part',
  get: (visit) =>
    laid(visit.ctx, 'advocacy', {
      title: words.title,
      main: wholeOrEasy(visit, <AdvocacyPage table={visit.ctx} />, () => easyAdvocacy(visit.ctx, CHECKS)),
    }),
}

const isHard = (which: Difficulty) =>
  choice(['yes', 'no'], askWords.missing(DIFFICULTY_WORDS[which])).transform((sent) => sent === 'yes')
const somebody = (missing: string) =>
  text(missing, { most: 200 }).transform((sent) => (sent === 'nobody' ? undefined : sent))

const ask = formPage({
  path: '/records/:record/advocacy/ask',
  may: { resource: 'capacity', action: 'judge' },
  audited: 'a form to ask about help to take part',
  form: z.object({
    at: choice(STEPS, askWords.atMissing),
    understand: isHard('understand'),
    retain: isHard('retain'),
    weigh: isHard('weigh'),
    communicate: isHard('communicate'),
    supporter: somebody(askWords.supporterMissing),
    agrees: optionalChoice(['yes', 'no']),
    decision: choice(
      ['not-needed', 'supporter', 'referred', 'appointed', 'not-referred'],
      askWords.decisionMissing,
    ),
    advocate: optionalText({ most: 200 }).transform((sent) => (sent === 'nobody' ? undefined : sent)),
    says: optionalText(),
    channel: howTold,
  }),
  show: (visit, errors, typed) =>
    laid(visit.ctx, 'advocacy', {
      title: askWords.title,
      main: <AskForm visit={visit} errors={errors} typed={typed} />,
      before: back(visit),
      bad: errors.length > 0,
    }),
  decide: ({ understand, retain, weigh, communicate, agrees, ...value }, { ctx }) =>
    askAdvocacy(
      {
        ...value,
        stamp: ctx.stamp('advocacy'),
        difficulty: { understand, retain, weigh, communicate },
        agrees: agrees === undefined ? undefined : agrees === 'yes',
      },
      ctx.state,
    ),
  to: advocacyPath,
  notice: askWords.kept,
})

const met = formPage({
  path: '/records/:record/advocacy/:advocacy/met',
  params: { advocacy: 'entry' },
  may: { resource: 'capacity', action: 'say' },
  audited: 'a form to say when an advocate and the person first met',
  form: z.object({
    day: date({ missing: metWords.dayMissing, wrong: metWords.dayWrong }),
    says: text(metWords.saysMissing),
  }),
  show: (visit, errors, typed) =>
    find(visit.ctx.state, 'advocacy', visit.params['advocacy']) === undefined
      ? notFound
      : laid(visit.ctx, 'advocacy', {
          title: metWords.title,
          main: <MetForm visit={visit} errors={errors} typed={typed} />,
          before: back(visit),
          bad: errors.length > 0,
        }),
  decide: (value, { ctx, params }) =>
    tellMet(
      { stamp: ctx.stamp('note'), advocacy: params['advocacy'] ?? '', day: day(value.day), says: value.says },
      ctx.state,
    ),
  to: advocacyPath,
  notice: metWords.kept,
})

export const advocacyPages: readonly RecordPage[] = [advocacy, ask, met]
