import type { Command } from 'commander'

/** `serve`: the service, until it is told to stop. What `npm start` runs. */
export function addServe(program: Command, done: (code: number) => void): void {
  program
    .command('serve')
    .description('run the service')
    .action(async () => {
      // Loaded only here: the other commands start without the web.
      const { startService } = await import('../main.ts')
      let running: Awaited<ReturnType<typeof startService>>
      try {
        running = await startService(process.env)
      } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
        return done(1)
      }
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
      })
      await running.close()
      return done(0)
    })
}
