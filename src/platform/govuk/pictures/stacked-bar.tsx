import { Drawing, Patch, Patterns, percent, Picture, wordsOn } from './picture.tsx'

export type BarPart = {
  readonly label: string
  /** In any unit, the same for all; nought or more. */
  readonly value: number
  /** The value as people read it: `£123.69`. */
  readonly shown: string
  readonly href?: string | undefined
}

export type StackedBarProps = {
  /** Unlike any other id on the page. */
  readonly id: string
  readonly title: string
  readonly showTitle?: boolean | undefined
  readonly parts: readonly BarPart[]
  /** Leaves out the list under the bar, and with it the links; the picture then tells itself. */
  readonly withoutKey?: boolean | undefined
}

type Placed = BarPart & { readonly place: number; readonly start: number; readonly share: number }

const placed = (parts: readonly BarPart[]): readonly Placed[] => {
  const total = parts.reduce((sum, part) => {
    if (!(part.value >= 0)) throw new RangeError(`A bar has no room for ${part.value} (${part.label}).`)
    return sum + part.value
  }, 0)
  return parts.map((part, place) => ({
    ...part,
    place,
    share: total === 0 ? 0 : part.value / total,
    start: total === 0 ? 0 : parts.slice(0, place).reduce((sum, before) => sum + before.value, 0) / total,
  }))
}

const HEIGHT = 46
/** Pixels: what one bold letter takes with its share of the edges, and how wide the bar is at the two widths. */
const LETTER = 7.8
const EDGES = 14
const DESKTOP = 700
const WIDE = 950

/** From which width on a part has room for its words; never, for the small ones. */
const roomFor = ({ share, label, shown }: Placed): 'desktop' | 'wide' | undefined => {
  const needs = (label.length + 1 + shown.length) * LETTER + EDGES
  if (share * DESKTOP >= needs) return 'desktop'
  return share * WIDE >= needs ? 'wide' : undefined
}

const Part = ({ id, part }: { readonly id: string; readonly part: Placed }) => {
  const room = roomFor(part)
  return (
    <>
      <Patch
        id={id}
        part={part.place}
        x={percent(part.start)}
        y={0}
        width={percent(part.share)}
        height={HEIGHT}
      />
      {room === undefined ? null : (
        <text
          class={`rt-bar__words rt-bar__words--${room} ${wordsOn(part.place)}`}
          x={percent(part.start + part.share / 2)}
          y={HEIGHT / 2 + 5}
          text-anchor="middle"
        >
          {part.label} {part.shown}
        </text>
      )}
    </>
  )
}

const Key = ({ id, parts }: { readonly id: string; readonly parts: readonly Placed[] }) => (
  <ul class="rt-key">
    {parts.map((part) => (
      <li class="rt-key__item">
        <svg class="rt-key__look" width="20" height="20" aria-hidden="true" focusable="false">
          {part.share > 0 ? <Patch id={id} part={part.place} x="0" y={0} width="20" height={20} /> : null}
        </svg>
        <span class="rt-key__label">
          {part.href === undefined ? (
            part.label
          ) : (
            <a class="govuk-link" href={part.href}>
              {part.label}
            </a>
          )}
        </span>{' '}
        <span class="rt-key__value">{part.shown}</span>
      </li>
    ))}
  </ul>
)

/** Where a sum comes from: one part beside the other, each as long as its share. */
export const StackedBar = ({ id, title, showTitle, parts, withoutKey = false }: StackedBarProps) => {
  const all = placed(parts)
  const says = `${parts.map((part) => `${part.label} ${part.shown}`).join(', ')}.`
  return (
    <Picture title={title} showTitle={showTitle}>
      <Drawing class="rt-bar" height={HEIGHT} told={withoutKey ? { id, title, says } : undefined}>
        <Patterns id={id} />
        <rect class="rt-track" x="0" y="0" width="100%" height={HEIGHT} />
        {all
          .filter((part) => part.share > 0)
          .map((part) => (
            <Part id={id} part={part} />
          ))}
      </Drawing>
      {withoutKey ? null : <Key id={id} parts={all} />}
    </Picture>
  )
}
