import { check } from '../src/domain/checks/every.ts'
import { day } from '../src/domain/dates/plain-date.ts'
import { readFileText } from '../src/record/file.ts'
import { foldRecord } from '../src/record/state.ts'
import { type Figure, inTime, timesAs, under } from './figures.ts'
import { manyRecords } from './many-records.ts'
import { ON } from './service.ts'

const today = day(ON)

const RECORDS = 10_000

/** Many different records, each read from its text and checked once. */
function measureChecks(): readonly Figure[] {
  const heapBefore = process.memoryUsage().heapUsed
  let [parsing, reading, found, largest] = [0, 0, 0, 0]
  for (const { text } of manyRecords(RECORDS)) {
    const began = performance.now()
    JSON.parse(text)
    const parsed = performance.now()
    const read = readFileText(text)
    if (read.kind === 'refused') throw new Error(JSON.stringify(read.mistakes))
    found += check(foldRecord(read.record, today)).length
    reading += performance.now() - parsed
    parsing += parsed - began
    largest = Math.max(largest, process.memoryUsage.rss())
  }
  if (found === 0) throw new Error('nothing was found in ten thousand records')
  return [
    under(
      `${RECORDS} records of 60 entries read and checked, one core`,
      20_000,
      reading,
      timesAs(reading, parsing, 'JSON.parse'),
    ),
    {
      what: 'the memory that it takes, at most',
      asked: 'flat',
      measured: `${(largest / 2 ** 20).toFixed(0)} MB`,
      beside: `${inTime(reading / RECORDS)} a record; heap before ${(heapBefore / 2 ** 20).toFixed(0)} MB`,
    },
  ]
}

console.log(JSON.stringify(measureChecks()))
