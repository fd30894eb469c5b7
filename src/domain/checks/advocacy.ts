import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, nameOf } from '../../record/state.ts'
import type { Check, Hit } from './check.ts'
import { dated } from './clocks.ts'
import { inList } from './telling.ts'
import { isMadeForCarer } from './whose.ts'

type Advocacy = EntryOf<'advocacy'>

/** The latest entry stands: one for the person, and one that was made in carers' assessments. */
function standingAdvocacy(state: RecordState): {
  readonly person: Advocacy | undefined
  readonly carer: Advocacy | undefined
} {
  const each = all(state, 'advocacy')
  return {
    person: each.findLast((entry) => !isMadeForCarer(state, entry)),
    carer: each.findLast((entry) => isMadeForCarer(state, entry)),
  }
}

const standing = (state: RecordState): readonly Advocacy[] => {
  const { person, carer } = standingAdvocacy(state)
  return [person, carer].filter((entry) => entry !== undefined)
}

export const hasDifficulty = ({ difficulty }: Advocacy): boolean =>
  difficulty.understand || difficulty.retain || difficulty.weigh || difficulty.communicate

const difficultiesToWorker = ({ difficulty }: Advocacy): string =>
  inList([
    ...(difficulty.understand ? ['understanding'] : []),
    ...(difficulty.retain ? ['retaining'] : []),
    ...(difficulty.weigh ? ['weighing'] : []),
    ...(difficulty.communicate ? ['communicating'] : []),
  ])

export const isDoubtAboutPerson = (state: RecordState, { doubts, about }: EntryOf<'statement'>): boolean =>
  (doubts ?? []).length > 0 && (about === undefined || about === state.person.id)

export const advocacyNotConsidered: Check = {
  id: 'advocacy-not-considered',
  level: 'must',
  cites: ['CA s67'],
  when: 'Someone doubts that the person can take part or decide, and nobody considered an advocate.',
  find: (state): readonly Hit[] => {
    const doubting = all(state, 'statement').filter((said) => isDoubtAboutPerson(state, said))
    const [first] = doubting
    if (first === undefined || standingAdvocacy(state).person !== undefined) return []
    return [
      {
        entries: doubting.map(({ id }) => id),
        worker: `On ${dated(first)} a statement doubts that ${nameOf(state, state.person.id)} can take part or decide without help, and nobody has considered an advocate.`,
        person:
          'Someone thinks that you may find it hard to take part. The council has not asked whether you need an advocate: a person who helps you to have your say.',
        mend: {
          says: 'Look at the four difficulties, and at who could support the person; refer for an advocate where that is needed.',
          where: 'conversation',
        },
      },
    ]
  },
}

/** Care or treatment for pay, or as a profession, makes somebody unfit to be the supporter (section 67(5)). */
export function isPaidToCare(state: RecordState, party: string): boolean {
  const found = state.parties.get(party)
  return found?.paid ?? (found?.role === 'provider' || found?.role === 'nhs')
}

const isSuitable = (state: RecordState, entry: Advocacy): boolean =>
  entry.supporter !== undefined && !isPaidToCare(state, entry.supporter) && entry['person-agrees'] !== false

export const advocateMissing: Check = {
  id: 'advocate-missing',
  level: 'must',
  cites: ['CA s67(2)', 'CA s67(4)', 'CA s67(5)'],
  when: 'The person has difficulty in taking part, no advocate was arranged, and no suitable person supports them.',
  find: (state) =>
    standing(state).flatMap((entry): readonly Hit[] => {
      const without = entry.decision === 'not-referred' || entry.decision === 'not-needed'
      const nobody = entry.decision === 'supporter' && entry.supporter === undefined
      if (!hasDifficulty(entry) || !(nobody || (without && !isSuitable(state, entry)))) return []
      return [
        {
          entries: [entry.id],
          worker: `On ${dated(entry)} difficulty in ${difficultiesToWorker(entry)} was found. No advocate was arranged, and no suitable person is named who supports instead.`,
          person:
            'You may find it hard to take part, and nobody helps you to have your say. The council has to find you an advocate: a person who is on your side.',
          mend: {
            says: 'Refer for an independent advocate, or name a suitable supporter whom the person agrees to.',
            where: 'conversation',
          },
        },
      ]
    }),
}

export const supporterUnsuitable: Check = {
  id: 'supporter-unsuitable',
  level: 'must',
  cites: ['CA s67(5)', 'CA s67(6)'],
  when: 'The one who supports the person to take part is paid to care for them, or the person does not agree to it.',
  find: (state) =>
    standing(state).flatMap((entry): readonly Hit[] => {
      const { supporter, decision } = entry
      const reliesOnAdvocate = decision === 'appointed' || decision === 'referred'
      const relies = decision === 'supporter' || (hasDifficulty(entry) && !reliesOnAdvocate)
      if (supporter === undefined || !relies || isSuitable(state, entry)) return []
      const name = nameOf(state, supporter)
      const paid = isPaidToCare(state, supporter)
      return [
        {
          entries: [entry.id],
          worker: `${name} was named on ${dated(entry)} as the one who supports, ${paid ? 'but is paid to give care or treatment' : 'but the person does not agree'}.`,
          person: paid
            ? `The council chose ${name} to help you have your say, but ${name} is paid to care for you. It should be someone who is not.`
            : `The council chose ${name} to help you have your say, but you did not agree. It is your choice.`,
          mend: {
            says: 'Find someone unpaid whom the person agrees to, or arrange an independent advocate.',
            where: 'conversation',
          },
        },
      ]
    }),
}
