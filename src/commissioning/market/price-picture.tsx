import { scaleLinear } from 'd3-scale'
import { Drawing, Picture, percent as share } from '../../platform/govuk/pictures/picture.tsx'
import { type Beside, besideEachOther } from './view-prices.ts'
import type { Price } from './view-prices.ts'
import { words } from './words.ts'

/** Names would lie over each other in a picture: a letter stands for each. */
export const letter = (index: number): string =>
  index < 26 ? String.fromCodePoint(65 + index) : String(index + 1)

const TOP = 30
const DEEP = 240
/** Room at the left for the figures of the scale, as a share of the width. */
const LEFT = 0.15
const RIGHT = 0.97

const TITLE = 'Price and outcomes together'
/** So close, of half the width, letters would lie over each other. */
const CLOSE = 0.08

const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value)}%`
const rounded = (value: number): number => Math.round(value * 1000) / 10

/** As far as the farthest goes either way and a little on, so that its letter has room, in steps of ten per cent. */
const reach = (values: readonly number[]): number =>
  Math.max(0.1, Math.ceil(Math.max(...values.map(Math.abs)) * 11) / 10)

type Scale = {
  readonly wide: number
  readonly high: number
  readonly x: (dearer: number) => string
  readonly y: (better: number) => number
}

function scaleFor(points: readonly Beside[]): Scale {
  const [wide, high] = [reach(points.map(({ dearer }) => dearer)), reach(points.map(({ better }) => better))]
  const across = scaleLinear().domain([-wide, wide]).range([LEFT, RIGHT])
  const down = scaleLinear()
    .domain([-high, high])
    .range([TOP + DEEP, TOP])
  return { wide, high, x: (dearer) => share(across(dearer)), y: (better) => down(better) }
}

/** Where price and outcome are as they were to be, the lines beside it, and what is told along them. */
const Ground = ({ scale: { wide, high, x, y } }: { readonly scale: Scale }) => (
  <>
    {[-high, -high / 2, high / 2, high].map((value) => (
      <line class="rt-funnel__grid" x1={share(LEFT)} x2={share(RIGHT)} y1={y(value)} y2={y(value)} />
    ))}
    {[-high, 0, high].map((value) => (
      <text class="rt-funnel__words" x={share(LEFT - 0.01)} y={y(value) + 5} text-anchor="end">
        {signed(rounded(value))}
      </text>
    ))}
    <line class="rt-funnel__mean" x1={share(LEFT)} x2={share(RIGHT)} y1={y(0)} y2={y(0)} />
    <line class="rt-funnel__mean" x1={x(0)} x2={x(0)} y1={TOP} y2={TOP + DEEP} />
    <text class="rt-funnel__words" x="0" y={TOP - 14} text-anchor="start">
      Outcomes, beside what was expected
    </text>
    {[-wide, 0, wide].map((value, index) => (
      <text
        class="rt-funnel__words"
        x={x(value)}
        y={TOP + DEEP + 18}
        text-anchor={index === 2 ? 'end' : 'middle'}
      >
        {signed(rounded(value))}
      </text>
    ))}
    <text class="rt-funnel__words" x={share(RIGHT)} y={TOP + DEEP + 38} text-anchor="end">
      Price, beside the sustainable rate
    </text>
  </>
)

/** Each price beside what came of it: how far from the sustainable rate, and how far from what was expected. */
export const PricePicture = ({ prices }: { readonly prices: readonly Price[] }) => {
  const points = besideEachOther(prices)
  if (points.length < 2) return null
  const scale = scaleFor(points)
  const { x, y } = scale
  /** Another one lies close, and its letter stands above it: this one’s goes below. */
  const isCrowded = (point: Beside): boolean =>
    points.some(
      (other) =>
        other.at < point.at &&
        Math.abs(other.dearer - point.dearer) < scale.wide * CLOSE &&
        Math.abs(y(other.better) - y(point.better)) < 24,
    )
  const says = points.map(
    ({ at, provider, dearer, better }) =>
      `${letter(at)}, ${provider}: price ${signed(rounded(dearer))}, outcomes ${signed(rounded(better))}`,
  )
  return (
    <>
      <Picture title={TITLE} showTitle>
        <Drawing
          class="rt-funnel"
          height={TOP + DEEP + 44}
          told={{ id: 'price-and-outcomes', title: TITLE, says: says.join('. ') }}
        >
          <Ground scale={scale} />
          {points.map((point) => (
            <Sign x={x(point.dearer)} y={y(point.better)} isBelow={point.dearer < 0} />
          ))}
          {points.map((point) => (
            <text
              class="rt-funnel__words rt-funnel__name"
              x={x(point.dearer)}
              y={y(point.better) + (isCrowded(point) ? 23 : -12)}
              text-anchor="middle"
            >
              {letter(point.at)}
            </text>
          ))}
        </Drawing>
      </Picture>
      <p class="govuk-body-s">{words.corners}</p>
    </>
  )
}

/** Below the sustainable rate a square, else a circle: told apart without colour. */
const Sign = ({ x, y, isBelow }: { readonly x: string; readonly y: number; readonly isBelow: boolean }) =>
  isBelow ? (
    <svg class="rt-funnel__place" x={x} y={y} overflow="visible">
      <rect class="rt-funnel__point rt-funnel__point--outside" x={-7} y={-7} width={14} height={14} />
    </svg>
  ) : (
    <circle class="rt-funnel__point" cx={x} cy={y} r={7} />
  )
