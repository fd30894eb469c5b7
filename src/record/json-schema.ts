import { z } from 'zod'
import { ENTRY_SCHEMAS, FORMAT, partySchema, personSchema, policySchema } from './entries.ts'
import { KINDS, KIND_NAMES, type Kind } from './kinds.ts'

const published = (schema: z.ZodType): Record<string, unknown> => {
  const made: Record<string, unknown> = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: property }) => {
      // Dates are a custom type to zod; to a reader of the schema they are text.
      if (zodSchema instanceof z.ZodCustom) {
        property.type = 'string'
        property.pattern = String.raw`^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$`
      }
    },
  })
  delete made['$schema']
  return made
}

/** The published JSON Schema of `roundtable/record@1`, made from the same schemas that read files. */
export function jsonSchema(): Record<string, unknown> {
  const kinds = KIND_NAMES.flatMap((kind) => {
    const schemas = ENTRY_SCHEMAS.get(kind)
    return schemas === undefined
      ? []
      : [[kind, whyWhereCorrecting(kind, published(schemas.correcting))] as const]
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'roundtable/record@1',
    title: 'One person’s record of care and support, format roundtable/record@1',
    description:
      'A list of dated entries, only ever added to. References (“refers”) point to a party or to an earlier entry of the named kinds. Money is pounds with at most two decimals.',
    type: 'object',
    additionalProperties: false,
    required: ['format', 'person', 'parties', 'entries'],
    properties: {
      format: { const: FORMAT },
      person: published(personSchema),
      parties: { type: 'array', items: published(partySchema) },
      entries: { type: 'array', items: { oneOf: kinds.map(([kind]) => ({ $ref: `#/$defs/${kind}` })) } },
      policy: published(policySchema),
    },
    $defs: Object.fromEntries(kinds),
  }
}

/** `why` is required of an entry that corrects another, and of the kinds that always have it. */
function whyWhereCorrecting(kind: Kind, schema: Record<string, unknown>): Record<string, unknown> {
  if (Object.hasOwn(KINDS[kind], 'why')) return schema
  const required = Array.isArray(schema['required']) ? schema['required'].filter((key) => key !== 'why') : []
  return { ...schema, required, dependentRequired: { corrects: ['why'] } }
}
