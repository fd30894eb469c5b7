import type { Standing } from '../domain/checks/answered.ts'
import { isCarerOutcome } from '../domain/outcomes/topics.ts'
import { RESOURCES, type Relationship, type Resource, anyAllows, placeOf } from '../record/access.ts'
import { type RecordState, find } from '../record/state.ts'

// Who sees findings. A check looks for what is not there; to somebody who may read only a part, what is there and not
// theirs to read would look missing. So findings are for those who may read what the checks rest on. Made from the
// policy of access: see docs/decisions/0006-who-sees-findings.md.

/** What the checks rest on: everything but who looked, and how talks went. */
const RESTED_ON: readonly Resource[] = RESOURCES.filter(
  (resource) => resource !== 'looks' && resource !== 'heard',
)

type Unsure = (standing: Standing, state: RecordState) => boolean

const isOneOf =
  (...checks: readonly string[]): Unsure =>
  ({ finding }) =>
    checks.includes(finding.check)

/**
 * The parts without which a record can still be held against the law, and the findings that may be false alarms without
 * them. Whoever may not read any other part sees no finding at all.
 */
const UNSURE_WITHOUT: Readonly<Partial<Record<Resource, Unsure>>> = {
  'carers-own': (standing, state) =>
    isOneOf('carer-not-heard', 'family-impact-skipped')(standing, state) || mayBeTheCarers(standing, state),
  means: isOneOf('charged-unassessed', 'hold-untold', 'hold-overrun'),
  // What is found there is about entries there: without them nothing is found, and nothing falsely.
  safeguarding: () => false,
}

/** Findings that a carer's own assessment, which only they and the worker read, would answer. */
function mayBeTheCarers({ finding }: Standing, state: RecordState): boolean {
  const [first] = finding.entries
  switch (finding.check) {
    case 'carer-not-offered':
      return find(state, 'carer-identified', first)?.assessment !== 'not-offered'
    case 'assessment-refused':
    case 'assessment-late': {
      const signs = find(state, 'contact', first)?.signs
      return signs !== undefined && signs.every(isCarerOutcome)
    }
    default:
      return false
  }
}

/** How far a reader sees what the checks rest on: not far enough, or all but these parts. */
export type Sight =
  | { readonly kind: 'none' }
  | { readonly kind: 'all-but'; readonly parts: readonly Resource[] }

export function sightOf(relationships: readonly Relationship[]): Sight {
  const parts = RESTED_ON.filter((resource) => !anyAllows(relationships, resource, 'read'))
  return parts.every((part) => UNSURE_WITHOUT[part] !== undefined)
    ? { kind: 'all-but', parts }
    : { kind: 'none' }
}

/** What may be shown to somebody with this sight: nothing that could be a false alarm. */
export const sureWithin = (
  sight: Sight,
  standings: readonly Standing[],
  state: RecordState,
): readonly Standing[] =>
  sight.kind === 'none'
    ? []
    : standings.filter((standing) =>
        sight.parts.every((part) => UNSURE_WITHOUT[part]?.(standing, state) === false),
      )

/**
 * Checks of a carer's own assessment, need and decision that rest on nothing but what that carer reads: their own part,
 * the conversation, and who is at the table. A copy is among them although a hold can put off the day when it is owed:
 * a hold of which the carer was not told does not stop their clock.
 */
const OF_A_CARERS_OWN: ReadonlySet<string> = new Set([
  'carer-not-offered',
  'person-not-heard',
  'wellbeing-skipped',
  'self-assessment-not-offered',
  'assessor-untrained',
  'eligibility-contradicts',
  'eligibility-unreasoned',
  'eligibility-not-copied',
  'assessment-not-copied',
])

/** What may be shown to a carer: what is about their own assessment, or that they were not offered one, and nothing else. */
export const ownWithin = (
  party: string,
  standings: readonly Standing[],
  state: RecordState,
): readonly Standing[] =>
  standings.filter(
    ({ finding: { check, entries } }) =>
      OF_A_CARERS_OWN.has(check) && entries.some((id) => isCarersOwn(party, id, state)),
  )

function isCarersOwn(party: string, id: string, state: RecordState): boolean {
  const entry = state.byId.get(id)
  if (entry === undefined) return false
  if (entry.kind === 'carer-identified') return entry.carer === party
  const { resource, owner } = placeOf(entry, (other) => state.byId.get(other))
  return resource === 'carers-own' && owner === party
}
