import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { servicesFor } from '../domain/community/directory.ts'
import { directoryFrom, parseDirectory } from './open-referral.ts'

const term = (topic: string) => ({
  taxonomy_term: { id: 't', name: 'A term', description: 'd', taxonomy: 'roundtable/topics', term: topic },
})

const SERVICE = {
  id: 'ac148810-d857-441c-9679-408f346de14b',
  organization_id: 'o-1',
  name: ' Quiet swim ',
  description: 'The music is off.',
  status: 'active',
  url: 'https://pool.example/quiet',
  minimum_age: 16,
  organization: { id: 'o-1', name: 'Pool Trust', description: 'Runs the pool.' },
  cost_options: [{ id: 'c-1', option: 'A swim', amount: 3.9, amount_description: 'a session' }],
  schedules: [{ id: 's-1', description: 'Tuesdays, 10am' }],
  contacts: [{ id: 'k-1', phones: [{ id: 'p-1', number: '01632 960101' }] }],
  service_at_locations: [
    {
      id: 'l-1',
      location: {
        id: 'x',
        location_type: 'physical',
        name: 'The pool',
        addresses: [{ id: 'a', address_1: '1 Basin Road', city: 'Northmoor', postal_code: 'NM1 4TP' }],
      },
    },
  ],
  attributes: [
    term('community'),
    term('community'),
    { taxonomy_term: { taxonomy: 'openEligibility', term: 'sport' } },
  ],
  something_of_theirs: { that: 'we do not use' },
}
const feed = (...services: readonly object[]) => ({
  total_items: services.length,
  contents: services.map((more, index) => ({ ...SERVICE, id: `s-${index}`, ...more })),
})
const read = (value: unknown) => {
  const found = parseDirectory(value)
  if (found.kind === 'refused') throw new Error(JSON.stringify(found.mistakes))
  return found.directory.services
}

