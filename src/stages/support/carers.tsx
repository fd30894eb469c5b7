import { dayOfEntry } from '../../domain/checks/clocks.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { Table } from '../../platform/govuk/table.tsx'
import { payerInWords } from '../../record/plan-words.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { nameFor, nameWithin } from '../../table/reader.ts'
import { Cites } from '../../table/reasons.tsx'
import { amountInWords } from './view.ts'
import type { CarersNeed, CarersPlan } from './view-carers.ts'
import { carersWords, words } from './words.ts'

const STANDING = { waiting: words.waiting, running: words.running, ended: words.ended } as const

const decidedInWords = (eligible: boolean | undefined): string =>
  eligible === undefined ? carersWords.undecided : eligible ? carersWords.eligible : carersWords.notEligible

const OneNeed = ({
  table,
  need: { need, eligible, lines },
}: {
  readonly table: AtTable
  readonly need: CarersNeed
}) => (
  <section>
    <h3 class="govuk-heading-s">{need.text}</h3>
    <p class="govuk-body">{decidedInWords(eligible)}</p>
    {lines.length === 0 ? (
      eligible === true ? (
        <p class="govuk-body">
          {carersWords.nothing} Rule: <Cites cites={['CA s20', 'CA s25']} />
        </p>
      ) : null
    ) : (
      <Table
        stacks
        firstCellIsHeader
        caption={<span class="govuk-visually-hidden">{need.text}</span>}
        head={['Support', 'How much', { text: 'A week', numeric: true }, 'Who pays', 'Now']}
        rows={lines.map(({ line, standing, coming }) => [
          line.what,
          amountInWords(line),
          { text: inWords(line.weekly), numeric: true },
          payerInWords(line.funder, nameWithin(table.reader, table.state, table.state.person.id)),
          standing !== 'running' && coming !== undefined
            ? `${words.coming} ${dateInWords(dayOfEntry(coming))}`
            : STANDING[standing],
        ])}
      />
    )}
  </section>
)

const OneCarer = ({ table, plan }: { readonly table: AtTable; readonly plan: CarersPlan }) => {
  const own = plan.carer === table.reader.party
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">
        {own ? carersWords.yours : `${nameFor(table.reader, table.state, plan.carer)}: a carer’s own support`}
      </h2>
      {plan.needs.length === 0 ? <p class="govuk-body">{carersWords.noNeed}</p> : null}
      {plan.needs.some(({ lines }) => lines.length > 0) ? (
        <p class="govuk-body">
          {carersWords.budget} <strong>{inWords(plan.weekly)} a week</strong>. The council pays{' '}
          {inWords(plan.council)} of it
          {plan.once === 0 ? '' : `, and there is ${inWords(plan.once)} once beside it`}. Rule:{' '}
          <Cites cites={['CA s26']} />
        </p>
      ) : null}
      {plan.needs.map((need) => (
        <OneNeed table={table} need={need} />
      ))}
    </section>
  )
}

/** A carer's own support, need by need: theirs, and for those who plan it with them. */
export const CarersSupport = ({
  table,
  plans,
}: {
  readonly table: AtTable
  readonly plans: readonly CarersPlan[]
}) => (
  <Frame title={carersWords.title}>
    <p class="govuk-body-l">{carersWords.intro}</p>
    {plans.length === 0 ? <p class="govuk-body">{carersWords.none}</p> : null}
    {plans.map((plan) => (
      <OneCarer table={table} plan={plan} />
    ))}
  </Frame>
)
