import { z } from 'zod'
import type { Unsaid } from '../../domain/contracts/beside.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { type Answer, conflictPage, notFound, redirect } from '../../platform/web/answer.ts'
import { date, text } from '../../platform/web/fields.ts'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import {
  type FieldError,
  type Form,
  type Values,
  errorAt,
  parseForm,
  textOf,
} from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable, RecordPage } from '../../table/at-table.ts'
import { NextSupportFields } from '../../table/contracts/next-support-fields.tsx'
import { nextWords } from '../../table/contracts/words.ts'
import { Frame, backTo, formErrors, laid } from '../../table/frame.tsx'
import { isThePerson } from '../../table/reader.ts'
import { LEDGER_MOVED, agreedOf, agreedPath, headsOf } from './keep.ts'
import type { Agreed } from './view.ts'
import { WhoSupports } from './who-supports.tsx'
import { isWorker, voiceOf } from './voice.ts'
import { words } from './words.ts'
import { whoWords as w } from './words-who.ts'

const SAY = { resource: 'support', action: 'say' } as const

type Props = {
  readonly visit: Visit<AtTable>
  readonly agreed: Agreed
  readonly errors: readonly FieldError[]
  readonly values: Values
}

const label = (says: string) => ({ text: says, class: 'govuk-label--m' })

/** The worker says who gives the support next; the person, or who acts for them, what they think of it. */
const WhoForm = ({ visit, agreed, errors, values }: Props) => {
  const table = visit.ctx
  const whose = isThePerson(table.reader) ? 'mine' : 'theirs'
  const types = isWorker(table)
  return (
    <Frame title={types ? w.nextTitle : w.wordTitle} errors={errors}>
      <WhoSupports table={table} agreed={agreed} maySay={false} isFirst />
      <p class="govuk-body">{types ? w.nextIntro : w.wordIntro}</p>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={headsOf(visit, agreed)} />
        {types ? (
          <NextSupportFields errors={errors} values={values} asks={w} />
        ) : (
          <Textarea
            name="says"
            label={label(w.says[whose])}
            rows={4}
            error={errorAt(errors, 'says')}
            value={textOf(values, 'says')}
          />
        )}
        <Button>{w.keep}</Button>
      </form>
    </Frame>
  )
}

const shown = (
  visit: Visit<AtTable>,
  agreed: Agreed,
  errors: readonly FieldError[],
  values: Values,
): Answer =>
  laid(visit.ctx, 'agreed', {
    title: isWorker(visit.ctx) ? w.nextTitle : w.wordTitle,
    main: <WhoForm visit={visit} agreed={agreed} errors={errors} values={values} />,
    before: backTo(agreedPath(visit), words.title),
    bad: errors.length > 0,
  })

const wordForm = z.object({ says: text(w.saysMissing) })
const nextForm = z.object({
  who: text(w.whoMissing, { most: 2000 }),
  from: date({ missing: nextWords.fromMissing, wrong: nextWords.fromWrong, from: '1900-01-01' }),
  said: text(nextWords.saidMissing),
})

type Read =
  | { readonly kind: 'good'; readonly says: Unsaid<'next' | 'word'> }
  | { readonly kind: 'bad'; readonly errors: readonly FieldError[] }

function read(table: AtTable, form: Form, person: string): Read {
  const on = table.state.on
  if (!isWorker(table)) {
    const parsed = parseForm(wordForm, form)
    return parsed.kind === 'bad'
      ? parsed
      : { kind: 'good', says: { kind: 'word', on, person, says: parsed.value.says } }
  }
  const parsed = parseForm(nextForm, form)
  if (parsed.kind === 'bad') return parsed
  const { who, from, said } = parsed.value
  return { kind: 'good', says: { kind: 'next', on, person, who, from: day(from), said } }
}

const whoSupports: RecordPage = {
  path: '/records/:record/agreed/:contract/who-supports',
  params: { contract: 'entry' },
  may: SAY,
  maySend: SAY,
  audited: 'a form to say who gives the support next',
  get: async (visit) => {
    const agreed = await agreedOf(visit)
    return agreed === undefined || voiceOf(visit.ctx) === undefined ? notFound : shown(visit, agreed, [], {})
  },
  post: async (visit) => {
    const { ctx, form, key, head } = visit
    const agreed = await agreedOf(visit)
    if (agreed === undefined || voiceOf(ctx) === undefined) return notFound
    const show = (errors: readonly FieldError[]) => shown(visit, agreed, errors, form.values)
    if (form.lookOver === true) return show([])
    const said = read(ctx, form, agreed.under.person)
    if (said.kind === 'bad') return show(said.errors)
    if (head !== headsOf(visit, agreed)) {
      const page = show(formErrors([LEDGER_MOVED]))
      return page.kind === 'page' ? conflictPage(page) : page
    }
    return (await ctx.contracts.say(agreed.under.id, said.says, key))
      ? redirect(agreedPath(visit), isWorker(ctx) ? w.nextKept : w.wordKept)
      : show(formErrors([w.notYours]))
  },
}

export const whoPages: readonly RecordPage[] = [whoSupports]
