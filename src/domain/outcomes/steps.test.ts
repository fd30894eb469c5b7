import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../dates/plain-date.ts'
import { readStep, readStepDone, readTakenBack, stepDoneText, stepText, takenBackText } from './steps.ts'

test('a step is written in words that everybody reads', () => {
  expect(stepText({ what: 'Ring the lifeguard\nbefore nine', who: 'kumaran', by: day('2026-12-01') })).toBe(
    'A step (by kumaran): Ring the lifeguard before nine\nBy 1 December 2026 (2026-12-01).',
  )
  expect(stepDoneText({ step: 'note-4', says: 'By me.' })).toBe('A step is done (note-4). By me.')
})

test('what is taken back says so in words that everybody reads', () => {
  expect(takenBackText({ kind: 'step', what: 'Ring the\nlifeguard' })).toBe(
    'A step is taken out: Ring the lifeguard',
  )
  expect(takenBackText({ kind: 'done', step: 'note-4' })).toBe('A step is not done after all (note-4).')
})

const words = fc
  .string()
  .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '')
const id = fc.string({ minLength: 1 })

test('and read back, whatever was typed and whatever the id is', () => {
  fc.assert(
    fc.property(words, id, fc.option(fc.nat({ max: 9_000 }), { nil: undefined }), (what, who, days) => {
      const step = { what, who, ...(days === undefined ? {} : { by: addDays(day('2020-01-01'), days) }) }
      expect(readStep(stepText(step))).toEqual(step)
      expect(readStepDone(stepDoneText({ step: who, says: what }))).toEqual({ step: who, says: what })
      expect(readStepDone(stepText(step))).toBeUndefined()
      expect(readStep(stepDoneText({ step: who, says: what }))).toBeUndefined()
      const out = { kind: 'step', what } as const
      const notDone = { kind: 'done', step: who } as const
      expect(readTakenBack(takenBackText(out))).toEqual(out)
      expect(readTakenBack(takenBackText(notDone))).toEqual(notDone)
      for (const text of [takenBackText(out), takenBackText(notDone)]) {
        expect(readStep(text)).toBeUndefined()
        expect(readStepDone(text)).toBeUndefined()
      }
      expect(readTakenBack(stepText(step))).toBeUndefined()
    }),
  )
})

test.each(['Still right.', 'A step (by %): x', 'A step (by ): x', 'A step is done'])(
  '%s is no step',
  (text) => {
    expect(readStep(text)).toBeUndefined()
    expect(readStepDone(text)).toBeUndefined()
  },
)
