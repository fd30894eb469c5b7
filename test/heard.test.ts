import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../src/record/entries.ts'
import { decodeEntry } from '../src/record/file.ts'
import { type Service, theService } from './the-service.ts'

// How a talk went opens to the person, to who acts for them and to the manager: whoever sits down later, stands in for a
// worker or gives support later finds nothing of it, whatever the withholding says or does not say.

const KUMARAN = 'kumaran'
const FOLAKE = 'folake-adeyinka'
const GURPREET = 'gurpreet-sandhal'
const HORTENSIA = 'hortensia-lovelock'
const MARISOL = 'marisol-etxeberri'
const MARGUERITE = 'marguerite-danso'
const ANNELIESE = 'anneliese-brandt'
const SAYS = 'She looked at her screen.'
const PAGES = ['outcomes/heard', 'outcomes/heard?as=easy-read', '', 'outcomes/wellbeing', 'file']

let service: Service
beforeAll(async () => {
  service = await theService()
  await service.accounts([
    { id: 'later-worker', name: 'Later Worker', kind: 'staff', role: 'social-worker', team: 'North' },
    { id: 'cover', name: 'Cover', kind: 'staff', role: 'social-worker', team: 'North' },
    { id: 'later-provider', name: 'Later Provider', kind: 'staff', role: 'provider' },
    { id: 'later-advocate', name: 'Later Advocate', kind: 'staff', role: 'advocate' },
  ])
})
afterAll(() => service.close())

/** Kumaran's record with how a talk went in it, and everybody who sat down only afterwards. */
async function later(measure: Readonly<Record<string, unknown>>): Promise<(page: string) => string> {
  const file = service.demoFile(KUMARAN)
  const told = decodeEntry({
    id: 'told',
    kind: 'measure',
    on: '2026-11-01',
    by: KUMARAN,
    tool: 'making-it-real',
    items: { 'heard-listened': 1 },
    'seen-by': 'person',
    note: SAYS,
    ...measure,
  })
  const about = (id: string, kind: string, fields: Readonly<Record<string, unknown>>): Entry =>
    decodeEntry({ id, kind, on: '2026-11-02', by: KUMARAN, ...fields })
  const line = file.entries.flatMap((entry) => (entry.kind === 'support-started' ? [entry] : [])).at(-1)
  const id = await service.put({
    ...file,
    parties: [
      ...file.parties,
      { id: 'later-worker', name: 'Later Worker', role: 'social-worker' },
      { id: 'later-provider', name: 'Later Provider', role: 'provider' },
      { id: 'later-advocate', name: 'Later Advocate', role: 'advocate' },
    ],
    entries: [
      ...file.entries,
      told,
      about('of-it', 'note', { of: 'told', text: `A word more. ${SAYS}` }),
      about('wrong', 'dispute', { of: 'told', says: SAYS, wants: 'x' }),
      about('allocated', 'worker', { worker: 'later-worker', event: 'allocated', by: GURPREET }),
      about('begun', 'support-started', {
        plan: line?.plan,
        line: 'new',
        provider: 'later-provider',
        by: FOLAKE,
      }),
    ],
  })
  return (page) => ['/records', id, ...(page === '' ? [] : [page])].join('/')
}

const readBy = async (path: (page: string) => string, accounts: readonly string[]) => {
  const found: string[] = []
  for (const account of accounts) {
    const visitor = await service.as(account)
    for (const page of PAGES)
      if ((await visitor.get(path(page))).body.includes(SAYS)) found.push(`${account} ${page}`)
  }
  return found
}

const SHUT_OUT = [FOLAKE, 'later-worker', 'cover', 'later-provider', 'later-advocate', 'thilagavathy']

