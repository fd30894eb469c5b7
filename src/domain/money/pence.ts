/** How often a sum falls due. A weekly sum and a yearly one have different types, so they cannot be added. */
export type Period = 'hour' | 'unit' | 'week' | 'year' | 'once'

/** Whole pence with its period in the type. Never a fraction; may be negative (a difference). */
export type Pence<P extends Period> = number & { readonly __pence: P }

/** @throws if `n` is not a safe whole number: a bug, since money comes in through `penceFromPounds` or `roundToPenny`. */
export function pence<P extends Period>(n: number): Pence<P> {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not whole pence: ${n}`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where the brand is given
  return (n === 0 ? 0 : n) as Pence<P>
}

/** What a few multiplications may lose of a number, as a share of it. */
const LOST = 8 * Number.EPSILON

/** `nearestPenny` of nought or more, for sums over a million people: a sign that is never there would cost most of the time. */
export const pennyFrom0 = (size: number): number => Math.floor(size + 0.5 + (5e-10 + size * LOST))

/**
 * The nearest whole penny, half away from zero, as a plain number: the one rounding of the whole product.
 * A product such as 1.005 x 100 or 527.3 x 439103195 stands a hair below its true half. A hair is half a thousand-millionth of
 * a penny, and as much as a few multiplications lose in a number of this size; no price times any hours comes so near a half.
 */
export function nearestPenny(exact: number): number {
  if (exact >= 0) return pennyFrom0(exact)
  const whole = pennyFrom0(-exact)
  return whole === 0 ? 0 : -whole
}

/** `nearestPenny` with its period. `exact` is in pence and may carry a fraction. */
export const roundToPenny = <P extends Period>(exact: number): Pence<P> => pence<P>(nearestPenny(exact))

export function sum<P extends Period>(amounts: readonly Pence<P>[]): Pence<P> {
  let total = 0
  for (const amount of amounts) total += amount
  return pence<P>(total)
}

export const minus = <P extends Period>(a: Pence<P>, b: Pence<P>): Pence<P> => pence<P>(a - b)

/** Pounds as a file gives them, at most two decimals, to pence; `undefined` where there are more decimals or no number. */
export function penceFromPounds<P extends Period>(pounds: number): Pence<P> | undefined {
  if (!Number.isFinite(pounds) || Math.abs(pounds) > 1e11) return undefined
  const rounded = Math.round(pounds * 100)
  // Division is rounded exactly once, so this holds for every sum that a file can write with two decimals, however large.
  return rounded / 100 === pounds ? pence<P>(rounded) : undefined
}

/** Pence to pounds as a file gives them: 36540 to 365.4. */
export const poundsOf = (amount: Pence<Period>): number => amount / 100

/** What stands behind the pounds: `.00` to `.99`. */
const PENNIES = Array.from({ length: 100 }, (_, rest) => `.${String(rest).padStart(2, '0')}`)

/** `999`, `1,000`, `12,345,678`. By arithmetic: a pattern takes longer than all the rest of a reason. */
function inThousands(whole: number): string {
  if (whole < 1000) return `${whole}`
  const rest = whole % 1000
  return `${inThousands((whole - rest) / 1000)},${rest < 10 ? '00' : rest < 100 ? '0' : ''}${rest}`
}

/** `£1,651.00`; `-£3.20`. Always with pence, so that columns stand under each other. */
export function inWords(amount: Pence<Period>): string {
  const size = Math.abs(amount)
  const rest = size % 100
  const words = `£${inThousands((size - rest) / 100)}${PENNIES[rest] ?? ''}`
  return amount < 0 ? `-${words}` : words
}
