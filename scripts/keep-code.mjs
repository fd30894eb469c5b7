/*
 * Keeps what need not be made at each start of a command of files: the published models as they read, and, when the
 * command was run once, what Node made of its code.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'
import { KEPT, loadOfFiles } from '../bin/of-files.mjs'
import { ROOT } from './stamp.mjs'

const models = join(ROOT, 'allocation')
const read = readdirSync(models)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(models, name), 'utf8'))
  .map((source) => ({ source, value: load(source, { schema: CORE_SCHEMA }) }))
writeFileSync(join(ROOT, 'dist', 'models.kept'), JSON.stringify(read))

const { run, script } = loadOfFiles()
process.stdout.write = () => true
const record = join(ROOT, 'demo', 'records', 'harbour.record.json')
await run(['explain', record, '--json'])
await run(['explain', record])
await run(['check', record])
writeFileSync(KEPT, script.createCachedData())
