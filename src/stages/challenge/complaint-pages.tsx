import { z } from 'zod'
import { standardsFor } from '../../domain/checks/standards.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { dayOfWhen } from '../../record/values.ts'
import { notFound } from '../../platform/web/answer.ts'
import { choice, choices, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { wholeOrEasy } from '../../table/easy-read.tsx'
import { KIND_WORDS } from '../../table/entry-words.ts'
import { findingsFor } from '../../table/findings-view.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { sendOr } from '../../table/send.ts'
import { answerComplaint, complain } from './complaint-decide.ts'
import { ComplainForm, ComplaintPage, LetterForm, LetterShown } from './complaint-forms.tsx'
import { composeLetter } from './complaint-letter.ts'
import { type Complaint, complaints } from './complaint-view.ts'
import { answerWords, complainWords, letterWords, words } from './complaint-words.ts'
import { easyComplaint } from './easy.ts'
import { words as challengeWords } from './words.ts'

const sayChallenge = { resource: 'challenge', action: 'say' } as const
const challengePath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'challenge')
const back = (visit: Visit<AtTable>) => backTo(challengePath(visit), challengeWords.title)

const complainPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'challenge', {
    title: complainWords.title,
    main: <ComplainForm visit={visit} errors={errors} typed={typed} />,
    before: back(visit),
    bad: errors.length > 0,
  })

const complainForm = z.object({
  about: text(complainWords.aboutMissing),
  wants: optionalText().transform((typed) => typed ?? ''),
})

const complaining: RecordPage = {
  path: '/records/:record/challenge/complain',
  may: sayChallenge,
  maySend: sayChallenge,
  audited: 'a form to complain',
  get: (visit) => complainPage(visit, [], {}),
  post: async (visit) => {
    const parsed = parseForm(complainForm, visit.form)
    if (parsed.kind === 'bad') return complainPage(visit, parsed.errors, parsed.typed)
    const stamp = visit.ctx.stamp('complaint')
    const to = recordPath(visit.ctx.record, 'challenge', 'complaint', stamp.id)
    return sendOr(visit, complain({ stamp, ...parsed.value }), to, complainWords.kept, (errors) =>
      complainPage(visit, errors, visit.form.values),
    )
  },
}

const complaintOf = (visit: Visit<AtTable>): Complaint | undefined =>
  complaints(visit.ctx.state).find(({ complaint }) => complaint.id === visit.params['complaint'])

const complaintPage = (
  visit: Visit<AtTable>,
  complaint: Complaint,
  errors: readonly FieldError[],
  typed: Values,
) =>
  laid(visit.ctx, 'challenge', {
    title: words.one,
    main: wholeOrEasy(
      visit,
      <ComplaintPage visit={visit} complaint={complaint} errors={errors} typed={typed} />,
      () => easyComplaint(visit.ctx, complaint),
    ),
    before: back(visit),
    bad: errors.length > 0,
  })

const answerForm = z.object({
  outcome: choice(['upheld', 'partly', 'not-upheld'], answerWords.outcomeMissing),
  why: text(answerWords.whyMissing),
  told: choices(['yes']),
})

const complaint: RecordPage = {
  path: '/records/:record/challenge/complaint/:complaint',
  params: { complaint: 'entry' },
  may: { resource: 'challenge', action: 'read' },
  maySend: { resource: 'challenge', action: 'decide' },
  audited: 'a complaint',
  get: (visit) => {
    const found = complaintOf(visit)
    return found === undefined ? notFound : complaintPage(visit, found, [], {})
  },
  post: async (visit) => {
    const found = complaintOf(visit)
    if (found === undefined) return notFound
    const parsed = parseForm(answerForm, visit.form)
    if (parsed.kind === 'bad') return complaintPage(visit, found, parsed.errors, parsed.typed)
    const { told, ...answer } = parsed.value
    const decision = answerComplaint(
      {
        ...answer,
        stamp: visit.ctx.stamp('complaint-answered'),
        complaint: found.complaint.id,
        ombudsmanTold: told.length > 0,
      },
      visit.ctx.state,
    )
    const to = recordPath(visit.ctx.record, 'challenge', 'complaint', found.complaint.id)
    return sendOr(visit, decision, to, answerWords.kept, (errors) =>
      complaintPage(visit, found, errors, visit.form.values),
    )
  },
}

/** The letter that the record gives today: what is open there and not only worth a look. */
function letterOf(table: AtTable): string {
  const { state, reader, model, councilAddress } = table
  return composeLetter({
    state,
    council: model.council,
    address: councilAddress,
    writer: reader.party,
    findings: findingsFor(table).flatMap(({ kind, finding }) =>
      kind === 'answered' || finding.level === 'look' ? [] : [finding],
    ),
    entryInWords: (id) => {
      const entry = state.byId.get(id)
      return entry === undefined
        ? undefined
        : `${KIND_WORDS[entry.kind]}, ${dateInWords(dayOfWhen(entry.on))}`
    },
    days: standardsFor(state.policy)['complaint-days'],
  })
}

const letterPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'challenge', {
    title: letterWords.title,
    main: <LetterForm visit={visit} errors={errors} typed={typed} />,
    before: back(visit),
    bad: errors.length > 0,
  })

const LONGEST_LETTER = 40_000
const letterForm = z.object({ letter: text(letterWords.missing, { most: LONGEST_LETTER }) })

/** Nothing is kept: what is sent comes back as a page to print, or in its box again. */
const letter: RecordPage = {
  path: '/records/:record/challenge/letter',
  may: sayChallenge,
  maySend: sayChallenge,
  audited: 'a letter of complaint, to change and print',
  get: (visit) => letterPage(visit, [], { letter: letterOf(visit.ctx) }),
  post: (visit) => {
    const parsed = parseForm(letterForm, visit.form)
    if (parsed.kind === 'bad') return letterPage(visit, parsed.errors, parsed.typed)
    if (textOf(visit.form.values, 'again') === 'yes') return letterPage(visit, [], visit.form.values)
    return laid(visit.ctx, 'challenge', {
      title: letterWords.shownTitle,
      main: <LetterShown visit={visit} letter={parsed.value.letter} />,
      before: back(visit),
    })
  },
}

export const complaintPages: readonly RecordPage[] = [complaining, complaint, letter]
