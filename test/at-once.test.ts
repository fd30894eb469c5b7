import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CSRF_FIELD, HEAD_FIELD } from '../src/platform/web/form-seal.tsx'
import { type Service, type Visitor, theService } from './the-service.ts'

// Two people at one plan, and one form sent twice. `npm run bench -- at-once` does it far more often.

const ROUNDS = Number(process.env['AT_ONCE'] ?? 12)
/** A record grows with each version, so another is taken after so many. */
const EACH = 20

const SUNITA = 'sunita-vallory'

let service: Service
let keith: Visitor
let bernadette: Visitor
beforeAll(async () => {
  service = await theService()
  ;[keith, bernadette] = [await service.as('keith-bromwell'), await service.as('bernadette-achterberg')]
})
afterAll(() => service.close())

const LINE = {
  form: 'agency',
  provider: 'northmoor-homecare',
  unit: 'hour',
  price: '27.60',
  funder: 'council',
  way: 'managed',
  effect: 'keeps',
  why: 'As we talked about it.',
  changeWhy: 'As she asked.',
}
const mornings = (amount: string) => ({
  ...LINE,
  needs: 'need-1',
  goals: 'goal-1',
  what: 'Home care, mornings',
  amount,
})
const lunch = (amount: string) => ({
  ...LINE,
  needs: 'need-2',
  goals: 'goal-2',
  what: 'Home care at lunch',
  amount,
})

const hidden = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''

/** A steady order of who is first, and whether both send at the same moment. */
const order = (round: number): 'first' | 'second' | 'together' =>
  (['together', 'first', 'second'] as const)[(round * 7) % 3] ?? 'together'

test(`${ROUNDS} interleavings of two people at one plan: nothing is lost, and the slower keeps their own text`, async () => {
  let record = ''
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % EACH === 0) record = await service.copyOf(SUNITA)
    const at = (line: string) => `/records/${record}/plan/line/${line}`
    const [his, hers] = await Promise.all([keith.form(at('L1')), bernadette.form(at('L2'))])
    const [morning, noon] = [String(10 + round / 4), String(5 + round / 4)]
    const base = hidden(his.page.body, 'base')
    const sendHis = () => his.send({ ...mornings(morning), base })
    const sendHers = () => hers.send({ ...lunch(noon), base })
    const turn = order(round)
    const answers =
      turn === 'together'
        ? await Promise.all([sendHis(), sendHers()])
        : turn === 'first'
          ? [await sendHis(), await sendHers()]
          : [await sendHers(), await sendHis()].toReversed()
    expect([round, answers.map(({ status }) => status).toSorted((a, b) => a - b)]).toEqual([
      round,
      [303, 409],
    ])
    const isHis = answers[0]?.status === 409
    const slower = answers.find(({ status }) => status === 409)?.body ?? ''
    expect(slower).toContain('Somebody added to this record while you were writing.')
    expect(slower).toContain(isHis ? 'Home care, mornings' : 'Home care at lunch')
    const again = await (isHis ? keith : bernadette).post(
      at(isHis ? 'L1' : 'L2'),
      { ...(isHis ? mornings(morning) : lunch(noon)), base },
      { csrf: hidden(slower, CSRF_FIELD), head: hidden(slower, HEAD_FIELD) },
    )
    expect([round, again.status]).toEqual([round, 303])
    const last = (await service.entriesOf(record)).findLast((entry) => entry.kind === 'plan')
    const amounts = last?.kind === 'plan' ? last.lines.map(({ line, amount }) => [line, amount]) : []
    expect(amounts.slice(0, 2)).toEqual([
      ['L1', Number(morning)],
      ['L2', Number(noon)],
    ])
  }
}, 600_000)

test(`${2 * ROUNDS} forms sent twice at once: one effect each`, async () => {
  const record = await service.copyOf(SUNITA)
  const sunita = await service.as(SUNITA)
  const say = `/records/${record}/conversation/health/say`
  const before = (await service.entriesOf(record)).length
  for (let round = 0; round < 2 * ROUNDS; round += 1) {
    const key = randomUUID()
    const head = hidden((await sunita.get(say)).body, HEAD_FIELD)
    const send = () => sunita.post(say, { text: `Said for the ${round}th time.`, level: '2' }, { key, head })
    const both = await Promise.all([send(), send()])
    expect([round, both.map(({ status }) => status)]).toEqual([round, [303, 303]])
  }
  const entries = await service.entriesOf(record)
  expect(entries.length).toBe(before + 2 * ROUNDS)
}, 600_000)
