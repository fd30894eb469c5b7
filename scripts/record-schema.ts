/** Writes the published JSON Schema of the record format, made from the code (src/record/json-schema.ts). */
import { writeFileSync } from 'node:fs'
import { jsonSchema } from '../src/record/json-schema.ts'

writeFileSync('docs/roundtable-record-1.schema.json', `${JSON.stringify(jsonSchema(), null, 2)}\n`)
