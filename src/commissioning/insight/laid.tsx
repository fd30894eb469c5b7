import type { ComponentChildren } from 'preact'
import { type Answer, type Shown, page } from '../../platform/web/answer.ts'
import { ErrorSummary } from '../../platform/govuk/error-summary.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import type { Words } from '../../platform/govuk/parts.ts'
import type { AtInsight } from './door.ts'
import { ROOMS, type RoomName, countInWords, words, whoseFigures } from './words.ts'

/** A page of figures: of whom they are, and the rooms beside it. */
export const laidInsight = ({ of }: AtInsight, here: RoomName | '', shown: Shown): Answer =>
  page({
    ...shown,
    // Without a place: so the layout can say above a page that its figures still grow.
    navigation: [
      { text: words.title, href: '/insight', current: here === '' ? ('section' as const) : undefined },
      ...ROOMS.filter((room) => of.kind === 'council' || !room.councilOnly).map(({ name, says }) => ({
        text: says,
        href: `/insight/${name}`,
        current: name === here ? ('section' as const) : undefined,
      })),
    ],
  })

/** How many there are is a number like any other: rounded here too. */
const all = (people: number): string => countInWords({ kind: 'council' }, people).toLowerCase()

/** After a start, until everybody's figures have been read for the first time. `asked` is the address that was asked for. */
export const beingRead = (
  asked: string,
  { here, of }: { readonly here: number; readonly of: number },
): Answer =>
  page({
    title: words.beingRead,
    main: (
      <>
        <h1 class="govuk-heading-l">{words.beingRead}</h1>
        <p class="govuk-body">
          {words.beingReadWhy} {of === 0 ? null : `So far ${all(here)} of ${all(of)} people have been read.`}
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={asked}>
            {words.lookAgain}
          </a>
        </p>
      </>
    ),
  })

type HeadingProps = {
  readonly at: AtInsight
  readonly title: string
  readonly errors?: readonly { readonly text: string; readonly href: string }[]
  readonly children: ComponentChildren
}

/** What every page of figures begins with: whose figures they are, and how many people are in them. */
export const Heading = ({ at, title, errors = [], children }: HeadingProps) => (
  <>
    {errors.length === 0 ? null : <ErrorSummary errors={[...errors]} />}
    <span class="govuk-caption-l">{whoseFigures(at.of, at.people.length)}</span>
    <h1 class="govuk-heading-l">{title}</h1>
    {at.isBehind ? <InsetText>{words.behind}</InsetText> : null}
    {children}
  </>
)

/** How a figure is made: the rule, in words, with the place where it stands. */
export const TheRule = ({ children }: { readonly children: Words }) => (
  <Details summary={words.rule}>{children}</Details>
)

/** The records behind a figure, for a manager, who may open them: each look is kept and shown to the person. */
export const Records = ({
  records,
  what,
}: {
  readonly records: readonly (string | null)[]
  readonly what: string
}) => {
  const open = records.filter((record) => record !== null)
  return open.length === 0 ? null : (
    <Details
      summary={
        <>
          {open.length === 1 ? 'The record behind it' : `The ${open.length} records behind it`}
          <span class="govuk-visually-hidden">: {what}</span>
        </>
      }
    >
      <p class="govuk-body-s">{words.looks}</p>
      <ul class="govuk-list">
        {open.map((record, at) => (
          <li>
            <a class="govuk-link" href={`/records/${record}`}>
              Record {at + 1}
              <span class="govuk-visually-hidden"> of: {what}</span>
            </a>
          </li>
        ))}
      </ul>
    </Details>
  )
}
