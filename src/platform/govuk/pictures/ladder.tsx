import { Drawing, percent } from './picture.tsx'

const STEPS = [0, 1, 2, 3, 4] as const
/** From nought, someone does it, to four, on their own. */
export type LadderStep = (typeof STEPS)[number]

export type LadderProps = {
  /** How it is now. */
  readonly now?: LadderStep | undefined
  /** What the person hopes for. Never overwritten by what others think possible. */
  readonly hoped?: LadderStep | undefined
  /** What somebody thinks possible. */
  readonly possible?: LadderStep | undefined
}

const HEIGHT = 16

type BoxProps = LadderProps & { readonly step: LadderStep }

const reaches = (level: LadderStep | undefined, step: LadderStep): boolean =>
  level !== undefined && step <= level

/** Boxes reached are filled; those up to the hope have a whole edge, those up to what is possible a broken one. */
const Box = ({ step, now, hoped, possible }: BoxProps) => {
  const place = { x: percent(step * 0.2 + 0.005), width: percent(0.19), y: 2, height: HEIGHT - 4 }
  if (reaches(now, step)) return <rect class="rt-ladder__step rt-ladder__step--now" {...place} />
  const isHoped = reaches(hoped, step)
  return (
    <>
      <rect class="rt-ladder__step" {...place} />
      {isHoped ? <rect class="rt-ladder__edge rt-ladder__edge--hoped" {...place} /> : null}
      {reaches(possible, step) ? (
        <>
          {isHoped ? null : <rect class="rt-ladder__edge rt-ladder__edge--possible" {...place} />}
          <circle class="rt-ladder__dot" cx={percent(step * 0.2 + 0.1)} cy={HEIGHT / 2} r="3" />
        </>
      ) : null}
    </>
  )
}

/**
 * How somebody manages now, and where they hope to be: five boxes, from left to right. It is hidden from those who
 * hear the page, so the same must stand beside it in words.
 */
export const Ladder = (levels: LadderProps) => (
  <Drawing class="rt-ladder" height={HEIGHT}>
    {STEPS.map((step) => (
      <Box step={step} {...levels} />
    ))}
  </Drawing>
)
