import type { Command } from 'commander'
import { readRecordFile } from '../exchange/record-files.ts'
import type { RecordFile } from '../record/entries.ts'
import { writeFileText } from '../record/file.ts'
import { exportWhole, importMany, isRecordId } from '../record/log.ts'
import { complain, complainOf, print, printJson } from './output.ts'
import { withDatabase } from './with-database.ts'

/** `import FILE...` and `export ID`: into and out of the running database, whole or not at all. */
export function addFiles(program: Command, done: (code: number) => void): void {
  program
    .command('import')
    .argument('<file...>', 'record files')
    .description('bring records into the database: all of them, or none')
    .option('--json', 'print one JSON document')
    .action(async (files: readonly string[], options: { readonly json?: boolean }) => {
      const records: RecordFile[] = []
      let wrong = false
      for (const file of files) {
        const read = readRecordFile(file)
        if (read.kind === 'record') records.push(read.record)
        else {
          wrong = true
          complainOf(file, read.mistakes)
        }
      }
      if (wrong) {
        complain('Nothing was brought in.')
        return done(1)
      }
      const code = await withDatabase(async (database) => {
        const ids = await importMany(
          database,
          records.map((record) => ({ record })),
        )
        const kept = files.map((file, index) => ({ file, record: ids[index] ?? '' }))
        if (options.json === true) printJson(kept)
        else print(...kept.map(({ file, record }) => `${file}: ${record}`))
        return 0
      })
      return done(code)
    })

  program
    .command('export')
    .argument('<id>', 'the record’s id, as import printed it')
    .description('print a record as a record file')
    .action(async (id: string) => {
      if (!isRecordId(id)) {
        complain(`${id} is not the id of a record: it looks like 6f1c2d3e-0000-4000-8000-000000000000`)
        return done(1)
      }
      const code = await withDatabase(async (database) => {
        const record = await database.asOwner((query) => exportWhole(query, id))
        if (record === undefined) {
          complain(`There is no record ${id}.`)
          return 1
        }
        process.stdout.write(writeFileText(record))
        return 0
      })
      return done(code)
    })
}
