import { z } from 'zod'
import { entryOf } from '../../domain/contracts/ledger.ts'
import { spanInWords } from '../../domain/contracts/span.ts'
import { isLevel } from '../../domain/outcomes/ladder.ts'
import { type Answer, redirect } from '../../platform/web/answer.ts'
import { choice, optionalChoice, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { answerChallenge, claimOutcome, contest } from './decide.ts'
import { type AtProvider, GIVES, type ProviderPage, READS } from './door.ts'
import { AnswerForm, BringForm, ClaimForm, ContestForm, InvoiceForm } from './forms.tsx'
import { laidFor, providerPath } from './laid.tsx'
import { referral } from './pages-referral.tsx'
import { NOT_YOURS, stampOf, taskPage } from './task-page.tsx'
import { challengesOf, outcomesOf } from './view.ts'
import { matchInvoice, readInvoice } from './view-invoice.ts'
import { answerWords, bringWords, claimWords, contestWords, invoiceWords } from './words.ts'

const personPath = ({ ctx }: Visit<AtProvider>, person: string): string =>
  providerPath(ctx.opened.id, 'person', person)

const claimForm = z.object({
  says: text(claimWords.missing, { most: 2000 }),
  level: optionalChoice(['0', '1', '2', '3', '4']),
})

const claim = taskPage({
  path: 'claim/:outcome',
  params: { outcome: 'entry' },
  room: '',
  title: claimWords.title,
  audited: 'a form to say that an outcome is reached',
  notice: claimWords.kept,
  about: ({ ctx, params }) => {
    const outcome = entryOf(ctx.ledger, 'outcome-agreed', params['outcome'])
    return outcome === undefined
      ? undefined
      : outcomesOf(ctx.ledger, outcome.person).find((each) => each.outcome.id === outcome.id)
  },
  shows: (props, seen) => <ClaimForm {...props} seen={seen} />,
  back: (visit, { outcome }) => personPath(visit, outcome.person),
  decides: (form, visit, { outcome }) => {
    const parsed = parseForm(claimForm, form)
    if (parsed.kind === 'bad') return parsed
    const level = parsed.value.level === undefined ? undefined : Number(parsed.value.level)
    return claimOutcome(stampOf(visit, 'claimed'), visit.ctx.ledger, {
      outcome: outcome.id,
      says: parsed.value.says,
      level: isLevel(level) ? level : undefined,
    })
  },
})

const answerForm = z.object({
  agrees: choice(['yes', 'no'], answerWords.missing),
  says: text(answerWords.saysMissing, { most: 4000 }),
})

const answer = taskPage({
  path: 'answer/:challenge',
  params: { challenge: 'entry' },
  room: '',
  title: answerWords.title,
  audited: 'a challenge to a provider',
  notice: answerWords.kept,
  about: ({ ctx, params }) =>
    challengesOf(ctx.ledger).find(({ challenged }) => challenged.id === params['challenge']),
  shows: (props, seen) => <AnswerForm {...props} seen={seen} />,
  back: (visit, { challenged }) => personPath(visit, challenged.person),
  decides: (form, visit, { challenged }) => {
    const parsed = parseForm(answerForm, form)
    if (parsed.kind === 'bad') return parsed
    return answerChallenge(stampOf(visit, 'answered'), visit.ctx.ledger, {
      challenge: challenged.id,
      agrees: parsed.value.agrees === 'yes',
      says: parsed.value.says,
    })
  },
})

type Contested = { readonly of: string; readonly person: string; readonly says: string }

/** What is contested, in a sentence: an outcome, what was said of one, or care. */
function contestedOf({ ctx, params }: Visit<AtProvider>): Contested | undefined {
  const entry = ctx.ledger.byId.get(params['entry'] ?? '')
  if (entry?.kind === 'outcome-agreed')
    return { of: entry.id, person: entry.person, says: `An outcome that was agreed: “${entry.goal}”` }
  if (entry?.kind === 'delivered')
    return {
      of: entry.id,
      person: entry.person,
      says: `Care from ${spanInWords(entry)}: ${entry.delivered} of ${entry.planned} planned.`,
    }
  if (entry?.kind !== 'confirmed') return undefined
  const outcome = entryOf(ctx.ledger, 'outcome-agreed', entry.outcome)
  return outcome === undefined
    ? undefined
    : {
        of: entry.id,
        person: outcome.person,
        says: `What was said of “${outcome.goal}”: ${entry.reached ? 'yes' : 'no, or not yet'}.`,
      }
}

const contestForm = z.object({ why: text(contestWords.missing, { most: 4000 }) })

const contesting = taskPage({
  path: 'contest/:entry',
  params: { entry: 'entry' },
  room: '',
  title: contestWords.title,
  audited: 'a form to contest something in a ledger',
  notice: contestWords.kept,
  about: contestedOf,
  shows: (props, { says }) => <ContestForm {...props} about={says} />,
  back: (visit, { person }) => personPath(visit, person),
  decides: (form, visit, { of }) => {
    const parsed = parseForm(contestForm, form)
    if (parsed.kind === 'bad') return parsed
    return contest(stampOf(visit, 'contested'), visit.ctx.ledger, { of, why: parsed.value.why })
  },
})

/** Characters: what a form may bring, a year of visits of some hundred people. */
const LONGEST_FILE = 15_000_000
const csvForm = (missing: string) => z.object({ csv: text(missing, { most: LONGEST_FILE }) })

const bringForm = csvForm(bringWords.missing).extend({ why: optionalText({ most: 2000 }) })

const atRows = (says: readonly string[]): readonly FieldError[] =>
  says.map((sentence) => ({ field: 'csv', says: sentence, at: 'csv' }))

const bringPage = (visit: Visit<AtProvider>, errors: readonly FieldError[], values: Values): Answer =>
  laidFor(visit.ctx, 'bring', {
    title: bringWords.title,
    main: <BringForm visit={visit} errors={errors} values={values} />,
    bad: errors.length > 0,
  })

const bring: ProviderPage = {
  path: '/provider/:contract/bring',
  params: { contract: 'entry' },
  may: READS,
  maySend: GIVES,
  audited: 'a form to bring in visits',
  takesRows: true,
  get: (visit) => bringPage(visit, [], {}),
  post: async (visit) => {
    const parsed = parseForm(bringForm, visit.form)
    if (parsed.kind === 'bad') return bringPage(visit, parsed.errors, parsed.typed)
    const brought = await visit.ctx.bring(parsed.value.csv, parsed.value.why)
    switch (brought.kind) {
      case 'kept':
        return redirect(
          providerPath(visit.ctx.opened.id),
          `${brought.visits === 1 ? '1 visit is' : `${brought.visits} visits are`} kept.`,
        )
      case 'wrong':
        return bringPage(visit, atRows(brought.says), visit.form.values)
      case 'denied':
        return bringPage(visit, atRows([NOT_YOURS]), visit.form.values)
    }
  },
}

const cellsOf = (typed: string): readonly (readonly string[])[] =>
  typed
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(line.includes('\t') ? '\t' : line.includes(';') ? ';' : ','))

const invoice: ProviderPage = {
  path: '/provider/:contract/invoice',
  params: { contract: 'entry' },
  may: READS,
  maySend: GIVES,
  audited: 'an invoice held against what was given',
  get: (visit) =>
    laidFor(visit.ctx, 'invoice', {
      title: invoiceWords.title,
      main: <InvoiceForm visit={visit} errors={[]} values={{}} />,
    }),
  post: (visit) => {
    const { ctx, form } = visit
    const parsed = parseForm(csvForm(invoiceWords.missing), form)
    const show = (errors: readonly FieldError[], matched?: ReturnType<typeof matchInvoice>) =>
      laidFor(ctx, 'invoice', {
        title: invoiceWords.title,
        main: <InvoiceForm visit={visit} errors={errors} values={form.values} matched={matched} />,
        bad: errors.length > 0,
      })
    if (parsed.kind === 'bad') return show(parsed.errors)
    const read = readInvoice(cellsOf(parsed.value.csv))
    return read.kind === 'refused' ? show(atRows(read.says)) : show([], matchInvoice(ctx.ledger, read.lines))
  },
}

export const formPages: readonly ProviderPage[] = [referral, claim, answer, contesting, bring, invoice]
