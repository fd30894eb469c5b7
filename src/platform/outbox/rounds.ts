import type { Database, Query } from '../database/database.ts'
import type { Carrier, Channel, Message, Parcel, Trouble } from './carrier.ts'

// The round: takes what is due out of the outbox, hands it to the carrier, and writes down what became of it. Several
// processes may go round at once: each takes what no other holds.

/** A letter is given up after so many tries. */
export const MOST_TRIES = 5
/** Minutes until the next try, after the first, second, ... that failed. */
const WAITS = [1, 5, 30, 120] as const
/** Minutes for which a letter is this round's alone. After a crash another round takes it, and asks the carrier first. */
const LEASE = 10
/** Minutes until the carrier is asked again whether a letter has arrived. */
const ASK_AGAIN = 15
/** Days after which nobody asks any more: what went and did not come back has gone. */
const GONE = 14
const AT_ONCE = 20

/** What a round came to, for the one who watches it: numbers, and words of ours. */
export type Rounded = {
  readonly went: number
  readonly arrived: number
  readonly troubles: readonly Trouble[]
}

type Due = {
  readonly id: string
  readonly channel: Channel
  readonly tries: number
  readonly state: 'waits' | 'went'
  readonly address: string
  readonly letter: Parcel
  readonly carried_as: string | null
  readonly gone: boolean
}

/** Taken for a while, in a transaction of its own: the carrier is never asked while a lock is held. */
const take = (query: Query): Promise<readonly Due[]> =>
  query<Due>(
    `with due as (
       select o.id, o.made_at < now() - make_interval(days => $3) as gone
       from roundtable.outbox o
       where o.state in ('waits', 'went') and o.next_at <= now()
       order by o.next_at limit $1
       for update skip locked)
     update roundtable.outbox o
     set next_at = now() + make_interval(mins => $2), tries = o.tries + case when o.state = 'waits' then 1 else 0 end
     from due, guarded.parcel p
     where o.id = due.id and p.outbox = o.id
     returning o.id, o.channel, o.tries, o.state, p.address, p.letter, p.carried_as, due.gone`,
    [AT_ONCE, LEASE, GONE],
  )

const wentAs = (query: Query, id: string, as: string) =>
  query(
    `with kept as (update guarded.parcel set carried_as = $2 where outbox = $1)
     update roundtable.outbox set state = 'went', trouble = null, changed_at = now(), next_at = now() where id = $1`,
    [id, as],
  )

/** What has arrived is nobody's business any more: its text and its address are taken out. */
const hasArrived = (query: Query, id: string, state: 'arrived' | 'went') =>
  query(
    `with gone as (delete from guarded.parcel where outbox = $1)
     update roundtable.outbox set state = $2, trouble = null, changed_at = now() where id = $1`,
    [id, state],
  )

const askLater = (query: Query, id: string) =>
  query('update roundtable.outbox set next_at = now() + make_interval(mins => $2) where id = $1', [
    id,
    ASK_AGAIN,
  ])

/** An address that is none does not become one by trying; everything else is tried again, so many times. */
const hasFailed = (query: Query, { id, tries }: Due, trouble: Trouble) => {
  const wait = WAITS[tries - 1]
  const state =
    trouble === 'address' || trouble === 'refused'
      ? 'came-back'
      : tries >= MOST_TRIES || wait === undefined
        ? 'given-up'
        : 'waits'
  return query(
    `with forgotten as (update guarded.parcel set carried_as = null where outbox = $1)
     update roundtable.outbox
     set state = $2, trouble = $3, changed_at = now(), next_at = now() + make_interval(mins => $4) where id = $1`,
    [id, state, trouble, wait ?? 0],
  )
}

/** One after the other, so that no carrier is pressed. @returns what became of it */
async function send(db: Database, carrier: Carrier, due: Due): Promise<Trouble | undefined> {
  const { id, channel, address, letter: parcel, tries } = due
  const message: Message = { id, channel, address, parcel }
  // A second try may be of a letter whose answer was lost: whoever carries it is asked before it goes twice.
  const found = tries > 1 ? await carrier.find(message) : ({ kind: 'not-there' } as const)
  if (found.kind === 'there') {
    await db.asOwner((query) => wentAs(query, id, found.as))
    return undefined
  }
  const carried =
    found.kind === 'unknown' ? ({ kind: 'failed', trouble: 'away' } as const) : await carrier.carry(message)
  await db.asOwner((query) =>
    carried.kind === 'went' ? wentAs(query, id, carried.as) : hasFailed(query, due, carried.trouble),
  )
  return carried.kind === 'failed' ? carried.trouble : undefined
}

type Asked = { readonly arrived: boolean; readonly trouble?: Trouble }

async function ask(db: Database, carrier: Carrier, due: Due): Promise<Asked> {
  const now = await carrier.ask(due.carried_as ?? '')
  return db.asOwner(async (query): Promise<Asked> => {
    switch (now.kind) {
      case 'arrived':
        await hasArrived(query, due.id, 'arrived')
        return { arrived: true }
      case 'failed':
        await hasFailed(query, due, now.trouble)
        return { arrived: false, trouble: now.trouble }
      case 'on-its-way':
        await (due.gone ? hasArrived(query, due.id, 'went') : askLater(query, due.id))
        return { arrived: false }
    }
  })
}

/** Goes round once: everything that is due now, as much as one round takes. */
export async function goRound(db: Database, carrier: Carrier): Promise<Rounded> {
  const taken = await db.asOwner(take)
  let went = 0
  let arrived = 0
  const troubles: Trouble[] = []
  for (const due of taken) {
    if (due.state === 'waits') {
      const trouble = await send(db, carrier, due)
      if (trouble === undefined) went += 1
      else troubles.push(trouble)
    } else {
      const asked = await ask(db, carrier, due)
      if (asked.arrived) arrived += 1
      if (asked.trouble !== undefined) troubles.push(asked.trouble)
    }
  }
  return { went, arrived, troubles }
}

export type Rounds = { readonly stop: () => Promise<void> }

/**
 * Goes round again and again, never twice at once. What fails is said without a name, an address or a word of any letter.
 */
export function startRounds(
  db: Database,
  carrier: Carrier,
  { seconds, onTrouble }: { readonly seconds: number; readonly onTrouble: (says: string) => void },
): Rounds {
  const stopping = new AbortController()
  let wake: () => void = () => undefined
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, seconds * 1_000)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const round = async () => {
    while (!stopping.signal.aborted) {
      try {
        const { troubles } = await goRound(db, carrier)
        if (troubles.length > 0) {
          onTrouble(
            `${troubles.length === 1 ? 'A letter' : `${troubles.length} letters`} did not go: ${[...new Set(troubles)].join(', ')}.`,
          )
        }
      } catch (error) {
        // The next round tries again; what a database says of itself names nobody.
        onTrouble(`The outbox was not looked at: ${error instanceof Error ? error.name : 'an error'}.`)
      }
      await pause()
    }
  }
  const running = round()
  return {
    stop: async () => {
      stopping.abort()
      wake()
      await running
    },
  }
}
