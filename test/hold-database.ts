import { openEmbedded } from '../src/platform/database/embedded.ts'

// Another process with the database open: says which server it uses, and stays until it is told to go.

const embedded = await openEmbedded(process.argv[2] ?? '')
process.stdout.write(`${embedded.pid()}\n`)
await new Promise<void>((resolve) => {
  process.stdin.on('data', () => resolve())
  process.stdin.on('end', () => resolve())
})
await embedded.release()
process.exit(0)
