import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Query } from '../platform/database/database.ts'

const addressesSchema = z.array(
  z.strictObject({
    party: z.string(),
    email: z.string().optional(),
    phone: z.string().optional(),
    post: z.string().optional(),
  }),
)

/**
 * Where the people of the demonstration can be reached: places that there are not, and numbers that are kept free for
 * stories. Put in once, with the demonstration's records.
 */
export async function furnishAddresses(query: Query, folder: string): Promise<void> {
  const known = addressesSchema.parse(JSON.parse(await readFile(join(folder, 'addresses.json'), 'utf8')))
  const rows = known.flatMap(({ party, ...ways }) =>
    Object.entries(ways).map(([channel, value]) => ({ party, channel, value })),
  )
  await query(
    `insert into roundtable.address (record, party, channel, value, changed_by)
     select p.record, p.id, x.channel, x.value, p.account
     from json_to_recordset($1) as x(party text, channel text, value text)
     join roundtable.party p on p.id = x.party and p.account is not null
     on conflict do nothing`,
    [JSON.stringify(rows)],
  )
}
