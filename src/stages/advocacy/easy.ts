import { dated } from '../../domain/checks/clocks.ts'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { type EasyPart, type EasyRow, type EasyView, rowIf } from '../../table/easy-read.tsx'
import { findingRows, lawPart, wrongRow } from '../../table/easy-read-rows.ts'
import { isThePerson, nameFor, nameWithin } from '../../table/reader.ts'
import { type AtStep, type Asked, agreedInWords, everyAsking, hardFor, steps, waitFor } from './view.ts'
import { DECISION_WORDS, DIFFICULTIES, DIFFICULTY_WORDS, STEP_WORDS, words } from './words.ts'
import { easyWords } from './words-easy.ts'

/** How it stands now, in the order of the whole page. */
function nowPart(table: AtTable, { entry, says }: Asked): EasyPart {
  const { reader, state, record } = table
  const wait = waitFor(state)
  const { supporter, advocate } = entry
  const met = wait?.found !== undefined && wait.met === undefined ? wait.found : undefined
  return {
    heading: words.now,
    rows: [
      { symbol: 'helper', says: `${DECISION_WORDS[entry.decision]}.` },
      ...(wait?.says ?? []).map((sentence): EasyRow => ({ symbol: 'time', says: sentence })),
      ...DIFFICULTIES.map(
        (each): EasyRow => ({
          symbol: entry.difficulty[each] ? 'face-middle' : 'face-good',
          says: (entry.difficulty[each] ? easyWords.hard : easyWords.notHard)(DIFFICULTY_WORDS[each]),
        }),
      ),
      ...(supporter === undefined
        ? []
        : ([
            { symbol: 'helper', says: easyWords.help(nameWithin(reader, state, supporter)) },
            {
              symbol: 'question',
              says: `${isThePerson(reader) ? easyWords.want : easyWords.wantOther(state.person.name)} ${agreedInWords(entry['person-agrees'])}`,
            },
          ] satisfies readonly EasyRow[])),
      ...(advocate === undefined
        ? []
        : [{ symbol: 'helper', says: easyWords.advocate(nameWithin(reader, state, advocate)) } as const]),
      ...rowIf(says !== '', { symbol: 'talk', says: `${easyWords.said} ${says}` }),
      { symbol: 'ask', says: easyWords.asked(nameFor(reader, state, entry.by), dated(entry)) },
      ...(met !== undefined && mayAdd(table, 'note') && mayDo(table, 'capacity', 'say')
        ? [
            {
              symbol: 'write',
              says: words.met,
              link: { href: recordPath(record, 'advocacy', met.id, 'met'), says: words.met },
            } as const,
          ]
        : []),
      ...wrongRow(table, 'capacity', entry.id),
    ],
  }
}

const stepRows = ({ step, began, asked, before }: AtStep): readonly EasyRow[] => [
  { symbol: 'calendar', says: easyWords.began(STEP_WORDS[step], dated(began)) },
  asked === undefined
    ? {
        symbol: 'question',
        says: before === undefined ? easyWords.notAsked : easyWords.notAgain(dated(before.entry)),
      }
    : {
        symbol: 'ask',
        says: `${easyWords.askedOn(dated(asked.entry))} ${hardFor(asked)} ${DECISION_WORDS[asked.entry.decision]}.`,
      },
]

function advocatePart({ reader, state }: AtTable): EasyPart {
  const mine = isThePerson(reader)
  const { name } = state.person
  return {
    heading: words.advocate,
    rows: [
      { symbol: 'helper', says: easyWords.independent },
      { symbol: 'eye', says: mine ? easyWords.reads : easyWords.readsOther(name) },
      { symbol: 'speak', says: mine ? easyWords.says : easyWords.saysOther(name) },
    ],
  }
}

/** The four questions, who is at the person’s side, and what an advocate may do, one idea a row. */
export function easyAdvocacy(table: AtTable, checks: readonly string[]): EasyView {
  const { reader, state, record } = table
  const mine = isThePerson(reader)
  const { name } = state.person
  const last = everyAsking(state).at(-1)
  return {
    title: words.title,
    path: recordPath(record, 'advocacy'),
    parts: [
      {
        rows: [
          { symbol: 'question', says: mine ? easyWords.intro : easyWords.introOther(name) },
          { symbol: 'helper', says: mine ? easyWords.side : easyWords.sideOther(name) },
          ...findingRows(table, checks),
          ...rowIf(last === undefined, { symbol: 'ask', says: words.none }),
          ...rowIf(mayAdd(table, 'advocacy'), {
            symbol: 'write',
            says: words.ask,
            link: { href: recordPath(record, 'advocacy', 'ask'), says: words.ask },
          }),
        ],
      },
      ...(last === undefined ? [] : [nowPart(table, last)]),
      { heading: words.asked, rows: steps(state).toReversed().flatMap(stepRows) },
      advocatePart(table),
      lawPart(table, 'advocacy'),
    ],
  }
}
