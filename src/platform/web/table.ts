import type { May, PageFacts, ParamKind, Permission, Route } from './page.ts'

/** One line of the access table: every address that answers, who may, and under what name a look is kept. */
export type TableRow = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly may: May
  readonly orMay?: Permission | undefined
  readonly audited: string
}

export const NOTHING_PERSONAL = 'nothing personal'

export const rowsOf = (routes: readonly Route[]): readonly TableRow[] =>
  routes.flatMap(({ path, may, orMay, maySend, audited, get, post }) => [
    ...(get === undefined ? [] : [{ method: 'GET' as const, path, may, ...(orMay && { orMay }), audited }]),
    ...(post === undefined ? [] : [{ method: 'POST' as const, path, may: maySend ?? may, audited }]),
  ])

const oneMay = (may: May): string => (typeof may === 'string' ? may : `${may.action} ${may.resource}`)
const mayWords = ({ may, orMay }: TableRow): string =>
  orMay === undefined ? oneMay(may) : `${oneMay(may)}, or ${oneMay(orMay)}`

/** The whole access table as text, for people to read and for tests to hold on to. */
export function accessTable(rows: readonly TableRow[]): string {
  const lines = [
    ['method', 'path', 'may', 'audited as'],
    ...rows.map((row) => [row.method, row.path, mayWords(row), row.audited]),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export const paramNames = (path: string): readonly string[] =>
  [...path.matchAll(/:([a-z][A-Za-z0-9]*)/g)].flatMap(([, name]) => (name === undefined ? [] : [name]))

/** `/*` at the end is for the platform's own parts, which serve more than pages. */
const PATH = /^\/$|^(?:\/(?:[a-z0-9]+(?:-[a-z0-9]+)*|:[a-z][A-Za-z0-9]*))+(?:\.[a-z]+|\/\*)?$/

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Ids within a record file, as people and other systems give them. */
const ENTRY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

const fits = (value: string, kind: ParamKind): boolean => {
  if (kind === 'uuid') return UUID.test(value)
  return kind === 'entry' ? ENTRY.test(value) : kind.includes(value)
}

/** The parts of the path, where each is what it must be; nothing otherwise, as if the page were not there. */
export function readParams(
  facts: PageFacts,
  given: Readonly<Record<string, unknown>>,
): Record<string, string> | undefined {
  const params: Record<string, string> = {}
  for (const name of paramNames(facts.path)) {
    const value = given[name]
    if (typeof value !== 'string' || !fits(value, facts.params?.[name] ?? 'uuid')) return undefined
    params[name] = value
  }
  return params
}

/** What is wrong with a list of pages, in sentences; nothing where it is sound. */
export function tableFaults(routes: readonly Route[], more: readonly TableRow[] = []): readonly string[] {
  const rows = [...rowsOf(routes), ...more]
  const shapes = rows.map(({ method, path }) => `${method} ${path.replaceAll(/:[A-Za-z0-9]+/g, ':')}`)
  const twice = shapes.filter((shape, index) => shapes.indexOf(shape) !== index)
  return [
    ...twice.map((shape) => `Two pages answer ${shape}.`),
    ...rows
      .filter(({ path }) => !PATH.test(path))
      .map(({ path }) => `The path ${path} is not in kebab case.`),
    ...rows
      .filter(({ audited }) => audited.trim() === '')
      .map(({ path }) => `A look at ${path} is kept under no name.`),
    ...routes.flatMap(routeFaults),
  ]
}

/** What answers without standing in the table, or stands there and does not answer; nothing where the two agree. */
export function missingRows(hung: ReadonlySet<string>, table: readonly TableRow[]): readonly string[] {
  const named = new Set(table.map(({ method, path }) => `${method} ${path}`))
  return [
    ...[...hung]
      .filter((one) => !named.has(one))
      .map((one) => `${one} answers but is not in the access table.`),
    ...[...named]
      .filter((one) => !hung.has(one))
      .map((one) => `${one} is in the access table but does not answer.`),
  ]
}

function routeFaults({ path, params, may, audited, get, post }: Route): readonly string[] {
  const names = paramNames(path)
  return [
    ...(path.includes('*') ? [`The path ${path} is not that of one page.`] : []),
    ...(get === undefined && post === undefined ? [`Nothing answers ${path}.`] : []),
    ...Object.keys(params ?? {})
      .filter((name) => !names.includes(name))
      .map((name) => `The path ${path} has no part :${name}.`),
    ...(typeof may === 'object' && audited === NOTHING_PERSONAL
      ? [`The page ${path} shows a part of a record, so a look at it must be kept.`]
      : []),
  ]
}
