import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry, EntryOf } from '../src/record/entries.ts'
import { type Service, theService } from './the-service.ts'

// Everything that can be done on a page, as somebody at the table does it; and what the others then read.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const TENDAI = 'tendai-gwatidzo'
const RUDO = 'rudo-gwatidzo'
const KEITH = 'keith-bromwell'
const BERNADETTE = 'bernadette-achterberg'
const LEOPOLD = 'leopold-strand'
const MARISOL = 'marisol-etxeberri'
const SUNITA = 'sunita-vallory'

/** A copy of somebody's record to add to, and what was added to it. */
async function theRecordOf(person: string) {
  const id = await service.copyOf(person)
  const before = (await service.entriesOf(id)).length
  return {
    path: (...parts: readonly string[]) => ['/records', id, ...parts].join('/'),
    added: async () => (await service.entriesOf(id)).slice(before),
  }
}

const only = <K extends Entry['kind']>(entries: readonly Entry[], kind: K): EntryOf<K> => {
  expect(entries.map((entry) => entry.kind)).toEqual([kind])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the kind was compared in the line above
  return entries[0] as EntryOf<K>
}

describe('to say how things are', () => {
  test('in one’s own words: everyone reads them, and they count', async () => {
    const { path, added } = await theRecordOf(TENDAI)
    const tendai = await service.as(TENDAI)
    const form = await tendai.form(path('conversation', 'health', 'say'))
    const sent = await form.send({
      text: 'My head is loud by four o’clock.',
      level: '2',
      hoped: '3',
      times: '7',
      minutes: '30',
    })
    expect(sent.status).toBe(303)
    expect(sent.location).toBe(path('conversation', 'health'))

    const page = await tendai.get(sent.location)
    expect(page.words).toContain('Kept. Everyone at the table can read it.')
    expect(page.withClass('rt-voice__name')).toEqual(['You'])
    expect(page.words).toContain('21 November 2026, in your own words')
    expect(page.quotes).toContain('My head is loud by four o’clock.')
    expect(page.words).toContain('7 times a week, 30 minutes each time')
    expect((await tendai.get(sent.location)).words).not.toContain('Kept. Everyone')

    const workers = await (await service.as(KEITH)).get(path('conversation', 'health'))
    expect(workers.withClass('rt-voice__name')).toEqual(['Tendai Gwatidzo'])
    expect(workers.quotes).toContain('My head is loud by four o’clock.')
    const { id: _id, ...said } = only(await added(), 'statement')
    expect(said).toEqual({
      kind: 'statement',
      on: '2026-11-21',
      by: TENDAI,
      topic: 'health',
      'said-by': TENDAI,
      basis: 'lived',
      text: 'My head is loud by four o’clock.',
      level: 2,
      hoped: 3,
      times: 7,
      minutes: 30,
    })
  })

  test('for the person by phone: it is their voice, and it shows who typed it and how', async () => {
    const { path, added } = await theRecordOf(TENDAI)
    const form = await (await service.as(KEITH)).form(
      path('conversation', 'night', 'say?for=tendai-gwatidzo'),
    )
    const sent = await form.send({
      channel: 'by phone, read back',
      text: 'I slept through twice.',
      level: '3',
    })
    expect(sent.status).toBe(303)
    const said = only(await added(), 'statement')
    expect([said.by, said['said-by'], said.basis, said.note]).toEqual([
      KEITH,
      TENDAI,
      'lived',
      'by phone, read back',
    ])
    const page = await (await service.as(TENDAI)).get(path('conversation', 'night'))
    expect(page.withClass('rt-voice__name')).toEqual(['You'])
    expect(page.words).toContain('said, typed by Keith Bromwell')
    expect(page.words).toContain('by phone, read back')
    expect(page.words).toContain('Said before (1)')
  })

  test('as a carer, of the person’s day and of one’s own life: the second is not for the person to read', async () => {
    const { path, added } = await theRecordOf(TENDAI)
    const rudo = await service.as(RUDO)
    const ofHim = await rudo.form(path('conversation', 'night', 'say'))
    expect((await ofHim.send({ text: 'He rings me at three.', level: '2' })).status).toBe(303)
    const ofMe = await rudo.form(path('conversation', 'carer-work', 'say'))
    expect((await ofMe.send({ text: 'I have swapped every second shift.', level: '1' })).status).toBe(303)
    expect((await added()).map((entry) => [entry.by, entry.kind === 'statement' ? entry.about : ''])).toEqual(
      [
        [RUDO, undefined],
        [RUDO, RUDO],
      ],
    )
    const [tendai, keith] = [await service.as(TENDAI), await service.as(KEITH)]
    for (const page of [path(), path('conversation', 'night')]) {
      expect((await tendai.get(page)).words).toContain('He rings me at three.')
    }
    const pages = ['conversation', 'conversation/carer-work', 'eligibility', 'budget', 'file']
    for (const page of [path(), ...pages.map((part) => path(part))]) {
      expect((await tendai.get(page)).body, page).not.toContain('every second shift')
    }
    expect((await keith.get(path('conversation/carer-work'))).quotes).toContain(
      'I have swapped every second shift.',
    )
    expect((await rudo.get(path('conversation/carer-work'))).withClass('rt-voice__name')).toEqual(['You'])
  })

  test('as a professional: what is possible is theirs to say, what is hoped for is not', async () => {
    const { path, added } = await theRecordOf(TENDAI)
    const keith = await service.as(KEITH)
    const form = await keith.form(path('conversation', 'hygiene', 'say'))
    const refused = await form.send({ text: 'He showers when the radio is on.', hoped: '4' })
    expect(refused.status).toBe(400)
    expect(refused.words).toContain('What Tendai Gwatidzo hopes for is for Tendai Gwatidzo to say.')
    expect(refused.words).toContain('He showers when the radio is on.')
    expect(await added()).toEqual([])
    const sent = await form.send({ text: 'He showers when the radio is on.', possible: '4' })
    expect(sent.status).toBe(303)
    const said = only(await added(), 'statement')
    expect([said.basis, said.possible]).toEqual(['observed', 4])
    expect((await keith.get(path('conversation', 'hygiene'))).words).toContain(
      'Thinks possible: I do this on my own',
    )
  })

  test('never in another’s name, whatever the form says', async () => {
    const { path, added } = await theRecordOf(TENDAI)
    for (const account of [TENDAI, RUDO]) {
      const sent = await (await service.as(account)).post(path('conversation', 'night', `say?for=${KEITH}`), {
        saidBy: KEITH,
        text: 'I am Keith.',
      })
      expect(sent.status).toBe(303)
    }
    expect(
      (await added()).map((entry) => (entry.kind === 'statement' ? [entry.by, entry['said-by']] : [])),
    ).toEqual([
      [TENDAI, TENDAI],
      [RUDO, RUDO],
    ])
  })

  test('family and friends speak and read back what they said, and no more', async () => {
    const { path } = await theRecordOf(LEOPOLD)
    const inger = await service.as('inger-strand')
    const form = await inger.form(path('conversation', 'relationships', 'say'))
    expect((await form.send({ text: 'I write to him every day.' })).status).toBe(303)
    expect((await inger.get(path('conversation', 'relationships'))).quotes).toEqual([
      'I write to him every day.',
    ])
    const work = await inger.get(path('conversation', 'work-learning'))
    expect(work.status).toBe(200)
    expect(work.quotes).toEqual([])
  })
})

