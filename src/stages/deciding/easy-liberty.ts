import { dated } from '../../domain/checks/clocks.ts'
import { all } from '../../record/state.ts'
import { type AtTable, mayAdd, recordPath } from '../../table/at-table.ts'
import { type EasyPart, type EasyView, rowIf } from '../../table/easy-read.tsx'
import { findingRows, lawPart, wrongRow } from '../../table/easy-read-rows.ts'
import { nameWithin } from '../../table/reader.ts'
import { LIBERTY_PARTS, LIBERTY_HEADINGS, isBeforeTheChange, libertyIn } from './view.ts'
import { AUTHORISED_WORDS, libertyWords } from './words.ts'
import { easyWords } from './words-easy.ts'

const SYMBOLS = {
  purpose: 'question',
  ordinary: 'home',
  watched: 'eye',
  shows: 'speak',
  less: 'unlocked',
} as const

/** Every look at limits on freedom, one idea a row. */
export function easyLiberty(table: AtTable): EasyView {
  const { reader, state, record } = table
  const path = recordPath(record, 'deciding', 'liberty')
  const each = all(state, 'liberty').toReversed()
  return {
    title: libertyWords.title,
    path,
    parts: [
      {
        rows: [
          { symbol: 'balance', says: easyWords.liberty },
          ...findingRows(table, ['liberty-unscreened']),
          ...rowIf(each.length === 0, { symbol: 'unlocked', says: libertyWords.none }),
          ...rowIf(mayAdd(table, 'liberty'), {
            symbol: 'write',
            says: libertyWords.look,
            link: { href: `${path}/look`, says: libertyWords.look },
          }),
        ],
      },
      ...each.map((liberty): EasyPart => {
        const told = libertyIn(liberty)
        return {
          heading: dated(liberty),
          rows: [
            { symbol: 'lock', says: liberty.arrangement },
            ...rowIf(isBeforeTheChange(liberty), { symbol: 'balance', says: libertyWords.changed }),
            ...LIBERTY_PARTS.flatMap((part) => {
              const text = told[part]
              return text === undefined
                ? []
                : [{ symbol: SYMBOLS[part], says: `${LIBERTY_HEADINGS[part]} ${text}` }]
            }),
            {
              symbol: 'balance',
              says: `${easyWords.judged} ${told.says === '' ? easyWords.noReasons : told.says}`,
            },
            { symbol: 'list', says: `${easyWords.authorised} ${AUTHORISED_WORDS[liberty.authorised]}.` },
            { symbol: 'write', says: easyWords.by(nameWithin(reader, state, liberty.by), dated(liberty)) },
            ...wrongRow(table, 'capacity', liberty.id),
          ],
        }
      }),
      lawPart(table, 'liberty'),
    ],
  }
}
