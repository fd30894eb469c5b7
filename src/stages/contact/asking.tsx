import { dateInWords } from '../../domain/dates/plain-date.ts'
import { topicsToPerson, topicsToWorker } from '../../domain/checks/telling.ts'
import type { Topic } from '../../domain/outcomes/topics.ts'
import { dayOfEntry } from '../../domain/checks/clocks.ts'
import { all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import type { EntryOf } from '../../record/entries.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { Against } from '../../table/against.tsx'
import { AtStage } from '../../table/at-stage.tsx'
import { type AtTable, disputePath, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameFor, nameWithin } from '../../table/reader.ts'
import { type Round, type Step, rounds } from '../../domain/checks/steps.ts'
import { type Hold, holds } from './view.ts'
import { HOLD_STAGE_WORDS, HOW_WORDS, OUTCOME_WORDS, STEP_WORDS, words } from './words.ts'

type Props = { readonly table: AtTable }

/** The steps rest on what stands in these parts: to somebody who may not read them, what is done would look undone. */
const STEPS_REST_ON = ['conversation', 'eligibility', 'plan', 'support'] as const
const maySeeSteps = (table: AtTable): boolean =>
  STEPS_REST_ON.every((resource) => mayDo(table, resource, 'read'))

const inDays = (count: number): string => (count === 1 ? '1 day' : `${count} days`)
const on = (entry: Parameters<typeof dayOfEntry>[0]): string => dateInWords(dayOfEntry(entry))

const StepsPicture = ({ steps, id }: { readonly steps: readonly Step[]; readonly id: string }) => (
  <Against
    id={id}
    title={words.picture}
    legend={{ given: 'Days so far', missing: 'Days left or not needed', beyond: 'Days over' }}
    rows={steps.map(({ name, days, allowed }) => ({
      label: STEP_WORDS[name],
      planned: allowed,
      given: days,
      shown: `${inDays(days)} of ${allowed}`,
    }))}
  />
)

const StepsTable = ({ steps }: { readonly steps: readonly Step[] }) => (
  <Table
    stacks
    firstCellIsHeader
    head={['Step', 'Began', 'Done', 'Time']}
    rows={steps.map(({ name, from, done, says, late }) => [
      STEP_WORDS[name],
      on(from),
      done === undefined ? 'Not yet' : on(done),
      {
        text: (
          <>
            {late ? (
              <>
                <Tag class="govuk-tag--red">Late</Tag>{' '}
              </>
            ) : null}
            {says}
          </>
        ),
      },
    ])}
  />
)

const RoundItem = ({ table, round, id }: Props & { readonly round: Round; readonly id: string }) => (
  <section class="rt-block">
    <h3 class="govuk-heading-s">
      {round.began.kind === 'contact'
        ? `Asked on ${on(round.began)}, by ${nameWithin(table.reader, table.state, round.began.by)}`
        : `An assessment, begun on ${on(round.began)}`}
    </h3>
    <StepsPicture steps={round.steps} id={id} />
    {round.steps.length === 0 ? null : <StepsTable steps={round.steps} />}
    {round.ended === undefined ? null : <p class="govuk-body">{round.ended}</p>}
  </section>
)

const Steps = ({ table }: Props) => {
  if (!maySeeSteps(table)) return null
  const each = rounds(table.state)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.steps}</h2>
      {each.length === 0 ? (
        <p class="govuk-body">{words.nothingAsked}</p>
      ) : (
        <p class="govuk-body">{words.stepsIntro}</p>
      )}
      {each.map((round, index) => (
        <RoundItem table={table} round={round} id={`round-${index}`} />
      ))}
    </section>
  )
}

