import type { Offer } from '../../domain/contracts/beside.ts'
import { peopleIn } from '../../domain/contracts/lead-provider.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { Fieldset } from '../../platform/govuk/fieldset.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { ChangedTerms, priceInWords } from '../../table/contracts/changed-terms.tsx'
import { UNIT_WORDS } from '../../domain/contracts/unit-words.ts'
import type { AtContract } from './door.ts'
import { ContractHeading } from './laid.tsx'
import { ratesOn } from './view-terms.ts'
import { OFFER_STATES, offerWords as w } from './words-said.ts'

type Props = {
  readonly visit: Visit<AtContract>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })
const label = (text: string) => ({ text, class: 'govuk-label--m' })

/** New terms: a day to come, what changes in prices and numbers beside what stands now, and why. */
export const OfferTerms = ({ visit, errors, typed }: Props) => {
  const at = visit.ctx
  const box = { errors, typed }
  return (
    <ContractHeading at={at} title={w.title} errors={errors}>
      <p class="govuk-body">{w.intro}</p>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={at.opened.head} />
        <DateInput
          id="from"
          namePrefix="from"
          legend={legend(w.from)}
          hint={w.fromHint}
          error={errorAt(errors, 'from')}
          values={{
            day: textOf(typed, 'from-day'),
            month: textOf(typed, 'from-month'),
            year: textOf(typed, 'from-year'),
          }}
        />
        <Prices at={at} {...box} />
        <Groups at={at} {...box} />
        <Textarea
          name="says"
          label={label(w.says)}
          hint={w.saysHint}
          rows={4}
          error={errorAt(errors, 'says')}
          value={textOf(typed, 'says')}
        />
        <Button>{w.keep}</Button>
      </form>
    </ContractHeading>
  )
}

type BoxProps = Pick<Props, 'errors' | 'typed'> & { readonly at: AtContract }

const Prices = ({ at, errors, typed }: BoxProps) => {
  const now = ratesOn(at.ledger, at.today)
  return (
    <Fieldset legend={legend(w.prices)} describedBy="prices-hint">
      <div class="govuk-hint" id="prices-hint">
        {w.pricesHint}
      </div>
      {at.ledger.award.terms.services.map(({ what, unit }, index) => (
        <Input
          name={`price-${index + 1}`}
          label={`${what}, ${UNIT_WORDS[unit]}`}
          hint={`Now ${priceInWords(now[index]?.contract?.amount)}. Sustainable: ${priceInWords(now[index]?.sustainable?.amount)}`}
          prefix="£"
          class="govuk-input--width-5"
          inputMode="decimal"
          error={errorAt(errors, `price-${index + 1}`)}
          value={textOf(typed, `price-${index + 1}`)}
        />
      ))}
    </Fieldset>
  )
}

const Groups = ({ at, errors, typed }: BoxProps) => {
  const { terms } = at.ledger.award
  return terms.model !== 'lead-provider' ? null : (
    <Fieldset legend={legend(w.groups)} describedBy="groups-hint">
      <div class="govuk-hint" id="groups-hint">
        {w.groupsHint}
      </div>
      {terms.groups.map((group, index) => (
        <Input
          name={`group-${index + 1}`}
          label={group.what}
          hint={`Now ${peopleIn(at.ledger, group, at.today)}, at ${inWords(group.each)} for each person a year`}
          class="govuk-input--width-5"
          inputMode="numeric"
          error={errorAt(errors, `group-${index + 1}`)}
          value={textOf(typed, `group-${index + 1}`)}
        />
      ))}
    </Fieldset>
  )
}

/** What became of it, in a sentence. */
export const answered = ({ state, answer }: Offer): string => {
  if (answer === undefined) return `${OFFER_STATES[state]}.`
  const why = answer.why === undefined ? '' : ` “${answer.why}”`
  return `${OFFER_STATES[state]} on ${dateInWords(answer.on)} by ${answer.name}.${why}`
}

/** One offer: what it changes, who made it, what came of it; while it waits it can be taken back. */
export const OneOffer = ({ visit, offer, errors, typed }: Props & { readonly offer: Offer }) => {
  const at = visit.ctx
  const { offered, state } = offer
  return (
    <ContractHeading at={at} title={`New terms from ${dateInWords(offered.from)}`} errors={errors}>
      <SummaryList
        rows={[
          { key: 'Offered by', value: `${offered.name}, ${dateInWords(offered.on)}` },
          { key: 'From', value: dateInWords(offered.from) },
          { key: 'Where it stands', value: answered(offer) },
          { key: 'What changes, and why', value: offered.says },
        ]}
      />
      <ChangedTerms ledger={at.ledger} offered={offered} />
      {state === 'waits' ? (
        <form method="post" novalidate id="form">
          <FormSeal visit={visit} head={at.opened.head} />
          <Textarea
            name="why"
            label={label(w.withdrawWhy)}
            rows={3}
            error={errorAt(errors, 'why')}
            value={textOf(typed, 'why')}
          />
          <Button class="govuk-button--secondary">{w.withdraw}</Button>
        </form>
      ) : null}
    </ContractHeading>
  )
}
