import type { ModelLine } from './view-model-lines.ts'

/** A comment as far as what is shown of it goes. */
type Stepped = {
  readonly line: string
  readonly steps: readonly {
    readonly kind: 'shown' | 'not-shown' | 'answer'
    readonly says: string | null
    readonly name: string
    readonly at: string
  }[]
}

/** Where a comment stands: nobody has looked at it; it is shown to everybody; it is not, and why. */
export type CommentStands =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'shown'; readonly by: string }
  | { readonly kind: 'not-shown'; readonly by: string; readonly why: string }

export function standOf({ steps }: Stepped): CommentStands {
  const last = steps.findLast(({ kind }) => kind !== 'answer')
  if (last === undefined) return { kind: 'waiting' }
  return last.kind === 'shown'
    ? { kind: 'shown', by: last.name }
    : { kind: 'not-shown', by: last.name, why: last.says ?? '' }
}

export const answersOf = <Step extends Stepped['steps'][number]>({
  steps,
}: {
  readonly steps: readonly Step[]
}): readonly Step[] => steps.filter(({ kind }) => kind === 'answer')

/** How many comments there are on each line. */
export function countByLine(comments: readonly Pick<Stepped, 'line'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { line } of comments) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}

/** What still has to be looked at, and what is shown and has no answer, oldest first. */
export const toDo = <C extends Stepped>(
  comments: readonly C[],
): { readonly look: readonly C[]; readonly answer: readonly C[] } => ({
  look: comments.filter((comment) => standOf(comment).kind === 'waiting'),
  answer: comments.filter((comment) => standOf(comment).kind === 'shown' && answersOf(comment).length === 0),
})

/** The line as it is today, or that it is no longer in the model: what was said of it stays. */
export const lineOf = (lines: readonly ModelLine[], key: string): ModelLine | undefined =>
  lines.find((line) => line.key === key)

/** The most signs of a comment that stand in a list. */
const AT_FIRST = 120

/** How a comment begins, for a list: whole words of it. */
export function beginOf(says: string): string {
  if (says.length <= AT_FIRST) return says
  const cut = says.slice(0, AT_FIRST).replace(/\s+\S*$/, '')
  return `${cut} …`
}
