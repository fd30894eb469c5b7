import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeOf } from '../src/domain/outcomes/two-by-two.ts'
import { outcomeFacts } from '../src/record/outcome-facts.ts'
import { foldWhole } from '../src/record/standing.ts'
import { type Service, theService } from './the-service.ts'

// Choice and independence, over whole pages: hopes, goals, over time, wellbeing, being heard, who somebody is.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const DOT = 'dorothy-abernethy'
const MEI_LING = 'chan-mei-ling'
const KUMARAN = 'kumaran'
const FOLAKE = 'folake-adeyinka'
const MARISOL = 'marisol-etxeberri'
const GURPREET = 'gurpreet-sandhal'

const copyOf = async (person: string) => {
  const id = await service.copyOf(person)
  const before = (await service.entriesOf(id)).length
  return {
    path: (...parts: readonly string[]) => ['/records', id, ...parts].join('/'),
    added: async () => (await service.entriesOf(id)).slice(before),
  }
}

describe('hopes', () => {
  test('person and worker read the same four beside each other, and none is written over', async () => {
    const path = `/records/${service.recordOf(MEI_LING)}/outcomes/hopes/nutrition`
    for (const account of [MEI_LING, FOLAKE]) {
      const page = await (await service.as(account)).get(path)
      expect(page.quotes, account).toContain(
        'The food is soft and white. I eat it. I have not held a knife in this country since 1999, it is not permitted.',
      )
      expect(page.words, account).toContain('What could be possible Anneliese Brandt, occupational therapist')
      expect(page.words, account).toContain('I do this with equipment, technology or more time')
      expect(page.words, account).toContain('Talk about it')
    }
    const own = await (await service.as(MEI_LING)).get(path)
    expect(own.words).toContain(
      'Somebody thinks you could do more than you hope for. Would you like to talk about it? You do not have to.',
    )
  })

  test('where it was talked about and agreed, nobody is asked again', async () => {
    const dot = await service.as(DOT)
    const page = await dot.get(`/records/${service.recordOf(DOT)}/outcomes/hopes/nutrition`)
    expect(page.words).toContain('You talked about this, and agreed what stands below.')
    expect(page.words).not.toContain('Would you like to talk about it?')
    expect(page.quotes).toContain('I am content as I am. But I will make the tea.')
  })

  test('“I am content as I am” is kept in the person’s words, typed by the worker and read back', async () => {
    const { path, added } = await copyOf(MEI_LING)
    const folake = await service.as(FOLAKE)
    const form = await folake.form(path('outcomes/hopes/work-learning/talk'))
    const bad = await form.send({ answer: 'try', says: 'Once.' })
    expect(bad.words).toContain('Say what will be tried.')
    expect(bad.words).toContain('A trial takes from 4 to 8 weeks, and is asked about again.')
    const sent = await form.send({ answer: 'content', says: 'Sewing was for a person who was well.' })
    expect(sent.location).toBe(path('outcomes/hopes/work-learning'))
    expect(await added()).toMatchObject([{ kind: 'note', of: 'statement-11', by: FOLAKE }])
    const page = await (await service.as(MEI_LING)).get(path('outcomes/hopes/work-learning'))
    expect(page.words).toContain('You said on 21 November 2026: I am content as I am. That is a full answer.')
    expect(page.quotes).toContain('Sewing was for a person who was well.')
  })

  test('a trial is a goal, is being tried until its day, and is then asked about again', async () => {
    const { path, added } = await copyOf(MEI_LING)
    const form = await (await service.as(FOLAKE)).form(path('outcomes/hopes/nutrition/talk'))
    await form.send({
      answer: 'try',
      says: 'One soup. With ginger.',
      what: 'Soup on Thursdays, in the training kitchen',
      weeks: '6',
      agreed: '2',
    })
    expect((await added()).map(({ kind }) => kind)).toEqual(['note', 'goal'])
    const hope = path('outcomes/hopes/nutrition')
    const meiLing = await service.as(MEI_LING)
    expect((await meiLing.get(hope)).words).toContain(
      'You are trying it. We will ask you how it went on 2 January 2027.',
    )
    service.turnTo('2027-01-05')
    expect((await meiLing.get(hope)).words).toContain('Your trial ended on 2 January 2027. How did it go?')
    // On the first page too, so that nobody has to remember; the worker is told to ask.
    const first = hope.replace(/\/outcomes.*$/, '')
    const shown = await meiLing.get(first)
    expect(shown.words).toContain('You tried this until 2 January 2027:')
    expect(shown.links).toContain(hope)
    service.turnTo('2026-11-21')
  })

  test('bad input has a clear word: a hope below now, a step that is on no ladder', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const form = await (await service.as(KUMARAN)).form(path('outcomes/hopes/community/say'))
    const off = await form.send({ text: 'All the way.', hoped: '7' })
    expect(off.status).toBe(400)
    expect(off.words).toContain('Choose one of the five steps of the ladder')
    const below = await form.send({ text: 'Somebody takes me.', hoped: '0' })
    expect(below.words).toContain('is below how it is now')
    expect(below.words).toContain('What I hope for is less than I do now, and that is what I mean')
    expect(await added()).toEqual([])
    await form.send({ text: 'Somebody takes me.', hoped: '0', less: 'yes' })
    expect(await added()).toMatchObject([{ kind: 'statement', hoped: 0, 'said-by': KUMARAN }])
    const noTopic = await (await (await service.as(KUMARAN)).form(path('plan/goal'))).send({
      words: 'A badge',
      type: 'gain',
      now: '9',
    })
    expect(noTopic.words).toContain('Choose at least one part of life')
    expect(noTopic.words).toContain('Choose one of the five steps of the ladder')
  })

  test('what is thought possible is for a professional, with a ground', async () => {
    const { path } = await copyOf(DOT)
    expect((await (await service.as(DOT)).get(path('outcomes/hopes/home/possible'))).status).toBe(404)
    const form = await (await service.as(MARISOL)).form(path('outcomes/hopes/home/possible'))
    expect((await form.send({ possible: '3' })).words).toContain(
      'Say on what ground: what you saw, heard or tried',
    )
  })
})

