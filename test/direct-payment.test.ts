import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, theService } from './the-service.ts'

// Direct payments: asked for, decided condition by condition, paid, accounted for and looked at again.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const SUNITA = 'sunita-vallory'
const KEITH = 'keith-bromwell'

async function theRecordOf(person: string) {
  const id = await service.copyOf(person)
  const before = (await service.entriesOf(id)).length
  return {
    path: (...parts: readonly string[]) => ['/records', id, 'budget', 'direct-payment', ...parts].join('/'),
    added: async () => (await service.entriesOf(id)).slice(before),
  }
}

describe('reading it', () => {
  test('both chairs read what is paid, what it is for, the account and the review', async () => {
    const at = `/records/${service.recordOf(SUNITA)}/budget/direct-payment`
    for (const account of [SUNITA, KEITH, 'tobias-winterflood']) {
      const page = await (await service.as(account)).get(at)
      expect(page.status, account).toBe(200)
      expect(page.withClass('rt-sum__figure')).toEqual(['£55.90'])
      // £48.00 + £7.90 = £55.90; since 19 May 2026, 26 whole weeks: £1,453.40.
      expect(page.words).toContain(
        'Swim buddy on Tuesdays £48.00 + Tidewell pool, by the week £7.90 = £55.90 a week.',
      )
      expect(page.words).toContain('What the person pays (£38.40 a week) comes off other lines.')
      expect(page.words).toContain('£1,453.40')
      expect(page.words).toContain('The account: an account of her own for this alone.')
      expect(page.withClass('rt-notice').join(' ')).toMatch(/looked at again by/)
    }
    expect((await (await service.as(SUNITA)).get(at)).links).not.toContain(`${at}/decide`)
  })

  test('a carer, a broker and a provider come to no page', async () => {
    const at = `/records/${service.recordOf(SUNITA)}/budget/direct-payment`
    for (const account of ['karan-vallory', 'lucjan-marek']) {
      expect((await (await service.as(account)).get(at)).status, account).toBe(404)
    }
  })
})

const GOOD = {
  asked: 'Sunita, on 20 November',
  way: 'person',
  asks: 'yes',
  'asks-why': 'She asked in her own words.',
  'not-barred': 'yes',
  'not-barred-why': 'Nothing is known.',
  'can-manage': 'yes',
  'can-manage-why': 'Her daughter does the payroll with her.',
  fits: 'yes',
  'fits-why': 'It has worked since May.',
  account: 'An account of her own',
}

describe('deciding on a request', () => {
  test('all four met: it is made, and she reads why', async () => {
    const { path, added } = await theRecordOf(SUNITA)
    const form = await (await service.as(KEITH)).form(path('decide'))
    expect(form.page.words).toContain('the Act leaves no choice')
    const sent = await form.send(GOOD)
    expect([sent.status, sent.location]).toEqual([303, path()])
    expect(await added()).toMatchObject([
      { kind: 'direct-payment', plan: 'plan-3', weekly: 5590, way: 'person' },
    ])
    const page = await (await service.as(SUNITA)).get(path())
    expect(page.words).toContain(
      'Met, able to manage it, alone or with help: Her daughter does the payroll with her.',
    )
  })

  test('one not met: nothing is paid, and she reads the reasons and can contest them', async () => {
    const { path, added } = await theRecordOf(SUNITA)
    const form = await (await service.as(KEITH)).form(path('decide'))
    const sent = await form.send({ ...GOOD, fits: 'no', 'fits-why': 'The pool has closed.' })
    expect(sent.status).toBe(303)
    const [note] = await added()
    expect(note).toMatchObject({ kind: 'note', of: 'personal-budget-2' })
    const page = await (await service.as(SUNITA)).get(path())
    expect(page.words).toContain('Asked for, and not made')
    expect(page.words).toContain('Not met, a fitting way to meet the needs: The pool has closed.')
    expect(page.links.some((link) => link.endsWith(`/conversation/dispute/${note?.id}`))).toBe(true)
    const provider = await (await service.as('karan-vallory')).get(
      path().replace('/budget/direct-payment', ''),
    )
    expect(provider.words).not.toContain('The pool has closed.')
  })

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['nobody who asked', { asked: '' }, 'Say who asked for it, and when'],
    ['a condition left open', { fits: '' }, 'Choose whether it is a fitting way'],
    ['a condition without its reason', { 'asks-why': ' ' }, 'Say why it is asked for and agreed, or is not'],
    ['a huge reason', { 'asks-why': 'x'.repeat(10_001) }, 'Use 10,000 characters or fewer'],
    ['nobody to pay it to', { way: 'nominated' }, 'Say to whom it is paid.'],
    ['a sum that is no number', { contribution: 'NaN' }, 'Enter an amount in pounds, such as 38.40'],
    [
      'an authorised person without a finding',
      { way: 'authorised', to: 'Karan' },
      'No finding in this record says that the person cannot decide about money or support.',
    ],
  ])('%s comes back with what to mend', async (_name, more, says) => {
    const { path, added } = await theRecordOf(SUNITA)
    const sent = await (await service.as(KEITH)).post(path('decide'), { ...GOOD, ...more })
    expect(sent.status).toBe(400)
    expect(sent.words).toContain(says)
    expect(sent.body).toContain('Her daughter does the payroll with her.')
    expect(await added()).toEqual([])
  })

  test('is the worker’s and the manager’s, not the person’s and not finance’s', async () => {
    const { path, added } = await theRecordOf(SUNITA)
    for (const account of [SUNITA, 'tobias-winterflood']) {
      const visitor = await service.as(account)
      expect((await visitor.get(path('decide'))).status, account).toBe(404)
      expect((await visitor.post(path('decide'), GOOD)).status, account).toBe(404)
    }
    expect(await added()).toEqual([])
  })

  test('without a plan there is nothing to decide yet', async () => {
    const { path } = await theRecordOf('leopold-strand')
    const page = await (await service.as('marisol-etxeberri')).get(path('decide'))
    expect(page.words).toContain('No plan has been issued yet.')
  })
})
