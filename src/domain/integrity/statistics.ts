// Small, plain statistics: what is needed to say whether chance alone explains a figure. All chances are one-sided, 0 to 1.

/** The chance of a standard normal above z (Abramowitz and Stegun 26.2.17: exact to seven decimals). */
export function normalAbove(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z))
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))))
  return z >= 0 ? tail : 1 - tail
}

/** The chance of `hits` or more in `n` where each has the chance p. */
export function binomialAtLeast(hits: number, n: number, p: number): number {
  if (hits <= 0) return 1
  if (p <= 0) return 0
  if (p >= 1) return 1
  if (n > 2_000) return normalAbove((hits - 0.5 - n * p) / Math.sqrt(n * p * (1 - p)))
  // Below the middle the first term would be too small to hold: the other tail is summed, and taken off.
  if (hits < n * p) return 1 - binomialAtLeast(n - hits + 1, n, 1 - p)
  // From the logarithm of the first term on, each term is the one before times a ratio.
  let log = hits * Math.log(p) + (n - hits) * Math.log(1 - p)
  for (let i = 1; i <= hits; i += 1) log += Math.log(n - hits + i) - Math.log(i)
  let term = Math.exp(log)
  let total = 0
  for (let k = hits; k <= n; k += 1) {
    total += term
    term *= ((n - k) * p) / ((k + 1) * (1 - p))
  }
  return Math.min(1, total)
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

export function variance(values: readonly number[]): number {
  if (values.length < 2) return 0
  const middle = mean(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1)
}

/** The chance of a Student's t above one, by its nearest normal (good to two digits from five degrees of freedom on). */
const studentAbove = (t: number, freedom: number): number =>
  normalAbove((t * (1 - 1 / (4 * freedom))) / Math.sqrt(1 + (t * t) / (2 * freedom)))

export type Compared = { readonly difference: number; readonly chance: number }

/** How many standard deviations the mean of `a` lies above that of `b`, and the chance of so much by chance alone. */
export function standardisedDifference(a: readonly number[], b: readonly number[]): Compared {
  const spread = Math.sqrt((variance(a) + variance(b)) / 2)
  const error = Math.sqrt(variance(a) / a.length + variance(b) / b.length)
  if (a.length < 2 || b.length < 2 || spread === 0 || error === 0) return { difference: 0, chance: 1 }
  const gap = mean(a) - mean(b)
  const [va, vb] = [variance(a) / a.length, variance(b) / b.length]
  // Welch's degrees of freedom: groups may be of unlike size and spread.
  const freedom = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1))
  return { difference: gap / spread, chance: studentAbove(gap / error, freedom) }
}

/** How closely y rises with x, -1 to 1, and the chance of so much by chance alone (Fisher). */
export function correlation(pairs: readonly (readonly [x: number, y: number])[]): Compared {
  const n = pairs.length
  const xs = pairs.map(([x]) => x)
  const ys = pairs.map(([, y]) => y)
  const [mx, my] = [mean(xs), mean(ys)]
  const together = pairs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / (n - 1)
  const spread = Math.sqrt(variance(xs) * variance(ys))
  if (n < 5 || spread === 0) return { difference: 0, chance: 1 }
  const r = Math.min(0.999_999, Math.max(-0.999_999, together / spread))
  return { difference: r, chance: normalAbove(Math.atanh(r) * Math.sqrt(n - 3)) }
}

/** How far the mean of differences lies above nought, and the chance of so much by chance alone. */
export function meanAboveNought(values: readonly number[]): Compared {
  const error = Math.sqrt(variance(values) / values.length)
  if (values.length < 5) return { difference: mean(values), chance: 1 }
  if (error === 0) return { difference: mean(values), chance: mean(values) > 0 ? 0 : 1 }
  return { difference: mean(values), chance: studentAbove(mean(values) / error, values.length - 1) }
}

/** The slope of the log-odds of `yes` on x, by Newton's method; 0 where there is none to find. */
export function logitSlope(pairs: readonly (readonly [x: number, yes: boolean])[]): number {
  let [a, b] = [0, 0]
  for (let step = 0; step < 25; step += 1) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0]
    for (const [x, yes] of pairs) {
      const p = 1 / (1 + Math.exp(-(a + b * x)))
      const w = p * (1 - p)
      ga += (yes ? 1 : 0) - p
      gb += ((yes ? 1 : 0) - p) * x
      haa += w
      hab += w * x
      hbb += w * x * x
    }
    const det = haa * hbb - hab * hab
    if (!(Math.abs(det) > 1e-9)) return 0
    a += (hbb * ga - hab * gb) / det
    b += (haa * gb - hab * ga) / det
  }
  return Number.isFinite(b) ? b : 0
}

/**
 * Of many tests, those that stand where at most a share q of them may be false alarms (Benjamini-Hochberg).
 * @returns for each chance whether it stands
 */
export function discoveries(chances: readonly number[], q: number): readonly boolean[] {
  const sorted = chances.toSorted((a, b) => a - b)
  const last = sorted.findLastIndex((chance, index) => chance <= (q * (index + 1)) / sorted.length)
  const limit = last < 0 ? -1 : (sorted[last] ?? -1)
  return chances.map((chance) => chance <= limit)
}

/**
 * How much the same people come, 1 where always the same worker does (Bice-Boxerman): (sum of n(j)² - N) / (N (N - 1)).
 * @returns undefined below two visits
 */
export function continuity(visits: readonly number[]): number | undefined {
  const all = visits.reduce((sum, n) => sum + n, 0)
  if (all < 2) return undefined
  return (visits.reduce((sum, n) => sum + n * n, 0) - all) / (all * (all - 1))
}
