import type { Words } from '../platform/govuk/parts.ts'
import { Drawing, Patch, Patterns, Picture, percent } from '../platform/govuk/pictures/picture.tsx'

export type AgainstRow = {
  readonly label: string
  /** what was to be: planned units, days allowed; nought or more */
  readonly planned: number
  /** what came of it, in the same unit */
  readonly given: number
  /** the two as people read them: `18 of 28 hours` */
  readonly shown: Words
}

export type AgainstProps = {
  /** Unlike any other id on the page. */
  readonly id: string
  readonly title: string
  readonly rows: readonly AgainstRow[]
  /** what the filled part is, what is missing from it, and what goes beyond it */
  readonly legend: { readonly given: string; readonly missing: string; readonly beyond: string }
}

const HEIGHT = 22

type PartName = 'given' | 'missing' | 'beyond'
type Part = { readonly name: PartName; readonly from: number; readonly to: number }

/** Full: what was given. An empty broken frame: what is missing of the plan. Striped: what goes beyond it. */
const partsOf = ({ planned, given }: AgainstRow): readonly Part[] =>
  (
    [
      { name: 'given', from: 0, to: Math.min(planned, given) },
      { name: 'missing', from: given, to: planned },
      { name: 'beyond', from: planned, to: given },
    ] as const
  ).filter(({ from, to }) => to > from)

const STRIPED = 2

type ShapeProps = {
  readonly id: string
  readonly name: PartName
  readonly x: string
  readonly width: string
  readonly height: number
}

const Shape = ({ id, name, ...place }: ShapeProps) =>
  name === 'missing' ? (
    <rect class="rt-ladder__edge rt-ladder__edge--possible" y={1} {...place} height={place.height - 2} />
  ) : (
    <Patch id={id} part={name === 'given' ? 0 : STRIPED} y={0} {...place} />
  )

const Key = ({ id, legend, rows }: Pick<AgainstProps, 'id' | 'legend' | 'rows'>) => {
  const used = new Set(rows.flatMap(partsOf).map(({ name }) => name))
  return (
    <ul class="rt-key govuk-!-margin-bottom-3">
      {(['given', 'missing', 'beyond'] as const)
        .filter((name) => used.has(name))
        .map((name) => (
          <li class="rt-key__item">
            <svg class="rt-key__look" width="20" height="20" aria-hidden="true" focusable="false">
              <Shape id={id} name={name} x="0" width="20" height={20} />
            </svg>
            <span class="rt-key__label">{legend[name]}</span>
          </li>
        ))}
    </ul>
  )
}

/**
 * One thing held against another, row by row: what was given against what was planned. The drawing is hidden from those
 * who hear the page, as every row says the same in words; give a table of the figures beside it.
 */
export const Against = ({ id, title, rows, legend }: AgainstProps) => {
  const longest = Math.max(0, ...rows.flatMap(({ planned, given }) => [planned, given]))
  if (longest === 0) return null
  return (
    <Picture title={title} showTitle>
      <Drawing class="rt-bar" height={0}>
        <Patterns id={id} />
      </Drawing>
      <Key id={id} legend={legend} rows={rows} />
      {rows.map((row) => (
        <div class="govuk-!-margin-bottom-2">
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            {row.label}: <strong>{row.shown}</strong>
          </p>
          <Drawing class="rt-bar" height={HEIGHT}>
            <rect class="rt-track" x="0" y="0" width="100%" height={HEIGHT} />
            {partsOf(row).map(({ name, from, to }) => (
              <Shape
                id={id}
                name={name}
                x={percent(from / longest)}
                width={percent((to - from) / longest)}
                height={HEIGHT}
              />
            ))}
          </Drawing>
        </div>
      ))}
    </Picture>
  )
}
