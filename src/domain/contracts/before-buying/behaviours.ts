import type { InventedPerson } from './people.ts'

/** How a provider behaves. The four after the first are what has been seen where contracts paid by results. */
export const BEHAVIOURS = ['well', 'creams', 'parks', 'marks-high', 'cuts-hours'] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

/** Somebody is turned away now and then, also by a provider that means well: no worker is free. */
const USUALLY_ACCEPTED = 0.95

/** How likely the provider is to accept somebody. A provider that creams looks at who is likely to succeed. */
export const acceptance = (behaviour: Behaviour, chance: number): number =>
  behaviour === 'creams' ? 0.3 + 0.7 * chance : USUALLY_ACCEPTED

export const accepts = (behaviour: Behaviour, { chance, draw }: InventedPerson): boolean =>
  draw.accepted < acceptance(behaviour, chance)

/** What becomes of the visits that were planned for somebody: the share made, the share of those cut short, and how long those are. */
export type Visiting = { readonly made: number; readonly short: number; readonly length: number }

const USUAL: Visiting = { made: 0.97, short: 0.05, length: 0.76 }

/** A provider that cuts hours does so for so many of the people, and then on every other visit. */
const CUT_PEOPLE = 0.6
const CUT: Visiting = { made: 0.97, short: 0.55, length: 0.65 }

/** A provider that parks sees those least who are least likely to succeed. */
const contact = (chance: number): number => Math.min(1, 0.35 + 0.75 * chance)

export function visiting(behaviour: Behaviour, { chance, draw }: InventedPerson): Visiting {
  switch (behaviour) {
    case 'well':
    case 'creams':
    case 'marks-high':
      return USUAL
    case 'parks':
      return { ...USUAL, made: USUAL.made * contact(chance) }
    case 'cuts-hours':
      return draw.cut < CUT_PEOPLE ? CUT : USUAL
  }
}

/** The share of the hours planned that is given. */
export const given = ({ made, short, length }: Visiting): number => made * (1 - short * (1 - length))

/** The support that somebody had beside what good support is, 0 to 1: a fifth fewer hours do a fifth less. */
export const effort = (behaviour: Behaviour, person: InventedPerson): number =>
  given(visiting(behaviour, person)) / given(USUAL)

/** Who says that an outcome was reached when it was not: those who were asked with the provider’s worker beside them. */
export const LEANT = 0.4

/** Did this person truly reach their outcome? Those left without support may, as others would have without it. */
export function reaches(behaviour: Behaviour, person: InventedPerson, alone: number): boolean {
  const support = accepts(behaviour, person) ? effort(behaviour, person) : 0
  return person.draw.reached < person.chance * (alone + (1 - alone) * support)
}
