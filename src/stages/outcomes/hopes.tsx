import { dateInWords } from '../../domain/dates/plain-date.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import { answerInWords } from '../../domain/outcomes/talk.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import type { EntryOf } from '../../record/entries.ts'
import { eyeOf } from '../../record/outcome-facts.ts'
import { openDisputesOf } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { ButtonGroup, ButtonLink } from '../../platform/govuk/button.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Ladder } from '../../platform/govuk/pictures/ladder.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { AtStage } from '../../table/at-stage.tsx'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameFor, roleFor } from '../../table/reader.ts'
import { howSaid } from '../../table/said.tsx'
import { DisputeNote } from '../../table/standing-dispute.tsx'
import { BuildsHere } from './builds.tsx'
import { type HopeView, type Voice, hopeViews, levelsNow, personsHope } from './view-hopes.ts'
import { MARKS, nextWords, words } from './words-hopes.ts'

export const hopesPath = (record: string, ...parts: readonly string[]): string =>
  recordPath(record, 'outcomes', 'hopes', ...parts)

/** May the reader say what the person hopes for: as the person, for them, or by typing what they say? */
export const maySayHope = (table: AtTable): boolean => {
  const eye = eyeOf(table.state, table.reader.party)
  return mayAdd(table, 'statement') && (eye === 'person' || mayType(table))
}

/** Those who work with the person type what the person says, and read it back. */
export const mayType = (table: AtTable): boolean =>
  mayDo(table, 'conversation', 'judge') && eyeOf(table.state, table.reader.party) === 'worker'

const PROFESSIONALS = ['social-worker', 'occupational-therapist', 'assessor', 'manager', 'nhs']

export const maySayPossible = (table: AtTable): boolean =>
  mayAdd(table, 'statement') &&
  PROFESSIONALS.includes(table.state.parties.get(table.reader.party ?? '')?.role ?? '')

export const mayTalk = (table: AtTable): boolean => {
  const eye = eyeOf(table.state, table.reader.party)
  return (
    (eye === 'person' || eye === 'worker') &&
    mayAdd(table, 'note') &&
    mayAdd(table, 'goal') &&
    mayDo(table, 'conversation', 'say')
  )
}

/** What comes next, in a sentence to the reader; nothing where nothing does. */
export function nextSays(table: AtTable, { next, apart }: HopeView): string | undefined {
  const mine = isThePerson(table.reader)
  const { name } = table.state.person
  switch (next.kind) {
    case 'nothing':
      return undefined
    case 'offer-talk':
      if (apart === undefined) return undefined
      return mine ? nextWords.offer[apart] : nextWords.offerOther[apart](name)
    case 'agreed':
      return mine ? nextWords.agreed : nextWords.agreedOther
    case 'content': {
      const on = dateInWords(next.talked.on)
      return mine ? nextWords.content(on) : nextWords.contentOther(name, on)
    }
    case 'not-now': {
      const on = dateInWords(next.talked.on)
      return mine ? nextWords.notNow(on) : nextWords.notNowOther(name, on)
    }
    case 'trying': {
      const until = dateInWords(next.until)
      return mine ? nextWords.trying(until) : nextWords.tryingOther(name, until)
    }
    case 'ask-again': {
      const until = dateInWords(next.until)
      return mine ? nextWords.again(until) : nextWords.againOther(name, until)
    }
  }
}

const isWaiting = ({ next }: HopeView): boolean => next.kind === 'offer-talk' || next.kind === 'ask-again'

const Line = ({ table, view }: { readonly table: AtTable; readonly view: HopeView }) => {
  const levels = levelsNow(table.state, view)
  const hope = personsHope(table.state, view.hoped)
  return (
    <li class="rt-line" id={view.topic}>
      <h2 class="rt-line__name">
        <a class="govuk-link" href={hopesPath(table.record, view.topic)}>
          {TOPIC_WORDS[view.topic]}
        </a>{' '}
        {view.next.kind === 'nothing' ? null : (
          <Tag class={isWaiting(view) ? 'govuk-tag--yellow' : 'govuk-tag--grey'}>{MARKS[view.next.kind]}</Tag>
        )}
      </h2>
      <Ladder {...levels} />
      {hope === undefined ? null : (
        <p class="govuk-body govuk-!-margin-top-2 govuk-!-margin-bottom-1">
          <q class="rt-quote">{hope.entry.text}</q>
        </p>
      )}
      <ul class="govuk-list govuk-!-font-size-16 govuk-!-margin-bottom-1">
        {levels.now === undefined ? null : <li>Now: {LADDER[levels.now]}</li>}
        {levels.hoped === undefined ? null : <li>Hoped for: {LADDER[levels.hoped]}</li>}
        {levels.possible === undefined ? null : <li>Thought possible: {LADDER[levels.possible]}</li>}
        {view.agreed.map((goal) => (
          <li>
            Agreed: “{goal.words}”{goal.agreed === undefined ? '' : ` (${LADDER[goal.agreed]})`}
          </li>
        ))}
      </ul>
    </li>
  )
}

