import { type Owed, owed } from '../domain/checks/owed.ts'
import { dateInWords } from '../domain/dates/plain-date.ts'
import type { EntryOf } from '../record/entries.ts'
import { openHolds } from '../record/state.ts'
import { dayOfWhen } from '../record/values.ts'
import { type AtTable, mayDo, recordPath } from './at-table.ts'
import { isThePerson, possessive } from './reader.ts'
import { promiseInWords } from './promises/promises.tsx'
import { openPromises } from './promises/view.ts'
import { sightOf } from './sight.ts'

type Counted = { readonly one: Owed; readonly times: number }

/** What is said in the same words is said once, with how many of them there are. */
function counted(found: readonly Owed[]): readonly Counted[] {
  const said = new Map<string, Counted>()
  for (const one of found) {
    const key = `${waitedFor(one)} ${one.whose}`
    const before = said.get(key)
    said.set(key, { one: before?.one ?? one, times: (before?.times ?? 0) + 1 })
  }
  return [...said.values()]
}

/** What waits because it was put on hold: since when, why, how long, and whether the person was told. */
const Held = ({ table }: { readonly table: AtTable }) => {
  const { state, record } = table
  const you = isThePerson(table.reader) ? 'You were' : `${state.person.name} was`
  return (
    <>
      {openHolds(state).map((hold) => (
        <li>
          {STAGES[hold.stage]} on hold since {dateInWords(dayOfWhen(hold.on))}:{' '}
          {hold.why === '' ? 'no reason was given.' : `“${hold.why}”`}{' '}
          {hold.until === undefined ? 'No end was given.' : `Until ${dateInWords(dayOfWhen(hold.until))}.`}{' '}
          {hold.told ? '' : `${you} not told.`}{' '}
          <a class="govuk-link rt-no-print" href={recordPath(record, 'asking')}>
            See what that means for the days
          </a>
        </li>
      ))}
    </>
  )
}

const STAGES: Readonly<Record<EntryOf<'hold'>['stage'], string>> = {
  assessment: 'The assessment is',
  eligibility: 'The decision on eligibility is',
  budget: 'The money is',
  plan: 'The plan is',
  support: 'The support is',
  review: 'The review is',
}

/** `Day 19 of 28 days. A plan is due by 24 November 2026.` */
const waitedFor = ({ what, since, waiting }: Owed): string =>
  waiting === undefined ? `${what} is waited for since ${dateInWords(since)}.` : waiting.says

type Place = { readonly path: readonly string[]; readonly says: string }

const PLACES: readonly (readonly [RegExp, Place])[] = [
  [/assessment/i, { path: ['conversation', 'assessment'], says: 'Go to the assessments' }],
  [/eligib/i, { path: ['eligibility'], says: 'Go to eligibility' }],
  [/disagreement|complaint/i, { path: ['challenge'], says: 'Go to the disagreements' }],
  [/idea/i, { path: ['plan', 'options'], says: 'Go to the ways to meet each need' }],
  [/review/i, { path: ['review'], says: 'Go to the review' }],
  [/trial/i, { path: ['outcomes'], says: 'Go to what is hoped for' }],
  [/plan/i, { path: ['plan'], says: 'Go to the plan' }],
  [/support/i, { path: ['support'], says: 'Go to the support' }],
]

/** Where the council does what it owes. */
const placeOf = (what: string): Place | undefined => PLACES.find(([named]) => named.test(what))?.[1]

const Move = ({ table, one }: { readonly table: AtTable; readonly one: Owed }) => {
  if (one.whose === 'council') {
    const place = placeOf(one.what)
    const isStaff = table.reader.relationships.some((way) => way === 'worker' || way === 'manager')
    return (
      <>
        The council’s move.{' '}
        {isStaff && place !== undefined ? (
          <a class="govuk-link rt-no-print" href={recordPath(table.record, ...place.path)}>
            {place.says}
          </a>
        ) : null}
      </>
    )
  }
  const mine = isThePerson(table.reader)
  return (
    <>
      {mine ? 'Your move.' : `${possessive(table.reader, table.state, table.state.person.id)} move.`}{' '}
      {mayDo(table, 'plan', 'read') ? (
        <a class="govuk-link rt-no-print" href={recordPath(table.record, 'plan')}>
          See the plan{mine ? ' and say what you think' : ''}
        </a>
      ) : null}
    </>
  )
}

/**
 * What has still to be done, whose move it is, and on which day of how many: the same list for both chairs. For those who
 * may read what it rests on; to others what is not theirs to read would look like something that is owed.
 */
export const WhoseMove = ({ table }: { readonly table: AtTable }) => {
  if (sightOf(table.reader.relationships).kind === 'none') return null
  const found = owed(table.state)
  const promised = mayDo(table, 'asking', 'read') ? openPromises(table.state) : []
  if (found.length + promised.length === 0 && openHolds(table.state).length === 0) return null
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">What comes next, and whose move it is</h2>
      <ul class="govuk-list govuk-list--bullet">
        {counted(found).map(({ one, times }) => (
          <li>
            {times === 1 ? null : `${times} times: `}
            {(one.waiting?.late ?? 0) > 0 ? <strong>{waitedFor(one)}</strong> : waitedFor(one)}{' '}
            <Move table={table} one={one} />
          </li>
        ))}
        <Held table={table} />
        {promised.map((promise) => (
          <li>
            Promised. {promiseInWords(table, promise)}{' '}
            <a class="govuk-link rt-no-print" href={recordPath(table.record, 'promises')}>
              See what was promised
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
