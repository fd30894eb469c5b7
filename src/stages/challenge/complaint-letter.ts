import { CITATIONS } from '../../domain/care-act/citations.ts'
import type { Finding } from '../../domain/checks/check.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { Role } from '../../record/entries.ts'
import type { Dispute, RecordState } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { OMBUDSMAN } from './complaint-words.ts'

/** What a letter is made of: what the checks found that nobody has answered, and the words that an entry is told in. */
export type LetterParts = {
  readonly state: RecordState
  readonly council: string
  /** where the council gets its post, a line each */
  readonly address?: readonly string[] | undefined
  /** the party who writes it */
  readonly writer: string | undefined
  readonly findings: readonly Finding[]
  /** `Plan, 29 September 2025`, of the entries that the reader may see */
  readonly entryInWords: (id: string) => string | undefined
  /** working days that the council gives itself for a complaint */
  readonly days: number
}

const PERSONS_SIDE: readonly Role[] = ['person', 'attorney', 'deputy', 'advocate']

/** The disagreements of the person's side that wait for an answer. */
const openDisputes = ({ state, writer }: LetterParts): readonly Dispute[] =>
  state.disputes.filter(({ open, dispute: { by } }) => {
    const role = state.parties.get(by)?.role
    return open && (by === writer || (role !== undefined && PERSONS_SIDE.includes(role)))
  })

/** So many are named: a letter that lists everything is read by nobody. */
const MOST_FINDINGS = 8

function findingText({ entryInWords }: LetterParts, finding: Finding, number: number): readonly string[] {
  const record = finding.entries.flatMap((id) => entryInWords(id) ?? [])
  return [
    `${number}. ${finding.worker}`,
    ...(record.length === 0 ? [] : [`   In the record: ${record.join('; ')}.`]),
    ...finding.cites.map((id) => `   The law: ${CITATIONS[id].title}. ${CITATIONS[id].says}`),
    `   What would put it right: ${finding.mend.says}`,
    '',
  ]
}

function disputeText(
  { dispute: { says, wants, on } }: Dispute,
  entry: string | undefined,
): readonly string[] {
  return [
    `- On ${dateInWords(dayOfWhen(on))}${entry === undefined ? '' : `, about “${entry}”`}: “${says}”`,
    ...(wants === '' ? [] : [`  What was asked for: “${wants}”`]),
  ]
}

/**
 * A letter of complaint, as plain text to change and to print: what is open in the record, with where it stands there
 * and where it stands in law. Written to the council, so in the words for those who work there.
 */
export function composeLetter(parts: LetterParts): string {
  const { state, council, address, writer, days } = parts
  const own = writer === state.person.id
  const findings = parts.findings.slice(0, MOST_FINDINGS)
  const disputes = openDisputes(parts)
  const name = (writer === undefined ? undefined : state.parties.get(writer)?.name) ?? '[your name]'
  return [
    name,
    '[your address]',
    '',
    ...(address === undefined ? [`To ${council}, adult social care`] : [...address, '']),
    dateInWords(state.on),
    '',
    own
      ? 'A complaint about my care and support'
      : `A complaint about the care and support of ${state.person.name}`,
    '',
    own
      ? 'Please look into what I write here, put it right, and answer me in writing.'
      : `I write for ${state.person.name}. Please look into this, put it right, and answer in writing.`,
    '',
    ...(findings.length === 0
      ? []
      : [
          'What is not as the law and the guidance ask:',
          '',
          ...findings.flatMap((finding, index) => findingText(parts, finding, index + 1)),
        ]),
    ...(disputes.length === 0
      ? []
      : [
          'What was said to be wrong in the record, and has no answer yet:',
          '',
          ...disputes.flatMap((dispute) =>
            disputeText(dispute, dispute.of === undefined ? undefined : parts.entryInWords(dispute.of.id)),
          ),
          '',
        ]),
    ...(findings.length + disputes.length === 0
      ? ['[Write here what happened, when, and what would put it right.]', '']
      : []),
    `The council gives itself ${days} working days to answer a complaint. Your answer has to say how to go to the ${OMBUDSMAN.name} (${OMBUDSMAN.site}).`,
    '',
    'Yours faithfully',
    '',
    name,
  ].join('\n')
}
