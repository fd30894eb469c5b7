import { spanInWords } from '../../domain/contracts/span.ts'
import { type Pence, inWords } from '../../domain/money/pence.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { WarningText } from '../../platform/govuk/warning-text.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, errorAt } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtContract } from './door.ts'
import { EvidenceList, Opened } from './evidence.tsx'
import { ContractHeading, contractPath } from './laid.tsx'
import type { Owed, PayPeriod } from './view-periods.ts'
import { named } from './view-evidence.ts'
import { type ShownLine, type ShownNotPaid, linesShown, notPaidShown } from './view-settlement.ts'
import { words } from './words.ts'

export type SettlementProps = {
  readonly visit: Visit<AtContract>
  readonly period: PayPeriod
  readonly owed: Owed
  readonly errors: readonly FieldError[]
}

const titleOf = ({ period, owed: { whole } }: Pick<SettlementProps, 'period' | 'owed'>): string => {
  const { due, worth } = whole
  const what = period.state === 'under-way' ? words.soFar : words.owed
  return due < worth ? `${what}: ${inWords(due)} of ${inWords(worth)}` : `${what}: ${inWords(due)}`
}

/** What a period is owed, line by line and opened down to the visit; what is held and why; and the decision, by name. */
export const SettlementMain = (props: SettlementProps) => {
  const { visit, period, owed, errors } = props
  const { whole } = owed
  const at = visit.ctx
  const { ledger, opened } = at
  return (
    <ContractHeading at={at} title={titleOf(props)} caption={spanInWords(period)} errors={errors}>
      {period.state === 'under-way' ? (
        <InsetText>
          The period is not over. This is what it comes to with what is known today; it cannot be settled yet.
        </InsetText>
      ) : null}
      <Blocked props={props} />
      <section aria-labelledby="lines">
        <h2 class="govuk-visually-hidden" id="lines">
          What is paid, line by line
        </h2>
        {whole.lines.length === 0 ? (
          <p class="govuk-body">Nothing was given in these days and nothing fell due.</p>
        ) : (
          <ul class="rt-owed">
            {linesShown(ledger, whole, at).map((line) => (
              <OneLine contract={opened.id} line={line} />
            ))}
            <Sum name="In all" amount={whole.due} />
            <ToPay {...props} />
          </ul>
        )}
      </section>
      <NotPaid at={at} heading={words.held} items={notPaidShown(ledger, whole.held, at)} />
      <NotPaid at={at} heading={words.withheld} items={notPaidShown(ledger, whole.withheld, at)} />
      <ToLookAt props={props} />
      <Shown props={props} />
      <Decisions {...props} />
      <p class="govuk-body rt-no-print">
        <a class="govuk-link" href={contractPath(opened.id, 'flags')}>
          {words.trust}
        </a>
      </p>
    </ContractHeading>
  )
}

const OneLine = ({ contract, line }: { readonly contract: string; readonly line: ShownLine }) => (
  <li class="rt-owed__line">
    <div class="rt-owed__name">{line.name}</div>
    <div class="rt-owed__says">
      {line.says}
      {line.steps.length === 0 ? null : (
        <Details
          summary={
            <>
              {words.opened}
              <span class="govuk-visually-hidden">: {line.name}</span>
            </>
          }
        >
          <Opened contract={contract} steps={line.steps} />
        </Details>
      )}
    </div>
    <div class="rt-owed__sum">{inWords(line.amount)}</div>
  </li>
)

const Sum = ({
  name,
  says = '',
  amount,
}: {
  readonly name: string
  readonly says?: string
  readonly amount: Pence<'once'>
}) => (
  <li class="rt-owed__line rt-owed__line--sum">
    <div class="rt-owed__name">{name}</div>
    <div class="rt-owed__says">{says}</div>
    <div class="rt-owed__sum">{inWords(amount)}</div>
  </li>
)

/** What earlier periods come to now beside what was settled for them, and what is to be paid in all. */
const ToPay = ({ visit, owed: { whole, now } }: SettlementProps) => {
  const { ledger, opened } = visit.ctx
  const again = now.lines.filter((line) => line.period !== undefined)
  if (again.length === 0) return null
  return (
    <>
      {linesShown(ledger, { lines: again, period: now.period }, visit.ctx).map((line) => (
        <OneLine contract={opened.id} line={line} />
      ))}
      <Sum
        name="To pay now"
        says={now.before === 0 ? '' : `${inWords(now.before)} of ${inWords(whole.due)} was settled before.`}
        amount={now.payable}
      />
    </>
  )
}

const isBlocked = ({ flag }: { readonly flag: string }): boolean =>
  flag === 'blocked' || flag === 'under-cost'

