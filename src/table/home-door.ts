import { LRUCache } from 'lru-cache'
import { day } from '../domain/dates/plain-date.ts'
import { RELATIONSHIPS } from '../record/access.ts'
import { type CaseloadLine, caseload, caseloadVersion, openMany } from '../record/log.ts'
import { foldRecord } from '../record/state.ts'
import type { Database, Query } from '../platform/database/database.ts'
import type { Account } from '../platform/web/account.ts'
import type { Answer } from '../platform/web/answer.ts'
import type { Enter } from '../platform/web/page.ts'
import { type Found, MOST_ANEW, findingsAcross, keptFindings } from './caseload-findings.ts'
import type { Published } from './doors.ts'
import { gapSentences } from './gaps.tsx'

/** Something beside the records that somebody should know of: a sentence, and where it is. */
export type Note = { readonly says: string; readonly href: string }
export type NotesFor = (query: Query, account: Account, today: string) => Promise<readonly Note[]>

/** What the first page after signing in gets: everybody whom the reader may know of. */
export type AtHome = {
  readonly account: Account
  readonly lines: readonly CaseloadLine[]
  /** what the checks find in the records that the reader may read whole */
  readonly found: ReadonlyMap<string, Found>
  /** what did not come lately, by record: for the people whose first page this is, and those close to them */
  readonly notCome: ReadonlyMap<string, readonly string[]>
  readonly notes: readonly Note[]
  readonly today: string
}

/** Whom one merely covers for stands on a page of its own: a team is many times a caseload. */
const NOT_COVERING = RELATIONSHIPS.filter((relationship) => relationship !== 'team')

/** What did not come, for whoever is a person or close to one: they have one record, or few. */
async function notComeFor(
  query: Query,
  account: Account,
  lines: readonly CaseloadLine[],
  today: string,
): Promise<AtHome['notCome']> {
  if (account.kind === 'staff' || lines.length === 0) return new Map()
  const records = await openMany(
    query,
    lines.map(({ record }) => record),
  )
  return new Map(
    records.flatMap((record): readonly (readonly [string, readonly string[]])[] => {
      const says = gapSentences(foldRecord(record, day(today)))
      return says.length === 0 ? [] : [[record.id, says]]
    }),
  )
}

/** For the page of those whom one covers for while a colleague is away. */
export const enterTeam =
  (database: Database): Enter<readonly CaseloadLine[]> =>
  async ({ session }, inside) =>
    inside(session === undefined ? [] : await database.scoped(session, (query) => caseload(query, ['team'])))

/** The first page and the other sheets of its lists: what else stands in an address is nothing to remember a page by. */
const OF_A_HOME = /^\/(?:\?[a-z]{4,5}=\d{1,4})?$/

/**
 * First pages as they were shown last: most who come back to theirs find nothing new. The database gives the version of the
 * list in the transaction of the page, and only what was made of that version is taken from here.
 */
const homes = () => new LRUCache<string, { readonly of: string; readonly answer: Answer }>({ max: 500 })

const versionOf = async (query: Query, asked: string): Promise<string | undefined> =>
  OF_A_HOME.test(asked) ? caseloadVersion(query, NOT_COVERING) : undefined

/** All that a first page is made of, as a text; undefined where its list has no version. */
const madeOf = (
  version: string | undefined,
  notes: readonly Note[],
  account: Account,
  today: string,
): string | undefined =>
  version === undefined ? undefined : JSON.stringify([version, notes, account, today])

export const enterHome = (
  database: Database,
  { model, notesFor }: Pick<Published, 'model'> & { readonly notesFor: NotesFor },
): Enter<AtHome | undefined> => {
  const kept = keptFindings()
  const counting = new Set<string>()
  let turn: Promise<void> = Promise.resolve()
  const shown = homes()
  const across = async (query: Query, account: Account, today: string, most = MOST_ANEW) => {
    const lines = await caseload(query, NOT_COVERING)
    const asked = { account: account.id, lines, today: day(today), model, most }
    const notCome = await notComeFor(query, account, lines, today)
    return { lines, notCome, ...(await findingsAcross(query, kept, asked)) }
  }
  /** Goes on where a page with many new records stopped, so that the next one can show them all. */
  const countRest = async (session: string, account: Account, today: string): Promise<void> => {
    try {
      let before = Number.POSITIVE_INFINITY
      for (;;) {
        const { left } = await database.scoped(session, (query) => across(query, account, today))
        if (left === 0 || left >= before) return
        before = left
      }
    } catch {
      // Busy, signed out or closing down: the next page counts on, and says what is wrong if it still is.
    } finally {
      counting.delete(account.id)
    }
  }
  return async (knock, inside) => {
    const { session, account, today, asked } = knock
    if (session === undefined || account === undefined) return inside(undefined)
    const isCounting = counting.has(account.id)
    const address = `${account.id} ${asked}`
    const last = shown.get(address)
    if (last !== undefined) {
      // Not waited for, so that it goes to the server together with the beginning and the end of its transaction.
      let version: Promise<string | undefined> = Promise.resolve(undefined)
      const notes = await database.scoped(session, (query, atEnd) => {
        version = versionOf(query, asked)
        atEnd(version)
        return notesFor(query, account, today)
      })
      if (madeOf(await version, notes, account, today) === last.of) return last.answer
    }
    const { version, notes, left, lines, found, notCome } = await database.scoped(session, async (query) => ({
      version: await versionOf(query, asked),
      notes: await notesFor(query, account, today),
      ...(await across(query, account, today, isCounting ? 0 : MOST_ANEW)),
    }))
    if (left > 0 && !counting.has(account.id)) {
      counting.add(account.id)
      // One after the other, so that the pages of others are hardly slower for it.
      turn = turn.then(() => countRest(session, account, today))
    }
    const made = await inside({ account, lines, found, notCome, notes, today })
    const of = madeOf(version, notes, account, today)
    if (of === undefined || left > 0 || made.kind !== 'page' || made.status !== 200) return made
    const answer = { ...made, kept: {} }
    shown.set(address, { of, answer })
    return answer
  }
}
