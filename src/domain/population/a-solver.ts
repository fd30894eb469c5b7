import { createRequire } from 'node:module'

// The solver in a test's own thread, for whoever tries many small problems one after the other. It is read as the package gives
// it to `require`, and knows the CPLEX LP format.

type Solved = { readonly Status: string; readonly Columns: Readonly<Record<string, unknown>> }
type Highs = { readonly solve: (problem: string) => Solved }

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one export of the package, as its documentation gives it
const load = createRequire(import.meta.url)('highs') as () => Promise<Highs>
const highs = await load()

const primal = (column: unknown): number => {
  const value: unknown =
    typeof column === 'object' && column !== null && 'Primal' in column ? column.Primal : undefined
  return typeof value === 'number' ? value : 0
}

/** The value of each variable in the best answer; undefined where there is none. */
export function solver(problem: string): ReadonlyMap<string, number> | undefined {
  const { Status: status, Columns: columns } = highs.solve(problem)
  return status === 'Optimal'
    ? new Map(Object.entries(columns).map(([name, column]) => [name, primal(column)]))
    : undefined
}
