import type { Party, Role } from '../../../record/entries.ts'
import type { AdultOutcome } from '../../outcomes/topics.ts'
import { AREAS, AREA_WORDS, type Area } from '../traits.ts'
import { type Chance, chanceAt } from './chance.ts'
import { familyName, givenName } from './names.ts'
import type { Sheet } from './sheet.ts'

/** Somebody of the invented council's staff: the same people whatever the seed, so that they can be given accounts once. */
export type Colleague = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly team?: Area
}

/** Any number will do; it is written down so that the names stay. */
const NAMES_OF_STAFF = 2014
const WORKERS_A_TEAM = 8
const TRAINED = ['care-act-assessment', 'mental-capacity', 'autism', 'deafblind']

const colleague = (place: number, id: string, role: Role, team?: Area): Colleague => {
  const chance = chanceAt(NAMES_OF_STAFF, place)
  const name = `${givenName(chance, chance.happens(0.75) ? 'female' : 'male')} ${familyName(chance)}`
  return { id, name, role, ...(team === undefined ? {} : { team }) }
}

const teamOf = (area: Area, first: number): readonly Colleague[] => [
  colleague(first, `${area}-manager`, 'manager', area),
  ...Array.from({ length: WORKERS_A_TEAM }, (_, n) =>
    colleague(first + 1 + n, `${area}-worker-${n + 1}`, n % 4 === 3 ? 'assessor' : 'social-worker', area),
  ),
]

/** A team for each area, and those who deal with money and arranging for all of them. */
export const COLLEAGUES: readonly Colleague[] = [
  ...AREAS.flatMap((area, place) => teamOf(area, 100 * (place + 1))),
  colleague(1, 'invented-finance', 'finance'),
  colleague(2, 'invented-broker', 'broker'),
  colleague(3, 'invented-therapist', 'occupational-therapist'),
]

const PROVIDERS = {
  agency: [
    'Larkmere Home Care',
    'Withybeck Care at Home',
    'Quillstow Home Support',
    'Marlhurst Care Co-operative',
  ],
  'supported-living': ['Rookholt Supported Living', 'Own Front Door Northmoor'],
  'care-home': [
    'Fallowmere House',
    'Ketteldale Lodge',
    'Sallowridge Court',
    'Ashfleet Manor',
    'Pikeshaw House',
  ],
  'day-service': ['The Loom day centre', 'Garthcombe Workshop'],
  other: ['Northmoor Equipment and Skills'],
} as const
export type ProviderOf = keyof typeof PROVIDERS

const idOf = (name: string): string => `invented-${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`

/** Somebody unpaid who helps, and how far that goes. */
export type Helper = {
  readonly id: string
  readonly name: string
  readonly livesWith: boolean
  readonly willing: boolean
  /** helps with these, and has agreed to go on */
  readonly topics: readonly AdultOutcome[]
  readonly hours: number
  readonly wantsAssessment: boolean
}

/** Who is at the table with the person. Parties join the record when they first do something. */
export type Cast = {
  readonly person: string
  readonly worker: string
  readonly manager: string
  readonly finance: () => string
  readonly broker: () => string
  readonly therapist: () => string
  readonly nhs: () => string
  readonly advocate: () => string
  readonly provider: (of: ProviderOf) => string
  readonly assistant: () => string
  readonly helper: Helper | undefined
  /** would rather have the money, and choose who comes, than have somebody sent */
  readonly employs: boolean
}

const asParty = ({ id, name, role }: Colleague): Party => ({
  id,
  name,
  role,
  ...(role === 'social-worker' || role === 'manager' || role === 'occupational-therapist'
    ? { registered: true }
    : {}),
  ...(role === 'finance' || role === 'broker' ? {} : { training: TRAINED }),
})

export function castFor(sheet: Sheet): Cast {
  const { who, chance, party } = sheet
  const team = COLLEAGUES.filter((one) => one.team === who.traits.area)
  const known = (id: string) => {
    const found = COLLEAGUES.find((one) => one.id === id)
    if (found === undefined) throw new Error(`nobody of the council is called ${id}`)
    return party(asParty(found))
  }
  const manager = known(`${who.traits.area}-manager`)
  const worker = party(asParty(chance.pick(team.filter(({ role }) => role !== 'manager'))))
  const providers = new Map<ProviderOf, string>()
  const provider = (of: ProviderOf): string => {
    const chosen = providers.get(of) ?? chance.pick(PROVIDERS[of])
    providers.set(of, chosen)
    return party({ id: idOf(chosen), name: chosen, role: 'provider', paid: true })
  }
  const nameFor = (one: Chance) =>
    `${givenName(one, one.happens(0.6) ? 'female' : 'male')} ${familyName(one)}`
  const helperName = nameFor(chance)
  const [assistantName, advocateName] = [nameFor(chance), nameFor(chance)]
  return {
    person: who.id,
    worker,
    manager,
    finance: () => known('invented-finance'),
    broker: () => known('invented-broker'),
    therapist: () => known('invented-therapist'),
    nhs: () =>
      party({
        id: 'invented-ward',
        name: `Discharge team, ${AREA_WORDS.harbourside} Hospital`,
        role: 'nhs',
        registered: true,
      }),
    advocate: () => party({ id: `${who.id}-advocate`, name: advocateName, role: 'advocate' }),
    provider,
    assistant: () =>
      party({
        id: `${who.id}-assistant`,
        name: `${assistantName}, personal assistant`,
        role: 'provider',
        paid: true,
        relationship: 'chosen by the person',
      }),
    helper: helperFor(sheet, helperName),
    employs: chance.happens(who.age < 65 ? 0.58 : 0.15),
  }
}

const RELATIONS = [
  'daughter',
  'son',
  'wife',
  'husband',
  'sister',
  'brother',
  'neighbour',
  'niece',
  'parent',
  'friend',
]
const HELPED = 0.55

function helperFor({ who, chance, party }: Sheet, name: string): Helper | undefined {
  if (!chance.happens(who.setting === 'home' ? HELPED : HELPED / 3)) return undefined
  const relationship = chance.pick(RELATIONS)
  const livesWith = chance.happens(0.45) && relationship !== 'neighbour' && who.setting === 'home'
  const willing = chance.happens(0.65)
  const byDay = who.needs.flatMap((need) => (need.topic === 'night' ? [] : [{ ...need, topic: need.topic }]))
  const agreed = willing && chance.happens(0.7) ? byDay.slice(-2).slice(0, chance.between(1, 2)) : []
  const most = agreed.reduce((total, { times, minutes }) => total + (times * minutes) / 60, 0)
  const hours = Math.max(0.5, Math.floor(most * (0.3 + 0.6 * chance.next()) * 4) / 4)
  const id = party({
    id: `${who.id}-carer`,
    name,
    role: 'carer',
    ...(livesWith ? { 'lives-with': true } : {}),
    relationship,
  })
  return {
    id,
    name,
    livesWith,
    willing,
    topics: agreed.map(({ topic }) => topic),
    hours,
    wantsAssessment: chance.happens(0.2),
  }
}