describe('goals', () => {
  test('have steps with who does what, the person too, and are done when somebody says so', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const kumaran = await service.as(KUMARAN)
    const form = await kumaran.form(path('outcomes/goals/goal-2/step'))
    expect((await form.send({})).words).toContain('Say what will be done')
    await form.send({ what: 'Ask the café lady for the badge', who: KUMARAN })
    const [step] = await added()
    const worker = await (await service.as(FOLAKE)).get(path('outcomes'))
    expect(worker.words).toContain('Kumaran: Ask the café lady for the badge.')
    const done = await kumaran.form(
      `${path('outcomes/goals/goal-2/step')}?done=yes`,
      path('outcomes/goals/goal-2/step'),
    )
    await done.send({ finish: 'yes', step: step?.id ?? '', says: 'She said yes.' })
    const page = await kumaran.get(path('outcomes'))
    expect(page.words).toContain('You: Ask the café lady for the badge. Done 21 November 2026')
    expect(page.quotes).toContain('She said yes.')
  })

  test('are counted together with the corrected formula and what speaks against it', async () => {
    const page = await (await service.as(KUMARAN)).get(`/records/${service.recordOf(KUMARAN)}/outcomes`)
    // One goal, one above what was hoped for: 60.0 by the table of the corrected formula.
    expect(page.words).toContain(
      'All goals together come to 60.0. To come to 50 means that they were reached as hoped.',
    )
    expect(page.words).toContain('Nobody is paid by it, and no support or money hangs on it.')
    expect(page.words).toContain('It moves with the number of goals')
  })
})

