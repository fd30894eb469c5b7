/**
 * How much is done at once. Beyond what the machine can do, more at once makes everybody wait; so a few wait their
 * turn, and the rest are told straight away to come back.
 */
export type Gate = {
  /** True where one more would be turned away: cheap to ask before anything is read. */
  readonly full: () => boolean
  /**
   * Waits for a place. @returns how to leave it, which may be told more than once
   * @throws an error for which `isTurnedAway` is true, where too many wait already
   */
  readonly enter: () => Promise<() => void>
  /** Does the work in its turn. @throws as `enter` does */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>
}

const turnedAway = new WeakSet<Error>()

export const isTurnedAway = (error: unknown): boolean => error instanceof Error && turnedAway.has(error)

/** @param atOnce that many in work; @param waiting that many more in turn */
export function createGate({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }): Gate {
  let inside = 0
  const queue: (() => void)[] = []
  const full = () => inside >= atOnce && queue.length >= waiting

  const takeTurn = async (): Promise<void> => {
    if (inside < atOnce) {
      inside += 1
      return
    }
    if (full()) {
      const error = new Error('too many are waiting already')
      turnedAway.add(error)
      throw error
    }
    // Whoever leaves hands their place over, so `inside` stays as it is.
    await new Promise<void>((resolve) => queue.push(resolve))
  }
  const leave = () => {
    const next = queue.shift()
    if (next === undefined) inside -= 1
    else next()
  }
  const enter = async () => {
    await takeTurn()
    let isIn = true
    return () => {
      if (isIn) leave()
      isIn = false
    }
  }

  return {
    full,
    enter,
    run: async (work) => {
      const out = await enter()
      try {
        return await work()
      } finally {
        out()
      }
    },
  }
}
