import { z } from 'zod'
import { EXCLUSION_REASONS } from '../../domain/contracts/entries.ts'
import { entryOf } from '../../domain/contracts/ledger.ts'
import { file, notFound } from '../../platform/web/answer.ts'
import { choice, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { ContractPageMain } from './contract.tsx'
import { decideAnswer, decideExclude } from './decide.ts'
import { AUDITED, type AtContract, type ContractPage, type ContractsPage, DECIDES, READS } from './door.ts'
import { writeContractText } from './file.ts'
import { contractPath, laidBuying, laidContract } from './laid.tsx'
import { ContractList } from './list.tsx'
import { AnswerMatter, Exclude, Outcomes } from './outcomes.tsx'
import { adjustPages } from './pages-adjust.tsx'
import { endPages } from './pages-end.tsx'
import { flagPages } from './pages-flags.tsx'
import { letInPages } from './pages-let-in.tsx'
import { linkPages } from './pages-link.tsx'
import { needsPages } from './pages-needs.tsx'
import { offerPages } from './pages-offer.tsx'
import { personPages } from './pages-person.tsx'
import { ratePages } from './pages-rate.tsx'
import { remeasurePages } from './pages-remeasure.tsx'
import { keepOr, settlementPages } from './pages-settle.tsx'
import { shownPeriods } from './periods.tsx'
import { words } from './words.ts'

/** The list of all contracts: another door than that of one. */
export const contractListPages: readonly ContractsPage[] = [
  {
    path: '/contracts',
    may: READS,
    audited: AUDITED,
    get: ({ ctx }) => laidBuying('/contracts', { title: words.title, main: <ContractList {...ctx} /> }),
  },
]

const contract: ContractPage = {
  path: '/contracts/:contract',
  params: { contract: 'entry' },
  may: READS,
  audited: AUDITED,
  get: async ({ ctx }) => {
    const sums = await ctx.sums(shownPeriods(ctx))
    return laidBuying('/contracts', {
      title: ctx.opened.file.contract.name,
      main: <ContractPageMain at={ctx} beside={await ctx.beside()} sums={sums} />,
    })
  },
}

const wholeFile: ContractPage = {
  path: '/contracts/:contract/file',
  params: { contract: 'entry' },
  may: READS,
  audited: AUDITED,
  get: ({ ctx }) =>
    file(`${ctx.opened.id}.contract.json`, 'application/json', writeContractText(ctx.opened.file)),
}

const outcomes: ContractPage = {
  path: '/contracts/:contract/outcomes',
  params: { contract: 'entry' },
  may: READS,
  audited: AUDITED,
  get: ({ ctx }) => laidContract(ctx, { title: 'Outcomes', main: <Outcomes at={ctx} /> }),
}

const excludeForm = z.object({
  reason: choice(EXCLUSION_REASONS, 'Choose what happened'),
  why: text('Say in a sentence what happened', { most: 2000 }),
  approver: text('Choose who approved it'),
})

function excludePage(visit: Visit<AtContract>, errors: readonly FieldError[], typed: Values) {
  const { ctx, params } = visit
  const outcome = entryOf(ctx.ledger, 'outcome-agreed', params['outcome'])
  return outcome === undefined
    ? notFound
    : laidContract(ctx, {
        title: words.exclude,
        main: <Exclude visit={visit} outcome={outcome} errors={errors} typed={typed} />,
        bad: errors.length > 0,
      })
}

const exclude: ContractPage = {
  path: '/contracts/:contract/outcomes/:outcome',
  params: { contract: 'entry', outcome: 'entry' },
  may: READS,
  maySend: DECIDES,
  audited: AUDITED,
  get: (visit) => excludePage(visit, [], {}),
  post: async (visit) => {
    const { ctx, params } = visit
    const parsed = parseForm(excludeForm, visit.form)
    if (parsed.kind === 'bad') return excludePage(visit, parsed.errors, parsed.typed)
    const outcome = params['outcome'] ?? ''
    return keepOr(
      visit,
      (by) =>
        decideExclude({ id: ctx.idFor('excluded'), on: ctx.today, by }, ctx.ledger, {
          outcome,
          ...parsed.value,
        }),
      { to: contractPath(ctx.opened.id, 'outcomes'), notice: words.excluded },
      (errors) => excludePage(visit, errors, visit.form.values),
    )
  },
}

const answerForm = z.object({
  upheld: choice(['yes', 'no'], 'Choose what you found'),
  says: text('Say what you found, and how', { most: 5000 }),
})

function answerPage(visit: Visit<AtContract>, errors: readonly FieldError[], typed: Values) {
  const { ctx, params } = visit
  const matter =
    entryOf(ctx.ledger, 'challenged', params['matter']) ?? entryOf(ctx.ledger, 'contested', params['matter'])
  return matter === undefined
    ? notFound
    : laidContract(ctx, {
        title: words.answerTitle,
        main: <AnswerMatter visit={visit} matter={matter} errors={errors} typed={typed} />,
        bad: errors.length > 0,
      })
}

const answer: ContractPage = {
  path: '/contracts/:contract/answer/:matter',
  params: { contract: 'entry', matter: 'entry' },
  may: READS,
  maySend: DECIDES,
  audited: AUDITED,
  get: (visit) => answerPage(visit, [], {}),
  post: async (visit) => {
    const { ctx, params } = visit
    const parsed = parseForm(answerForm, visit.form)
    if (parsed.kind === 'bad') return answerPage(visit, parsed.errors, parsed.typed)
    const { says, upheld } = parsed.value
    const asked = { of: params['matter'] ?? '', says, upheld: upheld === 'yes' }
    return keepOr(
      visit,
      (by) => decideAnswer({ id: ctx.idFor('answered'), on: ctx.today, by }, ctx.ledger, asked),
      { to: contractPath(ctx.opened.id), notice: words.answered },
      (errors) => answerPage(visit, errors, visit.form.values),
    )
  },
}

export const contractPages: readonly ContractPage[] = [
  contract,
  wholeFile,
  outcomes,
  exclude,
  answer,
  ...settlementPages,
  ...flagPages,
  ...linkPages,
  ...endPages,
  ...letInPages,
  ...offerPages,
  ...personPages,
  ...ratePages,
  ...adjustPages,
  ...needsPages,
  ...remeasurePages,
]
