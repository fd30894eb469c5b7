/** How often a sum falls due. A weekly sum and a yearly one have different types, so they cannot be added. */
export type Period = 'hour' | 'week' | 'year' | 'once'

/** Whole pence with its period in the type. Never a fraction; may be negative (a difference). */
export type Pence<P extends Period> = number & { readonly __pence: P }

/** @throws if `n` is not a safe whole number: a bug, since money comes in through `penceFromPounds` or `roundToPenny`. */
export function pence<P extends Period>(n: number): Pence<P> {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not whole pence: ${n}`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where the brand is given
  return (n === 0 ? 0 : n) as Pence<P>
}

/** The one rounding: to the penny, half away from zero. `exact` is in pence and may carry a fraction. */
export function roundToPenny<P extends Period>(exact: number): Pence<P> {
  // A product such as 1.005 x 100 stands a hair below its true half; 9 decimals are beyond any price times any hours.
  const steady = Number(Math.abs(exact).toFixed(9))
  return pence<P>(Math.sign(exact) * Math.floor(steady + 0.5))
}

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
  return Math.abs(pounds * 100 - rounded) < 1e-6 ? pence<P>(rounded) : undefined
}

/** Pence to pounds as a file gives them: 36540 to 365.4. */
export const poundsOf = (amount: Pence<Period>): number => amount / 100

/** `£1,651.00`; `-£3.20`. Always with pence, so that columns stand under each other. */
export function inWords(amount: Pence<Period>): string {
  const whole = Math.floor(Math.abs(amount) / 100)
  const rest = Math.abs(amount) % 100
  const thousands = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}£${thousands}.${String(rest).padStart(2, '0')}`
}
