import { dateInWords } from '../../domain/dates/plain-date.ts'
import { TOPIC_WORDS, isAdultOutcome, ADULT_OUTCOMES } from '../../domain/outcomes/topics.ts'
import { indicativeBudget } from '../../domain/allocation/built-up.ts'
import { inWords } from '../../domain/money/pence.ts'
import { allocationFacts } from '../../record/allocation-facts.ts'
import { mayPutRight } from '../../record/put-right.ts'
import type { Entry } from '../../record/entries.ts'
import { restingOn } from '../../record/resting.ts'
import { openDisputesOf } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Button, ButtonGroup, ButtonLink } from '../../platform/govuk/button.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Ladder } from '../../platform/govuk/pictures/ladder.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, mayDo, recordPath, disputePath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameFor, nameWithin, roleFor } from '../../table/reader.ts'
import { howSaid } from '../../table/said.tsx'
import { DisputeNote } from '../../table/standing-dispute.tsx'
import { WasItFollowed } from './advice-pages.tsx'
import { type TopicView, type Voice, amountSaid, isDone, isWorthAsking, levelInWords } from './view.ts'
import { mayTypeForOthers, speakersFor } from './say.tsx'
import { putRightWords } from './words-put-right.ts'
import { sayWords, words } from './words.ts'

type Props = { readonly visit: Visit<AtTable>; readonly view: TopicView }

const capital = (phrase: string): string => phrase.charAt(0).toUpperCase() + phrase.slice(1)

const edge = (voice: Voice, table: AtTable): string => {
  const role = table.state.parties.get(voice.party)?.role
  if (role === 'person' || role === 'attorney' || role === 'deputy' || role === 'advocate')
    return 'rt-voice--person'
  return role === 'carer' || role === 'family' || role === 'friend'
    ? 'rt-voice--close'
    : 'rt-voice--professional'
}

const Levels = ({ voice }: { readonly voice: Voice }) => {
  const { topic, level, hoped, possible } = voice.latest
  if (!isDone(topic)) return null
  if (level === undefined && hoped === undefined && possible === undefined) return null
  return (
    <>
      <Ladder now={level} hoped={hoped} possible={possible} />
      <ul class="rt-voice__levels">
        {level === undefined ? null : (
          <li>
            <strong>Now:</strong> {levelInWords(level)}
          </li>
        )}
        {hoped === undefined ? null : (
          <li>
            <strong>Hope:</strong> {levelInWords(hoped)}
          </li>
        )}
        {possible === undefined ? null : (
          <li>
            <strong>Thinks possible:</strong> {levelInWords(possible)}
          </li>
        )}
      </ul>
    </>
  )
}

/** What the same person said before; open where a part of it is disputed, so that the mark is not out of sight. */
const Earlier = ({ table, voice }: { readonly table: AtTable; readonly voice: Voice }) =>
  voice.earlier.length === 0 ? null : (
    <Details
      summary={`Said before (${voice.earlier.length})`}
      class="rt-voice__earlier"
      open={voice.earlier.some(({ id }) => openDisputesOf(table.state, id).length > 0)}
    >
      {voice.earlier.map((statement) => (
        <>
          <p class="govuk-body-s">
            {dateInWords(dayOfWhen(statement.on))}: <q>{statement.text}</q>
            {statement.level === undefined || !isDone(statement.topic)
              ? null
              : ` (${levelInWords(statement.level)})`}
          </p>
          {openDisputesOf(table.state, statement.id).map((dispute) => (
            <DisputeNote table={table} dispute={dispute} />
          ))}
        </>
      ))}
    </Details>
  )

/** For whoever said it or wrote it down, and the worker. */
const PutRight = ({ table, voice }: { readonly table: AtTable; readonly voice: Voice }) =>
  mayPutRight(voice.latest, table.reader.party, mayDo(table, 'conversation', 'judge')) ? (
    <a
      class="govuk-link rt-link--beside rt-link--whole"
      href={recordPath(table.record, 'conversation', 'put-right', voice.latest.id)}
    >
      {putRightWords.title}
      <span class="govuk-visually-hidden">
        : what {nameWithin(table.reader, table.state, voice.party)} said
      </span>
    </a>
  ) : null

