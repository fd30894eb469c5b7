import { type Ledger, every } from './ledger.ts'

/**
 * Who supports a person, from the provider that was awarded down to the one that comes to the door. The last that was passed
 * on to from each link counts; a ring, which no file has, ends where it began.
 */
export function chainOf(ledger: Ledger, person: string): readonly string[] {
  const links = every(ledger, 'subcontracted').filter(({ people }) => people.includes(person))
  const chain = [ledger.award.provider]
  for (;;) {
    const at = chain.at(-1)
    const next = links.findLast(({ from }) => from === at)?.to
    if (next === undefined || chain.includes(next)) return chain
    chain.push(next)
  }
}
