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

const ROW = 46
const WORDS = 20

/** Gaps as one picture: nought in the middle. It is hidden from those who hear the page: the table beside it says the same. */
export const GapPicture = ({ title, rows, reach, ends }: GapPictureProps) => {
  const at = (value: number): string =>
    percent(Math.min(1, Math.max(0, (value + reach) / (2 * reach))) * 0.94 + 0.03)
  const width = (low: number, high: number): string => percent(Math.max(0, shareOf(high) - shareOf(low)))
  const shareOf = (value: number): number =>
    Math.min(1, Math.max(0, (value + reach) / (2 * reach))) * 0.94 + 0.03
  const height = rows.length * ROW + 28
  return (
    <Picture title={title}>
      <Drawing class="rt-gaps" height={height}>
        <line class="rt-gaps__nought" x1="50%" x2="50%" y1="0" y2={height - 24} />
        {rows.map(({ label, raw, left, low, high, found }, place) => {
          const y = place * ROW + WORDS + 12
          return (
            <>
              <text class="rt-gaps__words" x="0" y={place * ROW + 16}>
                {label}
              </text>
              <rect
                class={found ? 'rt-gaps__bar rt-gaps__bar--found' : 'rt-gaps__bar'}
                x={at(low)}
                y={y - 4}
                width={width(low, high)}
                height={8}
              />
              <circle class="rt-gaps__raw" cx={at(raw)} cy={y} r="6" />
              <circle
                class={found ? 'rt-gaps__left rt-gaps__left--found' : 'rt-gaps__left'}
                cx={at(left)}
                cy={y}
                r="6"
              />
            </>
          )
        })}
        <text class="rt-gaps__words" x="0" y={height - 4}>
          {ends[0]}
        </text>
        <text class="rt-gaps__words" x="50%" y={height - 4} text-anchor="middle">
          no gap
        </text>
        <text class="rt-gaps__words" x="100%" y={height - 4} text-anchor="end">
          {ends[1]}
        </text>
      </Drawing>
    </Picture>
  )
}
