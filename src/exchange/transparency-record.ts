import type { Model } from '../domain/allocation/model.ts'
import { FORM_WORDS } from '../domain/allocation/support.ts'
import { dateInWords } from '../domain/dates/plain-date.ts'
import { inWords, pence } from '../domain/money/pence.ts'
import { ADULT_OUTCOMES, TOPIC_WORDS } from '../domain/outcomes/topics.ts'
import { type Accuracy, type AccuracyTable, ENOUGH_FOR_HALF } from '../domain/population/accuracy.ts'

// The model as a record of the UK government's Algorithmic Transparency Recording Standard, version 3.0, under the headings that
// it publishes. What the model file says is said here; what only the council knows is asked for, and never made up.

/** One heading with what stands under it, a list where it is several lines. `words` is undefined where the council has to write it. */
export type RecordField = {
  readonly number: string
  readonly heading: string
  readonly words: string | undefined
  /** whether it is the council's to write: the model says nothing about it, and no figure will */
  readonly isCouncils: boolean
}
export type RecordSection = { readonly heading: string; readonly fields: readonly RecordField[] }

/** What the council adds, by the number of the heading: who answers for the model, training, agreements. */
export type CouncilsOwn = Readonly<Record<string, string>>

export const STANDARD = 'Algorithmic Transparency Recording Standard, version 3.0'
/** Under a heading that the council has not written yet. */
export const TO_WRITE = 'The council has not written this yet.'

/** How good the model is: comes with what is published, and from nobody's pen. */
const MEASURED = '4.2.7'

const percent = (share: number): string => `${Math.round(share * 100)}%`
const money = (n: number): string => inWords(pence<'week'>(Math.round(n)))

const performance = (of: string, accuracy: Accuracy | undefined): string =>
  accuracy === undefined
    ? `${of}: too few agreed plans to say.`
    : `${of}, about ${accuracy.people} people: half of all sums are within ${percent(accuracy.medianShareOff)} of what the plan costs; the mean error is ${money(accuracy.meanError)} a week; ${percent(accuracy.within10)} are within 10% and ${percent(accuracy.within20)} within 20%; all sums together are ${percent(accuracy.bias)} of all costs; for ${percent(accuracy.sufficient)} of people the sum was enough; the slope of cost on sum is ${accuracy.slope.toFixed(2)}.`

function performanceWords(table: AccuracyTable | undefined): string | undefined {
  if (table === undefined) return undefined
  return [
    performance('All agreed plans in force', table.all),
    performance(
      `Plans agreed from ${dateInWords(table.since)} on, which the model could not know`,
      table.later,
    ),
    ENOUGH_FOR_HALF,
    'The council publishes the same figures for each group of people with the model.',
  ].join('\n')
}

const withTopics = (model: Model): string =>
  `For each topic: how many times a week help is needed, for how many minutes, and whether two helpers are needed at once; the level of the ladder, from “someone does this for me” to “I do this on my own”. The topics are: ${ADULT_OUTCOMES.map((topic) => TOPIC_WORDS[topic].toLowerCase()).join('; ')}; and nights. Unpaid help that somebody is willing, able and has agreed to give. Where times or minutes were not said, the typical support that the model publishes for ${model.topics.hygiene[1].typical === null ? 'some topics' : 'that level'}, and the line says so.`

function priceWords(model: Model): string {
  const rows = model.prices.map(
    ({ form, unit, night, price, from }) =>
      `${FORM_WORDS[form]}${night === undefined ? '' : ` (${night === 'waking' ? 'waking night' : 'sleep-in night'})`}: ${inWords(price)} ${unit === 'hour' ? 'an' : 'a'} ${unit} from ${dateInWords(from)}`,
  )
  return `${rows.length} prices, each with its first day and its source:\n${rows.join('\n')}`
}

function sources(model: Model): string {
  const pages = [...new Set(model.prices.flatMap(({ url }) => url ?? []))]
  return pages.length === 0 ? 'The model file names the source of every price.' : pages.join('\n')
}

