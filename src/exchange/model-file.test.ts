import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseModel } from '../domain/allocation/model.ts'
import { parsePointsModel } from '../domain/allocation/points.ts'
import { pence } from '../domain/money/pence.ts'
import { draftFile } from './model-file.ts'
import { fromYaml, modelFrom, pointsFrom } from './published-model.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'allocation')
const model = await modelFrom(join(FOLDER, 'northmoor-2026-27.yaml'))
const points = await pointsFrom(join(FOLDER, 'northmoor-points-2026-27.yaml'))

describe('a model as a file', () => {
  test('is read again as the same model, to the penny', () => {
    expect(parseModel(fromYaml(draftFile({ kind: 'built-up', model })))).toEqual({ kind: 'model', model })
    const other = {
      ...model,
      prices: model.prices.map((row, place) => (place === 0 ? { ...row, price: pence<'hour'>(3021) } : row)),
    }
    expect(parseModel(fromYaml(draftFile({ kind: 'built-up', model: other })))).toEqual({
      kind: 'model',
      model: other,
    })
  })

  test('so is a model of points, with a curve and with past cases', () => {
    for (const money of [
      points.money,
      {
        by: 'percentile' as const,
        'people-points': [3, 20],
        'people-weekly': [pence<'week'>(10_001), pence<'week'>(20_050)],
        'contingency-percent': 2.5,
      },
    ]) {
      const other = { ...points, money }
      expect(parsePointsModel(fromYaml(draftFile({ kind: 'points', model: other })))).toEqual({
        kind: 'model',
        model: other,
      })
    }
  })

  test('says first that nobody has decided on it, and shows money as people write it', () => {
    const text = draftFile({ kind: 'built-up', model })
    expect(text).toMatch(/^# A draft:/)
    expect(text).toContain('price: 27.6\n')
  })
})
