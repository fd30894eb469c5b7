import { dateInWords } from '../../domain/dates/plain-date.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { openDisputesOf } from '../../record/state.ts'
import { type AtTable, mayDo, recordPath } from '../../table/at-table.ts'
import { type EasyPart, type EasyRow, type EasyView, TOPIC_SYMBOLS, rowIf } from '../../table/easy-read.tsx'
import { isThePerson, nameFor } from '../../table/reader.ts'
import { hoursInWords } from './hours.tsx'
import { type SaidThen, type TopicOverTime, hasMoved, overTime } from './view-over-time.ts'
import { easyWords } from './words-easy.ts'
import { words } from './words-over-time.ts'

/** A step up has the picture of one: beside the words, which say it as well. */
const saidRow =
  ({ reader, state }: AtTable) =>
  ({ entry, on, by, level, words: said }: SaidThen, _place: number, all: readonly SaidThen[]): EasyRow => {
    const first = all[0]
    return {
      symbol: first !== undefined && level > first.level ? 'stairs-up' : 'stairs',
      says: `${dateInWords(on)}. ${nameFor(reader, state, by)}: ${LADDER[level]}.`,
      also: openDisputesOf(state, entry.id).length > 0 ? [easyWords.disputed] : [],
      ...(said === '' ? {} : { quote: said }),
    }
  }

const hoursRows = (table: AtTable, { hours }: TopicOverTime): readonly EasyRow[] =>
  mayDo(table, 'plan', 'read')
    ? hours.length === 0
      ? [{ symbol: 'time', says: words.noHours }]
      : [
          ...hours.map(
            ({ on, hours: each }): EasyRow => ({
              symbol: 'time',
              says: easyWords.hours(dateInWords(on), hoursInWords(each)),
            }),
          ),
          { symbol: 'balance', says: words.hoursAlone, also: [words.both] },
        ]
    : []

/** Every part of life from the first day to the last, in order, with the hours of support beside it. */
export function easyTime(table: AtTable): EasyView {
  const { reader, state } = table
  const topics = overTime(state)
  const once = topics.filter((topic) => !hasMoved(topic))
  return {
    title: words.title,
    path: recordPath(table.record, 'outcomes', 'over-time'),
    parts: [
      {
        rows: [
          {
            symbol: 'calendar',
            says: isThePerson(reader) ? words.intro : words.introOther(state.person.name),
          },
          ...rowIf(topics.length === 0, { symbol: 'question', says: words.none }),
        ],
      },
      ...topics.filter(hasMoved).map(
        (topic): EasyPart => ({
          heading: TOPIC_WORDS[topic.topic],
          rows: [
            ...(topic.hoped === undefined
              ? []
              : [
                  {
                    symbol: TOPIC_SYMBOLS[topic.topic],
                    says: `${easyWords.hoped} ${LADDER[topic.hoped]}.`,
                  } as const,
                ]),
            ...topic.said.map(saidRow(table)),
            ...hoursRows(table, topic),
          ],
        }),
      ),
      ...(once.length === 0
        ? []
        : [
            {
              heading: words.once,
              rows: [
                { symbol: 'eye', says: words.onceIntro } as const,
                ...once.map(
                  ({ topic, said }): EasyRow => ({
                    symbol: TOPIC_SYMBOLS[topic],
                    says: `${TOPIC_WORDS[topic]}.`,
                    also: said.map(
                      ({ on, by, level }) =>
                        `${nameFor(reader, state, by)}, ${dateInWords(on)}: ${LADDER[level]}.`,
                    ),
                  }),
                ),
              ],
            },
          ]),
    ],
  }
}
