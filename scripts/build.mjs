/*
 * Makes dist/ from the source: dist/src for Node, dist/assets for browsers. What the service reads beside the
 * code at run time (db/migrations, allocation) stays where it is.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { BUILD_STAMP, filesBelow, hashOf, ROOT, sourceStamp } from './stamp.mjs'

const COMPILED = join(ROOT, 'dist', 'src')
const ASSETS = join(ROOT, 'dist', 'assets')
const GOVUK = join(ROOT, 'src', 'platform', 'govuk')
const PACKAGES = join(ROOT, 'node_modules')

/** Types are left to `npm run check` where somebody waits for the service to start. */
const unchecked = process.argv.includes('--unchecked')

const checkTypes = () =>
  new Promise((resolve, reject) => {
    const compiler = join(PACKAGES, 'typescript', 'bin', 'tsc')
    // What the compiler finds is for people, and standard output may be somebody's JSON.
    const run = spawn(process.execPath, [compiler, '-p', 'tsconfig.json', '--noEmit'], {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
    })
    run.on('error', reject)
    run.on('exit', (code) => resolve(code === 0))
  })

/**
 * What every command reads before it does anything goes into a few files: to find and open two hundred takes Node
 * longer than all the rest. Packages with a server's worth of code stay where they are and are loaded when needed.
 */
const BUNDLED = [
  'zod',
  'js-yaml',
  'temporal-polyfill',
  'preact',
  'preact-render-to-string',
  'd3-scale',
  'd3-shape',
  'unified',
  'retext-english',
  'nlcst-to-string',
  'unist-util-visit',
]

/** Zod brings its messages in some fifty languages, and every one would be read at each start. Ours are in our own words. */
const messagesInOneLanguage = {
  name: 'messages-in-one-language',
  setup: (build) => {
    build.onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    }))
  },
}

/** @returns the files that were made, below dist/src */
const compileTypeScript = async () => {
  const { build } = await import('esbuild')
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli/main.ts'],
    outbase: 'src',
    outdir: COMPILED,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: Object.keys(dependencies).filter((name) => !BUNDLED.includes(name)),
    // Names stay, so that what a fault says can be found in the source.
    minifyWhitespace: true,
    minifySyntax: true,
    plugins: [messagesInOneLanguage],
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  })
  return Object.keys(metafile.outputs).map((file) =>
    relative(COMPILED, join(ROOT, file)).split(sep).join('/'),
  )
}

/** The commands that read files alone, as one script: how they are begun quickly stands in `bin/of-files.mjs`. */
const bundleOfFiles = async () => {
  const { build } = await import('esbuild')
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const bundled = [...BUNDLED, 'commander']
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli/of-files.ts'],
    outfile: join(ROOT, 'dist', 'of-files.cjs'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    external: Object.keys(dependencies).filter((name) => !bundled.includes(name)),
    banner: { js: "const ourUrl = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'ourUrl' },
    minifyWhitespace: true,
    minifySyntax: true,
    plugins: [messagesInOneLanguage],
    logLevel: 'warning',
  })
}

/** In a process of its own: what it loads must be what the command loads. */
const keepCode = () => {
  const run = spawnSync(process.execPath, [join(ROOT, 'scripts', 'keep-code.mjs')], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  })
  if (run.status !== 0) throw new Error('The commands of files do not run.')
}

/** What was made from source that is gone would only lie about. */
const removeLeftovers = (made) => {
  const wanted = new Set(made)
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

/** The list of words goes into the script as it is, so that it comes with it and needs nothing to be read. */
const wordsAsData = {
  name: 'words-as-data',
  setup: (build) => {
    build.onResolve({ filter: /^plain-words-list$/ }, () => ({
      path: join(ROOT, 'words', 'plain-words.yaml'),
    }))
    build.onLoad({ filter: /plain-words\.yaml$/ }, async ({ path }) => {
      const { parse } = await import('yaml')
      return { contents: JSON.stringify(parse(readFileSync(path, 'utf8'))), loader: 'json' }
    })
  },
}

/** Scripts that only some pages have, by what they are called: `src/browser/<name>.tsx`. */
const FOR_SOME = ['plain-words', 'what-if']

/** What runs in a browser and knows the rules of the domain: bundled, since a browser has no packages. */
const bundleForSome = async (name) => {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [`src/browser/${name}.tsx`],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [wordsAsData],
    logLevel: 'warning',
  })
  asset(`${name}.js`, outputFiles[0].contents)
}

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
  asset(
    'roundtable.js',
    script
      .replace('./govuk-frontend.min.js', `./${versioned('govuk-frontend.min.js')}`)
      .replaceAll(
        new RegExp(`\\./((?:${FOR_SOME.join('|')})\\.js)`, 'g'),
        (_, name) => `./${versioned(name)}`,
      ),
  )
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
const compiling = Promise.all([compileTypeScript(), bundleOfFiles()])
const checking = unchecked || checkTypes()
await Promise.all(FOR_SOME.map(bundleForSome))
copyAssets()
const [[made], typesHold] = await Promise.all([compiling, checking, compileStyles()])
if (!typesHold) {
  console.error('Not built: the compiler found faults.')
  process.exit(1)
}
removeLeftovers(made)
keepCode()
for (const file of filesBelow(ASSETS)) if (!(file in manifest)) rmSync(join(ASSETS, file))
writeFileSync(join(ASSETS, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
writeFileSync(BUILD_STAMP, `${stamp}\n`)
console.error(`Built in ${((performance.now() - started) / 1000).toFixed(1)} seconds.`)
