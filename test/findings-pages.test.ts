import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aRecord } from './a-record.ts'
import { type Service, type Visitor, theService } from './the-service.ts'

// What the checks find, on the pages: the same findings for the person and the worker, mended or answered by either.

const TODAY = '2026-04-20'
/** Ada’s husband cares for her and was never offered an assessment of his own. Nothing else is wanting. */
const LACKING = aRecord().withCarer().reviewed().but('carer-identified-1', { assessment: 'not-offered' })
const PERSONS = 'Walter Brook cares for you. The council has not offered Walter Brook a carer’s assessment.'
const WORKERS = 'Walter Brook was identified as a carer on 14 January 2026 and was not offered an assessment.'
const WHY = 'He was asked at the day centre. The paper is in the post.'

let service: Service
let ada: Visitor
let noor: Visitor
beforeAll(async () => {
  service = await theService({ on: TODAY })
  await service.accounts([
    { id: 'p', name: 'Ada Brook', kind: 'public' },
    { id: 'husband', name: 'Walter Brook', kind: 'public' },
    { id: 'att', name: 'Una Brook', kind: 'public' },
    { id: 'sw', name: 'Noor Haddad', kind: 'staff', role: 'social-worker', team: 'hill' },
    { id: 'mgr', name: 'Lena Osei', kind: 'staff', role: 'manager', team: 'hill' },
    { id: 'fin', name: 'Tom Pike', kind: 'staff', role: 'finance' },
  ])
  ada = await service.as('p')
  noor = await service.as('sw')
})
afterAll(() => service.close())

async function theRecord() {
  const id = await service.put(LACKING.party({ id: 'att', role: 'attorney', name: 'Una Brook' }).record())
  const path = (...parts: readonly string[]) => ['/records', id, ...parts].join('/')
  return { path, notSo: `${path('findings', 'carer-not-offered', 'not-so')}?of=carer-identified-1` }
}

describe('a finding', () => {
  test('stands on the record and at its stage, for the person and the worker, each in their own sentence', async () => {
    const { path } = await theRecord()
    for (const at of [path(), path('conversation')]) {
      const [persons, workers] = [await ada.get(at), await noor.get(at)]
      expect(persons.words).toContain(PERSONS)
      expect(persons.words).not.toContain(WORKERS)
      expect(workers.words).toContain(WORKERS)
      for (const page of [persons, workers]) {
        expect(page.words).toContain('To look at: 1 thing that the law asks for')
        expect(page.words).toContain('The law asks for this')
        expect(page.words).toContain('Rule: Care Act s10(1).')
        expect(page.links).toContain('https://www.legislation.gov.uk/ukpga/2014/23/section/10')
        expect(page.words).toContain('Offer the carer an assessment of their own')
        expect(page.links).toContain(path('conversation', 'unpaid-help'))
        expect(page.links).toContain(`${path()}#carer-identified-1`)
      }
    }
    for (const room of ['eligibility', 'budget', 'challenge']) {
      expect((await ada.get(path(room))).words).not.toContain('To look at')
      expect((await ada.get(path(room))).links).toContain(`/law/${room}`)
    }
  })

  test('is told to somebody who acts for her as what is written to her', async () => {
    const { path } = await theRecord()
    const page = await (await service.as('att')).get(path())
    expect(page.words).toContain('These are written to Ada Brook.')
    expect(page.words).toContain(PERSONS)
  })

  test('is shown to the carer whose own it is, as it is written to the council; they may say that it is not so', async () => {
    const { path, notSo } = await theRecord()
    const husband = await service.as('husband')
    const page = await husband.get(path())
    expect(page.words).toContain('These are about your own assessment as a carer.')
    expect(page.words).toContain('Walter Brook was identified as a carer on 14 January 2026')
    expect(page.links.filter((link) => link.includes('/findings/'))).toEqual([notSo])
    const asked = await husband.form(notSo)
    expect((await asked.send({ why: WHY })).status).toBe(303)
    expect((await husband.get(path())).words).toContain(WHY)
  })

  test('is not shown to finance, who may read only a part of the record', async () => {
    const { path, notSo } = await theRecord()
    const reader = await service.as('fin')
    const page = await reader.get(path())
    expect(page.status).toBe(200)
    expect(page.words).not.toContain('To look at')
    expect((await reader.get(notSo)).status).toBe(404)
    expect((await reader.post(notSo, { why: WHY })).status).toBe(404)
  })

  test('goes when it is mended, for both', async () => {
    const { path } = await theRecord()
    const form = await noor.form(path('conversation', 'unpaid-help'))
    const sent = await form.send({
      carer: 'husband',
      provides: 'The evenings, and company',
      hours: '20',
      willing: 'yes',
      able: 'yes',
      assessment: 'declined',
    })
    expect(sent.status).toBe(303)
    for (const reader of [ada, noor]) {
      expect((await reader.get(path())).words).not.toContain('To look at')
      expect((await reader.get(path('conversation'))).words).not.toContain('To look at')
    }
  })
})

