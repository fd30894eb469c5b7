import type { Count, Standing } from '../domain/checks/answered.ts'
import { standingFindings } from '../domain/checks/answered.ts'
import type { CheckLevel, Finding } from '../domain/checks/check.ts'
import { standardsFor } from '../domain/checks/standards.ts'
import { anyAllows, placeOf } from '../record/access.ts'
import { refusalOf } from '../record/allowed.ts'
import type { Stage } from '../domain/care-act/journey.ts'
import { type AtTable, recordPath } from './at-table.ts'
import type { RecordState } from '../record/state.ts'
import type { Reader } from './reader.ts'
import { ownWithin, sightOf, sureWithin } from './sight.ts'

/** The level of a finding, as everybody reads it. */
export const LEVEL_WORDS: Readonly<Record<CheckLevel, string>> = {
  must: 'The law asks for this',
  should: 'Good practice',
  look: 'Worth a look',
}

const known = new WeakMap<RecordState, readonly Standing[]>()

/** What the checks find, worked out once for as long as the state is held. */
function foundIn({ state, model }: Pick<AtTable, 'state' | 'model'>): readonly Standing[] {
  const found = known.get(state) ?? standingFindings(state, standardsFor(state.policy, model))
  known.set(state, found)
  return found
}

/** What the reader may see of what the checks find, the gravest first. */
export function findingsFor(table: AtTable): readonly Standing[] {
  const { reader, state } = table
  const sight = sightOf(reader.relationships)
  if (sight.kind !== 'none') return sureWithin(sight, foundIn(table), state)
  return isForThemselves(reader) ? ownWithin(reader.party, foundIn(table), state) : []
}

/** A carer who sees what the checks find about their own assessment, and nothing else of what they find. */
export const isForThemselves = (reader: Reader): reader is Reader & { readonly party: string } =>
  reader.party !== undefined &&
  sightOf(reader.relationships).kind === 'none' &&
  anyAllows(reader.relationships, 'carers-own', 'read-own')

export const findingsAt = (table: AtTable, stage: Stage): readonly Standing[] =>
  findingsFor(table).filter(({ finding }) => finding.mend.where === stage)

/** What these checks find: for the page on which that very thing is done. */
export const findingsOf = (table: AtTable, checks: readonly string[]): readonly Standing[] =>
  findingsFor(table).filter(({ finding }) => checks.includes(finding.check))

/** Where the reader stands: a stage, the record itself, or a page of its own, by the parts of its address. */
export type Here = Stage | 'record' | { readonly at: string }

const addressOf = (here: Here): string =>
  typeof here === 'object' ? here.at : here === 'record' ? '' : PAGES[here].parts.join('/')

export const maySeeFindings = ({ relationships }: Reader): boolean => sightOf(relationships).kind !== 'none'

const PERSONS_SIDE = ['self', 'attorney', 'deputy', 'advocate'] as const

/** The sentence is written to the person for those at their side, and to the worker for all others. */
export const isPersonsSide = ({ relationships }: Reader): boolean =>
  PERSONS_SIDE.some((side) => relationships.includes(side))

export const sentenceFor = (reader: Reader, { person, worker }: Finding): string =>
  isPersonsSide(reader) ? person : worker

/** The stages that have a page of their own; what is mended elsewhere is mended from the record itself. */
const PAGES: Readonly<Record<Stage, { readonly parts: readonly string[]; readonly says: string }>> = {
  contact: { parts: ['asking'], says: 'Go to what was asked' },
  conversation: { parts: ['conversation'], says: 'Go to the conversation' },
  eligibility: { parts: ['eligibility'], says: 'Go to eligibility' },
  budget: { parts: ['budget'], says: 'Go to the money' },
  plan: { parts: ['plan'], says: 'Go to the plan' },
  support: { parts: ['support'], says: 'Go to the support' },
  outcomes: { parts: ['outcomes'], says: 'Go to the goals' },
  review: { parts: ['review'], says: 'Go to the reviews' },
  challenge: { parts: ['challenge'], says: 'Go to the disagreements' },
}

