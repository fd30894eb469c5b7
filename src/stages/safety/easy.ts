import { dated } from '../../domain/checks/clocks.ts'
import { inList } from '../../domain/checks/telling.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { SymbolName } from '../../platform/govuk/symbol.tsx'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { type EasyPart, type EasyRow, type EasyView, rowIf } from '../../table/easy-read.tsx'
import { findingRows, lawPart } from '../../table/easy-read-rows.ts'
import { isThePerson, nameWithin } from '../../table/reader.ts'
import { mayGoOn, seesAll } from './safety.tsx'
import { type Event, type Matter, keptIn, matters } from './view.ts'
import { EVENT_WORDS, words } from './words.ts'
import { easyWords } from './words-easy.ts'

const SYMBOLS: Readonly<Record<Event['event'], SymbolName>> = {
  concern: 'warning',
  enquiry: 'eye',
  'no-enquiry': 'talk',
  closed: 'list',
}

/** That it is kept from somebody, for those who may see it: the same as on the whole page. */
function keptRows(table: AtTable, event: Event): readonly EasyRow[] {
  const { withheld } = event
  if (withheld === undefined) return []
  const { again } = keptIn(event)
  const names = inList(withheld.from.map((party) => nameWithin(table.reader, table.state, party)))
  return [
    {
      symbol: 'lock',
      says: `${easyWords.keptFrom(names)} ${withheld.exemption}. ${withheld.why}${
        again === undefined ? '' : ` ${easyWords.again} ${again}`
      }`,
      ...(mayGoOn(table)
        ? { link: { href: recordPath(table.record, 'safety', 'show', event.id), says: words.show } }
        : {}),
    },
  ]
}

const eventRows = (table: AtTable, event: Event): readonly EasyRow[] => [
  {
    symbol: SYMBOLS[event.event],
    says: `${dated(event)}. ${EVENT_WORDS[event.event]}, ${nameWithin(table.reader, table.state, event.by)}. ${event.about}`,
  },
  ...(keptIn(event).says === ''
    ? []
    : [{ symbol: 'write', says: `${easyWords.told} ${keptIn(event).says}.` } as const]),
  ...(event.why === undefined || event.why === ''
    ? []
    : [{ symbol: 'talk', says: `${easyWords.why} ${event.why}` } as const]),
  ...keptRows(table, event),
]

function matterPart(table: AtTable, { first, events, wants, closed, clock, took }: Matter): EasyPart {
  const { reader, state, record } = table
  const wantsSays = reader.party === state.person.id ? words.wantsYou : words.wants
  return {
    heading:
      first.event === 'concern'
        ? easyWords.concern(dated(first))
        : easyWords.other(EVENT_WORDS[first.event], dated(first)),
    rows: [
      seesAll(table)
        ? { symbol: closed ? 'list' : 'time', says: closed ? easyWords.closed : easyWords.open }
        : { symbol: 'lock', says: words.ownOnly },
      ...(wants.length === 0
        ? [{ symbol: 'question', says: `${wantsSays}. ${easyWords.notAsked}` } as const]
        : wants.map(
            (event): EasyRow => ({
              symbol: 'heart',
              says: `${wantsSays}, ${dated(event)}:`,
              quote: event.wants,
            }),
          )),
      ...events.flatMap((event) => eventRows(table, event)),
      ...(clock === undefined || !seesAll(table) ? [] : [{ symbol: 'time', says: clock.says } as const]),
      ...(took === undefined || !seesAll(table) ? [] : [{ symbol: 'time', says: took } as const]),
      ...rowIf(!closed && mayGoOn(table), {
        symbol: 'write',
        says: words.go,
        link: { href: recordPath(record, 'safety', first.id, 'next'), says: words.go },
      }),
    ],
  }
}

/** What the reader can do from here: write down a concern, or tell the council. */
function waysOn(table: AtTable): readonly EasyRow[] {
  const go = (says: string, ...parts: readonly string[]): EasyRow => ({
    symbol: 'speak',
    says,
    link: { href: recordPath(table.record, ...parts), says },
  })
  if (mayAdd(table, 'safeguarding'))
    return [
      go(words.raise, 'safety', 'concern'),
      ...(mayGoOn(table) ? [go(words.said, 'safety', 'said')] : []),
    ]
  return mayDo(table, 'asking', 'say') ? [go(words.tell, 'asking', 'ask')] : []
}

/** Concerns, what the person wants to happen, and what came of each, one idea a row. */
export function easySafety(table: AtTable): EasyView {
  const { reader, state, record, withheld } = table
  const mine = isThePerson(reader)
  const { name } = state.person
  const each = matters(state)
  return {
    title: words.title,
    path: recordPath(record, 'safety'),
    parts: [
      {
        rows: [
          { symbol: 'telephone', says: words.danger },
          { symbol: 'safe', says: easyWords.intro },
          { symbol: 'heart', says: mine ? easyWords.asked : easyWords.askedOther(name) },
          ...rowIf(withheld.length > 0, { symbol: 'lock', says: easyWords.kept }),
          ...withheld.map(
            ({ on, exemption }): EasyRow => ({
              symbol: 'lock',
              says: easyWords.since(dateInWords(on), exemption),
            }),
          ),
          ...findingRows(table, ['safeguarding-unasked']),
          ...rowIf(each.length === 0, {
            symbol: 'safe',
            says: seesAll(table) ? easyWords.none : words.noneOwn,
          }),
          ...waysOn(table),
        ],
      },
      ...each.map((matter) => matterPart(table, matter)),
      lawPart(table, 'safeguarding'),
    ],
  }
}
