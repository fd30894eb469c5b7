import type { VNode } from 'preact'
import { z } from 'zod'
import { TALK_ANSWERS } from '../../domain/outcomes/talk.ts'
import { TOPICS, TOPIC_WORDS, isTopic } from '../../domain/outcomes/topics.ts'
import { eyeOf } from '../../record/outcome-facts.ts'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { choice, choices, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import type { AtTable, RecordPage } from '../../table/at-table.ts'
import { wholeOrEasy } from '../../table/easy-read.tsx'
import { Frame, backTo, formErrors, laid } from '../../table/frame.tsx'
import { sendOr } from '../../table/send.ts'
import { HOPE_BELOW_NOW, sayHope, sayPossible, tellTalk } from './decide-hope.ts'
import { easyHope, easyHopes } from './easy-hopes.ts'
import { HopeForm, PossibleForm, TalkForm } from './hope-forms.tsx'
import { HopePage, HopesPage, hopesPath, maySayHope, mayTalk } from './hopes.tsx'
import { howTold } from '../../table/how-told.tsx'
import { level, optionalLevel } from '../../table/level-field.tsx'
import { type HopeView, hopeView } from './view-hopes.ts'
import { hopeWords, possibleWords, talkWords, words } from './words-hopes.ts'

const readConversation = { resource: 'conversation', action: 'read' } as const
const sayInConversation = { resource: 'conversation', action: 'say' } as const

const viewOf = ({ ctx, params }: Visit<AtTable>): HopeView | undefined => {
  const topic = params['topic'] ?? ''
  return isTopic(topic) ? hopeView(ctx.state, topic) : undefined
}

const hopes: RecordPage = {
  path: '/records/:record/outcomes/hopes',
  may: readConversation,
  audited: 'hopes',
  get: (visit) =>
    laid(visit.ctx, 'outcomes/hopes', {
      title: words.title,
      main: wholeOrEasy(visit, <HopesPage table={visit.ctx} />, () => easyHopes(visit.ctx)),
    }),
}

const hope: RecordPage = {
  path: '/records/:record/outcomes/hopes/:topic',
  params: { topic: TOPICS },
  may: readConversation,
  audited: 'hopes',
  get: (visit) => {
    const view = viewOf(visit)
    if (view === undefined) return notFound
    return laid(visit.ctx, 'outcomes/hopes', {
      title: `${words.title}: ${TOPIC_WORDS[view.topic]}`,
      main: wholeOrEasy(visit, <HopePage table={visit.ctx} view={view} />, () => easyHope(visit.ctx, view)),
      before: backTo(hopesPath(visit.ctx.record), words.title),
    })
  },
}

/** One of the three forms of a part of life, in its place. */
const formPage = (
  { ctx }: Visit<AtTable>,
  view: HopeView,
  title: string,
  main: VNode,
  errors: readonly FieldError[],
): Answer =>
  laid(ctx, 'outcomes/hopes', {
    title: `${title}: ${TOPIC_WORDS[view.topic]}`,
    main,
    before: backTo(hopesPath(ctx.record, view.topic), TOPIC_WORDS[view.topic]),
    bad: errors.length > 0,
  })

const hopeSchema = z.object({
  text: text(hopeWords.textMissing),
  hoped: level(hopeWords.hopedMissing),
  level: optionalLevel(hopeWords.levelWrong),
  less: choices(['yes']).transform((chosen) => chosen.length > 0),
  channel: howTold,
})

const hopeFormPage = (visit: Visit<AtTable>, view: HopeView, errors: readonly FieldError[], typed: Values) =>
  formPage(
    visit,
    view,
    hopeWords.title,
    maySayHope(visit.ctx) ? (
      <HopeForm visit={visit} view={view} errors={errors} typed={typed} />
    ) : (
      <Frame title={hopeWords.title} errors={errors}>
        <p class="govuk-body">{hopeWords.notYours}</p>
      </Frame>
    ),
    errors,
  )

/** A hope below now is asked about with a box of its own: the error leads there. */
const atTheBox = (errors: readonly FieldError[]): readonly FieldError[] =>
  errors.map((error) =>
    error.says.includes(HOPE_BELOW_NOW) ? { field: 'less', says: error.says, at: 'less' } : error,
  )

async function sendHope(visit: Sent<AtTable>, view: HopeView): Promise<Answer> {
  const { ctx, form } = visit
  const again = (errors: readonly FieldError[]) => hopeFormPage(visit, view, atTheBox(errors), form.values)
  const parsed = parseForm(hopeSchema, form)
  if (parsed.kind === 'bad') return again(parsed.errors)
  if (!maySayHope(ctx)) return again(formErrors([hopeWords.notYours]))
  const own = eyeOf(ctx.state, ctx.reader.party) === 'person'
  const saidBy = own ? (ctx.reader.party ?? '') : ctx.state.person.id
  const decision = sayHope(
    { ...parsed.value, stamp: ctx.stamp('statement'), topic: view.topic, saidBy },
    ctx.state,
  )
  return sendOr(visit, decision, hopesPath(ctx.record, view.topic), hopeWords.kept, again)
}

const saying: RecordPage = {
  path: '/records/:record/outcomes/hopes/:topic/say',
  params: { topic: TOPICS },
  may: sayInConversation,
  maySend: sayInConversation,
  audited: 'a form to say what is hoped for',
  get: (visit) => {
    const view = viewOf(visit)
    return view === undefined ? notFound : hopeFormPage(visit, view, [], {})
  },
  post: async (visit) => {
    const view = viewOf(visit)
    return view === undefined ? notFound : sendHope(visit, view)
  },
}

const possibleSchema = z.object({
  ground: text(possibleWords.groundMissing),
  possible: level(possibleWords.possibleMissing),
  level: optionalLevel(hopeWords.levelWrong),
})

const possiblePage = (visit: Visit<AtTable>, view: HopeView, errors: readonly FieldError[], typed: Values) =>
  formPage(
    visit,
    view,
    possibleWords.title,
    <PossibleForm visit={visit} view={view} errors={errors} typed={typed} />,
    errors,
  )

const possible: RecordPage = {
  path: '/records/:record/outcomes/hopes/:topic/possible',
  params: { topic: TOPICS },
  may: { resource: 'conversation', action: 'judge' },
  maySend: { resource: 'conversation', action: 'judge' },
  audited: 'a form to say what is thought possible',
  get: (visit) => {
    const view = viewOf(visit)
    return view === undefined ? notFound : possiblePage(visit, view, [], {})
  },
  post: async (visit) => {
    const view = viewOf(visit)
    if (view === undefined) return notFound
    const { ctx, form } = visit
    const again = (errors: readonly FieldError[]) => possiblePage(visit, view, errors, form.values)
    const parsed = parseForm(possibleSchema, form)
    if (parsed.kind === 'bad') return again(parsed.errors)
    const decision = sayPossible(
      { ...parsed.value, stamp: ctx.stamp('statement'), topic: view.topic },
      ctx.state,
    )
    return sendOr(visit, decision, hopesPath(ctx.record, view.topic), possibleWords.kept, again)
  },
}

const talkSchema = z.object({
  tried: optionalText(),
  'in-the-way': optionalText(),
  answer: choice(TALK_ANSWERS, talkWords.answerMissing),
  says: text(talkWords.saysMissing),
  what: optionalText(),
  weeks: optionalText().transform((typed, context) => {
    if (typed === undefined) return undefined
    if (/^\d{1,2}$/.test(typed)) return Number(typed)
    context.addIssue({ code: 'custom', message: talkWords.weeksMissing })
    return z.NEVER
  }),
  agreed: optionalLevel(hopeWords.levelWrong),
})

const talkPage = (visit: Visit<AtTable>, view: HopeView, errors: readonly FieldError[], typed: Values) =>
  formPage(
    visit,
    view,
    talkWords.title,
    mayTalk(visit.ctx) ? (
      <TalkForm visit={visit} view={view} errors={errors} typed={typed} />
    ) : (
      <Frame title={talkWords.title} errors={errors}>
        <p class="govuk-body">{talkWords.notYours}</p>
      </Frame>
    ),
    errors,
  )

async function sendTalk(visit: Sent<AtTable>, view: HopeView): Promise<Answer> {
  const { ctx, form } = visit
  const again = (errors: readonly FieldError[]) => talkPage(visit, view, errors, form.values)
  const parsed = parseForm(talkSchema, form)
  if (parsed.kind === 'bad') return again(parsed.errors)
  if (!mayTalk(ctx)) return again(formErrors([talkWords.notYours]))
  const { 'in-the-way': inTheWay, ...said } = parsed.value
  const decision = tellTalk(
    { ...said, inTheWay, stamp: ctx.stamp('note'), goalStamp: ctx.stamp('goal'), topic: view.topic },
    ctx.state,
  )
  return sendOr(visit, decision, hopesPath(ctx.record, view.topic), talkWords.kept, again)
}

const talking: RecordPage = {
  path: '/records/:record/outcomes/hopes/:topic/talk',
  params: { topic: TOPICS },
  may: sayInConversation,
  maySend: sayInConversation,
  audited: 'a form to write down a talk about hopes',
  get: (visit) => {
    const view = viewOf(visit)
    return view === undefined ? notFound : talkPage(visit, view, [], {})
  },
  post: async (visit) => {
    const view = viewOf(visit)
    return view === undefined ? notFound : sendTalk(visit, view)
  },
}

export const hopePages: readonly RecordPage[] = [hopes, hope, saying, possible, talking]
