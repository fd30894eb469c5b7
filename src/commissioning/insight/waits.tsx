import { Table } from '../../platform/govuk/table.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { StackedBar } from '../../platform/govuk/pictures/stacked-bar.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import type { AtInsight } from './door.ts'
import { Heading, Records, TheRule } from './laid.tsx'
import { SMALLEST, lengthOf, shownInWords, shownTo } from './view-counts.ts'
import { QueueAhead } from './queue.tsx'
import { type QueueAsked, queueView } from './view-queue.ts'
import { type Wait, TAIL_WORDS, holdsOf, isHeavy, waitsOf, workloadsOf } from './view-waits.ts'
import { countInWords, words as all } from './words.ts'
import { HOLD_WORDS, words } from './words-waits.ts'

/** A heading over figures, which stand to the right. */
const headOfFigures = (text: string) => ({ text, numeric: true })

const daysInWords = (days: number): string => `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`

const OneWait = ({
  at,
  wait,
  place,
}: {
  readonly at: AtInsight
  readonly wait: Wait
  readonly place: number
}) => {
  const few = at.of.kind === 'council' && wait.waiting < SMALLEST
  const tails = wait.tails.map((count) => shownTo(at.of, count))
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{wait.what}</h2>
      <p class="govuk-body">
        <strong>{countInWords(at.of, wait.waiting)}</strong>{' '}
        {wait.waiting === 1 && !few ? 'person waits' : 'people wait'}. Longer than they should:{' '}
        <strong>{countInWords(at.of, wait.late).toLowerCase()}</strong>.
        {few
          ? null
          : ` The middle wait is ${daysInWords(wait.median)}${
              // The longest wait is one person’s: for those who may open that record, and nobody else.
              at.of.kind === 'team' ? `, the longest ${daysInWords(wait.longest)}` : ''
            }.`}
      </p>
      {few || tails.every((tail) => lengthOf(tail) === 0) ? null : (
        <StackedBar
          id={`wait-${place}`}
          title={`${wait.what}: how long people have waited`}
          parts={tails.map((count, tail) => ({
            label: TAIL_WORDS[tail] ?? '',
            value: lengthOf(count),
            shown: shownInWords(count),
          }))}
        />
      )}
      <Records records={wait.lateRecords} what={`${wait.what}, late`} />
    </section>
  )
}

const OnHold = ({ at }: { readonly at: AtInsight }) => {
  const holds = holdsOf(at.people, at.today)
  const shown = (count: number) => ({ text: countInWords(at.of, count), numeric: true })
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{words.holds}</h2>
      {holds.length === 0 ? (
        <p class="govuk-body">{words.noHolds}</p>
      ) : (
        <>
          <p class="govuk-body">{words.silent}</p>
          <Table
            stacks
            caption="What stands still today"
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={[
              'What',
              ...['On hold', 'The person was told', 'Not told', 'No end given', 'Past its end'].map(
                headOfFigures,
              ),
            ]}
            rows={holds.map((hold) => [
              HOLD_WORDS[hold.stage],
              shown(hold.open),
              shown(hold.told),
              shown(hold.silent),
              shown(hold.withoutEnd),
              shown(hold.past),
            ])}
          />
          {holds.map((hold) => (
            <Records records={hold.silentRecords} what={`${HOLD_WORDS[hold.stage]}, on hold and not told`} />
          ))}
        </>
      )}
    </section>
  )
}

const Workloads = ({ at }: { readonly at: AtInsight }) => {
  const by = at.of.kind === 'team' ? 'worker' : 'team'
  const loads = workloadsOf(at.people, at.today, by)
  const shown = (count: number) => ({ text: countInWords(at.of, count), numeric: true })
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{words.loads}</h2>
      <p class="govuk-body">{words.loadsWhy}</p>
      <Table
        stacks
        caption={by === 'worker' ? 'By worker' : 'By team'}
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          by === 'worker' ? 'Worker' : 'Team',
          ...['People', 'Things owed', 'Late', words.many].map(headOfFigures),
        ]}
        rows={loads.map((load) => [
          <>
            {load.name} {isHeavy(load, loads) ? <Tag class="govuk-tag--orange">{words.heavy}</Tag> : null}
          </>,
          shown(load.people),
          shown(load.owed),
          shown(load.late),
          shown(load.manyWorkers),
        ])}
      />
      <p class="govuk-body">{words.manyWhy}</p>
    </section>
  )
}

/** Waits by stage with their long tail, what is on hold, and who carries how much. */
export const Waits = ({ at, asked }: { readonly at: AtInsight; readonly asked: QueueAsked }) => {
  const waits = waitsOf(at.people, at.today)
  return (
    <Heading
      at={at}
      title={words.title}
      errors={asked.errors.map(({ field, says }) => ({ text: says, href: `#${field}` }))}
    >
      <p class="govuk-body-l">{words.intro}</p>
      {at.of.kind === 'council' ? <InsetText>{all.fewWhy}</InsetText> : null}
      {waits.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      {waits.map((wait, place) => (
        <OneWait at={at} wait={wait} place={place} />
      ))}
      <QueueAhead at={at} asked={asked} view={queueView(at.people, at.today, asked)} />
      <OnHold at={at} />
      <Workloads at={at} />
      <TheRule>
        <p class="govuk-body">{words.rule}</p>
        <p class="govuk-body">{words.late}</p>
        <p class="govuk-body">{words.tail}</p>
      </TheRule>
    </Heading>
  )
}
