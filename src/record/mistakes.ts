import type { z } from 'zod'

/** One thing that is wrong with a file: where, to the key, and in a sentence what. */
export type Mistake = { readonly entry?: string; readonly path: string; readonly says: string }

/** What came from outside, before anything is known of it. */
export type Raw = { readonly [key: string]: unknown }
export const isRaw = (value: unknown): value is Raw =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** `lines`, `2`, `weekly` to `lines[2].weekly`. */
export const pathOf = (keys: readonly PropertyKey[]): string =>
  keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    return path === '' ? String(key) : `${path}.${String(key)}`
  }, '')

/** What a schema found, as mistakes; an unknown key and a missing one each get their own line and path. */
export function mistakesOf(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  within: { readonly entry?: string; readonly at: readonly PropertyKey[] },
): readonly Mistake[] {
  const named = within.entry === undefined ? {} : { entry: within.entry }
  return issues.flatMap((issue) => {
    const keys = [...within.at, ...issue.path]
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ ...named, path: pathOf([...keys, key]), says: 'unknown key' }))
    }
    const says = isMissing(value, issue.path) ? 'missing' : issue.message
    return [{ ...named, path: pathOf(keys), says }]
  })
}

function isMissing(value: unknown, path: readonly PropertyKey[]): boolean {
  if (path.length === 0) return false
  let at: unknown = value
  for (const key of path.slice(0, -1)) {
    at = Array.isArray(at) ? at[Number(key)] : isRaw(at) ? at[String(key)] : undefined
  }
  const last = path.at(-1)
  return isRaw(at) && last !== undefined && !Object.hasOwn(at, String(last))
}
