import type { Visit } from '../../platform/web/page.ts'
import { type Answer, refused } from '../../platform/web/answer.ts'
import { carersHeard } from '../../record/eligibility-facts.ts'
import { type AtTable, type RecordPage, mayDo, recordPath, settle } from '../../table/at-table.ts'
import { laid } from '../../table/frame.tsx'
import { OVERTAKEN_PRESS } from '../../table/send.ts'
import { BudgetPage } from './budget.tsx'
import { showBudget } from './decide.ts'
import { daysPages } from './days-pages.tsx'
import { meantimePages } from './meantime-pages.tsx'
import { carerBudgets, personBudget } from './view.ts'
import { showWords, words } from './words.ts'

/** The carers whose own sum the reader may see. */
const carersFor = (table: AtTable): readonly string[] => {
  if (mayDo(table, 'carers-own', 'read')) return carersHeard(table.state)
  return mayDo(table, 'carers-own', 'read-own') && table.reader.party !== undefined
    ? [table.reader.party]
    : []
}

const budgetPage = (visit: Visit<AtTable>): Answer => {
  const { ctx } = visit
  return laid(ctx, 'budget', {
    title: words.title,
    main: (
      <BudgetPage
        visit={visit}
        person={mayDo(ctx, 'money', 'read') ? personBudget(ctx.model, ctx.state, ctx.points) : undefined}
        carers={carerBudgets(ctx.model, ctx.state, carersFor(ctx))}
      />
    ),
  })
}

const budget: RecordPage = {
  path: '/records/:record/budget',
  may: { resource: 'money', action: 'read' },
  orMay: { resource: 'carers-own', action: 'read-own' },
  maySend: { resource: 'money', action: 'decide' },
  audited: 'the money on the table',
  get: budgetPage,
  post: async (visit) => {
    const { ctx } = visit
    const to = recordPath(ctx.record, 'budget')
    const { setAside } = personBudget(ctx.model, ctx.state).both
    if (setAside.kind !== 'known') return refused(['There is no sum yet to put in the record.'], to)
    const decision = showBudget({ stamp: ctx.stamp('indicative-budget'), budget: setAside.value })
    const outcome = await settle(visit, decision, to, showWords.kept)
    switch (outcome.kind) {
      case 'sent':
        return outcome.answer
      case 'refused':
        return refused(outcome.says, to)
      case 'overtaken':
        return refused([OVERTAKEN_PRESS], to)
    }
  },
}

export const budgetPages: readonly RecordPage[] = [budget, ...meantimePages, ...daysPages]
