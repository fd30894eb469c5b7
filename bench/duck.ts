import { DuckDBInstance } from '@duckdb/node-api'
import type { HoursBlock, PriceList } from '../src/domain/allocation/hours-block.ts'

// The same what-if in a database that is made for columns, on one thread, with its tables in memory.

/** Half a penny goes up, as in `nearestPenny`: a product may stand a hair below its true half. */
const PENNY =
  'floor(minutes * rate / 60 + 0.5 + greatest(5e-10, minutes * rate / 60 * 8 * 2.220446049250313e-16))'

const QUERY = `
  with weeks as (
    select person, sum(${PENNY}) as after from lines join prices using (place) group by person
  )
  select kind, count(*) as people, count(*) filter (after < before) as lose, count(*) filter (after > before) as gain,
    sum(before) as before, sum(after) as after, count(*) filter (before < cost) as below_before,
    count(*) filter (after < cost) as below_after
  from people join weeks using (person) group by kind order by kind`

export type People = {
  readonly kind: Uint16Array
  readonly before: Float64Array
  readonly cost: Float64Array
}

export async function openDuck(hours: HoursBlock, { kind, before, cost }: People) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run('create table lines (person integer, place utinyint, minutes double)')
  await connection.run('create table people (person integer, kind usmallint, before double, cost double)')
  await connection.run('create table prices (place utinyint, rate double)')
  const lines = await connection.createAppender('lines')
  // In the order of people, as a database would be filled and as suits it best.
  const places: number[][] = Array.from({ length: hours.count }, () => [])
  for (const { place, person, minutes } of hours.columns) {
    for (let index = 0; index < person.length; index += 1)
      places[person[index] ?? 0]?.push(place, minutes[index] ?? 0)
  }
  for (const [person, theirs] of places.entries()) {
    for (let index = 0; index < theirs.length; index += 2) {
      lines.appendInteger(person)
      lines.appendUTinyInt(theirs[index] ?? 0)
      lines.appendDouble(theirs[index + 1] ?? 0)
      lines.endRow()
    }
  }
  lines.closeSync()
  const people = await connection.createAppender('people')
  for (let person = 0; person < hours.count; person += 1) {
    people.appendInteger(person)
    people.appendUSmallInt(kind[person] ?? 0)
    people.appendDouble(before[person] ?? 0)
    people.appendDouble(cost[person] ?? 0)
    people.endRow()
  }
  people.closeSync()
  const statement = await connection.prepare(QUERY)
  return {
    price: async (prices: PriceList): Promise<void> => {
      await connection.run('delete from prices')
      const appender = await connection.createAppender('prices')
      prices.rate.forEach((rate, place) => {
        if (Number.isNaN(rate)) return
        appender.appendUTinyInt(place)
        appender.appendDouble(rate)
        appender.endRow()
      })
      appender.closeSync()
    },
    /** Seven figures a kind, in the order of the tally. */
    whatIf: async (): Promise<readonly (readonly number[])[]> => {
      const reader = await statement.runAndReadAll()
      return reader.getRows().map((row) => row.map(Number))
    },
    close: (): void => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
