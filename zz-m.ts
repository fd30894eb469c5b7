import { demoRecords } from './src/exchange/demo-council.ts'
import { modelFrom, pointsFrom } from './src/exchange/published-model.ts'
import { foldRecord } from './src/record/state.ts'
import { day } from './src/domain/dates/plain-date.ts'
import { personBudget } from './src/stages/budget/view.ts'
import { bothWays } from './src/domain/allocation/both-ways.ts'
import { allocationFacts } from './src/record/allocation-facts.ts'
import { PERSON } from './src/domain/allocation/facts.ts'
import { standingFindings } from './src/domain/checks/answered.ts'
import { decodeEntry, encodeEntry } from './src/record/file.ts'
const model = await modelFrom('allocation/northmoor-2026-27.yaml')
const points = await pointsFrom('allocation/northmoor-points-2026-27.yaml')
const recs = await demoRecords('demo')
const cpu = (f: () => void, n = 30) => { for (let i=0;i<10;i++) f(); const c = process.cpuUsage(); for (let i=0;i<n;i++) f(); const d = process.cpuUsage(c); return ((d.user+d.system)/1000/n).toFixed(2) }
for (const name of ['lantern','orchard','kettle']) {
  const file = recs.get(name)
  if (!file) continue
  const raw = file.entries.map(encodeEntry)
  const state = foldRecord(file, day('2026-11-21'))
  const facts = allocationFacts(state)
  console.log(name, file.entries.length, 'decode', cpu(() => raw.map(decodeEntry)), 'fold', cpu(() => foldRecord(file, day('2026-11-21'))), 'bothWays', cpu(() => bothWays(model, facts, PERSON)), 'personBudget', cpu(() => personBudget(model, state, points)), 'findings', cpu(() => standingFindings(state)))
}
