import type { Relationship } from '../record/access.ts'
import type { CaseloadLine } from '../record/log.ts'
import type { Standing } from '../record/stages.ts'
import { ButtonLink } from '../platform/govuk/button.tsx'
import { InsetText } from '../platform/govuk/inset-text.tsx'
import { type Values, textOf } from '../platform/web/form.ts'
import { recordPath } from './at-table.ts'
import { Caseload } from './caseload.tsx'
import type { AtHome } from './home-door.ts'
import { GapsFirst } from './gaps.tsx'
import { DisputedMark } from './standing-dispute.tsx'
import { STANDING_WORDS } from './timeline.tsx'

/** What has to be done next, in the person's own words. */
const NEXT: Readonly<Record<Standing, string>> = {
  contact: 'You have asked for help. The council owes you an answer.',
  conversation: 'Your conversation is under way. Say how things are, in your own words.',
  eligibility: 'You have said how things are. The council is deciding what it must help with.',
  budget: 'Look at the money on the table, and say if something is wrong.',
  plan: 'Your plan is being written. Look at the money, and at what rests on what you said.',
  support: 'Your plan is being carried out. Say if it is not as agreed.',
  review: 'Your plan is being looked at again.',
  closed: 'Your record is closed. You can ask again at any time.',
}

const MINE: readonly Relationship[] = ['self', 'attorney', 'deputy']
const CLOSE: readonly Relationship[] = ['carer', 'family', 'friend', 'advocate']
const hasOne = (line: CaseloadLine, wanted: readonly Relationship[]) =>
  line.relationships.some((relationship) => wanted.includes(relationship))

type Line = { readonly line: CaseloadLine; readonly notCome: readonly string[] | undefined }

type WayIn = { readonly to: readonly string[]; readonly says: string }
const PLAN: WayIn = { to: ['plan'], says: 'See the plan, and say what you think of it' }
const SUPPORT: WayIn = { to: ['support'], says: 'See what support came' }

/** What somebody comes for most, by how far their record has come. */
const MOST_WANTED: Readonly<Record<Standing, readonly WayIn[]>> = {
  contact: [{ to: ['asking'], says: 'See how long you wait, and for what' }],
  conversation: [{ to: ['asking'], says: 'See how long each step takes' }],
  eligibility: [{ to: ['eligibility'], says: 'See what the rules give, and what was decided' }],
  budget: [{ to: ['eligibility'], says: 'See what the rules give, and what was decided' }],
  plan: [{ to: ['plan', 'options'], says: 'See the ways to be supported, and add your own' }, PLAN],
  support: [SUPPORT, PLAN],
  review: [{ to: ['review'], says: 'See the review' }, SUPPORT, PLAN],
  closed: [{ to: ['asking'], says: 'Ask again' }],
}

const waysIn = ({ stage }: CaseloadLine): readonly WayIn[] => [
  { to: ['conversation'], says: 'Say how things are' },
  ...(stage === undefined ? [] : MOST_WANTED[stage]),
  { to: ['budget'], says: 'See the money on the table' },
  { to: ['letters'], says: 'Read your letters' },
  { to: ['looks'], says: 'See who looked' },
]

