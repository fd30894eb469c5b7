import { stringify } from 'csv-stringify/sync'
import { DIVISIONS, DIVISION_WORDS, groupInWords } from '../domain/population/groups.ts'
import { ALL, type Cell, EVERYBODY, type Statistics } from '../domain/population/statistics.ts'
import type { Table } from '../domain/population/statistics-tables.ts'

/** A file to be served or written. */
export type OpenFile = { readonly name: string; readonly type: string; readonly text: string }

const FIELDS = [
  {
    name: 'category',
    type: 'string',
    title: 'Where people stand in this table',
    description: `Everybody is in one category; "${ALL}" is everybody.`,
    constraints: { required: true },
  },
  {
    name: 'category_words',
    type: 'string',
    title: 'The same in words',
    description: 'The category as people say it.',
  },
  {
    name: 'by',
    type: 'string',
    title: 'What people are divided by',
    description: `"${EVERYBODY}" is nothing: the whole council.`,
    constraints: { required: true, enum: [EVERYBODY, ...DIVISIONS] },
  },
  {
    name: 'group',
    type: 'string',
    title: 'The group',
    description: 'Groups of one division do not overlap, and everybody is in one of them.',
    constraints: { required: true },
  },
  {
    name: 'group_words',
    type: 'string',
    title: 'The same in words',
    description: 'The group as people say it.',
  },
  {
    name: 'people',
    type: 'integer',
    title: 'How many people',
    description:
      'Rounded to the nearest 5, each number by itself, so that parts need not add up to their total. Empty where the number is suppressed.',
    constraints: { minimum: 0 },
  },
  {
    name: 'status',
    type: 'string',
    title: 'What kind of number it is',
    description:
      'zero: truly nobody. rounded: rounded to the nearest 5. suppressed: from 1 to 4, or hidden so that another such number cannot be worked out.',
    constraints: { required: true, enum: ['zero', 'rounded', 'suppressed'] },
  },
] as const

const categoryWords = (table: Table, id: string): string =>
  id === ALL ? 'Everybody' : (table.categories.find((category) => category.id === id)?.words ?? id)

const inWords = (cell: Cell): string =>
  cell.division === EVERYBODY ? 'Everybody' : groupInWords(cell.division, cell.group)

const rowOf = (table: Table, cell: Cell) => ({
  category: cell.category,
  category_words: categoryWords(table, cell.category),
  by: cell.division,
  group: cell.group,
  group_words: inWords(cell),
  people: cell.people,
  status: cell.status,
})

const csvOf = (table: Table, cells: readonly Cell[]): string =>
  stringify(
    cells.filter((cell) => cell.table === table.id).map((cell) => rowOf(table, cell)),
    { header: true, columns: FIELDS.map(({ name }) => name), record_delimiter: 'windows' },
  )

const fileOf = (table: Table): string => `${table.id}.csv`

const RULES = [
  'Every table counts people, each once, and all tables are about the same people.',
  'Every number is rounded to the nearest 5 by itself. Parts need not add up.',
  'Numbers from 1 to 4 are suppressed, and others with them, so that nobody can be worked out from a total, from another table or from an earlier month.',
  'A nought is a true nought.',
]

function packageOf({ period, tables }: Statistics, council: string): object {
  return {
    profile: 'tabular-data-package',
    name: 'how-the-care-act-is-applied',
    title: `How the Care Act is applied: ${council}, ${period.from} to ${period.to}`,
    description: RULES.join(' '),
    created: period.to,
    licenses: [
      {
        name: 'OGL-UK-3.0',
        title: 'Open Government Licence v3.0',
        path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      },
    ],
    resources: tables.map((table) => ({
      profile: 'tabular-data-resource',
      name: table.id,
      title: table.title,
      description: table.about,
      path: fileOf(table),
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
      schema: {
        fields: FIELDS.map((field) =>
          field.name === 'category'
            ? {
                ...field,
                constraints: { ...field.constraints, enum: [...table.categories.map(({ id }) => id), ALL] },
              }
            : field,
        ),
        missingValues: [''],
        primaryKey: ['category', 'by', 'group'],
      },
    })),
  }
}

/** Everything as one JSON document: the same numbers, the same words. */
function documentOf({ period, tables, cells }: Statistics, council: string): object {
  return {
    council,
    period,
    rules: RULES,
    divisions: DIVISIONS.map((division) => ({ id: division, words: DIVISION_WORDS[division] })),
    tables: tables.map((table) => ({
      id: table.id,
      title: table.title,
      about: table.about,
      rows: cells.filter((cell) => cell.table === table.id).map((cell) => rowOf(table, cell)),
    })),
  }
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/** The open statistics as files: a CSV a table, all of them as JSON, and the data dictionary (a Frictionless data package). */
export const openStatistics = (statistics: Statistics, council: string): readonly OpenFile[] => [
  ...statistics.tables.map((table) => ({
    name: fileOf(table),
    type: 'text/csv; charset=utf-8; header=present',
    text: csvOf(table, statistics.cells),
  })),
  { name: 'statistics.json', type: 'application/json', text: json(documentOf(statistics, council)) },
  { name: 'datapackage.json', type: 'application/json', text: json(packageOf(statistics, council)) },
]
