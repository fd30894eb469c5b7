import { type Place, type Row, hiddenBeside } from './joint.ts'
import type { OpenLinear } from './linear.ts'

// Small numbers that somebody could be known by. Every count is rounded to the nearest 5 by itself; from 1 to 4 it is
// suppressed, and so are as many others as it takes that nobody can work it out again: not from a total less its parts, and
// not from one table beside another. A nought that is published is a true one, and nearly every nought is; it is
// hidden only where a small number of last month would come out because nobody is left of it.

/**
 * A count that is to be published: `id` names it wherever it stands, so that one count is never published in two ways. What was
 * published of it before stands: `shown`, everybody knows it and to hide it now is of no use; `hidden`, it is not published now
 * and was not then. `withheld`: there is no place for it, so that not even whether it is nought is told, and still nobody may work
 * it out.
 */
export type Count = {
  readonly id: string
  readonly people: number
  readonly before?: 'shown' | 'hidden' | 'withheld'
  /** nobody now, and somebody in a publication that it is held against: its nought goes where no other number helps */
  readonly gone?: boolean
  /** told of everybody, and read most: hidden beside a small one only where nothing else can be */
  readonly dear?: boolean
}

/** A total and the parts that it is made of, all by their ids. */
export type Sum = { readonly total: string; readonly parts: readonly string[] }

export type Published =
  | { readonly status: 'zero'; readonly people: 0 }
  | { readonly status: 'rounded'; readonly people: number }
  | { readonly status: 'suppressed'; readonly people: null }

/** Counts from 1 up to this are never published. */
export const MOST_SUPPRESSED = 4
export const ROUNDED_TO = 5

/** The nearest 5. */
export const rounded = (people: number): number => Math.round(people / ROUNDED_TO) * ROUNDED_TO

/** What somebody outside knows of a count: it lies between these two. */
type Range = { readonly low: number; readonly high: number }

const isSmall = (people: number): boolean => people > 0 && people <= MOST_SUPPRESSED

/** What a published count gives away by itself. A suppressed one may be many, and is somebody, but for noughts that had to go. */
function rangeOf(people: number, suppressed: boolean): Range {
  if (suppressed) return { low: people === 0 ? 0 : 1, high: Number.POSITIVE_INFINITY }
  if (people === 0) return { low: 0, high: 0 }
  const shown = rounded(people)
  const apart = (ROUNDED_TO - 1) / 2
  return { low: Math.max(MOST_SUPPRESSED + 1, shown - apart), high: shown + apart }
}

/** What it costs to hide each count that can still be hidden, by its id: what everybody knows cannot. Nor can a nought that always was. */
type Costs = ReadonlyMap<string, number>

/** More than any number of people: what is dear comes after all that is not. */
const DEAR = 1e9
/** A true nought tells much: it goes after every other number of a group. */
const NOUGHT = 1e6

const costsOf = (counts: readonly Count[]): Costs =>
  new Map(
    counts.flatMap(({ id, people, before, dear, gone }) => {
      if (before === 'shown' || (people === 0 && gone !== true)) return []
      return [[id, (people === 0 ? NOUGHT : people) + (dear === true ? DEAR : 0)] as const]
    }),
  )

/**
 * What to publish of each count, by its id.
 * @param sums every way in which counts add up, within a table, across tables, and from one publication to the next
 * @param open the solver that looks for ways in which a small number could be another
 */
export function suppress(
  counts: readonly Count[],
  sums: readonly Sum[],
  open: OpenLinear,
): ReadonlyMap<string, Published> {
  const costs = costsOf(counts)
  const hidden = new Set(
    counts.flatMap(({ id, people, before }) =>
      isSmall(people) || before === 'hidden' || before === 'withheld' ? [id] : [],
    ),
  )
  const places = counts.map(({ id, people, before }): Place => {
    const isHidden = hidden.has(id)
    return {
      people,
      ...(before === 'withheld' ? { low: 0, high: Number.POSITIVE_INFINITY } : rangeOf(people, isHidden)),
      cost: isHidden ? undefined : costs.get(id),
      isSmall: isSmall(people),
    }
  })
  const at = new Map(counts.map(({ id }, place) => [id, place]))
  const rows = sums.flatMap(({ total, parts }): readonly Row[] => {
    const whole = at.get(total)
    const members = parts.flatMap((part) => at.get(part) ?? [])
    return whole === undefined || members.length < parts.length ? [] : [{ total: whole, parts: members }]
  })
  const beside = hiddenBeside(places, rows, open)
  return new Map(
    counts.map((count, place) => [count.id, publish(count, hidden.has(count.id) || beside.has(place))]),
  )
}

function publish({ people }: Count, isHidden: boolean): Published {
  if (isHidden) return { status: 'suppressed', people: null }
  return people === 0 ? { status: 'zero', people: 0 } : { status: 'rounded', people: rounded(people) }
}