const HoldItem = ({ table, held }: Props & { readonly held: Hold }) => {
  const { reader, state, record } = table
  const { hold, resume, says, overdue } = held
  return (
    <li class="rt-dispute">
      <h3 class="govuk-heading-s">
        {HOLD_STAGE_WORDS[hold.stage]}, on hold since {on(hold)}{' '}
        {resume === undefined ? (
          <Tag class={overdue ? 'govuk-tag--red' : 'govuk-tag--yellow'}>
            {overdue ? 'Past its end' : 'On hold now'}
          </Tag>
        ) : null}
      </h3>
      <p class="govuk-body">
        {nameFor(reader, state, hold.by)}: {hold.why === '' ? 'no reason was given.' : `“${hold.why}”`}
      </p>
      <p class="govuk-body">
        {says}{' '}
        {hold.told
          ? `${nameFor(reader, state, state.person.id)} ${reader.party === state.person.id ? 'were' : 'was'} told.`
          : `${nameFor(reader, state, state.person.id)} ${reader.party === state.person.id ? 'were' : 'was'} not told, so the clock went on.`}
      </p>
      <p class="govuk-body-s rt-no-print">
        {resume === undefined && mayAdd(table, 'resume') ? (
          <>
            <a
              class="govuk-link govuk-!-margin-right-3"
              href={recordPath(record, 'asking', 'resume', hold.id)}
            >
              {words.takeUp}
              <span class="govuk-visually-hidden">: {HOLD_STAGE_WORDS[hold.stage]}</span>
            </a>{' '}
          </>
        ) : null}
        <WrongLink table={table} of={hold.id} what={`the hold of ${on(hold)}`} />
      </p>
    </li>
  )
}

const WrongLink = ({ table, of, what }: Props & { readonly of: string; readonly what: string }) =>
  mayDo(table, 'asking', 'dispute') ? (
    <a class="govuk-link" href={disputePath(table.record, of)}>
      This is wrong<span class="govuk-visually-hidden">: {what}</span>
    </a>
  ) : null

const Holds = ({ table }: Props) => {
  const each = holds(table.state)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.holds}</h2>
      {each.length === 0 ? (
        <p class="govuk-body">{words.noHolds}</p>
      ) : (
        <ul class="govuk-list">
          {each.map((held) => (
            <HoldItem table={table} held={held} />
          ))}
        </ul>
      )}
      {mayAdd(table, 'hold') ? (
        <ButtonLink class="govuk-button--secondary" href={recordPath(table.record, 'asking', 'hold')}>
          {words.putOnHold}
        </ButtonLink>
      ) : null}
    </section>
  )
}

/** In the middle of a sentence: to the person, `where you live`. */
const topicsWithin = ({ reader }: AtTable, topics: readonly Topic[]): string =>
  isThePerson(reader) ? topicsToPerson(topics) : topicsToWorker(topics)

const ContactItem = ({ table, contact }: Props & { readonly contact: EntryOf<'contact'> }) => {
  const { reader, state } = table
  return (
    <li class="rt-dispute">
      <h3 class="govuk-heading-s">
        {dateInWords(dayOfWhen(contact.on))}, {nameWithin(reader, state, contact.by)}{' '}
        {contact.urgent === true ? <Tag class="govuk-tag--red">Urgent</Tag> : null}
      </h3>
      <p class="govuk-body">“{contact.about}”</p>
      {contact.wants === undefined || contact.wants === '' ? null : (
        <p class="govuk-body">What would help: “{contact.wants}”</p>
      )}
      <p class="govuk-body">
        {HOW_WORDS[contact.how]}.{' '}
        {contact.signs === undefined || contact.signs.length === 0
          ? null
          : `About: ${topicsWithin(table, contact.signs)}. `}
        {contact.outcome === undefined ? null : <strong>{OUTCOME_WORDS[contact.outcome]}.</strong>}{' '}
        {contact.note ?? ''}
      </p>
      <p class="govuk-body-s rt-no-print">
        <WrongLink table={table} of={contact.id} what={`what was asked on ${on(contact)}`} />
      </p>
    </li>
  )
}

/** What was asked and when, how long each step has taken, and what is on hold and why. */
export const AskingPage = ({ table }: Props) => {
  const contacts = all(table.state, 'contact').toReversed()
  const isStaff = mayDo(table, 'asking', 'judge')
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{words.intro}</p>
      <AtStage table={table} stage="contact" />
      <Steps table={table} />
      <Holds table={table} />
      <section>
        <h2 class="govuk-heading-m">{words.asked}</h2>
        {contacts.length === 0 ? <p class="govuk-body">{words.nothingAsked}</p> : null}
        <ul class="govuk-list">
          {contacts.map((contact) => (
            <ContactItem table={table} contact={contact} />
          ))}
        </ul>
        {mayAdd(table, 'contact') ? (
          <ButtonLink class="govuk-button--secondary" href={recordPath(table.record, 'asking', 'ask')}>
            {isStaff ? words.askOther : words.ask}
          </ButtonLink>
        ) : null}
      </section>
    </Frame>
  )
}
