import { BEHAVIOURS, type Behaviour } from '../../domain/contracts/before-buying/behaviours.ts'
import type { Cell } from '../../domain/contracts/before-buying/ranges.ts'
import type { Way } from '../../domain/contracts/before-buying/ways.ts'
import { Table } from '../../platform/govuk/table.tsx'
import { Ranges } from './ranges.tsx'
import { cellFor, inRange, nearly, nearlyEach, percent, whole } from './view.ts'
import { BEHAVIOUR_WORDS, FLAG_WORDS, WAY_WORDS, words } from './words.ts'

type WayProps = { readonly cells: readonly Cell[]; readonly way: Way; readonly people: number }

const flagsOf = ({ flags, seeds }: Cell): string =>
  flags.size === 0
    ? 'Nothing'
    : [...flags]
        .toSorted(([, a], [, b]) => b - a)
        .map(([flag, count]) => `${FLAG_WORDS[flag]}, in ${count} of ${seeds} tries`)
        .join('; ')

const Money = ({ cells, way }: Omit<WayProps, 'people'>) => (
  <Table
    stacks
    caption="The money of a year"
    captionClass="govuk-table__caption--m"
    firstCellIsHeader
    head={[
      'The provider',
      'The contract pays',
      'Not paid, or not yet',
      'Support elsewhere for those turned away',
      'The provider keeps, after paying for the hours it gave',
      'That is more than by behaving well',
    ]}
    rows={BEHAVIOURS.map((behaviour) => {
      const cell = cellFor(cells, way, behaviour)
      return [
        { text: BEHAVIOUR_WORDS[behaviour].name },
        inRange(cell.paid, nearly),
        inRange(cell.held, nearly),
        inRange(cell.elsewhere, nearly),
        inRange(cell.left, nearly),
        behaviour === 'well' ? '' : inRange(cell.extra, nearly),
      ]
    })}
  />
)

const People = ({ cells, way, people }: WayProps) => (
  <Table
    stacks
    caption="What people get, and what the figures would show"
    captionClass="govuk-table__caption--m"
    firstCellIsHeader
    head={[
      'The provider',
      'Hours given, of those needed',
      `Truly reached what they wanted, of ${people}`,
      'Left without support by it',
      'Each outcome reached costs',
      'The figures would show',
    ]}
    rows={BEHAVIOURS.map((behaviour) => {
      const cell = cellFor(cells, way, behaviour)
      return [
        { text: BEHAVIOUR_WORDS[behaviour].name },
        inRange(cell.given, percent),
        inRange(cell.reached, whole),
        inRange(cell.without, whole),
        inRange(cell.each, nearlyEach),
        flagsOf(cell),
      ]
    })}
  />
)

/** One way of paying, with all five providers. */
export const OneWay = ({ cells, way, people }: WayProps) => {
  const rowsOf = (of: (cell: Cell) => Cell['cost'], behaviours: readonly Behaviour[]) =>
    behaviours.map((behaviour) => ({
      id: behaviour,
      label: BEHAVIOUR_WORDS[behaviour].name,
      range: of(cellFor(cells, way, behaviour)),
    }))
  return (
    <>
      <span class="govuk-caption-l">{words.title}</span>
      <h1 class="govuk-heading-l">{WAY_WORDS[way].name}</h1>
      <p class="govuk-body-l">{WAY_WORDS[way].pays}</p>
      <p class="govuk-body">{WAY_WORDS[way].learn}</p>
      <h2 class="govuk-heading-m">The five providers</h2>
      <dl class="govuk-list">
        {BEHAVIOURS.map((behaviour) => (
          <div class="govuk-!-margin-bottom-2">
            <dt>
              <strong>{BEHAVIOUR_WORDS[behaviour].name}</strong>
            </dt>
            <dd class="govuk-!-margin-left-0">{BEHAVIOUR_WORDS[behaviour].does}</dd>
          </div>
        ))}
      </dl>
      <h2 class="govuk-heading-m">{words.costTitle}</h2>
      <p class="govuk-body">What the contract pays, and support elsewhere for those who were turned away.</p>
      <Ranges
        id="cost"
        what="what a year costs the council"
        rows={rowsOf(({ cost }) => cost, BEHAVIOURS)}
        shown={nearly}
      />
      <h2 class="govuk-heading-m">What the provider keeps</h2>
      <p class="govuk-body">After paying for the hours that it gave. Below nought it loses money.</p>
      <Ranges
        id="left"
        what="what the provider keeps"
        rows={rowsOf(({ left }) => left, BEHAVIOURS)}
        shown={nearly}
      />
      <Money cells={cells} way={way} />
      <People cells={cells} way={way} people={people} />
    </>
  )
}
