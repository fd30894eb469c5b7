import { dateInWords } from '../../domain/dates/plain-date.ts'
import { type Pence, type Period, inWords, minus, pence } from '../../domain/money/pence.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { type Plan, onceOf } from '../../record/plan-words.ts'
import { planInForce } from '../../record/state.ts'
import { supportLines } from '../../record/support-lines.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { StackedBar } from '../../platform/govuk/pictures/stacked-bar.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { type AtTable, mayDo, recordPath } from '../../table/at-table.ts'
import { payerFirst, personFirst } from './names.ts'
import { placeOfLine, timesPrice } from './lines.tsx'
import {
  type Against,
  againstIndicative,
  indicativeFor,
  recordedStatement,
  statementOf,
  sumsOf,
} from './view-money.ts'
import { words } from './words.ts'

/** `£10.20 more`, `£4.00 less`, `the same`: never a bare sign. */
export const moreOrLess = (by: Pence<Period>): string =>
  by === 0 ? 'the same' : by > 0 ? `${inWords(by)} more` : `${inWords(opposite(by))} less`

const opposite = <P extends Period>(amount: Pence<P>): Pence<P> => minus(pence<P>(0), amount)

const Picture = ({ plan, withoutLinks }: { readonly plan: Plan; readonly withoutLinks: boolean }) => {
  const parts = plan.lines.flatMap((line, index) =>
    line.weekly > 0
      ? [
          {
            label: line.what,
            value: line.weekly,
            shown: inWords(line.weekly),
            href: withoutLinks ? undefined : `#${placeOfLine(index)}`,
          },
        ]
      : [],
  )
  return parts.length === 0 ? null : (
    <StackedBar id="plan-parts" title="What each line costs a week" parts={parts} />
  )
}

const WhoPays = ({ table, plan }: { readonly table: AtTable; readonly plan: Plan }) => {
  const { byFunder, total } = sumsOf(plan)
  return (
    <Table
      caption="Who pays what a week"
      captionClass="govuk-table__caption--s"
      firstCellIsHeader
      head={['Who pays', 'Lines', { text: 'A week', numeric: true }]}
      rows={[
        ...byFunder.map(({ funder, weekly, lines }) => [
          payerFirst(table, funder),
          lines,
          { text: inWords(weekly), numeric: true },
        ]),
        byFunder.length < 2
          ? null
          : [
              <strong>Together</strong>,
              plan.lines.length,
              { text: <strong>{inWords(total)}</strong>, numeric: true },
            ],
      ]}
    />
  )
}

/** What the person is asked for out of the council's lines: without it the table would say that the council pays it all. */
const OwnPart = ({ table, plan }: { readonly table: AtTable; readonly plan: Plan }) => {
  const recorded = recordedStatement(table.state, plan)
  const { person, council } = recorded ?? statementOf(table.state, plan)
  if (person === 0) return null
  const who = personFirst(table)
  return (
    <p class="govuk-body">
      Of the council’s sum {who === 'You' ? 'you pay' : `${who} pays`}{' '}
      <strong>{inWords(person)} a week</strong>, and the council the other {inWords(council)}.{' '}
      {recorded === undefined
        ? 'This is worked out from what stands in the record; no personal budget says it yet.'
        : null}
    </p>
  )
}

/** Lines of the plan in force that have ended since: the sum above still holds them. */
const EndedSince = ({ table, plan }: { readonly table: AtTable; readonly plan: Plan }) => {
  if (planInForce(table.state)?.id !== plan.id) return null
  const ended = supportLines(table.state).filter(
    ({ standing, line }) => standing === 'ended' && line.weekly > 0,
  )
  if (ended.length === 0) return null
  const left = plan.lines.filter((line) => !ended.some((one) => one.line === line))
  return (
    <p class="govuk-body">
      Ended since it was issued: {ended.map(({ line }) => `${line.what}, ${inWords(line.weekly)}`).join('; ')}
      . What is left of the plan comes to <strong>{inWords(sumsOf({ lines: left }).total)} a week</strong>.
    </p>
  )
}

