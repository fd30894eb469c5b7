import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADULT_OUTCOMES, FURTHER_TOPICS } from '../src/domain/outcomes/topics.ts'
import type { Entry } from '../src/record/entries.ts'
import type { ShownPage } from './a-shown-page.ts'
import { type Service, type Visitor, theService } from './the-service.ts'

// Every page of every record of the demonstration, as those around the table read it.

type Table = {
  readonly person: string
  readonly name: string
  /** somebody close to them: a carer, or where there is none, family or a friend */
  readonly close?: { readonly account: string; readonly as: 'carer' | 'family' | 'friend' }
  readonly worker: string
  /** somebody of the council who is named in the record and not allocated, where there is one */
  readonly professional?: string
  readonly manager: string
  /**
   * The weekly sum in pounds, added up by hand from what was said and the published prices; and, where a fact behind it
   * is disputed, what it would be if the record stands.
   */
  readonly sum: string
  readonly stands?: string
}

const carer = (account: string) => ({ account, as: 'carer' }) as const
const family = (account: string) => ({ account, as: 'family' }) as const
const SOUTH = { worker: 'folake-adeyinka', manager: 'gurpreet-sandhal' } as const
const NORTH = { manager: 'bernadette-achterberg' } as const

const TABLES: readonly Table[] = [
  {
    person: 'maeve-orourke-dsouza',
    name: 'Maeve O’Rourke-D’Souza',
    ...SOUTH,
    sum: '£475.66',
    stands: '£362.76',
  },
  { person: 'chan-mei-ling', name: '陳美玲', close: family('chan-ka-ming'), ...SOUTH, sum: '£538.88' },
  {
    person: 'elijah-pryce',
    name: 'Elijah Pryce-Odhiambo',
    close: carer('gwenllian-pryce'),
    ...SOUTH,
    sum: '£1,149.44',
  },
  {
    person: 'sunita-vallory',
    name: 'Sunita Vallory',
    close: carer('karan-vallory'),
    worker: 'keith-bromwell',
    ...NORTH,
    sum: '£494.20',
  },
  { person: 'kumaran', name: 'Kumaran', close: carer('thilagavathy'), ...SOUTH, sum: '£212.56' },
  {
    person: 'zofia-wisniewska',
    name: 'Zofia Wiśniewska',
    close: carer('stanislaw-wisniewski'),
    ...SOUTH,
    sum: '£1,357.28',
  },
  {
    person: 'tendai-gwatidzo',
    name: 'Tendai Gwatidzo',
    close: carer('rudo-gwatidzo'),
    worker: 'keith-bromwell',
    ...NORTH,
    sum: '£981.08',
    stands: '£870.68',
  },
  {
    person: 'leopold-strand',
    name: 'Leopold Strand-Achebe',
    close: family('inger-strand'),
    worker: 'marisol-etxeberri',
    ...NORTH,
    sum: '£188.60',
  },
  {
    person: 'maria-figueiredo',
    name: 'Maria da Conceição Vasconcelos Albuquerque Monteiro dos Santos Figueiredo',
    worker: 'marisol-etxeberri',
    professional: 'anneliese-brandt',
    ...NORTH,
    sum: '£1,564.76',
  },
  {
    person: 'patrick-mulvaney',
    name: 'Patrick Joseph Mulvaney',
    close: family('bridie-mulvaney'),
    worker: 'keith-bromwell',
    ...NORTH,
    sum: '£1,784.02',
  },
  {
    person: 'dorothy-abernethy',
    name: 'Dorothy Abernethy',
    close: { account: 'marjorie-teal', as: 'friend' },
    worker: 'marisol-etxeberri',
    ...NORTH,
    sum: '£1,404.12',
  },
  {
    person: 'hortensia-lovelock',
    name: 'Hortensia Lovelock',
    close: carer('dorian-lovelock'),
    worker: 'marisol-etxeberri',
    ...NORTH,
    sum: '£401.80',
  },
]

type Reader = 'person' | 'carer' | 'family' | 'friend' | 'worker' | 'professional' | 'manager'
const EVERYBODY = ['person', 'carer', 'family', 'friend', 'worker', 'professional', 'manager'] as const

