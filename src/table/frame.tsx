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
  { slug: 'asking', says: 'Asking', resource: 'asking' },
  { slug: 'conversation', says: 'Conversation', resource: 'conversation' },
  { slug: 'eligibility', says: 'Eligibility', resource: 'eligibility', own: 'carers-own' },
  { slug: 'budget', says: 'Money', resource: 'money', own: 'carers-own' },
  { slug: 'plan/options', says: 'Options', resource: 'plan' },
  { slug: 'plan', says: 'Plan', resource: 'plan' },
  { slug: 'support', says: 'Support', resource: 'support' },
  { slug: 'review', says: 'Review', resource: 'plan' },
  { slug: 'challenge', says: 'Disagreements', resource: 'conversation' },
  { slug: 'people', says: 'People', resource: 'people' },
  { slug: 'letters', says: 'Letters', resource: 'asking' },
  { slug: 'looks', says: 'Who looked', resource: 'looks' },
] as const

export type Room = (typeof ROOMS)[number]['slug']

/** Into a room where others read everything, a carer comes for what is their own. */
const mayEnter = (table: AtTable, room: (typeof ROOMS)[number]): boolean =>
  mayDo(table, room.resource, 'read') ||
  mayDo(table, room.resource, 'read-own') ||
  ('own' in room && mayDo(table, room.own, 'read-own'))

/** A page of a record: whose it is and its rooms, as far as the reader may enter them, in the layout above it. */
export const laid = (table: AtTable, here: Room, shown: Shown): Answer =>
  page({
    // A person’s words about their own life are theirs, whatever anybody else would call them.
    ownWords: isThePerson(table.reader),
    ...shown,
    place: { text: whoseRecord(table), href: recordPath(table.record) },
    navigation: ROOMS.filter((room) => mayEnter(table, room)).map(({ slug, says }) => ({
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
