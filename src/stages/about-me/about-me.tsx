import { dateInWords } from '../../domain/dates/plain-date.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { all, openDisputesOf } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Symbol, type SymbolName } from '../../platform/govuk/symbol.tsx'
import {
  ABOUT_ME,
  type AboutPart,
  type AboutTopic,
  type AboutWords,
  goodAndBad,
  wordsAbout,
} from '../../record/about-me.ts'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { Frame } from '../../table/frame.tsx'
import { eyeOf } from '../../record/outcome-facts.ts'
import { isThePerson, nameFor, nameWithin, roleFor } from '../../table/reader.ts'
import { howSaid } from '../../table/said.tsx'
import { DisputeNote } from '../../table/standing-dispute.tsx'
import { FORMAT_WORDS, PART_WORDS, WAY_WORDS, words } from './words.ts'

export const aboutPath = (record: string, ...parts: readonly string[]): string =>
  recordPath(record, 'about-me', ...parts)

/** The person and who acts for them say it; those who work with them type what the person says. */
export const mayTellAbout = (table: AtTable): boolean => {
  const eye = eyeOf(table.state, table.reader.party)
  return (
    mayAdd(table, 'statement') &&
    mayDo(table, 'conversation', 'say') &&
    (eye === 'person' || (eye === 'worker' && mayDo(table, 'conversation', 'judge')))
  )
}

export const titleOf = (table: AtTable): string =>
  isThePerson(table.reader) ? words.title : words.titleOther(table.state.person.name)

export const SYMBOLS: Readonly<Record<AboutPart, SymbolName>> = {
  matters: 'heart',
  bring: 'star',
  people: 'group',
  talk: 'talk',
  before: 'time',
}

const Words = ({ table, said }: { readonly table: AtTable; readonly said: AboutWords }) => {
  const { reader, state } = table
  const { entry, on, own } = said
  return (
    <div class="govuk-!-margin-bottom-3">
      <blockquote class={own ? 'rt-voice__words govuk-body-l' : 'rt-voice__words govuk-body'}>
        {entry.text}
      </blockquote>
      <p class="rt-voice__how">
        {nameFor(reader, state, entry['said-by'])}
        {entry['said-by'] === reader.party ? '' : `, ${roleFor(reader, state, entry['said-by'])}`}.{' '}
        {dateInWords(on)}, {howSaid(reader, entry, state)}
        {entry.note === undefined || entry.note === '' ? '' : `. ${entry.note}`}
      </p>
      {openDisputesOf(state, entry.id).map((dispute) => (
        <DisputeNote table={table} dispute={dispute} />
      ))}
    </div>
  )
}

/** What the record says of languages and formats, whoever reads it. */
export function howToTalk({ state }: AtTable): readonly { readonly key: string; readonly value: string }[] {
  const { communication } = state.person
  if (communication === undefined) return []
  const { language, interpreter, formats, notes } = communication
  return [
    { key: words.notes, value: notes },
    { key: words.language, value: language },
    { key: words.interpreter, value: interpreter },
    {
      key: words.formats,
      value: formats === undefined ? undefined : formats.map((format) => FORMAT_WORDS[format]).join(', '),
    },
  ].flatMap(({ key, value }) => (value === undefined || value === '' ? [] : [{ key, value }]))
}

const HowToTalk = ({ table }: { readonly table: AtTable }) => {
  const rows = howToTalk(table)
  return rows.length === 0 ? null : <SummaryList rows={rows} />
}

/** What somebody was told before an assessment of theirs began, and in which ways they could have it: the latest first. */
export function toldBefore({ reader, state }: AtTable): readonly string[] {
  return all(state, 'assessment-opened')
    .filter(({ of }) => of !== 'carer')
    .toReversed()
    .map((one) => {
      const told = one['told-what-to-expect']
      const offered = (one.offered ?? []).map((way) => WAY_WORDS[way])
      const who = isThePerson(reader) ? 'You' : 'They'
      return [
        `The assessment of ${dateInWords(dayOfWhen(one.on))}, by ${nameWithin(reader, state, one.assessor)}.`,
        told === undefined ? words.toldUnknown : `${who} were ${told ? '' : 'not '}told what to expect.`,
        ...(offered.length === 0 ? [] : [`${who} could have it ${listInWords(offered)}.`]),
        `${who} had it ${WAY_WORDS[one.way]}.`,
        ...(one.note === undefined || one.note === '' ? [] : [one.note]),
      ].join(' ')
    })
}

const listInWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1) ?? ''}`

const ToldBefore = ({ table }: { readonly table: AtTable }) => {
  const told = toldBefore(table)
  return told.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{isThePerson(table.reader) ? words.toldBefore : words.toldBeforeOther}</h3>
      {told.map((says) => (
        <p class="govuk-body">{says}</p>
      ))}
    </>
  )
}

const CLOSE = ['carer', 'family', 'friend', 'advocate', 'attorney', 'deputy']

/** Everybody at the table who is close to the person or speaks for them. */
export const closeTo = ({ reader, state }: AtTable): readonly string[] =>
  [...state.parties.values()]
    .filter(({ role }) => CLOSE.includes(role))
    .map(({ id }) => `${nameFor(reader, state, id)}, ${roleFor(reader, state, id)}`)

const People = ({ table }: { readonly table: AtTable }) => {
  const close = closeTo(table)
  return close.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {close.map((says) => (
        <li>{says}</li>
      ))}
    </ul>
  )
}

const Part = ({
  table,
  part,
  topic,
}: {
  readonly table: AtTable
  readonly part: AboutPart
  readonly topic: AboutTopic
}) => {
  const said = wordsAbout(table.state, topic)
  const mine = isThePerson(table.reader)
  const heading = mine ? PART_WORDS[part].own : PART_WORDS[part].other
  return (
    <section class="rt-block" aria-labelledby={part}>
      <h2 class="govuk-heading-m" id={part}>
        <Symbol name={SYMBOLS[part]} beside small /> {heading}
      </h2>
      {part === 'talk' ? <HowToTalk table={table} /> : null}
      {part === 'talk' ? <ToldBefore table={table} /> : null}
      {part === 'people' ? <People table={table} /> : null}
      {said.length === 0 && (part === 'matters' || part === 'bring' || part === 'before') ? (
        <p class="govuk-body">{words.nothing}</p>
      ) : null}
      {said.map((each) => (
        <Words table={table} said={each} />
      ))}
      {mayTellAbout(table) ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={aboutPath(table.record, topic, 'say')}>
            {eyeOf(table.state, table.reader.party) === 'person'
              ? words.say
              : words.type(table.state.person.name)}
            <span class="govuk-visually-hidden">: {heading}</span>
          </a>
        </p>
      ) : null}
    </section>
  )
}

const Days = ({ table }: { readonly table: AtTable }) => {
  const days = goodAndBad(table.state)
  return (
    <section class="rt-block" aria-labelledby="days">
      <h2 class="govuk-heading-m" id="days">
        <Symbol name="day-good" beside small /> {words.days}
      </h2>
      {days.length === 0 ? <p class="govuk-body">{words.noDays}</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {days.map(({ entry, topic, varies }) => (
          <li>
            <strong>{TOPIC_WORDS[topic]}:</strong> <q class="rt-quote">{varies}</q>{' '}
            {nameFor(table.reader, table.state, entry['said-by'])}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who somebody is: what matters, what they bring, who is in their life, how to talk with them, good days and bad days. */
export const AboutMePage = ({ table }: { readonly table: AtTable }) => (
  <Frame title={titleOf(table)}>
    <p class="govuk-body-l">
      {isThePerson(table.reader) ? words.intro : words.introOther(table.state.person.name)}
    </p>
    <EasySwitch path={aboutPath(table.record)} easy={false} />
    {ABOUT_ME.slice(0, 4).map(({ part, topic }) => (
      <Part table={table} part={part} topic={topic} />
    ))}
    <Days table={table} />
    {ABOUT_ME.slice(4).map(({ part, topic }) => (
      <Part table={table} part={part} topic={topic} />
    ))}
  </Frame>
)
