import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { verifyContracts } from '../commissioning/contracts/store.ts'
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
        const contracts = await verifyContracts(database)
        const whole = verified.faults.length + contracts.faults.length === 0
        if (options.json === true) printJson({ ...verified, contracts })
        else {
          print(`${verified.records} records with ${verified.entries} entries were looked at.`)
          if (verified.faults.length === 0) print('The log is whole, and every list agrees with it.')
          print(
            `${contracts.contracts} contracts with ${contracts.entries} entries and ${contracts.visits} visits were looked at.`,
          )
          if (contracts.faults.length === 0) print('Every contract is whole.')
          for (const { record, number, says } of verified.faults) {
            complain(`${record}${number === undefined ? '' : `, entry ${number}`}: ${says}`)
          }
          for (const { contract, number, says } of contracts.faults) {
            complain(`${contract}${number === undefined ? '' : `, ${number}`}: ${says}`)
          }
        }
        return whole ? 0 : 1
      })
      return done(code)
    })
}
