import { BEHAVIOURS } from '../../domain/contracts/before-buying/behaviours.ts'
import type { Cell } from '../../domain/contracts/before-buying/ranges.ts'
import { WAYS, type Way } from '../../domain/contracts/before-buying/ways.ts'
import { Table } from '../../platform/govuk/table.tsx'
import { Ranges } from './ranges.tsx'
import { cellFor, inRange, nearly, nearlyEach, percent, seen, temptation, whole } from './view.ts'
import { BEHAVIOUR_WORDS, EVIDENCE, READING, WAY_WORDS, words } from './words.ts'

export const pathOf = (way: Way): string => `/before-buying/${way}`

const WayLink = ({ way }: { readonly way: Way }) => (
  <a class="govuk-link" href={pathOf(way)}>
    {WAY_WORDS[way].name}
  </a>
)

const Tempts = ({ cells, way }: { readonly cells: readonly Cell[]; readonly way: Way }) => {
  const found = temptation(cells, way)
  if (found === undefined) return <>{words.honest}</>
  return (
    <>
      {BEHAVIOUR_WORDS[found.behaviour].name}: {inRange(found.cell.extra, nearly)} more
    </>
  )
}

const inList = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? 'none of the four') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const Short = ({ cells }: { readonly cells: readonly Cell[] }) => (
  <Table
    stacks
    caption={words.short}
    captionClass="govuk-table__caption--m"
    firstCellIsHeader
    head={[
      'Way of paying',
      'A year costs the council',
      'Each outcome reached costs',
      'What pays a provider best, beside behaving well',
      'Bad behaviour that its own figures show',
    ]}
    rows={WAYS.map((way) => {
      const well = cellFor(cells, way, 'well')
      const shows = seen(cells, way)
      return [
        { text: <WayLink way={way} /> },
        inRange(well.cost, nearly),
        inRange(well.each, nearlyEach),
        { text: <Tempts cells={cells} way={way} /> },
        shows.length === 4
          ? 'All four'
          : capitalised(inList(shows.map((behaviour) => BEHAVIOUR_WORDS[behaviour].name.toLowerCase()))),
      ]
    })}
  />
)

const Gets = ({ cells, people }: { readonly cells: readonly Cell[]; readonly people: number }) => (
  <Table
    stacks
    caption={words.getTitle}
    captionClass="govuk-visually-hidden"
    firstCellIsHeader
    head={[
      'The provider',
      'Hours given, of those needed',
      `Truly reached what they wanted, of ${people}`,
      'Left without support by it',
      'Said to have reached it',
    ]}
    rows={BEHAVIOURS.map((behaviour) => {
      const cell = cellFor(cells, 'indicators', behaviour)
      return [
        { text: BEHAVIOUR_WORDS[behaviour].name },
        inRange(cell.given, percent),
        inRange(cell.reached, whole),
        inRange(cell.without, whole),
        inRange(cell.said, whole),
      ]
    })}
  />
)

const Sees = ({ cells }: { readonly cells: readonly Cell[] }) => (
  <Table
    stacks
    caption={words.seesTitle}
    captionClass="govuk-visually-hidden"
    firstCellIsHeader
    head={['Way of paying', ...BEHAVIOURS.map((behaviour) => BEHAVIOUR_WORDS[behaviour].name)]}
    rows={WAYS.map((way) => [
      { text: WAY_WORDS[way].name },
      ...BEHAVIOURS.map((behaviour) => {
        const { flagged, seeds } = cellFor(cells, way, behaviour)
        return flagged === 0 ? 'Never' : `${flagged} of ${seeds}`
      }),
    ])}
  />
)

const Tempting = ({ cells }: { readonly cells: readonly Cell[] }) => {
  const rows = WAYS.flatMap((way) => {
    const found = temptation(cells, way)
    if (found === undefined) return []
    const label = `${WAY_WORDS[way].name}. ${BEHAVIOUR_WORDS[found.behaviour].name}`
    return [{ id: way, label, range: found.cell.extra, href: pathOf(way) }]
  })
  const none = WAYS.filter((way) => temptation(cells, way) === undefined)
  return (
    <>
      <p class="govuk-body">{words.temptIntro}</p>
      <Ranges id="tempts" what="what bad behaviour would bring" rows={rows} shown={nearly} />
      {none.length === 0 ? null : (
        <p class="govuk-body">
          Under {inList(none.map((way) => `“${WAY_WORDS[way].name}”`))} nothing pays better than behaving
          well.
        </p>
      )}
    </>
  )
}

/** The first page: everything that decides, before any detail. */
export const InShort = ({ cells, people }: { readonly cells: readonly Cell[]; readonly people: number }) => (
  <>
    <h1 class="govuk-heading-l">{words.title}</h1>
    <p class="govuk-body-l">{words.intro}</p>
    <p class="govuk-inset-text">{EVIDENCE}</p>
    <Short cells={cells} />
    <h2 class="govuk-heading-m">{words.readTitle}</h2>
    <ul class="govuk-list govuk-list--bullet">
      {READING.map((says) => (
        <li>{says}</li>
      ))}
    </ul>
    <h2 class="govuk-heading-m">{words.costTitle}</h2>
    <p class="govuk-body">{words.costIntro}</p>
    <Ranges
      id="cost"
      what="what a year costs the council"
      rows={WAYS.map((way) => ({
        id: way,
        label: WAY_WORDS[way].name,
        range: cellFor(cells, way, 'well').cost,
        href: pathOf(way),
      }))}
      shown={nearly}
    />
    <h2 class="govuk-heading-m">{words.temptTitle}</h2>
    <Tempting cells={cells} />
    <h2 class="govuk-heading-m">{words.getTitle}</h2>
    <p class="govuk-body">{words.getIntro}</p>
    <Gets cells={cells} people={people} />
    <h2 class="govuk-heading-m">{words.seesTitle}</h2>
    <p class="govuk-body">{words.seesIntro}</p>
    <Sees cells={cells} />
  </>
)

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
