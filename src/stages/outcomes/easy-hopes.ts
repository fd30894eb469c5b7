import { dateInWords } from '../../domain/dates/plain-date.ts'
import { LADDER, type Level } from '../../domain/outcomes/ladder.ts'
import { answerInWords } from '../../domain/outcomes/talk.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import type { EntryOf } from '../../record/entries.ts'
import { eyeOf } from '../../record/outcome-facts.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type AtTable, mayDo, recordPath } from '../../table/at-table.ts'
import {
  type EasyPart,
  type EasyRow,
  type EasyView,
  TOPIC_SYMBOLS,
  easyReadOf,
  rowIf,
} from '../../table/easy-read.tsx'
import { disputeRows, stageFindingRows } from '../../table/easy-read-rows.ts'
import { isThePerson, nameFor, roleFor } from '../../table/reader.ts'
import { howSaid } from '../../table/said.tsx'
import { easyBuilds } from './easy-builds.ts'
import { hopesPath, maySayHope, maySayPossible, mayTalk, nextSays } from './hopes.tsx'
import { type HopeView, type Voice, hopeViews, levelsNow, personsHope } from './view-hopes.ts'
import { easyWords } from './words-easy.ts'
import { MARKS, words } from './words-hopes.ts'

const levelSays = (what: string, level: Level | undefined): readonly string[] =>
  level === undefined ? [] : [`${what} ${LADDER[level]}.`]

const goalSays = (goal: EntryOf<'goal'>): string =>
  `${easyWords.agreed} “${goal.words}”${goal.agreed === undefined ? '' : ` (${LADDER[goal.agreed]})`}`

function lineOf(table: AtTable, view: HopeView): EasyRow {
  const hope = personsHope(table.state, view.hoped)
  const { now, hoped, possible } = levelsNow(table.state, view)
  const mark = MARKS[view.next.kind]
  return {
    symbol: TOPIC_SYMBOLS[view.topic],
    says: `${TOPIC_WORDS[view.topic]}.${mark === '' ? '' : ` ${mark}.`}`,
    also: [
      ...levelSays(easyWords.now, now),
      ...levelSays(easyWords.hoped, hoped),
      ...levelSays(easyWords.possible, possible),
      ...view.agreed.map(goalSays),
    ],
    ...(hope === undefined ? {} : { quote: hope.entry.text }),
    link: {
      href: easyReadOf(hopesPath(table.record, view.topic)),
      says: easyWords.more(TOPIC_WORDS[view.topic]),
    },
  }
}

/** The hopes, one part of life a row; those that wait for a talk stand first. */
export function easyHopes(table: AtTable): EasyView {
  const { spoken, open } = hopeViews(table.state)
  const mine = isThePerson(table.reader)
  return {
    title: words.title,
    path: hopesPath(table.record),
    parts: [
      {
        rows: [
          { symbol: 'talk', says: mine ? words.intro : words.introOther(table.state.person.name) },
          { symbol: 'money', says: mine ? words.money : words.moneyOther },
          ...stageFindingRows(table, 'outcomes'),
          ...rowIf(spoken.length === 0, { symbol: 'question', says: words.none }),
          ...spoken.map((view) => lineOf(table, view)),
        ],
      },
      ...(open.length === 0
        ? []
        : [
            {
              heading: words.open,
              rows: open.map(
                (topic): EasyRow => ({
                  symbol: TOPIC_SYMBOLS[topic],
                  says: TOPIC_WORDS[topic],
                  link: { href: easyReadOf(hopesPath(table.record, topic)), says: TOPIC_WORDS[topic] },
                }),
              ),
            },
          ]),
    ],
  }
}

/** What one said: who, when and how we know, the step, their words; and what they said before. */
const voiceRows =
  (table: AtTable, symbol: EasyRow['symbol']) =>
  ({ party, latest, before }: Voice): readonly EasyRow[] => {
    const { reader, state } = table
    const { entry, on, level } = latest
    const role = party === reader.party ? '' : `, ${roleFor(reader, state, party)}`
    return [
      {
        symbol,
        says: `${nameFor(reader, state, party)}${role}. ${dateInWords(on)}, ${howSaid(reader, entry, state)}.`,
        also: [
          `${LADDER[level]}.`,
          ...(entry.note === undefined || entry.note === '' ? [] : [`${entry.note}.`]),
        ],
        quote: entry.text,
      },
      ...disputeRows(table, entry.id),
      ...before.map(
        (earlier): EasyRow => ({
          symbol: 'time',
          says: `${easyWords.before} ${dateInWords(earlier.on)}: ${LADDER[earlier.level]}.`,
          quote: earlier.entry.text,
        }),
      ),
    ]
  }