const Once = ({ plan }: { readonly plan: Plan }) => {
  const { onceLines, once } = sumsOf(plan)
  if (onceLines.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-s">
        {words.once}: {inWords(once)}
      </h3>
      <ul class="govuk-list govuk-list--bullet">
        {onceLines.map((line) => (
          <li>
            {line.what}: {timesPrice(line)} = {inWords(onceOf(line))}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The parts of daily life, and under them the lines of the plan that are for them. */
const PartName = ({ part }: { readonly part: Against['parts'][number] }) => (
  <>
    {part.topics.length === 0
      ? 'For no need that is named'
      : part.topics.map((topic) => TOPIC_WORDS[topic]).join(', ')}
    {part.lines.length === 0 ? (
      <span class="govuk-body-s govuk-!-margin-bottom-0 rt-under">No line in the plan</span>
    ) : null}
    {part.lines.map(({ what, why }) => (
      <span class="govuk-body-s govuk-!-margin-bottom-0 rt-under">
        <span class="govuk-visually-hidden">. In the plan: </span>
        {part.by === 0 || why === '' ? what : `${what}. Why: ${why}`}
      </span>
    ))}
  </>
)

const Explained = ({ against }: { readonly against: Against }) => (
  <Details summary="The difference, line by line">
    <p class="govuk-body">
      Lines that are for more than one part of life are counted with all of them together, so that nothing is
      split by guess.
    </p>
    <Table
      stacks
      class="rt-table--rows-on-paper"
      firstCellIsHeader
      caption={<span class="govuk-visually-hidden">The indicative sum and the plan, part by part</span>}
      head={[
        'For',
        { text: 'Indicative', numeric: true },
        { text: 'The plan', numeric: true },
        { text: 'Difference', numeric: true },
      ]}
      rows={[
        ...against.parts.map((part) => [
          <PartName part={part} />,
          { text: inWords(part.indicative), numeric: true },
          { text: inWords(part.planned), numeric: true },
          { text: moreOrLess(part.by), numeric: true },
        ]),
        [
          <strong>Together</strong>,
          { text: <strong>{inWords(against.indicative.weekly)}</strong>, numeric: true },
          { text: <strong>{inWords(against.planned)}</strong>, numeric: true },
          { text: <strong>{moreOrLess(opposite(against.left))}</strong>, numeric: true },
        ],
      ]}
    />
  </Details>
)

/** What is left of the sum that the plan was made with; a sum that is newer than the plan is only set beside it. */
function leftInWords({ left, indicative }: Against, plan: Plan): string {
  if (indicative.on > dayOfWhen(plan.on))
    return `It is newer than this version. The difference is ${inWords(size(left))}.`
  if (left === 0) return 'Nothing is left of it, and nothing is missing.'
  return left > 0 ? `${inWords(left)} a week of it is left.` : `That is ${moreOrLess(opposite(left))} a week.`
}

const size = <P extends Period>(amount: Pence<P>): Pence<P> => (amount < 0 ? opposite(amount) : amount)

const Indicative = ({ table, plan }: { readonly table: AtTable; readonly plan: Plan }) => {
  if (!mayDo(table, 'money', 'read')) return null
  const indicative = indicativeFor(table.state, table.model, plan)
  if (indicative === undefined) return <p class="govuk-body">There is no indicative sum yet.</p>
  const against = againstIndicative(table.state, plan, indicative)
  return (
    <>
      <p class="govuk-body">
        {indicative.from === 'recorded' ? 'The indicative sum of ' : 'The sum as the facts give it on '}
        {dateInWords(indicative.on)} is{' '}
        <a class="govuk-link" href={recordPath(table.record, 'budget')}>
          {inWords(indicative.weekly)} a week
        </a>
        . The council’s lines in this plan cost {inWords(against.planned)}.{' '}
        <strong>{leftInWords(against, plan)}</strong> {words.costed}
      </p>
      <Explained against={against} />
    </>
  )
}

type SumProps = {
  readonly table: AtTable
  readonly plan: Plan
  /** the lines themselves are not on this page */
  readonly withoutLinks?: boolean
}

/** The same in two sentences, for the pages on which one line of it is written. */
export const SumInShort = ({ table, plan }: Pick<SumProps, 'table' | 'plan'>) => {
  const indicative = mayDo(table, 'money', 'read') ? indicativeFor(table.state, table.model, plan) : undefined
  const against = indicative === undefined ? undefined : againstIndicative(table.state, plan, indicative)
  return (
    <p class="govuk-body">
      The draft comes to <strong>{inWords(sumsOf(plan).total)} a week</strong>.
      {against === undefined
        ? ''
        : ` The council’s lines cost ${inWords(against.planned)}; the indicative sum is ${inWords(against.indicative.weekly)}. ${leftInWords(against, plan)}`}
    </p>
  )
}

/** What the plan costs, with what is left of the indicative sum and why. On every page where a plan is read or made. */
export const Sum = ({ table, plan, withoutLinks = false }: SumProps) => (
  <section>
    <h2 class="govuk-heading-m">{words.sum}</h2>
    <p class="rt-sum">
      <strong class="rt-sum__figure">{inWords(sumsOf(plan).total)}</strong> {words.aWeek}
    </p>
    <Picture plan={plan} withoutLinks={withoutLinks} />
    <WhoPays table={table} plan={plan} />
    <OwnPart table={table} plan={plan} />
    <EndedSince table={table} plan={plan} />
    <Once plan={plan} />
    <Indicative table={table} plan={plan} />
  </section>
)
