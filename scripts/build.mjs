/*
 * Makes dist/ from the source: dist/src for Node, dist/assets for browsers. What the service reads beside the
 * code at run time (db/migrations, allocation) stays where it is.
 */
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BUILD_STAMP, filesBelow, hashOf, ROOT, sourceFiles, sourceStamp } from './stamp.mjs'

const COMPILED = join(ROOT, 'dist', 'src')
const ASSETS = join(ROOT, 'dist', 'assets')
const GOVUK = join(ROOT, 'src', 'platform', 'govuk')
const PACKAGES = join(ROOT, 'node_modules')

/** Types are left to `npm run check` where somebody waits for the service to start. */
const unchecked = process.argv.includes('--unchecked')

const compileTypeScript = () =>
  new Promise((resolve, reject) => {
    const compiler = join(PACKAGES, 'typescript', 'bin', 'tsc')
    const options = ['-p', 'tsconfig.build.json', ...(unchecked ? ['--noCheck'] : [])]
    // What the compiler finds is for people, and standard output may be somebody's JSON.
    const run = spawn(process.execPath, [compiler, ...options], { cwd: ROOT, stdio: ['ignore', 2, 2] })
    run.on('error', reject)
    run.on('exit', (code) => resolve(code === 0))
  })

const copy = (from, to) => {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
}

/** Data that stands beside the code, and that the code reads from there. Marks for browsers go to the assets. */
const isData = (file) => !/\.(tsx?|scss)$/.test(file) && !file.startsWith('platform/govuk/')

const compiledFrom = (file) => {
  if (isData(file)) return [file]
  if (!/\.tsx?$/.test(file) || file.endsWith('.d.ts')) return []
  const script = file.replace(/\.tsx?$/, '.js')
  return [script, `${script}.map`]
}

const copyData = () => {
  for (const file of sourceFiles().filter(isData)) copy(join(ROOT, 'src', file), join(COMPILED, file))
}

/** What was compiled from a file that is gone would still be found by an import. */
const removeLeftovers = () => {
  const wanted = new Set(sourceFiles().flatMap(compiledFrom))
  for (const file of filesBelow(COMPILED)) if (!wanted.has(file)) rmSync(join(COMPILED, file))
}

const FONTS = ['latin', 'latin-ext'].flatMap((script) =>
  [400, 700].map((weight) => `atkinson-hyperlegible-next-${script}-${weight}-normal.woff2`),
)

const manifest = {}

const asset = (name, content) => {
  const path = join(ASSETS, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  manifest[name] = hashOf(content)
}

const versioned = (name) => `${name}?v=${manifest[name]}`

/** Plain files first: the style sheet and the script name them with their hashes. */
const copyAssets = () => {
  for (const font of FONTS)
    asset(
      `fonts/${font}`,
      readFileSync(join(PACKAGES, '@fontsource', 'atkinson-hyperlegible-next', 'files', font)),
    )
  asset('icon.svg', readFileSync(join(GOVUK, 'images', 'icon.svg')))
  const govuk = readFileSync(
    join(PACKAGES, 'govuk-frontend', 'dist', 'govuk', 'govuk-frontend.min.js'),
    'utf8',
  )
  asset('govuk-frontend.min.js', govuk.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'))
  const script = readFileSync(join(GOVUK, 'browser', 'roundtable.js'), 'utf8')
  asset('roundtable.js', script.replace('./govuk-frontend.min.js', `./${versioned('govuk-frontend.min.js')}`))
}

/** Sass is loaded while the compiler already runs. */
const compileStyles = async () => {
  const { compile } = await import('sass')
  const { css } = compile(join(GOVUK, 'styles', 'roundtable.scss'), {
    loadPaths: [ROOT],
    style: 'compressed',
    quietDeps: true,
  })
  asset(
    'roundtable.css',
    css.replace(/url\("?(fonts\/[^")]+)"?\)/g, (_, font) => `url(${versioned(font)})`),
  )
}

const started = performance.now()
// Taken now: a file that changes while this runs makes the next run build again.
const stamp = sourceStamp()
rmSync(BUILD_STAMP, { force: true })
const compiling = compileTypeScript()
copyAssets()
const [compiled] = await Promise.all([compiling, compileStyles()])
if (!compiled) {
  console.error('Not built: the compiler found faults.')
  process.exit(1)
}
copyData()
removeLeftovers()
for (const file of filesBelow(ASSETS)) if (!(file in manifest)) rmSync(join(ASSETS, file))
writeFileSync(join(ASSETS, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
writeFileSync(BUILD_STAMP, `${stamp}\n`)
console.error(`Built in ${((performance.now() - started) / 1000).toFixed(1)} seconds.`)
