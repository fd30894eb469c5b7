import { ADULT_OUTCOMES, CARER_OUTCOMES, TOPIC_WORDS, type Topic } from '../../domain/outcomes/topics.ts'
import { Tag } from '../../platform/govuk/tag.tsx'
import { ButtonGroup, ButtonLink } from '../../platform/govuk/button.tsx'
import { AtStage } from '../../table/at-stage.tsx'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameFor } from '../../table/reader.ts'
import { DisputedMark } from '../../table/standing-dispute.tsx'
import { FURTHER, levelInWords, openAssessments, type TopicLine, topicLine } from './view.ts'
import { ASSESSMENT_WORDS, words } from './words.ts'

const Line = ({ table, line }: { readonly table: AtTable; readonly line: TopicLine }) => (
  <li class="rt-topic">
    <a class="govuk-link rt-topic__name" href={recordPath(table.record, 'conversation', line.topic)}>
      {TOPIC_WORDS[line.topic]}
    </a>
    <span class="rt-topic__level">
      {line.level === undefined
        ? line.voices === 0
          ? words.notSpokenOf
          : 'Talked about'
        : levelInWords(line.level)}
    </span>
    <span class="rt-topic__marks">
      {line.voices > 1 ? <span class="rt-topic__voices">{line.voices} people spoke</span> : null}
      {line.need ? <Tag class="govuk-tag--blue">Need found</Tag> : null}
      {line.disputed ? <DisputedMark /> : null}
    </span>
  </li>
)

const Group = ({
  table,
  heading,
  topics,
  spokenOnly,
}: {
  readonly table: AtTable
  readonly heading: string
  readonly topics: readonly Topic[]
  readonly spokenOnly: boolean
}) => {
  const lines = topics
    .map((topic) => topicLine(table.state, topic))
    .filter(({ voices }) => !spokenOnly || voices > 0)
  if (lines.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{heading}</h2>
      <ul class="rt-topics">
        {lines.map((line) => (
          <Line table={table} line={line} />
        ))}
      </ul>
    </section>
  )
}

const OpenAssessments = ({ table }: { readonly table: AtTable }) => {
  const open = openAssessments(table.state)
  if (open.length === 0) return null
  return (
    <ul class="govuk-list">
      {open.map((opened) => (
        <li>
          {opened.subject === table.reader.party
            ? 'Your'
            : `${nameFor(table.reader, table.state, opened.subject)}’s`}{' '}
          {ASSESSMENT_WORDS[opened.of]} is under way.
        </li>
      ))}
    </ul>
  )
}

/** What a carer’s own assessment is about: to the carer it comes first, and whole; to others, as far as it was spoken of. */
const OwnLife = ({ table }: { readonly table: AtTable }) => {
  const isCarer = table.reader.relationships.includes('carer')
  return mayDo(table, 'carers-own', 'read') || mayDo(table, 'carers-own', 'read-own') ? (
    <Group
      table={table}
      heading={isCarer ? 'Your own life as a carer' : 'A carer’s own life'}
      topics={CARER_OUTCOMES}
      spokenOnly={!isCarer}
    />
  ) : null
}

/** Every part of daily life, with how it stands and who spoke; what nobody has asked yet is in the list too. */
export const Topics = ({ table }: { readonly table: AtTable }) => {
  const mayFind = mayAdd(table, 'need') && mayDo(table, 'conversation', 'judge')
  const mayOpen = mayDo(table, 'conversation', 'judge')
  const isCarer = table.reader.relationships.includes('carer')
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{words.intro}</p>
      <OpenAssessments table={table} />
      <AtStage table={table} stage="conversation" />
      {mayFind || mayOpen || isCarer ? (
        <ButtonGroup>
          {mayFind ? (
            <ButtonLink
              class="govuk-button--secondary"
              href={recordPath(table.record, 'conversation', 'need')}
            >
              Find a need
            </ButtonLink>
          ) : null}
          {mayDo(table, 'conversation', 'say') ? (
            <ButtonLink
              class="govuk-button--secondary"
              href={recordPath(table.record, 'conversation', 'unpaid-help')}
            >
              Who helps without pay
            </ButtonLink>
          ) : null}
          {mayOpen ? (
            <ButtonLink
              class="govuk-button--secondary"
              href={recordPath(table.record, 'conversation', 'assessment')}
            >
              Open or close an assessment
            </ButtonLink>
          ) : null}
        </ButtonGroup>
      ) : null}
      {isCarer ? <OwnLife table={table} /> : null}
      <Group
        table={table}
        heading={isThePerson(table.reader) ? 'Your daily life' : 'Daily life'}
        topics={ADULT_OUTCOMES}
        spokenOnly={false}
      />
      <Group table={table} heading="What else matters" topics={FURTHER} spokenOnly={false} />
      {isCarer ? null : <OwnLife table={table} />}
    </Frame>
  )
}
