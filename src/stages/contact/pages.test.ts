import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, theService } from '../../../test/the-service.ts'

// What was asked and how long it takes, and what is on hold, as those around the table read and write it.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const PATRICK = 'patrick-mulvaney'
const MARIA = 'maria-figueiredo'
const LEOPOLD = 'leopold-strand'
const KEITH = 'keith-bromwell'
const MARISOL = 'marisol-etxeberri'

const copyOf = async (person: string) => {
  const id = await service.copyOf(person)
  const before = (await service.entriesOf(id)).length
  return {
    path: (...parts: readonly string[]) => ['/records', id, 'asking', ...parts].join('/'),
    added: async () => (await service.entriesOf(id)).slice(before),
  }
}

describe('what was asked, and how long it takes', () => {
  test('the person and the worker read the same steps', async () => {
    const path = `/records/${service.recordOf(LEOPOLD)}/asking`
    const own = await (await service.as(LEOPOLD)).get(path)
    const workers = await (await service.as(MARISOL)).get(path)
    expect(own.heading).toBe('Asking for help')
    expect(own.words).toContain('From asking to the start of an assessment')
    expect(own.withClass('govuk-table__row')).toEqual(workers.withClass('govuk-table__row'))
    expect(own.words).not.toContain('Put a step on hold')
    expect(workers.words).toContain('Put a step on hold')
  })

  test('somebody of the NHS reads what was asked, and no step that they cannot see the end of', async () => {
    const nhs = await service.as('marguerite-danso')
    const page = await nhs.get(`/records/${service.recordOf('hortensia-lovelock')}/asking`)
    expect(page.status).toBe(200)
    expect(page.words).not.toContain('How long each step takes')
  })
})

describe('asking', () => {
  test('the person asks; the clock starts, and the first answer is not theirs to give', async () => {
    const { path, added } = await copyOf(LEOPOLD)
    const form = await (await service.as(LEOPOLD)).form(path('ask'))
    expect(form.page.words).not.toContain('What was the first answer?')
    const bad = await form.send({ how: 'online', about: 'The stairs.' })
    expect(bad.words).toContain('Choose whether it is urgent')
    const sent = await form.send({
      how: 'online',
      about: 'The stairs.',
      signs: ['home-safety'],
      urgent: 'yes',
      outcome: 'screened-out',
    })
    expect(sent.location).toBe(path())
    const [contact] = await added()
    expect(contact).toMatchObject({
      kind: 'contact',
      by: LEOPOLD,
      about: 'The stairs.',
      signs: ['home-safety'],
      urgent: true,
    })
    expect(contact).not.toHaveProperty('outcome')
  })

  test('a worker who turns somebody away with signs of need has to say why', async () => {
    const { path, added } = await copyOf(LEOPOLD)
    const form = await (await service.as(MARISOL)).form(path('ask'))
    const whole = {
      how: 'phone',
      about: 'He cannot see the cooker.',
      signs: ['nutrition', 'home-safety'],
      urgent: 'no',
      outcome: 'screened-out',
    }
    const refused = await form.send(whole)
    expect(refused.status).toBe(400)
    expect(refused.words).toContain('the law asks for an assessment, however small the need')
    expect(refused.body).toContain('He cannot see the cooker.')
    expect(await added()).toEqual([])
    expect((await form.send({ ...whole, outcome: 'assess' })).location).toBe(path())
  })
})

describe('a hold', () => {
  const whole = {
    stage: 'budget',
    why: 'The price of the shared night is not agreed.',
    'until-day': '1',
    'until-month': '2',
    'until-year': '2027',
    told: 'yes',
  }

  test('has a reason, an end and word to the person, and is taken up again', async () => {
    const { path, added } = await copyOf(PATRICK)
    const keith = await service.as(KEITH)
    const form = await keith.form(path('hold'))
    const bad = await form.send({ ...whole, why: '', 'until-day': '31', told: '' })
    expect(bad.words).toContain('Give the reason')
    expect(bad.words).toContain('The day on which it ends must be a real day, such as 27 3 2027')
    expect(bad.words).toContain('Choose whether you have told the person')

    expect((await form.send(whole)).location).toBe(path())
    const [hold] = await added()
    expect(hold).toMatchObject({ kind: 'hold', stage: 'budget', until: '2027-02-01', told: true })

    const read = await (await service.as(PATRICK)).get(path())
    expect(read.words).toContain('The budget, on hold since 21 November 2026')
    expect(read.words).toContain('You were not told, so the clock went on.')
    expect(read.words).toContain('It ends on 1 February 2027. You were told.')
    expect(read.words).not.toContain('Take it up again')

    const resume = path('resume', hold?.id ?? '')
    expect((await (await keith.form(resume)).send({})).location).toBe(path())
    expect((await added()).map(({ kind }) => kind)).toEqual(['hold', 'resume'])
    expect((await keith.get(resume)).words).toContain('It has been taken up again already.')
  })

  test('that is over shows how long it lasted', async () => {
    const page = await (await service.as(MARIA)).get(`/records/${service.recordOf(MARIA)}/asking`)
    expect(page.words).toContain('The plan, on hold since 16 June 2026')
    expect(page.words).toContain('It went on again on 7 July 2026, after 21 days. You were told.')
  })

  test('is not for the person to put, nor for a provider to see', async () => {
    const { path } = await copyOf('kumaran')
    expect((await (await service.as('kumaran')).get(path('hold'))).status).toBe(404)
    expect((await (await service.as('saltmarsh-living')).get(path())).status).toBe(404)
  })
})
