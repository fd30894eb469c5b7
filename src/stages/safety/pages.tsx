import { z } from 'zod'
import { TOPICS } from '../../domain/outcomes/topics.ts'
import type { Entry } from '../../record/entries.ts'
import { notFound } from '../../platform/web/answer.ts'
import { choice, optionalChoice, optionalText, text } from '../../platform/web/fields.ts'
import type { Values } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { wholeOrEasy } from '../../table/easy-read.tsx'
import { formPage } from '../../table/form-page.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { howTold } from '../../table/how-told.tsx'
import { goOn, raiseConcern, sayKept, showKept } from './decide.ts'
import { easySafety } from './easy.ts'
import { ConcernForm, NextForm, SaidForm, ShowForm } from './forms.tsx'
import { SafetyPage } from './safety.tsx'
import { type Matter, keptEntries, matters } from './view.ts'
import { GROUNDS, concernWords, nextWords, saidWords, showWords, words } from './words.ts'

const judge = { resource: 'safeguarding', action: 'judge' } as const
const safetyPath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'safety')
const back = (visit: Visit<AtTable>) => backTo(safetyPath(visit), words.title)

const safety: RecordPage = {
  path: '/records/:record/safety',
  may: { resource: 'safeguarding', action: 'read' },
  audited: 'staying safe',
  get: (visit) =>
    laid(visit.ctx, 'safety', {
      title: words.title,
      main: wholeOrEasy(visit, <SafetyPage table={visit.ctx} />, () => easySafety(visit.ctx)),
    }),
}

const keep = {
  from: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((sent) => (typeof sent === 'string' ? (sent === '' ? [] : [sent]) : [...new Set(sent)])),
  ground: optionalChoice(GROUNDS),
  keepWhy: optionalText(),
  again: optionalText(),
}

const concern = formPage({
  path: '/records/:record/safety/concern',
  // Whoever sees harm first may say so; what comes of it is for those who look into it.
  may: { resource: 'safeguarding', action: 'say' },
  audited: 'a form to write down a concern',
  form: z.object({
    ...keep,
    about: text(concernWords.aboutMissing),
    wants: optionalText(),
    channel: howTold,
  }),
  show: (visit, errors, typed) =>
    laid(visit.ctx, 'safety', {
      title: concernWords.title,
      main: <ConcernForm visit={visit} errors={errors} typed={typed} />,
      before: back(visit),
      bad: errors.length > 0,
    }),
  decide: (value, { ctx }) => raiseConcern({ ...value, stamp: ctx.stamp('safeguarding') }, ctx.state),
  to: safetyPath,
  notice: concernWords.kept,
})

const matterOf = ({ ctx, params }: Visit<AtTable>): Matter | undefined =>
  matters(ctx.state).find(({ first }) => first.id === params['concern'])

/** What is kept from somebody stays kept unless it is said: the boxes are ticked as they are for the concern. */
const asForConcern = ({ first: { withheld } }: Matter, typed: Values): Values =>
  Object.keys(typed).length > 0 || withheld === undefined
    ? typed
    : {
        from: withheld.from,
        ground: /confidence/i.test(withheld.exemption) ? 'both' : 'harm',
        keepWhy: withheld.why,
      }

const next = formPage({
  path: '/records/:record/safety/:concern/next',
  params: { concern: 'entry' },
  may: judge,
  audited: 'a form about what happens after a concern',
  form: z.object({
    ...keep,
    event: choice(['enquiry', 'no-enquiry', 'closed'], nextWords.eventMissing),
    about: text(nextWords.aboutMissing),
    wants: optionalText(),
    why: optionalText(),
  }),
  show: (visit, errors, typed) => {
    const matter = matterOf(visit)
    return matter === undefined
      ? notFound
      : laid(visit.ctx, 'safety', {
          title: nextWords.title,
          main: (
            <NextForm visit={visit} errors={errors} typed={asForConcern(matter, typed)} matter={matter} />
          ),
          before: back(visit),
          bad: errors.length > 0,
        })
  },
  decide: (value, { ctx, params }) =>
    goOn({ ...value, stamp: ctx.stamp('safeguarding'), concern: params['concern'] ?? '' }, ctx.state),
  to: safetyPath,
  notice: nextWords.kept,
})

const said = formPage({
  path: '/records/:record/safety/said',
  may: judge,
  audited: 'a form for what was said in confidence',
  form: z.object({
    ...keep,
    saidBy: text(saidWords.whoMissing, { most: 200 }),
    topic: choice(TOPICS, saidWords.topicMissing),
    text: text(saidWords.textMissing),
  }),
  show: (visit, errors, typed) =>
    laid(visit.ctx, 'safety', {
      title: saidWords.title,
      main: <SaidForm visit={visit} errors={errors} typed={typed} />,
      before: back(visit),
      bad: errors.length > 0,
    }),
  decide: (value, { ctx }) => sayKept({ ...value, stamp: ctx.stamp('statement') }, ctx.state),
  to: safetyPath,
  notice: saidWords.kept,
})

const keptOf = ({ ctx, params }: Visit<AtTable>): Entry | undefined => {
  const id = ctx.state.byId.get(params['kept'] ?? '')?.id
  return keptEntries(ctx.state).find((entry) => entry.id === id)
}

const show = formPage({
  path: '/records/:record/safety/show/:kept',
  params: { kept: 'entry' },
  may: judge,
  audited: 'a form to show what was kept from somebody',
  form: z.object({ why: text(showWords.whyMissing) }),
  show: (visit, errors, typed) => {
    const entry = keptOf(visit)
    return entry === undefined
      ? notFound
      : laid(visit.ctx, 'safety', {
          title: showWords.title,
          main: <ShowForm visit={visit} errors={errors} typed={typed} entry={entry} />,
          before: back(visit),
          bad: errors.length > 0,
        })
  },
  decide: ({ why }, visit) =>
    showKept(
      {
        stamp: visit.ctx.stamp(keptOf(visit)?.kind ?? 'safeguarding'),
        entry: visit.params['kept'] ?? '',
        why,
      },
      visit.ctx.state,
    ),
  to: safetyPath,
  notice: showWords.kept,
})

export const safetyPages: readonly RecordPage[] = [safety, concern, said, show, next]
