import { LADDER } from '../../domain/outcomes/ladder.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import type { AtTable } from '../../table/at-table.ts'
import { EasyRead, type EasyRow, EasySwitch, TOPIC_SYMBOLS, easyReadOf } from '../../table/easy-read.tsx'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameFor } from '../../table/reader.ts'
import { hopesPath, nextSays } from './hopes.tsx'
import { type HopeView, hopeViews, levelsNow, personsHope } from './view-hopes.ts'
import { words } from './words-hopes.ts'

const intro = (table: AtTable): readonly EasyRow[] => [
  {
    symbol: 'talk',
    says: isThePerson(table.reader) ? words.intro : words.introOther(table.state.person.name),
  },
  { symbol: 'money', says: isThePerson(table.reader) ? words.money : words.moneyOther },
]

const lineOf = (table: AtTable, view: HopeView): EasyRow => {
  const hope = personsHope(table.state, view.hoped)
  const { hoped } = levelsNow(table.state, view)
  return {
    symbol: TOPIC_SYMBOLS[view.topic],
    says: `${TOPIC_WORDS[view.topic]}.${hoped === undefined ? '' : ` Hope: ${LADDER[hoped]}.`}`,
    ...(hope === undefined ? {} : { quote: hope.entry.text }),
    link: {
      href: easyReadOf(hopesPath(table.record, view.topic)),
      says: `More about this: ${TOPIC_WORDS[view.topic]}`,
    },
  }
}

/** The hopes, one part of life a row. */
export const EasyHopes = ({ table }: { readonly table: AtTable }) => (
  <Frame title={words.title}>
    <EasySwitch path={hopesPath(table.record)} easy />
    <EasyRead rows={[...intro(table), ...hopeViews(table.state).spoken.map((view) => lineOf(table, view))]} />
  </Frame>
)

/** One part of life, one idea a row, in the order of the whole page. */
export const EasyHope = ({ table, view }: { readonly table: AtTable; readonly view: HopeView }) => {
  const { reader, state } = table
  const mine = isThePerson(reader)
  const next = nextSays(table, view)
  const said = (symbol: EasyRow['symbol'], heading: string, voices: HopeView['now']): readonly EasyRow[] =>
    voices.map(({ party, latest }) => ({
      symbol,
      says: `${heading}. ${nameFor(reader, state, party)}: ${LADDER[latest.level]}.`,
      quote: latest.entry.text,
    }))
  return (
    <Frame title={TOPIC_WORDS[view.topic]} caption={words.title}>
      <EasySwitch path={hopesPath(table.record, view.topic)} easy />
      <EasyRead
        rows={[
          ...said(TOPIC_SYMBOLS[view.topic], words.now, view.now),
          ...said('stairs-up', mine ? words.hoped : words.hopedOther(state.person.name), view.hoped),
          ...said('eye', words.possible, view.possible),
          ...view.agreed.map(
            (goal): EasyRow => ({
              symbol: 'agree',
              says: mine ? words.agreed : words.agreedOther,
              quote: goal.words,
            }),
          ),
          ...(next === undefined ? [] : [{ symbol: 'talk', says: next } as const]),
          { symbol: 'money', says: mine ? words.money : words.moneyOther },
        ]}
      />
    </Frame>
  )
}
