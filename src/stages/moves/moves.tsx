import { dated } from '../../domain/checks/clocks.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { all } from '../../record/state.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { WarningText } from '../../platform/govuk/warning-text.tsx'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { FindingsOf } from '../../table/findings.tsx'
import { Frame } from '../../table/frame.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { nameFor } from '../../table/reader.ts'
import { Cites } from '../../table/reasons.tsx'
import { mayHandSomethingBack, seesOf, tellingOf } from './telling.ts'
import { type Planned, aheadPath, eighteenAhead, gapSays, plannedMoves } from './view-ahead.ts'
import { concernsEighteen, turns18 } from './view-eighteen.ts'
import { hospitalPath } from './view-hospital.ts'
import { movedName, movingPath } from './view-moving.ts'
import type { PathStep } from './view-path.ts'
import { type Stay, pressureSays, stayName, stays } from './view-stay.ts'
import { WhyHome } from './why-home.tsx'
import { OWES_WORDS, STANDS_WORDS, type Stands, aheadWords, words } from './words.ts'

type Props = { readonly table: AtTable }

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
                class="govuk-link rt-no-print rt-link--whole"
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

const OneStay = ({ table, stay }: Props & { readonly stay: Stay }) => {
  const telling = tellingOf(table)
  const steps = hospitalPath(table.state, stay, seesOf(table), telling)
  const pressure = pressureSays(stay, steps, telling)
  return (
    <section class="rt-block">
      <h3 class="govuk-heading-m">{stayName(stay)}</h3>
      {pressure === undefined ? null : <WarningText>{pressure}</WarningText>}
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
      {each.map((stay, place) =>
        place === 0 || stay.left === undefined ? (
          <OneStay table={table} stay={stay} />
        ) : (
          <Details summary={`Before: ${stayName(stay).replace(/^In/, 'in')}`}>
            <OneStay table={table} stay={stay} />
          </Details>
        ),
      )}
      {mayAdd(table, 'hospital') ? (
        <ButtonLink class="govuk-button--secondary" href={recordPath(table.record, 'moves', 'hospital')}>
          {words.tellHospital}
        </ButtonLink>
      ) : null}
    </section>
  )
}

/** Whether on the day there could be a gap, and from what: a warning, or the good word that there is none. */
const Gap = ({ day, steps }: { readonly day: PlainDate; readonly steps: readonly PathStep[] }) => {
  const gap = gapSays(day, steps)
  if (gap === undefined) return null
  return gap.gap ? <WarningText>{gap.says}</WarningText> : <InsetText>{gap.says}</InsetText>
}

/** The ways on from what lies ahead, for those who may. */
const AheadLinks = ({ table, isMove }: Props & { readonly isMove: boolean }) => {
  const ways = [
    { may: mayDo(table, 'asking', 'judge') && mayAdd(table, 'note'), to: 'who', says: words.who },
    { may: mayAdd(table, 'note') && mayHandSomethingBack(table), to: 'hand-back', says: words.back },
    {
      may: isMove && mayDo(table, 'asking', 'judge') && mayAdd(table, 'note'),
      to: 'step-done',
      says: words.keep,
    },
    { may: isMove && mayAdd(table, 'note'), to: 'called-off', says: words.off },
  ].filter(({ may }) => may)
  return ways.length === 0 ? null : (
    <ul class="govuk-list rt-no-print">
      {ways.map(({ to, says }) => (
        <li>
          <a class="govuk-link" href={recordPath(table.record, 'moves', to)}>
            {says}
          </a>
        </li>
      ))}
    </ul>
  )
}

const Ahead = ({ table, planned }: Props & { readonly planned: Planned }) => {
  const { later, note } = planned
  const steps = aheadPath(table.state, planned, tellingOf(table))
  return (
    <section class="rt-block">
      <h3 class="govuk-heading-m">
        {aheadWords.planned(later.direction, later.other, dateInWords(later.day))}
      </h3>
      {later.says === '' ? null : (
        <p class="govuk-body">
          <q>{later.says}</q>
        </p>
      )}
      <p class="govuk-body-s">
        {nameFor(table.reader, table.state, note.by)}, {dated(note)}.
        {later.day <= table.state.on ? ` ${aheadWords.come}` : ''}
      </p>
      <Gap day={later.day} steps={steps} />
      <Path table={table} steps={steps} />
      <AheadLinks table={table} isMove />
    </section>
  )
}

const Moving = ({ table }: Props) => {
  const planned = plannedMoves(table.state)
  const each = all(table.state, 'moved').toReversed()
  return (
    <section>
      <h2 class="govuk-heading-m">{words.moving}</h2>
      <FindingsOf table={table} at="moves" checks={['continuity-broken']} />
      <LawHere step="moving" />
      {each.length + planned.length === 0 ? <p class="govuk-body">{words.noMoves}</p> : null}
      {planned.map((move) => (
        <Ahead table={table} planned={move} />
      ))}
      {each.map((moved) => (
        <section class="rt-block">
          <h3 class="govuk-heading-m">{movedName(moved)}</h3>
          <Path table={table} steps={movingPath(table.state, moved, seesOf(table), tellingOf(table))} />
        </section>
      ))}
      {mayAdd(table, 'moved') ? (
        <ButtonLink class="govuk-button--secondary" href={recordPath(table.record, 'moves', 'moved')}>
          {words.tellMove}
        </ButtonLink>
      ) : null}
      {mayAdd(table, 'note') && mayDo(table, 'asking', 'say') ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(table.record, 'moves', 'plan')}>
            {words.plan}
          </a>
        </p>
      ) : null}
    </section>
  )
}

const Eighteen = ({ table }: Props) => {
  if (!concernsEighteen(table.state)) return null
  const day = turns18(table.state)
  const steps = eighteenAhead(table.state, seesOf(table), tellingOf(table))
  return (
    <section>
      <h2 class="govuk-heading-m">
        {words.eighteen}: {dateInWords(day)}
      </h2>
      <FindingsOf table={table} at="moves" checks={['transition-late']} />
      <LawHere step="eighteen" />
      {table.state.on < day ? <Gap day={day} steps={steps} /> : null}
      <Path table={table} steps={steps} />
      {table.state.on < day ? <AheadLinks table={table} isMove={false} /> : null}
    </section>
  )
}

/** Going into hospital and home again, moving, turning 18: each as a path with who owes what. */
export const MovesPage = ({ table }: Props) => (
  <Frame title={words.title}>
    <p class="govuk-body-l">{words.intro}</p>
    <EasySwitch path={recordPath(table.record, 'moves')} easy={false} />
    <Eighteen table={table} />
    <Hospital table={table} />
    <Moving table={table} />
  </Frame>
)
