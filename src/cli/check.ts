import type { Command } from 'commander'
import type { Model } from '../domain/allocation/model.ts'
import { checkList } from '../domain/checks/every.ts'
import { checkFiles, isThread, serveAsThread } from './check-files.ts'
import { complain, dayGiven, endWithReader, print, printJson } from './output.ts'

type Options = {
  readonly json?: boolean
  readonly on?: string
  readonly list?: boolean
  readonly model?: string
}

/** `check FILE...` and `check --list`: records held against the law, one or ten thousand. */
export function addCheck(program: Command, done: (code: number) => void): void {
  const command = program
    .command('check')
    .argument('[file...]', 'record files; a .jsonl file holds a record a line, as invent prints them')
    .description('hold records against the law: what is missing or wrong, why it matters, what would mend it')
    .option('--json', 'print one JSON document')
    .option('--on <date>', 'the day to check them on (default: today)')
    .option(
      '--model <file>',
      'a published allocation model, whose prices stand where a record gives none of its own',
    )
    .option('--list', 'print every check, with its level, where it stands in law and when it fires')
    .action(async (files: readonly string[], options: Options) => {
      if (isThread()) return serveAsThread()
      endWithReader()
      if (options.list === true) {
        listChecks(options.json === true)
        return done(0)
      }
      if (files.length === 0) command.error('error: name one or more record files, or use --list')
      const on = dayGiven(options.on)
      if (on === undefined) {
        complain(`--on: no such day: ${options.on ?? ''}`)
        return done(2)
      }
      const published = options.model === undefined ? undefined : await pricesOf(options.model)
      if (published instanceof Error) {
        complain(published.message)
        return done(1)
      }
      return done(await checkFiles(files, { on, json: options.json === true, published }))
    })
}

/** No more of the model than its prices: they go to other threads. Nothing reads models where none was named. */
async function pricesOf(path: string): Promise<Pick<Model, 'prices'> | Error> {
  const { modelFrom } = await import('../exchange/published-model.ts')
  return modelFrom(path).then(
    ({ prices }) => ({ prices }),
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  )
}

function listChecks(json: boolean): void {
  const checks = checkList()
  if (json) return printJson(checks)
  for (const { check, level, citation, when } of checks)
    print(`${check} (${level}; ${citation})`, `  ${when}`)
}
