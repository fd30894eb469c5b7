import type { Command } from 'commander'
import { inWords, pence, poundsOf } from '../domain/money/pence.ts'
import type { GroupGains } from '../domain/population/gains.ts'
import { DIVISION_WORDS, DIVISIONS, groupInWords } from '../domain/population/groups.ts'
import { type AnyModel, type WhatIf, mayBeCompared, prepareWhatIf } from '../domain/population/what-if.ts'
import { readAnyModel } from '../exchange/any-model.ts'
import { readPeopleFile, readTraitsFile } from '../exchange/people-file.ts'
import { complain, complainOf, dayGiven, endWithReader, print, printJson } from './output.ts'

type Options = {
  readonly model: string
  readonly against: string
  readonly people: string
  readonly traits?: string
  readonly on?: string
  readonly json?: boolean
}

/** `what-if --model A --against B --people FILE`: what a change of model does to everyone and to each group. */
export function addWhatIf(program: Command, done: (code: number) => void): void {
  program
    .command('what-if')
    .description('what a change of the model would do, before it is done: to everyone and to each group')
    .requiredOption('--model <file>', 'the model in force')
    .requiredOption('--against <file>', 'the same model with what would be changed')
    .requiredOption('--people <file>', 'the records: one a line, or one JSON document')
    .option('--traits <file>', 'what is known of the people beside their records, one JSON line each')
    .option('--on <date>', 'with the prices and the records of this day (default: today)')
    .option('--json', 'print one JSON document')
    .action(async (options: Options) => {
      endWithReader()
      return done(await whatIf(options))
    })
}

async function whatIf(options: Options): Promise<number> {
  const on = dayGiven(options.on)
  if (on === undefined) {
    complain(`--on: no such day: ${options.on ?? ''}`)
    return 2
  }
  const [a, b] = await Promise.all([readAnyModel(options.model), readAnyModel(options.against)])
  if (a.kind === 'refused') complainOf(options.model, a.mistakes)
  if (b.kind === 'refused') complainOf(options.against, b.mistakes)
  if (a.kind === 'refused' || b.kind === 'refused') return 1
  const apart = mayBeCompared(a.model, b.model)
  if (apart.length > 0) {
    complainOf(options.against, apart)
    return 1
  }
  const traits = options.traits === undefined ? undefined : await readTraitsFile(options.traits)
  if (traits?.kind === 'refused') {
    complainOf(options.traits ?? '', traits.mistakes)
    return 1
  }
  const read = await readPeopleFile(options.people, on, traits?.people)
  if (read.kind === 'refused') {
    complainOf(options.people, read.mistakes)
    return 1
  }
  const found = prepareWhatIf(a.model, on, read.people).against(b.model)
  if (options.json === true) printJson(documentOf(found, a.model, b.model))
  else print(...inPlainText(found))
  return 0
}

const pounds = (n: number): number => poundsOf(pence<'week'>(n))
const totals = (gains: { readonly before: number; readonly after: number }) =>
  [pounds(gains.before), pounds(gains.after)] as const
const named = ({ model }: AnyModel) => ({ name: model.name, version: model.version, council: model.council })

/** Money is pounds a week. `below_cost` counts under the second model, `below_cost_before` under the first. */
const documentOf = (found: WhatIf, a: AnyModel, b: AnyModel) => ({
  models: [named(a), named(b)],
  people: found.people,
  not_counted: found.notCounted,
  lose: found.lose,
  gain: found.gain,
  total: totals(found),
  below_cost: found.belowCostAfter,
  below_cost_before: found.belowCostBefore,
  groups: found.groups.map((group) => ({
    by: group.division,
    group: group.group,
    people: group.people,
    lose: group.lose,
    gain: group.gain,
    total: totals(group),
    below_cost: group.belowCostAfter,
    below_cost_before: group.belowCostBefore,
  })),
})

const money = (n: number): string => inWords(pence<'week'>(n))
const signed = (n: number): string => (n > 0 ? `+${money(n)}` : money(n))

const groupLine = ({
  division,
  group,
  people,
  lose,
  gain,
  before,
  after,
  belowCostAfter,
}: GroupGains): string =>
  `  ${groupInWords(division, group)}: ${people} people, ${lose} lose, ${gain} gain, ${signed(after - before)} a week, ${belowCostAfter} below cost`

const inPlainText = (found: WhatIf): readonly string[] => [
  `${found.people} people: ${found.lose} lose, ${found.gain} gain, ${found.people - found.lose - found.gain} stay as they are.`,
  `All together: ${money(found.before)} a week before, ${money(found.after)} after, ${signed(found.after - found.before)}.`,
  `Below what their needs cost: ${found.belowCostBefore} people before, ${found.belowCostAfter} after. The cost is that of the agreed plan; without one, the sum of the model in force.`,
  ...(found.notCounted === 0
    ? []
    : [`${found.notCounted} people are left out: nothing is recorded yet that a sum could count.`]),
  ...DIVISIONS.flatMap((division) => {
    const groups = found.groups.filter((group) => group.division === division)
    return groups.length === 0 ? [] : ['', DIVISION_WORDS[division].toUpperCase(), ...groups.map(groupLine)]
  }),
]
