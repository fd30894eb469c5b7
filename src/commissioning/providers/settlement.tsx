import type { Settlement } from '../../domain/contracts/settlement.ts'
import { type Pence, inWords } from '../../domain/money/pence.ts'
import { Details } from '../../platform/govuk/details.tsx'
import type { AtProvider, ShownLine, ShownNotPaid } from './door.ts'
import { Heading } from './laid.tsx'
import { daysInWords } from './view.ts'

const Line = ({ line }: { readonly line: ShownLine }) => (
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
          <ul class="govuk-list govuk-list--bullet">
            {line.steps.map(({ says, evidence }) => (
              <li>
                {says}
                {evidence.length === 0 ? null : (
                  <ul class="govuk-list govuk-list--bullet">
                    {evidence.map((each) => (
                      <li>
                        {each.says}
                        {each.words === undefined ? null : (
                          <>
                            {' '}
                            <q class="rt-quote">{each.words}</q>
                          </>
                        )}
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
    <div class="rt-owed__sum">{inWords(line.amount)}</div>
  </li>
)

const NotPaid = ({ title, items }: { readonly title: string; readonly items: readonly ShownNotPaid[] }) =>
  items.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="rt-owed">
        {items.map(({ name, says, amount, waitsFor }) => (
          <li class="rt-owed__line">
            <div class="rt-owed__name">{name}</div>
            <div class="rt-owed__says">
              {says} {waitsFor === undefined ? null : <strong>It is {waitsFor}’s move.</strong>}
            </div>
            <div class="rt-owed__sum">{inWords(amount)}</div>
          </li>
        ))}
      </ul>
    </section>
  )

type Props = {
  readonly at: AtProvider
  /** as if nothing had been settled, so that every line is there */
  readonly settlement: Settlement
  /** what was settled for these days */
  readonly before: Pence<'once'>
}

const beside = ({ settlement: { due }, before }: Props): string => {
  if (before === 0)
    return 'Nothing was settled for these days yet. This is what they come to as the facts stand.'
  if (before === due) return `${inWords(before)} was settled, and nothing that came later changes it.`
  return `${inWords(before)} was settled. As the facts stand now it is ${inWords(due)}: the difference comes with the next settlement.`
}

/** How the sum of a period came about: the same lines and reasons as the council has before it. */
export const SettlementPage = (props: Props) => {
  const { at, settlement } = props
  return (
    <Heading title={`${inWords(settlement.due)} for these days`} caption={daysInWords(settlement.period)}>
      <p class="govuk-body">{beside(props)}</p>
      <ul class="rt-owed">
        {at.lines(settlement).map((line) => (
          <Line line={line} />
        ))}
      </ul>
      <NotPaid title="Held: it waits for something" items={at.notPaid(settlement.held)} />
      <NotPaid title="Not paid" items={at.notPaid(settlement.withheld)} />
      {settlement.shown.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m">Counted and shown, and no money hangs on it</h2>
          <ul class="govuk-list govuk-list--bullet">
            {settlement.shown.map(({ because }) => (
              <li>{because.map(({ says }) => says).join(' ')}</li>
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
