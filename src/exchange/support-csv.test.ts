import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COLUMNS, readSupportCsv } from './support-csv.ts'

const HEAD = 'line,from,to,planned,delivered,missed,late,short,workers,invoiced'
const GOOD = 'L1,2026-11-02,2026-11-08,7,5.5,2,1,0,3,7'

const says = (text: string) => {
  const read = readSupportCsv(text)
  return read.kind === 'refused' ? read.says : []
}
const rows = (text: string) => {
  const read = readSupportCsv(text)
  return read.kind === 'rows' ? read.rows : read.says
}

describe('rows as a spreadsheet saves them', () => {
  test('every column', () => {
    expect(rows(`${HEAD}\n${GOOD}\n`)).toEqual([
      {
        row: 2,
        line: 'L1',
        from: '2026-11-02',
        to: '2026-11-08',
        planned: 7,
        delivered: 5.5,
        missed: 2,
        late: 1,
        short: 0,
        workers: 3,
        invoiced: 7,
      },
    ])
  })

  const short = [{ row: 2, line: 'L1', from: '2026-11-02', to: '2026-11-08', planned: 7, delivered: 7 }]
  test.each<[string, string]>([
    ['the needed columns alone', 'line,from,to,planned,delivered\nL1,2026-11-02,2026-11-08,7,7'],
    ['in another order, with capitals', 'Delivered,Planned,To,From,LINE\n7,7,2026-11-08,2026-11-02,L1'],
    ['copied, with tabs', 'line\tfrom\tto\tplanned\tdelivered\nL1\t2/11/2026\t8/11/2026\t7\t7'],
    ['with semicolons', 'line;from;to;planned;delivered\nL1;02/11/2026;08/11/2026;7;7'],
    [
      'with a mark of its encoding and other line ends',
      '\ufeffline,from,to,planned,delivered\r\nL1,2026-11-02,2026-11-08,7,7\r\n',
    ],
    ['quoted', '"line","from","to","planned","delivered"\n"L1","2026-11-02","2026-11-08","7","7"'],
    ['with empty cells after it', 'line,from,to,planned,delivered,,\nL1,2026-11-02,2026-11-08,7,7,,'],
    ['with optional cells left empty', `${HEAD}\nL1,2026-11-02,2026-11-08,7,7,,,,,`],
  ])('%s', (_name, text) => expect(rows(text)).toEqual(short))

  test('empty rows count, so that a row has the number that the spreadsheet shows', () => {
    expect(says(`${HEAD}\n\n${GOOD}\n\nL1,2026-11-09,2026-11-15,x,5\n`)).toEqual([
      'Row 5, column “planned”: “x” is not a number with at most two decimals.',
    ])
  })
})

