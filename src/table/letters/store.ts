import type { Query } from '../../platform/database/database.ts'
import { type Channel, type Parcel, TROUBLES, type Trouble } from '../../platform/outbox/carrier.ts'

/** Where somebody can be reached, as far as the reader may know. */
export type Address = {
  readonly party: string
  readonly channel: Channel
  readonly value: string
  /** ISO 8601 in UTC */
  readonly changedAt: string
}

export const STATES = ['waits', 'went', 'arrived', 'came-back', 'given-up'] as const
export type PostState = (typeof STATES)[number]

/** What became of a copy that was sent from here. */
export type Posted = {
  readonly id: string
  /** the entry in the record that says that it was sent */
  readonly copy: string
  readonly party: string
  readonly channel: Channel
  readonly state: PostState
  readonly tries: number
  readonly trouble: Trouble | undefined
  /** ISO 8601 in UTC */
  readonly changedAt: string
}

/** The same in a list over many records. */
export type PostedAnywhere = Posted & {
  readonly record: string
  readonly personName: string
  readonly toName: string
  /** the entry of which it is a copy */
  readonly of: string
  readonly kind: string
}

/** Everything of a record that has to do with sending; each look at it is read anew. */
export type PostOffice = {
  /** the ways in which something can be sent from here */
  readonly carries: readonly Channel[]
  readonly addresses: () => Promise<readonly Address[]>
  /** an address put in, or with undefined taken out. @returns false where it is not the reader's to change */
  readonly keepAddress: (party: string, channel: Channel, value: string | undefined) => Promise<boolean>
  readonly posted: () => Promise<readonly Posted[]>
  /** after the copy was written down, in the same transaction */
  readonly send: (copy: string, channel: Channel, parcel: Parcel) => Promise<'kept' | 'no' | 'no-address'>
  readonly sendAgain: (id: string) => Promise<boolean>
  /** the address of a page as somebody outside would open it */
  readonly link: (path: string) => string
}

/** Who carries letters from here, and where the service is reached from outside. */
export type Posting = { readonly carries: readonly Channel[]; readonly origin: string }

const NOTHING_LEAVES: Posting = { carries: [], origin: '' }

type PostedRow = {
  readonly id: string
  readonly copy: string
  readonly party: string
  readonly channel: Channel
  readonly state: PostState
  readonly tries: number
  readonly trouble: string | null
  readonly changed_at: string
}

const postedOf = ({ trouble, changed_at: changedAt, ...row }: PostedRow): Posted => ({
  ...row,
  trouble: TROUBLES.find((known) => known === trouble),
  changedAt,
})

export const postOffice = (
  query: Query,
  record: string,
  { carries, origin }: Posting = NOTHING_LEAVES,
): PostOffice => ({
  carries,
  link: (path) => `${origin}${path}`,
  addresses: async () => {
    const rows = await query<Omit<Address, 'changedAt'> & { readonly changed_at: string }>(
      'select party, channel, value, changed_at from roundtable.address where record = $1 order by party, channel',
      [record],
      'addresses',
    )
    return rows.map(({ changed_at: changedAt, ...row }) => ({ ...row, changedAt }))
  },
  keepAddress: async (party, channel, value) => {
    const [kept] = await query<{ kept: boolean }>('select roundtable.keep_address($1, $2, $3, $4) as kept', [
      record,
      party,
      channel,
      value ?? null,
    ])
    return kept?.kept === true
  },
  posted: async () => {
    const rows = await query<PostedRow>(
      `select id, copy, party, channel, state, tries, trouble, changed_at from roundtable.outbox
       where record = $1 order by made_at, id`,
      [record],
      'posted',
    )
    return rows.map(postedOf)
  },
  send: async (copy, channel, parcel) => {
    const [sent] = await query<{ sent: 'kept' | 'no' | 'no-address' }>(
      'select roundtable.send_copy($1, $2, $3, $4) as sent',
      [record, copy, channel, JSON.stringify(parcel)],
    )
    return sent?.sent ?? 'no'
  },
  sendAgain: async (id) => {
    const [again] = await query<{ again: boolean }>('select roundtable.send_again($1) as again', [id])
    return again?.again === true
  },
})

const MOST = 500

/** What went out of the records whose letters the reader may send, what needs somebody first, then the latest. */
export async function postedAnywhere(query: Query): Promise<readonly PostedAnywhere[]> {
  const rows = await query<
    PostedRow & {
      readonly record: string
      readonly person_name: string
      readonly to_name: string
      readonly of: string
      readonly kind: string
    }
  >(
    `select o.id, o.record, o.copy, o.party, o.channel, o.state, o.tries, o.trouble, o.changed_at,
       r.person_name, p.body ->> 'name' as to_name, c.body ->> 'of' as of, e.kind
     from roundtable.outbox o
     join roundtable.record r on r.id = o.record
     join roundtable.party p on p.record = o.record and p.id = o.party
     join roundtable.entry c on c.record = o.record and c.id = o.copy
     join roundtable.entry e on e.record = o.record and e.id = c.body ->> 'of'
     where o.record in (
       select a.record from roundtable.access a join roundtable.policy y on y.relationship = a.relationship
       where y.resource = 'asking' and y.action = 'judge')
     order by o.state in ('came-back', 'given-up') desc, o.state = 'waits' desc, o.made_at desc, o.id
     limit $1`,
    [MOST],
    'posted_anywhere',
  )
  return rows.map(({ person_name: personName, to_name: toName, record, of, kind, ...row }) => ({
    ...postedOf(row),
    record,
    personName,
    toName,
    of,
    kind,
  }))
}
