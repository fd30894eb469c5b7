import { isReference, recordReference } from '../../domain/contracts/record-reference.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import type { Query } from '../../platform/database/database.ts'
import { exportWhole } from '../../record/log.ts'
import { foldRecord } from '../../record/state.ts'
import { type Candidate, linesWith } from './view-candidates.ts'

// As the owner, for one of the council’s buyers: who could be linked to a contract. Whoever asks sees no record and no name; they
// see that there is somebody, by a reference, and what the plan has with a provider of this very contract.

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

/** Records at which a provider of the contract sits as a provider, and that are not under it. */
const SEATED = `
  select p.record, array_agg(distinct p.id) as parties
  from roundtable.contract_party c
  join roundtable.party p on p.account = c.account and p.role = 'provider'
  where c.contract = $1 and c.role = 'provider' and c.account is not null
    and not exists (select from roundtable.contract_person l where l.contract = $1 and l.record = p.record)
  group by p.record order by p.record`

async function candidateOf(
  query: Query,
  { record, parties }: Row,
  today: PlainDate,
): Promise<Candidate | undefined> {
  const file = await exportWhole(query, record)
  if (file === undefined) return undefined
  const lines = linesWith(foldRecord(file, today), new Set(parties))
  return lines.length === 0 ? undefined : { record, code: recordReference(record), lines }
}

export async function candidatesFor(query: Query, contract: string, today: PlainDate): Promise<Candidates> {
  const rows = await query<Row>(SEATED, [contract])
  const candidates: Candidate[] = []
  let looked = 0
  for (const row of rows) {
    if (candidates.length === OFFERED) break
    looked += 1
    const found = await candidateOf(query, row, today)
    if (found !== undefined) candidates.push(found)
  }
  const linked = await query<{ person: string }>(
    'select person from roundtable.contract_person where contract = $1',
    [contract],
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
  const rows = await query<Row>(SEATED, [contract])
  const row = rows.find(({ record }) => isReference(code, recordReference(record)))
  return row === undefined ? undefined : candidateOf(query, row, today)
}
