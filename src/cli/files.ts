import type { Command } from 'commander'
import { writeContractText } from '../commissioning/contracts/file.ts'
import { exportContract, importContractsWithin } from '../commissioning/contracts/store.ts'
import type { ContractFile } from '../domain/contracts/entries.ts'
import { readAnyFile } from '../exchange/any-file.ts'
import type { RecordFile } from '../record/entries.ts'
import { writeFileText } from '../record/file.ts'
import { importWithin } from '../record/log-import.ts'
import { exportWhole, isRecordId } from '../record/log.ts'
import { complain, complainOf, print, printJson } from './output.ts'
import { withDatabase } from './with-database.ts'

type Read = {
  readonly file: string
  readonly of:
    | { readonly kind: 'record'; readonly record: RecordFile }
    | { readonly kind: 'contract'; readonly contract: ContractFile }
}

/** `import FILE...` and `export ID`: into and out of the running database, whole or not at all. */
export function addFiles(program: Command, done: (code: number) => void): void {
  program
    .command('import')
    .argument('<file...>', 'record files and contract files')
    .description('bring records and contracts into the database: all of them, or none')
    .option('--json', 'print one JSON document')
    .action(async (files: readonly string[], options: { readonly json?: boolean }) =>
      done(await bringIn(files, options.json === true)),
    )

  program
    .command('export')
    .argument('<id>', 'the record’s id, as import printed it, or the contract’s')
    .description('print a record as a record file, or a contract as a contract file')
    .action(async (id: string) => done(await takeOut(id)))
}

async function bringIn(files: readonly string[], json: boolean): Promise<number> {
  const all: Read[] = []
  for (const file of files) {
    const of = await readAnyFile(file)
    if (of.kind === 'refused') complainOf(file, of.mistakes)
    else all.push({ file, of })
  }
  if (all.length < files.length) {
    complain('Nothing was brought in.')
    return 1
  }
  const records = all.flatMap(({ of }) => (of.kind === 'record' ? [{ record: of.record }] : []))
  const contracts = all.flatMap(({ of }) => (of.kind === 'contract' ? [{ contract: of.contract }] : []))
  return withDatabase(async (database) => {
    const ids = await database.asOwner(async (query) => {
      const failed = await importContractsWithin(query, contracts)
      if (failed === undefined) return importWithin(query, records)
      complain(`${failed.id}: there is a contract of this id already. A ledger is only added to.`)
      return undefined
    })
    if (ids === undefined) {
      complain('Nothing was brought in.')
      return 1
    }
    const left = [...ids]
    const kept = all.map(({ file, of }) =>
      of.kind === 'record'
        ? { file, record: left.shift() ?? '' }
        : { file, contract: of.contract.contract.id },
    )
    if (json) printJson(kept)
    else print(...kept.map((each) => `${each.file}: ${'record' in each ? each.record : each.contract}`))
    return 0
  })
}

const CONTRACT_ID = /^[^\s/]{1,200}$/

async function takeOut(id: string): Promise<number> {
  if (!isRecordId(id) && !CONTRACT_ID.test(id)) {
    complain(`${id} is not the id of a record: it looks like 6f1c2d3e-0000-4000-8000-000000000000`)
    return 1
  }
  return withDatabase(async (database) => {
    const text = await database.asOwner(async (query) => {
      if (isRecordId(id)) {
        const record = await exportWhole(query, id)
        return record === undefined ? undefined : writeFileText(record)
      }
      const contract = await exportContract(query, id)
      return contract === undefined ? undefined : writeContractText(contract)
    })
    if (text === undefined) {
      complain(isRecordId(id) ? `There is no record ${id}.` : `There is no contract ${id}, and no record.`)
      return 1
    }
    process.stdout.write(text)
    return 0
  })
}
