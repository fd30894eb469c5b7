import { dateInWords } from '../../domain/dates/plain-date.ts'
import { dayOfWhen } from '../../record/values.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { AskDay, AskOne, AskWords, Asked, type Filling } from '../asks.tsx'
import { type AtTable, mayDo, recordPath } from '../at-table.ts'
import { Frame } from '../frame.tsx'
import { nameFor, nameWithin, roleFor } from '../reader.ts'
import { type Promised, maySettle, openPromises, promises } from './view.ts'
import { addWords, settleWords, words } from './words.ts'

type OneProps = { readonly table: AtTable; readonly promise: Promised }

/** `day` or `days` after the last one. */
const daysLate = (late: number): string => (late === 1 ? '1 day late' : `${late} days late`)

/** `Keith Bromwell, by 5 December 2026: send the form.` */
export const promiseInWords = ({ reader, state }: AtTable, { step, party, by, standing }: Promised): string =>
  `${nameFor(reader, state, party)}, by ${dateInWords(by)}: ${step}.${
    standing.kind === 'open' && standing.late > 0 ? ` It is ${daysLate(standing.late)}.` : ''
  }`

const Became = ({ table, promise: { standing } }: OneProps) => {
  if (standing.kind === 'open') {
    return standing.late === 0 ? null : (
      <p class="govuk-body govuk-!-margin-bottom-1">
        <Tag class="govuk-tag--red">{words.late}</Tag> It is {daysLate(standing.late)}.
      </p>
    )
  }
  const { note, later } = standing.told
  return (
    <p class="govuk-body govuk-!-margin-bottom-1">
      <Tag class={standing.kind === 'done' ? 'govuk-tag--green' : 'govuk-tag--grey'}>
        {standing.kind === 'done' ? words.done : words.notDone}
      </Tag>{' '}
      {dateInWords(dayOfWhen(note.on))}, says {nameWithin(table.reader, table.state, note.by)}.
      {later.says === '' ? null : ` “${later.says}”`}
    </p>
  )
}

const One = ({ table, promise }: OneProps) => {
  const { reader, state } = table
  const { note } = promise.told
  return (
    <li class="rt-line">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{promise.step}</h3>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {nameFor(reader, state, promise.party)}, by <strong>{dateInWords(promise.by)}</strong>
      </p>
      <Became table={table} promise={promise} />
      <p class="govuk-body-s">
        Written down by {nameWithin(reader, state, note.by)}, {dateInWords(dayOfWhen(note.on))}.
      </p>
    </li>
  )
}

const List = ({ table, of }: { readonly table: AtTable; readonly of: readonly Promised[] }) => (
  <ul class="rt-lines">
    {of.map((promise) => (
      <One table={table} promise={promise} />
    ))}
  </ul>
)

/** Every promise with its owner, its day and what became of it; what is late stands first. */
export const Promises = ({ table }: { readonly table: AtTable }) => {
  const all = promises(table.state)
  const open = all.filter(({ standing }) => standing.kind === 'open')
  const settled = all.filter(({ standing }) => standing.kind !== 'open')
  const path = (part: string) => recordPath(table.record, 'promises', part)
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{words.intro}</p>
      {all.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      {all.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m">{words.open}</h2>
          {open.length === 0 ? <p class="govuk-body">{words.noneOpen}</p> : <List table={table} of={open} />}
        </section>
      )}
      {mayDo(table, 'asking', 'say') ? (
        <div class="govuk-button-group rt-no-print">
          <ButtonLink href={path('add')}>{words.add}</ButtonLink>
          {open.length === 0 ? null : (
            <ButtonLink class="govuk-button--secondary" href={path('settle')}>
              {words.settle}
            </ButtonLink>
          )}
        </div>
      ) : null}
      {settled.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m">{words.settled}</h2>
          <List table={table} of={settled} />
        </section>
      )}
    </Frame>
  )
}

export const AddForm = (filling: Filling) => {
  const { reader, state } = filling.visit.ctx
  return (
    <Frame title={addWords.title} errors={filling.errors}>
      <p class="govuk-body">{addWords.intro}</p>
      <Asked visit={filling.visit} button={addWords.keep}>
        <AskWords {...filling} name="step" says={addWords.step} hint={addWords.stepHint} rows={2} />
        <AskOne
          {...filling}
          name="party"
          says={addWords.party}
          of={[...state.parties.values()].map(({ id }) => ({
            value: id,
            text: nameFor(reader, state, id),
            hint: roleFor(reader, state, id),
          }))}
        />
        <AskDay {...filling} name="by" says={addWords.by} hint={addWords.byHint} />
      </Asked>
    </Frame>
  )
}

export const SettleForm = (filling: Filling) => {
  const table = filling.visit.ctx
  const { reader, state } = table
  const isWorker = mayDo(table, 'asking', 'judge')
  const open = openPromises(state).filter((one) => maySettle(one, reader.party, isWorker))
  return (
    <Frame title={settleWords.title} errors={filling.errors}>
      {open.length === 0 ? (
        <p class="govuk-body">{settleWords.nothing}</p>
      ) : (
        <Asked visit={filling.visit} button={settleWords.keep}>
          <AskOne
            {...filling}
            name="promise"
            says={settleWords.promise}
            of={open.map(({ told, step, party, by }) => ({
              value: told.note.id,
              text: step,
              hint: `${nameFor(reader, state, party)}, by ${dateInWords(by)}`,
            }))}
          />
          <AskOne
            {...filling}
            name="became"
            says={settleWords.became}
            of={[
              { value: 'done', text: settleWords.done },
              { value: 'not-done', text: settleWords.notDone },
            ]}
          />
          <AskWords {...filling} name="says" says={settleWords.says} hint={settleWords.saysHint} />
        </Asked>
      )}
    </Frame>
  )
}
