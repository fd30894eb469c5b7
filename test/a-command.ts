import { vi } from 'vitest'
import { run } from '../src/cli/main.ts'

export type Said = { readonly code: number; readonly out: string; readonly err: string }

/** Runs a command as the command line does, in this process, and hears what it writes to both outputs. */
export async function roundtable(...args: readonly string[]): Promise<Said> {
  const heard = { out: '', err: '' }
  const hearing = (['out', 'err'] as const).map((end) =>
    vi.spyOn(end === 'out' ? process.stdout : process.stderr, 'write').mockImplementation((text) => {
      heard[end] += String(text)
      return true
    }),
  )
  try {
    const code = await run(args)
    return { code, ...heard }
  } finally {
    for (const one of hearing) one.mockRestore()
    // Each command listens for its reader to stop; here many of them share one process.
    process.stdout.removeAllListeners('error')
  }
}
