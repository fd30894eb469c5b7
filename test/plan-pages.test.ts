import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aRecord } from './a-record.ts'
import { line as lineOfStory, withSecondPlan } from './a-second-plan.ts'
import { type Service, type Visitor, theService } from './the-service.ts'

const SUNITA = 'sunita-vallory'
const MARIA = 'maria-figueiredo'
const KEITH = 'keith-bromwell'
const MARISOL = 'marisol-etxeberri'
const BERNADETTE = 'bernadette-achterberg'

let service: Service
let sunita: Visitor
let maria: Visitor
let keith: Visitor
let marisol: Visitor
let bernadette: Visitor
beforeAll(async () => {
  service = await theService()
  sunita = await service.as(SUNITA)
  maria = await service.as(MARIA)
  keith = await service.as(KEITH)
  marisol = await service.as(MARISOL)
  bernadette = await service.as(BERNADETTE)
})
afterAll(() => service.close())

const planOf = (person: string, ...parts: readonly string[]): string =>
  ['/records', service.recordOf(person), 'plan', ...parts].join('/')

describe('the plan', () => {
  test('is the same for the person and the worker, and only “you” turns', async () => {
    const [hers, his] = await Promise.all([sunita.get(planOf(SUNITA)), keith.get(planOf(SUNITA))])
    expect([hers.status, his.status]).toEqual([200, 200])
    expect(hers.words).toContain('£504.40 a week in all')
    expect(his.words).toContain('£504.40 a week in all')
    expect(hers.words).toContain('10.75 hours a week × £27.60 an hour = £296.70 a week')
    expect(hers.words).toContain('You agree, 2 July 2026.')
    expect(his.words).toContain('Sunita Vallory agrees, 2 July 2026.')
    expect(hers.words).toContain('Bought once, and no part of the week: £186.00')
  })

  test('stands beside the indicative sum, explained part by part to the penny', async () => {
    const { words } = await sunita.get(planOf(SUNITA))
    // £494.20 on 25 June; the council's lines cost £504.40.
    expect(words).toContain('is £494.20 a week')
    expect(words).toContain('That is £10.20 more a week.')
    // Washing and dressing: £165.60 and £128.80 became 10.75 hours, £296.70.
    expect(words).toContain('£294.40 £296.70 £2.30 more')
    // Eating and the home: £96.60 and £55.20 became 5.5 hours, £151.80.
    expect(words).toContain('£151.80 £151.80 the same')
    expect(words).toContain('£48.00 £55.90 £7.90 more')
    expect(words).toContain('£494.20 £504.40 £10.20 more')
  })

  test('that is in force leads to the draft that is being written, which says in words that it is one', async () => {
    const inForce = await maria.get(planOf(MARIA))
    expect(inForce.words).toContain('A next version is being written: version 3 (draft, 21 October 2026).')
    const draft = await maria.get(planOf(MARIA, 'version', 'plan-3'))
    expect(draft.heading).toBe('The plan: draft')
    expect(draft.words).toContain('DRAFT. This is a draft. It is not in force.')
    expect(draft.words).toContain('You agree in part, 28 October 2026')
    // 16 working days after it, of 20.
    expect(draft.words).toContain(
      'Day 17 of 20 working days. The council’s answer is due by 25 November 2026.',
    )
  })

  test('with nothing in it yet says what it waits for', async () => {
    const leopold = await service.as('leopold-strand')
    const page = await leopold.get(planOf('leopold-strand'))
    expect(page.words).toContain('There is no plan yet.')
  })
})

