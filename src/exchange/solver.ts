import * as module from 'highs'
import type { Solve } from '../domain/population/calibrate.ts'

// HiGHS, the solver of the University of Edinburgh, for linear and quadratic problems. It comes as WebAssembly, so the domain
// writes its problems down as text and is handed this.

type Loaded = { readonly solve: (problem: string) => { readonly Status: string; readonly Columns: object } }
type Load = () => Promise<Loaded>

// The package's types are those of its CommonJS build, whose default is one level deeper than that of the build that loads.
const inner: unknown = Reflect.get(module, 'default')
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one export of the package, as its documentation gives it
const load = (typeof inner === 'function' ? inner : Reflect.get(module.default, 'default')) as Load

/** Solves a problem in the CPLEX LP format. @returns undefined where it has no best answer */
export async function openSolver(): Promise<Solve> {
  const highs = await load()
  return (problem) => {
    const { Status: status, Columns: columns } = highs.solve(problem)
    if (status !== 'Optimal') return undefined
    return new Map(
      Object.entries(columns).map(([name, column]: [string, unknown]) => {
        const value: unknown =
          typeof column === 'object' && column !== null && 'Primal' in column ? column.Primal : undefined
        return [name, typeof value === 'number' ? value : 0] as const
      }),
    )
  }
}
