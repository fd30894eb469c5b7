import { z } from 'zod'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { choice, text } from '../../platform/web/fields.ts'
import { type FieldError, type Form, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, mayDo } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { howTold } from './decide.ts'
import { contestVisit } from './decide-visits.ts'
import { agreedOf, agreedPath, keep } from './keep.ts'
import type { Agreed } from './view.ts'
import {
  type MonthOfVisits,
  careOn,
  daysOfMonth,
  monthAsked,
  monthOfVisits,
  monthsOf,
  visitInWords,
} from './view-visits.ts'
import { NotSoForm, VisitsPage, visitsPath } from './visits.tsx'
import { type Voice, speakerOf, voiceOf } from './voice.ts'
import { HOW_TOLD, confirmWords, words } from './words.ts'
import { visitWords as w } from './words-visits.ts'

const READ = { resource: 'support', action: 'read' } as const
const SAY = { resource: 'support', action: 'say' } as const

type Month = {
  readonly agreed: Agreed
  readonly months: readonly string[]
  readonly month: string
  readonly of: MonthOfVisits
  /** the visits of days of which the provider has reported what was given */
  readonly reported: MonthOfVisits['visits']
}

async function monthFor(visit: Visit<AtTable>, asked: string): Promise<Month | undefined> {
  const agreed = await agreedOf(visit)
  if (agreed === undefined) return undefined
  const { ctx } = visit
  const months = monthsOf(agreed.ledger, ctx.state.on)
  const month = monthAsked(months, asked)
  if (month === undefined) return undefined
  const of = monthOfVisits(await ctx.contracts.visits(agreed.under, daysOfMonth(month)))
  const reported = of.visits.filter(
    ({ day, state }) =>
      state !== 'cancelled' && careOn(agreed.ledger, agreed.under.person, day) !== undefined,
  )
  return { agreed, months, month, of, reported }
}

const visits: RecordPage = {
  path: '/records/:record/agreed/:contract/visits',
  params: { contract: 'entry' },
  may: READ,
  audited: 'visits by a provider',
  get: async (visit) => {
    const { ctx } = visit
    const found = await monthFor(visit, textOf(visit.query, 'month'))
    if (found === undefined) return notFound
    const maySay = mayDo(ctx, 'support', 'say') && voiceOf(ctx) !== undefined
    return laid(ctx, 'agreed', {
      title: w.title,
      main: <VisitsPage table={ctx} {...found} maySay={maySay} isReported={found.reported.length > 0} />,
      before: backTo(agreedPath(visit), words.title),
    })
  },
}

type Asked = { readonly month: Month; readonly voice: Voice }

async function askedOf(visit: Visit<AtTable>, asked: string): Promise<Asked | undefined> {
  const voice = voiceOf(visit.ctx)
  const month = voice === undefined ? undefined : await monthFor(visit, asked)
  return voice === undefined || month === undefined || month.reported.length === 0
    ? undefined
    : { month, voice }
}

const formPage = (
  visit: Visit<AtTable>,
  { month: { agreed, month, reported }, voice }: Asked,
  errors: readonly FieldError[],
  values: Values,
): Answer =>
  laid(visit.ctx, 'agreed', {
    title: w.notSoTitle,
    main: (
      <NotSoForm
        visit={visit}
        agreed={agreed}
        month={month}
        visits={reported}
        typed={voice.kind === 'types'}
        errors={errors}
        values={values}
      />
    ),
    before: backTo(`${visitsPath(visit.ctx, agreed.under.id)}?month=${month}`, w.title),
    bad: errors.length > 0,
  })

const notSoForm = z.object({
  which: text(w.whichMissing, { most: 200 }),
  what: text(w.whatMissing),
})
const typedForm = notSoForm.extend({
  how: choice(HOW_TOLD, confirmWords.howMissing),
  'read-back': choice(['yes'], confirmWords.readBackMissing),
})

/** A worker says how they were told as well, and that it was read back. */
function parseNotSo(form: Form, voice: Voice, name: string) {
  if (voice.kind !== 'types') return parseForm(notSoForm, form)
  const parsed = parseForm(typedForm, form)
  return parsed.kind === 'bad'
    ? parsed
    : { kind: 'good' as const, value: { ...parsed.value, told: howTold({ how: parsed.value.how, name }) } }
}

const notSo: RecordPage = {
  path: '/records/:record/agreed/:contract/visits/not-so',
  params: { contract: 'entry' },
  may: SAY,
  maySend: SAY,
  audited: 'a form to say that a visit was not so',
  get: async (visit) => {
    const asked = await askedOf(visit, textOf(visit.query, 'month'))
    return asked === undefined ? notFound : formPage(visit, asked, [], {})
  },
  post: async (visit) => {
    const { ctx, form, account } = visit
    const asked = await askedOf(visit, textOf(form.values, 'month'))
    if (asked === undefined) return notFound
    const { month, voice } = asked
    const show = (errors: readonly FieldError[]) => formPage(visit, asked, errors, form.values)
    const parsed = parseNotSo(form, voice, account?.name ?? '')
    if (parsed.kind === 'bad') return show(parsed.errors)
    const { which, what, ...rest } = parsed.value
    const meant = month.reported.find((each) => each.visit === which)
    if (meant === undefined) return show([{ field: 'which', says: w.whichMissing, at: 'which' }])
    const by = await speakerOf(ctx, voice, month.agreed.under)
    if (by === undefined) return notFound
    const told = 'told' in rest ? rest.told : undefined
    const decided = contestVisit(
      { stamp: ctx.stamp('note'), by, on: meant.day, visit: visitInWords(meant), says: what, told },
      month.agreed,
    )
    const to = `${visitsPath(ctx, month.agreed.under.id)}?month=${month.month}`
    return keep(visit, { agreed: month.agreed, decided, to, notice: w.kept, show })
  },
}

export const visitPages: readonly RecordPage[] = [visits, notSo]