describe('what changed between two versions', () => {
  test('first in sentences, with the reason, and what falls before anything else', async () => {
    const { words } = await maria.get(planOf(MARIA, 'changes', 'plan-1', 'plan-3'))
    expect(words).toContain('This version gives less than the one before')
    expect(words).toContain(
      'Assistants for going out: choir, friends, church, town: was 18 hours a week, now 16. The price was £18.10 an hour, now £19.20 an hour.',
    )
    expect(words).toContain('Why: Two hours less than the old plan')
    expect(words).toContain('Not shown')
    // 615.40 + 325.80 + 181 = 1,122.20; 691.20 + 307.20 + 192 = 1,190.40.
    expect(words).toContain('£1,122.20 £1,190.40 £68.20 more')
    expect(words).toContain('Bought once £0.00 £1,640.00 £1,640.00 more')
  })

  test('a line that falls with no reason is said to have none', async () => {
    const { words } = await marisol.get(planOf(MARIA, 'changes', 'plan-1', 'plan-2'))
    expect(words).toContain('was 18 hours a week, now 7.')
    expect(words).toContain('No reason given')
    expect(words).toContain('Each falling line needs its reason')
  })

  test('in the text, removed and added words said as such', async () => {
    const { words, body } = await maria.get(planOf(MARIA, 'changes', 'plan-2', 'plan-3'))
    expect(words).toContain('In the text')
    expect(body).toContain('<ins>')
    expect(words).toContain('removed: other. added: other; one is on call; Lamplight answers the button.')
  })

  test('what the checks find about the two stands there with the law', async () => {
    const cut = withSecondPlan(aRecord().supported(), [lineOfStory('L1', { amount: 3 }), lineOfStory('L2')])
    const record = await service.put(cut.file(), new Map([['p', SUNITA]]))
    const { words, links } = await sunita.get(`/records/${record}/plan/changes/plan-1/plan-2`)
    expect(words).toContain('This version gives less than the one you agreed to')
    expect(words).toContain('was 7 hours a week, now 3. No reason is given.')
    expect(words).toContain('What the law says about it')
    expect(words).toContain('Nobody wrote down why. You have a right to the reason.')
    expect(links).toContain('https://www.legislation.gov.uk/ukpga/2014/23/section/27')
    const page = await sunita.get(`/records/${record}/plan`)
    expect(page.words).toContain('This version gives less than the one you agreed to')
    expect(page.words).toContain('£235.00 a week before, £135.00 now: £100.00 less a week.')
  })

  test('of versions that are not there is no page', async () => {
    const page = await maria.get(planOf(MARIA, 'changes', 'plan-1', 'plan-9'))
    expect(page.status).toBe(404)
  })
})