describe('a page of a service list', () => {
  test('becomes what the pages show, and what is not used is passed over', () => {
    expect(read(feed({}))).toEqual([
      {
        id: 's-0',
        name: 'Quiet swim',
        by: 'Pool Trust',
        about: 'The music is off.',
        topics: ['community'],
        cost: { kind: 'price', price: 390, unit: 'visit', says: 'A swim, a session' },
        when: ['Tuesdays, 10am'],
        where: ['The pool, 1 Basin Road, Northmoor, NM1 4TP'],
        url: 'https://pool.example/quiet',
        telephone: '01632 960101',
        from: 16,
        to: undefined,
      },
    ])
  })

  test.each([
    ['nothing said of cost is to be asked', [], { kind: 'ask' }],
    ['a cost without an amount is to be asked', [{ id: 'c', option: 'Varies' }], { kind: 'ask' }],
    ['nothing to pay only where it says 0', [{ id: 'c', amount: 0 }], { kind: 'free' }],
    [
      'by the hour',
      [{ id: 'c', amount: 8, amount_description: 'an hour' }],
      { kind: 'price', price: 800, unit: 'hour', says: 'an hour' },
    ],
    [
      'by the month',
      [{ id: 'c', amount: 29.99, amount_description: 'per month' }],
      { kind: 'price', price: 2999, unit: 'month', says: 'per month' },
    ],
    [
      'once',
      [{ id: 'c', option: 'Joining fee', amount: 5 }],
      { kind: 'price', price: 500, unit: 'once', says: 'Joining fee' },
    ],
  ])('cost: %s', (_name, cost_options, cost) => expect(read(feed({ cost_options }))[0]?.cost).toEqual(cost))

  test('only what is open is offered', () => {
    const services = read(
      feed(
        { name: 'Open' },
        { name: 'Closed', status: 'temporarily closed' },
        { name: 'Gone', status: 'defunct' },
      ),
    )
    expect(services.map(({ name }) => name)).toEqual(['Open'])
  })

  const { name: _name, ...nameless } = SERVICE
  test.each<[string, unknown, readonly { path: string; says: string }[]]>([
    ['no page at all', [], [{ path: '', says: 'must be a page of a service list' }]],
    ['without services', {}, [{ path: 'contents', says: 'missing' }]],
    [
      'services that are no list',
      { contents: 3 },
      [{ path: 'contents', says: 'must be a list of services' }],
    ],
    ['no name', { contents: [nameless] }, [{ path: 'contents[0].name', says: 'missing' }]],
    ['an empty name', feed({ name: '  ' }), [{ path: 'contents[0].name', says: 'must not be empty' }]],
    [
      'a status of its own',
      feed({}, { status: 'open' }),
      [{ path: 'contents[1].status', says: 'must be active, inactive, defunct or temporarily closed' }],
    ],
    [
      'a price below zero',
      feed({ cost_options: [{ id: 'c', amount: -1 }] }),
      [{ path: 'contents[0].cost_options[0].amount', says: 'must be pounds, 0 or more' }],
    ],
    [
      'a price that is no number',
      feed({ cost_options: [{ id: 'c', amount: Number.NaN }] }),
      [{ path: 'contents[0].cost_options[0].amount', says: 'must be pounds, 0 or more' }],
    ],
    [
      'part of a penny',
      feed({ cost_options: [{ id: 'c', amount: 1.005 }] }),
      [{ path: 'contents[0].cost_options[0].amount', says: 'has more than two decimals' }],
    ],
    [
      'an address that is a script',
      feed({ url: 'javascript:alert(1)' }),
      [{ path: 'contents[0].url', says: 'must be an address that begins with http:// or https://' }],
    ],
    [
      'a topic that is not in the record',
      feed({ attributes: [term('bowling')] }),
      [
        {
          path: 'contents[0].attributes[0].taxonomy_term.term',
          says: 'must be a topic of the record, such as community',
        },
      ],
    ],
    ['an id used twice', feed({ id: 'x' }, { id: 'x' }), [{ path: 'contents[1].id', says: 'is used twice' }]],
    [
      'ages the wrong way about',
      feed({ minimum_age: 60, maximum_age: 18 }),
      [{ path: 'contents[0].minimum_age', says: 'is above maximum_age' }],
    ],
    [
      'a huge text',
      feed({ description: 'x'.repeat(10_001) }),
      [{ path: 'contents[0].description', says: 'must be 10,000 characters or fewer' }],
    ],
    [
      'nobody who runs it',
      feed({ organization: null }),
      [{ path: 'contents[0].organization', says: 'must be an object with the name of who runs it' }],
    ],
  ])('is refused with its mistakes named: %s', (_case, value, mistakes) =>
    expect(parseDirectory(value)).toEqual({ kind: 'refused', mistakes }),
  )
})

describe('what fits a need', () => {
  const services = read(
    feed(
      { name: 'B', attributes: [term('community')] },
      { name: 'A', attributes: [term('community')] },
      { name: 'Both', attributes: [term('community'), term('nutrition')] },
      { name: 'Other', attributes: [term('parenting')] },
      { name: 'Old', minimum_age: 60 },
      { name: 'Young', minimum_age: 0, maximum_age: 25 },
    ),
  )
  test('by its topics and the person’s age, those that fit more of it first', () => {
    const names = (age: number) =>
      servicesFor({ services }, ['community', 'nutrition'], age).map(({ name }) => name)
    expect(names(40)).toEqual(['Both', 'A', 'B'])
    expect(names(60)).toEqual(['Both', 'A', 'B', 'Old'])
    expect(names(25)).toEqual(['Both', 'A', 'B', 'Young'])
  })
})

test('the directory of the demonstration is whole, and fits the ten parts of daily life that it can', async () => {
  const directory = await directoryFrom(join(import.meta.dirname, '../../demo/community-directory.json'))
  expect(directory.services.length).toBeGreaterThan(10)
  for (const topic of ['community', 'relationships', 'work-learning', 'nutrition', 'home-upkeep'] as const) {
    expect(servicesFor(directory, [topic], 40).length, topic).toBeGreaterThan(0)
  }
})

test('a file that is no feed stops the service with its mistakes', async () => {
  await expect(directoryFrom(join(import.meta.dirname, '../../demo/accounts.json'))).rejects.toThrow(
    'must be a page of a service list',
  )
  await expect(directoryFrom(join(import.meta.dirname, '../../LICENSE'))).rejects.toThrow('this is not JSON')
})
