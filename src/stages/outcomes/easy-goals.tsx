import { dateInWords } from '../../domain/dates/plain-date.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type AtTable, recordPath } from '../../table/at-table.ts'
import { EasyRead, type EasyRow, EasySwitch } from '../../table/easy-read.tsx'
import { Frame } from '../../table/frame.tsx'
import { nameFor } from '../../table/reader.ts'
import { SEEN_BY, goalViews } from './view.ts'
import { stepsOf, takenBackOf } from './view-steps.ts'
import { words as goalWords } from './words-goals.ts'
import { words } from './words.ts'

/** The goals, one idea a row: the goal, its steps with who does them, and what each of the three saw last. */
export const EasyGoals = ({ table }: { readonly table: AtTable }) => {
  const { reader, state } = table
  const rows = goalViews(state).flatMap(({ goal, progress }): readonly EasyRow[] => [
    { symbol: 'goal', says: words.goal, quote: goal.words },
    ...stepsOf(state, goal).map(
      ({ step, done }): EasyRow => ({
        symbol: done === undefined ? 'stairs' : 'list',
        says: `${nameFor(reader, state, step.who)}: ${step.what}.${done === undefined ? '' : ` ${goalWords.done}.`}`,
      }),
    ),
    ...takenBackOf(state, goal).map(
      ({ note, what, of, on, why }): EasyRow => ({
        symbol: 'list',
        says: `${what}: ${goalWords.back[of].toLowerCase()}. ${nameFor(reader, state, note.by)}, ${dateInWords(on)}:`,
        quote: why,
      }),
    ),
    ...SEEN_BY.flatMap((by): readonly EasyRow[] => {
      const last = progress.findLast((entry) => entry['seen-by'] === by)
      if (last === undefined) return []
      const level = last.level === undefined ? '' : ` ${LADDER[last.level]}.`
      return [
        {
          symbol: by === 'person' ? 'about-me' : 'eye',
          says: `${nameFor(reader, state, last.by)}, ${dateInWords(dayOfWhen(last.on))}:${level}`,
          quote: last.says === '' ? undefined : last.says,
        },
      ]
    }),
  ])
  return (
    <Frame title={words.title}>
      <EasySwitch path={recordPath(table.record, 'outcomes')} easy />
      {rows.length === 0 ? <p class="govuk-body">{words.none}</p> : <EasyRead rows={rows} />}
    </Frame>
  )
}
