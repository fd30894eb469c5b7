import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../test/a-record.ts'
import { day } from '../domain/dates/plain-date.ts'
import { foldRecord } from '../record/state.ts'
import { explain } from './explanation.ts'
import { modelFrom } from './published-model.ts'
import { readRecordFile } from './record-files.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const MODEL = await modelFrom(join(ROOT, 'allocation', 'northmoor-2026-27.yaml'))

const explained = (record: ARecord, on?: string) => explain(record.state(on), MODEL)

async function demo(name: string, on: string) {
  const read = readRecordFile(join(ROOT, 'demo', 'records', `${name}.record.json`))
  if (read.kind === 'refused') throw new Error(`${name} is refused`)
  return explain(foldRecord(read.record, day(on)), MODEL)
}

const keys = (value: unknown): readonly string[] => Object.keys(value ?? {}).toSorted()

describe('the document has the keys that are published for it', () => {
  const document = explained(aRecord().withCarer().supported())

  test('as a whole', () => {
    expect(keys(document)).toEqual(
      ['on', 'person', 'stage', 'eligibility', 'indicative', 'carers', 'plan', 'next', 'findings'].toSorted(),
    )
    expect([document.on, document.person, document.stage]).toEqual(['2026-03-23', 'Ada Brook', 'support'])
  })

  test('eligibility: what the facts give, outcome by outcome, and beside it what was decided', () => {
    const { eligibility } = document
    expect(keys(eligibility)).toEqual(['because', 'decided', 'differs', 'eligible', 'outcomes'])
    expect(eligibility.eligible).toBe(true)
    expect(eligibility.decided).toEqual({
      eligible: true,
      on: '2026-01-28',
      by: 'sw',
      entry: 'eligibility-1',
    })
    expect(eligibility.outcomes.map(({ outcome, finding }) => [outcome, finding])).toEqual([
      ['nutrition', 'none'],
      ['hygiene', 'shown'],
      ['toilet', 'none'],
      ['clothing', 'shown'],
      ['home-safety', 'none'],
      ['home-upkeep', 'none'],
      ['relationships', 'none'],
      ['work-learning', 'none'],
      ['community', 'shown'],
      ['parenting', 'none'],
    ])
    expect(keys(eligibility.outcomes[0])).toEqual(['because', 'finding', 'needs', 'outcome', 'tests'])
  })

  test('money: the sum, its range, and each line with why and what it rests on', () => {
    const { indicative } = document
    expect(keys(indicative)).toEqual(
      ['asIfNoCarer', 'high', 'lines', 'low', 'model', 'notCounted', 'once', 'weekly'].toSorted(),
    )
    for (const line of indicative.lines) {
      expect(keys(line)).toEqual(
        [
          'id',
          'kind',
          'topic',
          'weekly',
          'low',
          'high',
          'hours',
          'form',
          'typical',
          'because',
          'restsOn',
        ].toSorted(),
      )
      expect(line.because.length).toBeGreaterThan(0)
    }
  })

  test('the plan: its version, its sums, its lines', () => {
    expect(document.plan).toMatchObject({
      version: 1,
      status: 'issued',
      on: '2026-02-16',
      weekly: 235,
      council: 195,
      person: 40,
    })
    expect(document.plan?.lines.map(({ line, weekly, needs }) => [line, weekly, needs])).toEqual([
      ['L1', 175, ['need-1']],
      ['L2', 60, ['need-2']],
    ])
  })

  test('a carer who was heard has eligibility and money of their own', () => {
    expect(document.carers?.map(({ carer, name }) => [carer, name])).toEqual([['husband', 'Walter Brook']])
    const [husband] = document.carers ?? []
    expect(husband?.eligibility.eligible).toBe(false)
    expect(keys(husband?.indicative)).toContain('weekly')
  })

  test('every reason is a sentence, and the law in it is named in full', () => {
    const cited = document.eligibility.because.flatMap(({ cites }) => cites ?? [])
    expect(cited).toContain('Care Act 2014, section 13(1)')
    for (const { says } of document.eligibility.because) expect(says).toMatch(/[.”]$/)
  })

  test('it is JSON: nothing is lost or changed when it is written down', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })
})

describe('what is not known is null, and never nought', () => {
  test('before anything was said', () => {
    const { eligibility, indicative, next, ...rest } = explained(aRecord().contacted())
    expect(eligibility.eligible).toBeNull()
    expect(eligibility.outcomes).toEqual([])
    expect(indicative).toEqual({ weekly: null, low: null, high: null, lines: [], needs: [{ fact: 'needs' }] })
    expect(next.at(-1)?.says).toBe('Answer the request: open an assessment, or say why not.')
    expect(next.some(({ fact }) => fact?.fact === 'needs')).toBe(true)
    expect(keys(rest)).toEqual(['findings', 'on', 'person', 'stage'])
  })

  test('a plan without a personal budget: the lines are summed, and who pays is not known', () => {
    const { plan } = explained(aRecord().planned().without('personal-budget'))
    expect(plan).toMatchObject({ weekly: 235, council: null, person: null })
  })

  test('a draft is shown while nothing was issued, and the issued plan from then on', () => {
    const draft = aRecord().planned().but('plan-1', { status: 'draft' })
    expect(explained(draft).plan?.status).toBe('draft')
    const first = aRecord()
      .planned()
      .entries.find(({ id }) => id === 'plan-1')
    const second = aRecord()
      .planned()
      .add('plan', { ...first, id: 'plan-2', on: '2026-05-01', version: 2, status: 'draft' })
    expect(explained(second).plan?.version).toBe(1)
  })
})

