import { spanInWords } from '../../domain/contracts/span.ts'
import { type Answer, notFound, page } from '../../platform/web/answer.ts'
import { textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { Contract, List, Periods, shownPeriods } from './contract.tsx'
import { type AtProvider, type ProviderPage, type ProvidersPage, READS } from './door.ts'
import { back, laidFor, providerPath } from './laid.tsx'
import { formPages } from './pages-forms.tsx'
import { saidPages } from './pages-said.tsx'
import { Person, Visits } from './person.tsx'
import { SettlementPage } from './settlement.tsx'
import { monthOf, peopleUnder } from './view.ts'
import { words } from './words.ts'

export const providerListPages: readonly ProvidersPage[] = [
  {
    path: '/provider',
    may: READS,
    audited: 'a provider’s contracts, with no name in them',
    get: ({ ctx }) => page({ title: words.title, main: <List {...ctx} /> }),
  },
]

const contract: ProviderPage = {
  path: '/provider/:contract',
  params: { contract: 'entry' },
  may: READS,
  audited: 'whom a provider supports under a contract',
  get: ({ ctx }) =>
    laidFor(ctx, '', {
      title: ctx.opened.file.contract.name,
      main: <Contract at={ctx} />,
      before: back('/provider', words.title),
    }),
}

/** Somebody under the contract whom the provider sees; anybody else is not there. */
const personOf = ({ ctx, params }: Visit<AtProvider>): string | undefined =>
  peopleUnder(ctx.ledger).find(({ person }) => person === params['person'])?.person

const person: ProviderPage = {
  path: '/provider/:contract/person/:person',
  params: { contract: 'entry', person: 'entry' },
  may: READS,
  audited: 'what was agreed with a provider',
  get: async (visit): Promise<Answer> => {
    const found = personOf(visit)
    if (found === undefined) return notFound
    await visit.ctx.look(found, 'what was agreed with a provider')
    return laidFor(visit.ctx, '', {
      title: visit.ctx.nameOf(found),
      main: <Person at={visit.ctx} person={found} />,
      before: back(providerPath(visit.ctx.opened.id), words.people),
    })
  },
}

const visits: ProviderPage = {
  path: '/provider/:contract/visits/:person',
  params: { contract: 'entry', person: 'entry' },
  may: READS,
  audited: 'visits by a provider',
  get: async (visit): Promise<Answer> => {
    const found = personOf(visit)
    if (found === undefined) return notFound
    const { ctx } = visit
    const days = monthOf(textOf(visit.query, 'month'), ctx.today)
    await ctx.look(found, 'visits by a provider')
    return laidFor(ctx, '', {
      title: `Visits to ${ctx.nameOf(found)}`,
      main: <Visits at={ctx} person={found} days={days} visits={await ctx.visits(found, days)} />,
      before: back(providerPath(ctx.opened.id, 'person', found), ctx.nameOf(found)),
    })
  },
}

const periods: ProviderPage = {
  path: '/provider/:contract/paid',
  params: { contract: 'entry' },
  may: READS,
  audited: 'what a contract pays',
  get: async ({ ctx }) => {
    const known: Awaited<ReturnType<AtProvider['sums']>> = ctx.isWhole
      ? await ctx.sums(shownPeriods(ctx))
      : new Map()
    return laidFor(ctx, 'paid', {
      title: words.periods,
      main: <Periods at={ctx} known={known} />,
    })
  },
}

const settlement: ProviderPage = {
  path: '/provider/:contract/paid/:period',
  params: { contract: 'entry', period: 'entry' },
  may: READS,
  audited: 'how the sum of a period came about',
  get: ({ ctx, params }) => {
    const period = ctx.periods.find(({ from }) => from === params['period'])
    if (period === undefined || !ctx.isWhole) return notFound
    const days = { from: period.from, to: period.to }
    const owed = ctx.owed(days)
    if (owed === undefined) return notFound
    return laidFor(ctx, 'paid', {
      title: spanInWords(days),
      main: <SettlementPage at={ctx} period={period} owed={owed} />,
      before: back(providerPath(ctx.opened.id, 'paid'), words.periods),
    })
  },
}

export const providerPages: readonly ProviderPage[] = [
  contract,
  person,
  visits,
  periods,
  settlement,
  ...formPages,
  ...saidPages,
]
