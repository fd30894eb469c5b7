import { spaced, type Words } from '../parts.ts'

/** The patterns that lie over a part's colour; the colours come from the style sheet. The first is plain. */
const PATTERNS = [undefined, 'M0 8 8 0', 'M4 0v8', 'M0 0l8 8M0 8 8 0', 'M0 4h8', 'M2 2h1M6 6h1'] as const

/** After six parts the colours come round again, with other patterns: 36 parts can be told apart. */
const lookOf = (place: number) => {
  const colour = place % PATTERNS.length
  const round = Math.floor(place / PATTERNS.length)
  const pattern = (colour + round) % PATTERNS.length
  return { colour: colour + 1, pattern: PATTERNS[pattern] === undefined ? undefined : pattern }
}

export const percent = (share: number): string => `${Math.round(share * 100_000) / 1000}%`

/** Patterns beside colours, for those who do not see colours apart and for paper without them. */
export const Patterns = ({ id }: { readonly id: string }) => (
  <defs>
    {PATTERNS.map((path, pattern) =>
      path === undefined ? null : (
        <pattern id={`${id}-pattern-${pattern}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <path class="rt-pattern" d={path} />
        </pattern>
      ),
    )}
  </defs>
)

type PatchProps = {
  readonly id: string
  /** Which part of its picture it is, from nought. */
  readonly part: number
  readonly x: string
  readonly y: number
  readonly width: string
  readonly height: number
}

/** A piece of colour with its pattern over it. `id` is the picture's, whose `Patterns` it uses. */
export const Patch = ({ id, part, ...place }: PatchProps) => {
  const { colour, pattern } = lookOf(part)
  return (
    <>
      <rect class={`rt-part rt-part--${colour}`} {...place} />
      {pattern === undefined ? null : <rect fill={`url(#${id}-pattern-${pattern})`} {...place} />}
    </>
  )
}

/** The class of words that stand on a part. */
export const wordsOn = (part: number): string => `rt-bar__words--${lookOf(part).colour}`

/** A picture's data in words: what it shows, and the same data in a sentence. */
export type Told = { readonly id: string; readonly title: string; readonly says: string }

export type DrawingProps = {
  readonly class: string
  readonly height: number
  /** Left out where words beside the picture say the same: then it is hidden from those who hear the page. */
  readonly told?: Told | undefined
  readonly children: Words
}

/**
 * A picture as wide as its place. It has no view box: lengths across are shares in per cent, so words in it keep
 * their size at every width.
 */
export const Drawing = ({ class: name, height, told, children }: DrawingProps) => {
  const place = {
    class: spaced('rt-drawing', name),
    width: '100%',
    height,
    focusable: 'false',
    xmlns: 'http://www.w3.org/2000/svg',
  } as const
  if (told === undefined)
    return (
      <svg {...place} aria-hidden="true">
        {children}
      </svg>
    )
  return (
    <svg {...place} role="img" aria-labelledby={`${told.id}-title ${told.id}-says`}>
      <title id={`${told.id}-title`}>{told.title}</title>
      <desc id={`${told.id}-says`}>{told.says}</desc>
      {children}
    </svg>
  )
}

type PictureProps = {
  readonly title: string
  readonly showTitle?: boolean | undefined
  readonly children: Words
}

/** A picture with its words. */
export const Picture = ({ title, showTitle = false, children }: PictureProps) => (
  <figure class="rt-picture">
    <figcaption class={showTitle ? 'rt-picture__title' : 'govuk-visually-hidden'}>{title}</figcaption>
    {children}
  </figure>
)