describe('over time', () => {
  test('hours stand beside the ladder, and fewer of them prove nothing alone', async () => {
    const page = await (await service.as(KUMARAN)).get(
      `/records/${service.recordOf(KUMARAN)}/outcomes/over-time`,
    )
    expect(page.words).toContain('From 29 September 2025: 3 hours a week')
    expect(page.words).toContain('From 20 March 2026: 0 hours a week')
    expect(page.words).toContain('Fewer hours alone prove nothing.')
    expect(page.quotes).toContain('I can swim. I got the twenty-five. I want to go by me.')
  })

  test('choice and independence, for one person with the reasons', async () => {
    const page = await (await service.as(KUMARAN)).get(`/records/${service.recordOf(KUMARAN)}/outcomes/both`)
    expect(page.words).toContain('You got what you wanted, and you do more for yourself.')
    expect(page.words).toContain(
      '“Swim by me. Bus by me.” was met: on 19 March 2026 a worker said “more than hoped”.',
    )
    const early = await (await service.as(MEI_LING)).get(
      `/records/${service.recordOf(MEI_LING)}/outcomes/both`,
    )
    expect(early.words).toContain('It cannot be told yet.')
  })

  test('the place that is kept for many is the one that folding the whole record gives', async () => {
    const kept = await service.database.asOwner((query) =>
      query<{ person: string; place: unknown }>(
        "select r.person_party as person, f.figures -> 'place' as place from guarded.figures f join roundtable.record r on r.id = f.record where r.id = any ($1)",
        [service.people.map((person) => service.recordOf(person))],
      ),
    )
    expect(kept).toHaveLength(service.people.length)
    for (const { person, place } of kept) {
      expect(place, person).toEqual(placeOf(outcomeFacts(foldWhole(service.demoFile(person)))) ?? null)
    }
  })
})

describe('wellbeing', () => {
  test('is said in the person’s own scale, with an item of their own, and asked again in the same words', async () => {
    const { path } = await copyOf(KUMARAN)
    const kumaran = await service.as(KUMARAN)
    const form = await kumaran.form(path('outcomes/wellbeing/say'))
    expect((await form.send({})).words).toContain('Answer at least one.')
    await form.send({ control: '3', own: 'I swim when I like', 'own-level': '4' })
    const again = await kumaran.form(path('outcomes/wellbeing/say'))
    expect(again.page.words).toContain('I swim when I like Yes Mostly')
    service.turnTo('2026-12-21')
    await (await kumaran.form(path('outcomes/wellbeing/say'))).send({ 'own-0': '2' })
    const page = await kumaran.get(path('outcomes/wellbeing'))
    expect(page.words).toMatch(/I swim when I like.*Yes, 21 November 2026.*So-so, 21 December 2026.*Worse/)
    service.turnTo('2026-11-21')
  })

  test('numbers of a licensed instrument come in as numbers alone', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const form = await (await service.as(FOLAKE)).form(path('outcomes/wellbeing/numbers'))
    const bad = await form.send({ typed: 'control: 5' })
    expect(bad.words).toContain('Say that the council has a licence for the instrument.')
    expect(bad.words).toContain('“control: 5” is no domain with a number from 0 to 3.')
    await form.send({
      typed:
        'control: 1\nclean: 0\nfood: 0\nsafety: 1\nsocial: 2\noccupation: 2\naccommodation: 0\ndignity: 0',
      licensed: 'yes',
    })
    expect(await added()).toMatchObject([
      { kind: 'measure', tool: 'ascot-sct4', items: { control: 1, dignity: 0 } },
    ])
  })
})

