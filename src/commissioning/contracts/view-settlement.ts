import type { Step } from '../../domain/answer.ts'
import { type Ledger, entryOf } from '../../domain/contracts/ledger.ts'
import type { Line, NotPaid, Settlement } from '../../domain/contracts/settlement.ts'
import type { Span } from '../../domain/contracts/span.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { Pence } from '../../domain/money/pence.ts'
import { type Evidence, type HowSaid, type NameOf, evidenceOf, named, whoSaid } from './view-evidence.ts'

export type OpenedStep = {
  readonly says: string
  readonly cites: Step['cites']
  readonly evidence: readonly Evidence[]
}

export type ShownLine = {
  readonly name: string
  readonly says: string
  readonly amount: Pence<'once'>
  readonly steps: readonly OpenedStep[]
}

/** How people are named, and how their word came in. */
export type Telling = { readonly nameOf: NameOf; readonly said?: HowSaid | undefined }

/** Every line of what is paid, in a few words, and opened down to what it rests on. */
export const linesShown = (
  ledger: Ledger,
  { lines, period }: Pick<Settlement, 'lines' | 'period'>,
  telling: Telling,
): readonly ShownLine[] =>
  lines.map((line) => ({
    name: nameOfLine(ledger, line, telling.nameOf),
    says: shortReason(ledger, line, telling),
    amount: line.amount,
    steps: [
      ...line.because.map((step) => openedStep(ledger, step, telling)),
      ...visitsBehind(ledger, line, { period, nameOf: telling.nameOf }),
    ],
  }))

/** Care that was read from a log of visits stands in no entry: each person’s visits, in as many lines as there are people. */
function visitsBehind(
  ledger: Ledger,
  line: Line,
  { period, nameOf }: { readonly period: Span; readonly nameOf: NameOf },
): readonly OpenedStep[] {
  if (line.kind !== 'care' && line.kind !== 'floor' && line.kind !== 'risk-share') return []
  const logged = (ledger.log?.care ?? []).filter(({ from, to }) => from >= period.from && to <= period.to)
  if (logged.length === 0) return []
  return [
    {
      says: 'From the log of visits:',
      cites: undefined,
      evidence: logged.map((care) => ({
        entry: `${care.person} ${care.line}`,
        says: `${nameOf(care.person)}, ${care.line}: ${round(care.delivered)} of ${round(care.planned)} planned, in ${care.visits} visits; ${care.missed} missed.`,
        visits: { person: care.person, from: care.from, to: care.to },
      })),
    },
  ]
}

const round = (value: number): number => Math.round(value * 100) / 100

/** `r-01, r-01-1: To wash my own top half` is “To wash my own top half”; the person goes with the reason. */
function nameOfLine(ledger: Ledger, line: Line, nameOf: NameOf): string {
  const goal = goalOf(ledger, line)
  if (goal !== undefined) return `“${goal.goal}”`
  if (line.kind === 'upfront') return 'Paid whatever comes of it'
  return named(line.what, ledger, nameOf)
}

function goalOf(ledger: Ledger, line: Pick<Line, 'kind' | 'because'>) {
  if (line.kind !== 'outcome') return undefined
  return line.because
    .flatMap(({ entries }) => entries ?? [])
    .map((id) => entryOf(ledger, 'outcome-agreed', id))
    .find((found) => found !== undefined)
}

/** Who said so, and when: the shortest reason that is whole. */
function shortReason(ledger: Ledger, line: Line, { nameOf, said }: Telling): string {
  const ids = line.because.flatMap(({ entries }) => entries ?? [])
  const goal = goalOf(ledger, line)
  if (goal !== undefined) {
    const who = nameOf(goal.person)
    const confirmed = ids.map((id) => entryOf(ledger, 'confirmed', id)).find((found) => found !== undefined)
    if (confirmed !== undefined)
      return `${who}. Confirmed by ${whoSaid(ledger, confirmed.by, goal.person)}, ${dateInWords(confirmed.on)}.${said?.(confirmed.id) ?? ''}`
    const excluded = ids.map((id) => entryOf(ledger, 'excluded', id)).find((found) => found !== undefined)
    if (excluded !== undefined) return `${who}. Excluded: ${excluded.why}`
    return who
  }
  if (line.kind === 'upfront') {
    const agreed = ids.map((id) => entryOf(ledger, 'outcome-agreed', id)).find((found) => found !== undefined)
    const whose = agreed === undefined ? '' : `${nameOf(agreed.person)}. `
    return `${whose}${named(line.because.at(-1)?.says ?? '', ledger, nameOf)}`
  }
  return named(line.because[0]?.says ?? '', ledger, nameOf)
}

const openedStep = (ledger: Ledger, step: Step, { nameOf, said }: Telling): OpenedStep => ({
  says: named(step.says, ledger, nameOf),
  cites: step.cites,
  evidence: (step.entries ?? []).flatMap((id) => {
    const entry = ledger.byId.get(id)
    return entry === undefined ? [] : [evidenceOf(ledger, entry, nameOf, said)]
  }),
})

/** What is not paid now: why, whose move it is, and since when. */
export type ShownNotPaid = {
  readonly name: string
  readonly says: string
  readonly amount: Pence<'once'>
  readonly waitsFor?: string
  readonly evidence: readonly Evidence[]
  /** the challenge or contest that it waits for, to be answered */
  readonly matter?: string
}

export const notPaidShown = (
  ledger: Ledger,
  items: readonly NotPaid[],
  { nameOf, said }: Telling,
): readonly ShownNotPaid[] =>
  items.map((item) => {
    const goal = item.entries
      .map((id) => entryOf(ledger, 'outcome-agreed', id))
      .find((found) => found !== undefined)
    const matter = item.entries.find((id) => {
      const kind = ledger.byId.get(id)?.kind
      return kind === 'challenged' || kind === 'contested'
    })
    return {
      name: goal === undefined ? named(item.what, ledger, nameOf) : `“${goal.goal}”`,
      says: `${goal === undefined ? '' : `${nameOf(goal.person)}. `}${named(item.why, ledger, nameOf)}`,
      amount: item.amount,
      ...(item.owner === undefined ? {} : { waitsFor: ledger.parties.get(item.owner)?.name ?? item.owner }),
      evidence: item.entries.flatMap((id) => {
        const entry = ledger.byId.get(id)
        return entry === undefined || entry === goal ? [] : [evidenceOf(ledger, entry, nameOf, said)]
      }),
      ...(matter === undefined ? {} : { matter }),
    }
  })
