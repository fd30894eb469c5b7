import { z } from 'zod'
import { SAVINGS } from '../../domain/contracts/entries.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { type Level, isLevel } from '../../domain/outcomes/ladder.ts'
import { type Answer, redirect } from '../../platform/web/answer.ts'
import { date, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Form, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { formErrors } from '../../table/frame.tsx'
import { decideNeeds } from './decide-needs.ts'
import { AUDITED, type AtContract, type ContractPage, DECIDES } from './door.ts'
import { contractPath, laidContract } from './laid.tsx'
import { ChangeNeeds } from './needs.tsx'
import { needsTyped } from './needs-a-week.tsx'
import { keepByCouncil } from './pages-link.tsx'
import { words } from './words.ts'
import { needsWords as w } from './words-change.ts'

const needsForm = z.object({
  person: text(w.personMissing, { most: 200 }),
  from: date({ missing: w.fromMissing, wrong: w.fromWrong, from: '1900-01-01' }),
  says: text(w.saysMissing),
  saved: optionalText({ most: 40 }),
  measured: optionalText({ most: 200 }),
  before: optionalText({ most: 2 }),
  now: optionalText({ most: 2 }),
})

const needsPage = (visit: Visit<AtContract>, errors: readonly FieldError[], typed: Values): Answer =>
  laidContract(visit.ctx, {
    title: w.title,
    main: <ChangeNeeds visit={visit} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })

/** An empty box is nothing of it, but not every box may be empty. */
function amountsOf(at: AtContract, form: Form) {
  const { needs: amounts, errors } = needsTyped(at, form, w.needsWrong)
  const isEmpty = amounts.length + errors.length === 0
  return {
    amounts,
    errors: isEmpty ? [{ field: 'needs-1', says: w.needsMissing, at: 'needs-1' }] : errors,
  }
}

const levelOf = (typed: string | undefined): Level | undefined => {
  const level = typed === undefined ? undefined : Number(typed)
  return isLevel(level) ? level : undefined
}

type Typed = z.output<typeof needsForm>

/** What was measured, where the reason asks for it: undefined where it does not, or the boxes that are empty. */
function measuredOf({ saved, measured, before, now }: Typed) {
  if (saved !== 'progressed') return { measured: undefined, errors: [] }
  const levels = { before: levelOf(before), now: levelOf(now) }
  const errors: FieldError[] = [
    ...(measured === undefined ? [{ field: 'measured', says: w.nameMissing, at: 'measured' }] : []),
    ...(['before', 'now'] as const).flatMap((field) =>
      levels[field] === undefined ? [{ field, says: w.levelMissing, at: field }] : [],
    ),
  ]
  return measured === undefined || levels.before === undefined || levels.now === undefined
    ? { measured: undefined, errors }
    : { measured: { name: measured, before: levels.before, now: levels.now }, errors }
}

const needs: ContractPage = {
  path: '/contracts/:contract/needs',
  params: { contract: 'entry' },
  may: DECIDES,
  maySend: DECIDES,
  audited: AUDITED,
  get: (visit) => needsPage(visit, [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const show = (errors: readonly FieldError[]) => needsPage(visit, errors, form.values)
    const after = { to: contractPath(ctx.opened.id), notice: w.kept }
    const sent = await ctx.council.wasSent(form.values)
    if (sent === 'this') return redirect(after.to, after.notice)
    if (sent === 'something-else') return show(formErrors([words.twice]))
    const parsed = parseForm(needsForm, form)
    const { amounts, errors } = amountsOf(ctx, form)
    if (parsed.kind === 'bad') return show([...parsed.errors, ...errors])
    const found = measuredOf(parsed.value)
    if (errors.length + found.errors.length > 0) return show([...errors, ...found.errors])
    const { person, from, says, saved } = parsed.value
    const asked = {
      person,
      from: day(from),
      needs: amounts,
      says,
      saved: SAVINGS.find((kind) => kind === saved),
      measured: found.measured,
    }
    const decide = (by: string) => decideNeeds({ by, today: ctx.today, idFor: ctx.idFor }, ctx.ledger, asked)
    // Who writes changes nothing of whether it may be written.
    const tried = decide('')
    if (tried.kind === 'refused') {
      const at = tried.field === 'from' ? 'from-day' : tried.field
      return show([{ field: tried.field, says: tried.says, at }])
    }
    return keepByCouncil(
      visit,
      (by) => {
        const decided = decide(by)
        return decided.kind === 'entries' ? decided : { entries: [] }
      },
      after,
      show,
    )
  },
}

export const needsPages: readonly ContractPage[] = [needs]
