import { check } from '../src/domain/checks/every.ts'
import { day } from '../src/domain/dates/plain-date.ts'
import { readFileText } from '../src/record/file.ts'
import { foldRecord } from '../src/record/state.ts'
import { type Figure, timesAs, under } from './figures.ts'
import { manyRecords } from './many-records.ts'
import { ON } from './service.ts'

const today = day(ON)

const RECORDS = 10_000

/** Many different records, each read from its text and checked once. */
function measureChecks(): readonly Figure[] {
  let [parsing, reading, found] = [0, 0, 0]
  for (const { text } of manyRecords(RECORDS)) {
    const began = performance.now()
    JSON.parse(text)
    const parsed = performance.now()
    const read = readFileText(text)
    if (read.kind === 'refused') throw new Error(JSON.stringify(read.mistakes))
    found += check(foldRecord(read.record, today)).length
    reading += performance.now() - parsed
    parsing += parsed - began
  }
  if (found === 0) throw new Error('nothing was found in ten thousand records')
  return [
    under(
      'one record of 60 entries, read and checked',
      3,
      reading / RECORDS,
      timesAs(reading, parsing, 'JSON.parse'),
    ),
  ]
}

console.log(JSON.stringify(measureChecks()))
