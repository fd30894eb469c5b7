import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bothWays } from '../src/domain/allocation/both-ways.ts'
import { PERSON } from '../src/domain/allocation/facts.ts'
import { check } from '../src/domain/checks/every.ts'
import { day } from '../src/domain/dates/plain-date.ts'
import { modelFrom } from '../src/exchange/published-model.ts'
import { allocationFacts } from '../src/record/allocation-facts.ts'
import { decodeEntry, readFileText } from '../src/record/file.ts'
import { personEligibility } from '../src/record/gives.ts'
import { planDifference } from '../src/record/plan-difference.ts'
import type { Plan } from '../src/record/plan-words.ts'
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

const LINES = 40

/** A version of a plan of 40 lines; in the later one a third of them have other hours, other words, or another payer. */
function version(number: number): Plan {
  const lines = Array.from({ length: LINES }, (_, index) => {
    const changed = number > 1 && index % 3 === 0
    const amount = changed ? index + 2 : index + 1
    return {
      line: `L${index}`,
      needs: [],
      what: `Support of kind ${index}, in the mornings and the evenings`,
      form: 'agency',
      unit: 'hour',
      amount,
      price: 27.6,
      weekly: Math.round(amount * 2760) / 100,
      funder: changed && index % 2 === 0 ? 'person' : 'council',
      way: 'managed',
      why: changed
        ? `Because it is not as it was, for the ${index}th time`
        : `Because it helps, for the ${index}th time`,
    }
  })
  const plan = decodeEntry({
    id: `plan-${number}`,
    kind: 'plan',
    on: `2026-0${number}-01`,
    by: 'sw',
    version: number,
    status: 'issued',
    lines,
    involved: [],
  })
  if (plan.kind !== 'plan') throw new Error('not a plan')
  return plan
}

/** What changed between two versions of 40 lines, with its sentences and its money. */
function measureDifference(): Figure {
  const [before, after] = [version(1), version(2)]
  const names = {
    person: 'you',
    party: () => 'Somebody',
    entry: () => undefined,
    standing: (id: string) => id,
  }
  const took = medianOf(() => planDifference(before, after, names))
  return under(`what changed between two versions of a plan of ${LINES} lines`, 5, took)
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
    measureDifference(),
  ]
}

console.log(JSON.stringify(await measureRules()))
