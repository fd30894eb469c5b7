import { z } from 'zod'
import { day } from '../../domain/dates/plain-date.ts'
import { FORM_EVENTS } from '../../record/told-later.ts'
import { choice, date, text } from '../../platform/web/fields.ts'
import type { Visit } from '../../platform/web/page.ts'
import { AskDay, AskOne, AskWords, Asked, type Filling, choicesOf } from '../../table/asks.tsx'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { formPage } from '../../table/form-page.ts'
import { Frame, backTo, laid } from '../../table/frame.tsx'
import { tellForm } from './decide-money-form.ts'
import { endPayment } from './decide-payment-end.ts'
import { EVENT_WORDS, formDayWords, paymentEndWords } from './words-days.ts'

const decide = { resource: 'money', action: 'decide' } as const

const meansPath = ({ ctx }: Visit<AtTable>) => recordPath(ctx.record, 'budget', 'means')
const paymentPath = ({ ctx }: Visit<AtTable>) => recordPath(ctx.record, 'budget', 'direct-payment')

const FormDayForm = (filling: Filling) => (
  <Frame title={formDayWords.title} errors={filling.errors}>
    <p class="govuk-body">{formDayWords.intro}</p>
    <Asked visit={filling.visit} button={formDayWords.keep}>
      <AskOne {...filling} name="event" says={formDayWords.event} of={choicesOf(EVENT_WORDS)} />
      <AskDay {...filling} name="day" says={formDayWords.day} />
      <AskWords {...filling} name="says" says={formDayWords.says} hint={formDayWords.saysHint} rows={2} />
    </Asked>
  </Frame>
)

const EndForm = (filling: Filling) => (
  <Frame title={paymentEndWords.title} errors={filling.errors}>
    <p class="govuk-body">{paymentEndWords.intro}</p>
    <Asked visit={filling.visit} button={paymentEndWords.keep}>
      <AskWords {...filling} name="why" says={paymentEndWords.why} />
      <AskWords {...filling} name="tried" says={paymentEndWords.tried} hint={paymentEndWords.triedHint} />
      <AskWords
        {...filling}
        name="instead"
        says={paymentEndWords.instead}
        hint={paymentEndWords.insteadHint}
      />
      <AskWords {...filling} name="told" says={paymentEndWords.told} rows={2} />
      <AskDay {...filling} name="day" says={paymentEndWords.day} />
    </Asked>
  </Frame>
)

/** The days of the form about money, and the end of a direct payment. */
export const daysPages: readonly RecordPage[] = [
  formPage({
    path: '/records/:record/budget/means/form',
    may: decide,
    audited: 'a form to write down when the form about money went out or came back',
    form: z.object({
      event: choice(FORM_EVENTS, formDayWords.eventMissing),
      day: date({ missing: formDayWords.dayMissing, wrong: formDayWords.dayWrong }),
      says: text(formDayWords.saysMissing),
    }),
    show: (visit, errors, typed) =>
      laid(visit.ctx, 'budget', {
        title: formDayWords.title,
        main: <FormDayForm visit={visit} errors={errors} typed={typed} />,
        before: backTo(meansPath(visit), formDayWords.back),
        bad: errors.length > 0,
      }),
    decide: (value, { ctx }) =>
      tellForm({ ...value, day: day(value.day), stamp: ctx.stamp('note') }, ctx.state),
    to: meansPath,
    notice: formDayWords.kept,
  }),
  formPage({
    path: '/records/:record/budget/direct-payment/end',
    may: decide,
    audited: 'a form to end a direct payment',
    form: z.object({
      why: text(paymentEndWords.whyMissing),
      tried: text(paymentEndWords.triedMissing),
      instead: text(paymentEndWords.insteadMissing),
      told: text(paymentEndWords.toldMissing),
      day: date({ missing: paymentEndWords.dayMissing, wrong: formDayWords.dayWrong }),
    }),
    show: (visit, errors, typed) =>
      laid(visit.ctx, 'budget', {
        title: paymentEndWords.title,
        main: <EndForm visit={visit} errors={errors} typed={typed} />,
        before: backTo(paymentPath(visit), paymentEndWords.back),
        bad: errors.length > 0,
      }),
    decide: (value, { ctx }) =>
      endPayment({ ...value, day: day(value.day), stamp: ctx.stamp('note') }, ctx.state),
    to: paymentPath,
    notice: paymentEndWords.kept,
  }),
]
