import { day } from '../domain/dates/plain-date.ts'
import { RELATIONSHIPS } from '../record/access.ts'
import { type CaseloadLine, caseload, openMany } from '../record/log.ts'
import { foldRecord } from '../record/state.ts'
import type { Database, Query } from '../platform/database/database.ts'
import type { Account } from '../platform/web/account.ts'
import type { Answer } from '../platform/web/answer.ts'
import type { Enter } from '../platform/web/page.ts'
import { type Found, MOST_ANEW, findingsAcross, keptFindings } from './caseload-findings.ts'
import type { Published } from './doors.ts'
import { gapSentences } from './gaps.tsx'

/** What the first page after signing in gets: everybody whom the reader may know of. */
export type AtHome = {
  readonly account: Account
  readonly lines: readonly CaseloadLine[]
  /** what the checks find in the records that the reader may read whole */
  readonly found: ReadonlyMap<string, Found>
  /** what did not come lately, by record: for the people whose first page this is, and those close to them */
  readonly notCome: ReadonlyMap<string, readonly string[]>
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

const MOST_HOMES = 500
/** The first page and the other sheets of its lists: what else stands in an address is nothing to remember a page by. */
const OF_A_HOME = /^\/(?:\?[a-z]{4,5}=\d{1,4})?$/
type Homes = Map<string, { readonly shows: string; readonly answer: Answer }>

/** The first page again where it would show the same: most who come back to it find nothing new. */
async function homeOf(
  homes: Homes,
  home: AtHome,
  asked: string,
  inside: (home: AtHome) => Promise<Answer>,
): Promise<Answer> {
  const { account, found, lines, notCome, today } = home
  if (!OF_A_HOME.test(asked)) return inside(home)
  // What was found in a record follows from the reader, where the record stands and the day, so that it is enough to say
  // of which records it is counted.
  const shows = JSON.stringify([account, lines, [...found.keys()], [...notCome], today])
  const key = `${account.id} ${asked}`
  const last = homes.get(key)
  if (last?.shows === shows) return last.answer
  const made = await inside(home)
  const answer = made.kind === 'page' && made.status === 200 ? { ...made, kept: {} } : made
  homes.delete(key)
  homes.set(key, { shows, answer })
  for (const id of homes.keys()) {
    if (homes.size <= MOST_HOMES) break
    homes.delete(id)
  }
  return answer
}

export const enterHome = (
  database: Database,
  { model }: Pick<Published, 'model'>,
): Enter<AtHome | undefined> => {
  const kept = keptFindings()
  const counting = new Set<string>()
  let turn: Promise<void> = Promise.resolve()
  const homes: Homes = new Map()
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
    const { session, account, today } = knock
    if (session === undefined || account === undefined) return inside(undefined)
    const isCounting = counting.has(account.id)
    const { lines, found, notCome, left } = await database.scoped(session, (query) =>
      across(query, account, today, isCounting ? 0 : MOST_ANEW),
    )
    if (left > 0 && !counting.has(account.id)) {
      counting.add(account.id)
      // One after the other, so that the pages of others are hardly slower for it.
      turn = turn.then(() => countRest(session, account, today))
    }
    return homeOf(homes, { account, lines, found, notCome, today }, knock.asked, inside)
  }
}
