import { dated } from '../../domain/checks/clocks.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { all } from '../../record/state.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { WarningText } from '../../platform/govuk/warning-text.tsx'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { FindingsOf } from '../../table/findings.tsx'
import { Frame } from '../../table/frame.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { nameFor } from '../../table/reader.ts'
import { Cites } from '../../table/reasons.tsx'
import { type Stay, hospitalPath, stays } from './view-hospital.ts'
import { concernsEighteen, eighteenPath, turns18 } from './view-eighteen.ts'
import { movingPath } from './view-moving.ts'
import { type PathStep, type Sees, openSteps } from './view-path.ts'
import { WhyHome } from './why-home.tsx'
import { OWES_WORDS, STANDS_WORDS, type Stands, words } from './words.ts'

type Props = { readonly table: AtTable }

export const seesOf =
  (table: AtTable): Sees =>
  (resource) =>
    mayDo(table, resource, 'read')

const COLOURS: Readonly<Record<Stands, string>> = {
  done: 'govuk-tag--green',
  owed: 'govuk-tag--yellow',
  waiting: 'govuk-tag--yellow',
  late: 'govuk-tag--red',
  later: 'govuk-tag--grey',
  unseen: 'govuk-tag--grey',
  'not-needed': 'govuk-tag--grey',
}

/** Every step of a path with whose move it is: a step that is not done is a row like any other, and never left out. */
const Path = ({ table, steps }: Props & { readonly steps: readonly PathStep[] }) => (
  <Table
    stacks
    firstCellIsHeader
    head={['Step', 'Who owes it', 'How it stands']}
    rows={steps.map(({ name, owes, stands, says, cites, rests }) => [
      name,
      OWES_WORDS[owes],
      {
        text: (
          <>
            <Tag class={COLOURS[stands]}>{STANDS_WORDS[stands]}</Tag> {says}{' '}
            {rests[0] === undefined ? null : (
              <a
                class="govuk-link rt-no-print"
                href={`${recordPath(table.record)}#${encodeURIComponent(rests[0].id)}`}
              >
                See it<span class="govuk-visually-hidden"> in the record: {name}</span>
              </a>
            )}
            {cites.length === 0 ? null : (
              <span class="govuk-body-s rt-law__cites">
                {' '}
                (<Cites cites={cites} />)
              </span>
            )}
          </>
        ),
      },
    ])}
  />
)

const Pressure = ({
  table,
  stay,
  steps,
}: Props & { readonly stay: Stay; readonly steps: readonly PathStep[] }) => {
  const open = openSteps(steps)
  if (stay.fit === undefined || open.length === 0) return null
  const count = open.length === 1 ? '1 step is' : `${open.length} steps are`
  return (
    <WarningText>
      {stay.left === undefined
        ? `Well enough to leave since ${dated(stay.fit)}. ${count} not done. Being well enough to leave does not end any of them.`
        : `${nameFor(table.reader, table.state, table.state.person.id)} left on ${dated(stay.left)}. ${count} not done. Leaving did not end any of them.`}
    </WarningText>
  )
}

const OneStay = ({ table, stay }: Props & { readonly stay: Stay }) => {
  const steps = hospitalPath(table.state, stay, seesOf(table))
  return (
    <section class="rt-block">
      <h3 class="govuk-heading-m">
        {stay.admitted === undefined ? 'In hospital' : `In hospital since ${dated(stay.admitted)}`}
        {stay.left === undefined ? '' : `, home or elsewhere since ${dated(stay.left)}`}
      </h3>
      <Pressure table={table} stay={stay} steps={steps} />
      <Path table={table} steps={steps} />
      <WhyHome table={table} stay={stay} />
    </section>
  )
}

const Hospital = ({ table }: Props) => {
  const each = stays(table.state)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.hospital}</h2>
      <FindingsOf table={table} at="moves" checks={['discharge-unplanned']} />
      <LawHere step="hospital" />
      {each.length === 0 ? <p class="govuk-body">{words.noHospital}</p> : null}
      {each.map((stay) => (
        <OneStay table={table} stay={stay} />
      ))}
      {mayAdd(table, 'hospital') ? (
        <ButtonLink class="govuk-button--secondary" href={recordPath(table.record, 'moves', 'hospital')}>
          {words.tellHospital}
        </ButtonLink>
      ) : null}
    </section>
  )
}

const Moving = ({ table }: Props) => {
  const each = all(table.state, 'moved').toReversed()
  return (
    <section>
      <h2 class="govuk-heading-m">{words.moving}</h2>
      <FindingsOf table={table} at="moves" checks={['continuity-broken']} />
      <LawHere step="moving" />
      {each.length === 0 ? <p class="govuk-body">{words.noMoves}</p> : null}
      {each.map((moved) => (
        <section class="rt-block">
          <h3 class="govuk-heading-m">
            {moved.direction === 'in' ? `Here from ${moved.other}` : `From here to ${moved.other}`},{' '}
            {dated(moved)}
          </h3>
          <Path table={table} steps={movingPath(table.state, moved, seesOf(table))} />
        </section>
      ))}
      {mayAdd(table, 'moved') ? (
        <ButtonLink class="govuk-button--secondary" href={recordPath(table.record, 'moves', 'moved')}>
          {words.tellMove}
        </ButtonLink>
      ) : null}
    </section>
  )
}

const Eighteen = ({ table }: Props) =>
  concernsEighteen(table.state) ? (
    <section>
      <h2 class="govuk-heading-m">
        {words.eighteen}: {dateInWords(turns18(table.state))}
      </h2>
      <FindingsOf table={table} at="moves" checks={['transition-late']} />
      <LawHere step="eighteen" />
      <Path table={table} steps={eighteenPath(table.state, seesOf(table))} />
    </section>
  ) : null

/** Going into hospital and home again, moving, turning 18: each as a path with who owes what. */
export const MovesPage = ({ table }: Props) => (
  <Frame title={words.title}>
    <p class="govuk-body-l">{words.intro}</p>
    <Eighteen table={table} />
    <Hospital table={table} />
    <Moving table={table} />
  </Frame>
)
