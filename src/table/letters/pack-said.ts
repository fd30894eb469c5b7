import { dateInWords } from '../../domain/dates/plain-date.ts'
import { LADDER, type Level } from '../../domain/outcomes/ladder.ts'
import { TOPIC_WORDS, type Topic } from '../../domain/outcomes/topics.ts'
import type { EntryOf } from '../../record/entries.ts'
import { statementsBehind } from '../../record/resting.ts'
import { all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { nameFor } from '../reader.ts'
import { howSaid } from '../said.tsx'
import { type Block, items, subheading } from './letter.ts'
import { inOneBreath } from './pack-marks.ts'
import type { Making } from './pack.ts'

type Statement = EntryOf<'statement'>

const onLadder = (what: string, level: Level | undefined): string =>
  level === undefined ? '' : ` ${what}: level ${level}, “${LADDER[level]}”.`

function sentence({ state, reader, marks }: Making, said: Statement): string {
  const { times, minutes, people } = said
  const much =
    times === undefined
      ? ''
      : ` Help ${times === 1 ? 'once' : `${times} times`} a week${minutes === undefined ? '' : `, ${minutes} minutes each`}${people === undefined || people === 1 ? '' : `, ${people} helpers at once`}.`
  return `${nameFor(reader, state, said['said-by'])}, ${dateInWords(dayOfWhen(said.on))}, ${howSaid(reader, said, state)}: “${said.text}”${onLadder('Now', said.level)}${onLadder('Hoped for', said.hoped)}${onLadder('Thought possible', said.possible)}${much} ${marks.of(said.id)}`
}

/** What each said of each part of life, and the needs that were found in it. */
export function saidPart(making: Making): readonly Block[] {
  const { state, marks, reader } = making
  const statements = all(state, 'statement')
  const topics = [...new Set<Topic>(statements.map(({ topic }) => topic))]
  const needs = all(state, 'need').map(
    (need) =>
      `${inOneBreath([need.text, `Impact on wellbeing: ${need.impact}.`, need['impact-why']].filter((part) => part !== ''))} Found by ${nameFor(reader, state, need.by)}. It rests on ${marks.all(statementsBehind(need, state)) || 'no statement'}. ${marks.of(need.id)}`,
  )
  return [
    ...topics.flatMap((topic) => [
      subheading(TOPIC_WORDS[topic]),
      ...items(statements.filter((said) => said.topic === topic).map((said) => sentence(making, said))),
    ]),
    ...(needs.length === 0 ? [] : [subheading('The needs that were found'), ...items(needs)]),
  ]
}
