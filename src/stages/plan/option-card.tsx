import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { dayOfWhen } from '../../record/values.ts'
import { openDisputesOf } from '../../record/state.ts'
import { FORM_WORDS } from '../../domain/allocation/support.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type AtTable, disputePath, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { isThePerson, nameFor, nameWithin, verb } from '../../table/reader.ts'
import { Reasons } from '../../table/reasons.tsx'
import { shortened } from '../../table/said.tsx'
import { DisputedMark } from '../../table/standing-dispute.tsx'
import { mayPrice } from './decide-option.ts'
import { type OptionView, sumInWords } from './view-options.ts'
import {
  EFFECT_WORDS,
  EFFECT_WORDS_OTHER,
  GROUND_WORDS,
  capital,
  likedInWords,
  words,
} from './words-options.ts'

/** A colour only helps to find the words. */
const EFFECT_LOOK = {
  builds: 'govuk-tag--green',
  keeps: 'govuk-tag--grey',
  erodes: 'govuk-tag--yellow',
} as const

/** The figure that is compared, what it comes to in a year, and how it is made. */
const Cost = ({ table, view }: { readonly table: AtTable; readonly view: OptionView }) => {
  const { cost, option } = view
  if (cost.kind !== 'known') {
    return (
      <>
        <p class="rt-sum">
          <strong>{words.noPrice}</strong>
        </p>
        <p class="govuk-body-s">
          {sumInWords(option)}. {view.theirs ? words.priceAsked : null}
        </p>
      </>
    )
  }
  const { weekly, yearly, once } = cost.value
  const free = once === undefined ? weekly === 0 : once === 0
  return (
    <>
      <p class="rt-sum">
        <strong class="rt-sum__figure--s">{free ? words.noCost : inWords(once ?? weekly)}</strong>{' '}
        {free ? null : once === undefined ? words.aWeek : words.once}
      </p>
      {free ? null : (
        <p class="govuk-body-s">
          {sumInWords(option)}
          {once === undefined ? ` · ${inWords(yearly)} a year` : null}
        </p>
      )}
      <Details
        summary={
          <>
            {words.workedOut}
            <span class="govuk-visually-hidden">: {shortened(option.what, 40)}</span>
          </>
        }
      >
        <Reasons table={table} steps={cost.because} />
      </Details>
    </>
  )
}

/** Who likes it how much, and who put it on the table. */
const Voices = ({ table, view }: { readonly table: AtTable; readonly view: OptionView }) => {
  const { reader, state } = table
  const { option } = view
  const by = option['proposed-by']
  const person = state.person.id
  return (
    <p class="govuk-body-s">
      {view.liked === undefined
        ? `${nameFor(reader, state, person)} ${verb(reader, person, 'has', 'have')} not said how much ${verb(reader, person, 'they like', 'you like')} it.`
        : `Liked: ${likedInWords(view.liked)}, by ${nameWithin(reader, state, person)}.`}{' '}
      {`${nameFor(reader, state, by)} proposed it on ${dateInWords(dayOfWhen(option.on))}.`}
    </p>
  )
}

const Answered = ({ table, view }: { readonly table: AtTable; readonly view: OptionView }) => {
  const { answer, clock } = view
  if (answer === undefined) {
    return clock === undefined ? null : (
      <p class={clock.late > 0 ? 'rt-notice rt-notice--missing' : 'rt-notice'}>{clock.says}</p>
    )
  }
  return (
    <div class="rt-block">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{answer.outcome === 'accepted' ? words.accepted : words.refused}</strong>
        {`, ${dateInWords(dayOfWhen(answer.on))}, by ${nameWithin(table.reader, table.state, answer.by)}.`}
      </p>
      <p class="govuk-body-s">
        {answer.ground === undefined ? null : `${GROUND_WORDS[answer.ground]}. `}
        {answer.why.trim() === '' ? 'No reason was given.' : answer.why}
      </p>
    </div>
  )
}

const Actions = ({ table, view }: { readonly table: AtTable; readonly view: OptionView }) => {
  const { option, answer } = view
  const at = (last: string) => recordPath(table.record, 'plan', 'options', option.id, last)
  const about = <span class="govuk-visually-hidden">: {shortened(option.what, 40)}</span>
  const mayAnswer = answer === undefined && mayAdd(table, 'option-answered')
  const pricing =
    answer === undefined &&
    mayAdd(table, 'option') &&
    mayPrice(option, table.reader.party, mayDo(table, 'plan', 'judge'))
  const mayDispute = mayDo(table, 'conversation', 'dispute') && mayDo(table, 'plan', 'dispute')
  if (!mayAnswer && !pricing && !mayDispute) return null
  return (
    <ul class="govuk-list govuk-!-font-size-16 rt-no-print">
      {mayAnswer ? (
        <li>
          <a class="govuk-link" href={at('answer')}>
            {words.answer}
            {about}
          </a>
        </li>
      ) : null}
      {pricing ? (
        <li>
          <a class="govuk-link" href={at('price')}>
            {view.cost.kind === 'known' ? 'Change the price' : words.price}
            {about}
          </a>
        </li>
      ) : null}
      {mayDispute ? (
        <li>
          <a class="govuk-link" href={disputePath(table.record, option.id)}>
            {words.wrong}
            {about}
          </a>
        </li>
      ) : null}
    </ul>
  )
}

type CardProps = {
  readonly table: AtTable
  readonly view: OptionView
  readonly within: string
  /** the level of its heading, one below what it stands under; 2 on a page about it alone, which leads nowhere else */
  readonly level?: 2 | 3
}

/** One way to meet a need: what it does, what it is, what it costs, who likes it, and what the council said. */
export const OptionCard = ({ table, view, within, level = 3 }: CardProps) => {
  const { option } = view
  const effects = isThePerson(table.reader) ? EFFECT_WORDS : EFFECT_WORDS_OTHER
  const disputed = openDisputesOf(table.state, option.id).length > 0
  const title = `${within}-${option.id}`
  const Heading: 'h2' | 'h3' = `h${level}`
  return (
    <article class={view.liked === 1 ? 'rt-card rt-card--chosen' : 'rt-card'} aria-labelledby={title}>
      <p class="rt-line__marks">
        <Tag class={EFFECT_LOOK[option.effect]}>{effects[option.effect]}</Tag>
        {view.liked === 1 ? <Tag class="govuk-tag--blue">{words.mostLiked}</Tag> : null}
        {disputed ? <DisputedMark /> : null}
      </p>
      <Heading class="rt-card__title" id={title}>
        {option.what.trim() === '' ? 'Nobody has said what it is' : option.what}
      </Heading>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {capital(
          option.form === 'own-idea' && !isThePerson(table.reader)
            ? 'an idea of their own'
            : FORM_WORDS[option.form],
        )}
      </p>
      <Cost table={table} view={view} />
      <Answered table={table} view={view} />
      <Voices table={table} view={view} />
      {option.note === undefined || option.note === '' ? null : (
        <p class="govuk-body-s">Note: {option.note}</p>
      )}
      {level === 2 ? null : <Actions table={table} view={view} />}
    </article>
  )
}