test('every plan of the demonstration can be read, version by version, with what changed and its budget', async () => {
  let read = 0
  for (const person of service.people) {
    const plans = service.demoFile(person).entries.filter(({ kind }) => kind === 'plan')
    const visitor = await service.as(person)
    const pages = plans.flatMap(({ id }, index) => [
      ['version', id],
      ['budget', id],
      ['answer', id],
      ...plans.slice(0, index).map((before) => ['changes', before.id, id]),
    ])
    for (const page of [[], ...pages]) {
      const { status, words } = await visitor.get(planOf(person, ...page))
      expect([status, page.join('/')]).toEqual([200, page.join('/')])
      // No sum that was never worked out, and no name of a thing where its words should be.
      expect(words).not.toMatch(/NaN|undefined|\[object/)
      read += 1
    }
  }
  expect(read).toBeGreaterThan(service.people.length + 20)
})

/** A copy of a record to write in, with everybody at it: Maria’s unless another is named. */
async function aCopy(person = MARIA) {
  const record = await service.copyOf(person)
  const at = (...parts: readonly string[]) => ['/records', record, 'plan', ...parts].join('/')
  return {
    record,
    at,
    plans: async () => (await service.entriesOf(record)).filter((entry) => entry.kind === 'plan'),
  }
}

const LINE_2 = {
  needs: 'need-5',
  goals: 'goal-1',
  what: 'Assistants for going out: choir, friends, church, town',
  form: 'personal-assistant',
  provider: 'marias-team',
  unit: 'hour',
  amount: '17.25',
  price: '19.20',
  funder: 'council',
  way: 'direct-payment',
  effect: 'keeps',
  why: 'Choir, godchildren, Mass and one more thing a week that she picks.',
} as const

describe('the draft', () => {
  test('is a new version each time that a line of it is kept, with its sum to the penny', async () => {
    const { at, plans } = await aCopy()
    const form = await bernadette.form(at('line', 'L2'))
    expect(form.page.body).toContain('value="19.20"')
    const kept = await form.send({ ...LINE_2, changeWhy: 'An hour and a quarter for the new choir.' })
    expect([kept.status, kept.location]).toEqual([303, at('draft')])
    const draft = (await plans()).at(-1)
    // 17.25 hours at £19.20 are £331.20; the other lines are as they were.
    expect(draft).toMatchObject({ version: 4, status: 'draft', 'review-by': '2027-10-20' })
    expect(draft?.lines.map(({ line, weekly }) => [line, weekly])).toEqual([
      ['L1', 69_120],
      ['L2', 33_120],
      ['L3', 19_200],
      ['L4', 0],
    ])
    expect(draft?.changes?.find(({ line }) => line === 'L2')?.why).toBe(
      'An hour and a quarter for the new choir.',
    )
    // The same form once more changes nothing.
    const again = await form.send({ ...LINE_2, changeWhy: 'An hour and a quarter for the new choir.' })
    expect(again.status).toBe(303)
    expect(await plans()).toHaveLength(4)
  })

  test.each([
    [{ price: '-1' }, 'It cannot be below 0'],
    [{ price: '19.205' }, 'The price must be pounds and pence'],
    [{ amount: 'often' }, 'How many a week must be a number'],
    [{ needs: 'need-99' }, 'Choose needs that are in the record: one of these is not there'],
    [{ needs: 'goal-1' }, 'Choose needs that are in the record: one of these is not there'],
    [{ needs: '' }, 'Choose the need that this line is for'],
    [{ why: ' ' }, 'Say why it is in the plan'],
    [{ provider: 'nobody' }, 'Choose somebody who is at the table'],
  ])('says beside the field what is wrong with %j, and keeps what was typed', async (wrong, says) => {
    const page = await bernadette.post(planOf(MARIA, 'line', 'L2'), {
      ...LINE_2,
      what: 'My own words',
      ...wrong,
    })
    expect(page.status).toBe(400)
    expect(page.words).toContain(says)
    expect(page.body).toContain('My own words')
  })

  test('cannot be looked at again on a day that has passed', async () => {
    const rest = { wishes: 'Choir first.', involved: MARIA }
    const review = { 'review-day': '20', 'review-month': '11', 'review-year': '2026' }
    const page = await bernadette.post(planOf(MARIA, 'draft'), { ...rest, ...review })
    expect(page.status).toBe(400)
    expect(page.words).toContain('The day of review has passed. Enter today or a later day')
    expect(page.body).toContain('Choir first.')
  })

  test('two people at one draft: the second sees the first’s change, keeps their own words, and nothing is lost', async () => {
    const { at, plans } = await aCopy(SUNITA)
    const [first, second] = [await keith.form(at('line', 'L1')), await bernadette.form(at('line', 'L2'))]
    const lunch = {
      ...LINE_2,
      needs: 'need-2',
      goals: 'goal-2',
      provider: 'northmoor-homecare',
      form: 'agency',
      price: '27.60',
      way: 'managed',
    }
    const mornings = { ...lunch, needs: 'need-1', goals: 'goal-1', what: 'Home care, mornings', amount: '12' }
    expect((await first.send(mornings)).status).toBe(303)
    const base = /name="base" value="([^"]*)"/.exec(second.page.body)?.[1] ?? ''
    const typed = { ...lunch, what: 'Home care at lunch, every day', amount: '7', base }
    const overtaken = await second.send(typed)
    expect(overtaken.words).toContain('Somebody added to this record while you were writing.')
    expect(overtaken.words).toContain('What changed while you were writing')
    expect(overtaken.words).toContain('was 10.75 hours a week, now 12.')
    expect(overtaken.body).toContain('Home care at lunch, every day')
    const head = /name="_head" value="([^"]*)"/.exec(overtaken.body)?.[1] ?? ''
    expect((await bernadette.post(at('line', 'L2'), typed, { head })).status).toBe(303)
    const last = (await plans()).at(-1)
    expect(last).toMatchObject({ version: 5, status: 'draft' })
    expect(last?.lines.map(({ line, amount }) => [line, amount])).toEqual([
      ['L1', 12],
      ['L2', 7],
      ['L3', 1],
      ['L4', 2.5],
      ['L5', 1],
    ])
  })

  test('takes a line out with its reason, and never gives its name to another', async () => {
    const { at, plans } = await aCopy()
    expect((await bernadette.post(at('line', 'L4', 'remove'), {})).words).toContain('Say why the line goes')
    expect((await bernadette.post(at('line', 'L4', 'remove'), { why: 'The NHS lends one.' })).status).toBe(
      303,
    )
    expect((await bernadette.post(at('line'), LINE_2)).status).toBe(303)
    expect((await plans()).at(-1)?.lines.map(({ line }) => line)).toEqual(['L1', 'L2', 'L3', 'L5'])
    expect((await bernadette.get(at('changes', 'plan-3', (await plans()).at(-1)?.id ?? ''))).words).toContain(
      'gone: was once, £1,640.00 once, paid by the council. Why: The NHS lends one.',
    )
  })

  test('is not the person’s page to write on', async () => {
    for (const part of ['draft', 'line', 'issue'])
      expect((await maria.get(planOf(MARIA, part))).status).toBe(404)
  })
})