describe('being heard', () => {
  const SAYS = 'She looked at her screen.'
  const tell = async (fields: Readonly<Record<string, string>>) => {
    const copy = await copyOf(KUMARAN)
    const form = await (await service.as(KUMARAN)).form(copy.path('outcomes/heard/say'))
    await form.send({ 'heard-listened': '1', says: SAYS, ...fields })
    return copy
  }

  test('how a talk went is read by the person and the manager, and by neither worker, carer nor provider', async () => {
    const { path } = await tell({})
    for (const account of [KUMARAN, GURPREET]) {
      expect((await (await service.as(account)).get(path('outcomes/heard'))).quotes, account).toContain(SAYS)
    }
    const folake = await service.as(FOLAKE)
    for (const page of ['outcomes/heard', '', 'outcomes/wellbeing', 'file']) {
      expect((await folake.get(path(page))).body, page).not.toContain(SAYS)
    }
    expect((await (await service.as('saltmarsh-living')).get(path(''))).body).not.toContain(SAYS)
    expect((await (await service.as('thilagavathy')).get(path(''))).body).not.toContain(SAYS)
    expect((await (await service.as('saltmarsh-living')).get(path('outcomes/heard'))).status).toBe(404)
  })

  test('the worker reads it where the person wants that, and nobody else does', async () => {
    const { path } = await tell({ seen: 'yes' })
    expect((await (await service.as(FOLAKE)).get(path('outcomes/heard'))).quotes).toContain(SAYS)
    expect((await (await service.as('saltmarsh-living')).get(path(''))).body).not.toContain(SAYS)
  })

  test('the manager sees who worked with the person beside it', async () => {
    const page = await (await service.as(GURPREET)).get(
      `/records/${service.recordOf(KUMARAN)}/outcomes/heard`,
    )
    expect(page.words).toContain('The worker of today has been there since 14 July 2025.')
  })
})

describe('about me', () => {
  test('leads the record, in the person’s words, with how to talk', async () => {
    for (const account of [KUMARAN, FOLAKE]) {
      const { body } = await (await service.as(account)).get(`/records/${service.recordOf(KUMARAN)}`)
      expect(body.indexOf('I like swimming, buses, and tall ice cream')).toBeGreaterThan(0)
      expect(body.indexOf('I like swimming')).toBeLessThan(body.indexOf('What has happened'))
      expect(body).toContain('Ask him first, then wait, then ask again in fewer words.')
    }
  })

  test('is said in the person’s own words, or typed as they say it, and read back', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const own = await (await service.as(KUMARAN)).form(path('about-me/strengths/say'))
    expect((await own.send({ text: ' ' })).words).toContain('Write it down in a few words')
    await own.send({ text: 'I know every bus.', varies: 'Rain is a bad day.' })
    const typed = await (await service.as(FOLAKE)).form(path('about-me/history/say'))
    await typed.send({ text: 'I was at college.', channel: 'said by phone, read back' })
    expect(await added()).toMatchObject([
      { 'said-by': KUMARAN, by: KUMARAN, topic: 'strengths', varies: 'Rain is a bad day.' },
      { 'said-by': KUMARAN, by: FOLAKE, topic: 'history', note: 'said by phone, read back' },
    ])
    const page = await (await service.as(KUMARAN)).get(path('about-me'))
    expect(page.quotes).toContain('Rain is a bad day.')
    expect(page.words).toContain('said by phone, read back')
  })
})

describe('easy read', () => {
  const PAGES = [
    'about-me',
    'outcomes',
    'outcomes/hopes',
    'outcomes/hopes/community',
    'outcomes/over-time',
    'outcomes/both',
    'outcomes/wellbeing',
    'outcomes/heard',
  ]

  test.each(PAGES)(
    '%s has a view of its own, with symbols that are not read out beside their words',
    async (page) => {
      const path = `/records/${service.recordOf(KUMARAN)}/${page}`
      const kumaran = await service.as(KUMARAN)
      expect((await kumaran.get(path)).links).toContain(`${path}?as=easy-read`)
      const easy = await kumaran.get(`${path}?as=easy-read`)
      expect(easy.status).toBe(200)
      expect(easy.links).toContain(path)
      const symbols = easy.body.match(/<svg class="rt-symbol[^>]*>/g) ?? []
      expect(symbols.length).toBeGreaterThan(0)
      expect(symbols.every((symbol) => symbol.includes('aria-hidden="true"'))).toBe(true)
    },
  )

  test('the symbols may be passed on: their licence is Apache 2.0, and its text comes with them', () => {
    const folder = createRequire(import.meta.url)
      .resolve('@carbon/pictograms/package.json')
      .replace(/package\.json$/, '')
    expect(JSON.parse(readFileSync(`${folder}package.json`, 'utf8'))).toMatchObject({ license: 'Apache-2.0' })
    expect(readFileSync(`${folder}LICENSE`, 'utf8')).toContain('Version 2.0, January 2004')
  })
})
