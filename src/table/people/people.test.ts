import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { handOver } from './decide.ts'
import { daysWithNobody, stays } from './view.ts'

const event = (id: string, worker: string, what: 'allocated' | 'left', on: string) =>
  ({ id, worker, event: what, on }) as const

/** Two workers with three weeks between them; the days are ours, so that the sums can be done by hand. */
const history = aRecord()
  .without('worker')
  .with('worker', event('w1', 'sw', 'allocated', '2026-01-05'))
  .with('worker', event('w2', 'sw', 'left', '2026-03-02'))
  .with('worker', event('w3', 'ot', 'allocated', '2026-03-23'))

test('who worked with the person, in order, and until when', () => {
  expect(stays(history.state('2026-04-01'))).toEqual([
    { worker: 'sw', from: '2026-01-05', until: '2026-03-02' },
    { worker: 'ot', from: '2026-03-23', until: undefined },
  ])
})

test('days with nobody: from 2 to 23 March, and after the last has left until today', () => {
  expect(daysWithNobody(history.state('2026-04-01'))).toBe(21)
  const gone = history.with('worker', event('w4', 'ot', 'left', '2026-04-01'))
  expect(daysWithNobody(gone.state('2026-04-11'))).toBe(31)
  expect(daysWithNobody(aRecord().without('worker').state())).toBe(0)
})

describe('handing over', () => {
  const stamp = { id: 'worker-x', on: day('2026-04-02'), by: 'mgr' }
  const note = { id: 'note-x', on: day('2026-04-02'), by: 'mgr' }
  const to = { stamp, note, to: 'sw', toName: 'Noor Haddad', says: 'She likes mornings.' }

  test('ends one and begins the next on the same day', () => {
    expect(handOver(to, history.state('2026-04-02'))).toMatchObject({
      kind: 'done',
      entries: [
        { id: 'left-worker-x', kind: 'worker', worker: 'ot', event: 'left' },
        { id: 'worker-x', kind: 'worker', worker: 'sw', event: 'allocated' },
        { id: 'note-x', kind: 'note', text: 'She likes mornings.' },
      ],
    })
  })

  test('names the first where there is nobody, and then nothing has to be said', () => {
    expect(handOver({ ...to, says: '' }, aRecord().without('worker').state())).toMatchObject({
      kind: 'done',
      entries: [{ kind: 'worker', worker: 'sw', event: 'allocated' }],
    })
  })

  test('is refused in silence, and to the one who is there already', () => {
    expect(handOver({ ...to, says: ' ' }, history.state('2026-04-02')).kind).toBe('refused')
    expect(handOver({ ...to, to: 'ot' }, history.state('2026-04-02')).kind).toBe('refused')
  })
})
