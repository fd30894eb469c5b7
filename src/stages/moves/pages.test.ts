import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Service, theService } from '../../../test/the-service.ts'

// From admission to home, step by step, with who owes what; the same for the person, the worker and, as far as they may
// see it, the hospital.

const HORTENSIA = 'hortensia-lovelock'
const MARISOL = 'marisol-etxeberri'
const WARD = 'marguerite-danso'

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

test('she goes home for reasons that she and the worker both read', async () => {
  const path = `/records/${service.recordOf(HORTENSIA)}/moves`
  for (const account of [HORTENSIA, MARISOL, 'iolanthe-greaves']) {
    const page = await (await service.as(account)).get(path)
    expect(page.words, account).toContain(
      'An assessment is opened The council Done Opened on 26 October 2026, and under way.',
    )
    expect(page.words, account).toContain(
      'Found able to decide on 9 November 2026, after being asked more than once.',
    )
    expect(page.words, account).toContain(
      'A look at how it goes The council Comes later Nobody has looked at how it goes since. It is due by 12 January 2027.',
    )
    expect(page.words, account).toContain('Where Home, on 17 November 2026. Home, with help.')
    expect(page.quotes, account).toContain('Home. To my own bed and my own cat.')
    expect(page.words, account).toContain('She understands it, wants it, and the harm can be made smaller')
    expect(page.words, account).not.toContain('not done')
  }
})

test('the hospital sees every step of the path, and of the rest that it is not shown', async () => {
  const path = `/records/${service.recordOf(HORTENSIA)}/moves`
  const page = await (await service.as(WARD)).get(path)
  expect(page.words).toContain('The hospital tells the council The hospital Done')
  expect(page.words).toContain('An assessment is opened The council Not shown to you')
  expect(page.words).toContain(
    'Where to live is the person’s decision, or why it is not The council Not shown to you',
  )
  expect(page.words).not.toContain('I would rather that she was cross')
})

test('back in hospital: the path begins again, and leaving names what is not done', async () => {
  const id = await service.copyOf(HORTENSIA)
  const path = (...parts: readonly string[]) => ['/records', id, 'moves', ...parts].join('/')
  const on = (day: string) => ({ 'day-day': day, 'day-month': '11', 'day-year': '2026' })
  const ward = await (await service.as(WARD)).form(path('hospital'))
  expect((await ward.send({ event: 'discharged', to: 'home', ...on('20') })).words).toContain(
    'They are not in hospital, as far as this record knows.',
  )
  expect((await ward.send({ event: 'admitted', ...on('20'), says: 'A fall.' })).location).toBe(path())
  const marisol = await service.as(MARISOL)
  const fit = await marisol.form(path('hospital'))
  await fit.send({ event: 'fit-to-leave', ...on('21') })
  const pressed = await marisol.get(path())
  expect(pressed.words).toContain('Well enough to leave since 21 November 2026.')
  expect(pressed.words).toContain('Being well enough to leave does not end any of them.')
  expect(pressed.words).toContain('What is written of')
  const left = await marisol.form(path('hospital'))
  const leaving = { event: 'discharged', to: 'home', pathway: '1', ...on('21') }
  expect((await left.send(leaving)).words).toContain(
    'Leaving hospital does not end them. Say what happens about each.',
  )
  await left.send({ ...leaving, meanwhile: 'Marisol comes on Monday at ten and goes through each.' })
  const home = await (await service.as(HORTENSIA)).get(path())
  expect(home.words).toContain('You left on 21 November 2026.')
  expect(home.words).toContain('What happens about it Marisol comes on Monday at ten and goes through each.')
})

test('a move from another council shows who owes what', async () => {
  const id = await service.copyOf(HORTENSIA)
  const form = await (await service.as(MARISOL)).form(`/records/${id}/moves/moved`)
  const moved = {
    direction: 'in',
    'day-day': '20',
    'day-month': '11',
    'day-year': '2026',
    plan: 'yes',
    told: 'no',
  }
  expect((await form.send(moved)).words).toContain('Enter the name of the other council')
  await form.send({ ...moved, other: 'Eastmere' })
  const page = await (await service.as(HORTENSIA)).get(`/records/${id}/moves`)
  expect(page.words).toContain('Here from Eastmere, 20 November 2026')
  expect(page.words).toContain('The plan comes along The other council Not done')
  expect(page.words).toContain('Help goes on from the day of the move The council Late')
})

