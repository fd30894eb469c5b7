import type { Range } from '../../domain/contracts/before-buying/ranges.ts'
import { RangeBar } from '../../platform/govuk/pictures/range-bar.tsx'
import { ends } from './view.ts'

export type Row = {
  readonly id: string
  readonly label: string
  readonly range: Range
  readonly href?: string
}

type RangesProps = {
  readonly id: string
  /** what the figures are, such as `A year costs` */
  readonly what: string
  readonly rows: readonly Row[]
  readonly shown: (value: number) => string
}

/** Ranges under each other on one scale, so that they can be compared by eye. */
export const Ranges = ({ id, what, rows, shown }: RangesProps) => {
  const { from, to } = ends(rows.map(({ range }) => range))
  const point = (value: number) => ({ value, shown: shown(value) })
  return (
    <ul class="govuk-list">
      {rows.map(({ id: row, label, range, href }) => (
        <li>
          <p class="govuk-body govuk-!-margin-bottom-1">
            {href === undefined ? (
              label
            ) : (
              <a class="govuk-link" href={href}>
                {label}
              </a>
            )}
            : <strong>{shown(range.middle)}</strong>
          </p>
          {shown(range.low) === shown(range.high) ? null : (
            <RangeBar
              id={`${id}-${row}`}
              title={`${label}: ${what}`}
              low={point(range.low)}
              high={point(range.high)}
              rangeLabel="Eight of ten tries"
              marks={[{ label: 'The middle', ...point(range.middle) }]}
              from={from}
              to={to}
              withoutKey
            />
          )}
        </li>
      ))}
    </ul>
  )
}
