import { Drawing, Picture, percent } from '../../platform/govuk/pictures/picture.tsx'

/** One group: the gap as it stands, what is left of it for the same needs, and the interval around that. */
export type GapRow = {
  readonly label: string
  readonly raw: number
  readonly left: number
  readonly low: number
  readonly high: number
  readonly found: boolean
}

type GapPictureProps = {
  readonly title: string
  readonly rows: readonly GapRow[]
  /** how far both ends are from nought */
  readonly reach: number
  /** what stands under the two ends: `10% less`, `10% more` */
  readonly ends: readonly [string, string]
}

const ROW = 30
const MIDDLE = ROW / 2
/** Half the height of the bar. Where a gap is sure it is higher than the dot on it, or a narrow screen would hide a short one. */
const BAR = { found: 10, not: 4 } as const

/** Where a gap stands across: nought in the middle, and a little room at both ends. */
const shareOf = (value: number, reach: number): number =>
  Math.min(1, Math.max(0, (value + reach) / (2 * reach))) * 0.94 + 0.03

const OneGap = ({ row, reach }: { readonly row: GapRow; readonly reach: number }) => {
  const { raw, left, low, high, found } = row
  const at = (value: number): string => percent(shareOf(value, reach))
  const half = found ? BAR.found : BAR.not
  return (
    <Drawing class="rt-gaps" height={ROW}>
      <line class="rt-gaps__nought" x1="50%" x2="50%" y1="0" y2={ROW} />
      <rect
        class={found ? 'rt-gaps__bar rt-gaps__bar--found' : 'rt-gaps__bar'}
        x={at(low)}
        y={MIDDLE - half}
        width={percent(Math.max(0, shareOf(high, reach) - shareOf(low, reach)))}
        height={half * 2}
      />
      <circle class="rt-gaps__raw" cx={at(raw)} cy={MIDDLE} r="6" />
      <circle
        class={found ? 'rt-gaps__left rt-gaps__left--found' : 'rt-gaps__left'}
        cx={at(left)}
        cy={MIDDLE}
        r="6"
      />
    </Drawing>
  )
}

/**
 * Gaps as one picture: nought in the middle. The groups stand above their gaps as words of the page, which go over to the next line
 * where it is narrow. It is hidden from those who hear the page: the table beside it says the same.
 */
export const GapPicture = ({ title, rows, reach, ends }: GapPictureProps) => (
  <Picture title={title}>
    <div aria-hidden="true">
      {rows.map((row) => (
        <>
          <p class="govuk-body-s govuk-!-margin-bottom-0">{row.label}</p>
          <OneGap row={row} reach={reach} />
        </>
      ))}
      <Drawing class="rt-gaps" height={24}>
        <text class="rt-gaps__words" x="0" y="18">
          {ends[0]}
        </text>
        <text class="rt-gaps__words" x="50%" y="18" text-anchor="middle">
          no gap
        </text>
        <text class="rt-gaps__words" x="100%" y="18" text-anchor="end">
          {ends[1]}
        </text>
      </Drawing>
    </div>
  </Picture>
)
