import { dated } from '../../domain/checks/clocks.ts'
import { inList } from '../../domain/checks/telling.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { FindingsOf } from '../../table/findings.tsx'
import { Frame } from '../../table/frame.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { isThePerson, nameFor, nameWithin } from '../../table/reader.ts'
import { type Event, type Matter, keptIn, matters } from './view.ts'
import { EVENT_WORDS, words } from './words.ts'

type Props = { readonly table: AtTable }

/** Whoever raised a concern and reads no more than that is told nothing of what came of it: neither done nor undone. */
export const seesAll = (table: AtTable): boolean => mayDo(table, 'safeguarding', 'read')
export const mayGoOn = (table: AtTable): boolean =>
  mayAdd(table, 'safeguarding') && mayDo(table, 'safeguarding', 'judge')

/** That it is kept from somebody, on what ground and why, for those who may see it; never to those from whom it is kept. */
const Kept = ({ table, event }: Props & { readonly event: Event }) => {
  const { withheld } = event
  const { again } = keptIn(event)
  if (withheld === undefined) return null
  return (
    <p class="govuk-body-s">
      <Tag class="govuk-tag--grey">
        {words.kept} {inList(withheld.from.map((party) => nameWithin(table.reader, table.state, party)))}
      </Tag>{' '}
      {withheld.exemption}. {withheld.why}
      {again === undefined ? null : ` Looked at again: ${again}`}{' '}
      {mayGoOn(table) ? (
        <a class="govuk-link rt-no-print" href={recordPath(table.record, 'safety', 'show', event.id)}>
          {words.show}
          <span class="govuk-visually-hidden">
            : {EVENT_WORDS[event.event]}, {dated(event)}
          </span>
        </a>
      ) : null}
    </p>
  )
}

const EventItem = ({ table, event }: Props & { readonly event: Event }) => {
  const { reader, state } = table
  return (
    <li id={event.id}>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{EVENT_WORDS[event.event]}</strong>, {dated(event)}, {nameFor(reader, state, event.by)}
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">{event.about}</p>
      {keptIn(event).says === '' ? null : <p class="govuk-body-s">{keptIn(event).says}</p>}
      {event.why === undefined || event.why === '' ? null : <p class="govuk-body">Why: {event.why}</p>}
      <Kept table={table} event={event} />
    </li>
  )
}

const Wants = ({ table, matter }: Props & { readonly matter: Matter }) => (
  <>
    <h3 class="govuk-heading-s">
      {table.reader.party === table.state.person.id ? words.wantsYou : words.wants}
    </h3>
    {matter.wants.length === 0 ? (
      <p class="govuk-body">
        <Tag class="govuk-tag--yellow">Not asked yet</Tag> {words.notAsked}
      </p>
    ) : (
      matter.wants.map((event) => (
        <blockquote class="rt-block">
          <p class="govuk-body govuk-!-margin-bottom-1">“{event.wants}”</p>
          <p class="govuk-body-s govuk-!-margin-bottom-0">{dated(event)}</p>
        </blockquote>
      ))
    )}
  </>
)

const MatterItem = ({ table, matter }: Props & { readonly matter: Matter }) => {
  const { clock, took, closed, first, events } = matter
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">
        {first.event === 'concern' ? 'A concern' : EVENT_WORDS[first.event]}, {dated(first)}{' '}
        {seesAll(table) ? (
          <Tag class={closed ? 'govuk-tag--grey' : 'govuk-tag--blue'}>{closed ? 'Closed' : 'Open'}</Tag>
        ) : null}
      </h2>
      <Wants table={table} matter={matter} />
      <h3 class="govuk-heading-s">What has happened</h3>
      <ul class="govuk-list govuk-list--spaced">
        {events.map((event) => (
          <EventItem table={table} event={event} />
        ))}
      </ul>
      {seesAll(table) ? null : <p class="govuk-body">{words.ownOnly}</p>}
      {clock === undefined || !seesAll(table) ? null : (
        <p class="govuk-body">
          <Tag class={clock.late > 0 ? 'govuk-tag--red' : 'govuk-tag--yellow'}>
            {clock.late > 0 ? 'Late' : 'Waiting'}
          </Tag>{' '}
          {clock.says}
        </p>
      )}
      {took === undefined || !seesAll(table) ? null : <p class="govuk-body-s">{took}</p>}
      {!closed && mayGoOn(table) ? (
        <ButtonLink
          class="govuk-button--secondary"
          href={recordPath(table.record, 'safety', first.id, 'next')}
        >
          {words.go}
          <span class="govuk-visually-hidden">: the matter of {dated(first)}</span>
        </ButtonLink>
      ) : null}
    </section>
  )
}

/** That something is kept from the reader, and on what ground: never silence. */
const KeptFromReader = ({ table }: Props) =>
  table.withheld.length === 0 ? null : (
    <InsetText>
      Something in this record is not shown to you.{' '}
      {table.withheld.map(({ on, exemption }) => `Since ${dateInWords(on)}: ${exemption}. `)}
    </InsetText>
  )

/** Concerns, what the person wants to happen, and what came of each. */
export const SafetyPage = ({ table }: Props) => {
  const each = matters(table.state)
  const mayRaise = mayAdd(table, 'safeguarding')
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">
        {isThePerson(table.reader) ? words.introYou : words.intro(table.state.person.name)}
      </p>
      <p class="govuk-body">
        <strong>{words.danger}</strong>
      </p>
      <EasySwitch path={recordPath(table.record, 'safety')} easy={false} />
      <KeptFromReader table={table} />
      <FindingsOf table={table} at="safety" checks={['safeguarding-unasked']} />
      <LawHere step="safeguarding" />
      {each.length === 0 ? <p class="govuk-body">{seesAll(table) ? words.none : words.noneOwn}</p> : null}
      {each.map((matter) => (
        <MatterItem table={table} matter={matter} />
      ))}
      {mayRaise ? (
        <div class="govuk-button-group">
          <ButtonLink href={recordPath(table.record, 'safety', 'concern')}>{words.raise}</ButtonLink>
          {mayGoOn(table) ? (
            <ButtonLink class="govuk-button--secondary" href={recordPath(table.record, 'safety', 'said')}>
              {words.said}
            </ButtonLink>
          ) : null}
        </div>
      ) : mayDo(table, 'asking', 'say') ? (
        <ButtonLink class="govuk-button--secondary" href={recordPath(table.record, 'asking', 'ask')}>
          {words.tell}
        </ButtonLink>
      ) : null}
    </Frame>
  )
}
