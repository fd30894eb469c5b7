import { isNamed } from '../../domain/checks/plan-lines.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords, minus, pence } from '../../domain/money/pence.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Plan, type PlanLine, onceOf, payerInWords } from '../../record/plan-words.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, mayAdd, mayDo } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { nameWithin } from '../../table/reader.ts'
import { Cites } from '../../table/reasons.tsx'
import { versionName } from './less-box.tsx'
import { MarkBlock } from './mark.tsx'
import { personFirst, personWithin } from './names.ts'
import { type Statement, recordedStatement, statementOf } from './view-money.ts'
import type { Version } from './view.ts'
import { budgetWords } from './words-forms.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly version: Version
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

type Week = Pence<'week'>
type Split = { readonly weekly: Week; readonly person: Week; readonly council: Week }
type Row = Split & { readonly what: string }

/** Council and person together are the whole: the three sums that the law asks for. */
const Three = ({ table, split }: { readonly table: AtTable; readonly split: Split }) => (
  <>
    <p class="rt-sum">
      <strong class="rt-sum__figure">{inWords(split.weekly)}</strong> a week
    </p>
    <p class="govuk-body">
      {personFirst(table)} {personFirst(table) === 'You' ? 'pay' : 'pays'} {inWords(split.person)} of it. The
      council pays {inWords(split.council)}. Together: {inWords(split.weekly)}.
    </p>
  </>
)

const LinesTable = ({
  table,
  rows,
  split,
}: {
  readonly table: AtTable
  readonly rows: readonly Row[]
  readonly split: Split
}) => {
  const numeric = (text: Week) => ({ text: inWords(text), numeric: true })
  return (
    <Table
      stacks
      firstCellIsHeader
      caption={budgetWords.lines}
      captionClass="govuk-table__caption--s"
      head={[
        'For',
        { text: 'A week', numeric: true },
        { text: personFirst(table) === 'You' ? 'You pay' : 'The person pays', numeric: true },
        { text: 'The council pays', numeric: true },
      ]}
      rows={[
        ...rows.map((row) => [row.what, numeric(row.weekly), numeric(row.person), numeric(row.council)]),
        ['Together', numeric(split.weekly), numeric(split.person), numeric(split.council)],
      ]}
    />
  )
}

const recordedRows = (budget: EntryOf<'personal-budget'>, plan: Plan): readonly Row[] =>
  (budget.lines ?? []).flatMap(({ line, weekly, person = pence<'week'>(0) }) => {
    const named = plan.lines.find((each) => isNamed(each, line))
    // What is bought once stands apart, below: in a table of weeks it would be a row of noughts.
    if (named?.unit === 'once' && weekly === 0 && person === 0) return []
    return [{ what: named?.what ?? 'A line of the plan', weekly, person, council: minus(weekly, person) }]
  })

const Recorded = ({
  table,
  budget,
  plan,
}: {
  readonly table: AtTable
  readonly budget: EntryOf<'personal-budget'>
  readonly plan: Plan
}) => {
  const rows = recordedRows(budget, plan)
  const { note } = budget
  return (
    <section>
      <h2 class="govuk-heading-m">{budgetWords.recorded}</h2>
      <p class="govuk-body">
        By {nameWithin(table.reader, table.state, budget.by)}, {dateInWords(dayOfWhen(budget.on))}.
      </p>
      <Three table={table} split={budget} />
      {rows.length === 0 ? null : <LinesTable table={table} rows={rows} split={budget} />}
      {note === undefined || note === '' ? null : <p class="govuk-body">{note}</p>}
    </section>
  )
}

const WorkedOut = ({ table, statement }: { readonly table: AtTable; readonly statement: Statement }) => (
  <section>
    <h2 class="govuk-heading-m">{budgetWords.cost}, as the plan’s lines give it today</h2>
    <Three table={table} split={statement} />
    <LinesTable
      table={table}
      rows={statement.lines.map((line) => ({ ...line, what: line.line.what }))}
      split={statement}
    />
    <p class="govuk-body">
      {statement.able === undefined
        ? budgetWords.unassessed
        : `The financial assessment of ${dateInWords(dayOfWhen(statement.able.on))} says that ${personWithin(table)} can pay ${inWords(statement.able.weekly)} a week. It is shared out over the lines by what they cost, and is never more than they cost.`}
    </p>
  </section>
)

const Apart = ({
  title,
  lines,
  says,
  sum,
}: {
  readonly title: string
  readonly lines: readonly PlanLine[]
  readonly says?: string
  readonly sum: (line: PlanLine) => string
}) =>
  lines.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-s">{title}</h2>
      {says === undefined ? null : <p class="govuk-body">{says}</p>}
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li>
            {line.what}: {sum(line)}
          </li>
        ))}
      </ul>
    </section>
  )

const isSame = (budget: EntryOf<'personal-budget'>, statement: Statement): boolean =>
  budget.weekly === statement.weekly &&
  budget.person === statement.person &&
  budget.council === statement.council

const KeepForm = ({ visit, errors, typed }: Pick<Props, 'visit' | 'errors' | 'typed'>) => (
  <form method="post" novalidate id="form" class="rt-no-print">
    <FormSeal visit={visit} head={visit.ctx.head} />
    <Textarea
      name="note"
      label={{ text: budgetWords.note, class: 'govuk-label--m' }}
      hint={budgetWords.noteHint}
      error={errorAt(errors, 'note')}
      value={textOf(typed, 'note')}
      rows={3}
    />
    <Button>{budgetWords.keep}</Button>
  </form>
)

/** The statement of section 26 for one version, as it was recorded and as its lines give it today. */
export const BudgetStatement = ({ visit, version, errors, typed }: Props) => {
  const table = visit.ctx
  const { plan } = version
  const recorded = recordedStatement(table.state, plan)
  // What the person can pay is not everybody's to see, and without it the sums would be wrong.
  const statement = mayDo(table, 'means', 'read') ? statementOf(table.state, plan) : undefined
  const live = version.place === 'draft' || version.place === 'in-force'
  const differs = statement !== undefined && recorded !== undefined && !isSame(recorded, statement)
  const whole = statementOf(table.state, plan)
  return (
    <Frame title={budgetWords.title} caption={`The plan, ${versionName(plan)}`} errors={errors}>
      <MarkBlock table={table} version={version} />
      <p class="govuk-body">
        {personFirst(table) === 'You' ? budgetWords.introYou : budgetWords.intro} Rule:{' '}
        <Cites cites={['CA s26']} />.
      </p>
      {recorded === undefined ? (
        <p class="govuk-body">{budgetWords.notRecorded}</p>
      ) : (
        <Recorded table={table} budget={recorded} plan={plan} />
      )}
      {differs && live ? <p class="govuk-body">{budgetWords.differs}</p> : null}
      {statement !== undefined && (recorded === undefined || (differs && live)) ? (
        <WorkedOut table={table} statement={statement} />
      ) : null}
      <Apart
        title={budgetWords.free}
        says={budgetWords.freeSays}
        lines={whole.free}
        sum={(line) => `${inWords(line.weekly)} a week`}
      />
      <Apart title={budgetWords.once} lines={whole.once} sum={(line) => inWords(onceOf(line))} />
      <Apart
        title={budgetWords.others}
        lines={whole.others}
        sum={(line) => `${inWords(line.weekly)} a week, ${payerInWords(line.funder, personWithin(table))}`}
      />
      {statement !== undefined &&
      live &&
      (recorded === undefined || differs) &&
      mayAdd(table, 'personal-budget') ? (
        <KeepForm visit={visit} errors={errors} typed={typed} />
      ) : null}
    </Frame>
  )
}
