import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Service, theService } from '../../../test/the-service.ts'

// Decision by decision: what was found, when, with what help; what is best; who may decide by law; limits on freedom.

const HORTENSIA = 'hortensia-lovelock'
const MARISOL = 'marisol-etxeberri'

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const pathIn =
  (id: string) =>
  (...parts: readonly string[]) =>
    ['/records', id, 'deciding', ...parts].join('/')
const copy = async () => pathIn(await service.copyOf(HORTENSIA))
const READERS = [HORTENSIA, MARISOL, 'iolanthe-greaves']

test('person, advocate and worker read the same: she could not in the evening, and can in the morning', async () => {
  const path = `/records/${service.recordOf(HORTENSIA)}/deciding`
  for (const account of READERS) {
    const page = await (await service.as(account)).get(path)
    expect(page.words, account).toContain('The answer has changed from one time to another.')
    expect(page.words, account).toMatch(
      /Where to live .*9 November 2026, 10:00 Going home from hospital, and living there.*Able to decide this.*29 October 2026, 17:40 Where to live when she leaves hospital.*Not able to decide this then/,
    )
    expect(page.words, account).toContain('From about five she looks for people who are long dead.')
    expect(page.links).toContain('https://www.legislation.gov.uk/ukpga/2005/9/section/3')
    const one = await (await service.as(account)).get(`${path}/capacity-2`)
    expect(one.words, account).toContain('Asked at two times of the day')
    expect(one.words, account).toContain('Delirium with the infection')
    expect(one.words, account).toContain(
      'To be asked again Nothing was decided. To be asked again, in the morning',
    )
    expect(one.words, account).toContain('On 9 November 2026 it was found that')
  }
})

test('what is kept from somebody at home is not there for them, by no address', async () => {
  const path = `/records/${service.recordOf(HORTENSIA)}/deciding`
  const dorian = await service.as('dorian-lovelock')
  for (const at of [path, `${path}/capacity-4`, `${path}/capacity-3`])
    expect((await dorian.get(at)).status).toBe(404)
})

const ASKED = {
  decision: 'Whether the cat stays with her',
  for: 'home',
  'day-day': '20',
  'day-month': '11',
  'day-year': '2026',
  time: 'morning',
  help: 'Her own kitchen',
  understands: 'yes',
  retains: 'yes',
  weighs: 'yes',
  communicates: 'yes',
  shown: 'She knows what the cat costs.',
  has: 'yes',
}

test('a worker asks about one decision, and a contradiction gets a clear word', async () => {
  const path = await copy()
  const form = await (await service.as(MARISOL)).form(path('ask'))
  const empty = await form.send({})
  expect(empty.status).toBe(400)
  expect(empty.words).toContain('Say which decision it is')
  const against = await form.send({ ...ASKED, has: 'no', because: 'Age', link: 'x', again: 'x' })
  expect(against.words).toContain('You say that they can do all four things, and that they cannot decide.')
  expect(against.body).toContain('Whether the cat stays with her')
  expect((await form.send(ASKED)).location).toBe(path())
  const page = await (await service.as(HORTENSIA)).get(path())
  expect(page.words).toContain('20 November 2026, in the morning Whether the cat stays with her')
})

test('an attorney decides only within papers that somebody has seen', async () => {
  const file = service.demoFile(HORTENSIA)
  const unseen = file.entries.filter((entry) => entry.kind !== 'note' || !entry.text.startsWith('May decide'))
  const path = pathIn(await service.put({ ...file, entries: unseen }))
  const marisol = await service.as(MARISOL)
  expect((await marisol.get(path())).words).toContain('Nobody has written down what the papers cover.')
  const BEST = {
    wait: 'No.',
    wishes: 'The card in her own bag.',
    consulted: ['philippa-jarrett', 'iolanthe-greaves'],
    less: 'Only the savings.',
    decided: 'The bank is told.',
    decider: 'philippa-jarrett',
  }
  const best = await marisol.form(path('capacity-4', 'best'))
  expect((await best.send(BEST)).words).toContain(
    'Nobody has written down what Philippa Lovelock-Jarrett may decide.',
  )
  const scope = await marisol.form(path('scope'))
  await scope.send({
    party: 'philippa-jarrett',
    decides: ['health', 'home', 'support'],
    seen: 'The registered paper of 2022.',
  })
  const shown = await marisol.get(path())
  expect(shown.words).toContain('Philippa Lovelock-Jarrett Where to live, Help and support, Health')
  const again = await marisol.form(path('capacity-4', 'best'))
  expect((await again.send(BEST)).words).toContain(
    'This is about money. The papers of Philippa Lovelock-Jarrett do not cover that',
  )
  const sent = await again.send({ ...BEST, decider: 'council' })
  expect(sent.location).toBe(path('capacity-4'))
  const page = await (await service.as(HORTENSIA)).get(path('capacity-4'))
  expect(page.words).toContain('What was decided The bank is told.')
  // The correction is kept from the same person as what it corrects.
  const entries = await service.entriesOf(path().split('/')[2] ?? '')
  expect(entries.at(-1)).toMatchObject({ corrects: 'capacity-4', withheld: { from: ['dorian-lovelock'] } })
})

test('limits on freedom are judged with reasons, and no authorisation stands in for her own yes', async () => {
  const path = await copy()
  const form = await (await service.as(MARISOL)).form(path('liberty', 'look'))
  const look = {
    arrangement: 'A sensor at the door that rings the night service.',
    purpose: 'So that she is found.',
    ordinary: 'Her own house.',
    watched: 'The door, at night. Nobody stops her.',
    shows: 'She switches it on herself.',
    less: 'She may switch it off.',
    so: 'She agreed to it and can end it.',
  }
  expect((await form.send({ ...look, authorised: 'requested' })).words).toContain(
    'was found able to decide where to live on 9 November 2026',
  )
  await form.send({ ...look, authorised: 'none-needed' })
  const page = await (await service.as(HORTENSIA)).get(path('liberty'))
  expect(page.words).toContain('How ordinary life is there Her own house.')
  expect(page.words).toContain('The judgement, with its reasons She agreed to it and can end it.')
  expect(page.words).toContain('There is no yes-or-no test for this.')
})
