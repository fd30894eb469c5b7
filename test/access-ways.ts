import { anyAllows, placeOf } from '../src/record/access.ts'
import type { Entry } from '../src/record/entries.ts'
import type { TableRow } from '../src/platform/web/table.ts'
import { ACTORS, type Actor, PLACES_OF_ENTRIES, worldRecord } from './access-world.ts'
import type { ShownPage } from './a-shown-page.ts'
import type { Fields, Service, Visitor } from './the-service.ts'

// How each page of a record is come to, for the tests that try every page as everybody.

/** All that everybody owns, and what is kept from each. */
export const WORLD = worldRecord()

/** Everybody who signs in, at one service. */
export async function everybodyAt(service: Service): Promise<(actor: Actor) => Visitor> {
  const visitors = new Map<string, Visitor>()
  for (const { account } of ACTORS) {
    if (account !== undefined) visitors.set(account, await service.as(account))
  }
  return ({ account }) => (account === undefined ? undefined : visitors.get(account)) ?? service.stranger
}

/** What stands for a part of a path: an entry of the record, a topic, or nothing. */
export type Way = {
  readonly filled: string
  /** the entry that it is about, which has to be readable too */
  readonly about?: string
  /** nothing is there, for anybody */
  readonly empty?: true
}

const entryWays = (path: string, name: string, ids: readonly string[]): readonly Way[] =>
  ids.map((about) => ({ filled: path.replace(name, about), about }))

/** The ways to fill each address. An address that is not here fails the test: a new page is tried in every cell too. */
export const WAYS: Readonly<Record<string, (path: string, actor: Actor) => readonly Way[]>> = {
  ':record': (path) => [{ filled: path }],
  ':topic': (path) =>
    ['hygiene', 'about-me', 'carer-work'].map((topic) => ({ filled: path.replace(':topic', topic) })),
  ':letter': (path) =>
    entryWays(path, ':letter', ['needs-opened', 'old-plan', 'carers-own-car', 'carers-own-car2']),
  ':entry': (path) => entryWays(path, ':entry', PLACES_OF_ENTRIES),
  ':assessment': (path) =>
    entryWays(path, ':assessment', ['needs-opened', 'carers-own-car', 'carers-own-car2']),
  ':as': (path) => [{ filled: path.replace(':as', 'text') }],
  ':part': (path) => [{ filled: path.replace(':part', 'strengths') }],
  ':goal': (path) => entryWays(path, ':goal', ['plan']),
  ':line': (path) => [{ filled: path.replace(':line', 'L1') }],
  ':plan': (path) => entryWays(path, ':plan', ['old-plan']),
  ':to': (path) => entryWays(path.replace(':plan', 'old-plan'), ':to', ['old-plan']),
  // A finding is there for those whose own page offers it: see the test of its own below.
  ':check': (path) => [{ filled: `${path.replace(':check', 'carer-not-offered')}?of=none`, empty: true }],
  ':asked': (path) => entryWays(path, ':asked', ['review-asked']),
  ':held': (path) => entryWays(path, ':held', ['on-hold']),
  ':complaint': (path) => entryWays(path, ':complaint', ['challenge']),
  // A form to print has no entry behind it.
  ':paper': (path) => [{ filled: path.replace(':paper', 'heard') }],
  ':risk': (path) => entryWays(path, ':risk', ['a-risk']),
  ':capacity': (path) => entryWays(path, ':capacity', ['a-finding']),
  ':advocacy': (path) => entryWays(path, ':advocacy', ['an-asking']),
  ':said': (path) => entryWays(path, ':said', ['something-said']),
  // What the person says of their own life is no advice: nothing is there, for anybody.
  ':advice': (path) => [{ filled: path.replace(':advice', 'something-said'), empty: true }],
  // A need, which those read who read the conversation; and what was asked, which a carer does not read.
  ':written': (path) => entryWays(path, ':written', ['conversation', 'asking']),
  // Nothing of these is kept from anybody whom it is for: see the test of its own in `stages/safety`.
  ':kept': (path) => [{ filled: path.replace(':kept', 'none'), empty: true }],
  // Nobody here is supported under a contract: whose those are is tried in `confirm.test.ts` and `contracts-*.test.ts`.
  ':contract': (path) => [{ filled: path.replace(':contract', 'none'), empty: true }],
  ':outcome': (path) => [
    { filled: path.replace(':contract', 'none').replace(':outcome', 'none'), empty: true },
  ],
  ':challenge': (path) => [
    { filled: path.replace(':contract', 'none').replace(':challenge', 'none'), empty: true },
  ],
  ':concern': (path) => entryWays(path, ':concern', ['safeguarding']),
  // Of what each party disputes: one's own, somebody else's, and what is in a carer's own part.
  // An idea of the person’s, for a need that not everybody who may answer it can read.
  ':option': (path) => entryWays(path, ':option', ['an-idea']),
  ':dispute': (path, { party = 'adv' }) =>
    entryWays(path, ':dispute', [
      ...new Set([
        `own-conversation-${party}`,
        `own-money-${party}`,
        'own-conversation-bro',
        'own-capacity-p',
        'own-carers-own-wrk',
        'own-challenge-att',
      ]),
    ]),
}

/** What is sent to each address: never enough to be kept, so that every cell finds the record as the first one did. */
const SENT: Readonly<Record<string, Fields>> = { 'still-right': { statement: 'none' } }

const lastPart = (path: string): string => path.split('/').at(-1) ?? ''
export const paramOf = (path: string): string =>
  path.split('/').findLast((part) => part.startsWith(':')) ?? ''

export const recordRows = (service: Service): readonly TableRow[] =>
  service.web.table.filter(({ path }) => path.startsWith('/records/:record'))

export const ask = (visitor: Visitor, row: TableRow, filled: string): Promise<ShownPage> =>
  row.method === 'GET'
    ? visitor.get(filled)
    : visitor.post(filled, SENT[lastPart(row.path)] ?? {}, { head: '0' })

export const find = (id: string): Entry | undefined => WORLD.entries.find((entry) => entry.id === id)

/** Does the actor read this entry, by the table? */
export function reads(actor: Actor, entry: Entry): boolean {
  const { resource, owner } = placeOf(entry, find)
  const own = owner !== undefined && owner === actor.party
  const kept = entry.withheld?.from.some((party) => actor.seesAs.includes(party)) === true
  return (
    !kept &&
    (anyAllows(actor.relationships, resource, 'read') ||
      (own && anyAllows(actor.relationships, resource, 'read-own')))
  )
}