describe('less cannot hide', () => {
  test('less is not issued until its reason, how the need is met, what it rests on and her part stand', async () => {
    const { at, plans } = await aCopy()
    const form = await bernadette.form(at('issue'))
    expect(form.page.words).toContain('falls: was 18 hours a week, now 16 hours a week')
    const nothing = await form.send({ draft: 'plan-3' })
    expect(nothing.words).toContain(
      'falls: was 18 hours a week, now 16 hours a week. Missing: the reason; how',
    )
    expect(nothing.words).toContain('Say what part Maria')
    expect(await plans()).toHaveLength(3)

    const whole = {
      draft: 'plan-3',
      'why-0': 'The market is delivered.',
      'met-0': 'Sixteen hours still cover choir and church.',
      'basis-0': 'review-2',
      part: 'She went through her diary with us.',
    }
    expect((await form.send({ ...whole, 'basis-0': 'plan-1' })).words).toContain('Missing: what it rests on.')
    const issued = await form.send(whole)
    expect([issued.status, issued.location]).toEqual([303, at()])
    const last = (await plans()).at(-1)
    expect(last).toMatchObject({ version: 4, status: 'issued' })

    const page = await maria.get(at())
    expect(page.heading).toBe('The plan: draft')
    expect(page.words).toContain(
      'DRAFT. This version has been issued, and is not agreed: nobody has answered it yet.',
    )
    const changes = await maria.get(at('changes', 'plan-1', last?.id ?? ''))
    expect(changes.words).toContain('Sixteen hours still cover choir and church.')
    expect(changes.words).toContain('It rests on: The review of 8 September 2026.')
    expect(changes.words).not.toContain('Not shown')
  })

  test('what was agreed to as a draft, and issued as it stood, is agreed; its budget goes on with it', async () => {
    const { at, record, plans } = await aCopy()
    expect((await bernadette.post(at('budget', 'plan-3'))).status).toBe(303)
    expect((await maria.post(at('answer', 'plan-3'), { extent: 'agrees' })).status).toBe(303)
    const reasons = {
      'why-0': 'Delivered.',
      'met-0': 'It is enough.',
      'basis-0': 'review-2',
      part: 'Her diary.',
    }
    expect((await bernadette.post(at('issue'), { draft: 'plan-3', ...reasons })).status).toBe(303)
    const last = (await plans()).at(-1)
    expect((await service.entriesOf(record)).at(-1)).toMatchObject({
      kind: 'personal-budget',
      plan: last?.id,
    })
    const page = await maria.get(at())
    expect(page.heading).toBe('The plan')
    expect(page.words).toContain(
      'You agree, 21 November 2026. The answer was to the draft, which says the same.',
    )
  })

  test('a draft that another has followed is not issued', async () => {
    const page = await bernadette.post(planOf(MARIA, 'issue'), { draft: 'plan-2' })
    expect(page.words).toContain(
      'Version 2 has been followed by version 3. Read that one before it is issued.',
    )
  })
})

describe('an answer', () => {
  test('is the person’s own, line by line if they like; what is not agreed has a clock', async () => {
    const { at, record } = await aCopy()
    const form = await maria.form(at('answer', 'plan-3'))
    expect(form.page.heading).toBe('Do you agree with the plan?')
    const answer = {
      extent: 'partly',
      says: 'Closer.',
      wants: 'Eighteen hours.',
      'agree-0': 'yes',
      'agree-1': 'no',
      'line-says-1': 'Two hours are missing.',
    }
    const twice = [await form.send(answer), await form.send(answer)]
    expect(twice.map(({ status }) => status)).toEqual([303, 303])
    const entries = await service.entriesOf(record)
    const says =
      'Closer.\n\nAssistants for care of the body and meals, two for the hoist: Agreed.\nAssistants for going out: choir, friends, church, town: Not agreed. Two hours are missing.'
    expect(entries.slice(-2)).toMatchObject([
      { kind: 'response', by: MARIA, to: 'plan-3', extent: 'partly', says },
      { kind: 'dispute', by: MARIA, of: 'plan-3', says, wants: 'Eighteen hours.' },
    ])
    expect(entries.filter(({ kind, on }) => kind === 'response' && on === '2026-11-21')).toHaveLength(1)
    const page = await bernadette.get(at('version', 'plan-3'))
    expect(page.words).toContain('agrees in part, 21 November 2026')
    expect(page.words).toContain('Day 0 of 20 working days.')
  })

  test('to a version that another has followed is refused, with the words kept', async () => {
    const page = await maria.post(planOf(MARIA, 'answer', 'plan-2'), {
      extent: 'agrees',
      says: 'Fine by me.',
    })
    expect(page.status).toBe(400)
    expect(page.words).toContain(
      'Version 2 has been followed by version 3, so it cannot be answered any more.',
    )
    expect(page.body).toContain('Fine by me.')
    expect(page.links).toContain(planOf(MARIA, 'answer', 'plan-3'))
  })

  test.each([
    [{}, 'Choose your answer'],
    [{ extent: 'disagrees' }, 'Say what you do not agree with.'],
    [{ extent: 'agrees', 'agree-1': 'no' }, 'You agree with all of it, and not with'],
    [{ extent: 'partly', says: 'No.', 'line-says-1': 'x'.repeat(601) }, 'Use 600 characters or fewer'],
  ])('of %j is asked again', async (answer, says) => {
    const page = await maria.post(planOf(MARIA, 'answer', 'plan-3'), answer)
    expect([page.status, page.words.includes(says)]).toEqual([400, true])
  })

  test('is not the worker’s: they can only write down why there is none, and it is asked again', async () => {
    const { at, record } = await aCopy()
    const form = await bernadette.form(at('answer', 'plan-3'))
    expect(form.page.heading).toBe('They could not answer')
    expect((await form.send({ extent: 'agrees' })).words).toContain('Only Maria')
    expect((await form.send({})).words).toContain('Say why they could not answer')
    expect((await form.send({ because: 'She had a chest infection. I ring on Monday.' })).status).toBe(303)
    expect((await service.entriesOf(record)).at(-1)).toMatchObject({
      kind: 'note',
      of: 'plan-3',
      by: BERNADETTE,
    })
    const page = await maria.get(at('version', 'plan-3'))
    expect(page.words).toContain('She had a chest infection. I ring on Monday.')
    expect(page.words).toContain('It is not an answer: the question is asked again.')
  })
})

