import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { headsOf, verify } from '../record/log.ts'
import { complain, print, printJson } from './output.ts'
import { withDatabase } from './with-database.ts'

type Options = { readonly json?: boolean; readonly heads?: string; readonly keepHeads?: string }

/** `verify`: every hash of the log worked out again, every list rebuilt and compared. */
export function addVerify(program: Command, done: (code: number) => void): void {
  program
    .command('verify')
    .description('check the log’s hashes, and rebuild every list and compare it')
    .option('--json', 'print one JSON document')
    .option(
      '--heads <file>',
      'compare with heads that were kept outside: shows whether the end of the log was cut off',
    )
    .option('--keep-heads <file>', 'write the heads to a file, to be kept somewhere else')
    .action(async (options: Options) => {
      const code = await withDatabase(async (database) => {
        const heads = options.heads === undefined ? undefined : await readFile(options.heads, 'utf8')
        const verified = await verify(database, heads === undefined ? {} : { heads })
        if (options.keepHeads !== undefined) await writeFile(options.keepHeads, await headsOf(database))
        if (options.json === true) printJson(verified)
        else {
          print(`${verified.records} records with ${verified.entries} entries were looked at.`)
          if (verified.faults.length === 0) print('The log is whole, and every list agrees with it.')
          for (const { record, number, says } of verified.faults) {
            complain(`${record}${number === undefined ? '' : `, entry ${number}`}: ${says}`)
          }
        }
        return verified.faults.length === 0 ? 0 : 1
      })
      return done(code)
    })
}
