import { dated } from '../../domain/checks/clocks.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import type { SymbolName } from '../../platform/govuk/symbol.tsx'
import { readHeaded } from '../../record/headed-words.ts'
import { all } from '../../record/state.ts'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { type EasyPart, type EasyRow, type EasyView, easyReadOf, rowIf } from '../../table/easy-read.tsx'
import { findingRows, lawPart, wrongRow } from '../../table/easy-read-rows.ts'
import { isThePerson, nameFor } from '../../table/reader.ts'
import { LEFT_HEADINGS } from './decide.ts'
import { type Planned, aheadPath, eighteenAhead, gapSays, plannedMoves } from './view-ahead.ts'
import { concernsEighteen, turns18 } from './view-eighteen.ts'
import { mayHandSomethingBack, seesOf, tellingOf } from './telling.ts'
import { hospitalPath } from './view-hospital.ts'
import { type Moved, movedName, movingPath } from './view-moving.ts'
import type { PathStep } from './view-path.ts'
import { type Stay, pressureSays, stayName, stays, whereIn, whyHome } from './view-stay.ts'
import { STANDS_WORDS, type Stands, aheadWords, words } from './words.ts'
import { OWES_SAYS, easyWords } from './words-easy.ts'

const STANDS: Readonly<Record<Stands, SymbolName>> = {
  done: 'list',
  owed: 'question',
  waiting: 'time',
  late: 'warning',
  later: 'calendar',
  unseen: 'lock',
  'not-needed': 'agree',
}

const stepRow =
  ({ record }: AtTable) =>
  ({ name, owes, stands, says, rests: [first] }: PathStep): EasyRow => ({
    symbol: STANDS[stands],
    says: `${name.replace(/[^?.]$/, '$&.')} ${STANDS_WORDS[stands]}.`,
    also: [says, OWES_SAYS[owes]],
    link:
      first === undefined
        ? undefined
        : {
            href: `${recordPath(record)}#${encodeURIComponent(first.id)}`,
            says: `${easyWords.seeIt}: ${name}`,
          },
  })

/** Home or not, and why: what the person wants, whose decision it is, what was weighed, what others say. */
function whyRows(table: AtTable, stay: Stay): readonly EasyRow[] {
  const { reader, state, record } = table
  const mine = isThePerson(reader)
  const { wants, capacity, risks, others } = whyHome(state, stay)
  const { left } = stay
  const told = left === undefined ? undefined : readHeaded(LEFT_HEADINGS, left.note)
  const wantsSays = mine ? easyWords.wants : easyWords.wantsOther(state.person.name)
  const decides: EasyRow =
    capacity === undefined
      ? { symbol: 'face-good', says: mine ? easyWords.yours : easyWords.theirs(state.person.name) }
      : {
          symbol: capacity['has-capacity'] ? 'face-good' : 'face-middle',
          says: (capacity['has-capacity'] ? easyWords.able : easyWords.notAble)(dated(capacity)),
          link: {
            href: easyReadOf(recordPath(record, 'deciding', capacity.id)),
            says: easyWords.howFound,
          },
        }
  return [
    { symbol: 'home', says: `${easyWords.where} ${whereIn(left)}` },
    ...(wants.length === 0
      ? [{ symbol: 'heart', says: `${wantsSays} ${easyWords.nobody}` } as const]
      : wants.map(
          ({ entry, says }): EasyRow => ({
            symbol: 'heart',
            says: `${wantsSays} ${dated(entry)}:`,
            quote: says,
          }),
        )),
    ...(mayDo(table, 'capacity', 'read') ? [decides] : []),
    ...(mayDo(table, 'plan', 'read')
      ? risks.map(
          (risk): EasyRow => ({
            symbol: 'balance',
            says: `${easyWords.weighed} ${risk.activity}. ${risk.why}`,
            link: {
              href: easyReadOf(recordPath(record, 'risks', risk.id)),
              says: `${easyWords.more}: ${risk.activity}`,
            },
          }),
        )
      : []),
    ...others.map(
      (said): EasyRow => ({
        symbol: 'talk',
        says: `${nameFor(reader, state, said['said-by'])}, ${dated(said)}:`,
        quote: said.text,
      }),
    ),
    ...(told?.open === undefined
      ? []
      : [{ symbol: 'warning', says: `${easyWords.notDone} ${told.open}.` } as const]),
    ...(told?.meanwhile === undefined
      ? []
      : [{ symbol: 'idea', says: `${easyWords.about} ${told.meanwhile}` } as const]),
    ...(left === undefined ? [] : wrongRow(table, 'asking', left.id)),
  ]
}

