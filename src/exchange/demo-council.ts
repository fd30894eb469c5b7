import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Account, importWithin, keepAccounts } from '../record/log.ts'
import type { RecordFile } from '../record/entries.ts'
import type { Database, Query } from '../platform/database/database.ts'
import type { DemoPeople } from '../platform/demo-issuer/people.ts'
import { furnishAddresses } from './demo-addresses.ts'
import { bringContracts } from './demo-contracts.ts'
import { readRecordFile } from './record-files.ts'

const accountSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['public', 'staff']),
  role: z.string(),
  team: z.string().optional(),
  says: z.string(),
})
export type DemoAccount = z.output<typeof accountSchema>

/** Under these names the demonstration's own issuers know people. */
export const DEMO_ISSUERS = { public: 'demo-issuer/public', staff: 'demo-issuer/staff' } as const

/** The people of the demonstration who can sign in. */
export async function demoAccounts(folder: string): Promise<readonly DemoAccount[]> {
  return z.array(accountSchema).parse(JSON.parse(await readFile(join(folder, 'accounts.json'), 'utf8')))
}

const accountOf = ({ id, name, kind, role, team }: DemoAccount): Account => ({
  id,
  name,
  kind,
  ...(kind === 'staff' ? { role } : {}),
  ...(team === undefined ? {} : { team }),
  identities: [{ issuer: DEMO_ISSUERS[kind], subject: id }],
})

/** The records of the demonstration, by the name of their file. @throws if one of them has a mistake. */
export async function demoRecords(folder: string): Promise<ReadonlyMap<string, RecordFile>> {
  const names = (await readdir(join(folder, 'records')))
    .filter((name) => name.endsWith('.record.json'))
    .toSorted()
  const records = names.map((name) => {
    const read = readRecordFile(join(folder, 'records', name))
    if (read.kind === 'record') return [name.replace('.record.json', ''), read.record] as const
    throw new Error(
      read.mistakes.map(({ entry, path, says }) => `${name}: ${entry ?? ''} ${path}: ${says}`).join('\n'),
    )
  })
  return new Map(records)
}

/**
 * Fills an empty database with the people of the demonstration, their records and where they can be reached: all of it or
 * nothing. One that holds records is left as it is. What comes in behind the service is in `demo-filling.ts`.
 * @returns how many records were put in
 */
export async function furnishRecords(
  database: Database,
  folder: string,
  accounts: readonly DemoAccount[],
): Promise<number> {
  await keepAccounts(database, accounts.map(accountOf))
  if (await database.asOwner(holdsRecords)) return 0
  const ids = accountIds(accounts)
  const records = await demoRecords(folder)
  return database.asOwner(async (query) => {
    // Two first starts on one database: the second waits here, and finds what the first has put in.
    await query("select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('roundtable/demo', 0))")
    if (await holdsRecords(query)) return 0
    await importWithin(
      query,
      [...records.values()].map((record) => ({
        record,
        link: new Map(record.parties.flatMap(({ id }) => (ids.has(id) ? [[id, id] as const] : []))),
      })),
    )
    await furnishAddresses(query, folder)
    return records.size
  })
}

const holdsRecords = async (query: Query): Promise<boolean> => {
  const [row] = await query<{ there: boolean }>('select exists (select from roundtable.record) as there')
  return row?.there === true
}

export const accountIds = (accounts: readonly DemoAccount[]): ReadonlySet<string> =>
  new Set(accounts.map(({ id }) => id))

/** The people, their records and their contracts, for whoever does not want to begin before all is there. */
export async function furnishDemo(
  database: Database,
  folder: string,
  accounts: readonly DemoAccount[],
): Promise<number> {
  const records = await furnishRecords(database, folder, accounts)
  await bringContracts(database, join(folder, 'contracts'), { accounts: accountIds(accounts) })
  return records
}

const GROUPS: readonly { readonly heading: string; readonly roles: readonly string[] }[] = [
  { heading: 'People who draw on support', roles: ['person'] },
  { heading: 'Carers', roles: ['carer'] },
  {
    heading: 'Family, friends and those who act for somebody',
    roles: ['family', 'friend', 'attorney', 'deputy', 'advocate'],
  },
  {
    heading: 'Social workers, occupational therapists and assessors',
    roles: ['social-worker', 'occupational-therapist', 'assessor'],
  },
  { heading: 'Managers', roles: ['manager'] },
  { heading: 'Money, contracts and arranging', roles: ['finance', 'commissioner', 'broker'] },
  { heading: 'Providers and the NHS', roles: ['provider', 'nhs'] },
]

/** The same people as the demonstration's sign-in page lists them. */
export function demoPeople(accounts: readonly DemoAccount[]): DemoPeople {
  const groupsOf = (kind: DemoAccount['kind']) =>
    GROUPS.map(({ heading, roles }) => ({
      heading,
      people: accounts
        .filter((account) => account.kind === kind && roles.includes(account.role))
        .map(({ id, name, says }) => ({ subject: id, name, says })),
    })).filter(({ people }) => people.length > 0)
  return { public: groupsOf('public'), staff: groupsOf('staff') }
}
