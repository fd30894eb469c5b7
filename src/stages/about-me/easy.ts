import { dateInWords } from '../../domain/dates/plain-date.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import {
  ABOUT_ME,
  type AboutPart,
  type AboutTopic,
  type AboutWords,
  goodAndBad,
  wordsAbout,
} from '../../record/about-me.ts'
import { eyeOf } from '../../record/outcome-facts.ts'
import type { AtTable } from '../../table/at-table.ts'
import { type EasyPart, type EasyRow, type EasyView, rowIf } from '../../table/easy-read.tsx'
import { disputeRows } from '../../table/easy-read-rows.ts'
import { isThePerson, nameFor, roleFor } from '../../table/reader.ts'
import { howSaid } from '../../table/said.tsx'
import { SYMBOLS, aboutPath, closeTo, howToTalk, mayTellAbout, titleOf, toldBefore } from './about-me.tsx'
import { PART_WORDS, words } from './words.ts'

/** What one said, with who said it, when, and how we know. */
const saidRows =
  (table: AtTable, part: AboutPart) =>
  ({ entry, on }: AboutWords): readonly EasyRow[] => {
    const { reader, state } = table
    const by = entry['said-by']
    const role = by === reader.party ? '' : `, ${roleFor(reader, state, by)}`
    return [
      {
        symbol: SYMBOLS[part],
        says: `${nameFor(reader, state, by)}${role}. ${dateInWords(on)}, ${howSaid(reader, entry, state)}.`,
        ...(entry.note === undefined || entry.note === '' ? {} : { also: [`${entry.note}.`] }),
        quote: entry.text,
      },
      ...disputeRows(table, entry.id),
    ]
  }

const NEVER_EMPTY: readonly AboutPart[] = ['matters', 'bring', 'before']

function aboutPart(table: AtTable, part: AboutPart, topic: AboutTopic): EasyPart {
  const said = wordsAbout(table.state, topic)
  const says =
    eyeOf(table.state, table.reader.party) === 'person' ? words.say : words.type(table.state.person.name)
  return {
    heading: PART_WORDS[part][isThePerson(table.reader) ? 'own' : 'other'],
    rows: [
      ...(part === 'talk'
        ? [
            ...howToTalk(table).map(
              ({ key, value }): EasyRow => ({ symbol: 'talk', says: `${key}: ${value}` }),
            ),
            ...toldBefore(table).map(
              (told): EasyRow => ({
                symbol: 'list',
                says: `${isThePerson(table.reader) ? words.toldBefore : words.toldBeforeOther}.`,
                also: [told],
              }),
            ),
          ]
        : []),
      ...(part === 'people'
        ? closeTo(table).map((who): EasyRow => ({ symbol: 'group', says: `${who}.` }))
        : []),
      ...rowIf(said.length === 0 && NEVER_EMPTY.includes(part), {
        symbol: SYMBOLS[part],
        says: words.nothing,
      }),
      ...said.flatMap(saidRows(table, part)),
      ...rowIf(mayTellAbout(table), {
        symbol: 'write',
        says,
        link: { href: aboutPath(table.record, topic, 'say'), says },
      }),
    ],
  }
}

function daysPart({ reader, state }: AtTable): EasyPart {
  const days = goodAndBad(state)
  return {
    heading: words.days,
    rows: [
      ...rowIf(days.length === 0, { symbol: 'day-good', says: words.noDays }),
      ...days.map(
        ({ entry, topic, varies }): EasyRow => ({
          symbol: 'day-bad',
          says: `${TOPIC_WORDS[topic]}. ${nameFor(reader, state, entry['said-by'])}:`,
          quote: varies,
        }),
      ),
    ],
  }
}

/** Who somebody is, one idea a row, in the order of the whole page. */
export function easyAboutMe(table: AtTable): EasyView {
  const intro = isThePerson(table.reader) ? words.intro : words.introOther(table.state.person.name)
  const parts = ABOUT_ME.map(({ part, topic }) => aboutPart(table, part, topic))
  return {
    title: titleOf(table),
    path: aboutPath(table.record),
    parts: [
      { rows: [{ symbol: 'about-me', says: intro }] },
      ...parts.slice(0, 4),
      daysPart(table),
      ...parts.slice(4),
    ],
  }
}