function stayParts(table: AtTable, stay: Stay): readonly EasyPart[] {
  const telling = tellingOf(table)
  const steps = hospitalPath(table.state, stay, seesOf(table), telling)
  const pressure = pressureSays(stay, steps, telling)
  return [
    {
      heading: stayName(stay),
      rows: [
        ...(pressure === undefined ? [] : [{ symbol: 'warning', says: pressure } as const]),
        ...steps.map(stepRow(table)),
      ],
    },
    { heading: words.home, rows: whyRows(table, stay) },
  ]
}

const movedPart =
  (table: AtTable) =>
  (moved: Moved): EasyPart => ({
    heading: movedName(moved),
    rows: movingPath(table.state, moved, seesOf(table), tellingOf(table)).map(stepRow(table)),
  })

const eighteenSteps = (table: AtTable): readonly PathStep[] =>
  eighteenAhead(table.state, seesOf(table), tellingOf(table))

/** Whether there could be a gap on the day. */
function gapRows(day: PlainDate, steps: readonly PathStep[]): readonly EasyRow[] {
  const gap = gapSays(day, steps)
  return gap === undefined ? [] : [{ symbol: gap.gap ? 'warning' : 'agree', says: gap.says }]
}

const aheadRows = (table: AtTable, isMove: boolean): readonly EasyRow[] => {
  const way = (may: boolean, to: string, says: string): readonly EasyRow[] =>
    rowIf(may && mayAdd(table, 'note'), {
      symbol: 'write',
      says,
      link: { href: recordPath(table.record, 'moves', to), says },
    })
  const judges = mayDo(table, 'asking', 'judge')
  return [
    ...way(judges, 'who', words.who),
    ...way(mayHandSomethingBack(table), 'hand-back', words.back),
    ...way(isMove && judges, 'step-done', words.keep),
    ...way(isMove, 'called-off', words.off),
  ]
}

const plannedPart =
  (table: AtTable) =>
  (planned: Planned): EasyPart => {
    const { later, note } = planned
    const steps = aheadPath(table.state, planned, tellingOf(table))
    return {
      heading: aheadWords.planned(later.direction, later.other, dateInWords(later.day)),
      rows: [
        {
          symbol: 'move',
          says: `${nameFor(table.reader, table.state, note.by)}, ${dated(note)}.`,
          quote: later.says === '' ? undefined : later.says,
        },
        ...rowIf(later.day <= table.state.on, { symbol: 'calendar', says: aheadWords.come }),
        ...gapRows(later.day, steps),
        ...steps.map(stepRow(table)),
        ...aheadRows(table, true),
      ],
    }
  }

const eighteenParts = (table: AtTable): readonly EasyPart[] =>
  concernsEighteen(table.state)
    ? [
        {
          heading: `${words.eighteen}: ${dateInWords(turns18(table.state))}`,
          rows: [
            ...findingRows(table, ['transition-late']),
            ...(table.state.on < turns18(table.state)
              ? gapRows(turns18(table.state), eighteenSteps(table))
              : []),
            ...eighteenSteps(table).map(stepRow(table)),
            ...(table.state.on < turns18(table.state) ? aheadRows(table, false) : []),
          ],
        },
        lawPart(table, 'eighteen'),
      ]
    : []

/** Each path with who does what, one step a row. */
export function easyMoves(table: AtTable): EasyView {
  const { state, record } = table
  const inHospital = stays(state)
  const moves = all(state, 'moved').toReversed()
  const planned = plannedMoves(state)
  const writes = (kind: 'hospital' | 'moved', says: string): readonly EasyRow[] =>
    rowIf(mayAdd(table, kind), {
      symbol: 'write',
      says,
      link: { href: recordPath(record, 'moves', kind), says },
    })
  return {
    title: words.title,
    path: recordPath(record, 'moves'),
    parts: [
      {
        rows: [
          { symbol: 'hospital', says: easyWords.intro },
          { symbol: 'eye', says: easyWords.what },
        ],
      },
      ...eighteenParts(table),
      {
        heading: words.hospital,
        rows: [
          ...findingRows(table, ['discharge-unplanned']),
          ...rowIf(inHospital.length === 0, { symbol: 'hospital', says: words.noHospital }),
          ...writes('hospital', words.tellHospital),
        ],
      },
      ...inHospital.flatMap((stay) => stayParts(table, stay)),
      ...(inHospital.length === 0 ? [] : [lawPart(table, 'hospital')]),
      {
        heading: words.moving,
        rows: [
          ...findingRows(table, ['continuity-broken']),
          ...rowIf(moves.length + planned.length === 0, { symbol: 'move', says: words.noMoves }),
          ...writes('moved', words.tellMove),
          ...rowIf(mayAdd(table, 'note') && mayDo(table, 'asking', 'say'), {
            symbol: 'move',
            says: words.plan,
            link: { href: recordPath(record, 'moves', 'plan'), says: words.plan },
          }),
        ],
      },
      ...planned.map(plannedPart(table)),
      ...moves.map(movedPart(table)),
      ...(moves.length + planned.length === 0 ? [] : [lawPart(table, 'moving')]),
    ],
  }
}
