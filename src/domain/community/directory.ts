import type { SupportUnit } from '../allocation/support.ts'
import type { Pence } from '../money/pence.ts'
import type { Topic } from '../outcomes/topics.ts'

// The places and groups near by, as a directory of community services lists them. Read by `exchange/open-referral.ts`.

/** What it costs to come: nothing, so much a unit, or a sum that has to be asked for. Not said is never nought. */
export type CommunityCost =
  | { readonly kind: 'free' }
  | {
      readonly kind: 'price'
      readonly price: Pence<'unit'>
      readonly unit: SupportUnit
      readonly says: string
    }
  | { readonly kind: 'ask' }

export type CommunityService = {
  readonly id: string
  readonly name: string
  /** who runs it */
  readonly by: string
  readonly about: string
  /** the parts of daily life that it fits, as the directory says */
  readonly topics: readonly Topic[]
  readonly cost: CommunityCost
  /** when it is on, and where, in the directory's words */
  readonly when: readonly string[]
  readonly where: readonly string[]
  readonly url: string | undefined
  readonly telephone: string | undefined
  /** years of age, where the service is for some ages only */
  readonly from: number | undefined
  readonly to: number | undefined
}

export type Directory = {
  /** the services that are open now */
  readonly services: readonly CommunityService[]
}

/** The services that fit any of these topics, for somebody of this age: those that fit more of them first. */
export function servicesFor(
  directory: Directory,
  topics: readonly Topic[],
  age: number,
): readonly CommunityService[] {
  const fits = (service: CommunityService): number =>
    service.topics.filter((topic) => topics.includes(topic)).length
  return directory.services
    .filter(({ from, to }) => (from === undefined || age >= from) && (to === undefined || age <= to))
    .filter((service) => fits(service) > 0)
    .toSorted((a, b) => fits(b) - fits(a) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
