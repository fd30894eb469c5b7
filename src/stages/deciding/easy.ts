import { doubtsOfCapacity } from '../../domain/checks/capacity-found.ts'
import { dated } from '../../domain/checks/clocks.ts'
import { inList } from '../../domain/checks/telling.ts'
import { type AtTable, mayAdd, recordPath } from '../../table/at-table.ts'
import { type EasyPart, type EasyRow, type EasyView, easyReadOf, rowIf } from '../../table/easy-read.tsx'
import { disputeRows, findingRows, lawPart, orNobody, wrongRow } from '../../table/easy-read-rows.ts'
import { isThePerson, nameFor, nameWithin } from '../../table/reader.ts'
import {
  type Found,
  type OneKind,
  givenOutside,
  kindsOfDecision,
  lawyers,
  regainedSince,
  whenAsked,
} from './view.ts'
import { FOR_WORDS, bestWords, scopeWords, words } from './words.ts'
import { easyWords } from './words-easy.ts'

const answerOf = (has: boolean): string => `${has ? words.able : words.notAble}.`
const answerSymbol = (has: boolean) => (has ? ('face-good' as const) : ('face-middle' as const))

const decidingPath = (record: string, ...parts: readonly string[]): string =>
  recordPath(record, 'deciding', ...parts)

function kindPart(table: AtTable, { what, varies, found }: OneKind): EasyPart {
  const { reader, state, record } = table
  return {
    heading: FOR_WORDS[what],
    rows: [
      ...rowIf(varies, { symbol: 'time', says: words.changed }),
      ...found.map((one): EasyRow => {
        const { capacity } = one
        return {
          symbol: answerSymbol(capacity['has-capacity']),
          says: `${capacity.decision}.`,
          also: [
            answerOf(capacity['has-capacity']),
            easyWords.asked(nameFor(reader, state, one.foundBy), whenAsked(one)),
          ],
          link: {
            href: easyReadOf(decidingPath(record, capacity.id)),
            says: easyWords.more(capacity.decision),
          },
        }
      }),
    ],
  }
}

function lawyersPart(table: AtTable): EasyPart {
  const { reader, state } = table
  const each = lawyers(state)
  return {
    heading: words.lawyers,
    rows: [
      ...rowIf(each.length === 0, { symbol: 'about-me', says: words.noLawyers }),
      ...each.flatMap(({ party, scope }): readonly EasyRow[] => [
        {
          symbol: 'helper',
          says: `${nameFor(reader, state, party.id)}. ${easyWords.covers} ${
            scope === undefined
              ? scopeWords.unknown
              : `${inList(scope.later.decides.map((what) => FOR_WORDS[what].toLowerCase()))}.`
          }`,
        },
        {
          symbol: 'eye',
          says: `${easyWords.know} ${
            scope === undefined
              ? (party.relationship ?? easyWords.notKnown)
              : `${scope.later.says} (${nameWithin(reader, state, scope.note.by)}, ${dated(scope.note)})`
          }`,
        },
      ]),
      ...rowIf(each.length > 0, { symbol: 'balance', says: scopeWords.only(isThePerson(reader)) }),
      ...givenOutside(state).map(
        (response): EasyRow => ({
          symbol: 'warning',
          says: `${easyWords.answered(nameFor(reader, state, response.by), dated(response))} ${scopeWords.outside}`,
          quote: response.says,
        }),
      ),
    ],
  }
}

const introRows = ({ reader, state }: AtTable): readonly EasyRow[] => [
  {
    symbol: 'face-good',
    says: isThePerson(reader) ? easyWords.intro : easyWords.introOther(state.person.name),
  },
  { symbol: 'helper', says: easyWords.doubt },
  { symbol: 'about-me', says: easyWords.never },
]

/** Decision by decision: what was asked, when, and what came of it. */
export function easyDeciding(table: AtTable, checks: readonly string[]): EasyView {
  const { reader, state, record } = table
  const kinds = kindsOfDecision(state)
  const doubts = doubtsOfCapacity(state)
  return {
    title: words.title,
    path: decidingPath(record),
    parts: [
      {
        rows: [
          ...introRows(table),
          ...findingRows(table, checks),
          ...rowIf(kinds.length === 0, { symbol: 'face-good', says: words.none }),
          ...rowIf(mayAdd(table, 'capacity'), {
            symbol: 'write',
            says: words.ask,
            link: { href: decidingPath(record, 'ask'), says: words.ask },
          }),
        ],
      },
      ...kinds.map((kind) => kindPart(table, kind)),
      {
        heading: words.doubts,
        rows: doubts.map((said) => ({
          symbol: 'question',
          says: `${nameFor(reader, state, said['said-by'])}, ${dated(said)}:`,
          quote: said.text,
        })),
      },
      lawyersPart(table),
      lawPart(table, 'capacity'),
    ],
  }
}

