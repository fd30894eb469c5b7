import { z } from 'zod'
import { every } from '../../domain/contracts/ledger.ts'
import { dateInWords, day } from '../../domain/dates/plain-date.ts'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { date, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { nextWords } from '../../table/contracts/words.ts'
import { AUDITED, type AtContract, type ContractPage, DECIDES, READS } from './door.ts'
import { keepSaid } from './keep-said.ts'
import { contractPath, laidContract } from './laid.tsx'
import { PersonUnder } from './person.tsx'
import { personWords as w } from './words-said.ts'

const nextForm = z.object({
  who: text(w.whoMissing, { most: 2000 }),
  from: date({ missing: nextWords.fromMissing, wrong: nextWords.fromWrong, from: '1900-01-01' }),
  said: text(nextWords.saidMissing),
})

async function personPage(
  visit: Visit<AtContract>,
  errors: readonly FieldError[],
  typed: Values,
): Promise<Answer> {
  const { ctx, params } = visit
  const person = params['person'] ?? ''
  const isThere = every(ctx.ledger, 'referred').some((each) => each.person === person)
  if (!isThere) return notFound
  const beside = await ctx.beside()
  return laidContract(ctx, {
    title: ctx.nameOf(person),
    main: <PersonUnder visit={visit} person={person} beside={beside} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })
}

const person: ContractPage = {
  path: '/contracts/:contract/person/:person',
  params: { contract: 'entry', person: 'entry' },
  may: READS,
  maySend: DECIDES,
  audited: AUDITED,
  get: (visit) => personPage(visit, [], {}),
  post: async (visit) => {
    const { ctx, params, form } = visit
    const who = params['person'] ?? ''
    if (!every(ctx.ledger, 'referred').some((each) => each.person === who)) return notFound
    const show = (errors: readonly FieldError[]) => personPage(visit, errors, form.values)
    const parsed = parseForm(nextForm, form)
    if (parsed.kind === 'bad') return show(parsed.errors)
    const from = day(parsed.value.from)
    const early = from < ctx.ledger.span.from
    if (early)
      return show([
        { field: 'from', says: `${w.fromEarly} ${dateInWords(ctx.ledger.span.from)}`, at: 'from-day' },
      ])
    return keepSaid(visit, {
      to: contractPath(ctx.opened.id, 'person', who),
      notice: w.kept,
      show,
      says: async () => ({
        kind: 'next',
        on: ctx.today,
        person: who,
        who: parsed.value.who,
        from,
        said: parsed.value.said,
      }),
    })
  },
}

export const personPages: readonly ContractPage[] = [person]
