import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aContract, indicators, pounds, span } from '../domain/contracts/a-contract.ts'
import { foldContract } from '../domain/contracts/ledger.ts'
import { settle } from '../domain/contracts/settle.ts'
import { day, dayOfMoment } from '../domain/dates/plain-date.ts'
import { poundsOf } from '../domain/money/pence.ts'
import { csvRows } from './csv-rows.ts'
import { moments } from './visit-row.ts'
import { type ReadVisits, readVisits, readVisitsFile } from './visits-csv.ts'

const APRIL = span('2026-04-01', '2026-04-30')
const HEAD = 'visit,person,service,line,worker,planned_start,planned_end,start,end,state,agreed_minutes'
const contract = aContract(
  indicators({
    services: [
      { id: 'home-care', what: 'Home care', unit: 'hour' },
      { id: 'night', what: 'Waking night', unit: 'night' },
    ],
  }),
)
  .priced(24, 24)
  .referred('p-1', 'p-2')

/** A visit of 10 April planned from 8:00 to 8:30 in London; what a test does not say is as planned. */
function row(of: {
  readonly id?: string
  readonly person?: string
  readonly worker?: string
  readonly service?: string
  readonly planned?: readonly [string, string]
  readonly logged?: readonly [string, string]
  readonly state?: string
  readonly agreed?: string
}): string {
  const at = (time: string) => (time === '' ? '' : time.includes('T') ? time : `2026-04-10T${time}:00+01:00`)
  const planned = of.planned ?? ['08:00', '08:30']
  const logged = of.logged ?? (of.state === undefined ? planned : ['', ''])
  return [
    of.id ?? 'v-1',
    of.person ?? 'p-1',
    of.service ?? 'home-care',
    'support',
    of.worker ?? 'w-1',
    ...[...planned, ...logged].map(at),
    of.state ?? '',
    of.agreed ?? '',
  ].join(',')
}

const read = (rows: readonly string[], size = 40): Promise<ReadVisits> => {
  const text = [HEAD, ...rows, ''].join('\n')
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, n) =>
    text.slice(n * size, (n + 1) * size),
  )
  return readVisits(Readable.from(pieces), contract.ledger(), APRIL)
}
async function careOf(rows: readonly string[]) {
  const answer = await read(rows)
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.mistakes))
  return answer.log.care
}
async function wrong(rows: readonly string[]): Promise<readonly string[]> {
  const answer = await read(rows)
  return answer.kind === 'refused' ? answer.mistakes.map(({ path, says }) => `${path}: ${says}`) : []
}

