import { z } from 'zod'
import { numbered } from '../../record/paper-form.ts'
import { eyeOf } from '../../record/outcome-facts.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { optionalText, text } from '../../platform/web/fields.ts'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, parseForm, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { ABOUT_ME, ABOUT_TOPICS } from '../../record/about-me.ts'
import type { AtTable, RecordPage } from '../../table/at-table.ts'
import { wholeOrEasy } from '../../table/easy-read.tsx'
import { Frame, backTo, formErrors, laid } from '../../table/frame.tsx'
import { HowTold, howTold } from '../../table/how-told.tsx'
import { OnPaper } from '../../table/paper-form.tsx'
import { sendOr } from '../../table/send.ts'
import { easyAboutMe } from './easy.ts'
import { AboutMePage, aboutPath, mayTellAbout, titleOf } from './about-me.tsx'
import { tellAbout } from './decide.ts'
import { PART_WORDS, formWords, words } from './words.ts'
import { ABOUT_FORM } from './words-paper.ts'

const aboutMe: RecordPage = {
  path: '/records/:record/about-me',
  may: { resource: 'conversation', action: 'read' },
  audited: 'who the person is',
  get: (visit) =>
    laid(visit.ctx, 'about-me', {
      title: titleOf(visit.ctx),
      main: wholeOrEasy(visit, <AboutMePage table={visit.ctx} />, () => easyAboutMe(visit.ctx)),
    }),
}

type About = (typeof ABOUT_ME)[number]

const partOf = ({ params }: Visit<AtTable>): About | undefined =>
  ABOUT_ME.find(({ topic }) => topic === params['part'])

type FormProps = {
  readonly visit: Visit<AtTable>
  readonly about: About
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const Form = ({ visit, about, errors, typed }: FormProps) => {
  const { state, reader, head } = visit.ctx
  const own = eyeOf(state, reader.party) === 'person'
  const { ask, other } = PART_WORDS[about.part]
  const says = textOf(typed, 'text')
  return (
    <Frame title={own ? ask : `${words.type(state.person.name)}: ${other.toLowerCase()}`} errors={errors}>
      <OnPaper table={visit.ctx} form={ABOUT_FORM} />
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        {own ? null : <HowTold typed={typed} form={ABOUT_FORM.number} />}
        <Textarea
          name="text"
          label={{
            text: numbered(ABOUT_FORM, about.topic, own ? words.say : words.type(state.person.name)),
            class: 'govuk-label--m',
          }}
          hint={formWords.hint}
          error={errorAt(errors, 'text')}
          value={says}
          rows={5}
        />
        <Textarea
          name="varies"
          label={{ text: numbered(ABOUT_FORM, 'varies', formWords.varies), class: 'govuk-label--m' }}
          hint={formWords.variesHint}
          error={errorAt(errors, 'varies')}
          value={textOf(typed, 'varies')}
          rows={2}
        />
        <Button>{formWords.keep}</Button>
      </form>
    </Frame>
  )
}

const formPage = ({ visit, about, errors, typed }: FormProps): Answer =>
  laid(visit.ctx, 'about-me', {
    title: PART_WORDS[about.part].ask,
    main: mayTellAbout(visit.ctx) ? (
      <Form visit={visit} about={about} errors={errors} typed={typed} />
    ) : (
      <Frame title={titleOf(visit.ctx)} errors={errors}>
        <p class="govuk-body">{formWords.notYours}</p>
      </Frame>
    ),
    before: backTo(aboutPath(visit.ctx.record), titleOf(visit.ctx)),
    // Whoever types here writes as the person has said it.
    ownWords: true,
    bad: errors.length > 0,
  })

const schema = z.object({
  text: text(formWords.missing),
  varies: optionalText(),
  channel: howTold,
})

const say: RecordPage = {
  path: '/records/:record/about-me/:part/say',
  params: { part: ABOUT_TOPICS },
  may: { resource: 'conversation', action: 'say' },
  maySend: { resource: 'conversation', action: 'say' },
  audited: 'a form to say who the person is',
  get: (visit) => {
    const about = partOf(visit)
    return about === undefined ? notFound : formPage({ visit, about, errors: [], typed: {} })
  },
  post: async (visit) => {
    const about = partOf(visit)
    if (about === undefined) return notFound
    const { ctx, form } = visit
    const again = (errors: readonly FieldError[]) => formPage({ visit, about, errors, typed: form.values })
    const parsed = parseForm(schema, form)
    if (parsed.kind === 'bad') return again(parsed.errors)
    if (!mayTellAbout(ctx)) return again(formErrors([formWords.notYours]))
    const decision = tellAbout(
      { ...parsed.value, stamp: ctx.stamp('statement'), topic: about.topic },
      ctx.state,
    )
    return sendOr(visit, decision, aboutPath(ctx.record), formWords.kept, again)
  },
}

export const aboutMePages: readonly RecordPage[] = [aboutMe, say]
