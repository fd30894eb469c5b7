import { readFile } from 'node:fs/promises'
import { CORE_SCHEMA, load } from 'js-yaml'
import { type PointsModel, parsePointsModel } from '../domain/allocation/points.ts'
import { type Model, type ParsedModel, parseModel } from '../domain/allocation/model.ts'

// The core of YAML 1.2: a day stays the text that it is written as, and `no` is a word.
export const fromYaml = (source: string): unknown => load(source, { schema: CORE_SCHEMA })

/** What the build has read already, beside the very text that it read. */
type Kept = readonly { readonly source: string; readonly value: unknown }[]

/** @param kept where the build keeps it; a text that is not there, or has been changed since, is read anew */
async function yamlKept(source: string, kept: string | undefined): Promise<unknown> {
  const held = kept === undefined ? '[]' : await readFile(kept, 'utf8').catch(() => '[]')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the build alone, and held to the source
  const texts = JSON.parse(held) as Kept
  return texts.find((text) => text.source === source)?.value ?? fromYaml(source)
}

/** The council's published model, from its YAML file. */
export async function readModel(path: string, kept?: string): Promise<ParsedModel> {
  const source = await readFile(path, 'utf8')
  try {
    return parseModel(await yamlKept(source, kept))
  } catch (error) {
    // The first line says what and where; the rest is a picture of it.
    const [says = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return { kind: 'invalid', errors: [{ path: 'file', says: `This is not YAML: ${says}` }] }
  }
}

/** The same for the start of the service and the command line. @throws with every mistake named, so that nothing starts on a wrong model. */
export async function modelFrom(path: string, kept?: string): Promise<Model> {
  const read = await readModel(path, kept)
  if (read.kind === 'model') return read.model
  const mistakes = read.errors.map(({ path: at, says }) => `${path}: ${at}: ${says}`)
  throw new Error(mistakes.join('\n'))
}

/** The council's points, a second opinion beside the built-up sum. @throws with every mistake named. */
export async function pointsFrom(path: string): Promise<PointsModel> {
  const read = parsePointsModel(fromYaml(await readFile(path, 'utf8')))
  if (read.kind === 'model') return read.model
  throw new Error(read.errors.map(({ path: at, says }) => `${path}: ${at}: ${says}`).join('\n'))
}
