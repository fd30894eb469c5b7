import { z } from 'zod'
import { noticeOf } from '../../domain/contracts/beside.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { choice, choices, date, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import { formErrors } from '../../table/frame.tsx'
import { decideEnd, wrongNotice } from './decide-end.ts'
import { AUDITED, type AtContract, type ContractPage, DECIDES, READS } from './door.ts'
import { EndOfContract } from './end.tsx'
import { keepSaid } from './keep-said.ts'
import { contractPath, laidContract } from './laid.tsx'
import { keepOr } from './pages-settle.tsx'
import { atFields } from './typed-again.ts'
import { endWords as w } from './words-said.ts'

const doForm = z.object({ do: choice(['notice', 'back', 'end'], 'Choose what to do') })
const noticeForm = z.object({
  last: date({ missing: w.lastMissing, wrong: w.lastWrong, from: '1900-01-01' }),
  why: text(w.whyMissing),
})
const backForm = z.object({ back: text(w.backMissing) })
const endForm = z.object({
  ended: date({ missing: w.lastMissing, wrong: w.lastWrong, from: '1900-01-01' }),
  endedwhy: text(w.whyMissing),
  known: choices(['yes']),
})

const endPage = async (
  visit: Visit<AtContract>,
  errors: readonly FieldError[],
  typed: Values,
): Promise<Answer> =>
  laidContract(visit.ctx, {
    title: w.title,
    main: <EndOfContract visit={visit} beside={await visit.ctx.beside()} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })

type Shows = (errors: readonly FieldError[]) => Promise<Answer>

const at = (field: string): string => (field === 'last' || field === 'ended' ? `${field}-day` : field)

function giveNotice(visit: Sent<AtContract>, show: Shows): Promise<Answer> | Answer {
  const { ctx, form } = visit
  const parsed = parseForm(noticeForm, form)
  if (parsed.kind === 'bad') return show(parsed.errors)
  const last = day(parsed.value.last)
  const { why } = parsed.value
  return keepSaid(visit, {
    to: contractPath(ctx.opened.id, 'end'),
    notice: w.kept,
    show,
    says: async () => {
      const wrong = wrongNotice(ctx.ledger, await ctx.beside(), { last, today: ctx.today })
      return wrong === undefined
        ? { kind: 'notice', on: ctx.today, last, why }
        : [{ ...wrong, at: at(wrong.field) }]
    },
  })
}

function takeBack(visit: Sent<AtContract>, show: Shows): Promise<Answer> | Answer {
  const { ctx, form } = visit
  const parsed = parseForm(backForm, form)
  if (parsed.kind === 'bad') return show(parsed.errors)
  return keepSaid(visit, {
    to: contractPath(ctx.opened.id, 'end'),
    notice: w.takenBack,
    show,
    says: async () => {
      const notice = noticeOf(await ctx.beside())
      return notice === undefined
        ? formErrors([w.nothingBack])
        : { kind: 'notice-withdrawn', on: ctx.today, of: notice.number, why: parsed.value.back }
    },
  })
}

async function writeEnd(visit: Sent<AtContract>, show: Shows): Promise<Answer> {
  const { ctx, form } = visit
  const parsed = parseForm(endForm, form)
  if (parsed.kind === 'bad') return show(parsed.errors)
  const { ended, endedwhy: why, known } = parsed.value
  const asked = { last: day(ended), why, known: known.includes('yes') }
  const beside = await ctx.beside()
  const decide = (by: string) =>
    decideEnd({ id: ctx.idFor('ended'), on: ctx.today, by }, ctx.ledger, asked, beside)
  const tried = decide('')
  if (tried.kind === 'wrong') {
    return show(
      tried.errors.map(({ field, says }) => {
        const box = field === 'last' ? 'ended' : field
        return { field: box, says, at: at(box) }
      }),
    )
  }
  return keepOr(
    visit,
    (by) => {
      const decided = decide(by)
      return decided.kind === 'wrong' ? { kind: 'refused', says: [] } : decided
    },
    { to: contractPath(ctx.opened.id, 'end'), notice: w.ended },
    show,
    (mistakes) => atFields(mistakes, form.values, () => undefined),
  )
}

const end: ContractPage = {
  path: '/contracts/:contract/end',
  params: { contract: 'entry' },
  may: READS,
  maySend: DECIDES,
  audited: AUDITED,
  get: (visit) => endPage(visit, [], {}),
  post: async (visit) => {
    const show: Shows = (errors) => endPage(visit, errors, visit.form.values)
    const what = parseForm(doForm, visit.form)
    if (what.kind === 'bad') return show(formErrors(what.errors.map(({ says }) => says)))
    switch (what.value.do) {
      case 'notice':
        return giveNotice(visit, show)
      case 'back':
        return takeBack(visit, show)
      case 'end':
        return writeEnd(visit, show)
    }
  },
}

export const endPages: readonly ContractPage[] = [end]
