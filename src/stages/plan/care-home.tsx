import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type AtTable, disputePath, mayDo, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { questionOf } from '../../table/questions.ts'
import { nameWithin } from '../../table/reader.ts'
import { Cites, Reasons } from '../../table/reasons.tsx'
import { type CareHomeView, type OnTopView, type PlaceView, hasChoice, openOnTop } from './care-home-view.ts'
import { FREE_WORDS, SUITS_WORDS, words } from './care-home-words.ts'

type Props = { readonly table: AtTable; readonly view: CareHomeView }

export const careHomePath = ({ record }: AtTable, ...parts: readonly string[]): string =>
  recordPath(record, 'plan', 'care-home', ...parts)

const Pays = ({ table, view: { pays } }: Props) => (
  <section>
    <h2 class="govuk-heading-m">{words.pays}</h2>
    {pays.kind === 'known' ? (
      <>
        <p class="rt-sum">
          <strong class="rt-sum__figure--s">{inWords(pays.value)}</strong> {words.aWeek}
        </p>
        <Reasons table={table} steps={pays.because} />
      </>
    ) : (
      <p class="govuk-body">
        {words.unknown}{' '}
        {pays.kind === 'needs' ? pays.facts.map((fact) => questionOf(fact, table.state)).join(' ') : ''}
      </p>
    )}
  </section>
)

const Choice = ({ view }: { readonly view: CareHomeView }) => {
  const places = view.places.filter(({ isChoice }) => isChoice)
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{places.length > 0 ? words.choice : words.noChoice}</h2>
      <p class="govuk-body">
        {places.length > 0
          ? `${words.choiceSays} ${places.map((place) => place.view.option.what).join('; ')}.`
          : words.noChoiceSays}
      </p>
    </section>
  )
}

const Wrong = ({
  table,
  note,
  of,
}: {
  readonly table: AtTable
  readonly note: string
  readonly of: string
}) =>
  mayDo(table, 'plan', 'dispute') && mayDo(table, 'conversation', 'dispute') ? (
    <>
      {' '}
      <a class="govuk-link rt-no-print" href={disputePath(table.record, note)}>
        {words.wrong}
        <span class="govuk-visually-hidden">: {of}</span>
      </a>
    </>
  ) : null

const Agreement = ({ table, agreed }: { readonly table: AtTable; readonly agreed: OnTopView }) => {
  const { note, told, ended, late, byPerson } = agreed
  const row = (key: string, value: string) => (value === '' ? null : { key, value })
  return (
    <>
      <h4 class="govuk-heading-s govuk-!-margin-bottom-2">
        {words.onTop}: {inWords(told.sum)} {words.aWeek}{' '}
        {late ? <Tag class="govuk-tag--red">{words.late}</Tag> : null}
      </h4>
      <SummaryList
        rows={[
          row(words.payer, told.payer),
          row(words.from, dateInWords(told.from)),
          ended === undefined
            ? row(words.again, `${dateInWords(told.again)}${late ? `. ${words.lateSays}` : ''}`)
            : row(words.ended, `${dateInWords(ended.told.day)}. ${ended.told.says}`),
          row(words.told, told.told),
          row(words.stops, told.stops),
          row(words.why, told.why),
        ]}
      />
      {byPerson ? (
        <p class="govuk-body">
          {words.byPerson} Rule: <Cites cites={['CA s30']} />
        </p>
      ) : null}
      {ended === undefined ? (
        <p class="govuk-body">
          {words.duty} Rule: <Cites cites={['CA s18(1)']} />
        </p>
      ) : null}
      <p class="govuk-body-s">
        Written down by {nameWithin(table.reader, table.state, note.by)}, {dateInWords(dayOfWhen(note.on))}.
        <Wrong table={table} note={note.id} of="what is paid on top" />
      </p>
    </>
  )
}

/** `Within what the council pays`, or by how much it is more. */
const costOf = ({ weekly, beyond }: PlaceView): string => {
  if (weekly === undefined) return words.noPrice
  const sum = `${inWords(weekly)} ${words.aWeek}`
  if (beyond === undefined) return sum
  return beyond <= 0 ? `${sum}. ${words.within}` : `${sum}. ${inWords(beyond)} ${words.beyond}`
}

const Place = ({ table, place }: { readonly table: AtTable; readonly place: PlaceView }) => {
  const { view, onTop } = place
  const told = place.place?.told
  const note = place.place?.note
  return (
    <li class="rt-line">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{view.option.what}</h3>
      <p class="govuk-body">{costOf(place)}.</p>
      {told === undefined || note === undefined ? (
        <p class="govuk-body">{words.notAsked}</p>
      ) : (
        <p class="govuk-body">
          {words.asked} {dateInWords(told.day)}: {FREE_WORDS[told.free]}. {SUITS_WORDS[told.suits]}.{' '}
          {told.says === '' ? null : `“${told.says}”`} Written down by{' '}
          {nameWithin(table.reader, table.state, note.by)}.
          <Wrong table={table} note={note.id} of={view.option.what} />
        </p>
      )}
      {view.answer === undefined ? null : (
        <p class="govuk-body">
          {view.answer.outcome === 'accepted' ? 'Accepted' : 'Not accepted'}: {view.answer.why}
        </p>
      )}
      {onTop.map((agreed) => (
        <Agreement table={table} agreed={agreed} />
      ))}
    </li>
  )
}

const Tasks = ({ table, view }: Props) => (
  <div class="govuk-button-group rt-no-print">
    {mayDo(table, 'plan', 'say') && view.places.length > 0 ? (
      <ButtonLink href={careHomePath(table, 'place')}>{words.tell}</ButtonLink>
    ) : null}
    {mayDo(table, 'plan', 'decide') &&
    view.places.some(({ beyond }) => beyond !== undefined && beyond > 0) ? (
      <ButtonLink class="govuk-button--secondary" href={careHomePath(table, 'on-top')}>
        {words.agree}
      </ButtonLink>
    ) : null}
    {mayDo(table, 'plan', 'decide') && openOnTop(view).length > 0 ? (
      <ButtonLink class="govuk-button--secondary" href={careHomePath(table, 'on-top-ended')}>
        {words.end}
      </ButtonLink>
    ) : null}
  </div>
)

/** Each home with its price held against what the council pays: the same page for both chairs. */
export const CareHomePage = ({ table, view }: Props) => (
  <Frame title={words.title}>
    <p class="govuk-body-l">{words.intro}</p>
    {view.places.length === 0 ? (
      <p class="govuk-body">{words.none}</p>
    ) : (
      <>
        <Pays table={table} view={view} />
        <Choice view={view} />
        <Tasks table={table} view={view} />
        <h2 class="govuk-heading-m">Each care home</h2>
        <ul class="rt-lines">
          {view.places.map((place) => (
            <Place table={table} place={place} />
          ))}
        </ul>
        {hasChoice(view) && openOnTop(view).length === 0 ? null : (
          <p class="govuk-body">
            {words.rules} Rule: <Cites cites={['CA s30']} />
          </p>
        )}
      </>
    )}
  </Frame>
)

/** Beside the ways to meet needs, where a care home is one of them: nobody else needs to think of it. */
export const CareHomeLink = ({ table }: { readonly table: AtTable }) =>
  all(table.state, 'option').some(({ form }) => form === 'care-home') ? (
    <p class="govuk-body rt-no-print">
      <a class="govuk-link" href={careHomePath(table)}>
        {words.link}
      </a>
    </p>
  ) : null
