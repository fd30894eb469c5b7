import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, theService } from './the-service.ts'

// What somebody can read, print and take away, and what is written down when a copy goes out.

const SUNITA = 'sunita-vallory'

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const workerOf = (person: string): string => {
  const { entries } = service.demoFile(person)
  const worker = entries.findLast((entry) => entry.kind === 'worker' && entry.event === 'allocated')
  return worker?.kind === 'worker' ? worker.worker : ''
}

describe('the letters of a record', () => {
  test('say the same to the person and to the worker, in every form', async () => {
    const record = service.recordOf(SUNITA)
    const [person, worker] = await Promise.all([service.as(SUNITA), service.as(workerOf(SUNITA))])
    for (const form of ['', '?as=large-print', '?as=easy-read', '/text', '/text?as=easy-read']) {
      const path = `/records/${record}/letters/plan-3${form}`
      const [theirs, hers] = await Promise.all([person.get(path), worker.get(path)])
      expect([form, theirs.status, hers.status]).toEqual([form, 200, 200])
      const said = (page: typeof theirs) =>
        form.startsWith('/text') ? page.body : (/<article[\s\S]*<\/article>/.exec(page.body)?.[0] ?? '')
      expect(said(theirs), form).toBe(said(hers))
      expect(said(theirs).length, form).toBeGreaterThan(200)
    }
  })

  test('can be had as a PDF that a screen reader finds its way in', async () => {
    const person = await service.as(SUNITA)
    const { status, headers, body } = await person.get(
      `/records/${service.recordOf(SUNITA)}/letters/plan-3/pdf`,
    )
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/pdf')
    expect(body.slice(0, 5)).toBe('%PDF-')
    expect(body).toContain('/StructTreeRoot')
    expect(body).toContain('/Lang')
    expect(body).toContain('pdfuaid:part')
  })

  test('what went out is in the record, and the person sees when and in which form', async () => {
    const record = await service.copyOf(SUNITA)
    const worker = await service.as(workerOf(SUNITA))
    const form = await worker.form(`/records/${record}/letters/plan-3/sent`)
    const sent = await form.send({ to: SUNITA, as: 'letter' })
    expect(sent.status).toBe(303)
    const added = (await service.entriesOf(record)).at(-1)
    expect(added).toMatchObject({ kind: 'copy', of: 'plan-3', to: SUNITA, as: 'letter' })
    const person = await service.as(SUNITA)
    expect((await person.get(`/records/${record}/letters`)).words).toContain(
      'Sent to you on 21 November 2026. A letter on paper.',
    )
  })

  test('easy read goes out when it has been read over, and not before', async () => {
    const record = await service.copyOf(SUNITA)
    const worker = await service.as(workerOf(SUNITA))
    const form = await worker.form(`/records/${record}/letters/plan-3/sent`)
    const again = await form.send({ to: SUNITA, as: 'easy-read' })
    expect(again.status).toBe(400)
    expect(again.words).toContain('Read the easy read version over')
    const kept = await form.send({ to: SUNITA, as: 'easy-read', 'read-over': 'yes' })
    expect(kept.status).toBe(303)
  })

  test('the person cannot write down that a copy went out', async () => {
    const person = await service.as(SUNITA)
    const path = `/records/${service.recordOf(SUNITA)}/letters/plan-3`
    expect((await person.get(`${path}/sent`)).status).toBe(404)
    expect((await person.get(path)).links).not.toContain(`${path}/sent`)
  })
})
