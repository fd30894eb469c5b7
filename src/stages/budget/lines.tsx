import type { IndicativeBudget, Line } from '../../domain/allocation/budget.ts'
import { because } from '../../domain/allocation/reason.ts'
import type { Change } from '../../domain/allocation/what-would-change.ts'
import { inWords } from '../../domain/money/pence.ts'
import { TOPIC_WORDS, isTopic } from '../../domain/outcomes/topics.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { StackedBar } from '../../platform/govuk/pictures/stacked-bar.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import type { AtTable } from '../../table/at-table.ts'
import { Reasons } from '../../table/reasons.tsx'
import { DisputedMark } from '../../table/standing-dispute.tsx'
import { LINE_WORDS, words } from './words.ts'

export const lineName = (line: Pick<Line, 'kind' | 'topic'>): string => {
  const topic = isTopic(line.topic) ? TOPIC_WORDS[line.topic] : ''
  if (line.kind === 'support' || line.kind === 'night') return topic
  if (line.kind === 'contingency') return LINE_WORDS.contingency
  return `${LINE_WORDS[line.kind]}: ${topic.toLowerCase()}`
}

/** `5 hours 15 minutes`, of hours. */
export function hoursInWords(hours: number): string {
  const minutes = Math.round(hours * 60)
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [
    whole === 0 ? undefined : `${whole} ${whole === 1 ? 'hour' : 'hours'}`,
    rest === 0 ? undefined : `${rest} ${rest === 1 ? 'minute' : 'minutes'}`,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? 'none' : parts.join(' ')
}

/** Where the money comes from, in one look; the list below it says the same. */
export const Picture = ({ budget, id }: { readonly budget: IndicativeBudget; readonly id: string }) => {
  const parts = budget.lines.filter(({ weekly }) => weekly > 0)
  if (parts.length === 0) return null
  return (
    <StackedBar
      id={`${id}-parts`}
      title={words.comesFrom}
      parts={parts.map((line) => ({
        label: lineName(line),
        value: line.weekly,
        shown: inWords(line.weekly),
        href: `#${id}${line.id}`,
      }))}
    />
  )
}

const Hours = ({ line }: { readonly line: Line }) => {
  if (line.hours.need === 0) return null
  return (
    <ul class="rt-line__hours">
      <li>Help needed: {hoursInWords(line.hours.need)} a week</li>
      {line.givenBy.map(({ carerName, hours }) => (
        <li>
          {carerName} gives: {hoursInWords(hours)} a week
        </li>
      ))}
      {line.hours.offset === 0 ? null : <li>To be paid for: {hoursInWords(line.hours.paid)} a week</li>}
    </ul>
  )
}

const Changes = ({ changes, name }: { readonly changes: readonly Change[]; readonly name: string }) =>
  changes.length === 0 ? null : (
    <Details
      summary={
        <>
          {words.wouldChange}
          <span class="govuk-visually-hidden">: {name}</span>
        </>
      }
    >
      <ul class="govuk-list govuk-list--bullet">
        {changes.map(({ says }) => (
          <li>{says}</li>
        ))}
      </ul>
    </Details>
  )

type LineProps = {
  readonly table: AtTable
  readonly line: Line
  readonly id: string
  readonly disputed: ReadonlySet<string>
  readonly changes: readonly Change[]
}

/** One line, opened down to the sentence somebody said. */
export const BudgetLine = ({ table, line, id, disputed, changes }: LineProps) => {
  const name = lineName(line)
  const rests = line.restsOn.some((entry) => disputed.has(entry))
  return (
    <li class={rests ? 'rt-line rt-disputed' : 'rt-line'} id={`${id}${line.id}`}>
      <h3 class="rt-line__name">
        {name}
        <span class="rt-line__sum">{inWords(line.weekly)}</span>
      </h3>
      <p class="rt-line__marks">
        {line.typical ? <Tag class="govuk-tag--blue">{words.typical}</Tag> : null}
        {rests ? <DisputedMark words="Rests on a dispute" /> : null}
      </p>
      <Hours line={line} />
      <Details
        summary={
          <>
            {words.howWorkedOut}
            <span class="govuk-visually-hidden">: {name}</span>
          </>
        }
      >
        <Reasons table={table} steps={because(line)} />
      </Details>
      {line.kind === 'travel' ? null : <Changes changes={changes} name={name} />}
    </li>
  )
}
