import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { Entry } from '../../record/entries.ts'
import type { Dispute } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type AtTable, disputePath, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { type EasyPart, type EasyRow, type EasyView, easyReadOf, rowIf } from '../../table/easy-read.tsx'
import { stageFindingRows } from '../../table/easy-read-rows.ts'
import { KIND_WORDS, entryInWords } from '../../table/entry-words.ts'
import { isThePerson, nameFor, nameWithin } from '../../table/reader.ts'
import { shortened } from '../../table/said.tsx'
import { type Complaint, complaints } from './complaint-view.ts'
import { OMBUDSMAN, UPHELD_WORDS, words as complaintWords } from './complaint-words.ts'
import { asItWas, clockOf, restsOn } from './view.ts'
import { OUTCOME_WORDS, answerWords, words } from './words.ts'
import { easyWords } from './words-easy.ts'

const dayOf = (entry: Entry): string => dateInWords(dayOfWhen(entry.on))

/** Two short sentences: the first beside the picture, the other below it. */
const pair = (symbol: EasyRow['symbol'], [says, ...also]: readonly [string, ...string[]]): EasyRow => ({
  symbol,
  says,
  also,
})

/** The last answer in the list, every answer on the page of its own; or how long it waits. */
function answerRows(table: AtTable, dispute: Dispute, answers: Dispute['answers']): readonly EasyRow[] {
  if (answers.length === 0) {
    const clock = clockOf(table.state, dispute)
    return [{ symbol: 'time', says: easyWords.waits, ...(clock === undefined ? {} : { also: [clock.says] }) }]
  }
  return answers.map((answer) => ({ symbol: 'list', says: `${OUTCOME_WORDS[answer.outcome]}.` }))
}

function disputePart(table: AtTable, dispute: Dispute, heading: string | undefined): EasyPart {
  const { dispute: entry, answers } = dispute
  return {
    ...(heading === undefined ? {} : { heading }),
    rows: [
      {
        symbol: 'speak',
        says: `${nameFor(table.reader, table.state, entry.by)} said on ${dayOf(entry)}:`,
        quote: shortened(entry.says, 90),
        link: { href: easyReadOf(recordPath(table.record, 'challenge', entry.id)), says: easyWords.see },
      },
      ...answerRows(table, dispute, answers.slice(-1)),
    ],
  }
}

/** Under the heading of their kind, which stands over the first of them. */
const disputeParts = (table: AtTable, disputes: readonly Dispute[], heading: string): readonly EasyPart[] =>
  disputes.map((dispute, index) => disputePart(table, dispute, index === 0 ? heading : undefined))

const ombudsmanRow: EasyRow = {
  symbol: 'telephone',
  says: easyWords.ombudsman[0],
  also: [easyWords.ombudsman[1], `${OMBUDSMAN.name}: phone ${OMBUDSMAN.phone}, or go to ${OMBUDSMAN.site}.`],
  link: { href: OMBUDSMAN.url, says: OMBUDSMAN.site },
}

/** How long an answer may take or took, and each answer with who gave it. */
const complaintRows = (table: AtTable, { answers, clock, took }: Complaint): readonly EasyRow[] => [
  ...(clock === undefined ? [] : [{ symbol: 'time', says: clock.says } as const]),
  ...(clock !== undefined || took === undefined ? [] : [{ symbol: 'time', says: took } as const]),
  ...answers.flatMap((answer): readonly EasyRow[] => [
    {
      symbol: 'letter',
      says: `${UPHELD_WORDS[answer.outcome]}. ${nameFor(table.reader, table.state, answer.by)}, ${dayOf(answer)}:`,
      ...(answer.why === '' ? { also: [easyWords.noReason] } : { quote: answer.why }),
    },
    ...rowIf(!answer['ombudsman-told'], pair('warning', easyWords.notTold)),
  ]),
]

function complaintsPart(table: AtTable): readonly EasyPart[] {
  if (!mayDo(table, 'challenge', 'read')) return []
  const found = complaints(table.state)
  const { record } = table
  return [
    {
      heading: complaintWords.title,
      rows: [
        ...rowIf(found.length === 0, { symbol: 'list', says: complaintWords.none }),
        ...found.flatMap((one): readonly EasyRow[] => [
          {
            symbol: 'write',
            says: `From ${nameWithin(table.reader, table.state, one.complaint.by)}, ${dayOf(one.complaint)}:`,
            quote: shortened(one.complaint.about, 90),
            link: {
              href: easyReadOf(recordPath(record, 'challenge', 'complaint', one.complaint.id)),
              says: easyWords.see,
            },
          },
          ...complaintRows(table, one),
        ]),
        ombudsmanRow,
        ...(mayAdd(table, 'complaint')
          ? ([
              {
                symbol: 'write',
                says: complaintWords.complain,
                link: {
                  href: recordPath(record, 'challenge', 'complain'),
                  says: complaintWords.complain,
                },
              },
              {
                symbol: 'letter',
                says: complaintWords.letter,
                link: { href: recordPath(record, 'challenge', 'letter'), says: complaintWords.letter },
              },
            ] satisfies readonly EasyRow[])
          : []),
      ],
    },
  ]
}

