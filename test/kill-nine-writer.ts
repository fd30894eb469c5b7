import { openDatabase } from '../src/platform/database/database.ts'
import { newToken } from '../src/platform/database/sessions.ts'
import { isTrouble, saysAway } from '../src/platform/database/trouble.ts'
import { decodeEntry } from '../src/record/file.ts'
import { append, importMany, keepAccounts } from '../src/record/log.ts'
import { keepPolicy } from '../src/record/policy-rows.ts'
import { aRecord } from './a-record.ts'

// Writes as fast as it is let, and says what was acknowledged, until it is killed: see kill-nine.ts.

const db = await openDatabase({ data: process.argv[2] ?? '', prepare: keepPolicy })
await keepAccounts(db, [{ id: 'ada', name: 'Ada', kind: 'public' }])
const token = newToken()
await db.sessions.write(token, { account: 'ada' }, new Date(Date.now() + 3_600_000))
const record = aRecord().assessed().file()
const link = new Map([['p', 'ada']])
const ids = await importMany(
  db,
  [0, 1, 2, 3].map(() => ({ record, link })),
)
process.stdout.write('open\n')

async function write(id: string): Promise<never> {
  let head = record.entries.length
  for (let turn = 1; ; turn += 1) {
    const said = decodeEntry({
      id: `turn-${turn}`,
      kind: 'statement',
      on: '2026-07-01',
      by: 'p',
      topic: 'hygiene',
      'said-by': 'p',
      basis: 'lived',
      text: 'What was said, at some length. '.repeat(20),
    })
    try {
      // The key makes it safe to send again what may or may not have been kept when the server went.
      const result = await db.scoped(token, (query) => append(query, id, head, [said], `turn-${turn}`))
      if (result.kind !== 'kept') throw new Error(`turn ${turn}: ${JSON.stringify(result)}`)
      head = result.head
      process.stdout.write(`${id} ${head}\n`)
    } catch (error) {
      if (!isTrouble(error) && !saysAway(error)) throw error
      turn -= 1
      await new Promise((resolve) => {
        setTimeout(resolve, 20)
      })
    }
  }
}

await Promise.all(ids.map(write))