describe('a log of visits', () => {
  test('a visit counts up to its planned time: a long one never hides a short one', async () => {
    const [care] = await careOf([
      row({ id: 'a', logged: ['08:00', '08:20'] }),
      row({ id: 'b', planned: ['12:00', '12:30'], logged: ['12:00', '12:50'] }),
    ])
    expect(care).toMatchObject({ planned: 1, visits: 2, short: 1, missed: 0, unlogged: 0 })
    expect(care?.delivered).toBeCloseTo(50 / 60, 10)
  })

  test('longer, where that was agreed on the day', async () => {
    const [care] = await careOf([row({ logged: ['08:00', '08:50'], agreed: '15' })])
    expect(care?.delivered).toBe(0.75)
  })

  test('missed, cancelled and without a log are three things', async () => {
    const care = await careOf([
      row({ id: 'a', state: 'missed' }),
      row({ id: 'b', state: 'cancelled' }),
      row({ id: 'c', state: 'no-log' }),
      row({ id: 'd', logged: ['08:00', ''] }),
      row({ id: 'e', logged: ['', ''] }),
    ])
    expect(care).toMatchObject([{ visits: 4, missed: 1, planned: 2, delivered: 0, unlogged: 1.5 }])
  })

  test('nights are counted, not their minutes', async () => {
    const care = await careOf([
      row({
        service: 'night',
        planned: ['2026-04-10T22:00:00+01:00', '2026-04-11T07:00:00+01:00'],
        logged: ['2026-04-10T22:05:00+01:00', '2026-04-11T06:50:00+01:00'],
      }),
    ])
    expect(care).toMatchObject([{ service: 'night', planned: 1, delivered: 1 }])
  })

  test('the day is the day in London, whatever the offset; other days are left to their own settlement', async () => {
    const answer = await read([
      row({ id: 'a', planned: ['2026-04-30T23:30:00Z', '2026-04-30T23:45:00Z'], logged: ['', ''] }),
      row({ id: 'b', planned: ['2026-04-30T23:30:00+01:00', '2026-04-30T23:45:00+01:00'], logged: ['', ''] }),
    ])
    expect(answer).toMatchObject({ kind: 'visits', rows: 2, outside: 1, log: { care: [{ visits: 1 }] } })
  })

  test('quoted cells, spaces, blank lines and carriage returns are read as a spreadsheet writes them', async () => {
    const text = `\uFEFF${HEAD}\r\n${row({}).replace('p-1', '" p-1 "')}\r\n\r\n`
    const answer = await readVisits(Readable.from([Buffer.from(text)]), contract.ledger(), APRIL)
    expect(answer).toMatchObject({ kind: 'visits', log: { care: [{ person: 'p-1', visits: 1 }] } })
  })

  test('it is paid like care that was entered: 50 minutes at £24 are £20, and half an hour without a log is held', async () => {
    const answer = await read([
      row({ id: 'a' }),
      row({ id: 'b', planned: ['12:00', '12:30'], logged: ['12:00', '12:20'] }),
      row({ id: 'c', planned: ['18:00', '18:30'], logged: ['', ''] }),
    ])
    if (answer.kind === 'refused') throw new Error('refused')
    const ledger = foldContract(contract.file, day('2026-05-01'), answer.log)
    if (ledger === undefined) throw new Error('never awarded')
    const settled = settle(contract.terms, ledger, APRIL)
    if (settled.kind !== 'known') throw new Error(settled.kind)
    expect(poundsOf(settled.value.payable)).toBe(20)
    expect(settled.value.held.map(({ amount }) => poundsOf(amount))).toEqual([12])
  })

  test('a period that was settled from a log cannot be worked out again without it', () => {
    const before = contract.and('settled', {
      on: day('2026-05-02'),
      ...APRIL,
      amount: pounds(20),
      parts: [{ ...APRIL, amount: pounds(20) }],
      visits: true,
    })
    const may = settle(contract.terms, before.ledger(), span('2026-05-01', '2026-05-31'))
    expect(may.kind === 'known' ? may.value.payable : may).toBe(0)
    expect(settle(contract.terms, before.ledger(), APRIL).kind).toBe('does-not-apply')
  })
})