/** Who reads which page: written out, so that a change of the table of access is seen here as well. */
const READS: readonly { readonly path: string; readonly who: readonly Reader[] }[] = [
  { path: '', who: EVERYBODY },
  { path: '/conversation', who: EVERYBODY },
  { path: '/conversation/hygiene', who: EVERYBODY },
  { path: '/conversation/about-me/say', who: EVERYBODY },
  { path: '/challenge', who: EVERYBODY },
  // A carer finds their own part there, and nothing of the person’s.
  { path: '/eligibility', who: ['person', 'carer', 'worker', 'professional', 'manager'] },
  { path: '/budget', who: ['person', 'carer', 'worker', 'professional', 'manager'] },
  { path: '/looks', who: ['person', 'worker', 'manager'] },
  { path: '/file', who: ['person', 'manager'] },
  { path: '/conversation/need', who: ['worker', 'professional', 'manager'] },
  { path: '/conversation/assessment', who: ['worker', 'professional', 'manager'] },
  { path: '/asking', who: ['person', 'worker', 'professional', 'manager'] },
  { path: '/asking/ask', who: ['person', 'worker', 'manager'] },
  { path: '/asking/hold', who: ['worker', 'manager'] },
  { path: '/support', who: ['person', 'carer', 'worker', 'professional', 'manager'] },
  { path: '/support/report', who: ['worker', 'manager'] },
  { path: '/support/end', who: ['worker', 'manager'] },
  { path: '/outcomes', who: ['person', 'carer', 'worker', 'professional', 'manager'] },
  { path: '/review', who: ['person', 'carer', 'worker', 'professional', 'manager'] },
  { path: '/review/ask', who: ['person', 'worker', 'manager'] },
  { path: '/review/hold', who: ['worker', 'manager'] },
  { path: '/challenge/complain', who: ['person', 'worker', 'manager'] },
  { path: '/challenge/letter', who: ['person', 'worker', 'manager'] },
]

let service: Service
const visitors = new Map<string, Promise<Visitor>>()
/** One session each for the whole file: people read many records. */
const as = (account: string): Promise<Visitor> => {
  const visitor = visitors.get(account) ?? service.as(account)
  visitors.set(account, visitor)
  return visitor
}
const read = async (account: string, person: string, path: string): Promise<ShownPage> =>
  (await as(account)).get(`/records/${service.recordOf(person)}${path}`)

beforeAll(async () => {
  service = await theService()
  await service.accounts([{ id: 'nobody-here', name: 'Nell Passerby', kind: 'public' }])
})
afterAll(() => service.close())

test('every record of the demonstration is tried', () => {
  expect(TABLES.map(({ person }) => person).toSorted()).toEqual(service.people.toSorted())
})

const seatsOf = ({
  person,
  close,
  worker,
  professional,
  manager,
}: Table): readonly (readonly [Reader, string])[] => [
  ['person', person],
  ...(close === undefined ? [] : [[close.as, close.account] as const]),
  ['worker', worker],
  ...(professional === undefined ? [] : [['professional', professional] as const]),
  ['manager', manager],
]