/** The record, section by section. `own` fills what only the council knows and may add to nothing else. */
export function transparencyRecord(
  model: Model,
  accuracy: AccuracyTable | undefined,
  own: CouncilsOwn = {},
): readonly RecordSection[] {
  const named = `${model.name}, version ${model.version}`
  const field = (number: string, heading: string, words?: string): RecordField => ({
    number,
    heading,
    words: words ?? (number === MEASURED ? undefined : own[number]),
    isCouncils: words === undefined && number !== MEASURED,
  })
  return [
    overview(model, field),
    owner(model, field),
    rationale(model, field),
    decisions(field),
    tool(model, field),
    {
      heading: 'Tier 2: Model specification',
      fields: [
        field('4.2.1', 'Model name', model.name),
        field('4.2.2', 'Model version', `${model.version}, in force from ${dateInWords(model.from)}`),
        field(
          '4.2.3',
          'Model task',
          'To work out, before planning, about how much a week it may cost to meet somebody’s needs.',
        ),
        field('4.2.4', 'Model input', withTopics(model)),
        field(
          '4.2.5',
          'Model output',
          'A sum a week with its lines, a low and a high end, what is bought once, and for every line the reasons, down to who said what. It is indicative: the agreed plan decides.',
        ),
        field(
          '4.2.6',
          'Model architecture',
          `Arithmetic that anybody can check by hand, not machine learning. Hours needed, less unpaid help, times the published price, line by line; each line is rounded to the penny once, and the lines add up to the sum.${model['contingency-percent'] === 0 ? ' Nothing is added or held back.' : ` ${model['contingency-percent']}% is added as a line of its own.`}`,
        ),
        field(MEASURED, 'Model performance', performanceWords(accuracy)),
        field('4.2.8', 'Datasets', `The prices and typical support of ${named}.`),
        field(
          '4.2.9',
          'Dataset purposes',
          'To price hours, and to stand in where somebody did not say how often or how long. Nothing was trained.',
        ),
      ],
    },
    data(model, field),
    risks(model, field),
  ]
}

type Field = (number: string, heading: string, words?: string) => RecordField

const overview = (model: Model, field: Field): RecordSection => ({
  heading: 'Tier 1: Overview',
  fields: [
    field('1', 'Name', model.name),
    field(
      '2',
      'Description',
      `${model.council} uses it to show people, before they plan their support, about how much money there may be each week. It adds up the help that they said they need, at published prices. It decides nothing: the plan that is agreed decides what is paid.`,
    ),
    field('3', 'Website URL'),
    field('4', 'Contact email'),
  ],
})

const owner = (model: Model, field: Field): RecordSection => ({
  heading: 'Tier 2: Owner and responsibility',
  fields: [
    field('1.1', 'Organisation or department', model.council),
    field('1.2', 'Team'),
    field('1.3', 'Senior responsible owner'),
    field('1.4', 'External supplier involvement'),
    field('1.4.1', 'External supplier'),
    field('1.4.2', 'Companies House number'),
    field('1.4.3', 'External supplier role'),
    field('1.4.4', 'Procurement procedure type'),
    field('1.4.5', 'Data access terms'),
  ],
})

const rationale = (model: Model, field: Field): RecordSection => ({
  heading: 'Tier 2: Description and rationale',
  fields: [
    field(
      '2.1',
      'Detailed description',
      `What was said about each topic becomes hours a week. Unpaid help comes off once, and only where it is given freely: it goes back on the moment a carer says no. The hours that are left are multiplied by the published price of the form of support that the model names for that topic and level. Sharing a worker, travel and contingency are lines of their own. The published file is the whole of the model; the service reads that file and refuses one with a hidden term.`,
    ),
    field(
      '2.2',
      'Scope',
      'Adults with needs for care and support, and unpaid carers, each with a sum of their own. Not reablement in its first six weeks, and not what a person pays. How much money the council has, a target to save, and how many workers or beds there are may not be part of it.',
    ),
    field(
      '2.3',
      'Benefit',
      'People know where they stand before they plan, and can check every line, say that it is wrong, and see at once what would change.',
    ),
    field('2.4', 'Previous process'),
    field(
      '2.5',
      'Alternatives considered',
      model['second-opinion'] === null
        ? undefined
        : `A model of points, ${model['second-opinion'].name}, is shown beside it as a second opinion. Where the two differ by more than ${model['second-opinion']['tolerance-percent']}%, the page says so. Matching points to past spending was not chosen, because it carries past unfairness forward.`,
    ),
  ],
})