test('a move that is planned ahead: by the person, taken on step by step, called off with a reason', async () => {
  const KUMARAN = 'kumaran'
  const FOLAKE = 'folake-adeyinka'
  const id = await service.copyOf(KUMARAN)
  const path = (...parts: readonly string[]) => ['/records', id, 'moves', ...parts].join('/')
  const on = (name: string, day: string, month: string, year: string) => ({
    [`${name}-day`]: day,
    [`${name}-month`]: month,
    [`${name}-year`]: year,
  })
  const kumaran = await service.as(KUMARAN)
  const folake = await service.as(FOLAKE)
  // Nothing is planned yet: there is nothing to take on, to do or to call off.
  for (const form of ['who', 'step-done', 'called-off'])
    expect((await folake.get(path(form))).words).toMatch(
      /Nothing lies ahead|No step before|No move is planned/,
    )
  const form = await kumaran.form(path('plan'))
  const bad = await form.send({ other: 'Eastmere', ...on('day', '31', '2', '2027') })
  expect(bad.status).toBe(400)
  expect(bad.words).toContain('Choose which way they moved')
  expect(bad.words).toContain('The day of the move must be a real day')
  expect(bad.body).toContain('Eastmere')
  await form.send({
    direction: 'out',
    other: 'Eastmere',
    ...on('day', '1', '3', '2027'),
    says: 'To my sister.',
  })
  for (const reader of [kumaran, folake]) {
    const page = await reader.get(path())
    expect(page.words).toContain('A planned move from here to Eastmere, 1 March 2027')
    expect(page.quotes).toContain('To my sister.')
    expect(page.words).toContain('There could be a gap on 1 March 2027.')
  }
  // Who does what is for those who work with him to say.
  expect((await kumaran.get(path('who'))).status).toBe(404)
  const planned = (await service.entriesOf(id)).at(-1)?.id ?? ''
  const who = await folake.form(path('who'))
  expect(
    (await who.send({ step: `${planned}:0`, party: FOLAKE, ...on('by', '2', '3', '2027') })).words,
  ).toContain('That is after the day itself, 1 March 2027. In between there would be a gap.')
  await who.send({ step: `${planned}:0`, party: FOLAKE, ...on('by', '11', '1', '2027') })
  expect((await kumaran.get(path())).words).toContain('Waiting Folake Adeyinka, by 11 January 2027.')
  expect((await folake.get(path())).words).toContain('Waiting You, by 11 January 2027.')
  const done = await folake.form(path('step-done'))
  await done.send({ step: `${planned}:0`, says: 'They rang back.' })
  expect((await kumaran.get(path())).words).toContain('Done 21 November 2026. They rang back.')
  expect((await kumaran.get(`${path()}?as=easy-read`)).words).toContain(
    'The new council is told of the move. Done. 21 November 2026. They rang back.',
  )
  const off = await kumaran.form(path('called-off'))
  expect((await off.send({ planned })).words).toContain('Say why it is called off')
  await off.send({ planned, why: 'My sister comes here.' })
  const after = await kumaran.get(path())
  expect(after.words).not.toContain('A planned move')
  const record = await kumaran.get(`/records/${id}`)
  expect(record.words).toContain('This was put right later, on 21 November 2026. My sister comes here.')
})

test('who decides by when before 18, on the page of whoever is to turn 18', async () => {
  const path = `/records/${service.recordOf('elijah-pryce')}/moves`
  for (const account of ['elijah-pryce', 'folake-adeyinka']) {
    const page = await (await service.as(account)).get(path)
    expect(page.words, account).toContain('Turning 18: 11 February 2027')
    expect(page.words, account).toContain('There could be a gap on 11 February 2027.')
    expect(page.words, account).toContain('Nobody has said yet who does this, and by when.')
  }
})

test('a step towards 18 is handed back, by name and with a reason, and nobody has it at once', async () => {
  const id = await service.copyOf('elijah-pryce')
  const path = (...parts: readonly string[]) => ['/records', id, 'moves', ...parts].join('/')
  const folake = await service.as('folake-adeyinka')
  const elijah = await service.as('elijah-pryce')
  expect((await folake.get(path())).links).not.toContain(path('hand-back'))
  expect((await elijah.get(path('hand-back'))).words).toContain('Nobody has taken on a step')
  const who = await folake.form(path('who'))
  await who.send({
    step: 'eighteen:2',
    party: 'folake-adeyinka',
    'by-day': '11',
    'by-month': '1',
    'by-year': '2027',
  })
  expect((await folake.get(path())).words).toContain(
    'Folake Adeyinka, by 11 January 2027.'.replace('Folake Adeyinka', 'You'),
  )
  // It is not Elijah's to hand back: he is not offered it, and it is not taken from him.
  expect((await elijah.get(path())).links).not.toContain(path('hand-back'))
  const forced = await elijah.post(path('hand-back'), { step: 'eighteen:2', why: 'x' })
  expect(forced.status).toBe(400)
  expect(forced.words).toContain(
    'Only whoever has it, whoever wrote that down, or the worker can hand it back.',
  )
  const form = await folake.form(path('hand-back'))
  const empty = await form.send({})
  expect(empty.words).toContain('Choose the step that is handed back')
  expect(empty.words).toContain('Say why it is handed back')
  const sent = await form.send({ step: 'eighteen:2', why: 'I leave the team on Friday.' })
  expect(sent.location).toBe(path())
  for (const [view, words] of [
    ['', (await elijah.get(path())).words],
    ['?as=easy-read', (await elijah.get(`${path()}?as=easy-read`)).words],
  ] as const) {
    expect(words, view).toContain(
      'Nobody has said yet who does this, and by when. Folake Adeyinka handed it back on 21 November 2026: I leave the team on Friday.',
    )
    expect(words, view).toMatch(/There could be a gap on \d+ February 2027\./)
  }
  expect((await elijah.get(`/records/${id}`)).words).toContain(
    'Folake Adeyinka handed this back: A plan is ready for the day. Nobody has it now.',
  )
})
