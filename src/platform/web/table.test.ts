import { describe, expect, it } from 'vitest'
import { aWeb } from './a-web.ts'
import { notFound } from './answer.ts'
import type { Route } from './page.ts'
import { accessTable, missingRows, readParams, rowsOf, tableFaults } from './table.ts'

const answer = async () => notFound

const routes: readonly Route[] = [
  { path: '/', may: 'anyone', audited: 'nothing personal', get: answer },
  {
    path: '/records/:record/budget',
    may: { resource: 'money', action: 'read' },
    maySend: { resource: 'money', action: 'decide' },
    audited: 'the budget',
    get: answer,
    post: answer,
  },
  {
    path: '/records/:record/conversation/:topic/:entry',
    params: { topic: ['nutrition', 'hygiene'], entry: 'entry' },
    may: { resource: 'conversation', action: 'read' },
    audited: 'the conversation',
    get: answer,
  },
]

describe('the access table', () => {
  it('prints every address, who may, and the name under which a look is kept', () => {
    expect(accessTable(rowsOf(routes))).toBe(
      [
        'method  path                                         may                audited as',
        'GET     /                                            anyone             nothing personal',
        'GET     /records/:record/budget                      read money         the budget',
        'POST    /records/:record/budget                      decide money       the budget',
        'GET     /records/:record/conversation/:topic/:entry  read conversation  the conversation',
      ].join('\n'),
    )
  })

  it('has no fault where there is none', () => {
    expect(tableFaults(routes)).toEqual([])
  })

  const fault = (route: Partial<Route>) =>
    tableFaults([{ path: '/page', may: 'anyone', audited: 'nothing personal', get: answer, ...route }])

  it.each([
    [{ path: '/Page' }, 'The path /Page is not in kebab case.'],
    [{ path: '/a_page' }, 'The path /a_page is not in kebab case.'],
    [{ path: '/page/' }, 'The path /page/ is not in kebab case.'],
    [{ path: 'page' }, 'The path page is not in kebab case.'],
    [{ path: '/page/*' }, 'The path /page/* is not that of one page.'],
    [{ audited: ' ' }, 'A look at /page is kept under no name.'],
    [{ get: undefined }, 'Nothing answers /page.'],
    [{ params: { record: 'uuid' as const } }, 'The path /page has no part :record.'],
    [
      { may: { resource: 'money', action: 'read' } },
      'The page /page shows a part of a record, so a look at it must be kept.',
    ],
  ])('finds what is wrong with %j', (route, says) => {
    expect(fault(route)).toEqual([says])
  })

  it('finds two pages at one address, also where only the names of the parts differ', () => {
    const twice: Route = { path: '/records/:id/budget', may: 'signed-in', audited: 'the budget', get: answer }
    expect(tableFaults([...routes, twice])).toEqual(['Two pages answer GET /records/:/budget.'])
  })

  it('stops the web where it does not hold', async () => {
    await expect(aWeb({ routes: [{ ...routes[0], path: '/Page' } as Route] })).rejects.toThrow('kebab case')
  })

  it('is the whole of what answers', async () => {
    const row = { method: 'GET', path: '/part', may: 'anyone', audited: 'nothing personal' } as const
    const hang = (path: string) => ({
      rows: [row],
      among: (scope: Parameters<NonNullable<Parameters<typeof aWeb>[0]['parts']>[0]['among'] & {}>[0]) =>
        void scope.get(path, answer),
    })
    await expect(aWeb({ parts: [hang('/other')] })).rejects.toThrow(
      'GET /other answers but is not in the access table. GET /part is in the access table but does not answer.',
    )
    const { table } = await aWeb({ routes, parts: [hang('/part')] })
    expect(table).toContainEqual(row)
    expect(missingRows(new Set(['GET /part']), [row])).toEqual([])
  })
})

describe('the parts of a path', () => {
  const [, budget, topic] = routes
  const uuid = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'

  it.each([
    [{ record: uuid }, { record: uuid }],
    [{ record: uuid, other: 'x' }, { record: uuid }],
    [{ record: uuid.toUpperCase() }, undefined],
    [{ record: `${uuid}\n` }, undefined],
    [{ record: 'x' }, undefined],
    [{ record: '' }, undefined],
    [{}, undefined],
  ])('are ids unless the page says otherwise: %j', (given, params) => {
    if (budget === undefined) throw new Error('no route')
    expect(readParams(budget, given)).toEqual(params)
  })

  it.each([
    ['nutrition', 's12', true],
    ['nutrition', 'council-2024.statement_7', true],
    ['plumbing', 's12', false],
    ['nutrition', '../s12', false],
    ['nutrition', '', false],
    ['nutrition', '-', false],
    ['nutrition', 'a'.repeat(101), false],
  ])('may be one of a list, or the id of an entry: %s %s', (name, entry, fits) => {
    if (topic === undefined) throw new Error('no route')
    expect(readParams(topic, { record: uuid, topic: name, entry }) !== undefined).toBe(fits)
  })
})
