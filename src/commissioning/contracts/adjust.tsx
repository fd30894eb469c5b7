import { spanInWords } from '../../domain/contracts/span.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtContract } from './door.ts'
import { ContractHeading } from './laid.tsx'
import { periodsOf } from './view-periods.ts'
import { adjustWords as w } from './words-change.ts'

/** At the council, and not at a provider: who can approve. */
const COUNCIL: readonly string[] = ['commissioner', 'manager', 'finance']

type Props = {
  readonly visit: Visit<AtContract>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })
const label = (text: string) => ({ text, class: 'govuk-label--m' })

/** A sum put right for one pay period, with why and with whoever approved it. */
export const AdjustSum = ({ visit, errors, typed }: Props) => {
  const at = visit.ctx
  const approvers = at.opened.file.parties.filter(
    ({ id, role }) => COUNCIL.includes(role) && !at.opened.mine.includes(id) && id !== at.account.id,
  )
  return (
    <ContractHeading at={at} title={w.title} errors={errors}>
      <p class="govuk-body">{w.intro}</p>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={at.opened.head} />
        <Select
          name="period"
          label={label(w.period)}
          error={errorAt(errors, 'period')}
          value={textOf(typed, 'period') || textOf(visit.query, 'period')}
          options={[
            { value: '', text: w.choose },
            ...periodsOf(at.ledger, at.today).map((period) => ({
              value: period.from,
              text: spanInWords(period),
            })),
          ]}
        />
        <Radios
          name="way"
          legend={legend(w.way)}
          error={errorAt(errors, 'way')}
          value={textOf(typed, 'way')}
          items={[
            { value: 'more', text: w.more },
            { value: 'less', text: w.less, hint: w.lessHint },
          ]}
        />
        <Input
          name="amount"
          label={label(w.amount)}
          prefix="£"
          class="govuk-input--width-5"
          inputMode="decimal"
          error={errorAt(errors, 'amount')}
          value={textOf(typed, 'amount')}
        />
        <Textarea
          name="why"
          label={label(w.why)}
          hint={w.whyHint}
          rows={3}
          error={errorAt(errors, 'why')}
          value={textOf(typed, 'why')}
        />
        {approvers.length === 0 ? (
          <p class="govuk-body">{w.nobody}</p>
        ) : (
          <Radios
            name="approver"
            legend={legend(w.approver)}
            hint={w.approverHint}
            error={errorAt(errors, 'approver')}
            value={textOf(typed, 'approver')}
            items={approvers.map(({ id, name }) => ({ value: id, text: name }))}
          />
        )}
        <Button>{w.keep}</Button>
      </form>
    </ContractHeading>
  )
}
