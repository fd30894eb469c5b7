import { z } from 'zod'
import {
  CONTRACT_FORMAT,
  CONTRACT_KIND_NAMES,
  contractPartySchema,
  contractSchema,
  entrySchema,
} from './kinds.ts'

const published = (schema: z.ZodType): Record<string, unknown> => {
  const made: Record<string, unknown> = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: property }) => {
      // Days are a custom type to zod; to a reader of the schema they are text.
      if (zodSchema instanceof z.ZodCustom) {
        property.type = 'string'
        property.pattern = String.raw`^\d{4}-\d\d-\d\d$`
      }
    },
  })
  delete made['$schema']
  return made
}

/** An entry that corrects another says why; kinds that always do so say it in both. */
function withWhy(
  plain: Record<string, unknown>,
  correcting: Record<string, unknown>,
): Record<string, unknown> {
  const always = listOf(plain['required']).includes('why')
  return always
    ? correcting
    : {
        ...correcting,
        required: listOf(correcting['required']).filter((key) => key !== 'why'),
        dependentRequired: { corrects: ['why'] },
      }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The published JSON Schema of `roundtable/contract@1`, made from the same schemas that read files. */
export function contractJsonSchema(): Record<string, unknown> {
  const kinds = CONTRACT_KIND_NAMES.map(
    (kind) =>
      [kind, withWhy(published(entrySchema(kind, false)), published(entrySchema(kind, true)))] as const,
  )
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'roundtable/contract@1',
    title: 'A contract that pays for care and its outcomes, format roundtable/contract@1',
    description:
      'A ledger: dated entries in the order in which they were recorded, only ever added to. People are known by a reference alone. Money is pounds with at most two decimals, days are YYYY-MM-DD, shares are 0 to 1. What stands between entries (references, order, sums, who may say what) is in docs/contracts.md.',
    type: 'object',
    additionalProperties: false,
    required: ['format', 'contract', 'parties', 'entries'],
    properties: {
      format: { const: CONTRACT_FORMAT },
      contract: published(contractSchema),
      parties: { type: 'array', items: published(contractPartySchema) },
      entries: { type: 'array', items: { oneOf: kinds.map(([kind]) => ({ $ref: `#/$defs/${kind}` })) } },
    },
    $defs: Object.fromEntries(kinds),
  }
}