const decisions = (field: Field): RecordSection => ({
  heading: 'Tier 2: Decision-making process',
  fields: [
    field(
      '3.1',
      'Process integration',
      'It comes after the decision on eligibility and before the plan (Care Act 2014, section 26; statutory guidance, chapters 10 and 11).',
    ),
    field(
      '3.2',
      'Provided information',
      'The person and their worker see the same page: the sum, its range, each line with its reasons, what is not in it, and what would change it.',
    ),
    field('3.3', 'Frequency and scale of usage'),
    field(
      '3.4',
      'Human decisions and review',
      'People decide. A worker and the person agree a plan; what the plan costs is the personal budget, more or less than the sum, and the reasons for a difference are written line by line.',
    ),
    field('3.5', 'Required training'),
    field(
      '3.6',
      'Appeals and review',
      'Anybody whose record it is can dispute any statement that the sum rests on; the line is marked until the dispute is answered, and the sum is shown both ways. A complaint can go on to the Local Government and Social Care Ombudsman. Anybody can comment on a line of the model.',
    ),
  ],
})

const tool = (model: Model, field: Field): RecordSection => ({
  heading: 'Tier 2: Tool specification',
  fields: [
    field(
      '4.1.1',
      'System architecture',
      'One file of prices and rules, read by one function that gives the sum and its reasons. The same function works out one person’s sum and that of a whole council.',
    ),
    field('4.1.2', 'Phase', `In force from ${dateInWords(model.from)}.`),
    field(
      '4.1.3',
      'Maintenance',
      'A new price is a new row with its first day; old rows stay, so that an old sum can be worked out again. A change can be tried on everybody before it is made.',
    ),
    field('4.1.4', 'Models', `${model.name}, version ${model.version}.`),
  ],
})

const data = (model: Model, field: Field): RecordSection => ({
  heading: 'Tier 2: Data specification',
  fields: [
    field('4.3.1', 'Source data name', 'The prices of the model, and the record of the person.'),
    field('4.3.2', 'Data modality', 'Text and tables.'),
    field('4.3.3', 'Data description', priceWords(model)),
    field(
      '4.3.4',
      'Data quantities',
      `${model.prices.length} prices; typical support for ${Object.keys(model.topics).length} topics at four levels each.`,
    ),
    field(
      '4.3.5',
      'Sensitive attributes',
      'No age, sex, ethnic group, diagnosis or address enters the sum. What is said about health and daily life does, because it is what help is needed with.',
    ),
    field(
      '4.3.6',
      'Data completeness and representativeness',
      'Where something was not said, the line says that typical support stands in. Where nothing is known, the topic is left out and the page says what is still to be asked. How near sums come to agreed plans is published by group.',
    ),
    field('4.3.7', 'Source data URL', sources(model)),
    field(
      '4.3.8',
      'Data collection',
      'In the assessment, from the person, those who know them, and professionals; each statement with who said it and when.',
    ),
    field(
      '4.3.9',
      'Data cleaning',
      'None. A statement that is disputed is set aside until the dispute is settled; one that was corrected stays in the record, struck out.',
    ),
    field('4.3.10', 'Data sharing agreements'),
    field('4.3.11', 'Data access and storage'),
  ],
})

const risks = (model: Model, field: Field): RecordSection => ({
  heading: 'Tier 2: Risks, mitigations and impact assessments',
  fields: [
    field('5.1', 'Impact assessment'),
    field(
      '5.2',
      'Risks and mitigations',
      `The sum may be taken for a ceiling: it is called indicative wherever it stands, and a plan that stops at it without a reason is shown as a finding. Unpaid help may be counted twice: needs are counted as if nobody helped, and help comes off once. A price may be too low to buy the support: each price stands beside its source and its range. Some people may get less for the same needs: gaps that needs do not explain are worked out by group and published. People may hope for less than they could have: what somebody hopes for moves nothing in the sum. ${ENOUGH_FOR_HALF}${model['contingency-percent'] > 0 ? ' Contingency is a line that everybody sees.' : ''}`,
    ),
  ],
})

/** The record as one JSON document, with empty places where the council has to write. */
export const transparencyDocument = (sections: readonly RecordSection[]): object => ({
  standard: STANDARD,
  sections: sections.map(({ heading, fields }) => ({
    heading,
    fields: fields.map(({ number, heading: name, words }) => ({
      number,
      heading: name,
      words: words ?? null,
    })),
  })),
})
