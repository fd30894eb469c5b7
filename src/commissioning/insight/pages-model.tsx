import type { Model } from '../../domain/allocation/model.ts'
import { dateInWords, dayOf } from '../../domain/dates/plain-date.ts'
import { inWords, pence } from '../../domain/money/pence.ts'
import { type Accuracy, type AccuracyTable, ENOUGH_FOR_HALF } from '../../domain/population/accuracy.ts'
import { DIVISION_WORDS, DIVISIONS, groupInWords } from '../../domain/population/groups.ts'
import type { Database } from '../../platform/database/database.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { type Cell, Table } from '../../platform/govuk/table.tsx'
import { file as download, notFound, page } from '../../platform/web/answer.ts'
import { type Page, type Route, behind } from '../../platform/web/page.ts'
import { Frame, backTo } from '../../table/frame.tsx'
import { enterPublished } from './pages-published.tsx'
import type { Publication } from './store-published.ts'
import { words } from './words-model.ts'

/** The headings of the transparency record, with what stands under each. Made beyond a wall, so it is passed in. */
export type MakeRecord = (
  model: Model,
  accuracy: AccuracyTable | undefined,
) => readonly {
  readonly heading: string
  readonly fields: readonly {
    readonly number: string
    readonly heading: string
    readonly words: string | undefined
    /** whether it is for the council to write, and for nobody else */
    readonly isCouncils: boolean
  }[]
}[]

/** The record with its files, from beyond the wall. */
export type Transparency = {
  readonly record: MakeRecord
  readonly document: (sections: ReturnType<MakeRecord>) => object
  /** the council's own file, by name, and one with every heading to fill in */
  readonly ownFile: string
  readonly toFill: string
}

const AS_JSON = 'transparency-record.json'
const TO_FILL = 'to-write.yaml'

const percent = (share: number): string => `${Math.round(share * 100)}%`

const rowsOf = (accuracy: Accuracy): readonly (readonly [string, string])[] => [
  [words.people, String(accuracy.people)],
  [words.half, percent(accuracy.medianShareOff)],
  [words.mean, `${inWords(pence<'week'>(Math.round(accuracy.meanError)))} a week`],
  [words.bias, percent(accuracy.bias)],
  [words.within10, percent(accuracy.within10)],
  [words.within20, percent(accuracy.within20)],
  [words.enough, percent(accuracy.sufficient)],
  [words.slope, `£${accuracy.slope.toFixed(2)}`],
]

const Whole = ({ title, accuracy }: { readonly title: string; readonly accuracy: Accuracy | undefined }) => (
  <section class="rt-block">
    <h2 class="govuk-heading-m">{title}</h2>
    {accuracy === undefined ? (
      <p class="govuk-body">{words.few}</p>
    ) : (
      <SummaryList rows={rowsOf(accuracy).map(([key, value]) => ({ key, value }))} />
    )}
  </section>
)

const Groups = ({ table }: { readonly table: AccuracyTable }) => (
  <section class="rt-block">
    <h2 class="govuk-heading-m">{words.group}</h2>
    {DIVISIONS.map((division) => {
      const groups = table.groups.filter((group) => group.division === division)
      return groups.length === 0 ? null : (
        <Details summary={DIVISION_WORDS[division]}>
          <Table
            stacks
            caption={DIVISION_WORDS[division]}
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={['Group', words.people, words.half, words.bias, words.within20, words.enough]}
            rows={groups.map((group): readonly Cell[] => [
              groupInWords(division, group.group),
              String(group.people),
              percent(group.medianShareOff),
              percent(group.bias),
              percent(group.within20),
              percent(group.sufficient),
            ])}
          />
        </Details>
      )
    })}
  </section>
)

const onDay = (text: string): string => {
  const found = dayOf(text)
  return found === undefined ? text : dateInWords(found)
}

