import { fallsBetween } from '../../domain/checks/council-support.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { planDifference } from '../../record/plan-difference.ts'
import type { Plan } from '../../record/plan-words.ts'
import { disputesBeneath } from '../../record/resting.ts'
import { dayOfWhen } from '../../record/values.ts'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { AtStage } from '../../table/at-stage.tsx'
import { type AtTable, disputePath, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { isPersonsSide } from '../../table/findings-view.ts'
import { isThePerson, nameFor, nameWithin } from '../../table/reader.ts'
import { DisputeNote } from '../../table/standing-dispute.tsx'
import { Answers, SignOffShown } from './answers.tsx'
import { LessBox, versionName } from './less-box.tsx'
import { Goals } from './goals.tsx'
import { Lines, Needs } from './lines.tsx'
import { MarkBlock } from './mark.tsx'
import { Sum } from './money.tsx'
import { namesFor } from './names.ts'
import { recordedStatement } from './view-money.ts'
import { Versions } from './versions.tsx'
import { type Plans, type Version, agreedBefore, isShownAsDraft, toAnswer } from './view.ts'
import { words } from './words.ts'

type Props = { readonly table: AtTable; readonly plans: Plans; readonly version: Version }

/** What the person agreed to, held against what was then issued, without anybody asking. */
const AgreedAgainstIssued = ({ table, plans }: { readonly table: AtTable; readonly plans: Plans }) => {
  const agreed = agreedBefore(table.state, plans)
  const issued = plans.inForce
  if (agreed === undefined || issued === undefined) return null
  const difference = planDifference(agreed.plan, issued.plan, namesFor(table))
  const who = isThePerson(table.reader) ? 'you' : table.state.person.name
  const falls = fallsBetween(table.state, agreed.plan, issued.plan)
  const last = agreed.answers.at(-1)
  return (
    <section>
      <LessBox table={table} difference={difference} falls={falls} than={`the one ${who} agreed to`} />
      <p class="govuk-body">
        {last === undefined ? '' : `On ${dateInWords(dayOfWhen(last.on))} `}
        {last === undefined ? '' : `${nameWithin(table.reader, table.state, last.by)} agreed`}
        {last?.extent === 'partly' ? ' in part' : ''} to {versionName(agreed.plan)}. What was issued is{' '}
        {versionName(issued.plan)}.{' '}
        {difference.isSame ? (
          'The two are the same.'
        ) : (
          <a
            class="govuk-link"
            href={recordPath(table.record, 'plan', 'changes', agreed.plan.id, issued.plan.id)}
          >
            See what differs
          </a>
        )}
      </p>
    </section>
  )
}

const OtherVersion = ({ table, plans, version }: Props) => {
  const { draft, inForce } = plans
  if (version.place === 'in-force' && draft !== undefined) {
    return (
      <InsetText>
        A next version is being written: {versionName(draft.plan)}. It is a draft, and not in force.{' '}
        <a class="govuk-link" href={recordPath(table.record, 'plan', 'version', draft.plan.id)}>
          Read the draft
        </a>{' '}
        or{' '}
        <a
          class="govuk-link"
          href={recordPath(table.record, 'plan', 'changes', version.plan.id, draft.plan.id)}
        >
          see what would change
        </a>
        .
      </InsetText>
    )
  }
  if (version.place === 'in-force' || inForce === undefined) return null
  return (
    <InsetText>
      The plan in force is{' '}
      <a class="govuk-link" href={recordPath(table.record, 'plan')}>
        {versionName(inForce.plan)}
      </a>
      .{' '}
      <a
        class="govuk-link"
        href={recordPath(table.record, 'plan', 'changes', inForce.plan.id, version.plan.id)}
      >
        What differs from it
      </a>
    </InsetText>
  )
}

/** What is said to be wrong with it, or with something that it rests on, until it is settled. */
const Disputed = ({ table, plan }: { readonly table: AtTable; readonly plan: Plan }) =>
  mayDo(table, 'conversation', 'read') ? (
    <>
      {disputesBeneath(table.state, plan.id).map((dispute) => (
        <DisputeNote table={table} dispute={dispute} beneath={dispute.of?.id !== plan.id} />
      ))}
    </>
  ) : null

const orNone = (text: string | undefined): string =>
  text === undefined || text.trim() === '' ? words.notSaid : text

const Rest = ({ table, plan }: { readonly table: AtTable; readonly plan: Plan }) => (
  <section>
    <h2 class="govuk-heading-m">{words.rest}</h2>
    <SummaryList
      rows={[
        { key: words.wishes, value: orNone(plan.wishes) },
        { key: words.contingency, value: orNone(plan.contingency) },
        { key: words.prevent, value: orNone(plan.prevent) },
        {
          key: words.review,
          value: plan['review-by'] === undefined ? words.notSaid : dateInWords(dayOfWhen(plan['review-by'])),
        },
        {
          key: words.involved,
          value:
            plan.involved.length === 0
              ? words.notSaid
              : plan.involved.map((party) => nameFor(table.reader, table.state, party)).join(', '),
        },
      ]}
    />
  </section>
)

/** A manager decides on what others wrote: of their own version another one does. */
const maySign = (table: AtTable, plan: Plan): boolean =>
  table.reader.relationships.includes('manager') &&
  mayAdd(table, 'sign-off') &&
  plan.by !== table.reader.party

/** Beside the plan in force: what has still to be done about the draft, so that nobody has to look for their move. */
function aboutTheDraft({ table, plans, version }: Props): readonly { href: string; says: string }[] {
  const { draft } = plans
  if (version.place !== 'in-force' || draft === undefined) return []
  const { plan } = draft
  const asked = toAnswer(plans)?.plan.id === plan.id
  const decides = mayAdd(table, 'plan')
  const to = (...parts: readonly string[]) => recordPath(table.record, 'plan', ...parts)
  const links = [
    asked && isPersonsSide(table.reader) && mayAdd(table, 'response') && draft.answered === undefined
      ? { href: to('answer', plan.id), says: `Say what you think of version ${plan.version}, the draft` }
      : undefined,
    decides && mayDo(table, 'money', 'read') && recordedStatement(table.state, plan) === undefined
      ? {
          href: to('budget', plan.id),
          says: `Put the personal budget of version ${plan.version} in the record`,
        }
      : undefined,
    maySign(table, plan) && draft.signed === undefined
      ? { href: to('sign-off', plan.id), says: `Decide on version ${plan.version}, the draft` }
      : undefined,
    decides ? { href: to('issue'), says: `Issue version ${plan.version}` } : undefined,
  ]
  return links.filter((link) => link !== undefined)
}

/** What the reader may do with this version, in the order in which it is done. */
const Next = ({ table, plans, version }: Props) => {
  const { plan } = version
  const asked = toAnswer(plans)?.plan.id === plan.id
  const decides = mayAdd(table, 'plan')
  const to = (...parts: readonly string[]) => recordPath(table.record, 'plan', ...parts)
  const links = [
    asked && isPersonsSide(table.reader) && mayAdd(table, 'response')
      ? {
          href: to('answer', plan.id),
          says: version.answered === undefined ? 'Say whether you agree' : 'Answer once more',
        }
      : undefined,
    decides
      ? { href: to('draft'), says: plans.draft ? 'Work on the draft' : 'Write the next version' }
      : undefined,
    decides && version.place === 'draft' ? { href: to('issue'), says: 'Issue this draft' } : undefined,
    asked && decides && version.answered === undefined
      ? { href: to('answer', plan.id), says: 'Write down that they could not answer' }
      : undefined,
    asked && maySign(table, plan)
      ? { href: to('sign-off', plan.id), says: 'Decide on this version' }
      : undefined,
    mayDo(table, 'plan', 'dispute') && mayAdd(table, 'dispute')
      ? { href: disputePath(table.record, plan.id), says: 'Say that something in it is wrong' }
      : undefined,
    mayDo(table, 'money', 'read')
      ? { href: to('budget', plan.id), says: 'The personal budget, as a statement' }
      : undefined,
    ...aboutTheDraft({ table, plans, version }),
  ].filter((link) => link !== undefined)
  return links.length === 0 ? null : (
    <section class="rt-no-print">
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">What can be done here</h2>
      <ul class="govuk-list">
        {links.map(({ href, says }) => (
          <li>
            <a class="govuk-link" href={href}>
              {says}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const titleOf = (version: Version | undefined): string =>
  version !== undefined && isShownAsDraft(version) ? `${words.title}: draft` : words.title

/** One version, whole: the same for everybody at the table. */
export const PlanPage = (props: Props) => {
  const { table, plans, version } = props
  const { plan } = version
  return (
    <Frame
      title={titleOf(version)}
      caption={`Version ${plan.version}, ${dateInWords(dayOfWhen(plan.on))}, by ${nameWithin(table.reader, table.state, plan.by)}`}
    >
      <MarkBlock table={table} version={version} />
      {version.place === 'in-force' ? <AgreedAgainstIssued table={table} plans={plans} /> : null}
      <OtherVersion {...props} />
      <Next {...props} />
      <Disputed table={table} plan={plan} />
      <AtStage table={table} stage="plan" version={plan.id} />
      <Sum table={table} plan={plan} />
      <Lines table={table} plan={plan} />
      <Needs table={table} plan={plan} />
      <Goals table={table} />
      <Rest table={table} plan={plan} />
      <Answers table={table} version={version} />
      <SignOffShown table={table} version={version} />
      <Versions table={table} plans={plans} here={version} />
      {isShownAsDraft(version) ? <p class="govuk-body">End of the draft.</p> : null}
    </Frame>
  )
}

/** Before there is a plan: what it waits for, and the goals that are there already. */
export const NoPlan = ({ table }: { readonly table: AtTable }) => (
  <Frame title={words.title}>
    <p class="govuk-body-l">{words.none}</p>
    <p class="govuk-body">{words.noneHow}</p>
    <AtStage table={table} stage="plan" />
    <Goals table={table} />
    {mayAdd(table, 'plan') ? (
      <p class="govuk-body rt-no-print">
        <a class="govuk-link" href={recordPath(table.record, 'plan', 'draft')}>
          Begin a draft
        </a>
      </p>
    ) : null}
  </Frame>
)
