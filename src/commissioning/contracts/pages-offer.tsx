import { z } from 'zod'
import { offersOf } from '../../domain/contracts/beside.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import { type Answer, notFound, redirect } from '../../platform/web/answer.ts'
import { date, text } from '../../platform/web/fields.ts'
import { type FieldError, type Form, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { formErrors } from '../../table/frame.tsx'
import { type NewTerms, decideOffer, openOffer } from './decide-offer.ts'
import { AUDITED, type AtContract, type ContractPage, DECIDES, READS } from './door.ts'
import { keepSaid } from './keep-said.ts'
import { contractPath, laidContract } from './laid.tsx'
import { OfferTerms, OneOffer } from './offer.tsx'
import { keptOffer } from './said.ts'
import { offerWords as w } from './words-said.ts'

const offerForm = z.object({
  from: date({ missing: w.fromMissing, wrong: w.fromWrong, from: '1900-01-01' }),
  says: text(w.saysMissing),
})

const PRICE = /^£?\d{1,6}(?:\.\d{1,2})?$/
const NUMBER = /^\d{1,8}$/

/** The boxes that were filled in: an empty one stays as it is. */
function changesTyped({ ledger }: AtContract, { values }: Form) {
  const { terms } = ledger.award
  const errors: FieldError[] = []
  const typed = (field: string): string => textOf(values, field).replaceAll(/[,\s]/g, '')
  const prices = terms.services.flatMap(({ id }, index): NewTerms['prices'] => {
    const field = `price-${index + 1}`
    const box = typed(field)
    if (box === '') return []
    const amount = PRICE.test(box) ? Math.round(Number(box.replace('£', '')) * 100) : 0
    if (amount >= 1 && amount <= 10_000_000) return [{ service: id, amount: pence<'unit'>(amount) }]
    errors.push({ field, says: w.priceWrong, at: field })
    return []
  })
  const groups = (terms.model === 'lead-provider' ? terms.groups : []).flatMap(
    ({ id }, index): NewTerms['groups'] => {
      const field = `group-${index + 1}`
      const box = typed(field)
      if (box === '') return []
      if (NUMBER.test(box) && Number(box) <= 10_000_000) return [{ group: id, people: Number(box) }]
      errors.push({ field, says: w.groupWrong, at: field })
      return []
    },
  )
  return { prices, groups, errors }
}

const offerPage = (visit: Visit<AtContract>, errors: readonly FieldError[], typed: Values): Answer =>
  laidContract(visit.ctx, {
    title: w.title,
    main: <OfferTerms visit={visit} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })

const offer: ContractPage = {
  path: '/contracts/:contract/terms',
  params: { contract: 'entry' },
  may: DECIDES,
  maySend: DECIDES,
  audited: AUDITED,
  get: (visit) => offerPage(visit, [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const show = (errors: readonly FieldError[]) => offerPage(visit, errors, form.values)
    const parsed = parseForm(offerForm, form)
    const { errors, ...changes } = changesTyped(ctx, form)
    if (parsed.kind === 'bad') return show([...parsed.errors, ...errors])
    if (errors.length > 0) return show(errors)
    const from = day(parsed.value.from)
    const { says } = parsed.value
    return keepSaid(visit, {
      to: contractPath(ctx.opened.id),
      notice: w.kept,
      show,
      says: async (seat) => {
        const now = { today: ctx.today, beside: await ctx.beside() }
        const decided = decideOffer(seat, ctx.ledger, { from, says, ...changes }, now)
        return decided.kind === 'refused'
          ? decided.errors
          : {
              kind: 'offered',
              on: ctx.today,
              from,
              says,
              entries: decided.entries.map((entry) => keptOffer(entry, ctx.today)),
            }
      },
    })
  },
}

const withdrawForm = z.object({ why: text(w.withdrawMissing) })

const one: ContractPage = {
  path: '/contracts/:contract/terms/:offer',
  params: { contract: 'entry', offer: 'entry' },
  may: READS,
  maySend: DECIDES,
  audited: AUDITED,
  get: (visit) => onePage(visit, [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const number = Number(visit.params['offer'])
    const to = contractPath(ctx.opened.id)
    if (await ctx.wasNoted()) return redirect(to, w.withdrawn)
    const show = (errors: readonly FieldError[]) => onePage(visit, errors, form.values)
    const beside = await ctx.beside()
    if (!offersOf(beside, ctx.today).some(({ offered }) => offered.number === number)) return notFound
    const parsed = parseForm(withdrawForm, form)
    if (parsed.kind === 'bad') return show(parsed.errors)
    return keepSaid(visit, {
      to,
      notice: w.withdrawn,
      show,
      says: async () =>
        openOffer(beside, number, ctx.today)
          ? { kind: 'offer-withdrawn', on: ctx.today, of: number, why: parsed.value.why }
          : formErrors([w.notOpen]),
    })
  },
}

async function onePage(
  visit: Visit<AtContract>,
  errors: readonly FieldError[],
  typed: Values,
): Promise<Answer> {
  const { ctx, params } = visit
  const found = offersOf(await ctx.beside(), ctx.today).find(
    ({ offered }) => String(offered.number) === params['offer'],
  )
  return found === undefined
    ? notFound
    : laidContract(ctx, {
        title: w.open,
        main: <OneOffer visit={visit} offer={found} errors={errors} typed={typed} />,
        bad: errors.length > 0,
      })
}

export const offerPages: readonly ContractPage[] = [offer, one]
