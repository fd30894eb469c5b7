import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The walls of `docs/decisions/0001-the-house.md`. A room may know the rooms beside it here, and nothing else. */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  record: ['domain', 'record', 'platform'],
  table: ['domain', 'record', 'platform', 'table'],
  stages: ['domain', 'record', 'platform', 'table', 'stages'],
  commissioning: ['domain', 'record', 'platform', 'table', 'commissioning'],
  exchange: ['domain', 'record', 'platform', 'exchange', 'commissioning'],
  platform: ['platform'],
  // What runs in somebody’s browser: rules that need no record, and the components that show what they give.
  browser: ['domain', 'platform', 'browser'],
  cli: ['domain', 'record', 'platform', 'exchange', 'commissioning', 'cli', ''],
  '': ['domain', 'record', 'table', 'stages', 'commissioning', 'exchange', 'platform', 'cli', ''],
}

/** Checks are rules about whole records, so they may know what an entry and a state are (decision 0004). */
const DOORS: readonly { readonly from: RegExp; readonly to: RegExp }[] = [
  { from: /^domain\/checks\//, to: /^record\/(entries|kinds|state|values|resting)\.ts$/ },
  // An invented council is made of entries (decision 0011).
  {
    from: /^domain\/population\/invent\//,
    to: /^record\/(entries|kinds|stamp|state|allocation-facts)\.ts$/,
  },
]

/** A contract has one ledger, and every room that deals in contracts reads and writes it through the one store. */
const THE_LEDGER = 'commissioning/contracts/store.ts'

/** The record's only windows to the outside; everything else in it is pure. */
const IMPURE_RECORD = /^record\/(log|policy-rows|accounts)[a-z-]*\.ts$/
const PURE = (file: string) =>
  (/^(domain|record)\//.test(file) && !IMPURE_RECORD.test(file)) ||
  /^(stages|commissioning)\/[^/]+\/(decide|view|words)[a-z-]*\.ts$/.test(file)

/** How prose is taken apart into sentences and words: trees in, trees out. */
const PROSE = ['unified', 'retext-english', 'nlcst', 'nlcst-to-string', 'unist-util-visit']

/** Packages that give the same answer to the same question for ever. */
const PURE_PACKAGES = ['zod', 'temporal-polyfill', 'd3-scale', 'd3-shape', ...PROSE]
const IMPURE =
  /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.[a-z]|\bfetch\((?!\?)|\bperformance\.|\bcrypto\.|\bsetTimeout\(/

/** Rooms that stand ready for a use that is planned: `docs/next.md` says which. */
const DOORS_KEPT_OPEN = ['domain/allocation/fast-sum.ts']

const FORBIDDEN_ROOMS = ['utils', 'helpers', 'shared', 'common', 'misc', 'lib']

type File = { readonly path: string; readonly text: string }

const room = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '')
const stage = (file: string) =>
  /^(stages|commissioning)\//.test(file) ? file.split('/').slice(0, 2).join('/') : undefined

function importsOf(text: string): readonly string[] {
  const statements =
    /^(?:import|export)\b[^'"]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm
  return [...text.matchAll(statements)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

function faultsOf({ path, text }: File): readonly string[] {
  const faults = importsOf(text).flatMap((spec): readonly string[] => {
    if (!spec.startsWith('.')) {
      const name = spec.startsWith('@') ? spec.split('/').slice(0, 2).join('/') : (spec.split('/')[0] ?? '')
      return PURE(path) && !PURE_PACKAGES.includes(name) ? [`pure code imports the package ${spec}`] : []
    }
    const target = normalize(join(dirname(path), spec))
    const door = DOORS.some(({ from, to }) => from.test(path) && to.test(target))
    if (!door && !MAY_KNOW[room(path)]?.includes(room(target)))
      return [`${room(path)} may not know ${target}`]
    if (stage(path) && stage(target) && stage(path) !== stage(target) && target !== THE_LEDGER)
      return [`${stage(path)} reaches into ${target}`]
    return PURE(path) && !PURE(target) ? [`pure code imports ${target}`] : []
  })
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  if (PURE(path) && IMPURE.test(code)) faults.push('pure code looks at the clock, chance or the outside')
  if (/\bdefault:/.test(code) && path.endsWith('.ts') && PURE(path))
    faults.push('a default in pure code hides what was forgotten')
  const forbidden = path.split('/').find((part) => FORBIDDEN_ROOMS.includes(part.replace(/\.tsx?$/, '')))
  if (forbidden) faults.push(`no room is called ${forbidden}`)
  if (room(path) !== '' && MAY_KNOW[room(path)] === undefined)
    faults.push(`there is no room called ${room(path)}`)
  return faults.map((fault) => `${path}: ${fault}`)
}

const root = join(import.meta.dirname, '..', 'src')
const isTest = (path: string) => /\.test\.tsx?$|(^|\/)an?-[a-z-]+\.tsx?$/.test(path)
const files: readonly File[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

describe('the house', () => {
  test('every line stands in its room and looks only into rooms it may know', () => {
    expect(files.length).toBeGreaterThan(10)
    expect(files.filter(({ path }) => !isTest(path)).flatMap(faultsOf)).toEqual([])
  })

  test('nobody in the house is left unvisited: every file is imported by another, or is a way in', () => {
    // The components are a set, held to the fixtures that the design system ships.
    const waysIn =
      /^(main|app)\.ts$|^cli\/main\.ts$|^browser\/(?:plain-words|what-if)\.tsx$|\.d\.ts$|^platform\/govuk\/[a-z-]+\.tsx$/
    const visited = new Set(
      files
        .filter(({ path }) => !isTest(path))
        .flatMap(({ path, text }) =>
          importsOf(text)
            .filter((spec) => spec.startsWith('.'))
            .map((spec) => normalize(join(dirname(path), spec))),
        ),
    )
    // Builders for tests stand beside what they build, and are called `a-something`; a double says what it is.
    const builder = /\/an?-[a-z-]+\.tsx?$|-in-memory\.ts$/
    const scripts = ['scripts', 'bench']
      .map((folder) => join(root, '..', folder))
      .filter(existsSync)
      .flatMap((folder) => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')))
    const unvisited = files
      .map(({ path }) => path)
      .filter((path) => !isTest(path) && !waysIn.test(path) && !builder.test(path) && !visited.has(path))
      .filter((path) => !DOORS_KEPT_OPEN.includes(path))
      .filter((path) => !scripts.some((text) => text.includes(path)))
    expect(unvisited).toEqual([])
  })

  test.each([
    [
      'domain/money/bad.ts',
      "import { x } from '../../platform/clock.ts'",
      'domain may not know platform/clock.ts',
    ],
    ['domain/money/bad.ts', 'const now = Date.now()', 'pure code looks at the clock, chance or the outside'],
    ['domain/money/bad.ts', "import pg from 'pg'", 'pure code imports the package pg'],
    ['record/state.ts', "import { append } from './log.ts'", 'pure code imports record/log.ts'],
    [
      'stages/plan/pages.ts',
      "import { x } from '../budget/view.ts'",
      'stages/plan reaches into stages/budget/view.ts',
    ],
    ['stages/plan/decide.ts', "import { x } from './pages.ts'", 'pure code imports stages/plan/pages.ts'],
    [
      'platform/web/bad.ts',
      "import { x } from '../../record/state.ts'",
      'platform may not know record/state.ts',
    ],
    ['domain/utils/sums.ts', '', 'no room is called utils'],
    ['cellar/wine.ts', '', 'there is no room called cellar'],
    [
      'domain/checks/asking.ts',
      "import { append } from '../../record/log.ts'",
      'domain may not know record/log.ts',
    ],
  ])('a planted fault is found: %s with %s', (path, text, fault) => {
    expect(faultsOf({ path, text })).toContain(`${path}: ${fault}`)
  })

  test('a rule about whole records may know what an entry is', () => {
    expect(
      faultsOf({
        path: 'domain/checks/asking.ts',
        text: "import type { Entry } from '../../record/entries.ts'",
      }),
    ).toEqual([])
  })
})
