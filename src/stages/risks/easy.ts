import { dated } from '../../domain/checks/clocks.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { SymbolName } from '../../platform/govuk/symbol.tsx'
import type { Told, View } from '../../record/told-later.ts'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { type EasyPart, type EasyRow, type EasyView, easyReadOf, rowIf } from '../../table/easy-read.tsx'
import { disputeRows, findingRows, lawPart, orNobody, wrongRow } from '../../table/easy-read-rows.ts'
import { isThePerson, nameFor, nameWithin } from '../../table/reader.ts'
import { mayTell } from './may-tell.ts'
import { type RiskView, knownThen, risks, weighedAnew } from './view.ts'
import { DECISION_WORDS, VIEW_WORDS, happenedWords, viewWords, words } from './words.ts'
import { easyWords } from './words-easy.ts'

const DECIDED: Readonly<Record<RiskView['risk']['decision'], SymbolName>> = {
  'go-ahead': 'agree',
  'go-ahead-with-safeguards': 'safe',
  'not-now': 'time',
}
const THINKS: Readonly<Record<View, SymbolName>> = {
  agrees: 'face-good',
  disagrees: 'face-bad',
  unsure: 'face-middle',
}

const decisionSays = ({ risk, due }: RiskView): string =>
  `${DECISION_WORDS[risk.decision]}.${due ? ` ${words.overdue}.` : ''}`

const wantSays = ({ reader, state }: AtTable): string =>
  isThePerson(reader) ? easyWords.want : easyWords.wantOther(state.person.name)

const againSays = ({ again }: RiskView): string =>
  again === undefined ? words.noDay : `${words.lookAgain} ${dateInWords(again)}.`

/** One risk of the list: what was decided and when, when it is looked at again, who thinks what, what happened. */
function listedRows(table: AtTable, view: RiskView): readonly EasyRow[] {
  const { reader, state, record } = table
  const { risk, views, happened } = view
  return [
    {
      symbol: DECIDED[risk.decision],
      says: `${risk.activity}. ${decisionSays(view)}`,
      quote: risk.wish === '' ? undefined : risk.wish,
      link: {
        href: easyReadOf(recordPath(record, 'risks', risk.id)),
        says: easyWords.more(risk.activity),
      },
    },
    {
      symbol: 'calendar',
      says: `${easyWords.by(nameWithin(reader, state, risk.by), dated(risk))} ${againSays(view)}`,
    },
    ...views.map(
      ({ later }): EasyRow => ({
        symbol: THINKS[later.view],
        says: `${nameFor(reader, state, later.party)}: ${VIEW_WORDS[later.view].toLowerCase()}.`,
      }),
    ),
    ...happened.map(
      ({ later }): EasyRow => ({ symbol: 'warning', says: easyWords.since(dateInWords(later.day)) }),
    ),
  ]
}

/** Every risk with what was decided, and the way to its own page. */
export const easyRisks = (table: AtTable): EasyView => {
  const each = risks(table.state)
  const path = recordPath(table.record, 'risks')
  return {
    title: words.title,
    path,
    parts: [
      {
        rows: [
          { symbol: 'balance', says: easyWords.intro },
          { symbol: 'eye', says: easyWords.both },
          ...rowIf(each.length === 0, { symbol: 'question', says: words.none }),
          ...each.flatMap((view) => listedRows(table, view)),
          ...findingRows(table, ['risk-averse', 'choice-overridden']),
          ...rowIf(mayAdd(table, 'risk'), {
            symbol: 'write',
            says: words.weigh,
            link: { href: `${path}/weigh`, says: words.weigh },
          }),
        ],
      },
      lawPart(table, 'risk'),
    ],
  }
}

const viewRow =
  ({ reader, state }: AtTable, before = '') =>
  ({ note, later }: Told<'view'>): EasyRow => {
    const typed = note.by === later.party ? '' : ` Written down by ${nameWithin(reader, state, note.by)}.`
    return {
      symbol: THINKS[later.view],
      says: `${before}${nameFor(reader, state, later.party)}: ${VIEW_WORDS[later.view].toLowerCase()}, ${dated(note)}.${typed}`,
      quote: later.says,
    }
  }

const safeguardRows = ({ risk }: RiskView): readonly EasyRow[] =>
  risk.safeguards.length === 0
    ? [{ symbol: 'safe', says: easyWords.noSafer }]
    : risk.safeguards.map((one): EasyRow => ({ symbol: 'safe', says: `${easyWords.safer} ${one}` }))

