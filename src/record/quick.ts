import { z } from 'zod'

/** So often a schema reads as it is, before it is worth compiling. */
const OFTEN = 64

type Use = { times: number; compiled: z.ZodType | undefined }
const uses = new WeakMap<z.ZodType, Use>()

/**
 * Reads a value by a schema, which is compiled once it has been asked often. A compiled one is four times as fast, and
 * takes milliseconds to make: a service and a run over many files are served by it, a command that reads one file is
 * not. It finds the same mistakes in the same words.
 */
export function readBy<T>(schema: z.ZodType<T>, value: unknown): z.ZodSafeParseResult<T> {
  const use = uses.get(schema) ?? { times: 0, compiled: undefined }
  if (use.times === 0) uses.set(schema, use)
  use.times += 1
  if (use.times >= OFTEN) use.compiled ??= z.compile(schema)
  // Left to itself, zod compiles each object, less thoroughly, when it is first read.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is kept under a schema is made from it
  return ((use.compiled as z.ZodType<T> | undefined) ?? schema).safeParse(value, { jitless: true })
}

/** The same for what was checked before it was kept. @throws where it is not as the schema says */
export function decodeBy<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = readBy(schema, value)
  if (result.success) return result.data
  throw result.error
}