describe.each(TABLES)('the record of $name', (table) => {
  const { person, name } = table

  test('opens to those at the table, page by page, and to nobody else', async () => {
    const wrong: string[] = []
    for (const [reader, account] of seatsOf(table)) {
      for (const { path, who } of READS) {
        const page = await read(account, person, path)
        const wanted = who.includes(reader) ? 200 : 404
        if (page.status !== wanted) wrong.push(`${reader} ${path}: ${page.status}`)
      }
    }
    for (const { path } of READS) {
      for (const account of ['nobody-here', 'ama-boateng']) {
        const page = await read(account, person, path)
        if (page.status !== 404) wrong.push(`${account} ${path}: ${page.status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('says whose it is: theirs by name, and one’s own as “you”', async () => {
    const own = await read(person, person, '')
    expect(own.heading).toBe('Your record')
    expect(own.withClass('govuk-summary-list__key')).toContain('You')
    expect([
      ...own.withClass('govuk-summary-list__key'),
      ...own.withClass('moj-timeline__byline'),
    ]).not.toContain(name)
    for (const [reader, account] of seatsOf(table)) {
      if (reader === 'person') continue
      const page = await read(account, person, '')
      expect(page.heading).toBe(name)
      expect(page.allWords).toContain(`${name}’s record`)
    }
  })

  test('tells the person and the worker the same facts in the same order', async () => {
    const file = service.demoFile(person)
    // A carer's own life is theirs: the person does not read it, so there is nothing to compare.
    const spokenOf = [...ADULT_OUTCOMES, ...FURTHER_TOPICS].filter((topic) =>
      file.entries.some((entry) => entry.kind === 'statement' && entry.topic === topic),
    )
    const paths = [
      '',
      '/conversation',
      '/challenge',
      '/eligibility',
      '/budget',
      ...spokenOf.map((topic) => `/conversation/${topic}`),
    ]
    for (const path of paths) {
      const [theirs, workers] = [await read(person, person, path), await read(table.worker, person, path)]
      if (path === '/budget' || path === '/eligibility') {
        // A carer's own assessment stands below, for the worker alone; until there the two are one.
        expect(workers.quotes.slice(0, theirs.quotes.length), path).toEqual(theirs.quotes)
        expect(workers.withClass('rt-line__sum').slice(0, theirs.withClass('rt-line__sum').length)).toEqual(
          theirs.withClass('rt-line__sum'),
        )
      } else if (path === '') {
        const shared = file.entries
          .filter((entry) => theirs.body.includes(`id="${entry.id}"`))
          .map(({ id }) => id)
        expect(shared.length).toBeGreaterThan(10)
        expect(idsIn(workers, shared)).toEqual(idsIn(theirs, shared))
      } else {
        expect(workers.quotes, path).toEqual(theirs.quotes)
        expect(workers.withClass('rt-voice__levels')).toEqual(theirs.withClass('rt-voice__levels'))
        expect(workers.withClass('rt-topic__level').slice(0, ADULT_OUTCOMES.length)).toEqual(
          theirs.withClass('rt-topic__level').slice(0, ADULT_OUTCOMES.length),
        )
      }
    }
  })

  test('asks how much somebody does alone where there is something to do, and of who they are their words only', async () => {
    const fieldsOf = async (topic: string) =>
      (await read(person, person, `/conversation/${topic}/say`)).body.matchAll(/ name="(text|level|times)"/g)
    expect(new Set([...(await fieldsOf('hygiene'))].map(([, field]) => field))).toEqual(
      new Set(['text', 'level', 'times']),
    )
    expect(new Set([...(await fieldsOf('about-me'))].map(([, field]) => field))).toEqual(new Set(['text']))
  })

  test('shows every voice on a topic, its own as “You”', async () => {
    const statements = service.demoFile(person).entries.filter((entry) => entry.kind === 'statement')
    const [own] = statements.filter(
      (statement) =>
        statement['said-by'] === person && ADULT_OUTCOMES.some((topic) => topic === statement.topic),
    )
    const topic = own?.topic ?? 'about-me'
    const voices = new Set(
      statements.filter((statement) => statement.topic === topic).map((statement) => statement['said-by']),
    )
    const page = await read(person, person, `/conversation/${topic}`)
    expect(page.withClass('rt-voice__name')).toHaveLength(voices.size)
    expect(page.withClass('rt-voice__name')[0]).toBe('You')
    const workers = await read(table.worker, person, `/conversation/${topic}`)
    expect(workers.withClass('rt-voice__name')[0]).toBe(name)
  })

  test('shows the money: the sum, both ways where something is disputed, and every line down to who said it', async () => {
    for (const account of [person, table.worker, table.manager]) {
      const page = await read(account, person, '/budget')
      expect(page.withClass('rt-sum__figure')[0]).toBe(table.sum)
      const both = page.withClass('rt-both')
      if (table.stands === undefined) expect(both).toEqual([])
      else {
        expect(both[0]).toContain(`${table.sum} a week with what is disputed left out`)
        expect(both[0]).toContain(`${table.stands} a week if what is in the record stands`)
      }
      const lines = page.withClass('rt-line')
      expect(lines.length).toBeGreaterThan(2)
      // What is bought once is worked out from a level, so it may rest on nobody's words about money.
      const weekly = lines.filter((line) => line.includes(' a week'))
      expect(weekly.filter((line) => !line.includes('How this was worked out'))).toEqual([])
    }
  })

  test('lets the person disagree with every decision', async () => {
    const decisions: readonly string[] = ['eligibility', 'indicative-budget', 'plan', 'personal-budget']
    const shown = await read(person, person, '')
    for (const { id, kind } of service.demoFile(person).entries) {
      if (!decisions.includes(kind) || !shown.body.includes(`id="${id}"`)) continue
      const form = await read(person, person, `/conversation/dispute/${id}`)
      expect(form.status, id).toBe(200)
      expect(form.heading).toBe('Say what is wrong')
    }
  })

  test('opens every assessment and disagreement that the record has', async () => {
    const worker = await as(table.worker)
    const record = `/records/${service.recordOf(person)}`
    const paths = service.demoFile(person).entries.flatMap((entry) => pathsFor(entry))
    const statuses = new Map<string, number>()
    for (const path of paths) statuses.set(path, (await worker.get(`${record}${path}`)).status)
    expect([...statuses].filter(([, status]) => status !== 200)).toEqual([])
  })

  test('says in words what it cannot find', async () => {
    const record = service.recordOf(person)
    for (const path of [
      '/conversation/no-such-topic',
      '/challenge/no-such-dispute',
      '/conversation/dispute/no-such-entry',
      '/plans',
    ]) {
      const page = await (await as(person)).get(`/records/${record}${path}`)
      expect(page.status).toBe(404)
      expect(page.heading).toBe('Page not found')
    }
  })
})

/** Where the ids of entries stand in a page, in its order. */
const idsIn = (page: ShownPage, ids: readonly string[]): readonly string[] =>
  ids.toSorted((a, b) => page.body.indexOf(`id="${a}"`) - page.body.indexOf(`id="${b}"`))

function pathsFor(entry: Entry): readonly string[] {
  if (entry.kind === 'assessment-opened') return [`/eligibility/${entry.id}/decide`]
  if (entry.kind === 'dispute') return [`/challenge/${entry.id}`]
  return []
}

test('everybody who can sign in finds their own first page, with the records that are theirs', async () => {
  const accounts = await service.database.asOwner((query) =>
    query<{ id: string; name: string; kind: string }>(
      'select id, name, kind from roundtable.account order by id',
    ),
  )
  for (const { id, name, kind } of accounts) {
    const home = await (await as(id)).get('/')
    expect(home.status, id).toBe(200)
    expect(home.heading).toBe(kind === 'staff' ? 'Your work' : `Hello, ${name}`)
    const records = home.links.filter((link) => /^\/records\/[0-9a-f-]{36}$/.test(link))
    for (const link of new Set(records))
      expect((await (await as(id)).get(link)).status, `${id} ${link}`).toBe(200)
  }
  const tendai = await (await as('tendai-gwatidzo')).get('/')
  expect(tendai.words).toContain('One thing is not settled yet')
  expect(tendai.links).toContain(`/records/${service.recordOf('tendai-gwatidzo')}`)
  const nobody = await (await as('nobody-here')).get('/')
  expect(nobody.words).toContain('There is no record that you are part of yet.')
})

test('without signing in there are the start page, the model and the statements, and a record leads to signing in', async () => {
  for (const path of ['/', '/accessibility', '/privacy', '/model', '/sign-in', '/signed-out']) {
    expect((await service.stranger.get(path)).status, path).toBe(200)
  }
  const path = `/records/${service.recordOf('kumaran')}/budget`
  const turned = await service.stranger.get(path)
  expect(turned.status).toBe(303)
  expect(turned.location).toBe(`/sign-in?from=${encodeURIComponent(path)}`)
  const model = await service.stranger.get('/model')
  expect(model.words).toContain('£27.60')
  expect(model.words).toContain('£19.20')
})
