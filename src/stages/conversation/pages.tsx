import { z } from 'zod'
import { isCarerOutcome, isTopic, TOPICS, TOPIC_WORDS, type Topic } from '../../domain/outcomes/topics.ts'
import { WELLBEING_AREAS } from '../../domain/outcomes/wellbeing.ts'
import type { Entry } from '../../record/entries.ts'
import { WAYS_TO_ASSESS } from '../../record/kinds.ts'
import { notFound } from '../../platform/web/answer.ts'
import { choice, choices, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath, settle } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { OVERTAKEN_PRESS, sendOr } from '../../table/send.ts'
import { isThePerson } from '../../table/reader.ts'
import { advicePages } from './advice-pages.tsx'
import { AssessmentForm } from './assessment.tsx'
import { closeAssessment, contest, findNeed, openAssessment, say, stillRight, tellHelp } from './decide.ts'
import { DisputeForm } from './dispute-form.tsx'
import { NeedForm } from './need.tsx'
import { SayForm, mayTypeForOthers, speakerOf } from './say.tsx'
import { hoursField, saySchema } from './say-fields.tsx'
import { Topic as TopicPage } from './topic.tsx'
import { Topics } from './topics.tsx'
import { topicView } from './view.ts'
import { UnpaidHelp } from './unpaid-help.tsx'
import { disputeWords, helpWords, needWords, sayWords, words } from './words.ts'

const readConversation = { resource: 'conversation', action: 'read' } as const
const sayIt = { resource: 'conversation', action: 'say' } as const
const judge = { resource: 'conversation', action: 'judge' } as const

const topicOf = (visit: Visit<AtTable>): Topic | undefined => {
  const topic = visit.params['topic'] ?? ''
  return isTopic(topic) ? topic : undefined
}

const topics: RecordPage = {
  path: '/records/:record/conversation',
  may: readConversation,
  audited: 'the conversation',
  get: (visit) => laid(visit.ctx, 'conversation', { title: words.title, main: <Topics table={visit.ctx} /> }),
}

const topic: RecordPage = {
  path: '/records/:record/conversation/:topic',
  params: { topic: TOPICS },
  may: readConversation,
  audited: 'the conversation',
  get: (visit) => {
    const asked = topicOf(visit)
    if (asked === undefined) return notFound
    return laid(visit.ctx, 'conversation', {
      title: TOPIC_WORDS[asked],
      main: <TopicPage visit={visit} view={topicView(visit.ctx.state, asked)} />,
      before: backTo(recordPath(visit.ctx.record, 'conversation'), 'All topics'),
    })
  },
}

const confirm: RecordPage = {
  path: '/records/:record/conversation/:topic/still-right',
  params: { topic: TOPICS },
  may: sayIt,
  maySend: sayIt,
  audited: 'the conversation',
  post: async (visit) => {
    const asked = topicOf(visit)
    const parsed = parseForm(z.object({ statement: text('Choose what is still right') }), visit.form)
    if (asked === undefined || parsed.kind === 'bad') return notFound
    const back = recordPath(visit.ctx.record, 'conversation', asked)
    const decision = stillRight(
      { stamp: visit.ctx.stamp('note'), statement: parsed.value.statement },
      visit.ctx.state,
    )
    const outcome = await settle(
      visit,
      decision,
      back,
      'Thank you. It is on record that this is still right.',
    )
    if (outcome.kind === 'sent') return outcome.answer
    return { kind: 'refused', says: outcome.kind === 'refused' ? outcome.says : [OVERTAKEN_PRESS], back }
  },
}

/** The person’s own, a carer’s about their own life, and whatever is written down as another has said it. */
const isOwnWords = (visit: Visit<AtTable>, asked: Topic): boolean => {
  const { reader } = visit.ctx
  const isOwnTopic = isCarerOutcome(asked) && reader.relationships.includes('carer')
  return speakerOf(visit) !== (reader.party ?? '') || isThePerson(reader) || isOwnTopic
}

const sayPage = (visit: Visit<AtTable>, asked: Topic, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'conversation', {
    title: `Say how it is: ${TOPIC_WORDS[asked]}`,
    main: <SayForm visit={visit} topic={asked} errors={errors} typed={typed} />,
    before: backTo(recordPath(visit.ctx.record, 'conversation', asked), TOPIC_WORDS[asked]),
    ownWords: isOwnWords(visit, asked),
    bad: errors.length > 0,
  })