describe('what is disputed is shown both ways', () => {
  // 7 times × 30 minutes at £25 an hour is £87.50, and 10 times is £125.00; beside it £43.75 for dressing and £40.00 for
  // going out (2 hours 30 minutes at £16).
  const disputed = aRecord()
    .assessed()
    .with('dispute', {
      id: 'no',
      on: '2026-02-01',
      by: 'p',
      of: 'statement-1',
      says: 'Ten times.',
      wants: '',
    })
    .with('statement', {
      on: '2026-02-01',
      by: 'p',
      topic: 'hygiene',
      'said-by': 'p',
      basis: 'lived',
      text: 'Ten times a week.',
      level: 1,
      times: 10,
      minutes: 30,
    })

  test('the sum with it set aside, the sum if it stands, and which entry it is', () => {
    const { indicative } = explained(disputed)
    expect(indicative).toMatchObject({ weekly: 208.75, ifDisputedStands: 171.25, disputed: ['statement-1'] })
  })

  test('and its answer is the first thing to do', () => {
    expect(explained(disputed).next[0]).toEqual({
      says: 'Answer what Ada Brook says is wrong.',
      entry: 'no',
    })
  })

  test('once it is settled there is one sum', () => {
    const settled = disputed.with('dispute-answered', {
      on: '2026-02-10',
      dispute: 'no',
      outcome: 'accepted',
      why: 'It is ten.',
    })
    const { indicative, next } = explained(settled)
    expect(indicative.weekly).toBe(208.75)
    expect(keys(indicative)).not.toContain('ifDisputedStands')
    expect(next.map(({ entry }) => entry)).not.toContain('no')
  })
})

describe('the record of Sunita Vallory, by hand', () => {
  // Home care from an agency is £27.60 an hour (£24.10 to £32.14), a personal assistant £19.20 (£16.78 to £24.00):
  // washing 8 × 45 min = 6 h; dressing 14 × 20 min = 4 h 40; meals 14 × 15 min = 3 h 30; the home 2 h; going out 2 h 30.
  const LINES = [
    ['nutrition', 96.6, 84.35, 112.49],
    ['hygiene', 165.6, 144.6, 192.84],
    ['clothing', 128.8, 112.47, 149.99],
    ['home-upkeep', 55.2, 48.2, 64.28],
    ['community', 48, 41.95, 60],
  ]

  test('in November, when her brother’s Sundays have ended', async () => {
    const { stage, eligibility, indicative, plan } = await demo('harbour', '2026-11-21')
    expect(stage).toBe('support')
    expect([eligibility.eligible, eligibility.decided?.eligible, eligibility.decided?.on]).toEqual([
      true,
      true,
      '2026-04-13',
    ])
    expect(indicative.lines.map(({ id, weekly, low, high }) => [id, weekly, low, high])).toEqual(LINES)
    expect([indicative.weekly, indicative.low, indicative.high]).toEqual([494.2, 431.57, 579.6])
    expect([plan?.version, plan?.weekly, plan?.council, plan?.person]).toEqual([3, 504.4, 466, 38.4])
    expect(plan?.lines.map(({ line, weekly }) => [line, weekly])).toEqual([
      ['L1', 296.7],
      ['L2', 151.8],
      ['L3', 0],
      ['L4', 48],
      ['L5', 7.9],
    ])
  })

  test('in April, while he gave 45 minutes: £494.20 less 0.75 hours at £27.60', async () => {
    const { indicative, stage } = await demo('harbour', '2026-04-17')
    expect(stage).toBe('plan')
    expect(indicative.weekly).toBe(473.5)
    expect(indicative).toMatchObject({ asIfNoCarer: 494.2 })
  })
})

test('what stands out against the law comes with the citation, the entries and how to mend it', async () => {
  const { findings } = await demo('orchard', '2026-11-21')
  expect(findings.length).toBeGreaterThan(0)
  for (const finding of findings) {
    expect(keys(finding)).toEqual(
      ['check', 'level', 'entries', 'worker', 'person', 'citation', 'mend', 'where'].toSorted(),
    )
    expect(['must', 'should', 'look']).toContain(finding.level)
    expect(finding.citation).not.toBe('')
    expect(finding.mend).not.toBe('')
  }
})