describe('to say who helps without pay', () => {
  const HELP = {
    provides: 'Every other weekend.',
    hours: '20',
    willing: 'yes',
    able: 'no',
    assessment: 'declined',
  }

  test('the carer says it themselves, and the professional writes it down for them', async () => {
    const { path, added } = await theRecordOf(TENDAI)
    const [rudo, keith] = [await service.as(RUDO), await service.as(KEITH)]
    const own = await (await rudo.form(path('conversation', 'unpaid-help'))).send({ ...HELP, carer: RUDO })
    expect(own.status).toBe(303)
    const typed = await (await keith.form(path('conversation', 'unpaid-help'))).send({
      ...HELP,
      carer: RUDO,
      willing: 'no',
    })
    expect(typed.status).toBe(303)
    const help = (await added()).map((entry) =>
      entry.kind === 'carer-identified'
        ? [entry.by, entry.carer, entry.hours, entry.willing, entry.able]
        : [],
    )
    expect(help).toEqual([
      [RUDO, RUDO, 20, true, false],
      [KEITH, RUDO, 20, false, false],
    ])
    const page = await (await service.as(TENDAI)).get(path())
    expect(page.words).toContain('Rudo Gwatidzo: Every other weekend.')
    expect(page.words).toContain('Willing to go on: no. Able: no.')
  })

  test('nobody says for another whether they are willing', async () => {
    const { path, added } = await theRecordOf(TENDAI)
    for (const [account, carer] of [
      [TENDAI, RUDO],
      [RUDO, TENDAI],
      [RUDO, 'brightwater-care'],
    ] as const) {
      const sent = await (await service.as(account)).post(path('conversation', 'unpaid-help'), {
        ...HELP,
        carer,
      })
      expect(sent.status, `${account} of ${carer}`).toBe(400)
      expect(sent.words).toContain('Every other weekend.')
    }
    expect(await added()).toEqual([])
  })
})