/** What was known on the day when something happened: the decision as it stood, and what came to light only later. */
function thenRows(table: AtTable, view: RiskView, happened: Told<'happened'>): readonly EasyRow[] {
  const { reader, state } = table
  const { decided, capacity, later } = knownThen(state, view, happened.later.day)
  const asDecided: readonly EasyRow[] =
    decided === undefined
      ? [{ symbol: 'question', says: easyWords.notWeighed }]
      : [
          {
            symbol: DECIDED[decided.risk.decision],
            says: `${easyWords.decided} ${DECISION_WORDS[decided.risk.decision]}, ${dated(decided.risk)}.`,
          },
          { symbol: 'warning', says: `${easyWords.harm} ${orNobody(decided.risk.harm)}` },
          ...safeguardRows(decided),
          { symbol: 'idea', says: `${understandsSays(table)} ${orNobody(decided.told.understands)}` },
          ...(decided.views.length === 0
            ? [{ symbol: 'group', says: `${easyWords.agreed} ${easyWords.nobodyYet}` } as const]
            : decided.views.map(viewRow(table))),
          ...capacity.map(
            (found): EasyRow => ({
              symbol: 'idea',
              says: (found['has-capacity'] ? easyWords.able : easyWords.notAble)(
                found.decision,
                dated(found),
              ),
            }),
          ),
        ]
  return [
    { symbol: 'time', says: easyWords.knownThen },
    ...asDecided,
    ...later.map(
      (entry): EasyRow => ({
        symbol: 'write',
        says: `${easyWords.later} ${nameFor(reader, state, entry['said-by'])}, ${dated(entry)}:`,
        quote: entry.text,
      }),
    ),
  ]
}

const understandsSays = ({ reader, state }: AtTable): string =>
  isThePerson(reader) ? easyWords.understands : easyWords.understandsOther(state.person.name)

function happenedPart(table: AtTable, view: RiskView): EasyPart {
  const { reader, state, record } = table
  return {
    heading: happenedWords.title,
    rows: [
      view.happened.length === 0
        ? { symbol: 'calendar', says: happenedWords.none }
        : { symbol: 'balance', says: happenedWords.fair },
      ...view.happened.flatMap((told): readonly EasyRow[] => [
        {
          symbol: 'warning',
          says: `${dateInWords(told.later.day)}. ${told.later.says} Written down by ${nameWithin(reader, state, told.note.by)}, ${dated(told.note)}.`,
        },
        ...thenRows(table, view, told),
      ]),
      ...rowIf(mayTell(table, view.risk), {
        symbol: 'write',
        says: happenedWords.write,
        link: { href: recordPath(record, 'risks', view.risk.id, 'happened'), says: happenedWords.write },
      }),
    ],
  }
}

function viewsPart(table: AtTable, view: RiskView): EasyPart {
  const say = mayDo(table, 'plan', 'judge') ? viewWords.write : viewWords.say
  return {
    heading: viewWords.title,
    rows: [
      ...rowIf(view.views.length === 0, { symbol: 'question', says: viewWords.none }),
      ...view.views.map(viewRow(table)),
      ...view.earlier.map(viewRow(table, `${easyWords.before} `)),
      ...rowIf(mayTell(table, view.risk), {
        symbol: 'speak',
        says: say,
        link: { href: recordPath(table.record, 'risks', view.risk.id, 'view'), says: say },
      }),
    ],
  }
}

function againPart(table: AtTable, view: RiskView): EasyPart {
  const { reader, state, record } = table
  const anew = weighedAnew(state, view)
  return {
    heading: 'When to look again',
    rows: [
      { symbol: 'calendar', says: againSays(view) },
      ...view.looked.map(
        ({ note, later }): EasyRow => ({
          symbol: 'eye',
          says: `${easyWords.looked(nameFor(reader, state, note.by), dated(note))} ${later.says}`,
        }),
      ),
      ...(anew === undefined
        ? []
        : [
            {
              symbol: 'balance',
              says: easyWords.anew(dated(anew)),
              link: {
                href: easyReadOf(recordPath(record, 'risks', anew.id)),
                says: easyWords.more(anew.activity),
              },
            } as const,
          ]),
    ],
  }
}

/** One risk, one idea a row, in the order of the whole page. */
export const easyRisk = (table: AtTable, view: RiskView): EasyView => {
  const { risk, told } = view
  const { reader, state, record } = table
  return {
    title: risk.activity,
    caption: words.title,
    path: recordPath(record, 'risks', risk.id),
    parts: [
      {
        rows: [
          {
            symbol: DECIDED[risk.decision],
            says: `${easyWords.decided} ${decisionSays(view)}`,
          },
          ...disputeRows(table, risk.id),
          { symbol: 'heart', says: wantSays(table), quote: orNobody(risk.wish) },
          { symbol: 'face-good', says: `${easyWords.good} ${orNobody(risk.good)}` },
          { symbol: 'warning', says: `${easyWords.harm} ${orNobody(risk.harm)}` },
          { symbol: 'group', says: `${easyWords.whom} ${orNobody(told.whom)}` },
          ...safeguardRows(view),
          { symbol: 'idea', says: `${understandsSays(table)} ${orNobody(told.understands)}` },
          { symbol: 'talk', says: `${easyWords.why} ${orNobody(risk.why)}` },
          { symbol: 'write', says: easyWords.by(nameWithin(reader, state, risk.by), dated(risk)) },
          ...rowIf(told.says !== '', { symbol: 'write', says: `${easyWords.note} ${told.says}` }),
          ...wrongRow(table, 'plan', risk.id),
        ],
      },
      viewsPart(table, view),
      againPart(table, view),
      happenedPart(table, view),
    ],
  }
}
