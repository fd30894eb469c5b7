import { z } from 'zod'
import { RATE_KINDS } from '../../domain/contracts/entries.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { choice, choices, date, pounds, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type SetRate as Asked, belowSustainable, decideRate } from './decide-rate.ts'
import { AUDITED, type AtContract, type ContractPage, DECIDES } from './door.ts'
import { contractPath, laidContract } from './laid.tsx'
import { keepOr } from './pages-settle.tsx'
import { SetRate } from './rate.tsx'
import { type FieldOf, atFields } from './typed-again.ts'
import { rateWords } from './words-new.ts'

const rateForm = z.object({
  rate: choice(RATE_KINDS, rateWords.rateMissing),
  service: text(rateWords.serviceMissing, { most: 200 }),
  amount: pounds({
    missing: rateWords.amountMissing,
    wrong: rateWords.amountWrong,
    from: 0.01,
    to: 100_000,
  }),
  from: date({ missing: rateWords.fromMissing, wrong: rateWords.fromWrong, from: '1900-01-01' }),
  source: text(rateWords.sourceMissing, { most: 500 }),
  floor: choices(['yes']),
})

type Back = {
  readonly errors: readonly FieldError[]
  readonly typed: Values
  readonly asksFloor?: boolean
}

const ratePage = (visit: Visit<AtContract>, { errors, typed, asksFloor = false }: Back): Answer =>
  laidContract(visit.ctx, {
    title: rateWords.title,
    main: <SetRate visit={visit} errors={errors} typed={typed} asksFloor={asksFloor} />,
    bad: errors.length > 0,
  })

/** What the rules of the ledger say of a price, at the question that it is about. */
const FIELDS = ['service', 'amount', 'from', 'source']
const fieldOf: FieldOf = ({ path }) =>
  FIELDS.includes(path)
    ? { field: path, ...(path === 'from' ? { says: rateWords.gone } : {}) }
    : path === 'to'
      ? { field: 'from', says: rateWords.cuts }
      : undefined

const rate: ContractPage = {
  path: '/contracts/:contract/rate',
  params: { contract: 'entry' },
  may: DECIDES,
  maySend: DECIDES,
  audited: AUDITED,
  get: (visit) => ratePage(visit, { errors: [], typed: {} }),
  post: async (visit) => {
    const { ctx, form } = visit
    const typed = form.values
    const parsed = parseForm(rateForm, form)
    if (parsed.kind === 'bad') return ratePage(visit, { errors: parsed.errors, typed })
    const { floor, amount, from, ...rest } = parsed.value
    const asked: Asked = {
      ...rest,
      amount: pence<'unit'>(amount),
      from: day(from),
      floorPays: floor.includes('yes'),
    }
    const below = belowSustainable(ctx.ledger, asked)
    const asksFloor = below?.mayStand === true
    return keepOr(
      visit,
      (by) => decideRate({ id: ctx.idFor('rate-set'), on: ctx.today, by }, ctx.ledger, asked),
      { to: contractPath(ctx.opened.id), notice: rateWords.kept },
      (errors) =>
        ratePage(visit, {
          // A price that care cannot be given for belongs to the box that it was typed in.
          errors: errors.map((error) =>
            below !== undefined && error.says.startsWith(below.says)
              ? { ...error, field: 'amount', at: 'amount' }
              : error,
          ),
          typed,
          asksFloor,
        }),
      (mistakes) => atFields(mistakes, typed, fieldOf),
    )
  },
}

export const ratePages: readonly ContractPage[] = [rate]