describe('“we already know this: is it still right?”', () => {
  test('after three months it is asked with the words that stand, and yes is kept', async () => {
    const { path, added } = await theRecordOf(SUNITA)
    const sunita = await service.as(SUNITA)
    const topic = path('conversation', 'hygiene')
    const form = await sunita.form(topic, `${topic}/still-right`)
    expect(form.page.words).toContain('You told us this in March 2026. Is it still right?')
    const sent = await form.send({ statement: 'statement-2' })
    expect([sent.status, sent.location]).toEqual([303, topic])
    const note = only(await added(), 'note')
    expect([note.of, note.text, note.by]).toEqual(['statement-2', 'Still right.', SUNITA])
    const page = await sunita.get(topic)
    expect(page.words).toContain('looked at again 21 November 2026, still right')
    expect(page.words).not.toContain('Is it still right?')
    const keith = await (await service.as(KEITH)).get(topic)
    expect(keith.words).toContain('looked at again 21 November 2026, still right')
  })

  test('of what is not in the record it cannot be said', async () => {
    const { path, added } = await theRecordOf(SUNITA)
    const sunita = await service.as(SUNITA)
    const sent = await sunita.post(path('conversation', 'hygiene', 'still-right'), {
      statement: 'statement-999',
    })
    expect(sent.status).toBe(409)
    expect(sent.words).toContain('That is not in the record.')
    expect(await added()).toEqual([])
  })
})

