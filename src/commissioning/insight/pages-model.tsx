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
import { page } from '../../platform/web/answer.ts'
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
  }[]
}[]

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

const Transparent = ({ sections }: { readonly sections: ReturnType<MakeRecord> }) => (
  <Frame title={words.transparency}>
    <p class="govuk-body-l">{words.transparencyIntro}</p>
    {sections.map(({ heading, fields }) => (
      <section class="rt-block">
        <h2 class="govuk-heading-m">{heading}</h2>
        <SummaryList
          rows={fields.map((field) => ({
            key: `${field.number} ${field.heading}`,
            value: field.words === undefined ? <em>{words.toWrite}</em> : <Written text={field.words} />,
          }))}
        />
      </section>
    ))}
  </Frame>
)

const OPEN = { may: 'anyone', audited: 'nothing personal' } as const
const toModel = backTo('/model', 'How the money is worked out')

/** The model, held to account: how near it comes, and its transparency record. */
export const modelRoutes = (database: Database, model: Model, makeRecord: MakeRecord): readonly Route[] => {
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
        main: <Transparent sections={makeRecord(model, ctx?.accuracy)} />,
        before: toModel,
      }),
  }
  return behind(enterPublished(database), [accuracy, transparency])
}
