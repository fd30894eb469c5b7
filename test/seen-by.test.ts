import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRecord } from '../src/record/log.ts'
import { seenBy } from '../src/record/seen-by.ts'
import { foldRecord } from '../src/record/state.ts'
import { day } from '../src/domain/dates/plain-date.ts'
import { ACTORS, ACCOUNTS, worldLinks, worldRecord } from './access-world.ts'
import { type Service, theService } from './the-service.ts'

// What is sent to somebody is what they would see if they signed in: the same as the database says, entry by entry.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const END = day('9999-12-31')

test('everybody who sits at the table of the world of access sees so what the database shows them', async () => {
  await service.accounts(ACCOUNTS)
  const file = worldRecord()
  const record = await service.put(file, worldLinks())
  const state = foldRecord(file, END)
  let compared = 0
  for (const { party, account } of ACTORS) {
    if (party === undefined || account === undefined || !state.parties.has(party)) continue
    const token = await service.database.signIn(account)
    const opened = await service.database.scoped(token, (query) => openRecord(query, record))
    if (opened === undefined || opened.myParty !== party) continue
    const shown = new Set(opened.entries.map(({ id }) => id))
    expect([party, seenBy(state, party).told.map(({ entry }) => entry.id)]).toEqual([
      party,
      file.entries.filter(({ id }) => shown.has(id)).map(({ id }) => id),
    ])
    compared += 1
  }
  expect(compared).toBeGreaterThan(8)
})

test('every person, carer and friend of the demonstration', async () => {
  for (const person of service.people) {
    const file = service.demoFile(person)
    const state = foldRecord(file, END)
    for (const { id, role } of file.parties) {
      if (!['person', 'carer', 'family', 'friend', 'attorney', 'advocate'].includes(role)) continue
      const token = await service.database.signIn(id).catch(() => undefined)
      if (token === undefined) continue
      const opened = await service.database.scoped(token, (query) =>
        openRecord(query, service.recordOf(person)),
      )
      if (opened === undefined) continue
      const shown = new Set(opened.entries.map((entry) => entry.id))
      expect([person, id, seenBy(state, id).told.length]).toEqual([person, id, shown.size])
    }
  }
})