describe('from a first conversation to a decision and a shown budget', () => {
  const NEED = {
    subject: LEOPOLD,
    text: 'The way to the bakery and about the town',
    topics: ['work-learning', 'community'],
    cause: 'Usher syndrome: deaf, and losing sight',
    test: 'danger',
    wellbeing: ['participation', 'relationships'],
    impact: 'significant',
    impactWhy: 'Without a way there he loses his work.',
    statements: ['statement-6', 'statement-8'],
  }

  test('the worker finds a need, closes the assessment, decides, and shows the sum; the person reads each', async () => {
    const { path, added } = await theRecordOf(LEOPOLD)
    const [marisol, leopold] = [await service.as(MARISOL), await service.as(LEOPOLD)]
    expect((await leopold.get(path('eligibility'))).words).toContain('What is still to be asked')
    expect((await leopold.get(path('eligibility'))).words).toContain('The council has not decided yet.')

    const need = await (await marisol.form(path('conversation', 'need'))).send(NEED)
    expect([need.status, need.location]).toEqual([303, path('eligibility')])
    const assessment = await marisol.form(path('conversation', 'assessment'))
    const closed = await assessment.send({ close: 'assessment-opened-1', outcome: 'completed' })
    expect(closed.status).toBe(303)
    expect((await marisol.get(closed.location)).words).toContain('The assessment is closed.')

    const rules = await leopold.get(path('eligibility'))
    expect(rules.words).toContain('The recorded facts meet the rules.')
    expect(rules.words).toContain('“Without a way there he loses his work.”')
    const waiting = await marisol.get(path('eligibility'))
    const decide = waiting.links.find((link) => link.endsWith('/decide')) ?? ''
    expect(decide).toBe(path('eligibility', 'assessment-opened-1', 'decide'))
    const decided = await (await marisol.form(decide)).send({
      'need-0': 'yes',
      'why-0': 'He cannot cross the second road in safety.',
      eligible: 'yes',
      reasons: 'Two outcomes, from one cause, and his work hangs on it.',
    })
    expect([decided.status, decided.location]).toEqual([303, path('eligibility')])
    const read = await leopold.get(path('eligibility'))
    expect(read.words).toContain('Eligible, decided by Marisol Etxeberri on 21 November 2026.')
    expect(read.words).toContain('He cannot cross the second road in safety.')
    expect(read.words).toContain('The decision and the recorded facts agree.')

    const shown = await (await marisol.form(path('budget'))).send({})
    expect([shown.status, shown.location]).toEqual([303, path('budget')])
    const money = await leopold.get(path('budget'))
    // 5 times 40 minutes and 2 times 3 hours at £19.20 an hour, and 5 ways there at £1.88.
    expect(money.words).toContain('Indicative budget, 21 November 2026: £188.60 a week')
    expect(money.withClass('rt-sum__figure')[0]).toBe('£188.60')

    const entries = await added()
    expect(entries.map((entry) => entry.kind)).toEqual([
      'need',
      'assessment-closed',
      'eligibility',
      'indicative-budget',
    ])
    expect(new Set(entries.map((entry) => entry.by))).toEqual(new Set([MARISOL]))
    const budget = entries.find((entry) => entry.kind === 'indicative-budget')
    expect([budget?.weekly, budget?.shown, budget?.model]).toEqual([
      18860,
      true,
      'Northmoor 2026-27 version 3',
    ])
    expect(budget?.lines?.map(({ topic, weekly }) => [topic, weekly])).toEqual([
      ['work-learning', 7340],
      ['community', 11520],
    ])
  })

  test('a decision against the facts is asked about, and stands', async () => {
    const { path } = await theRecordOf(LEOPOLD)
    const marisol = await service.as(MARISOL)
    await marisol.post(path('conversation', 'need'), NEED)
    await marisol.post(path('conversation', 'assessment'), {
      close: 'assessment-opened-1',
      outcome: 'completed',
    })
    const decided = await marisol.post(path('eligibility', 'assessment-opened-1', 'decide'), {
      'need-0': 'no',
      'why-0': 'He has managed so far.',
      eligible: 'no',
      reasons: 'He has managed so far.',
    })
    expect(decided.status).toBe(303)
    const read = await (await service.as(LEOPOLD)).get(path('eligibility'))
    expect(read.words).toContain('Not eligible, decided by Marisol Etxeberri')
    expect(read.words).toContain('The decision and the recorded facts differ')
    const twice = await marisol.post(path('eligibility', 'assessment-opened-1', 'decide'), {
      'need-0': 'yes',
      'why-0': 'On second thoughts.',
      eligible: 'yes',
      reasons: 'On second thoughts.',
    })
    expect(twice.status).toBe(400)
    expect(twice.words).toMatch(/decided for this assessment already|No completed assessment is waiting/)
    expect(twice.words).toContain('On second thoughts.')
  })

  test('an assessment in which the person was not heard cannot be completed', async () => {
    const { path, added } = await theRecordOf('hortensia-lovelock')
    const marisol = await service.as(MARISOL)
    const form = await marisol.form(path('conversation', 'assessment'))
    const opened = await form.send({
      subject: 'dorian-lovelock',
      of: 'carer',
      way: 'phone',
      offered: ['phone', 'online'],
      told: 'yes',
    })
    expect(opened.status).toBe(303)
    const entry = only(await added(), 'assessment-opened')
    expect([
      entry.subject,
      entry.of,
      entry.way,
      entry.offered,
      entry.assessor,
      entry['told-what-to-expect'],
    ]).toEqual(['dorian-lovelock', 'carer', 'phone', ['phone', 'online'], MARISOL, true])
    const closed = await marisol.post(path('conversation', 'assessment'), {
      close: entry.id,
      outcome: 'completed',
    })
    expect(closed.status).toBe(400)
    expect(closed.words).toContain('Nothing in this assessment was said by Dorian Lovelock')
    const withdrawn = await marisol.post(path('conversation', 'assessment'), {
      close: entry.id,
      outcome: 'withdrawn',
    })
    expect(withdrawn.status).toBe(303)
    expect((await added()).map(({ kind }) => kind)).toEqual(['assessment-opened', 'assessment-closed'])
  })

  test('there is no second assessment of one person while the first is open', async () => {
    const { path, added } = await theRecordOf(LEOPOLD)
    const again = await (await service.as(MARISOL)).post(path('conversation', 'assessment'), {
      subject: LEOPOLD,
      of: 'needs',
      way: 'phone',
    })
    expect(again.status).toBe(400)
    expect(again.words).toContain('An assessment of Leopold Strand-Achebe is open already.')
    expect(await added()).toEqual([])
  })
})

