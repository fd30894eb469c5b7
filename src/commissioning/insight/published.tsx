import { dateInWords, dayOf } from '../../domain/dates/plain-date.ts'
import { numberInWords } from '../../domain/population/shown-count.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { StackedBar } from '../../platform/govuk/pictures/stacked-bar.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { type Cell, Table } from '../../platform/govuk/table.tsx'
import { Frame } from '../../table/frame.tsx'
import type { OpenRow, OpenStatistics, Publication } from './store-published.ts'
import { ALL, headlines, isBeside, pictureOf, suppressedIn } from './view-published.ts'
import { words } from './words-published.ts'

type OpenTable = OpenStatistics['tables'][number]

const EVERYBODY = 'everybody'

const onDay = (text: string): string => {
  const found = dayOf(text)
  return found === undefined ? text : dateInWords(found)
}

const countInWords = (row: OpenRow | undefined): string =>
  row === undefined || row.status === 'suppressed' || row.people === null
    ? words.suppressed
    : numberInWords(row.people)

/** In a table with many columns the mark stands that official statistics use; the words above say what it means. */
const cell = (row: OpenRow | undefined): Cell => ({
  text: row?.people === null || row === undefined ? words.mark : countInWords(row),
  numeric: true,
})

/** The whole council: one bar, or a list where too much of it is suppressed. */
const InPicture = ({ table, rows }: { readonly table: OpenTable; readonly rows: readonly OpenRow[] }) => {
  const picture = pictureOf(table.rows)
  if (picture === undefined || picture.shown.every(({ people }) => people === 0))
    return (
      <>
        <p class="govuk-body">{words.notDrawn}</p>
        <SummaryList rows={rows.map((row) => ({ key: row.category_words, value: countInWords(row) }))} />
      </>
    )
  const { rest } = picture
  const together = { label: words.restTogether, value: rest, shown: `about ${numberInWords(rest)}` }
  return (
    <StackedBar
      id={`bar-${table.id}`}
      title={table.title}
      parts={[
        ...rows.map((row) => ({
          label: row.category_words,
          value: row.people ?? 0,
          shown: countInWords(row),
        })),
        ...(rest === 0 ? [] : [together]),
      ]}
    />
  )
}

/** The most groups that stand beside each other on a sheet; of more, each row is a few lines there. */
const MOST_ON_PAPER = 5

