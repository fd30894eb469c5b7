import { setTimeout as pause } from 'node:timers/promises'
import type { PointsModel } from '../../domain/allocation/points.ts'
import type { Solve } from '../../domain/population/calibrate-fit.ts'
import { calibrate, calibrateCurve } from '../../domain/population/calibrate.ts'
import type { SeenFigures } from '../../record/log.ts'
import type { AtInsight } from './door.ts'
import type { Calibrated } from './view-calibration.ts'

// To fit prices takes a second or more at a whole council. It is done behind the page, once for each oversight, and kept: who
// comes meanwhile is told so, and nobody waits longer than a moment.

/** What the room needs from beyond its walls. */
export type Calibrating = {
  readonly points: PointsModel | undefined
  /** Starts a solver in a thread of its own. */
  readonly openSolver: () => { readonly solve: Solve; readonly close: () => Promise<void> }
}

/** Where the work stands. `stale`: the figures have changed since it was done. */
export type Standing =
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly found: Calibrated; readonly stale: boolean }

type Kept = {
  /** what it was, or is being, made of */
  readonly of: readonly SeenFigures[]
  readonly work: Promise<Calibrated>
  done?: Calibrated
}

/** Milliseconds that somebody waits for work that may be done by then. */
const A_MOMENT = 1200
/** Each manager's team, and the council. */
const MOST_KEPT = 32

const keyOf = ({ of }: AtInsight): string => (of.kind === 'council' ? 'council' : `team ${of.team}`)

async function workOut(
  { people, model, today }: AtInsight,
  { points, openSolver }: Calibrating,
): Promise<Calibrated> {
  const solver = openSolver()
  try {
    return {
      on: today,
      prices: await calibrate(model, today, model.from, people, solver.solve),
      curve: points && (await calibrateCurve(points, today, model.from, people, solver.solve)),
    }
  } finally {
    await solver.close()
  }
}

/** What is known for whoever asks; begins the work where it was never done, or where they ask for it again. */
export function calibrating(tools: Calibrating): (at: AtInsight, again: boolean) => Promise<Standing> {
  const all = new Map<string, Kept>()
  const keep = async (key: string, kept: Kept): Promise<void> => {
    try {
      kept.done = await kept.work
    } catch {
      // Whoever waits for it is told; the next who asks begins anew.
      if (all.get(key) === kept) all.delete(key)
    }
  }
  const begin = (at: AtInsight): Kept => {
    const kept: Kept = { of: at.people, work: workOut(at, tools) }
    const key = keyOf(at)
    all.delete(key)
    all.set(key, kept)
    for (const oldest of all.keys()) {
      if (all.size <= MOST_KEPT) break
      all.delete(oldest)
    }
    void keep(key, kept)
    return kept
  }
  return async (at, again) => {
    const last = all.get(keyOf(at))
    const changed = last !== undefined && (last.of !== at.people || (last.done?.on ?? at.today) !== at.today)
    const kept = last === undefined || (again && changed && last.done !== undefined) ? begin(at) : last
    const found = kept.done ?? (await Promise.race([kept.work, pause(A_MOMENT, undefined, { ref: false })]))
    return found === undefined ? { kind: 'working' } : { kind: 'done', found, stale: kept.of !== at.people }
  }
}
