import { busy } from './trouble.ts'

/**
 * Lets so many in at a time; so many more wait, for so long. Beyond that it is better to say so at once than to make
 * everybody wait: the web layer answers 503 with Retry-After.
 */
export type Gate = {
  /** @throws busy */
  readonly through: <T>(work: () => Promise<T>) => Promise<T>
  /** how many are in, and how many wait */
  readonly load: () => { readonly inside: number; readonly waiting: number }
}

export type GateOptions = { readonly inside: number; readonly waiting: number; readonly patience: number }

type Waiting = { readonly enter: () => void; readonly timer: NodeJS.Timeout }

export function gate({ inside: most, waiting: longest, patience }: GateOptions): Gate {
  let inside = 0
  const queue: Waiting[] = []

  const enter = (): Promise<void> => {
    if (inside < most) {
      inside += 1
      return Promise.resolve()
    }
    if (queue.length >= longest) return Promise.reject(busy())
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(waiting), 1)
        reject(busy())
      }, patience)
      const waiting: Waiting = { enter: resolve, timer }
      queue.push(waiting)
    })
  }

  const leave = (): void => {
    const next = queue.shift()
    if (next === undefined) {
      inside -= 1
      return
    }
    // The place goes straight to whoever waited longest.
    clearTimeout(next.timer)
    next.enter()
  }

  return {
    through: async (work) => {
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
    load: () => ({ inside, waiting: queue.length }),
  }
}