const sayForm = z.object({
  ...saySchema,
  text: text(sayWords.textMissing),
  channel: optionalText({ most: 100 }),
})

const saying: RecordPage = {
  path: '/records/:record/conversation/:topic/say',
  params: { topic: TOPICS },
  may: sayIt,
  maySend: sayIt,
  audited: 'a form to say how things are',
  get: (visit) => {
    const asked = topicOf(visit)
    return asked === undefined ? notFound : sayPage(visit, asked, [], {})
  },
  post: async (visit) => {
    const asked = topicOf(visit)
    if (asked === undefined) return notFound
    const parsed = parseForm(sayForm, visit.form)
    if (parsed.kind === 'bad') return sayPage(visit, asked, parsed.errors, parsed.typed)
    const stamp = visit.ctx.stamp('statement')
    const decision = say({ ...parsed.value, stamp, topic: asked, saidBy: speakerOf(visit) }, visit.ctx.state)
    return sendOr(
      visit,
      decision,
      recordPath(visit.ctx.record, 'conversation', asked),
      sayWords.kept,
      (errors) => sayPage(visit, asked, errors, visit.form.values),
    )
  },
}

const needPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'conversation', {
    title: needWords.title,
    main: <NeedForm visit={visit} errors={errors} typed={typed} />,
    before: backTo(recordPath(visit.ctx.record, 'conversation'), 'Conversation'),
    bad: errors.length > 0,
  })

const needForm = z.object({
  subject: text('Choose whose need it is'),
  text: text('Say in a few words what the need is'),
  topics: choices(TOPICS, 'Choose at least one part of daily life'),
  cause: optionalText().transform((typed) => typed ?? ''),
  test: choice(
    ['unable', 'pain', 'danger', 'slow', 'health', 'managing'],
    'Choose which is true without help',
  ),
  wellbeing: choices(WELLBEING_AREAS),
  impact: choice(['none', 'some', 'significant'], 'Choose how much it bears on their wellbeing'),
  impactWhy: optionalText().transform((typed) => typed ?? ''),
  metBy: optionalText(),
  statements: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((sent) => (typeof sent === 'string' ? [sent] : sent)),
})

const need: RecordPage = {
  path: '/records/:record/conversation/need',
  may: judge,
  maySend: judge,
  audited: 'a form to find a need',
  get: (visit) => needPage(visit, [], {}),
  post: async (visit) => {
    const parsed = parseForm(needForm, visit.form)
    if (parsed.kind === 'bad') return needPage(visit, parsed.errors, parsed.typed)
    const { subject, ...found } = parsed.value
    const { ctx } = visit
    const of = subject === ctx.state.person.id ? undefined : subject
    const decision = findNeed({ ...found, of, stamp: ctx.stamp('need') }, ctx.state)
    return sendOr(visit, decision, recordPath(ctx.record, 'eligibility'), needWords.kept, (errors) =>
      needPage(visit, errors, visit.form.values),
    )
  },
}

const helpPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'conversation', {
    title: helpWords.title,
    main: <UnpaidHelp visit={visit} errors={errors} typed={typed} />,
    before: backTo(recordPath(visit.ctx.record, 'conversation'), 'Conversation'),
    ownWords: !mayTypeForOthers(visit.ctx),
    bad: errors.length > 0,
  })

const helpForm = z.object({
  carer: text('Choose who helps'),
  provides: text('Say what they do'),
  hours: hoursField,
  willing: choice(['yes', 'no'], 'Choose whether they are willing to go on'),
  able: choice(['yes', 'no'], 'Choose whether they are able to go on'),
  assessment: choice(
    ['accepted', 'declined', 'not-offered'],
    'Choose whether they were offered an assessment',
  ),
})

const unpaidHelp: RecordPage = {
  path: '/records/:record/conversation/unpaid-help',
  may: readConversation,
  maySend: sayIt,
  audited: 'who helps without pay',
  get: (visit) => helpPage(visit, [], {}),
  post: async (visit) => {
    const parsed = parseForm(helpForm, visit.form)
    if (parsed.kind === 'bad') return helpPage(visit, parsed.errors, parsed.typed)
    const { willing, able, ...told } = parsed.value
    const command = {
      ...told,
      willing: willing === 'yes',
      able: able === 'yes',
      stamp: visit.ctx.stamp('carer-identified'),
    }
    const to = recordPath(visit.ctx.record, 'conversation', 'unpaid-help')
    return sendOr(visit, tellHelp(command, visit.ctx.state), to, helpWords.kept, (errors) =>
      helpPage(visit, errors, visit.form.values),
    )
  },
}

const assessmentPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'conversation', {
    title: 'Assessments',
    main: <AssessmentForm visit={visit} errors={errors} typed={typed} />,
    before: backTo(recordPath(visit.ctx.record, 'conversation'), 'Conversation'),
    bad: errors.length > 0,
  })

const openForm = z.object({
  subject: text('Choose whose assessment it is'),
  of: choice(['needs', 'carer', 'transition', 'reassessment'], 'Choose what kind of assessment it is'),
  way: choice(WAYS_TO_ASSESS, 'Choose which way was chosen'),
  offered: choices(WAYS_TO_ASSESS),
  told: choices(['yes']),
})
const closeForm = z.object({
  close: text('Choose the assessment'),
  outcome: choice(['completed', 'refused-by-person', 'withdrawn'], 'Choose how the assessment ended'),
})

const assessment: RecordPage = {
  path: '/records/:record/conversation/assessment',
  may: judge,
  maySend: judge,
  audited: 'the assessments',
  get: (visit) => assessmentPage(visit, [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const back = recordPath(ctx.record, 'conversation', 'assessment')
    const show = (errors: readonly FieldError[]) => assessmentPage(visit, errors, form.values)
    if (form.values['close'] !== undefined) {
      const parsed = parseForm(closeForm, form)
      if (parsed.kind === 'bad') return show(parsed.errors)
      const { close, outcome } = parsed.value
      const decision = closeAssessment(
        { stamp: ctx.stamp('assessment-closed'), assessment: close, outcome },
        ctx.state,
      )
      return sendOr(visit, decision, back, 'The assessment is closed.', show)
    }
    const parsed = parseForm(openForm, form)
    if (parsed.kind === 'bad') return show(parsed.errors)
    const { told, ...opened } = parsed.value
    const stamp = ctx.stamp('assessment-opened')
    const decision = openAssessment({ ...opened, stamp, toldWhatToExpect: told.length > 0 }, ctx.state)
    return sendOr(visit, decision, back, 'The assessment is open.', show)
  },
}

const disputePage = (visit: Visit<AtTable>, entry: Entry, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'conversation', {
    title: disputeWords.title,
    main: <DisputeForm visit={visit} entry={entry} errors={errors} typed={typed} />,
    before: backTo(recordPath(visit.ctx.record), 'The record'),
    bad: errors.length > 0,
  })

const disputeForm = z.object({
  ...saySchema,
  says: text(disputeWords.saysMissing),
  wants: optionalText().transform((typed) => typed ?? ''),
})

const dispute: RecordPage = {
  path: '/records/:record/conversation/dispute/:entry',
  params: { entry: 'entry' },
  may: { resource: 'conversation', action: 'dispute' },
  maySend: { resource: 'conversation', action: 'dispute' },
  audited: 'a form to say what is wrong',
  get: (visit) => {
    const entry = visit.ctx.state.byId.get(visit.params['entry'] ?? '')
    return entry === undefined ? notFound : disputePage(visit, entry, [], {})
  },
  post: async (visit) => {
    const { ctx } = visit
    const entry = ctx.state.byId.get(visit.params['entry'] ?? '')
    if (entry === undefined) return notFound
    const parsed = parseForm(disputeForm, visit.form)
    if (parsed.kind === 'bad') return disputePage(visit, entry, parsed.errors, parsed.typed)
    const { says, wants, text: insteadText, ...said } = parsed.value
    const stamp = ctx.stamp('dispute')
    const speaksToo =
      entry.kind === 'statement' &&
      (insteadText !== undefined || said.level !== undefined || said.times !== undefined)
    const instead = speaksToo
      ? {
          ...said,
          text: insteadText ?? says,
          topic: entry.topic,
          saidBy: stamp.by,
          stamp: ctx.stamp('statement'),
        }
      : undefined
    const decision = contest({ stamp, of: entry.id, says, wants, instead }, ctx.state)
    const to = recordPath(ctx.record, 'challenge', stamp.id)
    return sendOr(visit, decision, to, disputeWords.kept, (errors) =>
      disputePage(visit, entry, errors, visit.form.values),
    )
  },
}

export const conversationPages: readonly RecordPage[] = [
  ...advicePages,
  topics,
  need,
  assessment,
  unpaidHelp,
  dispute,
  topic,
  confirm,
  saying,
]
