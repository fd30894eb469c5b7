import type { ComponentChildren, VNode } from 'preact'
import { BackLink } from '../platform/govuk/back-link.tsx'
import { ErrorSummary } from '../platform/govuk/error-summary.tsx'
import { type Answer, type Shown, page } from '../platform/web/answer.ts'
import type { FieldError } from '../platform/web/form.ts'
import { summaryOf } from '../platform/web/form.ts'
import { type AtTable, mayDo, recordPath } from './at-table.ts'
import { isThePerson } from './reader.ts'

const ROOMS = [
  { slug: '', says: 'The record', resource: 'people' },
  { slug: 'conversation', says: 'Conversation', resource: 'conversation' },
  { slug: 'eligibility', says: 'Eligibility', resource: 'eligibility' },
  { slug: 'budget', says: 'Money', resource: 'money' },
  { slug: 'challenge', says: 'Disagreements', resource: 'conversation' },
  { slug: 'looks', says: 'Who looked', resource: 'looks' },
] as const

export type Room = (typeof ROOMS)[number]['slug']

const mayEnter = (table: AtTable, resource: (typeof ROOMS)[number]['resource']): boolean =>
  mayDo(table, resource, 'read') || mayDo(table, resource, 'read-own')

/** A page of a record: whose it is and its rooms, as far as the reader may enter them, in the layout above it. */
export const laid = (table: AtTable, here: Room, shown: Shown): Answer =>
  page({
    ...shown,
    place: { text: whoseRecord(table), href: recordPath(table.record) },
    navigation: ROOMS.filter(({ resource }) => mayEnter(table, resource)).map(({ slug, says }) => ({
      text: says,
      href: slug === '' ? recordPath(table.record) : recordPath(table.record, slug),
      current: slug === here ? ('section' as const) : undefined,
    })),
  })

type FrameProps = {
  readonly title: string
  /** Above the heading: where within the room. */
  readonly caption?: string | undefined
  readonly errors?: readonly FieldError[] | undefined
  readonly children: ComponentChildren
}

export const whoseRecord = (table: AtTable): string =>
  isThePerson(table.reader) ? 'Your record' : `${table.state.person.name}’s record`

/** What every page of a record begins with: what has to be mended, and the heading. */
export const Frame = ({ title, caption, errors, children }: FrameProps) => (
  <>
    {errors === undefined || errors.length === 0 ? null : <ErrorSummary errors={summaryOf(errors)} />}
    {caption === undefined ? null : <span class="govuk-caption-l">{caption}</span>}
    <h1 class="govuk-heading-l">{title}</h1>
    {children}
  </>
)

export const backTo = (path: string, says: string): VNode => <BackLink href={path}>{says}</BackLink>

/** Refusals and conflicts, as errors that belong to the form and no field of it. */
export const formErrors = (says: readonly string[]): readonly FieldError[] =>
  says.map((sentence) => ({ field: 'form', says: sentence, at: 'form' }))
