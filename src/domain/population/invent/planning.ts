import type { Cast } from './at-the-table.ts'
import type { Assessed } from './conversation.ts'
import type { Decided } from './decision.ts'
import { type Pending, gamed, gapOf } from './gaming.ts'
import { type Planned, issue } from './issuing.ts'
import { type Asked, type PlanLine, breakLine, costed, lessened, linesFor, reablementLine } from './lines.ts'
import { type Prices, assessMeans, showIndicative, takenTwice, workedOut } from './money.ts'
import { answerIdeas, offer } from './offering.ts'
import type { Sheet } from './sheet.ts'
import { WORKED_ON_DRAFT } from './words-life.ts'

export type Planning = {
  readonly assessed: Assessed
  readonly decided: Decided
  readonly prices: Prices
  readonly reablement: boolean
  readonly before: Planned | undefined
  /** whether less help is needed than the plan before gives: otherwise no line may fall */
  readonly less: boolean
  /** why lines are other than before, where there is a plan before */
  readonly because: string
}

/** From the decision to an issued plan with its budget, signed off, copied and answered. Undefined where today comes first. */
export function plan(sheet: Sheet, cast: Cast, planning: Planning): Planned | undefined {
  const { chance, wait } = sheet
  const { assessed, decided, prices, before } = planning
  if (!wait(chance.between(1, 6))) return undefined
  const means = before?.means ?? (planning.reablement ? 0 : assessMeans(sheet, cast))
  const budget = workedOut(sheet, prices)
  const twice = budget === undefined ? new Map<string, number>() : takenTwice(sheet, budget)
  const planted = [...showOrHide(sheet, cast, budget, twice)]
  const asked: Asked = { sheet, cast, prices, needs: decided.needs, goals: assessed.goals, budget, twice }
  if (!wait(chance.between(0, 5))) return undefined
  const met = planning.reablement ? [reablementLine(asked)] : linesFor(asked)
  const carers = assessed.carers === undefined ? [] : [breakLine(asked, assessed.carers.need)]
  const kept = before?.lines.filter(({ line }) => line === 'carer-break') ?? []
  const lines =
    before === undefined
      ? gamed(sheet, [...met, ...carers], planted)
      : [...goneOn(lessened(met, gapOf(sheet)), before, planning.less), ...kept]
  offer(sheet, cast, decided.needs, lines)
  if (!wait(chance.between(1, 7))) return undefined
  answerIdeas(sheet, cast)
  const drafted = before === undefined && !planning.reablement && draft(sheet, cast, lines)
  if (drafted && !wait(chance.between(1, 4))) return undefined
  const version = (before?.version ?? 0) + (drafted ? 2 : 1)
  const changes = changesOf(lines, before, planning.because)
  const issued = issue(sheet, cast, { version, lines, means, changes })
  for (const one of planted) sheet.plant({ ...one, entries: [issued.id] })
  return issued
}

/** Plans that are shown as a draft first; no figure is known. */
const DRAFTED = 0.3

/** A draft, and what the person says to it: nearly. @returns whether there was one */
function draft(sheet: Sheet, cast: Cast, lines: readonly PlanLine[]): boolean {
  const { chance, add } = sheet
  if (!chance.happens(DRAFTED)) return false
  const drafted = add('plan', cast.worker, {
    version: 1,
    status: 'draft',
    lines: [...lines],
    involved: [cast.person, cast.worker, ...(cast.helper === undefined ? [] : [cast.helper.id])],
  })
  if (!sheet.wait(chance.between(0, 2))) return true
  add('response', cast.person, { to: drafted, extent: 'partly', says: chance.pick(WORKED_ON_DRAFT) })
  return true
}

/** Shows the sum, or does not where that is planted. */
function showOrHide(
  sheet: Sheet,
  cast: Cast,
  budget: ReturnType<typeof workedOut>,
  twice: ReadonlyMap<string, number>,
): readonly Pending[] {
  if (budget === undefined) return []
  const off = [...twice.values()].reduce((total, each) => total + each, 0)
  const counted: readonly Pending[] = off > 0 ? [{ fault: 'carer-counted-twice', pence: off }] : []
  if (sheet.plants('hidden-budget')) return [...counted, { fault: 'hidden-budget' }]
  showIndicative(sheet, cast, budget, twice)
  return counted
}

/** A line goes on as it was, with more of it or, where less is needed, with less. What is planted in it stays planted. */
function goneOn(lines: readonly PlanLine[], before: Planned, less: boolean): readonly PlanLine[] {
  return lines.map((line) => {
    const was = before.lines.find((other) => other.line === line.line)
    if (was === undefined || was.unit !== line.unit) return line
    if (line.unit !== 'hour') return costed({ ...line, amount: was.amount, price: was.price })
    if (was.form !== line.form) return goesOn(was, line, less)
    const amount = less ? Math.min(was.amount, line.amount) : Math.max(was.amount, line.amount)
    return costed({ ...line, amount, price: was.way === 'direct-payment' ? was.price : line.price })
  })
}

/** Where the model would now name somebody else, whoever comes goes on coming. */
const goesOn = (was: PlanLine, is: PlanLine, less: boolean): PlanLine =>
  costed({
    ...was,
    needs: is.needs,
    amount: less ? Math.min(was.amount, is.amount) : Math.max(was.amount, is.amount),
  })

const changesOf = (lines: readonly PlanLine[], before: Planned | undefined, why: string) =>
  before === undefined
    ? []
    : [...lines, ...before.lines]
        .filter(({ line }) => {
          const was = before.lines.find((other) => other.line === line)
          const is = lines.find((other) => other.line === line)
          return was?.weekly !== is?.weekly || was?.amount !== is?.amount
        })
        .map(({ line }) => line)
        .filter((line, place, all) => all.indexOf(line) === place)
        .map((line) => ({ line, why }))
