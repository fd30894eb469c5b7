/* Runs a command of files once, and keeps what Node made of its code, so that it need not be made at each start. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KEPT, loadOfFiles } from '../bin/of-files.mjs'
import { ROOT } from './stamp.mjs'

const { run, script } = loadOfFiles()
process.stdout.write = () => true
const record = join(ROOT, 'demo', 'records', 'harbour.record.json')
await run(['explain', record, '--json'])
await run(['explain', record])
await run(['check', record])
writeFileSync(KEPT, script.createCachedData())
