/*
 * Whether every package that is installed, for the service or for its making, may be used and passed on as Roundtable
 * is. Needs Node alone. Prints one line; names every offender and ends with 1 if there is one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './stamp.mjs'

const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
])

/** Packages that say nothing, or something else, each with what was found by reading them. */
const EXCEPTIONS = {
  argparse:
    'PSF-2.0: a port of argparse of Python, under the permissive licence of the Python Software Foundation (part of Python-2.0)',
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

const foldersIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map((entry) => entry.name)
    : []

/** Every package below a node_modules folder, those inside others too. */
const packagesIn = (modules) =>
  foldersIn(modules)
    .flatMap((name) =>
      name.startsWith('@') ? foldersIn(join(modules, name)).map((part) => join(name, part)) : [name],
    )
    .map((name) => join(modules, name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .flatMap((folder) => [
      readJson(join(folder, 'package.json')),
      ...packagesIn(join(folder, 'node_modules')),
    ])

const named = (licence) => (typeof licence === 'string' ? licence : (licence?.type ?? ''))

const licenceOf = ({ license, licenses }) =>
  Array.isArray(licenses) ? licenses.map(named).join(' OR ') : named(license ?? licenses)

/** SPDX expressions: `OR` lets one choose, `AND` asks for both, `WITH` only ever allows more. */
const isAllowed = (expression) => {
  const tokens = expression.match(/\(|\)|[^\s()]+/g) ?? []
  let at = 0
  const next = () => tokens[at++]
  const one = () => {
    const token = next()
    if (token !== '(') {
      if (tokens[at] === 'WITH') at += 2
      return ALLOWED.has(token)
    }
    const inside = either()
    return next() === ')' && inside
  }
  const both = () => {
    let result = one()
    while (tokens[at] === 'AND') {
      at += 1
      result = one() && result
    }
    return result
  }
  const either = () => {
    let result = both()
    while (tokens[at] === 'OR') {
      at += 1
      result = both() || result
    }
    return result
  }
  return either() && at === tokens.length
}

const packages = [
  ...new Map(
    packagesIn(join(ROOT, 'node_modules')).map((one) => [`${one.name}@${one.version}`, one]),
  ).values(),
]
// A package.json without a name only tells Node how to read a folder.
const installed = packages.filter((one) => one.name !== undefined && one.version !== undefined)
const offenders = installed.filter((one) => !isAllowed(licenceOf(one)) && EXCEPTIONS[one.name] === undefined)
const unused = Object.keys(EXCEPTIONS).filter((name) => !installed.some((one) => one.name === name))

if (installed.length === 0) {
  console.error('No packages are installed, so no licence was looked at.')
  process.exitCode = 1
} else if (offenders.length > 0) {
  for (const one of offenders)
    console.error(`${one.name}@${one.version}: ${licenceOf(one) || 'says no licence'}`)
  console.error(`${offenders.length} of ${installed.length} packages may not be used under their licences.`)
  process.exitCode = 1
} else {
  const excepted = Object.keys(EXCEPTIONS).length - unused.length
  console.log(
    `All ${installed.length} packages may be used under their licences (${excepted} looked at by hand).`,
  )
}
if (unused.length > 0)
  console.error(`No longer installed, so no longer needed as exceptions: ${unused.join(', ')}.`)
