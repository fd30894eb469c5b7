import { Client, type ClientConfig, Pool, TypeOverrides } from 'pg'

/** How to reach a server: what `pg` takes, and no more than we use. */
export type Address = {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
  readonly ssl?: ClientConfig['ssl']
}

/** A static text with parameters; a name makes it a prepared statement, for what is asked often. */
export type Query = <Row>(text: string, values?: readonly unknown[], name?: string) => Promise<readonly Row[]>

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184

/** int8 as a number, a date as its text, a moment as ISO text: nothing takes on a time zone on its way. */
function ourTypes(): TypeOverrides {
  const types = new TypeOverrides()
  types.setTypeParser(INT8, (text: string) => {
    const number = Number(text)
    if (!Number.isSafeInteger(number)) throw new RangeError(`too large a number from the database: ${text}`)
    return number
  })
  types.setTypeParser(DATE, (text: string) => text)
  types.setTypeParser(TIMESTAMPTZ, (text: string) => new Date(text).toISOString())
  return types
}

const SCHEMAS = 'roundtable, pg_catalog'

/**
 * jit costs more than it gives on statements that take a millisecond; what is read here is in memory, where a look-up by
 * an index costs hardly more than the next row; the limits see to it that nothing that hangs
 * holds a lock or a connection.
 */
const settings = (limits: boolean) =>
  [
    `-c search_path=${SCHEMAS.replaceAll(' ', '')}`,
    '-c timezone=UTC',
    '-c jit=off',
    '-c random_page_cost=1.1',
    '-c client_min_messages=warning',
    ...(limits
      ? ['-c statement_timeout=20s', '-c lock_timeout=5s', '-c idle_in_transaction_session_timeout=30s']
      : []),
  ].join(' ')

export const clientSettings = (address: Address, as: { name: string; limits: boolean }): ClientConfig => ({
  ...address,
  types: ourTypes(),
  application_name: as.name,
  options: settings(as.limits),
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
})

const gathering = new WeakSet<object>()

/**
 * What is asked before anything else gets its turn goes to the server in one message. Each message of its own would
 * wake the server, which on a small machine costs more than what is asked.
 */
function gather(client: Client): void {
  const { stream } = client.connection
  if (gathering.has(stream)) return
  gathering.add(stream)
  stream.cork()
  process.nextTick(() => {
    gathering.delete(stream)
    stream.uncork()
  })
}

/**
 * One statement at a time, always in the protocol that takes no more than one: a text that got into a statement cannot
 * begin another. @returns the rows, and nothing of the driver's.
 */
export const queryOf =
  (client: Client): Query =>
  async <Row>(text: string, values: readonly unknown[] = [], name?: string): Promise<readonly Row[]> => {
    const one = { text, values: [...values], queryMode: 'extended', ...(name === undefined ? {} : { name }) }
    gather(client)
    const result = await client.query(one)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where rows get the shape that the statement gives them
    return result.rows as Row[]
  }

/** One connection for one piece of work. */
export async function withClient<T>(
  address: Address,
  name: string,
  work: (query: Query, client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client(clientSettings(address, { name, limits: false }))
  client.on('error', () => {
    // The query that is under way fails with the reason; without a listener the process would end.
  })
  await client.connect()
  try {
    return await work(queryOf(client), client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** One connection for each of its users at a time. What a lost idle connection says is told to `onLost`. */
export function poolOf(
  address: Address,
  options: { name: string; max: number; limits: boolean; onLost: (error: Error) => void },
): Pool {
  const pool = new Pool({
    ...clientSettings(address, options),
    max: options.max,
    idleTimeoutMillis: 30_000,
    pipeline: true,
  })
  // Without listeners a connection that is lost ends the process: an idle one tells the pool, and one that is in use but
  // waits between two queries tells nobody but itself. Its next query then fails, which is where it is dealt with.
  pool.on('error', options.onLost)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
