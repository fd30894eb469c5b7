import { z } from 'zod'
import { day } from '../../domain/dates/plain-date.ts'
import { isLevel } from '../../domain/outcomes/ladder.ts'
import { type Answer, notFound, redirect } from '../../platform/web/answer.ts'
import { choice, choices, date, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { formErrors } from '../../table/frame.tsx'
import { type Drawn, decideRemeasure, drawnIn } from './decide-remeasure.ts'
import { AUDITED, type AtContract, type ContractPage, DECIDES } from './door.ts'
import { contractPath, laidContract } from './laid.tsx'
import { keepByCouncil } from './pages-link.tsx'
import { ANOTHER, Remeasure } from './remeasure.tsx'
import { words } from './words.ts'
import { remeasureWords } from './words-new.ts'

const remeasureForm = z.object({
  who: text(remeasureWords.whoMissing, { most: 200 }),
  name: optionalText({ most: 200 }),
  apart: choices(['yes'], remeasureWords.apartMissing),
  on: date({ missing: remeasureWords.onMissing, wrong: remeasureWords.onWrong, from: '1900-01-01' }),
  reached: choice(['yes', 'no'], remeasureWords.reachedMissing),
  level: choice(['4', '3', '2', '1', '0'], remeasureWords.levelMissing),
})

const drawnFor = async ({ ctx, params }: Visit<AtContract>): Promise<Drawn | undefined> =>
  drawnIn(ctx.ledger, await ctx.notes(), params['outcome'] ?? '')

const shown = (
  visit: Visit<AtContract>,
  drawn: Drawn,
  errors: readonly FieldError[],
  typed: Values,
): Answer =>
  laidContract(visit.ctx, {
    title: remeasureWords.title,
    main: <Remeasure visit={visit} drawn={drawn} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })

const at = (field: string): string => (field === 'on' ? 'on-day' : field)

const remeasure: ContractPage = {
  path: '/contracts/:contract/sample/:outcome',
  params: { contract: 'entry', outcome: 'entry' },
  may: DECIDES,
  maySend: DECIDES,
  audited: AUDITED,
  get: async (visit) => {
    const drawn = await drawnFor(visit)
    return drawn === undefined ? notFound : shown(visit, drawn, [], {})
  },
  post: async (visit) => {
    const { ctx, form } = visit
    const drawn = await drawnFor(visit)
    if (drawn === undefined) return notFound
    const show = (errors: readonly FieldError[]) => shown(visit, drawn, errors, form.values)
    const after = { to: contractPath(ctx.opened.id, 'sample'), notice: remeasureWords.kept }
    const sent = await ctx.council.wasSent(form.values)
    if (sent === 'this') return redirect(after.to, after.notice)
    if (sent === 'something-else') return show(formErrors([words.twice]))
    const parsed = parseForm(remeasureForm, form)
    if (parsed.kind === 'bad') return show(parsed.errors)
    const { who, name, on, reached, level } = parsed.value
    if (who === ANOTHER && name === undefined)
      return show([{ field: 'name', says: remeasureWords.nameMissing, at: 'name' }])
    const found = Number(level)
    const decided = decideRemeasure({ id: ctx.idFor('remeasured'), today: ctx.today }, ctx.ledger, drawn, {
      looked:
        who === ANOTHER
          ? { kind: 'named', id: ctx.idFor('reviewer'), name: name ?? '' }
          : { kind: 'party', party: who },
      on: day(on),
      level: isLevel(found) ? found : 0,
      reached: reached === 'yes',
    })
    if (decided.kind === 'refused')
      return show([{ field: decided.field, says: decided.says, at: at(decided.field) }])
    return keepByCouncil(visit, () => decided, after, show)
  },
}

export const remeasurePages: readonly ContractPage[] = [remeasure]
