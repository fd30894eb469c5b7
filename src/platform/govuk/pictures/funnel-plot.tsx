import { scaleLinear } from 'd3-scale'
import { Drawing, percent, Picture } from './picture.tsx'

/** Where chance alone leaves most results, for so many. Shares, 0 to 1. */
export type FunnelLimit = {
  readonly many: number
  readonly inner: readonly [low: number, high: number]
  readonly outer: readonly [low: number, high: number]
}

export type FunnelPoint = {
  readonly label: string
  readonly many: number
  /** 0 to 1 */
  readonly share: number
  readonly stands: 'inside' | 'between' | 'outside'
}

export type FunnelPlotProps = {
  /** Unlike any other id on the page. */
  readonly id: string
  readonly title: string
  /** The data in a sentence. A table with the same belongs beside the picture. */
  readonly says: string
  /** In the middle, 0 to 1: what is expected of everybody. */
  readonly mean: number
  readonly points: readonly FunnelPoint[]
  /** From few to many; the lines between them are straight. */
  readonly limits: readonly FunnelLimit[]
  /** Under the picture: what is counted from left to right. */
  readonly across: string
}

const TOP = 26
const DEEP = 240
const HEIGHT = TOP + DEEP + 44
/** Room at the left for the figures of the scale, as a share of the width. */
const LEFT = 0.15

type Scale = { readonly x: (many: number) => string; readonly y: (share: number) => number }

/** A line from limit to limit. Lengths across are shares of the width, so that it is drawn piece by piece. */
const Limit = ({
  name,
  limits,
  of,
  scale,
}: {
  readonly name: string
  readonly limits: readonly FunnelLimit[]
  readonly of: (limit: FunnelLimit) => number
  readonly scale: Scale
}) => (
  <>
    {limits.slice(1).map((limit, index) => {
      const before = limits[index] ?? limit
      return (
        <line
          class={`rt-funnel__${name}`}
          x1={scale.x(before.many)}
          y1={scale.y(of(before))}
          x2={scale.x(limit.many)}
          y2={scale.y(of(limit))}
        />
      )
    })}
  </>
)

/** Inside a circle, between the two pairs of lines a diamond, outside both a square: told apart without colour. */
const Sign = ({ point, scale }: { readonly point: FunnelPoint; readonly scale: Scale }) => {
  const y = scale.y(point.share)
  const x = scale.x(point.many)
  const size = 7
  switch (point.stands) {
    case 'inside':
      return <circle class="rt-funnel__point" cx={x} cy={y} r={size} />
    case 'between':
      return (
        <svg class="rt-funnel__place" x={x} y={y} overflow="visible">
          <path
            class="rt-funnel__point rt-funnel__point--between"
            d={`M0 ${-size - 2} ${size + 2} 0 0 ${size + 2} ${-size - 2} 0z`}
          />
        </svg>
      )
    case 'outside':
      return (
        <svg class="rt-funnel__place" x={x} y={y} overflow="visible">
          <rect
            class="rt-funnel__point rt-funnel__point--outside"
            x={-size}
            y={-size}
            width={2 * size}
            height={2 * size}
          />
        </svg>
      )
  }
}

/**
 * Results beside how many they are over: with few, chance alone throws them far from the mean, with many it does not. Between
 * the inner lines lie 95% by chance, between the outer ones 99.8%.
 */
export const FunnelPlot = ({ id, title, says, mean, points, limits, across }: FunnelPlotProps) => {
  const most = Math.max(1, ...points.map(({ many }) => many), ...limits.map(({ many }) => many))
  const along = scaleLinear().domain([0, most]).range([LEFT, 0.98])
  const down = scaleLinear()
    .domain([0, 1])
    .range([TOP + DEEP, TOP])
  const scale: Scale = { x: (many) => percent(along(many)), y: (share) => down(share) }
  return (
    <Picture title={title} showTitle>
      <Drawing class="rt-funnel" height={HEIGHT} told={{ id, title, says }}>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <>
            <line
              class="rt-funnel__grid"
              x1={percent(LEFT)}
              x2="98%"
              y1={scale.y(share)}
              y2={scale.y(share)}
            />
            <text class="rt-funnel__words" x={percent(LEFT - 0.01)} y={scale.y(share) + 5} text-anchor="end">
              {share * 100}%
            </text>
          </>
        ))}
        <line class="rt-funnel__mean" x1={percent(LEFT)} x2="98%" y1={scale.y(mean)} y2={scale.y(mean)} />
        <Limit name="inner" limits={limits} of={({ inner }) => inner[0]} scale={scale} />
        <Limit name="inner" limits={limits} of={({ inner }) => inner[1]} scale={scale} />
        <Limit name="outer" limits={limits} of={({ outer }) => outer[0]} scale={scale} />
        <Limit name="outer" limits={limits} of={({ outer }) => outer[1]} scale={scale} />
        {points.map((point) => (
          <Sign point={point} scale={scale} />
        ))}
        {points.map(({ label, many, share }) => (
          <text
            class="rt-funnel__words rt-funnel__name"
            x={scale.x(many)}
            y={scale.y(share) - 13}
            text-anchor={many > most / 2 ? 'end' : 'start'}
          >
            {label}
          </text>
        ))}
        {along.ticks(4).map((many) => (
          <text class="rt-funnel__words" x={scale.x(many)} y={TOP + DEEP + 18} text-anchor="middle">
            {many}
          </text>
        ))}
        <text class="rt-funnel__words" x="98%" y={TOP + DEEP + 38} text-anchor="end">
          {across}
        </text>
      </Drawing>
    </Picture>
  )
}
