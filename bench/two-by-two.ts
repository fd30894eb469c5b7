import { join } from 'node:path'
import { countsOf, foursOf, groupsAmong } from '../src/commissioning/insight/view-two-by-two.ts'
import { LEVELS } from '../src/domain/outcomes/ladder.ts'
import { countPlaces, placeOf } from '../src/domain/outcomes/two-by-two.ts'
import { demoRecords } from '../src/exchange/demo-council.ts'
import { linearSolver } from '../src/exchange/linear-solver.ts'
import type { Entry, RecordFile } from '../src/record/entries.ts'
import { type KeptFigures, keptFigures } from '../src/record/log-figures.ts'
import { outcomeFacts } from '../src/record/outcome-facts.ts'
import { foldWhole } from '../src/record/standing.ts'
import { chance, pick } from './chance.ts'
import { type Figure, inTime, under } from './figures.ts'
import { ROOT } from './service.ts'

// Choice and independence over 20,000 people from what is kept of each, with small numbers hidden, for the council and every
// team and provider in it; and the same made by folding every record that the rows were made from.

const PEOPLE = 20_000
/** So many records are unlike each other; the rows of each stand ten times, in ten teams. */
const UNLIKE = 2_000
const TEAMS = PEOPLE / UNLIKE

/** A demonstration record up to some day, with other steps of the ladder in what was seen. */
function another(record: RecordFile, next: () => number): RecordFile {
  const last = Math.max(1, Math.ceil(record.entries.length * (0.5 + next() / 2)))
  const entries = record.entries.slice(0, last).map((entry): Entry => {
    if (entry.kind === 'progress') return { ...entry, level: pick(LEVELS, next) }
    if (entry.kind === 'statement' && entry.level !== undefined && next() < 0.3) {
      return { ...entry, level: pick(LEVELS, next) }
    }
    return entry
  })
  return { ...record, entries }
}

async function measureTwoByTwo(): Promise<readonly Figure[]> {
  const next = chance(20_261_121)
  const demo = [...(await demoRecords(join(ROOT, 'demo'))).values()]
  const records = Array.from({ length: UNLIKE }, () => another(pick(demo, next), next))
  const kept = records.map((record) => JSON.stringify(keptFigures(foldWhole(record))))
  const rows = Array.from({ length: PEOPLE }, (_, at) => ({
    record: String(at),
    team: `team ${at % TEAMS}`,
    figures: kept[Math.floor(at / TEAMS)] ?? '{}',
  }))

  // The service holds the rows until one of them changes; then it reads them all once more.
  const reading = performance.now()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by keptFigures a few lines above
  const people = rows.map((row) => ({ ...row, figures: JSON.parse(row.figures) as KeptFigures }))
  const readingTook = performance.now() - reading

  const open = await linearSolver()
  const began = performance.now()
  const council = countsOf(people, { kind: 'all' })
  const groups = groupsAmong(people)
  const fourOf = foursOf(people, open)
  const shown = [{ kind: 'all' } as const, ...groups].map(fourOf)
  const took = performance.now() - began

  const folding = performance.now()
  const folded = records.map((record) => placeOf(outcomeFacts(foldWhole(record))))
  const foldingTook = performance.now() - folding
  const same = countPlaces(folded.flatMap((place) => Array.from({ length: TEAMS }, () => place)))
  const isSame = JSON.stringify(same) === JSON.stringify(council)
  return [
    under(
      `two-by-two of ${PEOPLE} people with small numbers hidden, for the council and ${groups.length} teams and providers`,
      1_000,
      took,
      `${shown.length} tables; ${inTime(readingTook)} to read the rows when one has changed; ${inTime(foldingTook * TEAMS)} by folding every record`,
    ),
    {
      what: `the same counts by folding, ${UNLIKE} records unlike each other`,
      asked: 'equal',
      measured: isSame ? 'equal' : 'not equal',
      beside: `${council.people - council.unknown} of ${council.people} can be told`,
      holds: isSame,
    },
  ]
}

console.log(JSON.stringify(await measureTwoByTwo()))
