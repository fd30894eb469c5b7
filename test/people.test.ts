import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, theService } from './the-service.ts'

// Who is at the table, who is added to it, and how one worker hands over to the next.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const TENDAI = 'tendai-gwatidzo'
const KEITH = 'keith-bromwell'

/** A colleague and a manager of the worker's own team. */
async function team() {
  await service.accounts([
    { id: 'new-worker', name: 'Ngozi Bell', kind: 'staff', role: 'social-worker', team: 'Hand over' },
    { id: 'elsewhere', name: 'Ed Far', kind: 'staff', role: 'social-worker', team: 'Another' },
    { id: 'lead', name: 'Lena Osei', kind: 'staff', role: 'manager', team: 'Hand over' },
    { id: KEITH, name: 'Keith Bromwell', kind: 'staff', role: 'social-worker', team: 'Hand over' },
  ])
  return { manager: await service.as('lead'), next: await service.as('new-worker') }
}

describe('handing over', () => {
  test('the next worker is named, sees the record from then on, and the person reads what they were told', async () => {
    const record = await service.copyOf(TENDAI)
    const { manager, next } = await team()
    expect((await next.get(`/records/${record}/conversation`)).status).toBe(200)
    const before = (await service.entriesOf(record)).length
    const form = await manager.form(`/records/${record}/people/worker`)
    expect(form.page.words).toContain('Ngozi Bell')
    expect(form.page.words).not.toContain('Ed Far')
    const sent = await form.send({ to: 'new-worker', says: 'He goes to his mother every other weekend.' })
    expect([sent.status, sent.location]).toEqual([303, `/records/${record}/people`])
    const added = (await service.entriesOf(record)).slice(before)
    expect(added).toMatchObject([
      { kind: 'worker', worker: KEITH, event: 'left', by: 'lead' },
      { kind: 'worker', worker: 'new-worker', event: 'allocated', by: 'lead' },
      { kind: 'note', text: 'He goes to his mother every other weekend.', by: 'lead' },
    ])
    const person = await service.as(TENDAI)
    expect((await person.get(`/records/${record}`)).words).toContain(
      'He goes to his mother every other weekend.',
    )
    expect((await person.get(`/records/${record}/people`)).words).toContain('Ngozi Bell')
    expect((await next.get(`/records/${record}/conversation/assessment`)).status).toBe(200)
    // The same form once more does nothing once more.
    expect(
      (await form.send({ to: 'new-worker', says: 'He goes to his mother every other weekend.' })).status,
    ).toBe(303)
    expect(await service.entriesOf(record)).toHaveLength(before + 3)
  })

  test('not without a word for the next, not to somebody outside the team, and what was typed stays', async () => {
    const record = await service.copyOf(TENDAI)
    const { manager } = await team()
    const form = await manager.form(`/records/${record}/people/worker`)
    const silent = await form.send({ to: 'new-worker', says: ' ' })
    expect(silent.status).toBe(400)
    expect(silent.words).toContain('Say what Ngozi Bell should know')
    const outside = await form.send({ to: 'elsewhere', says: 'He likes buses.' })
    expect(outside.status).toBe(400)
    expect(outside.body).toContain('He likes buses.')
    expect((await service.entriesOf(record)).some((entry) => entry.by === 'lead')).toBe(false)
  })

  test('is the manager’s to do: neither the worker nor the person finds the page', async () => {
    const record = await service.copyOf(TENDAI)
    for (const who of [TENDAI, KEITH]) {
      const visitor = await service.as(who)
      expect([who, (await visitor.get(`/records/${record}/people/worker`)).status]).toEqual([who, 404])
    }
  })
})

describe('adding somebody', () => {
  test('puts them at the table, gives them no way in, and the person sees them', async () => {
    const record = await service.copyOf(TENDAI)
    const worker = await service.as(KEITH)
    const form = await worker.form(`/records/${record}/people/add`)
    const sent = await form.send({ name: 'Comfort Addo-Nkrumah', role: 'advocate', relationship: '' })
    expect(sent.status).toBe(303)
    const person = await service.as(TENDAI)
    const { words } = await person.get(`/records/${record}/people`)
    expect(words).toContain('Comfort Addo-Nkrumah')
    const again = await worker.form(`/records/${record}/people/add`)
    const twice = await again.send({ name: 'Comfort Addo-Nkrumah', role: 'advocate', relationship: '' })
    expect(twice.status).toBe(400)
    expect(twice.words).toContain('at the table already')
  })

  test('asks again for what is missing, with what was typed kept', async () => {
    const record = await service.copyOf(TENDAI)
    const worker = await service.as(KEITH)
    const form = await worker.form(`/records/${record}/people/add`)
    const page = await form.send({ name: ' ', role: 'manager', relationship: 'daughter' })
    expect(page.status).toBe(400)
    expect(page.words).toContain('Enter their name')
    expect(page.words).toContain('Choose their part')
    expect(page.body).toContain('value="daughter"')
  })
})

describe('asking a colleague or a provider to the table', () => {
  test('gives them a seat as what they are; a provider reads nothing before its support starts', async () => {
    const record = await service.copyOf(TENDAI)
    const { manager } = await team()
    await service.accounts([{ id: 'new-care', name: 'New Care', kind: 'staff', role: 'provider' }])
    const form = await manager.form(`/records/${record}/people/ask`)
    expect(form.page.words).toContain('New Care')
    const sent = await form.send({ who: 'new-care' })
    expect(sent.status).toBe(303)
    expect((await manager.get(`/records/${record}/people`)).words).toContain('New Care')
    const provider = await service.as('new-care')
    expect((await provider.get(`/records/${record}`)).status).toBe(404)
    expect((await form.send({ who: 'new-care' })).status).toBe(303)
  })

  test('not somebody who is no such thing', async () => {
    const record = await service.copyOf(TENDAI)
    const { manager } = await team()
    const form = await manager.form(`/records/${record}/people/ask`)
    for (const who of ['elsewhere', 'nobody', '']) {
      const page = await form.send({ who })
      expect([who, page.status]).toEqual([who, 400])
    }
  })
})
