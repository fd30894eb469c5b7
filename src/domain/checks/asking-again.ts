import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all, nameOf } from '../../record/state.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry, dueInDays } from './clocks.ts'
import { topicsToPerson, topicsToWorker, unique } from './telling.ts'
import { isCouncils } from './whose.ts'

const isChange = (entry: Entry): boolean =>
  entry.kind === 'hospital' ||
  entry.kind === 'moved' ||
  entry.kind === 'contact' ||
  (entry.kind === 'review' && entry.changed)

type Statement = EntryOf<'statement'>

/** The statements that say again what the same person had said, with nothing between that could have changed it. */
function askedAgainWithin(state: RecordState, days: number): readonly Statement[] {
  const last = new Map<string, Statement>()
  const changes = state.entries.filter(isChange).map(dayOfEntry)
  return all(state, 'statement').filter((statement) => {
    if (statement.level === undefined) return false
    const key = `${statement.topic} ${statement.about ?? ''} ${statement['said-by']}`
    const before = last.get(key)
    last.set(key, statement)
    if (before === undefined || before.level !== statement.level || !isCouncils(state, statement.by))
      return false
    const [from, to] = [dayOfEntry(before), dayOfEntry(statement)]
    const due = dueInDays(state, from, days)
    const changed = changes.some((change) => change > from && change <= to)
    return to > from && due !== undefined && to <= due && !changed
  })
}

export const askedAgain: Check = {
  id: 'asked-again',
  level: 'look',
  cites: ['AR r3', 'G6'],
  when: 'The council asks the same person about the same thing again, though nothing has changed.',
  find: (state, standards) => {
    const again = askedAgainWithin(state, standards['asked-again-days'])
    const occasionOf = (statement: Statement) => `${dayOfEntry(statement)} ${statement['said-by']}`
    return unique(again.map(occasionOf)).flatMap((occasion): readonly Hit[] => {
      const statements = again.filter((statement) => occasionOf(statement) === occasion)
      const [first] = statements
      if (first === undefined) return []
      const topics = statements.map(({ topic }) => topic)
      const who = first['said-by']
      return [
        {
          entries: statements.map(({ id }) => id),
          worker: `On ${dated(first)} ${nameOf(state, who)} was asked again about ${topicsToWorker(topics)}, and the answer was the same; nothing had changed since it was last given.`,
          person: `On ${dated(first)} ${who === state.person.id ? 'you were' : `${nameOf(state, who)} was`} asked again about ${topicsToPerson(topics)}, though nothing had changed. Nobody should have to tell their story twice.`,
          mend: { says: 'Use what was said before, and ask only what has changed.', where: 'conversation' },
        },
      ]
    })
  },
}
