import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import type { Model } from '../domain/allocation/model.ts'
import { fromYaml } from './published-model.ts'
import { type CouncilsOwn, type RecordSection, transparencyRecord } from './transparency-record.ts'

// What only the council knows of its model stands in a file of its own beside the model: `NAME.transparency.yaml` beside
// `NAME.yaml`. It may fill the headings that the model leaves open, and no other: nobody can say otherwise than the model does.

/** The file in which a council writes its own words, from the file of its model. */
export const ownWordsFile = (modelFile: string): string =>
  `${modelFile.replace(/\.ya?ml$/, '')}.transparency.yaml`

/** What is asked under each heading that may be the council's own. */
const ASKS: Readonly<Record<string, string>> = {
  '3': 'the address of the page on which the council says what the model is for',
  '4': 'where people can ask about it',
  '1.2': 'the team that looks after the model',
  '1.3': 'whoever answers for it: a post, or a name',
  '1.4': 'does anybody outside the council supply or run it: yes or no, and what',
  '1.4.1': 'the name of that supplier, or that there is none',
  '1.4.2': 'its number at Companies House',
  '1.4.3': 'what it does for the council',
  '1.4.4': 'how it was bought',
  '1.4.5': 'what the supplier may see, and on what terms',
  '2.4': 'how it was done before',
  '2.5': 'what else was thought of, and why it was not chosen',
  '3.3': 'how often it is used, and for how many people',
  '3.5': 'what whoever works with it has to learn first',
  '4.3.10': 'agreements on sharing what it is worked out from',
  '4.3.11': 'who can open what it is worked out from, where it is kept and for how long',
  '5.1': 'which impact assessments there are, with their days and where they can be read',
}

/** The headings that the model leaves to the council, in their order. */
export const councilsHeadings = (model: Model): RecordSection['fields'] =>
  transparencyRecord(model, undefined).flatMap(({ fields }) => fields.filter(({ isCouncils }) => isCouncils))

const fileSchema = z.strictObject({
  model: z.string({ error: 'model: the name of the model is missing.' }),
  headings: z.record(z.string(), z.unknown(), {
    error: 'headings: a list of numbers with words is missing.',
  }),
})

export type OwnWords =
  | { readonly kind: 'words'; readonly own: CouncilsOwn }
  | { readonly kind: 'invalid'; readonly mistakes: readonly string[] }

function headingsIn(headings: Readonly<Record<string, unknown>>, model: Model): OwnWords {
  const open = new Set(councilsHeadings(model).map(({ number }) => number))
  const all = new Set(
    transparencyRecord(model, undefined).flatMap(({ fields }) => fields.map((f) => f.number)),
  )
  const own: Record<string, string> = {}
  const mistakes: string[] = []
  for (const [number, words] of Object.entries(headings)) {
    if (!all.has(number)) mistakes.push(`headings: there is no heading ${number}.`)
    else if (!open.has(number))
      mistakes.push(
        `headings: ${number} is made from the model and the figures. The council cannot write it anew.`,
      )
    // Left empty is not written yet: so the file can be filled in bit by bit.
    else if (words === null || (typeof words === 'string' && words.trim() === '')) continue
    else if (typeof words === 'string') own[number] = words.trim()
    else mistakes.push(`headings: ${number} must be words. Put them between quotation marks.`)
  }
  return mistakes.length === 0 ? { kind: 'words', own } : { kind: 'invalid', mistakes }
}

/** Reads what a council wrote. Every mistake is named, and then nothing of it is used. */
export function parseOwnWords(source: string, model: Model): OwnWords {
  const parsed = fileSchema.safeParse(yamlOf(source))
  if (!parsed.success) return { kind: 'invalid', mistakes: parsed.error.issues.map(({ message }) => message) }
  return parsed.data.model === model.name
    ? headingsIn(parsed.data.headings, model)
    : {
        kind: 'invalid',
        mistakes: [`model: this is about ${parsed.data.model}. The model in force is ${model.name}.`],
      }
}

/** Undefined, which is no such file, where it is not YAML. */
function yamlOf(source: string): unknown {
  try {
    return fromYaml(source)
  } catch {
    return undefined
  }
}

/** The council's own words beside its model; none where there is no such file. @throws with every mistake in it. */
export async function ownWordsBeside(modelFile: string, model: Model): Promise<CouncilsOwn> {
  const path = ownWordsFile(modelFile)
  const source = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  if (source === undefined) return {}
  const read = parseOwnWords(source, model)
  if (read.kind === 'words') return read.own
  throw new Error(read.mistakes.map((says) => `${path}: ${says}`).join('\n'))
}

/** The file for a council to fill in: every heading that is its own, with what is asked there and what it has written so far. */
export function ownWordsToFill(model: Model, own: CouncilsOwn): string {
  const headings = councilsHeadings(model).flatMap(({ number, heading }) => [
    `  # ${number} ${heading}: ${ASKS[number] ?? 'the council’s own words'}.`,
    `  ${JSON.stringify(number)}: ${JSON.stringify(own[number] ?? '')}`,
    '',
  ])
  return [
    `# What only the council can say of its model, in the transparency record. Fill in as much as is known, keep the`,
    `# file beside the model as NAME.transparency.yaml (the model is NAME.yaml), and start the service again. What is`,
    `# left empty is shown as not written yet. All other headings are made from the model itself.`,
    '',
    `model: ${JSON.stringify(model.name)}`,
    'headings:',
    ...headings,
  ].join('\n')
}

/** As the page names the file: without the folder, which is the machine's own. */
export const ownWordsName = (modelFile: string): string => basename(ownWordsFile(modelFile))
