import { dated } from '../../domain/checks/clocks.ts'
import type { Entry } from '../../record/entries.ts'
import { restingOn } from '../../record/resting.ts'
import { openDisputesOf } from '../../record/state.ts'
import { type AtTable, disputePath, mayDo } from '../../table/at-table.ts'
import { type EasyRow, type EasyView, rowIf } from '../../table/easy-read.tsx'
import { disputeRows, lawPart } from '../../table/easy-read-rows.ts'
import { KIND_WORDS, entryInWords } from '../../table/entry-words.ts'

import { mayMend, putRightPath } from '../../table/put-right-link.tsx'
import { notYoursSays } from './put-right.tsx'
import { easyPutRightWords as easyWords, putRightWords as words } from './words-put-right.ts'

/** What stands now, what rests on it, and the way to put it right, one idea a row. */
export function easyPutRight(table: AtTable, entry: Entry): EasyView {
  const { reader, state, record } = table
  const path = putRightPath(record, entry)
  const may = mayMend(table, entry)
  const resting = restingOn(state, entry.id)
  const disputes = disputeRows(table, entry.id)
  return {
    title: words.title,
    path,
    parts: [
      {
        rows: [
          { symbol: 'list', says: `${KIND_WORDS[entry.kind]}, ${dated(entry)}.` },
          ...entryInWords(entry, reader, state).map((says): EasyRow => ({ symbol: 'talk', says })),
          ...disputes,
          ...rowIf(may && openDisputesOf(state, entry.id).length > 0, {
            symbol: 'talk',
            says: words.disputed,
          }),
          ...(may
            ? ([
                { symbol: 'write', says: easyWords.you },
                { symbol: 'eye', says: easyWords.kept },
                { symbol: 'write', says: words.title, link: { href: `${path}#form`, says: easyWords.go } },
              ] satisfies readonly EasyRow[])
            : ([
                {
                  symbol: 'speak',
                  says: notYoursSays(table, entry),
                  ...(mayDo(table, 'conversation', 'dispute')
                    ? { link: { href: disputePath(record, entry.id), says: words.sayWrong } }
                    : {}),
                },
              ] satisfies readonly EasyRow[])),
        ],
      },
      ...(resting.length === 0
        ? []
        : [
            {
              heading: words.rests,
              rows: [
                { symbol: 'warning', says: words.restsIntro } as const,
                ...resting.map(
                  (one): EasyRow => ({
                    symbol: 'list',
                    says: `${KIND_WORDS[one.kind]}, ${dated(one)}: ${entryInWords(one, reader, state)[0] ?? ''}`,
                  }),
                ),
              ],
            },
          ]),
      lawPart(table, 'correction'),
    ],
  }
}