describe('to disagree', () => {
  test('what rests on it is marked for everybody, and both sums are shown', async () => {
    const { path, added } = await theRecordOf(LEOPOLD)
    const [leopold, marisol] = [await service.as(LEOPOLD), await service.as(MARISOL)]
    const form = await marisol.form(path('conversation', 'dispute', 'statement-8'))
    expect(form.page.quotes[0]).toContain('The bank, the doctor')
    const sent = await form.send({ says: 'The club is once a month now.', wants: 'Ask him again.' })
    expect(sent.status).toBe(303)
    const dispute = only(await added(), 'dispute')
    expect([dispute.of, dispute.says, dispute.wants, dispute.by]).toEqual([
      'statement-8',
      'The club is once a month now.',
      'Ask him again.',
      MARISOL,
    ])
    expect(sent.location).toBe(path('challenge', dispute.id))

    const one = await leopold.get(sent.location)
    expect(one.words).toContain('Day 0 of 20 working days.')
    expect(one.words).toContain('Wants: Ask him again.')
    const topic = await leopold.get(path('conversation', 'community'))
    expect(topic.words).toContain('Marisol Etxeberri says that this is wrong: The club is once a month now.')
    expect((await leopold.get(path())).words).toContain('Marisol Etxeberri says that this is wrong')
    expect((await leopold.get(path('challenge'))).words).toContain('Not settled yet')
    const money = await leopold.get(path('budget'))
    // Work and the way there are £73.40. Without his words there is the level that Marisol saw, at which twice 2½ hours
    // at £19.20 is typical: £96. With them twice 3 hours: £115.20.
    expect(money.withClass('rt-both')[0]).toContain('£169.40 a week with what is disputed left out')
    expect(money.withClass('rt-both')[0]).toContain('£188.60 a week if what is in the record stands')
    expect((await marisol.get(path('budget'))).withClass('rt-both')).toEqual(money.withClass('rt-both'))
    expect((await leopold.get('/')).words).toMatch(/not settled yet/)
  })

  test('with how it really is: the sum goes by that until it is settled', async () => {
    const { path, added } = await theRecordOf(SUNITA)
    const sunita = await service.as(SUNITA)
    const keith = await service.as(KEITH)
    const form = await sunita.form(path('conversation', 'dispute', 'statement-8'))
    const sent = await form.send({
      says: 'It is four hours, not two.',
      wants: 'Put it right.',
      text: 'The floors alone take two hours, and the bed takes two more.',
      level: '1',
      times: '4',
      minutes: '60',
    })
    expect(sent.status).toBe(303)
    const entries = await added()
    expect(entries.map((entry) => [entry.kind, entry.by])).toEqual([
      ['dispute', SUNITA],
      ['statement', SUNITA],
    ])
    const money = await keith.get(path('budget'))
    // £494.20 has 2 hours for the home at £27.60 in it; 4 hours are £55.20 more.
    expect(money.withClass('rt-sum__figure')[0]).toBe('£549.40')
    const topic = await keith.get(path('conversation', 'home-upkeep'))
    expect(topic.quotes).toContain('The floors alone take two hours, and the bed takes two more.')
    expect(topic.words).toContain('Sunita Vallory says that this is wrong: It is four hours, not two.')
    expect((await sunita.get(path('conversation'))).withClass('rt-topic__marks').join(' ')).toContain(
      'Disputed',
    )
  })

  test('once: the same person cannot dispute the same thing again before there is an answer', async () => {
    const { path, added } = await theRecordOf(TENDAI)
    const tendai = await service.as(TENDAI)
    const again = await tendai.post(path('conversation', 'dispute', 'statement-19'), {
      says: 'It is still wrong.',
    })
    expect(again.status).toBe(400)
    expect(again.words).toContain('You have said that this is wrong, and it has not been answered yet.')
    expect(again.words).toContain('It is still wrong.')
    const mother = await (await service.as(RUDO)).post(path('conversation', 'dispute', 'statement-19'), {
      says: 'I work the other weekends.',
    })
    expect(mother.status).toBe(303)
    expect((await added()).map(({ by }) => by)).toEqual([RUDO])
  })

  test.each([
    { outcome: 'accepted', says: 'Accepted: it was wrong', sum: '£981.08' },
    { outcome: 'refused', says: 'Not accepted: it stands', sum: '£870.68' },
  ])('an answer ($outcome) settles it, and the sum follows: $sum', async ({ outcome, says, sum }) => {
    const { path, added } = await theRecordOf(TENDAI)
    const [tendai, keith] = [await service.as(TENDAI), await service.as(KEITH)]
    const form = await keith.form(path('challenge', 'dispute-1'))
    expect(form.page.words).toContain('What Tendai Gwatidzo said, 12 November 2026')
    expect(form.page.words).toContain('The money on the table')
    const sent = await form.send({ outcome, why: 'I read the visit sheets of the summer.' })
    expect([sent.status, sent.location]).toEqual([303, path('challenge', 'dispute-1')])
    const answer = only(await added(), 'dispute-answered')
    expect([answer.dispute, answer.outcome, answer.why, answer.by]).toEqual([
      'dispute-1',
      outcome,
      'I read the visit sheets of the summer.',
      KEITH,
    ])
    for (const reader of [tendai, keith]) {
      const page = await reader.get(path('challenge', 'dispute-1'))
      expect(page.words).toContain(`${says}. I read the visit sheets of the summer.`)
      const money = await reader.get(path('budget'))
      expect(money.withClass('rt-sum__figure')[0]).toBe(sum)
      expect(money.withClass('rt-both')).toEqual([])
      expect((await reader.get(path('challenge'))).words).toContain('Settled')
    }
    const again = await keith.post(path('challenge', 'dispute-1'), { outcome: 'partly', why: 'Again.' })
    expect(again.status).toBe(400)
    expect(again.words).toMatch(/answered already|No dispute is open/)
  })

  test('whoever raised it does not answer it, and neither does anybody who may not decide', async () => {
    const { path, added } = await theRecordOf(TENDAI)
    for (const account of [TENDAI, RUDO]) {
      const sent = await (await service.as(account)).post(path('challenge', 'dispute-1'), {
        outcome: 'accepted',
        why: 'It was wrong.',
      })
      expect(sent.status, account).toBe(404)
    }
    const keith = await service.as(KEITH)
    const own = await keith.post(path('conversation', 'dispute', 'statement-10'), {
      says: 'Four days in the summer.',
    })
    const page = await keith.get(own.location)
    expect(page.words).toContain('Whoever raised it cannot answer it.')
    const answered = await keith.post(own.location, { outcome: 'accepted', why: 'I agree with myself.' })
    expect(answered.status).toBe(400)
    expect(answered.words).toContain('Whoever raised it cannot answer it: somebody else must.')
    const manager = await (await service.as(BERNADETTE)).post(own.location, {
      outcome: 'refused',
      why: 'His own words stand.',
    })
    expect(manager.status).toBe(303)
    expect((await added()).map(({ kind, by }) => [kind, by])).toEqual([
      ['dispute', KEITH],
      ['dispute-answered', BERNADETTE],
    ])
  })
})

