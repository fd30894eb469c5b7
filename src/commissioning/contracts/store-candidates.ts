import { isReference, recordReference } from '../../domain/contracts/record-reference.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { KEEPER_KEY, type Query } from '../../platform/database/database.ts'
import { decodeEntry } from '../../record/file.ts'
import { tableOf } from '../../record/log-read.ts'
import { foldRecord } from '../../record/state.ts'
import { type Candidate, linesWith } from './view-candidates.ts'

// For one of the council’s buyers: who could be linked to a contract. The database names the records at which a provider of the
// contract sits. What their plan has with it takes the fold of the whole record, which the service alone can make: it asks with
// its own key, and lets out a reference and these lines. Whoever asks sees no record and no name.

/** So many are offered at once; the others can be entered by their reference. */
const OFFERED = 25

export type Candidates = {
  readonly candidates: readonly Candidate[]
  /** references of the contract that stand for somebody’s record already */
  readonly linked: ReadonlySet<string>
  /** there may be more than are offered */
  readonly isMore: boolean
}

type Row = { readonly record: string; readonly parties: readonly string[] }

type Whole = {
  readonly person: unknown
  readonly policy: unknown
  readonly parties: readonly unknown[] | null
  readonly entries: readonly unknown[] | null
}

const seated = (query: Query, contract: string): Promise<readonly Row[]> =>
  query<Row>('select * from roundtable.contract_candidates($1)', [contract], 'contract_candidates')

async function candidateOf(
  query: Query,
  contract: string,
  { record, parties }: Row,
  today: PlainDate,
): Promise<Candidate | undefined> {
  const [whole] = await query<Whole>(
    'select * from roundtable.contract_candidate($1, $2, $3)',
    [contract, record, KEEPER_KEY],
    'contract_candidate',
  )
  if (whole === undefined) return undefined
  const file = { ...tableOf(whole), entries: (whole.entries ?? []).map(decodeEntry) }
  const lines = linesWith(foldRecord(file, today), new Set(parties))
  return lines.length === 0 ? undefined : { record, code: recordReference(record), lines }
}

export async function candidatesFor(query: Query, contract: string, today: PlainDate): Promise<Candidates> {
  const rows = await seated(query, contract)
  const candidates: Candidate[] = []
  let looked = 0
  for (const row of rows) {
    if (candidates.length === OFFERED) break
    looked += 1
    const found = await candidateOf(query, contract, row, today)
    if (found !== undefined) candidates.push(found)
  }
  const linked = await query<{ person: string }>(
    'select person from roundtable.contract_people_linked($1) person',
    [contract],
    'contract_people_linked',
  )
  return {
    candidates,
    linked: new Set(linked.map(({ person }) => person)),
    isMore: looked < rows.length,
  }
}

/** The one with this reference; undefined where there is none whose plan has a line with a provider of the contract. */
export async function candidateBy(
  query: Query,
  contract: string,
  { code, today }: { readonly code: string; readonly today: PlainDate },
): Promise<Candidate | undefined> {
  const rows = await seated(query, contract)
  const row = rows.find(({ record }) => isReference(code, recordReference(record)))
  return row === undefined ? undefined : candidateOf(query, contract, row, today)
}