describe('a bad row refuses the whole, and is named', () => {
  test('a visit that ends before it starts', async () => {
    expect(await wrong([row({ id: 'a' }), row({ id: 'b', logged: ['09:30', '09:00'] })])).toEqual([
      'row 3, end: it ends (2026-04-10T09:00:00+01:00) before it starts (2026-04-10T09:30:00+01:00)',
    ])
  })

  test('a worker with two people at once, in any order of rows; times that touch are fine', async () => {
    const overlap = [
      row({ id: 'a', planned: ['09:00', '09:30'] }),
      row({ id: 'b', planned: ['08:45', '09:15'], person: 'p-2' }),
    ]
    const says = ['row 3, start: w-1 was with p-1 and p-2 at once: see row 2']
    expect(await wrong(overlap)).toEqual(says)
    expect(
      await wrong([row({ id: 'a' }), row({ id: 'b', person: 'p-2', planned: ['08:30', '09:00'] })]),
    ).toEqual([])
    expect(await wrong([row({ id: 'a' }), row({ id: 'b', worker: 'w-2' })])).toEqual([])
  })

  test.each([
    [{ person: 'p-9' }, 'row 2, person: “p-9” was not referred to this contract'],
    [{ worker: '=HYPERLINK(1)' }, 'row 2, worker: “=HYPERLINK(1)” is a formula: write the name as it is'],
    [{ id: '+v-1' }, 'row 2, visit: “+v-1” is a formula: write the name as it is'],
    [{ service: 'dancing' }, 'row 2, service: no service “dancing” in the terms'],
    [
      { logged: ['2026-04-10T08:00:00', ''] as const },
      'row 2, start: must be a day and a time with its offset',
    ],
    [{ logged: ['2026-02-30T08:00:00Z', ''] as const }, 'row 2, start: must be a day and a time'],
    [{ planned: ['08:30', '08:00'] as const }, 'row 2, planned_end: it was planned to end before it starts'],
    [{ state: 'perhaps' }, 'row 2, state: must be one of made, missed, cancelled, no-log, or empty'],
    [{ state: 'missed', logged: ['08:00', '08:30'] as const }, 'row 2, state: it was missed, and has a time'],
    [{ state: 'made' }, 'row 2, state: it was made, and a time is missing'],
    [{ worker: '' }, 'row 2, worker: must not be empty where the visit was made'],
    [{ agreed: '-5' }, 'row 2, agreed_minutes: must be minutes, 0 or more'],
    [
      { planned: ['2026-03-01T08:00:00Z', '2026-03-01T09:00:00Z'] as const },
      'row 2, planned_start: the contract lasts from 2026-04-01 to 2027-03-31',
    ],
  ])('%j: %s', async (of, says) => {
    const [first, ...more] = await wrong([row(of)])
    expect(first?.startsWith(says)).toBe(true)
    expect(more).toEqual([])
  })

  test('the same visit twice is not paid twice, and care that is in the contract file neither', async () => {
    expect(await wrong([row({}), row({})])).toEqual(['row 3, visit: v-1 is there twice'])
    const entered = contract.gave('p-1', 10)
    const answer = await readVisits(Readable.from([HEAD, '\n', row({})]), entered.ledger(), APRIL)
    expect(answer).toMatchObject({
      kind: 'refused',
      mistakes: [{ says: expect.stringContaining('it would be paid twice') }],
    })
  })

  test('columns that are missing, unknown or twice; nothing at all; no CSV; no file', async () => {
    const of = async (text: string | Buffer) => {
      const answer = await readVisits(Readable.from([Buffer.from(text)]), contract.ledger(), APRIL)
      return answer.kind === 'refused' ? answer.mistakes.map(({ path, says }) => `${path}: ${says}`) : []
    }
    expect(await of(HEAD.replace('worker,', 'worker,worker,colour,').replace('line,', ''))).toEqual([
      'row 1: there is no column “line”',
      'row 1: “colour” is none of the columns',
      'row 1: “worker” is there twice',
    ])
    expect(await of('')).toEqual(['file: there is nothing in it; row 1 names the columns'])
    expect((await of(`${HEAD}\n"v-1" x,p-1\n`)).length).toBe(1)
    expect(await of(Buffer.from([0xff, 0xfe, 0xff]))).toEqual(['file: is not text in UTF-8'])
    expect(await readVisitsFile('no-such.csv', contract.ledger(), APRIL)).toEqual({
      kind: 'refused',
      mistakes: [{ path: 'file', says: 'cannot be read: there is no such file' }],
    })
  })

  test('no more than twenty faults are named at once', async () => {
    expect(
      await wrong(Array.from({ length: 50 }, (_, n) => row({ id: `v-${n}`, person: 'p-9' }))),
    ).toHaveLength(20)
  })
})

describe('rows', () => {
  test('cut anywhere, and quoted anywhere, they are the same rows', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', 'é', '€'), maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 30 }),
        async (rows, size) => {
          const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
          const bytes = Buffer.from(rows.map(([a, b]) => `${quoted(`x${a}`)},${quoted(`y${b}`)}\n`).join(''))
          const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
            bytes.subarray(n * size, (n + 1) * size),
          )
          const found: (readonly string[])[] = []
          for await (const some of csvRows(Readable.from(pieces))) found.push(...some)
          expect(found).toEqual(rows.map(([a, b]) => [`x${a}`, `y${b}`]))
        },
      ),
    )
  })

  test('a moment is read as JavaScript reads it, with its day in London', () => {
    const { minutes, day: dayAt } = moments()
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1999-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.constantFrom('Z', '+01:00', '-05:00', '+05:30'),
        (date, offset) => {
          const text = `${date.toISOString().slice(0, 19)}${offset}`
          expect((minutes(text) ?? Number.NaN) * 60_000).toBeCloseTo(Date.parse(text), 3)
          expect(dayAt(text, minutes(text) ?? Number.NaN)).toBe(dayOfMoment(text))
        },
      ),
    )
    for (const bad of [
      '',
      '2026-04',
      '2026-04-10',
      '2026-04-10T08:00',
      '2026-04-10T8:00Z',
      '2026-04-10T24:00Z',
      '2026-04-10T08:00+1',
    ])
      expect(minutes(bad)).toBeUndefined()
    expect(minutes('2026-04-10T08:00:30.250+01:00')).toBe((minutes('2026-04-10T07:00Z') ?? 0) + 0.5)
  })
})
