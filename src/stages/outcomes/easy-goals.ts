import { dateInWords } from '../../domain/dates/plain-date.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import type { EntryOf } from '../../record/entries.ts'
import { openDisputesOf } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type AtTable, disputePath, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { type EasyPart, type EasyRow, type EasyView, rowIf } from '../../table/easy-read.tsx'
import { stageFindingRows } from '../../table/easy-read-rows.ts'
import { nameFor } from '../../table/reader.ts'
import { mayTell, tellerOf } from './outcomes.tsx'
import { goalPath, mayStep } from './steps.tsx'
import { type GoalView, goalViews } from './view.ts'
import { type StepView, attainmentOf, mayTakeBack, stepsOf, takenBackOf } from './view-steps.ts'
import { attainedWords, words as goalWords } from './words-goals.ts'
import { easyWords } from './words-easy.ts'
import { ATTAINED_WORDS, words } from './words.ts'

const disputedRow = (table: AtTable, id: string): readonly EasyRow[] =>
  rowIf(openDisputesOf(table.state, id).length > 0, { symbol: 'warning', says: easyWords.disputed })

const writes = (may: boolean, href: string, says: string): readonly EasyRow[] =>
  rowIf(may, { symbol: 'write', says, link: { href, says } })

const stepRow =
  ({ reader, state }: AtTable) =>
  ({ step, done, isLate }: StepView): EasyRow => ({
    symbol: done === undefined ? 'stairs' : 'list',
    says: `${nameFor(reader, state, step.who)}: ${step.what}${step.by === undefined ? '' : `, by ${dateInWords(step.by)}`}.`,
    also: [
      ...(done === undefined ? [] : [`${goalWords.done}: ${dateInWords(done.on)}.`]),
      ...(isLate ? [`${goalWords.late}.`] : []),
    ],
    ...(done === undefined || done.says === '' ? {} : { quote: done.says }),
  })

/** What one of the three saw on a day, in their words. */
function seenRows(table: AtTable, entry: EntryOf<'progress'>): readonly EasyRow[] {
  const { reader, state, record } = table
  return [
    {
      symbol: entry['seen-by'] === 'person' ? 'about-me' : 'eye',
      says: `${dateInWords(dayOfWhen(entry.on))}. ${tellerOf(reader, state, entry)}:`,
      also: [
        ...(entry.level === undefined ? [] : [`${LADDER[entry.level]}.`]),
        ...(entry.attained === undefined
          ? []
          : [easyWords.measured(ATTAINED_WORDS[String(entry.attained)] ?? '')]),
      ],
      ...(entry.says === '' ? {} : { quote: entry.says }),
      ...(mayDo(table, 'support', 'dispute') && mayAdd(table, 'dispute')
        ? { link: { href: disputePath(record, entry.id), says: easyWords.wrong } }
        : {}),
    },
    ...disputedRow(table, entry.id),
  ]
}

function goalPart(table: AtTable, { goal, progress, apart }: GoalView): EasyPart {
  const { reader, state, record } = table
  const steps = stepsOf(state, goal)
  return {
    heading: `“${goal.words}”`,
    rows: [
      {
        symbol: 'goal',
        says: easyWords.goal,
        also: [
          words.writtenOn(dateInWords(dayOfWhen(goal.on))),
          ...(goal.now === undefined ? [] : [`${easyWords.start} ${LADDER[goal.now]}.`]),
          ...(goal.hoped === undefined ? [] : [`${easyWords.hoped} ${LADDER[goal.hoped]}.`]),
          ...(goal['by-when'] === undefined ? [] : [easyWords.by(dateInWords(dayOfWhen(goal['by-when'])))]),
        ],
      },
      ...disputedRow(table, goal.id),
      ...rowIf(apart, { symbol: 'talk', says: words.apart }),
      ...rowIf(steps.length === 0, { symbol: 'stairs', says: goalWords.noSteps }),
      ...steps.map(stepRow(table)),
      ...takenBackOf(state, goal).map(
        ({ note, what, of, on, why }): EasyRow => ({
          symbol: 'list',
          says: `${what}: ${goalWords.back[of].toLowerCase()}. ${nameFor(reader, state, note.by)}, ${dateInWords(on)}:`,
          quote: why,
        }),
      ),
      ...rowIf(progress.length === 0, { symbol: 'question', says: words.nothing }),
      ...progress.toReversed().flatMap((entry) => seenRows(table, entry)),
      ...writes(mayStep(table), goalPath(record, goal.id, 'step'), goalWords.addStep),
      ...writes(
        mayStep(table) && steps.some(({ done }) => done === undefined),
        `${goalPath(record, goal.id, 'step')}?done=yes`,
        goalWords.markDone,
      ),
      ...writes(
        mayStep(table) && mayTakeBack(state, goal, reader.party).length > 0,
        `${goalPath(record, goal.id, 'step')}?back=yes`,
        goalWords.takeBack,
      ),
    ],
  }
}

/** The figure of all goals together, and what speaks against reading too much into it. */
function attainmentPart({ state }: AtTable): readonly EasyPart[] {
  const found = attainmentOf(state)
  if (found === undefined) return []
  return [
    {
      heading: attainedWords.title,
      rows: [
        { symbol: 'balance', says: attainedWords.score(found.score.toFixed(1)) },
        ...attainedWords.caveats.map((says): EasyRow => ({ symbol: 'eye', says })),
      ],
    },
  ]
}

/** Every goal in the person's words: its steps with who does them, and what each of the three saw of it, the last first. */
export function easyGoals(table: AtTable): EasyView {
  const goals = goalViews(table.state)
  const { record } = table
  return {
    title: words.title,
    path: recordPath(record, 'outcomes'),
    parts: [
      {
        rows: [
          { symbol: 'goal', says: words.intro },
          ...stageFindingRows(table, 'outcomes'),
          ...rowIf(goals.length === 0, { symbol: 'question', says: words.none }),
        ],
      },
      ...goals.map((view) => goalPart(table, view)),
      ...attainmentPart(table),
      {
        rows: [
          ...writes(goals.length > 0 && mayTell(table), recordPath(record, 'outcomes', 'tell'), words.tell),
          ...writes(mayStep(table), recordPath(record, 'plan', 'goal'), goalWords.add),
        ],
      },
    ],
  }
}
