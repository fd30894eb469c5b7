import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Query } from './driver.ts'
import { unfit } from './trouble.ts'

export type Migration = {
  readonly number: number
  readonly name: string
  readonly text: string
  readonly checksum: string
}

/** `0001-people.sql` and so on, in order. @throws where a number is missing or used twice. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
  return names.map((name, index) => {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1])
    if (number !== index + 1) throw unfit(`The migration ${name} should have the number ${index + 1}.`)
    const text = readFileSync(join(folder, name), 'utf8')
    return { number, name, text, checksum: createHash('sha256').update(text).digest('hex') }
  })
}

/** Runs a text of many statements, as no other code may. */
export type Script = (text: string) => Promise<unknown>

/**
 * Runs what has not run yet, each in its own transaction: forward only. Call it under `holdingMigrations`.
 * @returns the names of those that ran
 */
export async function migrate(
  query: Query,
  script: Script,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const done = await query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from guarded.migration order by number',
  )
  for (const { number, name, checksum } of done) {
    const ours = migrations.find((migration) => migration.number === number)
    if (ours === undefined) {
      throw unfit(
        `The database has the migration ${name}, which this version does not know: start a newer version.`,
      )
    }
    if (ours.checksum !== checksum) {
      throw unfit(
        `The migration ${name} is not the one that the database ran: put it back, and write a new one instead.`,
      )
    }
  }
  const open = migrations.filter(({ number }) => !done.some((row) => row.number === number))
  for (const { number, name, text, checksum } of open)
    await one(query, script, { number, name, text, checksum })
  return open.map(({ name }) => name)
}

async function one(query: Query, script: Script, { number, name, text, checksum }: Migration): Promise<void> {
  await query('begin')
  try {
    await script(text)
    await query('insert into guarded.migration (number, name, checksum) values ($1, $2, $3)', [
      number,
      name,
      checksum,
    ])
    await query('commit')
  } catch (error) {
    await query('rollback')
    throw unfit(
      `The migration ${name} failed, and nothing of it was kept: ${error instanceof Error ? error.message : String(error)}`,
      error,
    )
  }
}

/** The schema in which the list of migrations is kept; before the first migration, and whoever else starts now waits. */
export async function holdingMigrations<T>(query: Query, work: () => Promise<T>): Promise<T> {
  const lock = "pg_catalog.hashtextextended('roundtable/migrations', 0)"
  await query(`select pg_catalog.pg_advisory_lock(${lock})`)
  try {
    await query('create schema if not exists guarded')
    await query(`create table if not exists guarded.migration (
      number integer primary key check (number > 0),
      name text not null,
      checksum text not null,
      at timestamptz(3) not null default now()
    )`)
    return await work()
  } finally {
    await query(`select pg_catalog.pg_advisory_unlock(${lock})`)
  }
}
