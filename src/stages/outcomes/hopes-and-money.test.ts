import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { indicativeBudget } from '../../domain/allocation/built-up.ts'
import type { Model } from '../../domain/allocation/model.ts'
import { type PointsModel, pointsOpinion } from '../../domain/allocation/points.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { LEVELS } from '../../domain/outcomes/ladder.ts'
import { TALK_ANSWERS } from '../../domain/outcomes/talk.ts'
import { ADULT_OUTCOMES } from '../../domain/outcomes/topics.ts'
import { modelFrom, pointsFrom } from '../../exchange/published-model.ts'
import { allocationFacts } from '../../record/allocation-facts.ts'
import type { Decision } from '../../record/allowed.ts'
import { type RecordState, foldRecord } from '../../record/state.ts'
import { sayHope, sayPossible, tellTalk } from './decide-hope.ts'

// A low hope never lowers a budget: nor does a high one, a view of what is possible, a talk about it, or what is tried.

const root = join(import.meta.dirname, '..', '..', '..', 'allocation')
const published: { model?: Model; points?: PointsModel } = {}
beforeAll(async () => {
  published.model = await modelFrom(join(root, 'northmoor-2026-27.yaml'))
  published.points = await pointsFrom(join(root, 'northmoor-points-2026-27.yaml'))
})

const record = aRecord().assessed().withCarer().record()
const ON = day('2026-06-01')
const before = foldRecord(record, ON)

const sums = (state: RecordState) => {
  const { model, points } = published
  if (model === undefined || points === undefined) throw new Error('the models were not read')
  const facts = allocationFacts(state)
  const built = indicativeBudget(model, facts)
  const second = pointsOpinion(points, facts)
  return {
    built: built.kind === 'known' ? built.value : built.kind,
    points: second.kind === 'known' ? second.value : second.kind,
  }
}

const level = fc.constantFrom(...LEVELS)
const topic = fc.constantFrom(...ADULT_OUTCOMES)

/** Anything that the pages of hopes can add to a record. */
const said = fc.oneof(
  fc.record({ kind: fc.constant('hope' as const), topic, hoped: level, by: fc.constantFrom('p', 'sw') }),
  fc.record({ kind: fc.constant('possible' as const), topic, possible: level }),
  fc.record({
    kind: fc.constant('talk' as const),
    topic,
    answer: fc.constantFrom(...TALK_ANSWERS),
    weeks: fc.integer({ min: 4, max: 8 }),
    agreed: level,
  }),
)
type Said = typeof said extends fc.Arbitrary<infer T> ? T : never

function decided(each: Said, state: RecordState, place: number): Decision {
  const stamp = (kind: string, by = 'sw') => ({ id: `${kind}-new-${place}`, on: ON, by })
  switch (each.kind) {
    case 'hope':
      return sayHope(
        {
          stamp: stamp('statement', each.by),
          topic: each.topic,
          saidBy: 'p',
          text: 'So.',
          hoped: each.hoped,
          less: true,
        },
        state,
      )
    case 'possible':
      return sayPossible(
        { stamp: stamp('statement'), topic: each.topic, ground: 'So.', possible: each.possible },
        state,
      )
    case 'talk':
      return tellTalk(
        { ...each, stamp: stamp('note'), goalStamp: stamp('goal'), says: 'So.', what: 'That.' },
        state,
      )
  }
}

test('there is a sum to move', () => {
  expect(sums(before).built).toHaveProperty('weekly')
  expect(sums(before).points).not.toBe('needs')
})

test('whatever is hoped for, thought possible, talked about or tried, no sum moves by a penny', () => {
  const start = sums(before)
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 8 }), (all) => {
      let entries = record.entries
      let kept = 0
      for (const [place, each] of all.entries()) {
        const decision = decided(each, foldRecord({ ...record, entries }, ON), place)
        if (decision.kind === 'refused') continue
        entries = [...entries, ...decision.entries]
        kept += 1
      }
      fc.pre(kept > 0)
      expect(sums(foldRecord({ ...record, entries }, ON))).toEqual(start)
    }),
  )
})
