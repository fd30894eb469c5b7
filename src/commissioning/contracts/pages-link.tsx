import { z } from 'zod'
import type { Amount } from '../../domain/contracts/entries.ts'
import { type PlainDate, day } from '../../domain/dates/plain-date.ts'
import { type Answer, conflictPage, redirect, refused } from '../../platform/web/answer.ts'
import { date, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Form, type Values, parseForm } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import { formErrors } from '../../table/frame.tsx'
import { decideLink } from './decide-link.ts'
import { AUDITED, type AtContract, type ContractPage, DECIDES } from './door.ts'
import { contractPath, laidContract, providerOf } from './laid.tsx'
import { needsTyped } from './needs-a-week.tsx'
import { LinkPerson, NEW } from './link.tsx'
import type { AppendedToContract, ByCouncil } from './store.ts'
import { atFields } from './typed-again.ts'
import { nextReference, standsFrom, unlinked } from './view-candidates.ts'
import { words } from './words.ts'
import { linkWords } from './words-new.ts'

const whoForm = z.object({
  who: optionalText({ most: 100 }),
  code: optionalText({ most: 100 }),
  as: text(linkWords.asMissing, { most: 200 }),
})
const fromForm = z.object({
  from: date({ missing: linkWords.fromMissing, wrong: linkWords.fromWrong, from: '1900-01-01' }),
})

async function linkPage(
  visit: Visit<AtContract>,
  errors: readonly FieldError[],
  typed: Values,
): Promise<Answer> {
  const offered = await visit.ctx.council.candidates()
  return laidContract(visit.ctx, {
    title: linkWords.title,
    main: <LinkPerson visit={visit} offered={offered} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })
}

const FROM_WRONG = { later: linkWords.fromLater, outside: linkWords.fromBefore } as const

/** A new reference stands from a day; one that came with a file stands from its own. */
function fromOf({ ledger, today }: AtContract, form: Form, isNew: boolean) {
  if (!isNew) return { from: today, errors: [] }
  const parsed = parseForm(fromForm, form)
  if (parsed.kind === 'bad') return { from: today, errors: parsed.errors }
  const from: PlainDate = day(parsed.value.from)
  const stands = standsFrom(from, { span: ledger.span, today })
  return {
    from,
    errors: stands === 'good' ? [] : [{ field: 'from', says: FROM_WRONG[stands], at: 'from-day' }],
  }
}

type Asked = {
  readonly record: string
  readonly person: string
  readonly isNew: boolean
  readonly from: PlainDate
  readonly needs: readonly Amount[]
}

async function askedOf(visit: Sent<AtContract>): Promise<Asked | readonly FieldError[]> {
  const { ctx, form } = visit
  const parsed = parseForm(whoForm, form)
  if (parsed.kind === 'bad') return parsed.errors
  const { who, code, as } = parsed.value
  const isNew = as === NEW
  const person = isNew ? nextReference(ctx.opened.file) : as
  const { from, errors: wrongDay } = fromOf(ctx, form, isNew)
  const { needs, errors: wrongNeeds } = needsTyped(ctx, form, linkWords.needsWrong)
  const typed = code ?? who
  const record = typed === undefined ? undefined : await ctx.council.recordBy(typed)
  const field = code === undefined ? 'who' : 'code'
  const nobody =
    typed === undefined
      ? [{ field, says: linkWords.whoMissing, at: field }]
      : record === undefined
        ? [
            {
              field,
              says: `Nobody with this reference waits to be linked. Their plan has no line with ${providerOf(ctx)}, or they are under this contract already. Ask their worker`,
              at: field,
            },
          ]
        : []
  const isFree = isNew || unlinked(ctx.opened.file.entries, new Set()).includes(person)
  const errors = [
    ...nobody,
    ...(isFree ? [] : [{ field: 'as', says: linkWords.asMissing, at: 'as' }]),
    ...wrongDay,
    ...wrongNeeds,
  ]
  return errors.length > 0 || record === undefined ? errors : { record, person, isNew, from, needs }
}

const isErrors = (asked: Asked | readonly FieldError[]): asked is readonly FieldError[] =>
  Array.isArray(asked)

/** Adds what is more than an entry in the buyer’s own name, and goes on; or shows the form again with what went against it. */
export async function keepByCouncil(
  visit: Sent<AtContract>,
  decide: (by: string) => ByCouncil,
  after: { readonly to: string; readonly notice: string },
  show: (errors: readonly FieldError[]) => Promise<Answer> | Answer,
): Promise<Answer> {
  if (visit.form.lookOver === true) return show([])
  const seat = await visit.ctx.seat()
  const kept: AppendedToContract =
    seat === undefined
      ? { kind: 'denied' }
      : await visit.ctx.council.add(decide(seat), { head: visit.head, typed: visit.form.values })
  switch (kept.kind) {
    case 'kept':
      return redirect(after.to, after.notice)
    case 'wrong':
      return show(
        atFields(kept.mistakes, visit.form.values, ({ path }) =>
          visit.form.values[path] === undefined && visit.form.values[`${path}-day`] === undefined
            ? undefined
            : { field: path },
        ),
      )
    case 'overtaken': {
      const shown = await show(formErrors([words.overtaken]))
      return shown.kind === 'page' ? conflictPage(shown) : shown
    }
    case 'key-reused':
      return show(formErrors([words.twice]))
    case 'denied':
      return refused([words.denied], after.to)
  }
}

const link: ContractPage = {
  path: '/contracts/:contract/link',
  params: { contract: 'entry' },
  may: DECIDES,
  maySend: DECIDES,
  audited: AUDITED,
  get: (visit) => linkPage(visit, [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const show = (errors: readonly FieldError[]) => linkPage(visit, errors, form.values)
    const after = { to: contractPath(ctx.opened.id), notice: linkWords.kept }
    // Sent twice, they wait to be linked no more; that they are linked is what was asked for.
    const sent = await ctx.council.wasSent(form.values)
    if (sent === 'this') return redirect(after.to, after.notice)
    if (sent === 'something-else') return show(formErrors([words.twice]))
    const asked = await askedOf(visit)
    if (isErrors(asked)) return show(asked)
    return keepByCouncil(
      visit,
      (by) => ({
        entries: decideLink({ id: ctx.idFor('referred'), on: ctx.today, by }, asked),
        link: { person: asked.person, record: asked.record },
      }),
      after,
      show,
    )
  },
}

export const linkPages: readonly ContractPage[] = [link]
