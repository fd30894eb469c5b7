import { all, nameOf } from '../../record/state.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry, hasWords, lateInWords, lateness } from './clocks.ts'
import { assessments, isCarers } from './whose.ts'

export const continuityBroken: Check = {
  id: 'continuity-broken',
  level: 'must',
  cites: ['CA s37', 'CA s38'],
  when: 'Someone moves in with a plan, and on the day they come there is neither an assessment nor the old support.',
  find: (state) =>
    all(state, 'moved').flatMap((moved): readonly Hit[] => {
      if (moved.direction !== 'in' || !moved['plan-in-place']) return []
      const arrival = dayOfEntry(moved)
      const carriedOn = [...all(state, 'support-started'), ...all(state, 'direct-payment')].map(dayOfEntry)
      const assessed = assessments(state).flatMap(({ opened, closed, to }) =>
        !isCarers(opened) && closed?.outcome === 'completed' && to !== undefined ? [to] : [],
      )
      const [done] = [...carriedOn, ...assessed].toSorted()
      const late = lateness(state, arrival, done)
      if (late === undefined) return []
      const from = hasWords(moved.other) ? ` from ${moved.other}` : ''
      return [
        {
          entries: [moved.id],
          worker: `${nameOf(state, state.person.id)} moved in on ${dated(moved)}${from} with a plan in place. By that day there was to be an assessment, or the old plan carried on; ${lateInWords(late, 'the first of them came', 'neither has come')}.`,
          person: `You moved here on ${dated(moved)} with a plan. Your support has to go on from that day until you are assessed; ${lateInWords(late, 'it went on', 'it has not gone on')}.`,
          mend: {
            says: 'Carry on the old plan, line by line, until the assessment is done; make good what was missed.',
            where: 'support',
          },
        },
      ]
    }),
}
