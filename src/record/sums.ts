import { type Mistake, type Raw, isRaw, listOf } from './mistakes.ts'
import { isAfter } from './references.ts'

const numberAt = (value: Raw, key: string): number | undefined => {
  const found = value[key]
  return typeof found === 'number' ? found : undefined
}

/** `weekly` is `amount` times `price` to the penny; a `once` line or option has `weekly` 0. */
function wrongWeekly(line: Raw, at: string, entry: string): readonly Mistake[] {
  const weekly = numberAt(line, 'weekly')
  if (weekly === undefined) return []
  if (line['unit'] === 'once') {
    return weekly === 0
      ? []
      : [{ entry, path: `${at}weekly`, says: `a once line has weekly 0 (is ${weekly})` }]
  }
  const [amount, price] = [numberAt(line, 'amount'), numberAt(line, 'price')]
  if (amount === undefined || price === undefined || Math.abs(amount * price - weekly) <= 0.005 + 1e-6)
    return []
  const due = Math.round(amount * price * 100) / 100
  return [{ entry, path: `${at}weekly`, says: `${weekly} is not amount ${amount} x price ${price} (${due})` }]
}

const linesOf = (plan: Raw | undefined): readonly Raw[] => listOf(plan?.['lines']).filter(isRaw)
const lineIdsOf = (plan: Raw | undefined): readonly unknown[] => linesOf(plan).map((line) => line['line'])

function wrongPlan(plan: Raw, plans: readonly Raw[]): readonly Mistake[] {
  const entry = String(plan['id'])
  const ids = lineIdsOf(plan)
  const twice = ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [{ entry, path: `lines[${index}].line`, says: `line id ${JSON.stringify(id)} used twice` }],
  )
  // A change may name a line of this version or of the one before; where that was a draft, of the last issued one too.
  const before = plans.slice(0, plans.indexOf(plan))
  const lastIssued = before.findLast((earlier) => earlier['status'] === 'issued')
  const known = new Set([plan, before.at(-1), lastIssued].flatMap(lineIdsOf))
  const strange = listOf(plan['changes']).flatMap((change, index) =>
    isRaw(change) && !known.has(change['line'])
      ? [
          {
            entry,
            path: `changes[${index}].line`,
            says: `no line ${JSON.stringify(change['line'])} in this version or the one before`,
          },
        ]
      : [],
  )
  return [...twice, ...strange]
}

/** What the keys of one entry say against each other, or against the plan that they name. */
export function wrongSums(
  entry: Raw,
  entries: ReadonlyMap<unknown, Raw>,
  plans: readonly Raw[],
): readonly Mistake[] {
  const id = String(entry['id'])
  const own = entry['kind'] === 'option' ? wrongWeekly(entry, '', id) : []
  const lines =
    entry['kind'] === 'plan'
      ? linesOf(entry).flatMap((line, index) => wrongWeekly(line, `lines[${index}].`, id))
      : []
  const plan = entry['kind'] === 'plan' ? wrongPlan(entry, plans) : []
  return [...own, ...lines, ...plan, ...wrongLine(entry, entries), ...wrongPeriod(entry)]
}

function wrongLine(entry: Raw, entries: ReadonlyMap<unknown, Raw>): readonly Mistake[] {
  const plan = entries.get(entry['plan'])
  if (plan?.['kind'] !== 'plan') return []
  const id = String(entry['id'])
  const ids = lineIdsOf(plan)
  const missing = (line: unknown) => `no line ${JSON.stringify(line)} in plan ${String(entry['plan'])}`
  const own =
    Object.hasOwn(entry, 'line') && !ids.includes(entry['line'])
      ? [{ entry: id, path: 'line', says: missing(entry['line']) }]
      : []
  const budget =
    entry['kind'] === 'personal-budget'
      ? linesOf(entry).flatMap((line, index) =>
          ids.includes(line['line'])
            ? []
            : [{ entry: id, path: `lines[${index}].line`, says: missing(line['line']) }],
        )
      : []
  return [...own, ...budget]
}

const wrongPeriod = (entry: Raw): readonly Mistake[] =>
  entry['kind'] === 'support-delivered' && isAfter(entry['from'], entry['to'])
    ? [
        {
          entry: String(entry['id']),
          path: 'from',
          says: `${String(entry['from'])} is after ${String(entry['to'])}`,
        },
      ]
    : []
