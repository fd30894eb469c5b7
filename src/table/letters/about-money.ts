import { capitalIn } from '../../domain/care-act/charging-capital.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { type Pence, inWords, pence, sum } from '../../domain/money/pence.ts'
import type { EntryOf } from '../../record/entries.ts'
import { onceOf } from '../../record/plan-words.ts'
import type { RecordState } from '../../record/state.ts'
import type { About } from './letter-of.ts'
import { easyRow, paragraphs, table, under } from './letter.ts'

/** The first sum, before the plan: worked out from what was said, at the prices that the council publishes. */
export const aboutIndicative = (budget: EntryOf<'indicative-budget'>): About => ({
  title: 'Money for your plan, to start with',
  blocks: [
    ...paragraphs(
      `About ${inWords(budget.weekly)} a week. This is a first sum, to plan with. The plan decides what it really costs.`,
      budget.model === undefined ? undefined : `It was worked out by this model: ${budget.model}.`,
    ),
    ...under(
      'Where it comes from',
      table(
        'Each part of the sum, and why',
        ['For', 'A week', 'Why'],
        (budget.lines ?? []).map(({ topic, weekly, why }) => [TOPIC_WORDS[topic], inWords(weekly), why]),
      ),
    ),
  ],
  easy: [
    easyRow('money', `There is about ${inWords(budget.weekly)} a week to plan with.`),
    easyRow('idea', 'This is a first idea.'),
    easyRow('stairs', 'It can be more or less in the end.'),
  ],
})

/** The personal budget: what it costs in all, what the council pays and what the person pays (Care Act 2014, section 26). */
export function aboutBudget(state: RecordState, budget: EntryOf<'personal-budget'>): About {
  const found = state.byId.get(budget.plan)
  const lines = found?.kind === 'plan' ? found.lines : []
  const lineOf = (line: string | number) => lines.find((one) => String(one.line) === String(line))
  // Where the shares that are given are the whole of what the person pays, nothing is paid of the other lines.
  const given = sum((budget.lines ?? []).flatMap(({ person }) => person ?? []))
  const rest = given === budget.person ? inWords(pence<'week'>(0)) : 'Not shown by line'
  const nameOf = (line: string | number): string => lineOf(line)?.what ?? 'A line of the plan'
  const costOf = (line: string | number, weekly: Pence<'week'>): string => {
    const own = lineOf(line)
    return own?.unit === 'once' ? `${inWords(onceOf(own))} once` : inWords(weekly)
  }
  return {
    title: 'Your personal budget',
    blocks: [
      ...paragraphs(
        `Your support costs ${inWords(budget.weekly)} a week in all.`,
        `The council pays ${inWords(budget.council)} a week. You pay ${inWords(budget.person)} a week.`,
      ),
      ...under(
        'Line by line',
        table(
          'What each line costs a week, and what you pay of it',
          ['What', 'A week', 'You pay'],
          (budget.lines ?? []).map(({ line, weekly, person }) => [
            nameOf(line),
            costOf(line, weekly),
            person === undefined ? rest : inWords(person),
          ]),
        ),
      ),
    ],
    easy: [
      easyRow('money', `Your help costs ${inWords(budget.weekly)} a week.`),
      easyRow('group', `The council pays ${inWords(budget.council)}.`),
      easyRow('about-me', `You pay ${inWords(budget.person)}.`),
    ],
  }
}

type MeansLine = NonNullable<EntryOf<'financial-assessment'>['lines']>[number]

const KINDS: Readonly<Record<MeansLine['kind'], string>> = {
  income: 'Money that comes in',
  capital: 'From savings',
  disregard: 'Left out of the sum',
  expense: 'A cost of your disability',
  allowance: 'Yours to keep',
}

function allowed(line: MeansLine): string {
  if (line.allowed === undefined) return line.why ?? ''
  const outcome =
    typeof line.allowed === 'boolean'
      ? line.allowed
        ? 'Counted.'
        : 'Not counted.'
      : `Counted: ${inWords(line.allowed)} a week.`
  return `${outcome} ${line.why ?? ''}`.trim()
}

/** What is owned has a worth and nothing a week of its own. */
export const aWeekOf = (line: MeansLine): string =>
  capitalIn(line) === undefined ? inWords(line.weekly) : 'Not by the week'

/** The written record of the financial assessment, with its working (Care Act 2014, section 17(6)). */
export const aboutMeans = (means: EntryOf<'financial-assessment'>): About => ({
  title: 'What you pay towards your support',
  blocks: [
    ...paragraphs(
      `You pay ${inWords(means.weekly)} a week.`,
      means['light-touch'] === true
        ? 'This is a light-touch assessment: we did not ask for everything, because it would not have changed the sum.'
        : undefined,
      `What we looked at: savings of ${inWords(means.capital)}, ${inWords(means.income)} a week coming in, and ${inWords(means.expenses)} a week that your disability costs you.`,
    ),
    ...under(
      'How it was worked out',
      table(
        'Each line of the sum, what became of it and why',
        ['What', 'A week', 'What became of it'],
        (means.lines ?? []).map((line) => [
          `${line.what} (${KINDS[line.kind].toLowerCase()})`,
          aWeekOf(line),
          allowed(line),
        ]),
      ),
    ),
  ],
  easy: [
    easyRow('eye', 'We looked at your money.'),
    easyRow(
      'money',
      means.weekly === 0 ? 'You do not pay anything.' : `You pay ${inWords(means.weekly)} a week.`,
    ),
    easyRow('ask', 'You can ask us how we worked it out.'),
  ],
})