/** Every part of life with a hope, a view or something agreed; those that wait for a talk stand first. */
export const HopesPage = ({ table }: { readonly table: AtTable }) => {
  const { spoken, open } = hopeViews(table.state)
  const mine = isThePerson(table.reader)
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{mine ? words.intro : words.introOther(table.state.person.name)}</p>
      <p class="govuk-body">{mine ? words.money : words.moneyOther}</p>
      <EasySwitch path={hopesPath(table.record)} easy={false} />
      <AtStage table={table} stage="outcomes" />
      {spoken.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      <ul class="rt-lines">
        {spoken.map((view) => (
          <Line table={table} view={view} />
        ))}
      </ul>
      {open.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{words.open}</h2>
          <ul class="govuk-list">
            {open.map((topic) => (
              <li>
                <a class="govuk-link" href={hopesPath(table.record, topic)}>
                  {TOPIC_WORDS[topic]}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Frame>
  )
}

const Before = ({ voice }: { readonly voice: Voice }) =>
  voice.before.length === 0 ? null : (
    <Details summary={`${words.before} (${voice.before.length})`} class="rt-voice__earlier">
      {voice.before.map(({ entry, on, level }) => (
        <p class="govuk-body-s">
          {dateInWords(on)}: <q class="rt-quote">{entry.text}</q> ({LADDER[level]})
        </p>
      ))}
    </Details>
  )

const capital = (phrase: string): string => phrase.charAt(0).toUpperCase() + phrase.slice(1)

const VoiceSays = ({ table, voice }: { readonly table: AtTable; readonly voice: Voice }) => {
  const { reader, state } = table
  const { entry, on, level } = voice.latest
  return (
    <div class="govuk-!-margin-bottom-3">
      <p class="rt-voice__how">
        <strong>{nameFor(reader, state, voice.party)}</strong>
        {voice.party === reader.party ? '' : `, ${roleFor(reader, state, voice.party)}`}. {dateInWords(on)},{' '}
        {howSaid(reader, entry, state)}
        {entry.note === undefined || entry.note === '' ? '' : `. ${capital(entry.note)}`}
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{LADDER[level]}</strong>
      </p>
      <blockquote class="rt-voice__words">{entry.text}</blockquote>
      {openDisputesOf(state, entry.id).map((dispute) => (
        <DisputeNote table={table} dispute={dispute} />
      ))}
      <Before voice={voice} />
    </div>
  )
}

type CardProps = {
  readonly table: AtTable
  readonly id: string
  readonly title: string
  readonly edge: 'person' | 'professional' | 'close'
  readonly voices: readonly Voice[]
  readonly none: string
}

const Card = ({ table, id, title, edge, voices, none }: CardProps) => (
  <article class={`rt-voice rt-voice--${edge}`} aria-labelledby={id}>
    <h2 class="rt-voice__name" id={id}>
      {title}
    </h2>
    {voices.length === 0 ? <p class="govuk-body">{none}</p> : null}
    {voices.map((voice) => (
      <VoiceSays table={table} voice={voice} />
    ))}
  </article>
)

const Agreed = ({
  table,
  goals,
}: {
  readonly table: AtTable
  readonly goals: readonly EntryOf<'goal'>[]
}) => (
  <article class="rt-voice rt-voice--close" aria-labelledby="agreed">
    <h2 class="rt-voice__name" id="agreed">
      {isThePerson(table.reader) ? words.agreed : words.agreedOther}
    </h2>
    {goals.length === 0 ? <p class="govuk-body">{words.nothingAgreed}</p> : null}
    {goals.map((goal) => (
      <>
        <blockquote class="rt-voice__words">{goal.words}</blockquote>
        <p class="govuk-body-s">
          {goal.agreed === undefined ? '' : `${LADDER[goal.agreed]}. `}
          {goal['by-when'] === undefined ? '' : `By ${dateInWords(dayOfWhen(goal['by-when']))}. `}
          Written down {dateInWords(dayOfWhen(goal.on))}.
        </p>
        {goal.talked === undefined ? null : (
          <p class="govuk-body-s">
            What was talked about: <q class="rt-quote">{goal.talked}</q>
          </p>
        )}
      </>
    ))}
  </article>
)

const Talks = ({ table, view }: { readonly table: AtTable; readonly view: HopeView }) =>
  view.talks.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{isThePerson(table.reader) ? words.talks : words.talksOther}</h2>
      {view.talks.toReversed().map(({ note, on, talk }) => (
        <div class="rt-block" id={note.id}>
          <p class="govuk-body">
            <strong>
              {dateInWords(on)}: {answerInWords(talk.answer)}.
            </strong>{' '}
            <q class="rt-quote">{talk.says}</q> Written down by {nameFor(table.reader, table.state, note.by)}.
          </p>
          {talk.tried === undefined ? null : <p class="govuk-body-s">Tried before: {talk.tried}</p>}
          {talk.inTheWay === undefined ? null : (
            <p class="govuk-body-s">What got in the way: {talk.inTheWay}</p>
          )}
          {talk.trial === undefined ? null : (
            <p class="govuk-body-s">
              To try: {talk.trial.what}, until {dateInWords(talk.trial.until)}.
            </p>
          )}
        </div>
      ))}
    </section>
  )

const Doing = ({ table, view }: { readonly table: AtTable; readonly view: HopeView }) => {
  const mine = isThePerson(table.reader)
  const hope = hopesPath(table.record, view.topic, 'say')
  const own = eyeOf(table.state, table.reader.party) === 'person'
  const maySomething = maySayHope(table) || maySayPossible(table) || mayTalk(table)
  return maySomething ? (
    <ButtonGroup>
      {mayTalk(table) && (view.hoped.length > 0 || view.possible.length > 0) ? (
        <ButtonLink
          class={isWaiting(view) ? undefined : 'govuk-button--secondary'}
          href={hopesPath(table.record, view.topic, 'talk')}
        >
          {words.talk}
        </ButtonLink>
      ) : null}
      {maySayHope(table) ? (
        <ButtonLink class={isWaiting(view) ? 'govuk-button--secondary' : undefined} href={hope}>
          {own ? words.sayHope : words.typeHope(table.state.person.name)}
        </ButtonLink>
      ) : null}
      {maySayPossible(table) && !mine ? (
        <ButtonLink class="govuk-button--secondary" href={hopesPath(table.record, view.topic, 'possible')}>
          {words.sayPossible}
        </ButtonLink>
      ) : null}
    </ButtonGroup>
  ) : null
}

/** One part of life: now, hoped for, thought possible and agreed, side by side; and the talk that is offered. */
export const HopePage = ({ table, view }: { readonly table: AtTable; readonly view: HopeView }) => {
  const mine = isThePerson(table.reader)
  const { name } = table.state.person
  const next = nextSays(table, view)
  const levels = levelsNow(table.state, view)
  return (
    <Frame title={TOPIC_WORDS[view.topic]} caption={words.title}>
      <EasySwitch path={hopesPath(table.record, view.topic)} easy={false} />
      <Ladder {...levels} />
      {next === undefined ? null : <InsetText>{next}</InsetText>}
      <Doing table={table} view={view} />
      <div class="rt-voices rt-voices--two">
        <Card
          table={table}
          id="now"
          title={words.now}
          edge="person"
          voices={view.now}
          none={words.nobodyNow}
        />
        <Card
          table={table}
          id="hoped"
          title={mine ? words.hoped : words.hopedOther(name)}
          edge="person"
          voices={view.hoped}
          none={mine ? words.nobodyHoped : words.nobodyHopedOther}
        />
        <Card
          table={table}
          id="possible"
          title={words.possible}
          edge="professional"
          voices={view.possible}
          none={words.nobodyPossible}
        />
        <Agreed table={table} goals={view.agreed} />
      </div>
      <p class="govuk-body">{mine ? words.money : words.moneyOther}</p>
      <Talks table={table} view={view} />
      <BuildsHere table={table} view={view} />
      {mayDo(table, 'conversation', 'read') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={recordPath(table.record, 'conversation', view.topic)}>
            {words.seeTopic}
          </a>
        </p>
      ) : null}
    </Frame>
  )
}