describe('is refused, with row and column', () => {
  const row = (cells: string) => `${HEAD}\n${GOOD}\n${cells}`
  test.each<[string, string, readonly string[]]>([
    ['nothing', '', ['There is nothing in it. Row 1 names the columns.']],
    [
      'a column that nobody knows',
      `${HEAD},name\n`,
      [
        'Row 1: there is no column “name”. The columns are line, from, to, planned, delivered, invoiced, missed, late, short, workers.',
      ],
    ],
    ['a column twice', `${HEAD},line\n`, ['Row 1: the column “line” is there twice.']],
    [
      'a column missing',
      'line,from,to,planned\nL1,2026-11-02,2026-11-08,7',
      ['Row 1: the column “delivered” is missing.'],
    ],
    [
      'a formula',
      row('L1,2026-11-09,2026-11-15,7,=SUM(A1:A9)'),
      ['Row 3, column “delivered”: “=SUM(A1:A9)” is a formula or has a sign. Write a number, 0 or more.'],
    ],
    [
      'a plus',
      row('L1,2026-11-09,2026-11-15,+7,7'),
      ['Row 3, column “planned”: “+7” is a formula or has a sign. Write a number, 0 or more.'],
    ],
    [
      'less than nothing',
      row('L1,2026-11-09,2026-11-15,7,-1'),
      ['Row 3, column “delivered”: “-1” is a formula or has a sign. Write a number, 0 or more.'],
    ],
    [
      'an at sign',
      row('@L1,2026-11-09,2026-11-15,7,@cmd'),
      [
        'Row 3, column “line”: “@L1” is a formula. Write the line as it stands in the plan.',
        'Row 3, column “delivered”: “@cmd” is a formula or has a sign. Write a number, 0 or more.',
      ],
    ],
    [
      'half a visit',
      row('L1,2026-11-09,2026-11-15,7,7,1.5'),
      ['Row 3, column “missed”: “1.5” is not a whole number.'],
    ],
    [
      'a number beyond measure',
      row('L1,2026-11-09,2026-11-15,7,1e308'),
      ['Row 3, column “delivered”: “1e308” is not a number with at most two decimals.'],
    ],
    [
      'no such day',
      row('L1,31/02/2026,2026-02-30,7,7'),
      [
        'Row 3, column “from”: “31/02/2026” is no day. Write it as 2/11/2026.',
        'Row 3, column “to”: “2026-02-30” is no day. Write it as 2/11/2026.',
      ],
    ],
    [
      'nothing where something is due',
      row(',,,,,1'),
      [
        'Row 3, column “line”: write which line of the plan it is.',
        'Row 3, column “from”: write a day, such as 2/11/2026.',
        'Row 3, column “to”: write a day, such as 2/11/2026.',
        'Row 3, column “planned”: write a number, or 0.',
        'Row 3, column “delivered”: write a number, or 0.',
      ],
    ],
    [
      'something beside the last column',
      row(`${GOOD},extra`),
      ['Row 3: there is something beside the last column.'],
    ],
    [
      'a quotation mark that is never closed',
      `${HEAD}\n"L1,2026-11-02\n`,
      ['A quotation mark (") is opened and never closed, so the rows cannot be told apart.'],
    ],
    [
      'a quotation mark in the middle of a cell',
      row('L1 "mornings",2026-11-09,2026-11-15,7,7'),
      ['Row 3: a quotation mark (") stands in the middle of a cell. Take it out.'],
    ],
    ['a row without end', `${HEAD}\n${'x'.repeat(20_000)}`, ['Row 2: it is longer than 10000 characters.']],
  ])('%s', (_name, text, expected) => expect(says(text)).toEqual(expected))
})

test('of 100,000 rows one is bad: its row and column are named, and nothing is given', () => {
  const body = Array.from({ length: 100_000 }, (_, index) =>
    index === 61_802 ? 'L1,2026-11-02,2026-11-08,7,seven' : 'L1,2026-11-02,2026-11-08,7,7',
  )
  expect(says(['line,from,to,planned,delivered', ...body].join('\n'))).toEqual([
    // The first row under the names is row 2.
    'Row 61804, column “delivered”: “seven” is not a number with at most two decimals.',
  ])
  body[61_802] = 'L1,2026-11-02,2026-11-08,7,7'
  expect(rows(['line,from,to,planned,delivered', ...body].join('\n'))).toHaveLength(100_000)
})

test('whatever is sent is read or refused, and never thrown', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom(...COLUMNS, '"', '""', '=1+1', '\n', '\r', '\t', ';', '2026-11-02', '7', '\u0000'),
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 8 }),
      fc.boolean(),
      (cells, withHead) => {
        const text = [...(withHead ? [HEAD] : []), ...cells.map((row) => row.join(','))].join('\n')
        const read = readSupportCsv(text)
        if (read.kind === 'refused') expect(read.says.length).toBeGreaterThan(0)
        else
          for (const { planned, delivered } of read.rows)
            expect([planned, delivered].every((amount) => amount >= 0 && amount < 1e6)).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