function bestPart(table: AtTable, { capacity, told }: Found): EasyPart {
  const { reader, state } = table
  const mine = isThePerson(reader)
  const { name } = state.person
  const best = capacity['best-interests']
  const regained = regainedSince(state, capacity)
  return {
    heading: mine ? bestWords.titleYou : bestWords.title,
    rows: [
      ...(regained === undefined
        ? []
        : [
            {
              symbol: 'face-good',
              says: mine
                ? easyWords.regained(dated(regained))
                : easyWords.regainedOther(name, dated(regained)),
            } as const,
          ]),
      ...(best === undefined
        ? [
            {
              symbol: 'time',
              says: mine ? easyWords.nothing : easyWords.nothingOther(name),
            } as const,
          ]
        : ([
            { symbol: 'list', says: `${easyWords.decided} ${best.decided}` },
            {
              symbol: 'helper',
              says: `${easyWords.decides} ${told.decider ?? (mine ? easyWords.council : easyWords.councilOther)}`,
            },
            {
              symbol: 'heart',
              says: `${mine ? easyWords.wants : easyWords.wantsOther(name)} ${orNobody(best.wishes)}`,
            },
            {
              symbol: 'group',
              says: `${easyWords.consulted} ${
                best.consulted.length === 0
                  ? easyWords.nobody
                  : `${inList(best.consulted.map((party) => nameWithin(reader, state, party)))}.`
              }`,
            },
            {
              symbol: 'unlocked',
              says: `${mine ? easyWords.free : easyWords.freeOther(name)} ${orNobody(best['less-restrictive'])}`,
            },
            ...rowIf(told.wait !== undefined, {
              symbol: 'time',
              says: `${easyWords.wait} ${told.wait ?? ''}`,
            }),
          ] satisfies readonly EasyRow[])),
    ],
  }
}

function foundRows({ capacity, told }: Found): readonly EasyRow[] {
  const has = capacity['has-capacity']
  const ability = (is: boolean, says: string): EasyRow => ({ symbol: is ? 'face-good' : 'face-middle', says })
  const ifSaid = (symbol: EasyRow['symbol'], begins: string, text: string | undefined): readonly EasyRow[] =>
    text === undefined || text === '' ? [] : [{ symbol, says: `${begins} ${text}` }]
  return [
    ability(capacity.understands, easyWords.understood(capacity.understands)),
    ability(capacity.retains, easyWords.kept(capacity.retains)),
    ability(capacity.weighs, easyWords.weighed(capacity.weighs)),
    ability(capacity.communicates, easyWords.told(capacity.communicates)),
    { symbol: 'eye', says: `${easyWords.shown} ${orNobody(told.shown)}` },
    ...ifSaid('health', easyWords.behind, capacity.because),
    ...ifSaid('idea', easyWords.link, told.link),
    ...ifSaid('question', easyWords.unwise, told.unwise),
    ...rowIf(!has, { symbol: 'calendar', says: `${easyWords.again} ${orNobody(told.again ?? told.says)}` }),
    ...ifSaid('write', easyWords.note, has || told.again !== undefined ? told.says : undefined),
  ]
}

/** One finding, one idea a row, in the order of the whole page. */
export function easyFinding(table: AtTable, found: Found): EasyView {
  const { capacity } = found
  const { reader, state, record } = table
  const has = capacity['has-capacity']
  const { withheld } = capacity
  return {
    title: capacity.decision,
    caption: words.title,
    path: decidingPath(record, capacity.id),
    parts: [
      {
        rows: [
          { symbol: answerSymbol(has), says: answerOf(has) },
          ...disputeRows(table, capacity.id),
          {
            symbol: 'talk',
            says: easyWords.asked(nameFor(reader, state, found.foundBy), whenAsked(found)),
          },
          {
            symbol: 'list',
            says: easyWords.about(inList(capacity.for.map((what) => FOR_WORDS[what].toLowerCase()))),
          },
          ...(capacity['help-given'].length === 0
            ? [{ symbol: 'helper', says: easyWords.noHelp } as const]
            : capacity['help-given'].map(
                (help): EasyRow => ({ symbol: 'helper', says: `${easyWords.help} ${help}` }),
              )),
          ...foundRows(found),
          ...(withheld === undefined
            ? []
            : [
                {
                  symbol: 'lock',
                  says: `${easyWords.keptFrom(inList(withheld.from.map((party) => nameWithin(reader, state, party))))} ${withheld.why}`,
                } as const,
              ]),
          ...wrongRow(table, 'capacity', capacity.id),
        ],
      },
      ...(has ? [] : [bestPart(table, found), lawPart(table, 'best-interests')]),
    ],
  }
}