describe('a manager’s decision', () => {
  test('has its reason and its ground, and cost alone is shown for what it is', async () => {
    const { at } = await aCopy()
    const form = await bernadette.form(at('sign-off', 'plan-3'))
    expect((await form.send({ decision: 'refused', why: 'Too dear.' })).words).toContain('Choose the ground')
    expect((await form.send({ decision: 'refused', ground: 'cost', why: 'Too dear.' })).status).toBe(303)
    for (const reader of [maria, bernadette]) {
      const page = await reader.get(at('version', 'plan-3'))
      expect(page.words).toContain('Refused by')
      expect(page.words).toContain('Ground: what it costs.')
      expect(page.words).toContain('On the ground of cost alone, this leaves')
    }
    const issue = await bernadette.post(at('issue'), { draft: 'plan-3' })
    expect(issue.words).toContain('The manager has not approved this version.')
  })

  test('is not the worker’s to make', async () => {
    const page = await keith.post(planOf(SUNITA, 'sign-off', 'plan-3'), {
      decision: 'approved',
      why: 'Good.',
    })
    expect(page.words).toContain('A manager decides on the plan.')
  })
})

describe('goals and the personal budget', () => {
  test('a goal is kept in the person’s own words, and changed with its reason', async () => {
    const { at, record } = await aCopy()
    const goal = {
      words: 'To sing at Easter',
      topics: ['community', 'relationships'],
      type: 'experience',
      hoped: '3',
    }
    const past = { 'by-day': '1', 'by-month': '1', 'by-year': '2026' }
    expect((await maria.post(at('goal'), { ...goal, ...past })).words).toContain(
      'By when must be today or later',
    )
    expect((await maria.post(at('goal'), {})).words).toContain('Write down the goal')
    expect((await maria.post(at('goal'), goal)).status).toBe(303)
    const kept = (await service.entriesOf(record)).at(-1)
    expect(kept).toMatchObject({ kind: 'goal', by: MARIA, words: 'To sing at Easter', hoped: 3 })
    const change = await bernadette.form(at('goal', kept?.id ?? ''))
    expect((await change.send({ ...goal, agreed: '2' })).words).toContain('Say why the goal changes')
    expect((await change.send({ ...goal, agreed: '2', why: 'We agreed on it today.' })).status).toBe(303)
    const page = await maria.get(at())
    expect(page.words).toContain('Agreed: I do this if someone prompts me or is nearby')
  })

  test('the statement is council and person together, once-only costs apart', async () => {
    const { words } = await sunita.get(planOf(SUNITA, 'budget', 'plan-3'))
    expect(words).toContain(
      '£504.40 a week You pay £38.40 of it. The council pays £466.00. Together: £504.40.',
    )
    expect(words).toContain('One-handed kitchen things and a long-handled sponge: £186.00')
  })

  test('the statement is put in the record with lines that add up', async () => {
    const { at, record } = await aCopy()
    const form = await bernadette.form(at('budget', 'plan-3'))
    expect((await form.send({ note: 'As the plan stands.' })).status).toBe(303)
    const budget = (await service.entriesOf(record)).at(-1)
    expect(budget).toMatchObject({ kind: 'personal-budget', plan: 'plan-3', weekly: 119_040 })
  })
})
