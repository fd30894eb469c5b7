import { z } from 'zod'
import { ASKED, movesOf, noticeOf, offersOf } from '../../domain/contracts/beside.ts'
import type { ContractEntry } from '../../domain/contracts/entries.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import { type Answer, conflictPage, notFound, redirect } from '../../platform/web/answer.ts'
import { choice, date, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Form, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import {
  type Going,
  type SaidDecision,
  answerOffer,
  decideGoing,
  giveNotice,
  goneEntry,
  waitingOffer,
  wrongPaid,
} from './decide-said.ts'
import { type AtProvider, GIVES, type ProviderPage, READS } from './door.ts'
import { back, laidFor, providerPath } from './laid.tsx'
import { GoingForm, MoveForm } from './said.tsx'
import { EndForm, OfferForm } from './said-terms.tsx'
import { NOT_YOURS, OVERTAKEN, SENT_BEFORE, atForm } from './task-page.tsx'
import { peopleUnder } from './view.ts'
import { words } from './words.ts'
import { MOVE_WORDS } from '../../table/contracts/words.ts'
import { endWords, moveWords as m, termsWords as w } from './words-said.ts'

type Shows = (errors: readonly FieldError[]) => Answer
type After = { readonly to: string; readonly notice: string; readonly show: Shows }

const boxOf = (field: string): string => (field === 'from' || field === 'last' ? `${field}-day` : field)

/** Says it, adds what counts from now on, and goes on; or shows the form again. What is not kept whole is not kept. */
async function keepSaid(
  { ctx, head }: Sent<AtProvider>,
  decided: SaidDecision,
  { to, notice, show }: After,
): Promise<Answer> {
  if (decided.kind === 'wrong')
    return show(decided.wrong.map(({ field, says }) => ({ field, says, at: boxOf(field) })))
  if (head !== undefined && head !== String(ctx.opened.head)) return overtaken(show)
  if (!(await ctx.say(decided.says))) return show(atForm([NOT_YOURS]))
  return decided.entries.length === 0
    ? redirect(to, notice)
    : addOr({ ctx, head, entries: decided.entries }, { to, notice, show })
}

function overtaken(show: Shows): Answer {
  const shown = show(atForm([OVERTAKEN]))
  return shown.kind === 'page' ? conflictPage(shown) : shown
}

type Adding = {
  readonly ctx: AtProvider
  readonly head: string | undefined
  readonly entries: readonly ContractEntry[]
}

async function addOr({ ctx, head, entries }: Adding, { to, notice, show }: After): Promise<Answer> {
  const added = await ctx.add(entries, head)
  switch (added.kind) {
    case 'kept':
      return redirect(to, notice)
    case 'overtaken':
      return overtaken(show)
    case 'wrong':
      return show(atForm(added.mistakes.map(({ says }) => `${says}.`)))
    case 'key-reused':
      return show(atForm([SENT_BEFORE]))
    case 'denied':
      return show(atForm([NOT_YOURS]))
  }
}

const numberIn = (visit: Visit<AtProvider>, name: string): number => Number(visit.params[name])

// New terms ----------------------------------------------------------------------------------------------------------

function offerPage(visit: Visit<AtProvider>, errors: readonly FieldError[], values: Values): Answer {
  const { ctx } = visit
  const offer = offersOf(ctx.beside, ctx.today).find(
    ({ offered }) => offered.number === numberIn(visit, 'offer'),
  )
  return offer === undefined || !ctx.isWhole
    ? notFound
    : laidFor(ctx, 'paid', {
        title: w.title,
        main: <OfferForm visit={visit} errors={errors} values={values} offer={offer} />,
        before: back(providerPath(ctx.opened.id), words.people),
        bad: errors.length > 0,
      })
}

const offerForm = z.object({
  accepts: choice(['yes', 'no'], w.missing),
  why: optionalText(),
})

const offer: ProviderPage = {
  path: '/provider/:contract/terms/:offer',
  params: { contract: 'entry', offer: 'entry' },
  may: READS,
  maySend: GIVES,
  audited: 'new terms that are offered to a provider',
  get: (visit) => offerPage(visit, [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const show: Shows = (errors) => offerPage(visit, errors, form.values)
    const parsed = parseForm(offerForm, form)
    if (parsed.kind === 'bad') return show(parsed.errors)
    const accepts = parsed.value.accepts === 'yes'
    const { why } = parsed.value
    const after = {
      to: providerPath(ctx.opened.id),
      notice: accepts ? w.accepted : w.declined,
      show,
    }
    if (await ctx.wasSaid()) return redirect(after.to, after.notice)
    if (!accepts && why === undefined) return show([{ field: 'why', says: w.whyMissing, at: 'why' }])
    const waits = ctx.isWhole ? waitingOffer(ctx.beside, numberIn(visit, 'offer'), ctx.today) : undefined
    if (waits === undefined) return show(atForm([w.closed]))
    const answer = { accepts, ...(why === undefined ? {} : { why }) }
    return keepSaid(visit, answerOffer(waits, { id: ctx.idFor('terms'), on: ctx.today }, answer), after)
  },
}

// The end ------------------------------------------------------------------------------------------------------------

const endPage = (visit: Visit<AtProvider>, errors: readonly FieldError[], values: Values): Answer =>
  laidFor(visit.ctx, 'end', {
    title: endWords.title,
    main: <EndForm visit={visit} errors={errors} values={values} />,
    bad: errors.length > 0,
  })

const noticeForm = z.object({
  last: date({ missing: endWords.lastMissing, wrong: endWords.lastWrong, from: '1900-01-01' }),
  why: text(endWords.whyMissing),
})
const backForm = z.object({ why: text(endWords.backMissing) })

const end: ProviderPage = {
  path: '/provider/:contract/end',
  params: { contract: 'entry' },
  may: READS,
  maySend: GIVES,
  audited: 'how a contract ends',
  get: (visit) => endPage(visit, [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const show: Shows = (errors) => endPage(visit, errors, form.values)
    const to = providerPath(ctx.opened.id, 'end')
    const isBack = textOf(form.values, 'do') === 'back'
    if (await ctx.wasSaid()) return redirect(to, isBack ? endWords.takenBack : endWords.kept)
    if (!ctx.isWhole) return show(atForm([NOT_YOURS]))
    if (isBack) {
      const parsed = parseForm(backForm, form)
      if (parsed.kind === 'bad') return show(parsed.errors)
      const notice = noticeOf(ctx.beside)
      const decided: SaidDecision =
        notice === undefined
          ? { kind: 'wrong', wrong: [{ field: 'form', says: endWords.nothingBack }] }
          : {
              kind: 'said',
              says: { kind: 'notice-withdrawn', on: ctx.today, of: notice.number, why: parsed.value.why },
              entries: [],
            }
      return keepSaid(visit, decided, { to, notice: endWords.takenBack, show })
    }
    const parsed = parseForm(noticeForm, form)
    if (parsed.kind === 'bad') return show(parsed.errors)
    const { why, last } = parsed.value
    const decided = giveNotice(ctx.ledger, ctx.beside, { last: day(last), why, on: ctx.today })
    return keepSaid(visit, decided, { to, notice: endWords.kept, show })
  },
}

// Who goes -----------------------------------------------------------------------------------------------------------

const goingForm = z.object({
  to: optionalText({ most: 200 }),
  from: date({ missing: m.fromMissing, wrong: m.fromWrong, from: '1900-01-01' }),
  why: text(m.whyMissing),
  asked: choice(ASKED, m.askedMissing),
  said: optionalText(),
  meanwhile: text(m.meanwhileMissing, { most: 2000 }),
})

const PRICE = /^£?\d{1,6}(?:\.\d{1,2})?$/

/** What the other provider is paid, where it is not what the council pays: an empty box is left out. */
function paidIn({ ledger }: AtProvider, { values }: Form) {
  const errors: FieldError[] = []
  const paid = ledger.award.terms.services.flatMap(({ id }, index): Going['paid'] => {
    const field = `price-${index + 1}`
    const typed = textOf(values, field).replaceAll(/[,\s]/g, '')
    if (typed === '') return []
    const amount = PRICE.test(typed) ? Math.round(Number(typed.replace('£', '')) * 100) : 0
    if (amount >= 1 && amount <= 10_000_000) return [{ service: id, amount: pence<'unit'>(amount) }]
    errors.push({ field, says: m.paidWrong, at: field })
    return []
  })
  return { paid, errors }
}

function goingPage(way: 'pass-on' | 'hand-back'): ProviderPage {
  const show = (visit: Visit<AtProvider>, errors: readonly FieldError[], values: Values): Answer => {
    const { ctx, params } = visit
    const person = params['person'] ?? ''
    const isTheirs = peopleUnder(ctx.ledger).some((each) => each.person === person)
    return !isTheirs || (way === 'hand-back' && !ctx.isWhole)
      ? notFound
      : laidFor(ctx, '', {
          title: way === 'pass-on' ? m.passOn : m.handBack,
          main: <GoingForm visit={visit} errors={errors} values={values} person={person} way={way} />,
          before: back(providerPath(ctx.opened.id, 'person', person), ctx.nameOf(person)),
          bad: errors.length > 0,
        })
  }
  return {
    path: `/provider/:contract/person/:person/${way}`,
    params: { contract: 'entry', person: 'entry' },
    may: READS,
    maySend: GIVES,
    audited: 'a form to say where somebody’s support goes',
    get: (visit) => show(visit, [], {}),
    post: async (visit) => {
      const { ctx, form, params } = visit
      const person = params['person'] ?? ''
      const to = providerPath(ctx.opened.id)
      if (await ctx.wasSaid()) return redirect(to, m.kept)
      const shows: Shows = (errors) => show(visit, errors, form.values)
      const shown = shows([])
      if (shown.kind !== 'page') return shown
      const parsed = parseForm(goingForm, form)
      const { paid, errors } = way === 'pass-on' ? paidIn(ctx, form) : { paid: [], errors: [] }
      if (parsed.kind === 'bad') return shows([...parsed.errors, ...errors])
      if (errors.length > 0) return shows(errors)
      const { to: taker, from, ...rest } = parsed.value
      const going: Going = {
        ...rest,
        way,
        person,
        from: day(from),
        paid,
        ...(way === 'pass-on' ? { to: taker } : {}),
      }
      const stamp = { id: ctx.idFor(way), on: ctx.today, by: ctx.me }
      return keepSaid(visit, decideGoing(stamp, ctx.ledger, ctx.beside, going), {
        to,
        notice: m.kept,
        show: shows,
      })
    },
  }
}

const moveForm = z.object({
  happened: choice(['yes', 'no'], m.happenedMissing),
  why: optionalText(),
})

function movePage(visit: Visit<AtProvider>, errors: readonly FieldError[], values: Values): Answer {
  const { ctx } = visit
  const move = moveIn(visit)
  return move === undefined
    ? notFound
    : laidFor(ctx, '', {
        title: MOVE_WORDS[move.moving.way],
        main: <MoveForm visit={visit} errors={errors} values={values} move={move} />,
        before: back(
          providerPath(ctx.opened.id, 'person', move.moving.person),
          ctx.nameOf(move.moving.person),
        ),
        bad: errors.length > 0,
      })
}

const moveIn = (visit: Visit<AtProvider>) =>
  movesOf(visit.ctx.beside, visit.ctx.ledger, { today: visit.ctx.today }).find(
    ({ moving }) => moving.number === numberIn(visit, 'move') && moving.by === visit.ctx.me,
  )

const move: ProviderPage = {
  path: '/provider/:contract/move/:move',
  params: { contract: 'entry', move: 'entry' },
  may: READS,
  maySend: GIVES,
  audited: 'where somebody’s support goes',
  get: (visit) => movePage(visit, [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const found = moveIn(visit)
    if (found === undefined) return notFound
    const show: Shows = (errors) => movePage(visit, errors, form.values)
    const to = providerPath(ctx.opened.id)
    const parsed = parseForm(moveForm, form)
    if (parsed.kind === 'bad') return show(parsed.errors)
    const { happened, why } = parsed.value
    const { moving, state } = found
    if (happened === 'yes') {
      if (state === 'done') return redirect(to, m.done)
      if (state !== 'due') return show(atForm([m.notYet]))
      const { paid, errors } = moving.way === 'pass-on' ? paidIn(ctx, form) : { paid: [], errors: [] }
      const wrong = wrongPaid(ctx.ledger, paid, moving.from).map((each) => ({ ...each, at: each.field }))
      if (errors.length + wrong.length > 0) return show([...errors, ...wrong])
      return addOr(
        { ctx, head: visit.head, entries: [goneEntry(moving, ctx.today, paid)] },
        { to, notice: m.done, show },
      )
    }
    if (await ctx.wasSaid()) return redirect(to, m.off)
    if (state === 'done' || state === 'off') return show(atForm([m.happenedMissing]))
    if (why === undefined) return show([{ field: 'why', says: m.offWhyMissing, at: 'why' }])
    const says = {
      kind: 'move-off',
      on: ctx.today,
      of: moving.number,
      person: moving.person,
      why,
    } as const
    return keepSaid(visit, { kind: 'said', says, entries: [] }, { to, notice: m.off, show })
  },
}

export const saidPages: readonly ProviderPage[] = [
  offer,
  end,
  goingPage('pass-on'),
  goingPage('hand-back'),
  move,
]
