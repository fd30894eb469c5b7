import { scaleLinear } from 'd3-scale'
import type { Words } from '../parts.ts'
import { Drawing, percent, Picture } from './picture.tsx'

export type Point = {
  readonly value: number
  /** The value as people read it: `£412.60`. */
  readonly shown: string
}

export type Mark = Point & { readonly label: string }

export type RangeBarProps = {
  /** Unlike any other id on the page. */
  readonly id: string
  readonly title: string
  readonly showTitle?: boolean | undefined
  readonly low: Point
  readonly high: Point
  /** What the range is: `For 8 in 10 people with needs like these`. */
  readonly rangeLabel: string
  /** One sum, or two where something is disputed. */
  readonly marks: readonly [Mark] | readonly [Mark, Mark]
  /** The ends of the bar; from nought to a round number past everything, unless given. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** Leaves out the words under the bar; the picture then tells itself. */
  readonly withoutKey?: boolean | undefined
}

const TOP = 12
const THICK = 34
const BOTTOM = TOP + THICK
const HEIGHT = BOTTOM + 24

/** A round number with a little air past the greatest of the values. */
const roundEnd = (values: readonly number[]): number =>
  scaleLinear()
    .domain([0, Math.max(...values) * 1.2])
    .nice(5)
    .domain()[1] ?? 1

const shareOn = ({ low, high, marks, from = 0, to }: RangeBarProps): ((value: number) => number) => {
  const end = to ?? roundEnd([low.value, high.value, ...marks.map((mark) => mark.value)])
  if (!(end > from)) throw new RangeError(`A range from ${from} to ${end} has no length.`)
  const scale = scaleLinear().domain([from, end]).range([0, 1]).clamp(true)
  return (value) => scale(value)
}

type SymbolProps = {
  readonly which: number
  readonly x: string
  readonly top: number
  readonly bottom: number
}

/** The first mark is a whole line under a triangle, the second a broken line under a diamond. */
const MarkLine = ({ which, x, top, bottom }: SymbolProps) => (
  <>
    <line class="rt-mark__edge" x1={x} x2={x} y1={top} y2={bottom} />
    <line class={`rt-mark rt-mark--${which + 1}`} x1={x} x2={x} y1={top} y2={bottom} />
    <svg x={x} y={top - 8} overflow="visible" width="1" height="1">
      <path
        class={`rt-mark__head rt-mark__head--${which + 1}`}
        d={which === 0 ? 'M-8 -3h16l-8 12z' : 'M0 -4 8 4 0 12-8 4z'}
      />
    </svg>
  </>
)

const anchor = (share: number): 'start' | 'middle' | 'end' =>
  share < 0.08 ? 'start' : share > 0.92 ? 'end' : 'middle'

const EndWords = ({ at, children }: { readonly at: number; readonly children: Words }) => (
  <text class="rt-range__words" x={percent(at)} y={HEIGHT - 6} text-anchor={anchor(at)}>
    {children}
  </text>
)

/** Pixels: what a letter of the labels takes with its share of the air, and how wide the bar is at its narrowest. */
const LETTER = 9.5
const NARROWEST = 288

/** Whether two labels under their points run into each other on a narrow screen. */
const wouldMeet = (distance: number, one: string, other: string): boolean =>
  distance * NARROWEST < ((one.length + other.length) / 2) * LETTER + LETTER

const Ends = ({
  low,
  high,
  at,
}: Pick<RangeBarProps, 'low' | 'high'> & { readonly at: (value: number) => number }) => {
  const [start, end] = [at(low.value), at(high.value)]
  if (!wouldMeet(end - start, low.shown, high.shown))
    return (
      <>
        <EndWords at={start}>{low.shown}</EndWords>
        <EndWords at={end}>{high.shown}</EndWords>
      </>
    )
  const middle = Math.min(0.8, Math.max(0.2, (start + end) / 2))
  return (
    <EndWords at={middle}>
      {low.shown} to {high.shown}
    </EndWords>
  )
}

const Key = ({ id, rangeLabel, low, high, marks }: RangeBarProps) => (
  <ul class="rt-key rt-key--range">
    {marks.map((mark, which) => (
      <li class="rt-key__item">
        <svg class="rt-key__look" width="20" height="24" aria-hidden="true" focusable="false">
          <MarkLine which={which} x="10" top={11} bottom={24} />
        </svg>
        <span class="rt-key__words">
          {mark.label} <strong class="rt-key__value">{mark.shown}</strong>
        </span>
      </li>
    ))}
    <li class="rt-key__item">
      <svg class="rt-key__look" width="20" height="20" aria-hidden="true" focusable="false">
        <rect class="rt-range__band" x="0" y="0" width="20" height="20" />
        <rect fill={`url(#${id}-band)`} x="0" y="0" width="20" height="20" />
      </svg>
      <span class="rt-key__words">
        {rangeLabel}{' '}
        <strong class="rt-key__value">
          {low.shown} to {high.shown}
        </strong>
      </span>
    </li>
  </ul>
)

const sentence = ({ rangeLabel, low, high, marks }: RangeBarProps): string =>
  `${[...marks.map((mark) => `${mark.label}: ${mark.shown}`), `${rangeLabel}: ${low.shown} to ${high.shown}`].join('. ')}.`

/** Where a sum stands in the range of what such sums come to. */
export const RangeBar = (props: RangeBarProps) => {
  const { id, title, low, high, marks, withoutKey = false } = props
  const at = shareOn(props)
  const start = at(low.value)
  const band = { x: percent(start), y: TOP, width: percent(at(high.value) - start), height: THICK }
  return (
    <Picture title={title} showTitle={props.showTitle}>
      <Drawing
        class="rt-range"
        height={HEIGHT}
        told={withoutKey ? { id, title, says: sentence(props) } : undefined}
      >
        <defs>
          <pattern id={`${id}-band`} width="8" height="8" patternUnits="userSpaceOnUse">
            <path class="rt-pattern rt-pattern--dark" d="M0 8 8 0" />
          </pattern>
        </defs>
        <rect class="rt-track" x="0" y={TOP} width="100%" height={THICK} />
        <rect class="rt-range__band" {...band} />
        <rect fill={`url(#${id}-band)`} {...band} />
        {marks.map((mark, which) => (
          <MarkLine which={which} x={percent(at(mark.value))} top={TOP} bottom={BOTTOM + 4} />
        ))}
        <Ends low={low} high={high} at={at} />
      </Drawing>
      {withoutKey ? null : <Key {...props} />}
    </Picture>
  )
}
