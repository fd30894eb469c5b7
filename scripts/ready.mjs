/*
 * Run before anything else: installs the packages if they are missing or others are asked for, and builds if the
 * source has changed since. Needs Node alone. Everything that it says goes to standard error, because standard
 * output may be somebody's JSON. With --quiet it says nothing unless it does something.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { alone } from './lock.mjs'
import { BUILD_STAMP, packageStamp, readIfThere, ROOT, sourceStamp } from './stamp.mjs'

const PACKAGES = join(ROOT, 'node_modules')
const PACKAGE_STAMP = join(PACKAGES, '.roundtable-ready')
const LOCK = join(ROOT, 'dist', '.ready')

/** The package of symbols would tell its makers where it is installed. */
const QUIETLY = { ...process.env, IBM_TELEMETRY_DISABLED: 'true' }

const quiet = process.argv.includes('--quiet')
const say = (sentence) => console.error(sentence)

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)

const same = (one = {}, other = {}) =>
  Object.keys({ ...one, ...other }).every((name) => one[name] === other[name])

/** npm writes what it has installed into node_modules; held against what is asked for, it saves an installation. */
const installedAlready = () => {
  const asked = readJson(join(ROOT, 'package.json'))
  const locked = readJson(join(ROOT, 'package-lock.json'))?.packages
  const installed = readJson(join(PACKAGES, '.package-lock.json'))?.packages
  if (locked === undefined || installed === undefined) return false
  const rootFits =
    same(asked.dependencies, locked['']?.dependencies) &&
    same(asked.devDependencies, locked['']?.devDependencies)
  return (
    rootFits &&
    Object.entries(locked).every(
      ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
    )
  )
}

const hasPackages = () => readIfThere(PACKAGE_STAMP)?.trim() === packageStamp()
const isBuilt = () => readIfThere(BUILD_STAMP)?.trim() === sourceStamp()

/** npm tells its scripts where it is; by hand it is looked for beside Node, as `npm` always is. */
const npm = (...options) => {
  const script = process.env['npm_execpath']
  if (script !== undefined && /npm-cli\.(c?js)$/.test(script))
    return spawnSync(process.execPath, [script, ...options], { cwd: ROOT, encoding: 'utf8', env: QUIETLY })
  const windows = process.platform === 'win32'
  return spawnSync(windows ? 'npm.cmd' : 'npm', options, {
    cwd: ROOT,
    encoding: 'utf8',
    shell: windows,
    env: QUIETLY,
  })
}

const stop = (sentence) => {
  say(sentence)
  process.exitCode = 1
  return false
}

const installPackages = () => {
  if (!installedAlready()) {
    say('Installing the packages that Roundtable needs. The first time this takes a minute or two.')
    const run = npm('install', '--no-audit', '--no-fund', '--include=dev')
    if (run.status !== 0) {
      say([run.stdout, run.stderr, run.error?.message].filter(Boolean).join('\n').trim())
      return stop('The packages could not be installed: see above. Is the machine on line?')
    }
  }
  mkdirSync(dirname(PACKAGE_STAMP), { recursive: true })
  // Taken after the installation, which may have written the lock file anew.
  writeFileSync(PACKAGE_STAMP, `${packageStamp()}\n`)
  return true
}

const build = () => {
  say('Building Roundtable, because the source has changed.')
  const run = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs'), '--unchecked'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return run.status === 0 || stop('Roundtable could not be built: see above.')
}

const makeReady = () => (hasPackages() || installPackages()) && (isBuilt() || build())

if (hasPackages() && isBuilt()) {
  if (!quiet) say('Roundtable is ready.')
} else {
  await alone(LOCK, (pid) => say(`Waiting for process ${pid}, which is making Roundtable ready.`), makeReady)
}
