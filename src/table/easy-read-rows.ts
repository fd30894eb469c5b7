import { dateInWords } from '../domain/dates/plain-date.ts'
import type { Standing } from '../domain/checks/answered.ts'
import type { Stage } from '../domain/care-act/journey.ts'
import { STEP_LAW, type LawStep } from '../domain/care-act/step-law.ts'
import type { Resource } from '../record/access.ts'
import { openDisputesOf } from '../record/state.ts'
import { dayOfWhen } from '../record/values.ts'
import { type AtTable, disputePath, mayDo, recordPath } from './at-table.ts'
import type { EasyPart, EasyRow } from './easy-read.tsx'
import { findingsAt, findingsOf, sentenceFor } from './findings-view.ts'
import { isThePerson, nameFor, verb } from './reader.ts'

// Rows that more than one room shows in easy read: what the checks find, what the law says, what is said to be wrong.

/** What the checks of a page find, each with what would put it right; what somebody said of it, where it was answered. */
export const findingRows = (table: AtTable, checks: readonly string[]): readonly EasyRow[] =>
  standingRows(table, findingsOf(table, checks))

/** The same of everything that is to be mended at a stage. */
export const stageFindingRows = (table: AtTable, stage: Stage): readonly EasyRow[] =>
  standingRows(table, findingsAt(table, stage))

const standingRows = (table: AtTable, standings: readonly Standing[]): readonly EasyRow[] =>
  standings.flatMap((standing): readonly EasyRow[] => {
    const { finding } = standing
    const { reader, state } = table
    const answer = standing.kind === 'open' ? undefined : standing.answer
    const answered: readonly EasyRow[] =
      answer === undefined
        ? []
        : [
            {
              symbol: 'talk',
              says: `${nameFor(reader, state, answer.note.by)}, ${dateInWords(dayOfWhen(answer.note.on))}: this is not so.`,
              quote: answer.why,
            },
          ]
    return [
      { symbol: 'question', says: sentenceFor(reader, finding) },
      ...answered,
      ...(standing.kind === 'answered'
        ? []
        : [{ symbol: 'idea', says: `What would put it right: ${finding.mend.says}` } as const]),
    ]
  })

/** The few lines of law of a page. In them “you” is always the person, whoever reads. */
export const lawPart = (table: AtTable, step: LawStep): EasyPart => ({
  heading: 'What the law says',
  rows: [
    ...STEP_LAW[step].map(({ says }): EasyRow => ({ symbol: 'balance', says })),
    ...(isThePerson(table.reader)
      ? []
      : [{ symbol: 'about-me', says: `Here “you” is ${table.state.person.name}.` } as const]),
  ],
})

/** That somebody says that an entry is wrong, in their words. */
export const disputeRows = (table: AtTable, entry: string): readonly EasyRow[] =>
  openDisputesOf(table.state, entry).map(
    ({ dispute }): EasyRow => ({
      symbol: 'warning',
      says: `${dateInWords(dayOfWhen(dispute.on))}. ${nameFor(table.reader, table.state, dispute.by)} ${verb(table.reader, dispute.by, 'says', 'say')}: this is wrong.`,
      quote: dispute.says,
      link: { href: recordPath(table.record, 'challenge', dispute.id), says: 'See the disagreement' },
    }),
  )

/** The way to say that an entry is wrong, for those who may. */
export const wrongRow = (table: AtTable, resource: Resource, entry: string): readonly EasyRow[] =>
  mayDo(table, resource, 'dispute')
    ? [
        {
          symbol: 'speak',
          says: 'You can say that this is wrong.',
          link: { href: disputePath(table.record, entry), says: 'This is wrong' },
        },
      ]
    : []

/** Words that may be missing: then it says so. */
export const orNobody = (text: string | undefined): string =>
  text === undefined || text.trim() === '' ? 'Nobody has written this down.' : text
