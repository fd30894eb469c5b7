import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openContract } from '../src/commissioning/contracts/store.ts'
import type { ContractEntry } from '../src/domain/contracts/entries.ts'
import { type Service, type Visitor, theService } from './the-service.ts'

// The person says what came of what was agreed: in their own session, with who acts for them, or typed in by their worker
// and read back. What a worker challenges holds the outcome part.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const at = (person: string, ...parts: readonly string[]) =>
  ['/records', service.recordOf(person), 'agreed', ...parts].join('/')

/** The whole ledger, seen by nobody’s eyes. */
const ledger = async (contract: string): Promise<readonly ContractEntry[]> =>
  service.database.asOwner(async (query) => (await openContract(query, contract))?.file.entries ?? [])

const last = async (contract: string, kind: ContractEntry['kind']) =>
  (await ledger(contract)).findLast((entry) => entry.kind === kind)

describe('the person says what came of it', () => {
  let sunita: Visitor
  const dal = () => at('sunita-vallory', 'back-on-your-feet', 'r-01-dal')
  beforeAll(async () => {
    sunita = await service.as('sunita-vallory')
  })

  test('sees what was agreed, what the provider says, and that a no changes nothing of the support', async () => {
    const page = await sunita.get(at('sunita-vallory'))
    expect(page.status).toBe(200)
    expect(page.words).toContain('To wash my own top half')
    expect(page.words).toContain('Nobody is treated worse for a no.')
    expect(page.words).not.toContain('r-01')
  })

  test('nothing is chosen beforehand, and without an answer nothing is kept', async () => {
    const before = (await ledger('back-on-your-feet')).length
    const form = await sunita.form(dal())
    expect(form.page.body).not.toMatch(/type="radio"[^>]* checked/)
    const sent = await form.send({ says: 'Hm.' })
    expect(sent.status).toBe(400)
    expect(sent.words).toContain('Choose the answer')
    expect(sent.body).toContain('Hm.')
    expect((await ledger('back-on-your-feet')).length).toBe(before)
  })

  test('“not yet” is kept as not reached, on the way; and it is how it goes with the goal in the record', async () => {
    const sent = await (await sunita.form(dal())).send({
      answer: 'not-yet',
      says: 'The tarka burns.',
      level: '2',
    })
    expect(sent.status).toBe(303)
    expect(await last('back-on-your-feet', 'confirmed')).toMatchObject({
      by: 'r-01',
      outcome: 'r-01-dal',
      reached: false,
      attained: -1,
      level: 2,
    })
    const entries = await service.entriesOf(service.recordOf('sunita-vallory'))
    expect(entries.findLast(({ kind }) => kind === 'progress')).toMatchObject({
      by: 'sunita-vallory',
      goal: 'goal-2',
      'seen-by': 'person',
      level: 2,
      attained: -1,
      says: 'The tarka burns.',
    })
    expect((await sunita.get(at('sunita-vallory'))).words).toContain('Not yet, but it is coming')
  })

  test('“yes”, later on, is the word that counts; sent twice it is one answer', async () => {
    const form = await sunita.form(dal())
    const before = (await ledger('back-on-your-feet')).length
    expect((await form.send({ answer: 'yes' })).status).toBe(303)
    expect((await form.send({ answer: 'yes' })).status).toBe(303)
    expect((await ledger('back-on-your-feet')).length).toBe(before + 1)
    expect(await last('back-on-your-feet', 'confirmed')).toMatchObject({ reached: true, attained: 0 })
  })

  test('“not what I wanted” needs to say what was wanted, and opens a matter that somebody answers', async () => {
    const form = await sunita.form(dal())
    const without = await form.send({ answer: 'not-wanted' })
    expect(without.words).toContain('Say what was wanted instead')
    const sent = await (await sunita.form(dal())).send({
      answer: 'not-wanted',
      says: 'I wanted to taste it first.',
    })
    expect(sent.status).toBe(303)
    expect(await last('back-on-your-feet', 'contested')).toMatchObject({
      by: 'r-01',
      of: 'r-01-dal',
      why: 'I wanted to taste it first.',
    })
    expect(await last('back-on-your-feet', 'confirmed')).toMatchObject({ reached: false })
  })
})

