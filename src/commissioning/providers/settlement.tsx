import type { Settlement } from '../../domain/contracts/settlement.ts'
import { type Pence, inWords } from '../../domain/money/pence.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { WarningText } from '../../platform/govuk/warning-text.tsx'
import { Cites } from '../../table/reasons.tsx'
import type { AtProvider, Owed, PayPeriod, ShownEvidence, ShownLine, ShownNotPaid } from './door.ts'
import { Heading, providerPath } from './laid.tsx'
import { daysInWords } from './view.ts'

/** So many lines under one step at once: a contract may be for thousands. */
const MOST = 40

const Evidence = ({
  at,
  evidence,
}: {
  readonly at: AtProvider
  readonly evidence: readonly ShownEvidence[]
}) =>
  evidence.length === 0 ? null : (
    <ul class="rt-reasons__said">
      {evidence.slice(0, MOST).map(({ says, words: own, visits }) => (
        <li>
          {says}
          {own === undefined ? null : (
            <>
              {' '}
              <q class="rt-quote">{own}</q>
            </>
          )}
          {visits === undefined ? null : (
            <>
              {' '}
              <a
                class="govuk-link"
                href={`${providerPath(at.opened.id, 'visits', visits.person)}?month=${visits.from.slice(0, 7)}`}
              >
                Visits<span class="govuk-visually-hidden"> of {says}</span>
              </a>
            </>
          )}
        </li>
      ))}
      {evidence.length > MOST ? <li>And {evidence.length - MOST} more of the same kind.</li> : null}
    </ul>
  )

const Line = ({ at, line }: { readonly at: AtProvider; readonly line: ShownLine }) => (
  <li class="rt-owed__line">
    <div class="rt-owed__name">{line.name}</div>
    <div class="rt-owed__says">
      {line.says}
      {line.steps.length === 0 ? null : (
        <Details
          summary={
            <>
              How this came about
              <span class="govuk-visually-hidden">: {line.name}</span>
            </>
          }
        >
          <ol class="rt-reasons">
            {line.steps.slice(0, MOST).map(({ says, cites, evidence }) => (
              <li class="rt-reasons__step">
                <span class="rt-reasons__says">{says}</span>
                <Evidence at={at} evidence={evidence} />
                {cites === undefined || cites.length === 0 ? null : (
                  <span class="rt-reasons__from">
                    Rule: <Cites cites={cites} />
                  </span>
                )}
              </li>
            ))}
            {line.steps.length > MOST ? <li>And {line.steps.length - MOST} more of the same kind.</li> : null}
          </ol>
        </Details>
      )}
    </div>
    <div class="rt-owed__sum">{inWords(line.amount)}</div>
  </li>
)

type NotPaidProps = {
  readonly at: AtProvider
  readonly title: string
  readonly items: readonly ShownNotPaid[]
}

const NotPaid = ({ at, title, items }: NotPaidProps) =>
  items.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="rt-owed">
        {items.map(({ name, says, amount, waitsFor, evidence }) => (
          <li class="rt-owed__line">
            <div class="rt-owed__name">{name}</div>
            <div class="rt-owed__says">
              {says} {waitsFor === undefined ? null : <strong>It is {waitsFor}’s move.</strong>}
              <Evidence at={at} evidence={evidence} />
            </div>
            <div class="rt-owed__sum">{inWords(amount)}</div>
          </li>
        ))}
      </ul>
    </section>
  )

type Props = {
  readonly at: AtProvider
  readonly period: PayPeriod
  readonly owed: Owed
}

/** What the council sees beside the money: a fall that is stopped, a price that is too low, what is open. */
const Warnings = ({ at, owed: { whole } }: Props) => {
  const { warnings } = whole
  const says = ({ because }: Settlement['warnings'][number]) =>
    because.map((step) => at.inWords(step.says)).join(' ')
  const stops = (flag: string) => flag === 'blocked' || flag === 'under-cost'
  const others = warnings.filter(({ flag }) => !stops(flag))
  return (
    <>
      {warnings
        .filter(({ flag }) => stops(flag))
        .map((warning) => (
          <WarningText>{says(warning)}</WarningText>
        ))}
      {others.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m">What the council sees open</h2>
          <ul class="govuk-list govuk-list--bullet">
            {others.map((warning) => (
              <li>{says(warning)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const beside = ({ period, owed: { whole, now } }: Props): string => {
  if (period.state === 'under-way')
    return 'These days are not over. This is what they come to with what is known today.'
  if (now.before === 0)
    return 'Nothing was settled for these days yet. This is what they come to as the facts stand.'
  if (now.before === whole.due)
    return `${inWords(now.before)} was settled, and nothing that came later changes it.`
  return `${inWords(now.before)} was settled. As the facts stand now it is ${inWords(whole.due)}: the difference comes with the next settlement.`
}

const Sum = ({ name, amount }: { readonly name: string; readonly amount: Pence<'once'> }) => (
  <li class="rt-owed__line rt-owed__line--sum">
    <div class="rt-owed__name">{name}</div>
    <div class="rt-owed__says" />
    <div class="rt-owed__sum">{inWords(amount)}</div>
  </li>
)

/** What earlier days come to now beside what was settled for them: the same lines as the council has. */
const Again = ({ at, owed: { now } }: Props) => {
  const again = now.lines.filter((line) => line.period !== undefined)
  return again.length === 0 ? null : (
    <>
      {at.lines({ lines: again, period: now.period }).map((line) => (
        <Line at={at} line={line} />
      ))}
      <Sum name="To be paid now" amount={now.payable} />
    </>
  )
}

/** How the sum of a period came about: the same lines and reasons as the council has before it. */
export const SettlementPage = (props: Props) => {
  const { at, owed } = props
  const { whole: settlement } = owed
  return (
    <Heading title={`${inWords(settlement.due)} for these days`} caption={daysInWords(settlement.period)}>
      <p class="govuk-body">{beside(props)}</p>
      <ul class="rt-owed">
        {at.lines(settlement).map((line) => (
          <Line at={at} line={line} />
        ))}
        <Sum name="In all" amount={settlement.due} />
        <Again {...props} />
      </ul>
      <NotPaid at={at} title="Held: it waits for something" items={at.notPaid(settlement.held)} />
      <NotPaid at={at} title="Not paid" items={at.notPaid(settlement.withheld)} />
      <Warnings {...props} />
      {settlement.shown.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m">Counted and shown, and no money hangs on it</h2>
          <ul class="govuk-list govuk-list--bullet">
            {settlement.shown.map(({ because }) => (
              <li>{because.map(({ says }) => at.inWords(says)).join(' ')}</li>
            ))}
          </ul>
        </section>
      )}
      <p class="govuk-body">
        To contest a line, open the person it is about: the outcome, what they said of it and the care each
        have a link of their own.
      </p>
    </Heading>
  )
}
