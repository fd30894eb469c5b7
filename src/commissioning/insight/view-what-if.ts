import type { Model } from '../../domain/allocation/model.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import {
  type Moves,
  figureTyped,
  leversOf,
  modelWith,
  noFigure,
  whyNot,
} from '../../domain/population/levers.ts'
import type { GroupGains } from '../../domain/population/gains.ts'
import { DIVISIONS, type Division } from '../../domain/population/groups.ts'
import { SMALLEST } from './view-counts.ts'

/** What somebody asks for: which levers stand elsewhere, and of which version of the model they speak. */
export type Asked = {
  readonly model: Model
  readonly moves: Moves
  /** what was typed, by lever; kept as it was typed */
  readonly typed: ReadonlyMap<string, string>
  readonly errors: readonly { readonly field: string; readonly says: string }[]
}

/**
 * Reads what was asked for. What is wrong is named lever by lever; a model that would break a promise of every model, or
 * another version than the one in force, is refused in a sentence, and then nothing is moved.
 */
export function askedFor(model: Model, on: PlainDate, textOf: (name: string) => string): Asked {
  const levers = leversOf(model, on)
  const typed = new Map(levers.map(({ key }) => [key, textOf(key).trim()] as const))
  const moves = new Map<string, number>()
  const errors: { field: string; says: string }[] = []
  const version = textOf('version').trim()
  if (version !== '' && version !== String(model.version)) {
    errors.push({
      field: 'form',
      says: `You tried this on version ${version.slice(0, 12)} of the model. Version ${model.version} is in force now, so nothing was moved. Look at the figures below, and try again.`,
    })
  }
  for (const lever of levers) {
    const text = typed.get(lever.key) ?? ''
    if (text === '') continue
    const figure = figureTyped(lever, text)
    if (figure === undefined) errors.push({ field: lever.key, says: `${lever.says}: ${noFigure(lever)}` })
    else if (figure !== lever.now) moves.set(lever.key, figure)
  }
  const wanted = modelWith(model, on, moves)
  const broken = moves.size === 0 ? undefined : whyNot(wanted, on)
  if (broken !== undefined) errors.push({ field: 'form', says: broken })
  return errors.length === 0
    ? { model: wanted, moves, typed, errors }
    : { model, moves: new Map(), typed, errors }
}

/** The address in which the same is asked for again. */
export const queryOf = (model: Model, moves: Moves): string =>
  new URLSearchParams([
    ...[...moves].map(([key, at]) => [key, String(at)]),
    ['version', String(model.version)],
  ]).toString()

/** The groups of each division, in order. */
export const byDivision = (
  groups: readonly GroupGains[],
): readonly { readonly division: Division; readonly groups: readonly GroupGains[] }[] =>
  DIVISIONS.map((division) => ({
    division,
    groups: groups.filter((group) => group.division === division),
  })).filter((own) => own.groups.length > 0)

const together = (a: GroupGains, b: GroupGains): GroupGains => ({
  division: a.division,
  group: 'under-65',
  people: a.people + b.people,
  lose: a.lose + b.lose,
  gain: a.gain + b.gain,
  before: a.before + b.before,
  after: a.after + b.after,
  belowCostBefore: a.belowCostBefore + b.belowCostBefore,
  belowCostAfter: a.belowCostAfter + b.belowCostAfter,
})

/** Few are in the figures before they are 18: with the next ages they hide nobody else, as they would alone. */
export function fewWithOthers(groups: readonly GroupGains[]): readonly GroupGains[] {
  const [young, next] = ['under-18', '18-64'].map((id) => groups.find(({ group }) => group === id))
  if (young === undefined || next === undefined || young.people >= SMALLEST) return groups
  return groups.flatMap((each) => (each === young ? [] : each === next ? [together(young, next)] : [each]))
}

/** Somebody whose sum changes, for a reader who may open their record. */
export type Touched = { readonly record: string; readonly before: number; readonly after: number }

/** Those whose sum changes most, who lose first. */
export const mostTouched = (
  records: readonly (string | null)[],
  before: Float64Array,
  after: Float64Array,
  most: number,
): readonly Touched[] =>
  records
    .flatMap((record, person): readonly Touched[] => {
      const [was, is] = [before[person] ?? Number.NaN, after[person] ?? Number.NaN]
      return record === null || Number.isNaN(is - was) || is === was
        ? []
        : [{ record, before: was, after: is }]
    })
    .toSorted((a, b) => a.after - a.before - (b.after - b.before))
    .slice(0, most)
