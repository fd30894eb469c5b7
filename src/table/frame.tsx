import type { ComponentChildren, VNode } from 'preact'
import { BackLink } from '../platform/govuk/back-link.tsx'
import { ErrorSummary } from '../platform/govuk/error-summary.tsx'
import { type Answer, type Shown, page } from '../platform/web/answer.ts'
import type { FieldError } from '../platform/web/form.ts'
import { summaryOf } from '../platform/web/form.ts'
import { type AtTable, mayDo, recordPath } from './at-table.ts'
import { isThePerson } from './reader.ts'

/**
 * The rooms of a record, each in the part of the journey under which it is found: one line of parts above, and below it
 * the rooms of the part where the reader is.
 */
const ROOMS = [
  { slug: '', part: 'The record', says: 'The record', resource: 'people' },
  { slug: 'about-me', part: 'The record', says: 'About me', resource: 'conversation' },
  { slug: 'people', part: 'The record', says: 'People', resource: 'people' },
  { slug: 'promises', part: 'The record', says: 'Promises', resource: 'asking' },
  { slug: 'letters', part: 'The record', says: 'Letters', resource: 'asking' },
  { slug: 'paper', part: 'The record', says: 'Forms on paper', resource: 'conversation' },
  { slug: 'looks', part: 'The record', says: 'Who looked', resource: 'looks' },
  { slug: 'asking', part: 'Conversation', says: 'Asking', resource: 'asking' },
  { slug: 'conversation', part: 'Conversation', says: 'Conversation', resource: 'conversation' },
  {
    slug: 'eligibility',
    part: 'Conversation',
    says: 'Eligibility',
    resource: 'eligibility',
    own: 'carers-own',
  },
  { slug: 'deciding', part: 'Deciding', says: 'Deciding', resource: 'capacity' },
  { slug: 'advocacy', part: 'Deciding', says: 'Help to take part', resource: 'capacity' },
  { slug: 'deciding/liberty', part: 'Deciding', says: 'Limits on freedom', resource: 'capacity' },
  { slug: 'budget', part: 'Money', says: 'Money', resource: 'money', own: 'carers-own' },
  { slug: 'budget/meantime', part: 'Money', says: 'In the meantime', resource: 'money' },
  { slug: 'plan', part: 'Plan', says: 'Plan', resource: 'plan' },
  { slug: 'plan/options', part: 'Plan', says: 'Options', resource: 'plan' },
  { slug: 'risks', part: 'Plan', says: 'Risks', resource: 'plan' },
  { slug: 'outcomes/hopes', part: 'Hopes', says: 'Hopes', resource: 'conversation' },
  { slug: 'outcomes', part: 'Hopes', says: 'Goals', resource: 'support' },
  { slug: 'outcomes/over-time', part: 'Hopes', says: 'Over time', resource: 'conversation' },
  { slug: 'outcomes/wellbeing', part: 'Hopes', says: 'Wellbeing', resource: 'support' },
  { slug: 'outcomes/heard', part: 'Hopes', says: 'Being heard', resource: 'challenge' },
  { slug: 'outcomes/both', part: 'Hopes', says: 'Choice and independence', resource: 'conversation' },
  { slug: 'support', part: 'Support', says: 'Support', resource: 'support' },
  { slug: 'support/search', part: 'Support', says: 'The search', resource: 'plan' },
  { slug: 'agreed', part: 'Support', says: 'What came of it', resource: 'support' },
  { slug: 'review', part: 'Support', says: 'Review', resource: 'plan' },
  { slug: 'moves', part: 'Support', says: 'Hospital and moves', resource: 'asking' },
  { slug: 'safety', part: 'Support', says: 'Staying safe', resource: 'safeguarding' },
  { slug: 'challenge', part: 'Disagreements', says: 'Disagreements', resource: 'conversation' },
] as const

export type Room = (typeof ROOMS)[number]['slug']
type Part = (typeof ROOMS)[number]['part']

const PARTS: readonly Part[] = [...new Set(ROOMS.map(({ part }) => part))]

/** Into a room where others read everything, a carer comes for what is their own. */
const mayEnter = (table: AtTable, room: (typeof ROOMS)[number]): boolean =>
  mayDo(table, room.resource, 'read') ||
  mayDo(table, room.resource, 'read-own') ||
  ('own' in room && mayDo(table, room.own, 'read-own'))

const hrefOf = ({ record }: AtTable, { slug }: (typeof ROOMS)[number]): string =>
  slug === '' ? recordPath(record) : recordPath(record, slug)

/** A part leads to the room that has its name, or, where that is not the reader's, to the first one that is. */
const entranceOf = (table: AtTable, part: Part): (typeof ROOMS)[number] | undefined => {
  const rooms = ROOMS.filter((room) => room.part === part && mayEnter(table, room))
  return rooms.find(({ says }) => says === part) ?? rooms[0]
}

/** The rooms beside this one, as far as the reader may enter them; nothing where there is no other. */
const Beside = ({ table, here }: { readonly table: AtTable; readonly here: Room }) => {
  const part = ROOMS.find(({ slug }) => slug === here)?.part
  const rooms = ROOMS.filter((room) => room.part === part && mayEnter(table, room))
  return rooms.length < 2 ? null : (
    <nav class="moj-sub-navigation rt-no-print" aria-label={`${part ?? ''}: its pages`}>
      <ul class="moj-sub-navigation__list">
        {rooms.map((room) => (
          <li class="moj-sub-navigation__item">
            <a
              class="moj-sub-navigation__link"
              href={hrefOf(table, room)}
              aria-current={room.slug === here ? 'page' : undefined}
            >
              {room.says}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A page of a record: whose it is and its rooms, as far as the reader may enter them, in the layout above it. */
export const laid = (table: AtTable, here: Room, shown: Shown): Answer =>
  page({
    // A person’s words about their own life are theirs, whatever anybody else would call them.
    ownWords: isThePerson(table.reader),
    ...shown,
    place: { text: whoseRecord(table), href: recordPath(table.record) },
    navigation: PARTS.flatMap((part) => {
      const entrance = entranceOf(table, part)
      const isHere = ROOMS.some((room) => room.part === part && room.slug === here)
      return entrance === undefined
        ? []
        : [
            {
              text: part,
              href: hrefOf(table, entrance),
              current: isHere ? ('section' as const) : undefined,
            },
          ]
    }),
    before: (
      <>
        <Beside table={table} here={here} />
        {shown.before}
      </>
    ),
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