/** Where the one thing that mends it has a page of its own within its stage. */
const MENDED_AT: Readonly<Record<string, { readonly parts: readonly string[]; readonly says: string }>> = {
  'own-idea-unanswered': { parts: ['plan', 'options'], says: 'See the ways to meet each need' },
  'options-unpriced': { parts: ['plan', 'options'], says: 'See the ways to meet each need' },
  'choice-overridden': { parts: ['plan', 'options'], says: 'See the ways to meet each need' },
  'low-hope-unexplored': { parts: ['outcomes', 'hopes'], says: 'Go to the hopes' },
  'prevention-missed': { parts: ['plan', 'options'], says: 'See the ways to meet each need' },
  'carer-not-offered': { parts: ['conversation', 'unpaid-help'], says: 'Say who helps without pay' },
  'outcome-skipped': { parts: ['conversation'], says: 'See what was not asked' },
  'risk-averse': { parts: ['risks'], says: 'Go to the risks' },
  'advocacy-not-considered': { parts: ['advocacy'], says: 'Go to help to take part' },
  'advocate-missing': { parts: ['advocacy'], says: 'Go to help to take part' },
  'supporter-unsuitable': { parts: ['advocacy'], says: 'Go to help to take part' },
  'capacity-not-assessed': { parts: ['deciding'], says: 'Go to making decisions' },
  'capacity-unhelped': { parts: ['deciding'], says: 'Go to making decisions' },
  'capacity-unreasoned': { parts: ['deciding'], says: 'Go to making decisions' },
  'best-interests-missing': { parts: ['deciding'], says: 'Go to making decisions' },
  'liberty-unscreened': { parts: ['deciding', 'liberty'], says: 'Go to limits on freedom' },
  'discharge-unplanned': { parts: ['moves'], says: 'Go to hospital and moves' },
  'continuity-broken': { parts: ['moves'], says: 'Go to hospital and moves' },
  'transition-late': { parts: ['moves'], says: 'Go to hospital and moves' },
  'safeguarding-unasked': { parts: ['safety'], says: 'Go to staying safe' },
  // Whatever waits, it is put on hold and taken up again in one place.
  'hold-untold': { parts: ['asking'], says: 'Go to what is on hold' },
  'hold-overrun': { parts: ['asking'], says: 'Go to what is on hold' },
}

/** Where it is mended, by those who may go there. Nothing where the reader stands there already. */
export function mendedAt(
  table: AtTable,
  { check, mend }: Finding,
  here: Here,
): { readonly href: string; readonly says: string } | undefined {
  const { parts, says } = MENDED_AT[check] ?? PAGES[mend.where]
  const isHere = parts.join('/') === addressOf(here)
  return isHere ? undefined : { href: recordPath(table.record, ...parts), says }
}

/** Where somebody says that a finding is not so. Its entries are part of the address: a check may find more than one. */
export const notSoPath = (record: string, { check, entries }: Finding): string =>
  `${recordPath(record, 'findings', check, 'not-so')}?${new URLSearchParams(entries.map((id) => ['of', id])).toString()}`

/** An answer is a note of the first entry that the finding is about, and belongs where that belongs. */
export function mayAnswer(table: AtTable, { entries: [first] }: Finding): boolean {
  const { state, reader } = table
  // The page on which it is answered takes this right, wherever the answer then belongs.
  if (!anyAllows(reader.relationships, 'conversation', 'say')) return false
  if (refusalOf(state, 'note', reader.relationships) !== undefined) return false
  const entry = first === undefined ? undefined : state.byId.get(first)
  const place = entry === undefined ? undefined : placeOf(entry, (id) => state.byId.get(id))
  return anyAllows(reader.relationships, place?.resource ?? 'asking', 'say')
}

const inNumber = (count: number, one: string, more: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${more}`

/** `The law asks for 2 things; 1 thing is good practice`: how many and how grave, in words. */
export function countInWords({ must, should, look }: Count): string {
  const said = [
    must === 0 ? [] : [`${inNumber(must, 'thing', 'things')} that the law asks for`],
    should === 0 ? [] : [`${inNumber(should, 'thing', 'things')} of good practice`],
    look === 0 ? [] : [`${inNumber(look, 'thing', 'things')} worth a look`],
  ].flat()
  return said.length < 2 ? (said[0] ?? 'nothing') : `${said.slice(0, -1).join(', ')} and ${said.at(-1) ?? ''}`
}
