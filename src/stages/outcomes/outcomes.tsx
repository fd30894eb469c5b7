import { LADDER } from '../../domain/outcomes/ladder.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { dayOfWhen } from '../../record/values.ts'
import type { EntryOf } from '../../record/entries.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { AtStage } from '../../table/at-stage.tsx'
import { type AtTable, disputePath, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { Frame } from '../../table/frame.tsx'
import { type Reader, isThePerson, nameFor, nameWithin } from '../../table/reader.ts'
import { type RecordState, openDisputesOf } from '../../record/state.ts'
import { DisputedMark } from '../../table/standing-dispute.tsx'
import { OverTime } from './over-time.tsx'
import { Attainment } from './attainment.tsx'
import { Steps, mayStep } from './steps.tsx'
import { type GoalView, SEEN_BY, type SeenBy, goalViews, sideOf, whoseView } from './view.ts'
import { words as goalWords } from './words-goals.ts'
import { ATTAINED_WORDS, seenByWords, words } from './words.ts'

/** May the reader say how it goes: are they one of the three who see it? */
export const mayTell = (table: AtTable): boolean =>
  mayAdd(table, 'progress') && sideOf(table.state, table.reader.party) !== undefined

const EDGES: Readonly<Record<SeenBy, string>> = {
  person: 'rt-voice--person',
  worker: 'rt-voice--professional',
  provider: 'rt-voice--close',
}

const Level = ({ level }: Pick<EntryOf<'progress'>, 'level'>) => (
  <>{level === undefined ? 'No step was named' : LADDER[level]}</>
)

const Said = ({ table, entry }: { readonly table: AtTable; readonly entry: EntryOf<'progress'> }) => (
  <>
    {entry.attained === undefined ? null : ` Measured: ${ATTAINED_WORDS[String(entry.attained)] ?? ''}.`}{' '}
    {openDisputesOf(table.state, entry.id).length > 0 ? <DisputedMark /> : null}{' '}
    {mayDo(table, 'support', 'dispute') && mayAdd(table, 'dispute') ? (
      <a class="govuk-link rt-link--whole rt-no-print" href={disputePath(table.record, entry.id)}>
        This is wrong
        <span class="govuk-visually-hidden">: what was said on {dateInWords(dayOfWhen(entry.on))}</span>
      </a>
    ) : null}
  </>
)

/** Who it was, and who typed it where that was another: with how they were told. */
export function tellerOf(reader: Reader, state: RecordState, entry: EntryOf<'progress'>): string {
  const whose = whoseView(state, entry)
  const name = nameFor(reader, state, whose)
  if (whose === entry.by) return name
  const how = entry.note === undefined || entry.note === '' ? '' : `, ${entry.note}`
  return `${name}, typed by ${nameWithin(reader, state, entry.by)}${how}`
}

/** `The worker: Folake Adeyinka`; “You” once, and not “You: You”. */
const whoSaw = (reader: Reader, state: RecordState, entry: EntryOf<'progress'>): string => {
  const as = seenByWords(isThePerson(reader), entry['seen-by'])
  const name = tellerOf(reader, state, entry)
  return name.startsWith(as) ? name : `${as}: ${name}`
}

const Goal = ({ table, view }: { readonly table: AtTable; readonly view: GoalView }) => {
  const { goal, progress, seen, apart } = view
  const { reader, state } = table
  const hoped = goal.agreed ?? goal.hoped
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">
        “{goal.words}” {openDisputesOf(state, goal.id).length > 0 ? <DisputedMark /> : null}
      </h2>
      <p class="govuk-body">
        {goal.now === undefined ? null : `At the start: ${LADDER[goal.now]}. `}
        {goal.hoped === undefined ? null : `${words.hoped}: ${LADDER[goal.hoped]}. `}
        {goal['by-when'] === undefined ? null : `By ${dateInWords(dayOfWhen(goal['by-when']))}. `}
        {words.writtenOn(dateInWords(dayOfWhen(goal.on)))}
      </p>
      {apart ? (
        <p class="govuk-body">
          <strong>{words.apart}</strong>
        </p>
      ) : null}
      <Three table={table} view={view} />
      <Steps table={table} goal={goal} />
      {progress.length === 0 ? (
        <p class="govuk-body">{words.nothing}</p>
      ) : (
        <>
          <OverTime own={isThePerson(reader)} seen={seen} hoped={hoped} />
          {progress.length === new Set(progress.map((entry) => entry['seen-by'])).size ? null : (
            <Table
              stacks
              firstCellIsHeader
              caption={words.all}
              captionClass="govuk-table__caption--s"
              head={['Day', 'Seen by', 'Step of the ladder', 'What was said']}
              rows={progress.toReversed().map((entry) => [
                dateInWords(dayOfWhen(entry.on)),
                whoSaw(reader, state, entry),
                { text: <Level level={entry.level} /> },
                {
                  text: (
                    <>
                      {entry.says === '' ? null : <q class="rt-quote">{entry.says}</q>}
                      <Said table={table} entry={entry} />
                    </>
                  ),
                },
              ])}
            />
          )}
        </>
      )}
    </section>
  )
}

/** What each of the three saw last, side by side: nobody's stands above another's. */
const Three = ({ table, view }: { readonly table: AtTable; readonly view: GoalView }) =>
  view.progress.length === 0 ? null : (
    <div class="rt-voices">
      {SEEN_BY.map((by) => {
        const last = view.progress.findLast((entry) => entry['seen-by'] === by)
        const id = `${view.goal.id}-${by}`
        return (
          <article class={`rt-voice ${EDGES[by]}`} aria-labelledby={id}>
            <h3 class="rt-voice__name" id={id}>
              {seenByWords(isThePerson(table.reader), by)}
            </h3>
            {last === undefined ? (
              <p class="govuk-body-s">{goalWords.noWord}</p>
            ) : (
              <>
                <p class="rt-voice__how">
                  {[tellerOf(table.reader, table.state, last), dateInWords(dayOfWhen(last.on))]
                    .filter((part) => part !== seenByWords(isThePerson(table.reader), by))
                    .join(', ')}
                </p>
                {last.says === '' ? null : <blockquote class="rt-voice__words">{last.says}</blockquote>}
                <p class="govuk-body-s">
                  <Level level={last.level} />
                </p>
                <p class="govuk-body-s">
                  <Said table={table} entry={last} />
                </p>
              </>
            )}
          </article>
        )
      })}
    </div>
  )

/** Every goal in the person's words, and how it goes, as each of the three sees it. */
export const OutcomesPage = ({ table }: { readonly table: AtTable }) => {
  const goals = goalViews(table.state)
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{words.intro}</p>
      <EasySwitch path={recordPath(table.record, 'outcomes')} easy={false} />
      <AtStage table={table} stage="outcomes" />
      {goals.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      {goals.map((view) => (
        <Goal table={table} view={view} />
      ))}
      <Attainment table={table} />
      {goals.length > 0 && mayTell(table) ? (
        <ButtonLink href={recordPath(table.record, 'outcomes', 'tell')}>{words.tell}</ButtonLink>
      ) : null}
      {mayStep(table) ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(table.record, 'plan', 'goal')}>
            {goalWords.add}
          </a>
        </p>
      ) : null}
    </Frame>
  )
}
