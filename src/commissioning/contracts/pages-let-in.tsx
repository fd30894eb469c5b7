import { z } from 'zod'
import { Button } from '../../platform/govuk/button.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { type Answer, redirect, refused } from '../../platform/web/answer.ts'
import { text } from '../../platform/web/fields.ts'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, parseForm, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { AUDITED, type AtContract, type ContractPage, DECIDES } from './door.ts'
import { ContractHeading, contractPath, laidContract } from './laid.tsx'
import { words } from './words.ts'
import { letInWords as w } from './words-said.ts'

type Offered = Awaited<ReturnType<AtContract['providers']>>
type Props = {
  readonly visit: Visit<AtContract>
  readonly offered: Offered
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const LetIn = ({ visit, offered, errors, typed }: Props) => {
  const at = visit.ctx
  const there = at.opened.file.parties.filter(({ role }) => role === 'provider')
  return (
    <ContractHeading at={at} title={w.title} errors={errors}>
      <p class="govuk-body">{w.intro}</p>
      <p class="govuk-body">
        {w.there}: {there.map(({ name }) => name).join(', ')}.
      </p>
      {offered.length === 0 ? (
        <p class="govuk-body">{w.nobody}</p>
      ) : (
        <form method="post" novalidate id="form">
          <FormSeal visit={visit} head={at.opened.head} />
          <Radios
            name="provider"
            legend={{ text: w.who, class: 'govuk-fieldset__legend--m' }}
            error={errorAt(errors, 'provider')}
            value={textOf(typed, 'provider')}
            items={offered.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <Button>{w.keep}</Button>
        </form>
      )}
    </ContractHeading>
  )
}

async function letInPage(
  visit: Visit<AtContract>,
  errors: readonly FieldError[],
  typed: Values,
): Promise<Answer> {
  const offered = await visit.ctx.providers()
  return laidContract(visit.ctx, {
    title: w.title,
    main: <LetIn visit={visit} offered={offered} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })
}

const letInForm = z.object({ provider: text(w.missing, { most: 200 }) })

const letIn: ContractPage = {
  path: '/contracts/:contract/providers',
  params: { contract: 'entry' },
  may: DECIDES,
  maySend: DECIDES,
  audited: AUDITED,
  get: (visit) => letInPage(visit, [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const show = (errors: readonly FieldError[]) => letInPage(visit, errors, form.values)
    const parsed = parseForm(letInForm, form)
    if (parsed.kind === 'bad') return show(parsed.errors)
    const to = contractPath(ctx.opened.id)
    // Sent twice, it sits there already; that it does is what was asked for.
    const isThere = ctx.ledger.parties.get(parsed.value.provider)?.role === 'provider'
    if (isThere) return redirect(to, w.kept)
    const chosen = (await ctx.providers()).find(({ id }) => id === parsed.value.provider)
    if (chosen === undefined) return show([{ field: 'provider', says: w.missing, at: 'provider' }])
    return (await ctx.letIn(chosen)) ? redirect(to, w.kept) : refused([words.denied], to)
  },
}

export const letInPages: readonly ContractPage[] = [letIn]