describe('typed in by the worker', () => {
  test('only with how it was told, and read back; it stands as the person’s word', async () => {
    const keith = await service.as('keith-bromwell')
    const path = at('sunita-vallory', 'back-on-your-feet', 'r-01-wash')
    const without = await (await keith.form(path)).send({ answer: 'no', how: 'phone' })
    expect(without.status).toBe(400)
    expect(without.words).toContain('Read it back to them first')
    const sent = await (await keith.form(path)).send({ answer: 'no', how: 'phone', 'read-back': 'yes' })
    expect(sent.status).toBe(303)
    expect(await last('back-on-your-feet', 'confirmed')).toMatchObject({
      by: 'r-01',
      outcome: 'r-01-wash',
      reached: false,
      attained: -2,
    })
    const entries = await service.entriesOf(service.recordOf('sunita-vallory'))
    expect(entries.findLast(({ kind }) => kind === 'progress')).toMatchObject({
      by: 'keith-bromwell',
      'seen-by': 'person',
      note: 'By phone. Typed in by Keith Bromwell, read back, and said to be right.',
    })
    // Whoever reads the contract sees through whom it came in.
    const said = 'Typed in by Keith Bromwell, who read it back to them.'
    for (const [who, page] of [
      ['ama-boateng', '/contracts/back-on-your-feet/settlement/2026-09-01'],
      ['northmoor-homecare', '/provider/back-on-your-feet/paid/2026-09-01'],
      ['northmoor-homecare', '/provider/back-on-your-feet/person/r-01'],
    ] as const)
      expect((await (await service.as(who)).get(page)).words, page).toContain(said)
  })

  test('a provider never answers for a person', async () => {
    const provider = await service.as('northmoor-homecare')
    const path = at('sunita-vallory', 'back-on-your-feet', 'r-01-dal')
    expect((await provider.get(path)).status).toBe(404)
    const before = (await ledger('back-on-your-feet')).length
    expect((await provider.post(path, { answer: 'yes' })).status).toBe(404)
    expect((await ledger('back-on-your-feet')).length).toBe(before)
  })

  test('who has no part in the record finds nothing', async () => {
    const kumaran = await service.as('kumaran')
    expect((await kumaran.get(at('sunita-vallory'))).status).toBe(404)
    expect((await service.stranger.get(at('sunita-vallory'))).status).not.toBe(200)
  })
})

describe('the worker holds the reins', () => {
  let keith: Visitor
  const form = () => at('tendai-gwatidzo', 'town-wards', 'challenge')
  beforeAll(async () => {
    keith = await service.as('keith-bromwell')
  })

  test('the ladder and the hours stand beside the challenge, and who gives the support', async () => {
    const page = await keith.get(form())
    expect(page.status).toBe(200)
    expect(page.words).toContain('What you have done with this person has not promoted their independence')
    expect(page.words).toContain('What was planned and given')
    expect((await keith.get(at('tendai-gwatidzo'))).words).toContain(
      'Northmoor Homecare has the contract and passed the support on to Brightwater Care',
    )
  })

  test('a challenge is kept in the worker’s name; a second one waits for the first', async () => {
    const empty = await (await keith.form(form())).send({ says: ' ' })
    expect(empty.words).toContain('Say what was not done')
    const sent = await (await keith.form(form())).send({
      says: 'Nobody has gone to Spokes with him since June.',
    })
    expect(sent.status).toBe(303)
    expect(await last('town-wards', 'challenged')).toMatchObject({
      by: 'keith-bromwell',
      person: 't-01',
      says: 'Nobody has gone to Spokes with him since June.',
    })
    const again = await (await keith.form(form())).send({ says: 'And again.' })
    expect(again.words).toContain('A challenge of yours is still open here')
  })

  test('the person sees it and what it means; whoever raised it does not settle it', async () => {
    const tendai = await service.as('tendai-gwatidzo')
    const page = await tendai.get(at('tendai-gwatidzo'))
    expect(page.words).toContain('Nobody has gone to Spokes with him since June.')
    const [link = ''] = page.links.filter((href) => href.includes('/challenge/'))
    const one = await tendai.get(link)
    expect(one.words).toContain(
      'It is not settled yet. The outcome part of the money waits; care that was given is paid.',
    )
    expect((await keith.post(link, { upheld: 'no', says: 'It is fine.' })).status).toBe(404)
  })

  test('the manager settles it, with a reason that all of them read', async () => {
    const manager = await service.as('bernadette-achterberg')
    const page = await manager.get(at('tendai-gwatidzo'))
    const [link = ''] = page.links.filter((href) => href.includes('/challenge/'))
    const bad = await (await manager.form(link)).send({ says: 'Because.' })
    expect(bad.words).toContain('Choose if the challenge was right')
    const sent = await (await manager.form(link)).send({
      upheld: 'yes',
      says: 'They go with him on Mondays from now on.',
    })
    expect(sent.status).toBe(303)
    expect(await last('town-wards', 'answered')).toMatchObject({
      by: 'bernadette-achterberg',
      upheld: true,
      says: 'They go with him on Mondays from now on.',
    })
    expect((await manager.get(link)).words).toContain('It was right')
  })
})
