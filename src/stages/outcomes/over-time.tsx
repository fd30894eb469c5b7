import { dateInWords } from '../../domain/dates/plain-date.ts'
import { LEVELS, type Level } from '../../domain/outcomes/ladder.ts'
import { Drawing, Picture, percent } from '../../platform/govuk/pictures/picture.tsx'
import { type Dot, SEEN_BY, type Seen, type Span, type SeenBy, dotsOf } from './view.ts'
import { STEP_WORDS, seenByWords, words } from './words.ts'

const STEP = 42
const TOP = 32
const HEIGHT = TOP + 4 * STEP + 40
/** Room at both sides, so that no shape is cut. */
const INSIDE = { from: 0.03, to: 0.97 }

const heightOf = (level: Level): number => TOP + (4 - level) * STEP
const acrossOf = (across: number): string => percent(INSIDE.from + across * (INSIDE.to - INSIDE.from))

/** Each of the three has a shape of its own, so that no colour is needed to tell them apart. */
const SHAPES: Readonly<Record<SeenBy, string>> = {
  person: 'M-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z',
  worker: 'M-7 -7h14v14h-14z',
  provider: 'M0 -9l9 16h-18z',
}

/** Where two saw the same step on the same day, their shapes stand beside each other. */
const ASIDE: Readonly<Record<SeenBy, number>> = { person: -9, worker: 9, provider: 26 }
const sharesPlace = (dots: readonly Dot[], { across, level, by }: Dot): boolean =>
  dots.some((dot) => dot.across === across && dot.level === level && dot.by !== by)

type ShapeProps = {
  readonly by: SeenBy
  readonly x: string
  readonly y: number
  readonly aside?: number
}

const Shape = ({ by, x, y, aside = 0 }: ShapeProps) => (
  <svg x={x} y={y} overflow="visible" width="1" height="1">
    <path
      class="rt-mark__head"
      d={SHAPES[by]}
      transform={aside === 0 ? undefined : `translate(${aside} 0)`}
    />
  </svg>
)

const Lines = ({ dots, by }: { readonly dots: readonly Dot[]; readonly by: SeenBy }) => {
  const own = dots.filter((dot) => dot.by === by)
  return (
    <>
      {own.slice(1).map((dot, index) => {
        const before = own[index]
        return before === undefined ? null : (
          <line
            class="rt-over-time__line"
            stroke="currentcolor"
            stroke-width="2"
            x1={acrossOf(before.across)}
            x2={acrossOf(dot.across)}
            y1={heightOf(before.level)}
            y2={heightOf(dot.level)}
          />
        )
      })}
    </>
  )
}

const Steps = ({ hoped }: { readonly hoped: Level | undefined }) => (
  <>
    {LEVELS.map((level) => (
      <>
        <line
          stroke="currentcolor"
          stroke-width={level === hoped ? 3 : 1}
          stroke-opacity={level === hoped ? 1 : 0.25}
          stroke-dasharray={level === hoped ? '8 5' : undefined}
          x1="0"
          x2="100%"
          y1={heightOf(level)}
          y2={heightOf(level)}
        />
      </>
    ))}
  </>
)

/** The names of the steps, over the lines and with a rim, so that no line runs through a word. */
const StepNames = () => (
  <>
    {LEVELS.map((level) => (
      <text class="rt-range__words rt-over-time__words" x="0" y={heightOf(level) - 12}>
        {STEP_WORDS[level]}
      </text>
    ))}
  </>
)

/** The first and the last day, under the picture. */
const Days = ({ from, to }: Span) => {
  const y = HEIGHT - 8
  return from === to ? (
    <text class="rt-range__words" x="50%" y={y} text-anchor="middle">
      {dateInWords(from)}
    </text>
  ) : (
    <>
      <text class="rt-range__words" x="0" y={y}>
        {dateInWords(from)}
      </text>
      <text class="rt-range__words" x="100%" y={y} text-anchor="end">
        {dateInWords(to)}
      </text>
    </>
  )
}

/** The ladder over time, as each saw it; the words beside it say the same, so the drawing is hidden from those who hear. */
export const OverTime = ({
  own,
  seen,
  hoped,
  span,
}: {
  /** the reader is the person whose ladder it is */
  readonly own: boolean
  readonly seen: readonly Seen[]
  readonly hoped: Level | undefined
  /** the days from which and to which it goes, where it is not those of its own dots */
  readonly span?: Span | undefined
}) => {
  const dots = dotsOf(seen, span)
  const [from, to] = [span?.from ?? dots[0]?.on, span?.to ?? dots.at(-1)?.on]
  if (dots.length === 0) return null
  const spoke = SEEN_BY.filter((by) => dots.some((dot) => dot.by === by))
  return (
    <Picture title={words.picture} showTitle>
      <Drawing class="rt-bar" height={HEIGHT}>
        <Steps hoped={hoped} />
        {spoke.map((by) => (
          <Lines dots={dots} by={by} />
        ))}
        <StepNames />
        {dots.map((dot) => (
          <Shape
            by={dot.by}
            x={acrossOf(dot.across)}
            y={heightOf(dot.level)}
            aside={sharesPlace(dots, dot) ? ASIDE[dot.by] : 0}
          />
        ))}
        {from === undefined || to === undefined ? null : <Days from={from} to={to} />}
      </Drawing>
      <ul class="rt-key">
        {spoke.map((by) => (
          <li class="rt-key__item">
            <svg class="rt-key__look" width="20" height="20" aria-hidden="true" focusable="false">
              <Shape by={by} x="10" y={10} />
            </svg>
            <span class="rt-key__label">{seenByWords(own, by)}</span>
          </li>
        ))}
        {hoped === undefined ? null : (
          <li class="rt-key__item">
            <svg class="rt-key__look" width="20" height="20" aria-hidden="true" focusable="false">
              <line
                stroke="currentcolor"
                stroke-width="3"
                stroke-dasharray="8 5"
                x1="0"
                x2="20"
                y1="10"
                y2="10"
              />
            </svg>
            <span class="rt-key__label">{words.hoped}</span>
          </li>
        )}
      </ul>
    </Picture>
  )
}
