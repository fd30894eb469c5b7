import { dateInWords } from '../../domain/dates/plain-date.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { openDisputesOf } from '../../record/state.ts'
import { Table } from '../../platform/govuk/table.tsx'
import { type AtTable, mayDo, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameFor } from '../../table/reader.ts'
import { DisputedMark } from '../../table/standing-dispute.tsx'
import { HoursBeside } from './hours.tsx'
import { OverTime } from './over-time.tsx'
import { type TopicOverTime, hasMoved, overTime } from './view-over-time.ts'
import { words } from './words-over-time.ts'

const timePath = (record: string): string => recordPath(record, 'outcomes', 'over-time')

const Said = ({ table, topic }: { readonly table: AtTable; readonly topic: TopicOverTime }) => (
  <Table
    stacks
    firstCellIsHeader
    caption={words.said}
    captionClass="govuk-table__caption--s"
    head={['Day', 'Who', 'Step of the ladder', 'What was said']}
    rows={topic.said.map(({ entry, on, by, level, words: said }) => [
      dateInWords(on),
      nameFor(table.reader, table.state, by),
      LADDER[level],
      {
        text: (
          <>
            {said === '' ? null : <q class="rt-quote">{said}</q>}{' '}
            {openDisputesOf(table.state, entry.id).length > 0 ? <DisputedMark /> : null}
          </>
        ),
      },
    ])}
  />
)

const Topic = ({ table, topic }: { readonly table: AtTable; readonly topic: TopicOverTime }) => (
  <section class="rt-block" aria-labelledby={topic.topic}>
    <h2 class="govuk-heading-m" id={topic.topic}>
      {TOPIC_WORDS[topic.topic]}
    </h2>
    <OverTime own={isThePerson(table.reader)} seen={topic.seen} hoped={topic.hoped} span={topic.span} />
    {mayDo(table, 'plan', 'read') ? <HoursBeside topic={topic} /> : null}
    <Said table={table} topic={topic} />
  </section>
)

/** The ladder by part of life, from the first day to the last, with the hours of support beside it and never without it. */
export const TimePage = ({ table }: { readonly table: AtTable }) => {
  const topics = overTime(table.state)
  const moved = topics.filter(hasMoved)
  const once = topics.filter((topic) => !hasMoved(topic))
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">
        {isThePerson(table.reader) ? words.intro : words.introOther(table.state.person.name)}
      </p>
      <EasySwitch path={timePath(table.record)} easy={false} />
      {topics.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      {moved.map((topic) => (
        <Topic table={table} topic={topic} />
      ))}
      {once.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{words.once}</h2>
          <p class="govuk-body">{words.onceIntro}</p>
          <ul class="govuk-list">
            {once.map(({ topic, said }) => (
              <li>
                <strong>{TOPIC_WORDS[topic]}:</strong>{' '}
                {said
                  .map(
                    ({ on, by, level }) =>
                      `${nameFor(table.reader, table.state, by)}, ${dateInWords(on)}: ${LADDER[level]}`,
                  )
                  .join('; ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </Frame>
  )
}
