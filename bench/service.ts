import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { projectFile } from '../src/platform/database/project-files.ts'

export const ROOT = dirname(projectFile('package.json'))
export const COMMAND = join(ROOT, 'bin', 'roundtable.mjs')

/** The day on which everything is measured. */
export const ON = '2026-11-21'

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, 'localhost', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

export type RunningService = {
  readonly origin: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** Starts the service as `npm start` does, in a process of its own, and waits until it says that it is there. */
export async function startService(env: Readonly<Record<string, string>>): Promise<RunningService> {
  const port = await freePort()
  const child = spawn(process.execPath, [COMMAND, 'serve'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), ROUNDTABLE_ON: ON, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  let said = ''
  const origin = `http://localhost:${port}`
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes(origin)) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', (code) => reject(new Error(`The service did not start (${code}): ${said}`)))
  })
  return {
    origin,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