describe('an answer', () => {
  test('is kept with name, day and reason, and both read it beside what it answers', async () => {
    const { path, notSo } = await theRecord()
    expect((await noor.get(path())).links).toContain(notSo)
    const form = await noor.form(notSo)
    expect(form.page.heading).toBe('This is not so')
    expect(form.page.words).toContain(WORKERS)
    const sent = await form.send({ why: WHY })
    expect(sent).toMatchObject({ status: 303, location: path() })

    const page = await ada.get(path())
    expect(page.words).toContain('To look at: all answered')
    expect(page.words).toContain('Answered (1)')
    expect(page.words).toContain(`Noor Haddad said on 20 April 2026 that it is not so: ${WHY}`)
    expect(page.words).toContain(`Struck out: The law asks for this: ${PERSONS}`)
    expect(page.words).toContain(`Not so, about something that the checks found: ${WHY}`)
    expect(page.words).not.toContain('Not so (')
    expect((await noor.get(path())).words).toContain(`You said on 20 April 2026 that it is not so: ${WHY}`)
    // What has been answered is not answered twice.
    expect((await ada.get(notSo)).status).toBe(404)
    // The same form sent again has no other effect.
    expect((await form.send({ why: WHY })).status).toBe(303)
    expect((await ada.get(path())).words).toContain('Answered (1)')
  })

  test('may be the person’s own', async () => {
    const { path, notSo } = await theRecord()
    await (await ada.form(notSo)).send({ why: 'Walter does not want it.' })
    expect((await noor.get(path())).words).toContain(
      'Ada Brook said on 20 April 2026 that it is not so: Walter does not want it.',
    )
  })

  test('can be disputed, and then the finding is back for both', async () => {
    const { path, notSo } = await theRecord()
    await (await noor.form(notSo)).send({ why: WHY })
    const disputes = (await ada.get(path())).links.filter((link) => link.includes('/dispute/note-'))
    const form = await ada.form(disputes[0] ?? '')
    expect((await form.send({ says: 'Nobody asked him.', wants: 'Ask him.' })).status).toBe(303)
    for (const reader of [ada, noor]) {
      const { words } = await reader.get(path())
      expect(words).toContain('To look at: 1 thing that the law asks for')
      expect(words).toContain('Somebody says that the answer is wrong, so it is shown again.')
    }
  })

  test('without a reason comes back with what to mend', async () => {
    const { notSo } = await theRecord()
    const bad = await (await noor.form(notSo)).send({ why: '  ' })
    expect(bad.status).toBe(400)
    expect(bad.words).toContain('Say why it is not so')
    expect(bad.words).toContain(WORKERS)
  })

  test.each([
    ['about no entry', ''],
    ['about another entry', '?of=plan-1'],
    ['about one more entry', '?of=carer-identified-1&of=plan-1'],
  ])('to what was not found is not there: %s', async (_what, query) => {
    const { path } = await theRecord()
    expect((await noor.get(`${path('findings', 'carer-not-offered', 'not-so')}${query}`)).status).toBe(404)
    expect((await noor.get(`${path('findings', 'no-such-check', 'not-so')}${query}`)).status).toBe(404)
  })
})

describe('the caseload', () => {
  test('says how many, how grave and since when, to the worker and to the manager of the team', async () => {
    const { path, notSo } = await theRecord()
    const whole = await service.put(aRecord().withCarer().reviewed().record())
    const older = await service.put(LACKING.but('contact-1', { on: '2025-01-06' }).record())
    const rowOf = async (reader: Visitor, to: string) => {
      const { body } = await reader.get('/')
      const row = body.split('<tr').find((each) => each.includes(`href="${to}"`)) ?? ''
      return row.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    }
    const lena = await service.as('mgr')
    for (const reader of [noor, lena]) {
      expect(await rowOf(reader, path())).toContain(
        '1 that the law asks for . The oldest is from 14 January 2026',
      )
      expect(await rowOf(reader, `/records/${whole}`)).toContain('Nothing')
      expect((await reader.get('/')).words).toMatch(
        /In \d+ of \d+ records something stands out: \d+ things that/,
      )
    }
    const { links } = await noor.get('/')
    expect(links.indexOf(`/records/${older}`)).toBeLessThan(links.indexOf(path()))
    expect(links.indexOf(path())).toBeLessThan(links.indexOf(`/records/${whole}`))

    await (await noor.form(notSo)).send({ why: WHY })
    for (const reader of [noor, lena]) expect(await rowOf(reader, path())).toContain('Nothing')
  })

  test('says nothing of it to the person, or to whoever may read only a part', async () => {
    for (const account of ['p', 'fin']) {
      expect((await (await service.as(account)).get('/')).words).not.toContain('To look at')
    }
  })
})

describe('the law', () => {
  test('is open to anyone, and leads to each stage', async () => {
    const page = await service.stranger.get('/law')
    expect(page.heading).toBe('The law, stage by stage')
    for (const to of page.links) {
      const stage = await service.stranger.get(to)
      expect(stage.status).toBe(200)
      for (const part of ['What must happen', 'What often goes wrong', 'What a court or the Ombudsman said'])
        expect(stage.words).toContain(part)
    }
    expect(page.links).toHaveLength(9)
  })

  test('is the same page for both sides', async () => {
    const [persons, workers] = [await ada.get('/law/review'), await noor.get('/law/review')]
    expect(persons.words).toBe(workers.words)
    expect(persons.words).toContain('must assess again before it changes the plan. (Care Act s27(4))')
    expect(persons.words).toContain('Court of Appeal, Davey, [2017] EWCA Civ 1308')
    expect((await ada.get('/law/nowhere')).status).toBe(404)
  })
})
