import {
  addNote,
  appendToContract,
  contractOfRecord,
  notesOf,
  openContract,
  takeSeat,
  visitsOf,
} from './commissioning/contracts/store.ts'
import { besideFrom } from './commissioning/contracts/said.ts'
import type { ReachContracts, UnderContract } from './table/under-contract.ts'

/** The ledgers of contracts, for the pages of a record: within the transaction that holds the record. */
export const contractsBeside: ReachContracts = (query, record) => ({
  under: async () => {
    const found: UnderContract[] = []
    for (const { contract, person } of await contractOfRecord(query, record)) {
      const opened = await openContract(query, contract)
      if (opened !== undefined)
        found.push({ ...opened, person, beside: besideFrom(await notesOf(query, contract)) })
    }
    return found
  },
  visits: ({ id, person }, span) => visitsOf(query, { contract: id, person, ...span }),
  add: (contract, entries, adding) => appendToContract(query, contract, entries, adding),
  say: async (contract, says, key) => (await addNote(query, contract, says, key)).kind === 'kept',
  seat: (contract, role) => takeSeat(query, contract, role),
})
