import { createRequire } from 'node:module'
import type { Highs, Model } from 'highs'
import type { Goal, Linear, LinearSystem, Numbers, OpenLinear } from '../domain/population/linear.ts'

// HiGHS, the solver of the University of Edinburgh, in the thread that asks: for a system that is asked hundreds of times over, each
// time from where it stood. It comes as WebAssembly, and is loaded once, when it is first wanted.

const OPTIMAL = 7
const FEASIBLE = 2
/** Primal simplex: what is asked changes more often than the bounds, and twice as quickly answered so. */
const PRIMAL = 4
/** Dual simplex: the answer before stays the best but for a bound, from which few steps lead to the next. */
const DUAL = 1
/** In whole numbers something near the best will do. What is not found after so much looking, counted and not timed, is not there. */
const WHOLE = { mip_rel_gap: 0.02, mip_max_nodes: 20 } as const

const matrixOf = ({ low, rows }: LinearSystem) => {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, at) => {
    starts[at + 1] = (starts[at] ?? 0) + row.length
  })
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols: low.length,
    starts,
    indices: Int32Array.from(rows.flatMap((row) => row.map(([column]) => column))),
    values: Float64Array.from(rows.flatMap((row) => row.map(([, times]) => times))),
  }
}

/** What is asked: the most or the least of some columns together. */
function aim({ constants }: Highs, model: Model, goal: Goal, of: readonly number[], columns: number): void {
  const costs = new Float64Array(columns)
  for (const column of of) costs[column] = 1
  model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, costs)
  model.changeObjectiveSense(
    goal === 'most' ? constants.objectiveSense.maximize : constants.objectiveSense.minimize,
  )
}

/** @returns whether there is an answer; in whole numbers it may not be the best */
function isAnswered(model: Model): boolean {
  model.run()
  return model.getModelStatus() === OPTIMAL || model.info.get('primal_solution_status') === FEASIBLE
}

const optionsFor = (numbers: Numbers) => {
  switch (numbers) {
    case 'any':
      return { simplex_strategy: PRIMAL }
    case 'nearest':
      return { simplex_strategy: DUAL }
    case 'whole':
      return WHOLE
  }
}

function opened(highs: Highs, system: LinearSystem, numbers: Numbers): Model {
  const [columns, rows] = [system.low.length, system.rows.length]
  const model = highs.createModel({
    numCols: columns,
    numRows: rows,
    colCost: new Float64Array(columns),
    colLower: Float64Array.from(system.low),
    colUpper: Float64Array.from(system.high, (high) => Math.min(high, highs.infinity)),
    rowLower: new Float64Array(rows),
    rowUpper: new Float64Array(rows),
    matrix: matrixOf(system),
    ...(numbers === 'whole'
      ? { integrality: system.low.map(() => highs.constants.variableType.integer) }
      : {}),
  })
  model.options.set({ output_flag: false, ...optionsFor(numbers) })
  return model
}

async function load(): Promise<OpenLinear> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one export of the package, as its documentation gives it
  const highs = await (createRequire(import.meta.url)('highs') as () => Promise<Highs>)()
  return (system, numbers = 'any'): Linear => {
    const model = opened(highs, system, numbers)
    let asked: { readonly goal: Goal; readonly of: readonly number[] } | undefined
    return {
      within: (column, from, to) => void model.changeColBounds(column, from, Math.min(to, highs.infinity)),
      best: (goal, of) => {
        if (asked?.goal !== goal || asked.of !== of) {
          aim(highs, model, goal, of, system.low.length)
          asked = { goal, of }
        }
        if (!isAnswered(model)) return undefined
        const { colValue: values, colDual: bounded } = model.getSolution()
        return { values, bounded }
      },
      close: () => model.dispose(),
    }
  }
}

let loaded: Promise<OpenLinear> | undefined
/** The solver, ready to be asked. */
export const linearSolver = (): Promise<OpenLinear> => (loaded ??= load())
