import type { Database } from '../platform/database/database.ts'

/**
 * The database as it is on the day on which the service works: whoever's part in a record begins on that day is let in from
 * then on. The day is named before anybody's first transaction in it, so that nobody is let in a day late or early.
 * @param today `YYYY-MM-DD`, asked anew each time
 */
export function onItsDay(database: Database, today: () => string): Database {
  let named: string | undefined
  let naming: Promise<void> | undefined
  const name = async (): Promise<void> => {
    const day = today()
    await database.asOwner((query) => query('select roundtable.day_is($1)', [day]))
    named = day
  }
  /** Once for all who come in the same moment. What goes wrong is told to each of them, and the next one tries again. */
  const onTheDay = async (): Promise<void> => {
    while (today() !== named) {
      naming ??= name().finally(() => {
        naming = undefined
      })
      await naming
    }
  }
  return {
    ...database,
    scoped: async (token, work) => {
      if (today() !== named) await onTheDay()
      return database.scoped(token, work)
    },
  }
}
