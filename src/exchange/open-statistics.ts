import { stringify } from 'csv-stringify/sync'
import { EVERY_GROUP, WIDE_BELOW, anyGroupInWords } from '../domain/population/detail.ts'
import { DIVISIONS, DIVISION_WORDS } from '../domain/population/groups.ts'
import { numberInWords } from '../domain/population/shown-count.ts'
import { ALL, type Cell, EVERYBODY, type Statistics } from '../domain/population/statistics.ts'
import type { Table } from '../domain/population/statistics-tables.ts'

/** A file to be served or written. */
export type OpenFile = { readonly name: string; readonly type: string; readonly text: string }

const FIELDS = [
  {
    name: 'category',
    type: 'string',
    title: 'Where people stand in this table',
    description: `Everybody is in one narrow category; a wide one is several of them together; "${ALL}" is everybody.`,
    constraints: { required: true },
  },
  {
    name: 'category_words',
    type: 'string',
    title: 'The same in words',
    description: 'The category as people say it.',
  },
  {
    name: 'detail',
    type: 'string',
    title: 'How fine the category is',
    description:
      'narrow: a category by itself. wide: several added together, so that fewer numbers of small groups have to be suppressed. all: everybody. Do not add narrow and wide ones.',
    constraints: { required: true, enum: ['narrow', 'wide', 'all'] },
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
    constraints: {
      required: true,
      enum: [EVERYBODY, ...new Set(EVERY_GROUP.map(({ id }) => id))],
    },
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
  id === ALL
    ? 'Everybody'
    : ([...table.categories, ...(table.wider ?? [])].find((category) => category.id === id)?.words ?? id)

const detailOf = (table: Table, id: string): 'narrow' | 'wide' | 'all' => {
  if (id === ALL) return 'all'
  return table.wider?.some((wide) => wide.id === id) === true ? 'wide' : 'narrow'
}

const inWords = (cell: Cell): string =>
  cell.division === EVERYBODY ? 'Everybody' : anyGroupInWords(cell.division, cell.group)

const rowOf = (table: Table, cell: Cell) => ({
  category: cell.category,
  category_words: categoryWords(table, cell.category),
  detail: detailOf(table, cell.category),
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

const WIDE = `With fewer than ${numberInWords(WIDE_BELOW)} people in the figures, groups are told widely: categories that are close to each other, and the smallest groups by age and by ethnic group, are added together. Told one by one nearly half of all numbers would be suppressed. For everybody together each category is told by itself.`

const rulesOf = ({ detail }: Statistics): readonly string[] => (detail === 'wide' ? [...RULES, WIDE] : RULES)

function packageOf(statistics: Statistics, council: string): object {
  const { period, tables } = statistics
  return {
    profile: 'tabular-data-package',
    name: 'how-the-care-act-is-applied',
    title: `How the Care Act is applied: ${council}, ${period.from} to ${period.to}`,
    description: rulesOf(statistics).join(' '),
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
                constraints: {
                  ...field.constraints,
                  enum: [...table.categories, ...(table.wider ?? [])].map(({ id }) => id).concat(ALL),
                },
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
function documentOf(statistics: Statistics, council: string): object {
  const { period, tables, cells, detail } = statistics
  return {
    council,
    period,
    rules: rulesOf(statistics),
    detail,
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