const Accurate = ({ published }: { readonly published: Publication | undefined }) => (
  <Frame title={words.accuracy}>
    <p class="govuk-body-l">{words.accuracyIntro}</p>
    <InsetText>{ENOUGH_FOR_HALF}</InsetText>
    {published === undefined ? (
      <p class="govuk-body">{words.none}</p>
    ) : (
      <>
        <p class="govuk-body">
          Published by {published.by} on {onDay(published.on)}.
        </p>
        <Whole title={words.all} accuracy={published.accuracy.all} />
        <Whole
          title={`${words.later} (from ${dateInWords(published.accuracy.since)})`}
          accuracy={published.accuracy.later}
        />
        <Groups table={published.accuracy} />
      </>
    )}
  </Frame>
)

const Line = ({ text }: { readonly text: string }) =>
  text.startsWith('https://') ? (
    <a class="govuk-link" href={text}>
      {text}
    </a>
  ) : (
    <>{text}</>
  )

/** What stands under a heading: as a list where it is several lines. */
const Written = ({ text }: { readonly text: string }) => {
  const lines = text.split('\n')
  return lines.length === 1 ? (
    <Line text={text} />
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li>
          <Line text={line} />
        </li>
      ))}
    </ul>
  )
}

/** What a council has still to write, where it writes it, and the file to begin with. */
const ToWrite = ({
  sections,
  file,
}: {
  readonly sections: ReturnType<MakeRecord>
  readonly file: string
}) => {
  const all = sections.flatMap(({ fields }) => fields)
  const open = all.filter((field) => field.words === undefined && field.isCouncils)
  return (
    <>
      {open.length === 0 ? null : <InsetText>{words.stillToWrite(open.length, all.length)}</InsetText>}
      <Details summary={words.whereToWrite} class="rt-no-print">
        <p class="govuk-body">{words.whoseWords}</p>
        <p class="govuk-body">{words.inTheFile(file)}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={`/model/transparency/${TO_FILL}`}>
            {words.toFill}
          </a>
        </p>
      </Details>
    </>
  )
}

const Transparent = ({
  sections,
  file,
}: {
  readonly sections: ReturnType<MakeRecord>
  readonly file: string
}) => (
  <Frame title={words.transparency}>
    <p class="govuk-body-l">{words.transparencyIntro}</p>
    <p class="govuk-body rt-no-print">
      <a class="govuk-link" href={`/model/transparency/${AS_JSON}`}>
        {words.asJson}
      </a>
    </p>
    <ToWrite sections={sections} file={file} />
    {sections.map(({ heading, fields }) => (
      <section class="rt-block">
        <h2 class="govuk-heading-m">{heading}</h2>
        <SummaryList
          rows={fields.map((field) => ({
            key: `${field.number} ${field.heading}`,
            value:
              field.words === undefined ? (
                <em>{field.isCouncils ? words.toWrite : words.notMeasured}</em>
              ) : (
                <Written text={field.words} />
              ),
          }))}
        />
      </section>
    ))}
  </Frame>
)

const OPEN = { may: 'anyone', audited: 'nothing personal' } as const
const toModel = backTo('/model', 'How the money is worked out')

/** The model, held to account: how near it comes, and its transparency record. */
export const modelRoutes = (
  database: Database,
  model: Model,
  { record, document, ownFile, toFill }: Transparency,
): readonly Route[] => {
  const accuracy: Page<Publication | undefined> = {
    ...OPEN,
    path: '/model/accuracy',
    get: ({ ctx }) => page({ title: words.accuracy, main: <Accurate published={ctx} />, before: toModel }),
  }
  const transparency: Page<Publication | undefined> = {
    ...OPEN,
    path: '/model/transparency',
    get: ({ ctx }) =>
      page({
        title: words.transparency,
        main: <Transparent sections={record(model, ctx?.accuracy)} file={ownFile} />,
        before: toModel,
      }),
  }
  const files: Page<Publication | undefined> = {
    ...OPEN,
    path: '/model/transparency/:file',
    params: { file: 'entry' },
    get: ({ ctx, params }) => {
      if (params['file'] === TO_FILL) return download(ownFile, 'application/yaml; charset=utf-8', toFill)
      if (params['file'] !== AS_JSON) return notFound
      const text = `${JSON.stringify(document(record(model, ctx?.accuracy)), null, 2)}\n`
      return download(AS_JSON, 'application/json; charset=utf-8', text)
    },
  }
  return behind(enterPublished(database), [accuracy, transparency, files])
}
