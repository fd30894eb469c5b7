/** Writes the published JSON Schema of the contract format, made from the code (src/commissioning/contracts/json-schema.ts). */
import { writeFileSync } from 'node:fs'
import { contractJsonSchema } from '../src/commissioning/contracts/json-schema.ts'

writeFileSync('docs/roundtable-contract-1.schema.json', `${JSON.stringify(contractJsonSchema(), null, 2)}\n`)
