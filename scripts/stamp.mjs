import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Written last, so that it is there only if all the rest is. */
export const BUILD_STAMP = join(ROOT, 'dist', '.built-from')

/** Tests change nothing in what is built. */
const isTest = (file) => /\.(test|spec|cases|golden)\.[a-z]+$/.test(file)

/** Every file below a folder, as paths with `/`, in a steady order. */
export const filesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .toSorted()
    : []

export const sourceFiles = () => filesBelow(join(ROOT, 'src')).filter((file) => !isTest(file))

export const hashOf = (content) => createHash('sha256').update(content).digest('hex').slice(0, 16)

const hashOfFiles = (files) => {
  const hash = createHash('sha256')
  for (const file of files) {
    const path = join(ROOT, file)
    if (!existsSync(path)) continue
    const content = readFileSync(path)
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Changes when what is built would: the source, how it is built, and the packages that go into it. */
export const sourceStamp = () =>
  hashOfFiles([
    ...sourceFiles().map((file) => `src/${file}`),
    'words/plain-words.yaml',
    'tsconfig.json',
    'tsconfig.build.json',
    'scripts/build.mjs',
    'scripts/stamp.mjs',
    'scripts/keep-code.mjs',
    'bin/of-files.mjs',
    'package-lock.json',
  ])

/** Changes when other packages are asked for. */
export const packageStamp = () => hashOfFiles(['package.json', 'package-lock.json'])

export const readIfThere = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)
