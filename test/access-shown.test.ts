import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WAYS, WORLD, ask, everybodyAt, paramOf, reads, recordRows } from './access-ways.ts'
import { ACCOUNTS, ACTORS, type Actor, worldLinks } from './access-world.ts'
import { type Service, type Visitor, theService } from './the-service.ts'

// What stands on a page: nothing of an entry that its reader may not read, whoever they are to the record.

let service: Service
let visitorOf: (actor: Actor) => Visitor
let whole = ''
beforeAll(async () => {
  service = await theService()
  await service.accounts(ACCOUNTS)
  whole = await service.put(WORLD, worldLinks())
  visitorOf = await everybodyAt(service)
})
afterAll(() => service.close())

/** Where a page names an entry: as the id of a part of it, in an address, or in what a form sends. */
const NAMED = /(?: id="|\/dispute\/|\/challenge\/|\/eligibility\/|[?&]of=|#| value=")([a-z0-9-]+)(?=["/&])/g

/** Pages that have an easy read view. */
const IN_EASY_READ = [
  'about-me',
  'advocacy',
  'challenge',
  'conversation/correct/conversation',
  'conversation/correct/challenge',
  'conversation/put-right/something-said',
  'deciding',
  'deciding/a-finding',
  'deciding/liberty',
  'moves',
  'outcomes',
  'outcomes/heard',
  'outcomes/hopes',
  'outcomes/wellbeing',
  'risks',
  'risks/a-risk',
  'safety',
] as const

describe('no page shows an entry that its reader may not read', () => {
  // A few at a time, so that neither the service nor its database waits for the other.
  test.concurrent.each(ACTORS.filter(({ relationships }) => relationships.length > 0))(
    '$name',
    async (actor) => {
      const readable = new Set(WORLD.entries.filter((entry) => reads(actor, entry)).map(({ id }) => id))
      const hidden = WORLD.entries.map(({ id }) => id).filter((id) => !readable.has(id))
      for (const row of recordRows(service).filter(({ method }) => method === 'GET')) {
        for (const way of (WAYS[paramOf(row.path)]?.(row.path, actor) ?? []).slice(0, 2)) {
          const page = await ask(visitorOf(actor), row, way.filled.replace(':record', whole))
          if (page.status !== 200) continue
          const named = new Set([...page.body.matchAll(NAMED)].map(([, id]) => id))
          expect(
            hidden.filter((id) => named.has(id)),
            way.filled,
          ).toEqual([])
        }
      }
      // The same page in easy read opens to the same people, and names nothing else.
      for (const path of IN_EASY_READ) {
        const at = `/records/${whole}/${path}`
        const plainly = await visitorOf(actor).get(at)
        const easy = await visitorOf(actor).get(`${at}?as=easy-read`)
        expect(easy.status, path).toBe(plainly.status)
        const named = new Set([...easy.body.matchAll(NAMED)].map(([, id]) => id))
        expect(
          hidden.filter((id) => named.has(id)),
          `${path} in easy read`,
        ).toEqual([])
      }
      const timeline = await visitorOf(actor).get(`/records/${whole}`)
      const shown = WORLD.entries.filter(({ id }) => timeline.body.includes(`rt-entry" id="${id}"`))
      expect(shown.map(({ id }) => id)).toEqual([...readable])
    },
  )
})
