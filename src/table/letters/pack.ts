import type { Model } from '../../domain/allocation/model.ts'
import { CITATIONS, type CitationId } from '../../domain/care-act/citations.ts'
import { standingFindings } from '../../domain/checks/answered.ts'
import { standardsFor } from '../../domain/checks/standards.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { RecordState } from '../../record/state.ts'
import { KIND_WORDS, entryInWords } from '../entry-words.ts'
import { type Reader, nameFor, roleFor } from '../reader.ts'
import { type Block, type Letter, easyRow, heading, items, paragraphs, table, under } from './letter.ts'
import { decidedPart } from './pack-decided.ts'
import { type Marks, inOneBreath, marksOf } from './pack-marks.ts'
import { moneyPart } from './pack-money.ts'
import { plansPart } from './pack-plans.ts'
import { saidPart } from './pack-said.ts'

// One document for whoever disagrees and goes further: the whole chain from what was said to what was decided, disputed and
// answered, by whom and when, with the law and the sums. It is made of the record as its reader may see it, and every
// sentence carries the number of the entry that it comes from.

export type PackParts = {
  readonly state: RecordState
  readonly model: Model
  /** on what ground something is kept from the reader; never what */
  readonly withheld: readonly {
    readonly on: RecordState['on']
    readonly exemption: string
    readonly why: string
  }[]
}

/** What every part is made of, and where the law that it cites is noted. */
export type Making = PackParts & {
  /** nobody: it is read by many, so everybody in it has their name */
  readonly reader: Reader
  readonly marks: Marks
  readonly cites: Set<CitationId>
}

const name = ({ reader, state }: Making, party: string): string => nameFor(reader, state, party)

function peoplePart(making: Making): readonly Block[] {
  return table(
    'Everybody who says or does something in it',
    ['Name', 'Who they are'],
    [...making.state.parties.values()].map((party) => [
      name(making, party.id),
      roleFor(making.reader, making.state, party.id),
    ]),
  )
}

function disputesPart(making: Making): readonly Block[] {
  const { state, marks } = making
  return table(
    'What was said to be wrong, and what was answered',
    ['About', 'What was said', 'What was answered'],
    state.disputes.map(({ dispute, of, answers }) => [
      of === undefined ? 'Something that is not shown here' : `${KIND_WORDS[of.kind]} ${marks.of(of.id)}`,
      `${name(making, dispute.by)}: “${dispute.says}” ${dispute.wants === '' ? '' : `Wanted: “${dispute.wants}” `}${marks.of(dispute.id)}`,
      answers.length === 0
        ? 'Nothing yet.'
        : answers
            .map(
              (answer) => `${inOneBreath(entryInWords(answer, making.reader, state))} ${marks.of(answer.id)}`,
            )
            .join(' '),
    ]),
  )
}

const ASKED_AND_ANSWERED = [
  'complaint',
  'complaint-answered',
  'review-asked',
  'review-answered',
  'review',
  'hold',
  'resume',
] as const

const askedPart = (making: Making): readonly Block[] =>
  items(
    making.state.entries
      .filter(({ kind }) => ASKED_AND_ANSWERED.some((one) => one === kind))
      .map(
        (entry) =>
          `${KIND_WORDS[entry.kind]}, ${name(making, entry.by)}: ${inOneBreath(entryInWords(entry, making.reader, making.state))} ${making.marks.of(entry.id)}`,
      ),
  )

function findingsPart(making: Making): readonly Block[] {
  const { state, model, marks, cites } = making
  return items(
    standingFindings(state, standardsFor(state.policy, model))
      .filter(({ kind }) => kind === 'open')
      .map(({ finding }) => {
        for (const id of finding.cites) cites.add(id)
        const where = finding.entries.map((id) => marks.of(id)).join(' ')
        const law = finding.cites.map((id) => CITATIONS[id].short).join(', ')
        return `${finding.worker} (${law}) ${where} What would put it right: ${finding.mend.says}`
      }),
  )
}

/** The law that the parts before it name: a paraphrase, and where to read it. */
const lawPart = ({ cites }: Making): readonly Block[] =>
  items(
    [...cites].map((id) => {
      const { title, short, says, url } = CITATIONS[id]
      return `${short}: ${title}. ${says} ${url}`
    }),
  )

/** Everything in order, with what was put right left in: the numbers that the other parts point to. */
const chronology = (making: Making): readonly Block[] =>
  items(
    making.state.told.map(({ entry, day, recorded, correctedBy }) => {
      const said = inOneBreath(entryInWords(entry, making.reader, making.state))
      const late = recorded === day ? '' : `, written down on ${dateInWords(recorded)}`
      const struck =
        correctedBy === undefined ? '' : ` This was put right later: see ${making.marks.of(correctedBy)}.`
      return `${making.marks.of(entry.id)} ${dateInWords(day)}${late}. ${KIND_WORDS[entry.kind]}, ${name(making, entry.by)}. ${said}${struck}`
    }),
  )

const withheldPart = ({ withheld }: Making): readonly Block[] =>
  items(withheld.map(({ on, exemption, why }) => `Since ${dateInWords(on)}: ${exemption}. ${why}`))

/** The whole pack, as a letter is: every form of it says the same. */
export function packOf(parts: PackParts): Letter {
  const { state, model } = parts
  const making: Making = {
    ...parts,
    reader: { party: undefined, relationships: [] },
    marks: marksOf(state),
    cites: new Set(),
  }
  // The law comes after the parts that name it: it is made when they have been.
  const before: readonly Block[] = [
    ...paragraphs(
      `This is the whole of what was said, decided, disputed and answered in the record of ${state.person.name} up to ${dateInWords(state.on)}. It was made from the record and not written by anybody.`,
      'A number in square brackets, such as [1], is an entry. The entries stand at the end, in order, each with who wrote it and when. What was put right later is still there and says so.',
      'It holds what its reader may see of the record, and nothing that is kept from them.',
    ),
    ...under('Who is at the table', peoplePart(making)),
    ...under('What was said', saidPart(making)),
    ...under('What was decided', decidedPart(making)),
    ...under('The sums', moneyPart(making)),
    ...under('The plans', plansPart(making)),
    ...under('What was said to be wrong', disputesPart(making)),
    ...under('Complaints, reviews and waiting', askedPart(making)),
    ...under('What the record does not show, held against the law', findingsPart(making)),
  ]
  return {
    title: 'Appeal pack',
    council: model.council,
    to: state.person.id,
    toName: state.person.name,
    on: state.on,
    blocks: [
      ...before,
      ...under('The law that is named here', lawPart(making)),
      ...under('What is kept from whoever reads this', withheldPart(making)),
      heading('Every entry, in order'),
      ...chronology(making),
    ],
    easy: [easyRow('list', 'This is everything that was said and decided.')],
  }
}