const agreedRows = (goals: readonly EntryOf<'goal'>[]): readonly EasyRow[] =>
  goals.flatMap((goal): readonly EasyRow[] => [
    {
      symbol: 'agree',
      says: easyWords.writtenOn(dateInWords(dayOfWhen(goal.on))),
      also: [
        ...(goal.agreed === undefined ? [] : [`${LADDER[goal.agreed]}.`]),
        ...(goal['by-when'] === undefined ? [] : [easyWords.by(dateInWords(dayOfWhen(goal['by-when'])))]),
      ],
      quote: goal.words,
    },
    ...(goal.talked === undefined
      ? []
      : [{ symbol: 'talk', says: easyWords.talked, quote: goal.talked } as const]),
  ])

const talkRows = ({ reader, state }: AtTable, { talks }: HopeView): readonly EasyRow[] =>
  talks.toReversed().map(
    ({ note, on, talk }): EasyRow => ({
      symbol: 'talk',
      says: `${dateInWords(on)}: ${answerInWords(talk.answer)}.`,
      also: [
        easyWords.writtenBy(nameFor(reader, state, note.by)),
        ...(talk.tried === undefined ? [] : [`${easyWords.tried} ${talk.tried}`]),
        ...(talk.inTheWay === undefined ? [] : [`${easyWords.inTheWay} ${talk.inTheWay}`]),
        ...(talk.trial === undefined
          ? []
          : [easyWords.toTry(talk.trial.what, dateInWords(talk.trial.until))]),
      ],
      quote: talk.says,
    }),
  )

/** The ways on from here, as far as they are the reader's. */
function waysOn(table: AtTable, view: HopeView): readonly EasyRow[] {
  const at = (part: string) => hopesPath(table.record, view.topic, part)
  const own = eyeOf(table.state, table.reader.party) === 'person'
  const way = (may: boolean, href: string, says: string): readonly EasyRow[] =>
    rowIf(may, { symbol: 'write', says, link: { href, says } })
  return [
    ...way(mayTalk(table) && (view.hoped.length > 0 || view.possible.length > 0), at('talk'), words.talk),
    ...way(maySayHope(table), at('say'), own ? words.sayHope : words.typeHope(table.state.person.name)),
    ...way(maySayPossible(table) && !isThePerson(table.reader), at('possible'), words.sayPossible),
  ]
}

/** One part of life, one idea a row: now, hoped for, thought possible and agreed, each as it was said. */
export function easyHope(table: AtTable, view: HopeView): EasyView {
  const mine = isThePerson(table.reader)
  const { name } = table.state.person
  const next = nextSays(table, view)
  const part = (
    heading: string,
    symbol: EasyRow['symbol'],
    voices: readonly Voice[],
    none: string,
  ): EasyPart => ({
    heading,
    rows: voices.length === 0 ? [{ symbol, says: none }] : voices.flatMap(voiceRows(table, symbol)),
  })
  return {
    title: TOPIC_WORDS[view.topic],
    caption: words.title,
    path: hopesPath(table.record, view.topic),
    parts: [
      {
        rows: [
          ...(next === undefined ? [] : [{ symbol: 'talk', says: next } as const]),
          ...waysOn(table, view),
        ],
      },
      part(words.now, TOPIC_SYMBOLS[view.topic], view.now, words.nobodyNow),
      part(
        mine ? words.hoped : words.hopedOther(name),
        'stairs-up',
        view.hoped,
        mine ? words.nobodyHoped : words.nobodyHopedOther,
      ),
      part(words.possible, 'eye', view.possible, words.nobodyPossible),
      {
        heading: mine ? words.agreed : words.agreedOther,
        rows:
          view.agreed.length === 0
            ? [{ symbol: 'agree', says: words.nothingAgreed }]
            : agreedRows(view.agreed),
      },
      { rows: [{ symbol: 'money', says: mine ? words.money : words.moneyOther }] },
      ...(view.talks.length === 0
        ? []
        : [{ heading: mine ? words.talks : words.talksOther, rows: talkRows(table, view) }]),
      ...easyBuilds(table, view),
      {
        rows: rowIf(mayDo(table, 'conversation', 'read'), {
          symbol: 'list',
          says: words.seeTopic,
          link: { href: recordPath(table.record, 'conversation', view.topic), says: words.seeTopic },
        }),
      },
    ],
  }
}