/** One table: the whole council as a picture and in numbers, or by the groups of one division. */
const OneTable = ({
  table,
  by,
  isOut,
}: {
  readonly table: OpenTable
  readonly by: string
  readonly isOut: boolean
}) => {
  const whole = table.rows.filter((row) => row.by === EVERYBODY)
  const categories = whole.filter(({ category, detail }) => category !== ALL && detail !== 'wide')
  const beside = categories.filter(({ category }) => isBeside(category))
  const inPicture = categories.filter((row) => !beside.includes(row))
  const own = table.rows.filter((row) => row.by === by)
  const groups = [...new Map(own.map((row) => [row.group, row.group_words]))]
  const told = [...new Map(own.map((row) => [row.category, row.category_words]))]
  const at = (category: string, group: string) =>
    own.find((row) => row.category === category && row.group === group)
  return (
    <section class="rt-block" id={table.id}>
      <h2 class="govuk-heading-m">{table.title}</h2>
      <p class="govuk-body">{table.about}</p>
      <InPicture table={table} rows={inPicture} />
      {beside.length === 0 ? null : (
        <p class="govuk-body">
          Not in the picture:{' '}
          {beside
            .map((row) => `${row.category_words.toLowerCase()}, ${countInWords(row).toLowerCase()}`)
            .join('; ')}
          .
        </p>
      )}
      {by === EVERYBODY ? null : (
        <Table
          stacks
          class={
            groups.length > MOST_ON_PAPER ? 'rt-table--dense rt-table--rows-on-paper' : 'rt-table--dense'
          }
          caption={`${table.title}, by group`}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[words.category, ...groups.map(([, says]) => ({ text: says, numeric: true }))]}
          rows={told.map(([category, says]) => [says, ...groups.map(([group]) => cell(at(category, group)))])}
        />
      )}
      {isOut ? (
        <p class="govuk-body-s">
          <a class="govuk-link" href={`/figures/${table.id}.csv`}>
            This table as CSV<span class="govuk-visually-hidden">: {table.title}</span>
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** What is chosen: by which groups, and of those one table at a time, as all of them are far more than anybody reads. */
type Chosen = { readonly by: string; readonly table: string }

const chosenOf = (all: OpenStatistics, { by, table }: Chosen): Chosen => ({
  by: all.divisions.some(({ id }) => id === by) ? by : EVERYBODY,
  table: all.tables.some(({ id }) => id === table) ? table : (all.tables[0]?.id ?? ''),
})

/** Whether the address asks for a table, or a way to divide people, that is not there. */
const isUnknown = (all: OpenStatistics, { by, table }: Chosen): boolean =>
  (by !== '' && by !== EVERYBODY && !all.divisions.some(({ id }) => id === by)) ||
  (table !== '' && !all.tables.some(({ id }) => id === table))

const By = ({ all, chosen }: { readonly all: OpenStatistics; readonly chosen: Chosen }) => (
  <form method="get" action="/figures#chosen" id="chosen" class="rt-no-print">
    <Select
      name="by"
      label={{ text: words.by }}
      value={chosen.by}
      options={[
        { value: EVERYBODY, text: words.everybody },
        ...all.divisions.map(({ id, words: says }) => ({ value: id, text: says })),
      ]}
    />
    {chosen.by === EVERYBODY ? null : (
      <Select
        name="table"
        label={{ text: words.which }}
        value={chosen.table}
        options={all.tables.map(({ id, title }) => ({ value: id, text: title }))}
      />
    )}
    <Button class="govuk-button--secondary">{words.show}</Button>
  </form>
)

const Files = ({ published }: { readonly published: Publication }) => (
  <section class="rt-block">
    <h2 class="govuk-heading-m">{words.files}</h2>
    <p class="govuk-body">{words.filesWhy}</p>
    <ul class="govuk-list govuk-list--bullet">
      {published.files.map(({ name }) => (
        <li>
          <a class="govuk-link" href={`/figures/${name}`}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </section>
)

/** The tables of a publication, as the public reads them: all of the whole council, or one by its groups. `asked` is what stood in the address. */
export const Tables = ({
  all,
  asked,
  isOut,
}: {
  readonly all: OpenStatistics
  readonly asked: Chosen
  /** whether its files can be had yet */
  readonly isOut: boolean
}) => {
  const { by, table: one } = chosenOf(all, asked)
  return (
    <>
      {all.tables
        .filter(({ id }) => by === EVERYBODY || id === one)
        .map((table) => (
          <OneTable table={table} by={by} isOut={isOut} />
        ))}
    </>
  )
}

/** What somebody with a minute reads. */
const InOneLook = ({
  published: { statistics: all, before },
  isWhole,
}: {
  readonly published: Publication
  /** whether every table stands below */
  readonly isWhole: boolean
}) => {
  const found = headlines(all.tables, before, words.suppressed)
  const isHeld = before !== undefined && found.some(({ change }) => change !== undefined)
  return (
    <section class="rt-block">
      <Table
        stacks
        caption={words.oneLook}
        captionClass="govuk-table__caption--m"
        firstCellIsHeader
        head={[words.category, words.people, ...(isHeld ? [`${words.change} ${onDay(before.to)}`] : [])]}
        rows={found.map(({ table, says, people, share, change }) => [
          <a class="govuk-link" href={`${isWhole ? '' : '/figures'}#${table}`}>
            {says}
          </a>,
          share === '' ? people : `${people}: ${share}`,
          ...(isHeld ? [change ?? words.notKnown] : []),
        ])}
      />
      <p class="govuk-body-s">{words.aYear}</p>
    </section>
  )
}

/** Open statistics, for a journalist, an organisation of disabled people, or whoever wants to know. */
export const Published = ({
  published,
  asked,
}: {
  readonly published: Publication | undefined
  readonly asked: Chosen
}) => {
  if (published === undefined)
    return (
      <Frame title={words.title}>
        <InsetText>{words.none}</InsetText>
        <p class="govuk-body">{words.noneWhy}</p>
      </Frame>
    )
  const { statistics: all, on, by } = published
  const { numbers, hidden } = suppressedIn(all.tables)
  const chosen = chosenOf(all, asked)
  const isWhole = chosen.by === EVERYBODY
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{words.intro}</p>
      <p class="govuk-body">
        {all.council}, from {onDay(all.period.from)} to {onDay(all.period.to)}. Published by {by} on{' '}
        {onDay(on)}.
      </p>
      <InOneLook published={published} isWhole={isWhole} />
      <h2 class="govuk-heading-m">{words.read}</h2>
      <p class="govuk-body">
        {words.counted} {numberInWords(hidden)} of {numberInWords(numbers)} {words.suppressedWhy}{' '}
        {words.notWhy}
      </p>
      <Details summary={words.rules}>
        <ul class="govuk-list govuk-list--bullet">
          {all.rules.map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
        <p class="govuk-body">{words.markWhy}</p>
      </Details>
      <h2 class="govuk-heading-m rt-no-print">{words.tables}</h2>
      <ul class="govuk-list rt-no-print">
        {all.tables.map(({ id, title }) => (
          <li>
            <a
              class="govuk-link"
              href={isWhole ? `#${id}` : `/figures?by=${chosen.by}&table=${id}#${id}`}
              aria-current={!isWhole && id === chosen.table ? 'true' : undefined}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
      {isUnknown(all, asked) ? <InsetText>{words.unknown}</InsetText> : null}
      <By all={all} chosen={chosen} />
      <Tables all={all} asked={asked} isOut />
      <Files published={published} />
      <p class="govuk-body">
        <a class="govuk-link" href="/model">
          {words.model}
        </a>
      </p>
    </Frame>
  )
}
