/* Runs a command of files once, and keeps what Node made of its code, so that it need not be made at each start. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KEPT, loadOfFiles } from '../bin/of-files.mjs'
import { ROOT } from './stamp.mjs'

const { run, script } = loadOfFiles()
const write = process.stdout.write
process.stdout.write = () => true
const record = join(ROOT, 'demo', 'records', 'harbour.record.json')
await run(['explain', record, '--json'])
await run(['explain', record])
await run(['check', record])
process.stdout.write = write
writeFileSync(KEPT, script.createCachedData())