const VoiceCard = ({ visit, voice }: { readonly visit: Visit<AtTable>; readonly voice: Voice }) => {
  const table = visit.ctx
  const { reader, state, record } = table
  const amount = amountSaid(voice.latest)
  return (
    <article
      class={`rt-voice ${edge(voice, table)}`}
      aria-labelledby={`voice-${voice.latest.id}`}
      id={voice.latest.id}
    >
      <h2 class="rt-voice__name" id={`voice-${voice.latest.id}`}>
        {nameFor(reader, state, voice.party)}
      </h2>
      <p class="rt-voice__how">
        {voice.party === reader.party ? null : `${capital(roleFor(reader, state, voice.party))}. `}
        {dateInWords(voice.day)}, {howSaid(reader, voice.latest, state)}
        {voice.stillRightOn === undefined
          ? null
          : `; looked at again ${dateInWords(voice.stillRightOn)}, still right`}
      </p>
      <blockquote class="rt-voice__words">{voice.latest.text}</blockquote>
      {voice.latest.note === undefined || voice.latest.note === '' ? null : (
        <p class="govuk-body-s">
          <strong>Note:</strong> {voice.latest.note}
        </p>
      )}
      {voice.latest.varies === undefined ? null : (
        <p class="govuk-body-s">
          <strong>How it changes:</strong> {voice.latest.varies}
        </p>
      )}
      <Levels voice={voice} />
      {amount === undefined ? null : <p class="govuk-body-s">{amount}</p>}
      {voice.help === undefined ? null : (
        <p class="govuk-body-s">
          <strong>Helps without pay:</strong> {voice.help.provides.replace(/\.?$/, '.')} Willing:{' '}
          {voice.help.willing ? 'yes' : 'no'}. Able: {voice.help.able ? 'yes' : 'no'}.
        </p>
      )}
      {voice.disputes.map((dispute) => (
        <DisputeNote table={table} dispute={dispute} />
      ))}
      <WasItFollowed table={table} statement={voice.latest} />
      <Earlier table={table} voice={voice} />
      {mayDo(table, 'conversation', 'dispute') ? (
        <p class="govuk-body-s rt-no-print">
          <a class="govuk-link" href={disputePath(record, voice.latest.id)}>
            {words.wrong}
            <span class="govuk-visually-hidden"> in what {nameWithin(reader, state, voice.party)} said</span>
          </a>
          <PutRight table={visit.ctx} voice={voice} />
        </p>
      ) : null}
    </article>
  )
}

const HopeAndPossible = ({ visit, view }: Props) => {
  if (view.hopeAndPossible === undefined) return null
  const { state, reader } = visit.ctx
  const mine = isThePerson(reader)
  return (
    <InsetText>
      {view.hopeAndPossible === 'hope-below'
        ? `Somebody thinks that more is possible than ${mine ? 'you hope' : `${state.person.name} hopes`} for. It is worth talking about. “I am content as I am” is a full answer.`
        : `${mine ? 'You hope' : `${state.person.name} hopes`} for more than somebody thinks possible. It is worth talking about what a try could look like.`}{' '}
      What {mine ? 'you hope' : 'a person hopes'} for never lowers the money.
    </InsetText>
  )
}

/** "We already know this: is it still right?" in place of the same question again. */
const StillRight = ({ visit, view }: Props) => {
  const { reader, state, record, head } = visit.ctx
  const own = view.voices.find((voice) => voice.party === reader.party && voice.disputes.length === 0)
  const say = recordPath(record, 'conversation', view.topic, 'say')
  const may = mayDo(visit.ctx, 'conversation', 'say')
  if (!may) return null
  if (own === undefined) {
    return (
      <>
        <ButtonGroup>
          <ButtonLink href={say}>{mayTypeForOthers(visit.ctx) ? sayWords.seen : words.sayYours}</ButtonLink>
        </ButtonGroup>
        <ForOthers visit={visit} view={view} />
      </>
    )
  }
  return (
    <section class="rt-still-right rt-no-print">
      <h2 class="govuk-heading-m">
        {isWorthAsking(own, state.on)
          ? words.stillRight(monthOf(own))
          : `You said this on ${dateInWords(own.day)}.`}
      </h2>
      <form method="post" action={recordPath(record, 'conversation', view.topic, 'still-right')} novalidate>
        <FormSeal visit={visit} head={head} />
        <input type="hidden" name="statement" value={own.latest.id} />
        <ButtonGroup>
          <Button>{words.yesStillRight}</Button>
          <ButtonLink class="govuk-button--secondary" href={say}>
            {words.changed}
          </ButtonLink>
        </ButtonGroup>
      </form>
      <ForOthers visit={visit} view={view} />
    </section>
  )
}