/** Everything that somebody says is wrong, and every complaint. */
export function easyDisagreements(table: AtTable): EasyView {
  const { state, record, reader } = table
  const own = isThePerson(reader)
  const open = state.disputes.filter((dispute) => dispute.open)
  const settled = state.disputes.filter((dispute) => !dispute.open)
  return {
    title: words.title,
    path: recordPath(record, 'challenge'),
    parts: [
      {
        rows: [
          pair('speak', own ? easyWords.intro : easyWords.introOther),
          ...stageFindingRows(table, 'challenge'),
          ...rowIf(state.disputes.length === 0, { symbol: 'agree', says: words.none }),
        ],
      },
      ...disputeParts(table, open, words.open),
      ...disputeParts(table, settled, words.settled),
      { rows: [pair('question', own ? easyWords.pick : easyWords.pickOther)] },
      ...complaintsPart(table),
    ],
  }
}

/** What is said to be wrong, in its own words; or that the reader may not see it. */
const aboutRows = ({ reader, state }: AtTable, dispute: Dispute): readonly EasyRow[] => {
  const { of } = dispute
  const was = asItWas(state, dispute)
  return of === undefined
    ? [{ symbol: 'lock', says: easyWords.hidden }]
    : [
        { symbol: 'list', says: easyWords.about, also: [`${KIND_WORDS[of.kind]}, ${dayOf(of)}.`] },
        ...(was === undefined
          ? []
          : [
              ...entryInWords(was.entry, reader, state).map(
                (says): EasyRow => ({ symbol: 'time', says, also: [easyWords.struck] }),
              ),
              { symbol: 'write', says: words.putRight(dateInWords(was.putRight)) } as const,
            ]),
        ...entryInWords(of, reader, state).map((says): EasyRow => ({ symbol: 'talk', says })),
      ]
}

function restingPart(table: AtTable, dispute: Dispute): readonly EasyPart[] {
  const resting = restsOn(table.state, dispute)
  if (resting.length === 0) return []
  return [
    {
      heading: 'What rests on it',
      rows: [
        { symbol: 'warning', says: easyWords.rests },
        ...resting.map(
          (entry): EasyRow => ({
            symbol: 'list',
            says: `${KIND_WORDS[entry.kind]}, ${dayOf(entry)}: ${entryInWords(entry, table.reader, table.state)[0] ?? ''}`,
          }),
        ),
        {
          symbol: 'money',
          says: easyWords.money,
          link: { href: recordPath(table.record, 'budget'), says: easyWords.moneyLink },
        },
      ],
    },
  ]
}

/** One disagreement: what it is about, what each says, and whose move it is. */
export function easyDisagreement(table: AtTable, dispute: Dispute): EasyView {
  const { reader, state, record } = table
  const { dispute: entry, answers, open } = dispute
  const path = recordPath(record, 'challenge', entry.id)
  const mine = entry.by === reader.party
  const clock = open ? clockOf(state, dispute) : undefined
  return {
    title: answerWords.title,
    path,
    parts: [
      {
        rows: [
          ...aboutRows(table, dispute),
          {
            symbol: 'speak',
            says: `${nameFor(reader, state, entry.by)} said on ${dayOf(entry)}:`,
            quote: entry.says,
          },
          ...(entry.wants === ''
            ? []
            : [{ symbol: 'idea', says: easyWords.wants, quote: entry.wants } as const]),
          ...answers.map(
            (answer): EasyRow => ({
              symbol: 'letter',
              says: `${nameFor(reader, state, answer.by)} answered on ${dayOf(answer)}. ${OUTCOME_WORDS[answer.outcome]}.`,
              ...(answer.why === '' ? { also: [easyWords.noReason] } : { quote: answer.why }),
            }),
          ),
          ...(clock === undefined ? [] : [{ symbol: 'time', says: clock.says } as const]),
        ],
      },
      ...restingPart(table, dispute),
      ...(open && mayAdd(table, 'dispute-answered')
        ? [
            {
              rows: [
                mine
                  ? ({ symbol: 'lock', says: answerWords.notYours } as const)
                  : ({
                      symbol: 'write',
                      says: easyWords.answer,
                      link: { href: `${path}#form`, says: easyWords.answer },
                    } as const),
              ],
            },
          ]
        : []),
    ],
  }
}

/** One complaint: what it is about, how long it has waited, the answer, and where it can go from there. */
export function easyComplaint(table: AtTable, found: Complaint): EasyView {
  const { reader, state, record } = table
  const { complaint, answers } = found
  const { id, about, wants, note } = complaint
  const path = recordPath(record, 'challenge', 'complaint', id)
  const mayAnswerIt =
    answers.length === 0 && mayAdd(table, 'complaint-answered') && complaint.by !== reader.party
  return {
    title: complaintWords.one,
    path,
    parts: [
      {
        rows: [
          {
            symbol: 'write',
            says: `From ${nameWithin(reader, state, complaint.by)}, ${dayOf(complaint)}:`,
            quote: about,
          },
          ...(wants === '' ? [] : [{ symbol: 'idea', says: easyWords.wants, quote: wants } as const]),
          ...(note === undefined || note === '' ? [] : [{ symbol: 'list', says: note } as const]),
          ...complaintRows(table, found),
          ...rowIf(mayDo(table, 'challenge', 'dispute') && mayAdd(table, 'dispute'), {
            symbol: 'speak',
            says: 'You can say that this is wrong.',
            link: { href: disputePath(record, answers.at(-1)?.id ?? id), says: 'This is wrong' },
          }),
          ombudsmanRow,
          ...rowIf(mayAnswerIt, {
            symbol: 'write',
            says: easyWords.answer,
            link: { href: `${path}#form`, says: easyWords.answer },
          }),
        ],
      },
    ],
  }
}
