import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { AtStage } from '../../table/at-stage.tsx'
import { type AtTable, mayAdd, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { isPersonsSide } from '../../table/findings-view.ts'
import { isThePerson, nameFor, nameWithin, possessive } from '../../table/reader.ts'
import { DisputedMark } from '../../table/standing-dispute.tsx'
import { OptionCard } from './option-card.tsx'
import { CareHomeLink } from './care-home.tsx'
import { Near } from './option-near.tsx'
import { type NeedView, type OptionView, sumInWords } from './view-options.ts'
import { EFFECT_WORDS, EFFECT_WORDS_OTHER, likedInWords, words } from './words-options.ts'

/** `Getting out, and back to the pool`; a carer’s own need says whose it is. */
function nameOf(table: AtTable, { need, place }: NeedView): string {
  if (need === undefined) return `${words.unread} (${place})`
  if (need.of === undefined) return need.text
  return `${nameFor(table.reader, table.state, need.of)}: ${need.text}`
}

const costWords = ({ cost }: OptionView): string => {
  if (cost.kind !== 'known') return words.noPrice
  const { weekly, once } = cost.value
  if (once !== undefined) return once === 0 ? words.noCost : `${inWords(once)} ${words.once}`
  return weekly === 0 ? words.noCost : inWords(weekly)
}

const yearWords = ({ cost }: OptionView): string =>
  cost.kind === 'known' && cost.value.once === undefined ? inWords(cost.value.yearly) : '–'

const answerWordsOf = ({ answer, clock }: OptionView): string =>
  answer === undefined
    ? (clock?.says ?? 'No answer yet')
    : answer.outcome === 'accepted'
      ? words.accepted
      : words.refused

/** The same as the cards, for those who would rather compare in rows; on paper the cards say it all. */
const AsTable = ({ table, view }: { readonly table: AtTable; readonly view: NeedView }) => (
  <Details
    class="rt-no-print"
    summary={
      <>
        {words.asTable}
        <span class="govuk-visually-hidden">: {nameOf(table, view)}</span>
      </>
    }
  >
    <Table
      stacks
      caption={<span class="govuk-visually-hidden">{nameOf(table, view)}</span>}
      firstCellIsHeader
      head={[
        'Way',
        'How much',
        { text: 'A week', numeric: true },
        { text: 'A year', numeric: true },
        'What it does',
        'Liked',
        'Proposed by',
        'Answer',
      ]}
      rows={view.options.map((option) => [
        option.option.what,
        sumInWords(option.option),
        { text: costWords(option), numeric: true },
        { text: yearWords(option), numeric: true },
        (isThePerson(table.reader) ? EFFECT_WORDS : EFFECT_WORDS_OTHER)[option.option.effect],
        option.liked === undefined ? 'Nobody has said' : likedInWords(option.liked),
        nameFor(table.reader, table.state, option.option['proposed-by']),
        answerWordsOf(option),
      ])}
    />
  </Details>
)

const Links = ({
  table,
  view,
  id,
}: {
  readonly table: AtTable
  readonly view: NeedView
  readonly id: string
}) => {
  if (!mayAdd(table, 'option')) return null
  const query = `?${new URLSearchParams({ need: view.id }).toString()}`
  const about = <span class="govuk-visually-hidden">: {nameOf(table, view)}</span>
  const mayRank =
    isPersonsSide(table.reader) ||
    table.reader.relationships.some((way) => way === 'worker' || way === 'manager')
  return (
    <p class="govuk-body rt-no-print" id={`${id}-links`}>
      <a class="govuk-link" href={`${recordPath(table.record, 'plan', 'options', 'new')}${query}`}>
        {isPersonsSide(table.reader) ? words.addOwn : words.add}
        {about}
      </a>
      {view.options.length === 0 || !mayRank ? null : (
        <>
          {' · '}
          <a class="govuk-link" href={`${recordPath(table.record, 'plan', 'options', 'liked')}${query}`}>
            {isPersonsSide(table.reader) ? words.rank : words.rankOther}
            {about}
          </a>
        </>
      )}
    </p>
  )
}

const Goals = ({ table, view }: { readonly table: AtTable; readonly view: NeedView }) => (
  <>
    {view.goals.map((goal) => (
      <p class="govuk-body">
        {words.goal}: “{goal.words}”
      </p>
    ))}
    {view.need === undefined ? null : (
      <p class="govuk-body-s">
        {view.need.topics.map((topic) => TOPIC_WORDS[topic]).join(' · ')}
        {', found '}
        {dateInWords(dayOfWhen(view.need.on))}
        {table.state.disputes.some(({ open, of }) => open && of?.id === view.id) ? (
          <>
            {' '}
            <DisputedMark />
          </>
        ) : null}
      </p>
    )}
  </>
)

type OneProps = { readonly table: AtTable; readonly view: NeedView; readonly index: number }

const OneNeed = ({ table, view, index }: OneProps) => {
  const id = `need-${index + 1}`
  return (
    <section aria-labelledby={id} class="rt-block">
      <h2 class="govuk-heading-l" id={id}>
        {nameOf(table, view)}
      </h2>
      <Goals table={table} view={view} />
      {view.options.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      {view.options.length === 0 ? null : (
        <div class="rt-cards">
          {view.options.map((option) => (
            <OptionCard table={table} view={option} within={id} />
          ))}
        </div>
      )}
      {view.options.length === 1 ? <p class="govuk-body">{words.one}</p> : null}
      {view.options.length === 0 ? null : <AsTable table={table} view={view} />}
      <Near table={table} view={view} name={nameOf(table, view)} />
      <Links table={table} view={view} id={id} />
    </section>
  )
}

const Contents = ({ table, views }: { readonly table: AtTable; readonly views: readonly NeedView[] }) =>
  views.length < 2 ? null : (
    <nav aria-label="Needs on this page" class="rt-no-print govuk-!-margin-bottom-8">
      <ul class="govuk-list">
        {views.map((view, index) => (
          <li>
            <a class="govuk-link" href={`#need-${index + 1}`}>
              {nameOf(table, view)}
            </a>
            {`: ${view.options.length} ${view.options.length === 1 ? 'way' : 'ways'}`}
          </li>
        ))}
      </ul>
    </nav>
  )

/** Every need with the ways to meet it, side by side. */
export const Options = ({
  table,
  views,
}: {
  readonly table: AtTable
  readonly views: readonly NeedView[]
}) => {
  const now = views.filter(({ isOld }) => !isOld)
  const old = views.filter(({ isOld }) => isOld)
  const whose = possessive(table.reader, table.state, table.state.person.id)
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{isThePerson(table.reader) ? words.intro : words.introOther}</p>
      <AtStage table={table} stage="plan" />
      <p class="govuk-body rt-no-print">
        <a class="govuk-link" href={recordPath(table.record, 'plan')}>
          {words.plan}
        </a>
      </p>
      <CareHomeLink table={table} />
      {views.length === 0 ? <p class="govuk-body">{words.noNeeds}</p> : null}
      <Contents table={table} views={views} />
      {now.map((view, index) => (
        <OneNeed table={table} view={view} index={index} />
      ))}
      {old.length === 0 ? null : (
        <Details summary={words.before}>
          {old.map((view, index) => (
            <OneNeed table={table} view={view} index={now.length + index} />
          ))}
        </Details>
      )}
      {all(table.state, 'option').length === 0 ? null : (
        <p class="govuk-body-s">
          What each way does to{' '}
          {whose === 'your'
            ? 'what you can do'
            : `what ${nameWithin(table.reader, table.state, table.state.person.id)} can do`}{' '}
          is the view of whoever put it on the table.
        </p>
      )}
    </Frame>
  )
}
