/** Whether the built service starts and stops with another Node: `npx tsx scripts/starts.ts /path/to/node`. */
import { execFileSync } from 'node:child_process'
import { aService } from './a-service.ts'

const node = process.argv[2] ?? process.execPath
const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
const service = await aService({}, node)
const { status } = await fetch(`${service.url}/`)
const code = await service.stop()
console.log(`On Node ${version} the service started, / answered ${status}, and it stopped with code ${code}.`)
process.exitCode = status === 200 && code === 0 ? 0 : 1
