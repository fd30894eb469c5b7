import { z } from 'zod'
import { FORMS, UNITS } from '../domain/allocation/support.ts'
import { KINDS, KIND_NAMES, type Kind } from './kinds.ts'
import { entry, identifier, numberFrom0, oneOf, party, poundsAUnit, text, when, yesOrNo } from './values.ts'

export const FORMAT = 'roundtable/record@1'

export const ROLES = [
  'person',
  'carer',
  'family',
  'friend',
  'advocate',
  'attorney',
  'deputy',
  'social-worker',
  'occupational-therapist',
  'assessor',
  'manager',
  'commissioner',
  'provider',
  'nhs',
  'broker',
  'finance',
] as const
export type Role = (typeof ROLES)[number]

/** What every entry holds. */
const EVERY = {
  id: identifier,
  on: when,
  by: party,
  recorded: when.optional(),
  corrects: entry().optional(),
  withheld: z.strictObject({ from: z.array(party), exemption: text, why: text }).optional(),
  note: text.optional(),
}

const everySchema = z.strictObject(EVERY)
type Every = z.output<typeof everySchema>
type Own<K extends Kind> = z.output<z.ZodObject<(typeof KINDS)[K], z.core.$strict>>

/**
 * An entry of one kind, as the product holds it: money in pence, everything else as in the file.
 * An entry that corrects another says why, whatever its kind.
 */
export type EntryOf<K extends Kind> = {
  [P in K]: Every & { kind: P } & Own<P> & { why?: string | undefined }
}[K]

/** Everything that can happen to a record. */
export type Entry = EntryOf<Kind>

const schemaOf = (kind: Kind, correcting: boolean): z.ZodObject =>
  z.strictObject({
    ...EVERY,
    kind: z.literal(kind),
    ...(correcting ? { why: text } : {}),
    ...KINDS[kind],
  })

/** The schema of an entry of each kind; one that corrects another must also say `why`. */
export const ENTRY_SCHEMAS = new Map<
  string,
  { readonly plain: z.ZodObject; readonly correcting: z.ZodObject }
>(KIND_NAMES.map((kind) => [kind, { plain: schemaOf(kind, false), correcting: schemaOf(kind, true) }]))

export const personSchema = z.strictObject({
  id: identifier,
  name: text,
  born: when,
  communication: z
    .strictObject({
      language: text.optional(),
      interpreter: text.optional(),
      formats: z.array(oneOf(['easy-read', 'large-print', 'audio', 'braille', 'bsl'])).optional(),
      notes: text.optional(),
    })
    .optional(),
})

export const partySchema = z.strictObject({
  id: identifier,
  name: text,
  role: oneOf(ROLES),
  registered: yesOrNo.optional(),
  training: z.array(text).optional(),
  paid: yesOrNo.optional(),
  'lives-with': yesOrNo.optional(),
  relationship: text.optional(),
})

/** The council's time standards by name, in days, weeks, months or a share: see `docs/glossary.md`. */
export const STANDARDS = [
  'open-days',
  'close-days',
  'plan-days',
  'copy-days',
  'start-days',
  'first-review-weeks',
  'review-months',
  'urgent-days',
  'answer-days',
  'complaint-days',
  'delivered-share',
  'asked-again-days',
] as const
export type Standard = (typeof STANDARDS)[number]

export const policySchema = z.strictObject({
  standards: z.partialRecord(z.enum(STANDARDS), numberFrom0).optional(),
  prices: z
    .array(z.strictObject({ form: oneOf(FORMS), unit: oneOf(UNITS), price: poundsAUnit, from: when }))
    .optional(),
})

export type Person = z.output<typeof personSchema>
export type Party = z.output<typeof partySchema>
export type Policy = z.output<typeof policySchema>

/** One person's record: what a `.record.json` file holds. */
export type RecordFile = {
  readonly format: typeof FORMAT
  readonly person: Person
  readonly parties: readonly Party[]
  readonly entries: readonly Entry[]
  readonly policy?: Policy
}