describe('how a talk went', () => {
  test.each([
    [
      'kept from those who sat there then',
      { from: [FOLAKE, 'thilagavathy'], exemption: 'told in confidence to a manager', why: 'x' },
    ],
    ['kept from nobody by name', undefined],
    ['kept from somebody else', { from: ['anjali-kumaran'], exemption: 'serious harm', why: 'x' }],
  ])('%s: nobody reads it but the person, who acts for them and the manager', async (_, withheld) => {
    const path = await later(withheld === undefined ? {} : { withheld })
    expect(await readBy(path, SHUT_OUT)).toEqual([])
    for (const account of [KUMARAN, GURPREET])
      expect((await (await service.as(account)).get(path('outcomes/heard'))).quotes, account).toContain(SAYS)
    // The way in is not open either, and looks as for any record that is not theirs.
    expect((await (await service.as('later-worker')).get(path('outcomes/heard/say'))).status).toBe(404)
    expect((await (await service.as('later-provider')).get(path('outcomes/heard'))).status).toBe(404)
  })

  test('where the person wants the worker to read it too, whoever works with them reads it, and nobody else', async () => {
    const path = await later({
      withheld: { from: ['later-provider'], exemption: 'told to a manager and to the worker', why: 'x' },
    })
    for (const account of [KUMARAN, GURPREET, FOLAKE, 'later-worker'])
      expect((await (await service.as(account)).get(path('outcomes/heard'))).quotes, account).toContain(SAYS)
    expect(await readBy(path, ['later-provider', 'thilagavathy'])).toEqual([])
  })

  test('an advocate tells it for the person, and reads what they told', async () => {
    const path = await later({})
    const advocate = await service.as('later-advocate')
    const form = await advocate.form(path('outcomes/heard/say'))
    expect((await form.send({ 'heard-time': '0', says: 'There was no time.' })).status).toBe(303)
    const page = await advocate.get(path('outcomes/heard'))
    expect(page.quotes).toContain('There was no time.')
    expect(page.body).not.toContain(SAYS)
  })

  test('what stood in a record before comes to its place when the service starts', async () => {
    const path = await later({
      withheld: { from: [FOLAKE], exemption: 'told in confidence to a manager', why: 'x' },
    })
    const id = path('').split('/').at(-1)
    const places = () =>
      service.database.asOwner((query) =>
        query<{ id: string; resource: string; owner: string | null }>(
          `select id, resource, owner from roundtable.entry where record = $1 and id in ('told', 'of-it', 'wrong') order by number`,
          [id],
        ),
      )
    const inPlace = [
      { id: 'told', resource: 'heard', owner: KUMARAN },
      { id: 'of-it', resource: 'heard', owner: KUMARAN },
      { id: 'wrong', resource: 'heard', owner: KUMARAN },
    ]
    expect(await places()).toEqual(inPlace)
    const migration = readFileSync(join(import.meta.dirname, '..', 'db/migrations/0011-heard.sql'), 'utf8')
    const move = migration.slice(migration.indexOf('do $$'))
    await service.database.asOwner(async (query) => {
      await query(
        `update roundtable.entry set resource = 'support', owner = null
         where record = $1 and id in ('told', 'of-it', 'wrong')`,
        [id],
      )
      await query(move)
    })
    expect(await places()).toEqual(inPlace)
  })
})

describe('a concern that a ward raises', () => {
  const copy = async () => {
    const id = await service.copyOf(HORTENSIA)
    return (...parts: readonly string[]) => ['/records', id, ...parts].join('/')
  }

  test('is read by who looks into it and by the person, and the ward reads what it wrote and no more', async () => {
    const path = await copy()
    const ward = await service.as(MARGUERITE)
    const before = await ward.get(path('safety'))
    expect(before.status).toBe(200)
    // The concern of 4 November is her own; the enquiry is not.
    expect(before.words).toContain('You read here what you wrote.')
    expect(before.words).not.toContain('What has happened to her card and her savings')
    const form = await ward.form(path('safety', 'concern'))
    expect((await form.send({})).words).toContain('Say what the worry is')
    const sent = await form.send({
      about: 'A bruise on her arm this morning.',
      wants: 'Leave it be.',
      from: 'dorian-lovelock',
      ground: 'harm',
      keepWhy: 'He visits each day.',
      again: 'On Monday.',
    })
    expect(sent.location).toBe(path('safety'))
    const after = await ward.get(path('safety'))
    expect(after.words).toContain('A bruise on her arm this morning.')
    expect(after.words).not.toMatch(/Late|Waiting|Open|Closed/)
    for (const account of [HORTENSIA, MARISOL])
      expect((await (await service.as(account)).get(path('safety'))).words, account).toContain(
        'A bruise on her arm',
      )
    for (const account of ['dorian-lovelock', ANNELIESE, 'brightwater-care']) {
      const visitor = await service.as(account)
      expect((await visitor.get(path('safety'))).status, account).toBe(404)
      expect((await visitor.get(path())).body, account).not.toContain('A bruise')
    }
    expect((await ward.get(path('safety?as=easy-read'))).words).toContain('A bruise on her arm')
  })

  test('what comes of it is not the ward’s to write', async () => {
    const path = await copy()
    const ward = await service.as(MARGUERITE)
    for (const page of ['safety/said', 'safety/safeguarding-1/next', 'safety/show/safeguarding-1'])
      expect((await ward.get(path(page))).status, page).toBe(404)
    const { links } = await ward.get(path('safety'))
    expect(links.filter((link) => /next|said|show/.test(link))).toEqual([])
  })
})

test('an occupational therapist says what they think of a risk, in their own name, and may not speak for another', async () => {
  const id = await service.copyOf(HORTENSIA)
  const path = (...parts: readonly string[]) => ['/records', id, 'risks', ...parts].join('/')
  const therapist = await service.as(ANNELIESE)
  expect((await therapist.get(path('risk-1'))).links).toContain(path('risk-1', 'view'))
  const form = await therapist.form(path('risk-1', 'view'))
  expect((await form.send({ view: 'agrees', says: 'x', party: HORTENSIA })).words).toContain(
    'What somebody thinks is for them to say.',
  )
  expect((await form.send({ view: 'unsure', says: 'The rail first.' })).status).toBe(303)
  const page = await (await service.as(HORTENSIA)).get(path('risk-1'))
  expect(page.words).toContain('Anneliese Brandt: is not sure “The rail first.” 21 November 2026')
  // Weighing it, and looking at it again, are the worker’s.
  for (const closed of ['weigh', 'risk-1/looked'])
    expect((await therapist.get(path(closed))).status, closed).toBe(404)
})