describe('two at once', () => {
  test('the slower keeps what they wrote and is told; nothing is lost, and sending again works', async () => {
    const { path, added } = await theRecordOf(TENDAI)
    const [tendai, keith] = [await service.as(TENDAI), await service.as(KEITH)]
    const say = path('conversation', 'health', 'say')
    const [his, mine] = [await tendai.form(say), await keith.form(say)]
    expect((await his.send({ text: 'I get headaches.', level: '2' })).status).toBe(303)
    const slower = await mine.send({ text: 'Saw the doctor’s letter.', possible: '3' })
    expect(slower.status).toBe(409)
    expect(slower.words).toContain(
      'Somebody added to this record while you were writing. Your words are still here.',
    )
    expect(slower.body).toContain('Saw the doctor’s letter.')
    expect((await added()).map(({ by }) => by)).toEqual([TENDAI])
    const again = await keith.post(
      say,
      { text: 'Saw the doctor’s letter.', possible: '3' },
      sealOf(slower.body),
    )
    expect(again.status).toBe(303)
    expect((await added()).map(({ by }) => by)).toEqual([TENDAI, KEITH])
    const page = await tendai.get(path('conversation', 'health'))
    expect(page.quotes).toEqual(['I get headaches.', 'Saw the doctor’s letter.'])
  })

  test('at the very same moment: one is kept, the others are told', async () => {
    const { path, added } = await theRecordOf(TENDAI)
    const say = path('conversation', 'health', 'say')
    const forms = await Promise.all(
      [TENDAI, KEITH, RUDO, BERNADETTE].map(async (account) => (await service.as(account)).form(say)),
    )
    const sent = await Promise.all(forms.map((form, at) => form.send({ text: `Voice ${at}` })))
    expect(sent.filter(({ status }) => status === 303)).toHaveLength(1)
    const told = sent.filter(({ words }) => words.includes('Your words are still here.'))
    expect(told).toHaveLength(3)
    expect(await added()).toHaveLength(1)
  })

  test('what one may not see does not stand in one’s way', async () => {
    const { path, added } = await theRecordOf(TENDAI)
    const [tendai, rudo] = [await service.as(TENDAI), await service.as(RUDO)]
    const his = await tendai.form(path('conversation', 'health', 'say'))
    await rudo.post(path('conversation', 'carer-work', 'say'), { text: 'My own shifts.' })
    expect((await his.send({ text: 'I get headaches.' })).status).toBe(303)
    expect((await added()).map(({ by }) => by)).toEqual([RUDO, TENDAI])
  })
})

