import { RATE_KINDS } from '../../domain/contracts/entries.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtContract } from './door.ts'
import { ContractHeading } from './laid.tsx'
import { ratesOn } from './view-terms.ts'
import { UNIT_WORDS } from '../../domain/contracts/unit-words.ts'
import { RATE_HINTS, RATE_NAMES, rateWords } from './words-new.ts'

type Props = {
  readonly visit: Visit<AtContract>
  readonly errors: readonly FieldError[]
  readonly typed: Values
  /** the price is below the sustainable rate, and the floor could pay the rest: asked for then, and only then */
  readonly asksFloor: boolean
}

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

const dateOf = (typed: Values, name: string) => ({
  day: textOf(typed, `${name}-day`),
  month: textOf(typed, `${name}-month`),
  year: textOf(typed, `${name}-year`),
})

/** One price from a day to come, with where it comes from. */
export const SetRate = ({ visit, errors, typed, asksFloor }: Props) => {
  const at = visit.ctx
  const { services } = at.ledger.award.terms
  const now = ratesOn(at.ledger, at.today)
  return (
    <ContractHeading at={at} title={rateWords.title} errors={errors}>
      <p class="govuk-body">{rateWords.intro}</p>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={at.opened.head} />
        <Radios
          name="rate"
          legend={legend(rateWords.rate)}
          error={errorAt(errors, 'rate')}
          value={textOf(typed, 'rate')}
          items={RATE_KINDS.map((rate) => ({ value: rate, text: RATE_NAMES[rate], hint: RATE_HINTS[rate] }))}
        />
        <Radios
          name="service"
          legend={legend(rateWords.service)}
          error={errorAt(errors, 'service')}
          value={textOf(typed, 'service')}
          items={services.map(({ id, what, unit }, index) => {
            const { contract, sustainable } = now[index] ?? {}
            return {
              value: id,
              text: `${what}, ${UNIT_WORDS[unit]}`,
              hint: `Now: the contract’s ${contract === undefined ? 'is not set' : inWords(contract.amount)}, the sustainable rate ${sustainable === undefined ? 'is not set' : inWords(sustainable.amount)}`,
            }
          })}
        />
        <Input
          name="amount"
          label={{ text: rateWords.amount, class: 'govuk-label--m' }}
          hint={rateWords.amountHint}
          prefix="£"
          class="govuk-input--width-5"
          inputMode="decimal"
          error={errorAt(errors, 'amount')}
          value={textOf(typed, 'amount')}
        />
        {asksFloor ? (
          <Checkboxes
            name="floor"
            error={errorAt(errors, 'floor')}
            values={textOf(typed, 'floor') === '' ? [] : ['yes']}
            items={[{ value: 'yes', text: rateWords.floor }]}
          />
        ) : null}
        <DateInput
          id="from"
          namePrefix="from"
          legend={legend(rateWords.from)}
          hint={`Today, ${dateInWords(at.today)}, or later. The first day of a pay period is best: care that was given is never cut in two.`}
          error={errorAt(errors, 'from')}
          values={dateOf(typed, 'from')}
        />
        <Input
          name="source"
          label={{ text: rateWords.source, class: 'govuk-label--m' }}
          hint={rateWords.sourceHint}
          error={errorAt(errors, 'source')}
          value={textOf(typed, 'source')}
        />
        <Button>{rateWords.keep}</Button>
      </form>
    </ContractHeading>
  )
}
