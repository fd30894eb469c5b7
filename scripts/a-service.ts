import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The whole service as a process of its own, on a data folder that goes when it goes. */
export type AService = { readonly url: string; readonly stop: () => Promise<number | null> }

/** The settings of whoever runs this are not the service's; those of the system, such as PATH, are. */
const SETTINGS =
  /^(PORT|HOST|DATABASE_URL|NODE_ENV|ROUNDTABLE_|OIDC_|SESSION_|SIGN_INS_|POSTS_|PAGES_|TRUSTED_|LOG_)/

const PATIENCE = 120_000

/**
 * Starts the built service (`npm run build` first) and waits for its first page.
 * @param node the binary to start it with
 * @param settings environment variables beside those that this gives
 * @throws with what the service said, where it ends or is not there in two minutes
 */
export async function aService(
  settings: Readonly<Record<string, string>> = {},
  node: string = process.execPath,
): Promise<AService> {
  const data = mkdtempSync(join(tmpdir(), 'roundtable-service-'))
  // Started by root, the database runs as nobody and must be able to walk in.
  chmodSync(data, 0o711)
  const port = await aFreePort()
  const system = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name))
  const service = spawn(node, [join(ROOT, 'bin', 'roundtable.mjs'), 'serve'], {
    cwd: ROOT,
    env: {
      ...Object.fromEntries(system),
      PORT: String(port),
      ROUNDTABLE_DATA: data,
      LOG_LEVEL: 'error',
      // What is tried is tried on the people who were written by hand.
      ROUNDTABLE_INVENTED: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [service.stdout, service.stderr]) {
    stream.setEncoding('utf8').on('data', (words: string) => void (said += words))
  }
  const ended = new Promise<number | null>((resolve, reject) => {
    service.on('error', reject)
    service.on('close', resolve)
  })
  const stop = async () => {
    service.kill('SIGTERM')
    const code = await ended
    rmSync(data, { recursive: true, force: true })
    return code
  }

  const url = `http://localhost:${port}`
  const late = performance.now() + PATIENCE
  const over = new AbortController()
  ended.then(
    () => over.abort(),
    () => over.abort(),
  )
  while (!over.signal.aborted && performance.now() < late) {
    if (await answers(`${url}/`)) return { url, stop }
    await wait(100)
  }
  await stop()
  throw new Error(`The service did not start. It said:\n${said}`)
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ status }) => status === 200,
    () => false,
  )

/** A port that nobody listens on now. */
const aFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, 'localhost', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port was given')),
      )
    })
  })