test('a form that went through, sent again with other words, loses neither', async () => {
  const { path, added } = await theRecordOf(TENDAI)
  const tendai = await service.as(TENDAI)
  const say = path('conversation', 'health', 'say')
  const form = await tendai.form(say)
  await form.send({ text: 'I get headaches.' })
  const again = await form.send({ text: 'I get headaches, and I hear a whistle.' })
  expect(again.status).toBe(400)
  expect(again.words).toContain('You sent this before')
  expect(again.words).toContain('I get headaches, and I hear a whistle.')
  const kept = await tendai.post(say, { text: 'I get headaches, and I hear a whistle.' }, sealOf(again.body))
  expect(kept.status).toBe(303)
  expect((await added()).map((entry) => (entry.kind === 'statement' ? entry.text : ''))).toEqual([
    'I get headaches.',
    'I get headaches, and I hear a whistle.',
  ])
})

describe('the same form sent twice has one effect and one answer', () => {
  const twice: readonly {
    readonly what: string
    readonly person: string
    readonly account: string
    readonly at: readonly string[]
    readonly to?: readonly string[]
    readonly fields: Readonly<Record<string, string | readonly string[]>>
  }[] = [
    {
      what: 'what somebody says',
      person: TENDAI,
      account: TENDAI,
      at: ['conversation', 'health', 'say'],
      fields: { text: 'Headaches.' },
    },
    {
      what: 'that it is still right',
      person: SUNITA,
      account: SUNITA,
      at: ['conversation', 'hygiene'],
      to: ['conversation', 'hygiene', 'still-right'],
      fields: { statement: 'statement-2' },
    },
    {
      what: 'a disagreement',
      person: TENDAI,
      account: TENDAI,
      at: ['conversation', 'dispute', 'need-2'],
      fields: { says: 'Not by day alone.' },
    },
    {
      what: 'a disagreement with how it is',
      person: SUNITA,
      account: SUNITA,
      at: ['conversation', 'dispute', 'statement-8'],
      fields: { says: 'Four hours.', text: 'Four hours.', times: '4', minutes: '60' },
    },
    {
      what: 'an answer',
      person: TENDAI,
      account: KEITH,
      at: ['challenge', 'dispute-1'],
      fields: { outcome: 'accepted', why: 'He is right.' },
    },
    {
      what: 'an assessment opened',
      person: TENDAI,
      account: KEITH,
      at: ['conversation', 'assessment'],
      fields: { subject: TENDAI, of: 'needs', way: 'phone', offered: 'phone' },
    },
    {
      what: 'who helps without pay',
      person: TENDAI,
      account: RUDO,
      at: ['conversation', 'unpaid-help'],
      fields: { carer: RUDO, provides: 'Weekends.', willing: 'yes', able: 'yes', assessment: 'declined' },
    },
    {
      what: 'that a finding is not so',
      person: 'kumaran',
      account: 'folake-adeyinka',
      at: ['findings', 'review-overdue', 'not-so?of=plan-1'],
      fields: { why: 'It was held on the telephone.' },
    },
    {
      what: 'a need',
      person: LEOPOLD,
      account: MARISOL,
      at: ['conversation', 'need'],
      fields: {
        subject: LEOPOLD,
        text: 'The way there',
        topics: 'community',
        test: 'danger',
        impact: 'significant',
      },
    },
    { what: 'the sum put in the record', person: TENDAI, account: KEITH, at: ['budget'], fields: {} },
  ]

  test.each(twice)('$what', async ({ person, account, at, to, fields }) => {
    const { path, added } = await theRecordOf(person)
    const visitor = await service.as(account)
    const form = await visitor.form(path(...at), path(...(to ?? at)))
    const first = await form.send(fields)
    const kept = await added()
    expect(first.status).toBe(303)
    expect(kept.length).toBeGreaterThan(0)
    const second = await form.send(fields)
    expect([second.status, second.location]).toEqual([303, first.location])
    expect(await added()).toEqual(kept)
  })

  test.each(twice)(
    '$what, both presses at the very same moment',
    async ({ person, account, at, to, fields }) => {
      const { path, added } = await theRecordOf(person)
      const form = await (await service.as(account)).form(path(...at), path(...(to ?? at)))
      const [first, second] = await Promise.all([form.send(fields), form.send(fields)])
      expect([first?.status, second?.status]).toEqual([303, 303])
      expect(second?.location).toBe(first?.location)
      const kinds = (await added()).map(({ kind }) => kind)
      expect(new Set(kinds).size).toBe(kinds.length)
    },
  )
})

/** The seal of the form that stands in a page. */
const sealOf = (body: string) => {
  const of = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(body.slice(body.indexOf('id="form"')))?.[1] ?? ''
  return { key: of('_key'), head: of('_head') }
}
