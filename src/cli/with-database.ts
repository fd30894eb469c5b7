import { readConfig } from '../platform/config.ts'
import { type Database, openDatabase } from '../platform/database/database.ts'
import { keepPolicy } from '../record/policy-rows.ts'
import { complain } from './output.ts'

/** Opens the database that the settings name, or joins the one that runs; says why where it cannot, with exit code 1. */
export async function withDatabase(work: (database: Database) => Promise<number>): Promise<number> {
  const read = readConfig(process.env)
  if (read.kind === 'bad') {
    complain(...read.says)
    return 1
  }
  const { databaseUrl, dataFolder } = read.config
  let database: Database
  try {
    database = await openDatabase({
      ...(databaseUrl === undefined ? { data: dataFolder } : { url: databaseUrl }),
      prepare: keepPolicy,
    })
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error))
    return 1
  }
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