const OwnRecord = ({ line, notCome = [] }: Line) => {
  const own = line.relationships.includes('self')
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{own ? 'Your record' : `${line.personName}’s record`}</h2>
      {line.stage === undefined ? null : (
        <p class="govuk-body">{(own ? NEXT : STANDING_WORDS)[line.stage]}</p>
      )}
      {(line.openDisputes ?? 0) === 0 ? null : (
        <p class="govuk-body">
          <DisputedMark /> {line.openDisputes === 1 ? 'One thing is' : `${line.openDisputes} things are`} not
          settled yet.{' '}
          <a class="govuk-link" href={recordPath(line.record, 'challenge')}>
            See {line.openDisputes === 1 ? 'it' : 'them'}
          </a>
        </p>
      )}
      <GapsFirst says={notCome} support={recordPath(line.record, 'support')} />
      <ButtonLink start href={recordPath(line.record)}>
        Open {own ? 'your' : 'this'} record
      </ButtonLink>
      <ul class="govuk-list">
        {waysIn(line).map(({ to, says }) => (
          <li>
            <a class="govuk-link" href={recordPath(line.record, ...to)}>
              {says}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const CloseRecord = ({ line, notCome = [] }: Line) => (
  <section class="rt-block">
    <h2 class="govuk-heading-m">{line.personName}</h2>
    <p class="govuk-body">You are at the table with {line.personName}.</p>
    <GapsFirst says={notCome} support={recordPath(line.record, 'support')} />
    <ButtonLink href={recordPath(line.record)}>Open the record</ButtonLink>
  </section>
)

const GROUPS: readonly {
  readonly caption: string
  readonly of: readonly Relationship[]
  readonly whole?: boolean
  /** what the address calls the list, where one of its other pages is asked for */
  readonly list: string
}[] = [
  { caption: 'People you work with', of: ['worker'], whole: true, list: 'yours' },
  { caption: 'People your team works with', of: ['manager'], whole: true, list: 'team' },
  { caption: 'People you speak for', of: ['advocate', 'attorney', 'deputy'], list: 'speak' },
  {
    caption: 'People you have a part with',
    of: ['professional', 'finance', 'broker', 'provider', 'nhs', 'carer', 'family', 'friend'],
    list: 'part',
  },
]

/** What is there for some beside records, by their role. */
const STAFF_ROOMS: readonly {
  readonly roles: readonly string[]
  readonly href: string
  readonly says: string
  readonly about: string
}[] = [
  {
    roles: ['commissioner', 'finance'],
    href: '/contracts',
    says: 'Contracts',
    about: 'what is owed, held and why, and figures to talk about with providers',
  },
  {
    roles: ['commissioner', 'finance'],
    href: '/market',
    says: 'Market',
    about: 'prices and outcomes side by side, and what hangs on one provider',
  },
  {
    roles: ['social-worker', 'occupational-therapist', 'assessor', 'manager'],
    href: '/outbox',
    says: 'What was sent',
    about: 'letters that wait, went, arrived or came back',
  },
  {
    roles: ['commissioner', 'finance'],
    href: '/before-buying',
    says: 'Before buying',
    about: 'what ways of paying would bring, tried on invented people',
  },
  {
    roles: ['provider'],
    href: '/provider',
    says: 'Support that you give',
    about: 'what was agreed with each person, visits, and what is paid',
  },
  {
    roles: ['manager', 'commissioner'],
    href: '/insight',
    says: 'Insight',
    about: 'waits, fairness, choice and independence, what a change would do',
  },
]

const RoomsBeside = ({ role }: { readonly role: string | null }) => {
  const rooms = STAFF_ROOMS.filter(({ roles }) => role !== null && roles.includes(role))
  return rooms.length === 0 ? null : (
    <ul class="govuk-list">
      {rooms.map(({ href, says, about }) => (
        <li>
          <a class="govuk-link" href={href}>
            {says}
          </a>
          : {about}
        </li>
      ))}
    </ul>
  )
}

const Notes = ({ home }: { readonly home: AtHome }) =>
  home.notes.length === 0 ? null : (
    <InsetText>
      {home.notes.map(({ says, href }) => (
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            {says}
          </a>
        </p>
      ))}
    </InsetText>
  )

const Staff = ({ home, query }: { readonly home: AtHome; readonly query: Values }) => {
  const shown = new Set<string>()
  return (
    <>
      <h1 class="govuk-heading-l">Your work</h1>
      <Notes home={home} />
      <RoomsBeside role={home.account.role} />
      {home.lines.length === 0 ? (
        <InsetText>
          No record is open to you. That is so by design: a record opens to those who have a part in it.
        </InsetText>
      ) : null}
      {home.account.team === null || home.account.role === 'manager' ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href="/team">
            Others in your team’s care
          </a>
          , whom you cover for while a colleague is away
        </p>
      )}
      {GROUPS.map(({ caption, of, list, whole = false }) => {
        const lines = home.lines.filter((line) => hasOne(line, of) && !shown.has(line.record))
        for (const { record } of lines) shown.add(record)
        return (
          <Caseload
            lines={lines}
            found={home.found}
            today={home.today}
            caption={caption}
            whole={whole}
            sheet={{ wanted: textOf(query, list), path: (number) => `/?${list}=${number}` }}
          />
        )
      })}
    </>
  )
}

/** The first page after signing in: one's own record, or everybody whom one works with and what is open. */
export const Home = ({ home, query }: { readonly home: AtHome; readonly query: Values }) => {
  if (home.account.kind === 'staff') return <Staff home={home} query={query} />
  const own = home.lines.filter((line) => hasOne(line, MINE))
  const close = home.lines.filter((line) => !hasOne(line, MINE) && hasOne(line, CLOSE))
  return (
    <>
      <h1 class="govuk-heading-l">Hello, {home.account.name}</h1>
      <Notes home={home} />
      {home.lines.length === 0 ? <InsetText>There is no record that you are part of yet.</InsetText> : null}
      {own.map((line) => (
        <OwnRecord line={line} notCome={home.notCome.get(line.record)} />
      ))}
      {close.map((line) => (
        <CloseRecord line={line} notCome={home.notCome.get(line.record)} />
      ))}
    </>
  )
}

/** Those whom one covers for: enough to find somebody by, and no more. */
export const Team = ({
  lines,
  today,
  query,
}: {
  readonly lines: readonly CaseloadLine[]
  readonly today: string
  readonly query: Values
}) => (
  <>
    <h1 class="govuk-heading-l">Others in your team’s care</h1>
    <p class="govuk-body">
      Colleagues work with these people. You may read their records while a colleague is away. Each look is
      kept, and the person can see it.
    </p>
    {lines.length === 0 ? <InsetText>There is nobody whom you cover for.</InsetText> : null}
    <Caseload
      lines={lines}
      found={new Map()}
      today={today}
      caption="People your team works with"
      whole={false}
      sheet={{ wanted: textOf(query, 'page'), path: (number) => `/team?page=${number}` }}
    />
  </>
)

/** What anybody sees who has not signed in. */
export const Welcome = ({ council }: { readonly council: string }) => (
  <>
    <h1 class="govuk-heading-xl">Care decisions made together</h1>
    <p class="govuk-body-l">With every pound and every reason on the table.</p>
    <p class="govuk-body">
      At {council} you and your social worker read one record, together. You see who said what, what the law
      asks, how much money there is and how it was worked out. You can say that something is wrong, and
      everything that rests on it is marked until it is settled.
    </p>
    <ButtonLink start href="/sign-in">
      Sign in
    </ButtonLink>
    <h2 class="govuk-heading-m">Without signing in</h2>
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href="/model">
          How the money is worked out: the published model and prices
        </a>
      </li>
      <li>
        <a class="govuk-link" href="/law">
          The law, stage by stage: what must happen and what often goes wrong
        </a>
      </li>
    </ul>
  </>
)
