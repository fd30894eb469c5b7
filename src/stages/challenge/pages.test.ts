import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, theService } from '../../../test/the-service.ts'

// Complaints and the letter, as those around the table read and write them.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const KUMARAN = 'kumaran'
const WORKER = 'folake-adeyinka'
const MANAGER = 'gurpreet-sandhal'

const copyOf = async (person: string) => {
  const id = await service.copyOf(person)
  const before = (await service.entriesOf(id)).length
  return {
    path: (...parts: readonly string[]) => ['/records', id, 'challenge', ...parts].join('/'),
    added: async () => (await service.entriesOf(id)).slice(before),
  }
}

describe('a complaint', () => {
  test('the person makes it, and reads the clock and the way to the Ombudsman', async () => {
    const { path, added } = await copyOf('leopold-strand')
    const leopold = await service.as('leopold-strand')
    const form = await leopold.form(path('complain'))
    expect((await form.send({ about: ' ' })).words).toContain('Say what you complain about')
    const sent = await form.send({ about: 'Nobody rang back.', wants: 'A call.' })
    const [complaint] = await added()
    expect(complaint).toMatchObject({ kind: 'complaint', about: 'Nobody rang back.', wants: 'A call.' })
    expect(sent.location).toBe(path('complaint', complaint?.id ?? ''))
    const page = await leopold.get(sent.location)
    // Sixty working days from Saturday 21 November 2026, with Christmas, Boxing Day (observed) and New Year between.
    expect(page.words).toContain('Day 0 of 60 working days. An answer is due by 17 February 2027.')
    expect(page.words).toContain('Local Government and Social Care Ombudsman')
    expect(page.words).toContain('0300 061 0614')
    expect((await leopold.get(path())).words).toContain('“Nobody rang back.”')
  })

  test('somebody else answers it, with the reason and the Ombudsman, and the person reads that', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const manager = await service.as(MANAGER)
    const form = await manager.form(path('complaint', 'complaint-1'))
    const bad = await form.send({ outcome: 'partly', why: 'The café lady was ill.' })
    expect(bad.status).toBe(400)
    expect(bad.words).toContain('An answer has to say that they can go to the Ombudsman.')
    expect(bad.body).toContain('The café lady was ill.')
    const sent = await form.send({ outcome: 'partly', why: 'The café lady was ill.', told: 'yes' })
    expect(sent.location).toBe(path('complaint', 'complaint-1'))
    expect(await added()).toMatchObject([
      { kind: 'complaint-answered', complaint: 'complaint-1', outcome: 'partly', 'ombudsman-told': true },
    ])
    const read = await (await service.as(KUMARAN)).get(path('complaint', 'complaint-1'))
    expect(read.words).toContain('Upheld in part: some of it was right. Gurpreet Sandhal on 21 November 2026')
    expect(read.words).not.toContain('Waiting')
    expect(read.words).not.toContain('Send this answer')
  })

  test('is not for a carer or a provider to read', async () => {
    const { path } = await copyOf(KUMARAN)
    for (const account of ['thilagavathy', 'saltmarsh-living']) {
      const visitor = await service.as(account)
      expect((await visitor.get(path('complaint', 'complaint-1'))).status).toBe(404)
      expect((await visitor.get(path('letter'))).status).toBe(404)
    }
    const carers = await (await service.as('thilagavathy')).get(path())
    expect(carers.words).not.toContain('The café lady did not come')
    expect(carers.words).not.toContain('Make a complaint')
  })
})

describe('the letter', () => {
  test('is made from what is open, is changed and shown to print, and nothing of it is kept', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const kumaran = await service.as(KUMARAN)
    const form = await kumaran.form(path('letter'))
    expect(form.page.body).toContain('Adult social care\nNorthmoor Council\nThe Old Ropeworks')
    expect(form.page.body).toContain('The law: Care Act 2014, section 27(1)')
    expect(form.page.body).toContain('In the record: Plan, 29 September 2025')

    const shown = await form.send({ letter: 'Dear Northmoor\n\nThe <b>badge</b>\nhas not come.' })
    expect(shown.status).toBe(200)
    expect(shown.heading).toBe('Letter of complaint')
    expect(shown.withClass('rt-letter')).toEqual(['Dear Northmoor The <b>badge</b> has not come.'])
    const again = await form.send({ letter: 'Dear Northmoor', again: 'yes' })
    expect(again.words).toContain('Show it ready to print')
    expect(again.body).toContain('Dear Northmoor</textarea>')
    expect((await form.send({ letter: ' ' })).status).toBe(400)
    expect(await added()).toEqual([])
  })

  test('a worker can make it with the person', async () => {
    const { path } = await copyOf(KUMARAN)
    const page = await (await service.as(WORKER)).get(path('letter'))
    expect(page.body).toContain('I write for Kumaran.')
  })
})
