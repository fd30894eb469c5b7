import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bothWays } from '../src/domain/allocation/both-ways.ts'
import { PERSON } from '../src/domain/allocation/facts.ts'
import { check } from '../src/domain/checks/every.ts'
import { day } from '../src/domain/dates/plain-date.ts'
import { modelFrom } from '../src/exchange/published-model.ts'
import { allocationFacts } from '../src/record/allocation-facts.ts'
import { readFileText } from '../src/record/file.ts'
import { personEligibility } from '../src/record/gives.ts'
import { foldRecord } from '../src/record/state.ts'
import { type Figure, medianOf, timesAs, under } from './figures.ts'
import { SIXTY } from './explain.ts'
import { ON, ROOT } from './service.ts'

const today = day(ON)

function recordOf(text: string) {
  const read = readFileText(text)
  if (read.kind === 'record') return read.record
  throw new Error(read.mistakes.map(({ path, says }) => `${path}: ${says}`).join('\n'))
}

/** What is done with one record, again and again in one process. */
async function measureRules(): Promise<readonly Figure[]> {
  const model = await modelFrom(join(ROOT, 'allocation', 'northmoor-2026-27.yaml'))
  const text = readFileSync(SIXTY, 'utf8')
  const record = recordOf(text)
  const parse = medianOf(() => JSON.parse(text))
  const beside = (ms: number) => timesAs(ms, parse, 'JSON.parse')
  const read = medianOf(() => readFileText(text))
  const checks = medianOf(() => check(foldRecord(record, today)))
  const rules = medianOf(() => {
    const state = foldRecord(record, today)
    return [personEligibility(state), bothWays(model, allocationFacts(state), PERSON), check(state)]
  })
  return [
    under('fold and rules, 60 entries (eligibility, money both ways, every check)', 2, rules, beside(rules)),
    under('reading a record file of 60 entries, every mistake looked for', 1, read, beside(read)),
    under('every check on one record of 60 entries, the fold with it', 3, checks, beside(checks)),
  ]
}

console.log(JSON.stringify(await measureRules()))
