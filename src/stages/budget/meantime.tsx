import { isCouncils } from '../../domain/checks/whose.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { placeOf } from '../../record/access.ts'
import { dayOfWhen } from '../../record/values.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { errorAt, textOf } from '../../platform/web/form.ts'
import { AskDay, AskOne, AskWords, Asked, type Choices, type Filling, choicesOf } from '../../table/asks.tsx'
import { type AtTable, disputePath, mayDo, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { nameFor, nameWithin, roleFor } from '../../table/reader.ts'
import { Cites } from '../../table/reasons.tsx'
import { givenInWords } from './meantime-notes.ts'
import { type MeantimeView, meantimes, openMeantimes, placeOfMeantime } from './meantime-view.ts'
import { READERS, STANDING_WORDS, endWords, giveWords, words } from './meantime-words.ts'

type Props = { readonly table: AtTable }
type OneProps = Props & { readonly view: MeantimeView }

const path = ({ record }: AtTable, ...parts: readonly string[]): string =>
  recordPath(record, 'budget', 'meantime', ...parts)

const row = (key: string, value: string | undefined) =>
  value === undefined || value === '' ? null : { key, value }

const Facts = ({ table, view: { help, note, ended } }: OneProps) => (
  <SummaryList
    rows={[
      row(words.from, dateInWords(help.from)),
      row(words.to, dateInWords(ended?.told.day ?? help.to)),
      row(words.awaits, help.awaits),
      row(words.decidedBy, help.decidedBy ?? nameFor(table.reader, table.state, note.by)),
      row(words.follows, help.follows),
      row(words.not, help.not),
      row(words.came, ended?.told.says),
    ]}
  />
)

const One = ({ table, view }: OneProps) => {
  const { help, note, standing, says } = view
  const { says: mark, look } = STANDING_WORDS[standing]
  const given = givenInWords(help.given)
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m govuk-!-margin-bottom-2">{help.what}</h2>
      <p class="govuk-body govuk-!-margin-bottom-2">
        <Tag class={look}>{mark}</Tag> {help.given.kind === 'support' ? null : <strong>{given}</strong>}
      </p>
      <p class="govuk-body">{says}</p>
      <Facts table={table} view={view} />
      <p class="govuk-body-s">
        Written down by {nameWithin(table.reader, table.state, note.by)}, {dateInWords(dayOfWhen(note.on))}.{' '}
        {mayDo(table, 'money', 'dispute') ? (
          <a class="govuk-link rt-no-print" href={disputePath(table.record, note.id)}>
            {words.wrong}
            <span class="govuk-visually-hidden">: {help.what}</span>
          </a>
        ) : null}
      </p>
    </section>
  )
}

/** What is given for now, with its end and what comes after: the same page for both chairs. */
export const MeantimePage = ({ table }: Props) => {
  const all = meantimes(table.state)
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{words.intro}</p>
      <InsetText>{words.never}</InsetText>
      {all.length === 0 ? (
        <p class="govuk-body">
          {words.none} {words.none2} Rule: <Cites cites={['CA s19(3)']} />
        </p>
      ) : null}
      {mayDo(table, 'money', 'decide') ? (
        <div class="govuk-button-group rt-no-print">
          <ButtonLink href={path(table, 'new')}>{words.add}</ButtonLink>
          {openMeantimes(table.state).length === 0 ? null : (
            <ButtonLink class="govuk-button--secondary" href={path(table, 'ended')}>
              {words.end}
            </ButtonLink>
          )}
        </div>
      ) : null}
      {all.map((view) => (
        <One table={table} view={view} />
      ))}
    </Frame>
  )
}

/** On the page of the money: what is given now, or is over without a word. */
export const MeantimeNow = ({ table }: Props) => {
  const now = meantimes(table.state).filter(({ standing }) => standing !== 'ended')
  return now.length === 0 ? null : (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{words.link}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {now.map(({ help, says }) => (
          <li>
            {help.what}
            {help.given.kind === 'support' ? '' : `, ${givenInWords(help.given)}`}. {says}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={path(table)}>
          {words.see}
        </a>
      </p>
    </section>
  )
}

/** Whoever writes it, and everybody of the council at the table. */
function deciders({ reader, state }: AtTable): Choices {
  const others = [...state.parties.values()].filter(({ id }) => id !== reader.party && isCouncils(state, id))
  return [
    { value: 'me', text: giveWords.me },
    ...others.map(({ id, name }) => ({ value: id, text: name, hint: roleFor(reader, state, id) })),
  ]
}

function readersOf({ state }: AtTable): string {
  const place = placeOfMeantime(state)
  const isMoney = place !== undefined && placeOf(place, (id) => state.byId.get(id)).resource === 'money'
  return isMoney ? READERS.money : READERS.other
}

export const GiveForm = (filling: Filling) => (
  <Frame title={giveWords.title} errors={filling.errors}>
    <p class="govuk-body">{readersOf(filling.visit.ctx)}</p>
    <Asked visit={filling.visit} button={giveWords.keep}>
      <AskOne {...filling} name="kind" says={giveWords.kind} of={choicesOf(giveWords.kinds)} />
      <Input
        name="sum"
        label={{ text: giveWords.sum, class: 'govuk-label--m' }}
        hint={giveWords.sumHint}
        error={errorAt(filling.errors, 'sum')}
        value={textOf(filling.typed, 'sum')}
        inputMode="decimal"
        prefix="£"
        class="govuk-input--width-5"
      />
      <AskWords {...filling} name="what" says={giveWords.what} hint={giveWords.whatHint} rows={2} />
      <AskDay {...filling} name="from" says={giveWords.from} hint={giveWords.dayHint} />
      <AskDay {...filling} name="to" says={giveWords.to} hint={giveWords.toHint} />
      <AskWords {...filling} name="awaits" says={giveWords.awaits} hint={giveWords.awaitsHint} rows={2} />
      <AskOne {...filling} name="decidedBy" says={giveWords.decidedBy} of={deciders(filling.visit.ctx)} />
      <AskWords {...filling} name="follows" says={giveWords.follows} hint={giveWords.followsHint} />
      <AskWords {...filling} name="not" says={giveWords.not} hint={giveWords.notHint} rows={2} />
    </Asked>
  </Frame>
)

export const EndForm = (filling: Filling) => {
  const open = openMeantimes(filling.visit.ctx.state)
  return (
    <Frame title={endWords.title} errors={filling.errors}>
      {open.length === 0 ? (
        <p class="govuk-body">{endWords.nothing}</p>
      ) : (
        <Asked visit={filling.visit} button={endWords.keep}>
          <AskOne
            {...filling}
            name="help"
            says={endWords.help}
            of={open.map(({ note, help, says }) => ({ value: note.id, text: help.what, hint: says }))}
          />
          <AskDay {...filling} name="day" says={endWords.day} hint={giveWords.dayHint} />
          <AskWords {...filling} name="says" says={endWords.says} hint={endWords.saysHint} />
        </Asked>
      )}
    </Frame>
  )
}
