import { dateInWords, daysBetween } from '../../domain/dates/plain-date.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { workerOf } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type AtTable, mayDo, recordPath } from '../at-table.ts'
import { entryInWords } from '../entry-words.ts'
import { Frame } from '../frame.tsx'
import { isThePerson, nameFor, roleFor } from '../reader.ts'
import { Assessors } from './assessors.tsx'
import { daysWithNobody, stays } from './view.ts'
import { words } from './words.ts'

const months = (days: number): string => {
  if (days < 60) return days === 1 ? '1 day' : `${days} days`
  return `${Math.floor(days / 30.44)} months`
}

/** Continuity, as the person has lived it: how many workers, for how long, and the days with nobody. */
const Workers = ({ table }: { readonly table: AtTable }) => {
  const { state, reader } = table
  const all = stays(state)
  const without = daysWithNobody(state)
  return (
    <section>
      <h2 class="govuk-heading-m">
        {isThePerson(reader) ? words.workersYou : words.workers(state.person.name)}
      </h2>
      {all.length === 0 ? (
        <p class="govuk-body">{words.nobodyYet}</p>
      ) : (
        <Table
          stacks
          head={['Who', 'From', 'Until', 'How long']}
          rows={all
            .toReversed()
            .map(({ worker, from, until }) => [
              nameFor(reader, state, worker),
              dateInWords(from),
              until === undefined ? 'Today' : dateInWords(until),
              months(daysBetween(from, until ?? state.on)),
            ])}
        />
      )}
      {without === 0 ? null : (
        <p class="govuk-body">
          <strong>{without === 1 ? '1 day' : `${without} days`} with nobody named.</strong>
        </p>
      )}
    </section>
  )
}

/** Who comes or goes on a day to come. */
const ToCome = ({ table }: { readonly table: AtTable }) => {
  const { state, reader } = table
  const found = state.ahead.filter((entry) => entry.kind === 'worker')
  return (
    <>
      {found.map((entry) => (
        <p class="govuk-body">
          From <strong>{dateInWords(dayOfWhen(entry.on))}</strong>:{' '}
          {entryInWords(entry, reader, state).join(' ')}
        </p>
      ))}
    </>
  )
}

/** Everybody who has a part in the record, and who has worked with the person. */
export const People = ({ table }: { readonly table: AtTable }) => {
  const { state, reader, record } = table
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{isThePerson(reader) ? words.introYou : words.intro}</p>
      <Table
        stacks
        firstCellIsHeader
        head={['Who', 'Their part']}
        rows={[...state.parties.keys()].map((party) => [
          nameFor(reader, state, party),
          roleFor(reader, state, party),
        ])}
      />
      {mayDo(table, 'people', 'judge') ? (
        <ButtonLink href={recordPath(record, 'people', 'add')} class="govuk-button--secondary">
          {words.add}
        </ButtonLink>
      ) : null}
      <Workers table={table} />
      <ToCome table={table} />
      <Assessors table={table} />
      {mayDo(table, 'people', 'decide') ? (
        <div class="govuk-button-group">
          <ButtonLink href={recordPath(record, 'people', 'worker')}>
            {workerOf(state) === undefined ? words.name : words.handOver}
          </ButtonLink>
          <ButtonLink href={recordPath(record, 'people', 'ask')} class="govuk-button--secondary">
            {words.ask}
          </ButtonLink>
        </div>
      ) : null}
    </Frame>
  )
}
