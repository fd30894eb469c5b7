import { dateInWords } from '../../domain/dates/plain-date.ts'
import { dayOfWhen } from '../../record/values.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { AskDay, AskOne, AskWords, Asked, type Filling, choicesOf } from '../../table/asks.tsx'
import { type AtTable, disputePath, mayDo, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { nameFor } from '../../table/reader.ts'
import { Cites } from '../../table/reasons.tsx'
import { type AskedOne, type Search, openAskings, searchInWords, searches, subjects } from './search-view.ts'
import { ANSWER_WORDS, STANDING_WORDS, answerWords, askWords, words } from './search-words.ts'

type Props = { readonly table: AtTable }

const daysInWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

function answerOf({ answer, later, waits }: AskedOne): string {
  if (waits !== undefined)
    return waits === 0 ? ANSWER_WORDS.waiting : `${ANSWER_WORDS.waiting}, ${daysInWords(waits)}`
  return later === undefined
    ? ANSWER_WORDS[answer]
    : `${ANSWER_WORDS[answer]}, ${dateInWords(later.answering.day)}`
}

const saidBy = ({ asking, later }: AskedOne): readonly string[] =>
  [asking.said, later?.answering.said ?? ''].filter((said) => said !== '')

const Writer = ({ table, one }: Props & { readonly one: AskedOne }) => {
  const note = one.later?.note ?? one.note
  return (
    <>
      {nameFor(table.reader, table.state, note.by)}, {dateInWords(dayOfWhen(note.on))}
      {mayDo(table, 'plan', 'dispute') && mayDo(table, 'conversation', 'dispute') ? (
        <>
          {'. '}
          <a class="govuk-link rt-no-print" href={disputePath(table.record, note.id)}>
            {words.wrong}
            <span class="govuk-visually-hidden">: what is said of {one.asking.who}</span>
          </a>
        </>
      ) : null}
    </>
  )
}

const Everyone = ({ table, search }: Props & { readonly search: Search }) =>
  search.asked.length === 0 ? null : (
    <Table
      stacks
      firstCellIsHeader
      caption={<span class="govuk-visually-hidden">Who was asked: {search.what}</span>}
      head={[words.who, words.when, words.answer, words.said, words.writtenBy]}
      rows={search.asked.map((one) => [
        one.asking.who,
        dateInWords(one.asking.day),
        answerOf(one),
        saidBy(one).length === 0
          ? words.noWords
          : saidBy(one)
              .map((said) => `“${said}”`)
              .join(' '),
        <Writer table={table} one={one} />,
      ])}
    />
  )

/** What happens until somebody is found; that nobody has said so is said as plainly. */
const Meanwhile = ({ search: { meanwhile, standing } }: { readonly search: Search }) => {
  if (standing === 'started' || standing === 'found') return null
  return meanwhile === undefined ? (
    <p class="govuk-body">
      {words.noMeanwhile} {words.duty} Rule: <Cites cites={['CA s18(1)']} />
    </p>
  ) : (
    <p class="govuk-body">
      {words.meanwhile} “{meanwhile}”
    </p>
  )
}

const One = ({ table, search }: Props & { readonly search: Search }) => {
  const { says, look } = STANDING_WORDS[search.standing]
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m govuk-!-margin-bottom-2">{search.what}</h2>
      <p class="govuk-body govuk-!-margin-bottom-2">
        <Tag class={look}>{says}</Tag>
      </p>
      <p class="govuk-body">{searchInWords(table.state, search)}</p>
      <Meanwhile search={search} />
      <Everyone table={table} search={search} />
    </section>
  )
}

/** Everything that somebody is looked for: the same page for both chairs. */
export const SearchPage = ({ table }: Props) => {
  const all = searches(table.state)
  const path = (part: string) => recordPath(table.record, 'support', 'search', part)
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{words.intro}</p>
      {all.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      {mayDo(table, 'plan', 'say') && subjects(table.state).length > 0 ? (
        <div class="govuk-button-group rt-no-print">
          <ButtonLink href={path('asked')}>{words.add}</ButtonLink>
          {openAskings(table.state).length === 0 ? null : (
            <ButtonLink class="govuk-button--secondary" href={path('answer')}>
              {words.addAnswer}
            </ButtonLink>
          )}
        </div>
      ) : null}
      {all.map((search) => (
        <One table={table} search={search} />
      ))}
    </Frame>
  )
}

/** How one that was looked for already stands, beside its name. */
const hintOf = ({ asked }: Search): string | undefined =>
  asked.length === 0 ? undefined : `Asked so far: ${asked.map(({ asking }) => asking.who).join(', ')}`

export const AskedForm = (filling: Filling) => {
  const all = subjects(filling.visit.ctx.state).filter(({ standing }) => standing !== 'started')
  return (
    <Frame title={askWords.title} errors={filling.errors}>
      <p class="govuk-body">{askWords.intro}</p>
      {all.length === 0 ? (
        <p class="govuk-body">{askWords.nothing}</p>
      ) : (
        <Asked visit={filling.visit} button={askWords.keep}>
          <AskOne
            {...filling}
            name="search"
            says={askWords.search}
            of={all.map((search) => ({ value: search.key, text: search.what, hint: hintOf(search) }))}
          />
          <AskWords {...filling} name="who" says={askWords.who} hint={askWords.whoHint} rows={1} />
          <AskDay {...filling} name="day" says={askWords.day} hint={askWords.dayHint} />
          <AskOne {...filling} name="answer" says={askWords.answer} of={choicesOf(ANSWER_WORDS)} />
          <AskWords {...filling} name="said" says={askWords.said} hint={askWords.saidHint} />
          <AskWords {...filling} name="meanwhile" says={askWords.meanwhile} hint={askWords.meanwhileHint} />
        </Asked>
      )}
    </Frame>
  )
}

export const AnsweredForm = (filling: Filling) => {
  const open = openAskings(filling.visit.ctx.state)
  return (
    <Frame title={answerWords.title} errors={filling.errors}>
      {open.length === 0 ? (
        <p class="govuk-body">{answerWords.nothing}</p>
      ) : (
        <Asked visit={filling.visit} button={answerWords.keep}>
          <AskOne
            {...filling}
            name="asking"
            says={answerWords.asking}
            of={open.map(({ search, one }) => ({
              value: one.note.id,
              text: one.asking.who,
              hint: `Asked on ${dateInWords(one.asking.day)}: ${search.what}`,
            }))}
          />
          <AskOne
            {...filling}
            name="answer"
            says={askWords.answer}
            of={[
              { value: 'yes', text: ANSWER_WORDS.yes },
              { value: 'no', text: ANSWER_WORDS.no },
            ]}
          />
          <AskDay {...filling} name="day" says={askWords.day} hint={askWords.dayHint} />
          <AskWords {...filling} name="said" says={askWords.said} hint={askWords.saidHint} />
        </Asked>
      )}
    </Frame>
  )
}
