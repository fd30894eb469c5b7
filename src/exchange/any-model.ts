import { readFile } from 'node:fs/promises'
import { parseModel } from '../domain/allocation/model.ts'
import { parsePointsModel } from '../domain/allocation/points.ts'
import type { AnyModel } from '../domain/population/what-if.ts'
import type { Mistake } from '../record/mistakes.ts'
import { fromYaml } from './published-model.ts'
import { reasonOf } from './record-files.ts'

export type ReadAnyModel =
  | { readonly kind: 'read'; readonly model: AnyModel }
  | { readonly kind: 'refused'; readonly mistakes: readonly Mistake[] }

const refused = (mistakes: readonly Mistake[]): ReadAnyModel => ({ kind: 'refused', mistakes })

/** A model from its file, of points where it has questions, else built up line by line. Every mistake is named by its place. */
export async function readAnyModel(path: string): Promise<ReadAnyModel> {
  let value: unknown
  try {
    value = fromYaml(await readFile(path, 'utf8'))
  } catch (error) {
    const says = error instanceof Error ? reasonOf(error).split('\n')[0] : String(error)
    return refused([{ path: 'file', says: `cannot be read as YAML or JSON: ${says}` }])
  }
  if (typeof value === 'object' && value !== null && 'questions' in value) {
    const read = parsePointsModel(value)
    return read.kind === 'model'
      ? { kind: 'read', model: { kind: 'points', model: read.model } }
      : refused(read.errors)
  }
  const read = parseModel(value)
  return read.kind === 'model'
    ? { kind: 'read', model: { kind: 'built-up', model: read.model } }
    : refused(read.errors)
}