/** For members of staff: the people whose words they may type, each with a form of their own. */
const ForOthers = ({ visit, view }: Props) => {
  const table = visit.ctx
  if (!mayTypeForOthers(table)) return null
  return (
    <Details summary={words.addVoice} class="rt-no-print">
      <ul class="govuk-list">
        {speakersFor(table).map(({ id, name }) => (
          <li>
            <a
              class="govuk-link"
              href={`${recordPath(table.record, 'conversation', view.topic, 'say')}?for=${encodeURIComponent(id)}`}
            >
              {sayWords.forOther(name)}
            </a>{' '}
            ({roleFor(table.reader, table.state, id)})
          </li>
        ))}
      </ul>
    </Details>
  )
}

const monthOf = (voice: Voice): string =>
  dateInWords(voice.stillRightOn ?? voice.day)
    .split(' ')
    .slice(1)
    .join(' ')

const RESTING: Partial<Record<Entry['kind'], { readonly says: string; readonly room: string }>> = {
  need: { says: 'a need that was found', room: 'eligibility' },
  eligibility: { says: 'the decision on eligibility', room: 'eligibility' },
  'indicative-budget': { says: 'the indicative budget', room: 'budget' },
  option: { says: 'an option', room: '' },
  plan: { says: 'the plan', room: '' },
  'personal-budget': { says: 'the personal budget', room: 'budget' },
}

/** The lines of the indicative budget that rest on what was said here, with what they come to. */
const linesResting = ({ visit, view }: Props) => {
  if (!mayDo(visit.ctx, 'money', 'read')) return []
  const budget = indicativeBudget(visit.ctx.model, allocationFacts(visit.ctx.state))
  const said = new Set(view.voices.map(({ latest }) => latest.id))
  return budget.kind === 'known'
    ? budget.value.lines.filter(
        ({ kind, restsOn }) => kind !== 'contingency' && restsOn.some((id) => said.has(id)),
      )
    : []
}

const RestsOn = (props: Props) => {
  const { visit, view } = props
  const { state, record } = visit.ctx
  const resting = view.voices.flatMap(({ latest }) => restingOn(state, latest.id))
  const kinds = [...new Set(resting.map(({ kind }) => kind))].flatMap((kind) => {
    const found = RESTING[kind]
    return found === undefined ? [] : [found]
  })
  const links = [
    ...kinds.map(({ says, room }) => ({
      says,
      href: room === '' ? recordPath(record) : recordPath(record, room),
    })),
    ...linesResting(props).map(({ id, weekly }) => ({
      says: `${inWords(weekly)} a week of the money on the table`,
      href: `${recordPath(record, 'budget')}#${id}`,
    })),
  ]
  return (
    <p class="govuk-body">
      <strong>{words.restsOn}:</strong> {links.length === 0 ? words.nothingRests : null}
      {links.map(({ says, href }, index) => (
        <>
          {index === 0 ? '' : ' · '}
          <a class="govuk-link" href={href}>
            {says}
          </a>
        </>
      ))}
    </p>
  )
}

/** One part of daily life: every voice side by side on the ladder, and what may be done with it. */
export const Topic = ({ visit, view }: Props) => {
  const caption = isAdultOutcome(view.topic)
    ? `Conversation, ${ADULT_OUTCOMES.indexOf(view.topic) + 1} of ${ADULT_OUTCOMES.length}`
    : 'Conversation'
  return (
    <Frame title={TOPIC_WORDS[view.topic]} caption={caption}>
      <p class="govuk-body">{view.voices.length === 0 ? words.nobodySpoke : words.everyVoice}</p>
      {view.voices.length === 0 ? null : (
        <div class="rt-voices">
          {view.voices.map((voice) => (
            <VoiceCard visit={visit} voice={voice} />
          ))}
        </div>
      )}
      {view.differ ? (
        <p class="govuk-body">
          You do not all see the same place on the ladder. Both stand: nobody’s words overwrite another’s.
        </p>
      ) : null}
      <HopeAndPossible visit={visit} view={view} />
      <StillRight visit={visit} view={view} />
      {view.voices.length === 0 ? null : <RestsOn visit={visit} view={view} />}
    </Frame>
  )
}