/** A fall that is stopped, or a price that is too low: first of all, with its sum. */
const Blocked = ({ props }: { readonly props: SettlementProps }) => {
  const { ledger, nameOf } = props.visit.ctx
  return (
    <>
      {props.owed.whole.warnings.filter(isBlocked).map(({ because }) => (
        <WarningText>{because.map(({ says }) => named(says, ledger, nameOf)).join(' ')}</WarningText>
      ))}
    </>
  )
}

/** What is open, and what nobody has looked at again; none of it stops the money by itself. */
const ToLookAt = ({ props }: { readonly props: SettlementProps }) => {
  const { ledger, nameOf } = props.visit.ctx
  const others = props.owed.whole.warnings.filter((warning) => !isBlocked(warning))
  return others.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{words.look}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {others.map(({ because }) => (
          <li>{because.map(({ says }) => named(says, ledger, nameOf)).join(' ')}</li>
        ))}
      </ul>
    </section>
  )
}

type NotPaidProps = {
  readonly at: AtContract
  readonly heading: string
  readonly items: readonly ShownNotPaid[]
}

const sumOf = (items: readonly ShownNotPaid[]): Pence<'once'> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a sum of whole pence is whole pence
  items.reduce((sum, { amount }) => sum + amount, 0) as Pence<'once'>

const NotPaid = ({ at, heading, items }: NotPaidProps) =>
  items.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">
        {heading}: {inWords(sumOf(items))}
      </h2>
      <ul class="rt-owed">
        {items.map(({ name, says, amount, waitsFor, evidence, matter }) => (
          <li class="rt-owed__line">
            <div class="rt-owed__name">{name}</div>
            <div class="rt-owed__says">
              {says}
              {waitsFor === undefined ? null : (
                <>
                  {' '}
                  <strong>It is {waitsFor}’s move.</strong>
                </>
              )}
              {matter === undefined ? null : (
                <>
                  {' '}
                  <a class="govuk-link" href={contractPath(at.opened.id, 'answer', matter)}>
                    {words.answer}
                    <span class="govuk-visually-hidden">: {name}</span>
                  </a>
                </>
              )}
              {evidence.length === 0 ? null : <EvidenceList contract={at.opened.id} evidence={evidence} />}
            </div>
            <div class="rt-owed__sum">{inWords(amount)}</div>
          </li>
        ))}
      </ul>
    </section>
  )

const Shown = ({ props }: { readonly props: SettlementProps }) => {
  const { owed, visit } = props
  const { ledger, nameOf } = visit.ctx
  const all = owed.whole.shown
  // Hours saved are split four ways; where none were, one sentence says so.
  const shown = all.filter(({ measure, value }) => !(measure.startsWith('saved:') && value === 0))
  if (all.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{words.shown}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {all.length > shown.length && !shown.some(({ measure }) => measure.startsWith('saved:')) ? (
          <li>Nobody’s hours became fewer in this year of the contract so far.</li>
        ) : null}
        {shown.map(({ because }) => (
          <li>{because.map(({ says }) => named(says, ledger, nameOf)).join(' ')}</li>
        ))}
      </ul>
    </section>
  )
}

const Decisions = ({ visit, period, owed: { now: settlement }, errors }: SettlementProps) => {
  const { opened } = visit.ctx
  const isOver = period.state !== 'under-way'
  const canSettle = isOver && (period.settled === undefined || settlement.payable !== 0)
  return (
    <>
      {canSettle ? (
        <form method="post" novalidate id="form" class="rt-no-print">
          <FormSeal visit={visit} head={opened.head} />
          <input type="hidden" name="do" value="settle" />
          <input type="hidden" name="sum" value={String(settlement.payable)} />
          <Checkboxes
            name="looked"
            legend={{
              text: `${words.settle}: ${inWords(settlement.payable)}`,
              class: 'govuk-fieldset__legend--m',
            }}
            hint={words.settleHint}
            error={errorAt(errors, 'looked')}
            items={[{ value: 'yes', text: words.settleSays }]}
            values={[]}
          />
          <Button>{words.settle}</Button>
        </form>
      ) : null}
      {period.state === 'settled' ? (
        <form method="post" novalidate id={canSettle ? 'pay' : 'form'} class="rt-no-print">
          <FormSeal visit={visit} head={opened.head} />
          <input type="hidden" name="do" value="pay" />
          <Button>{words.pay}</Button>
        </form>
      ) : null}
      {period.state === 'paid' && settlement.payable === 0 ? (
        <p class="govuk-body">Settled and paid. Nothing that came later changes the sum.</p>
      ) : null}
    </>
  )
}
