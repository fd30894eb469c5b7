import type { Assumptions } from '../../domain/contracts/before-buying/assumptions.ts'
import { type Cell, cellsOf } from '../../domain/contracts/before-buying/ranges.ts'
import type { Run } from '../../domain/contracts/before-buying/run.ts'
import { WAYS } from '../../domain/contracts/before-buying/ways.ts'
import { BackLink } from '../../platform/govuk/back-link.tsx'
import type { Account } from '../../platform/web/account.ts'
import { type Shown, file, notFound, page } from '../../platform/web/answer.ts'
import type { Page } from '../../platform/web/page.ts'
import { Assumed } from './assumed.tsx'
import { InShort } from './in-short.tsx'
import { OneWay } from './one-way.tsx'
import { documentOf } from './view.ts'
import { WAY_WORDS, words } from './words.ts'

/** Where the runs come from: made once from their seeds, and read when they are first asked for. */
export type MadeRuns = {
  readonly assumed: Assumptions
  readonly runs: () => Promise<readonly Run[]>
  readonly csv: (runs: readonly Run[]) => string
}

const OPEN = { may: 'anyone', audited: 'nothing personal' } as const

/** For those who buy, the rooms of buying stand above it as above the others. */
const besideOthers = (account: Account | undefined): Pick<Shown, 'place' | 'navigation'> =>
  account?.role === 'commissioner' || account?.role === 'finance'
    ? {
        place: { text: 'Commissioning', href: '/contracts' },
        navigation: [
          { href: '/contracts', text: 'Contracts' },
          { href: '/market', text: 'Market' },
          { href: '/before-buying', text: words.title, current: 'section' as const },
        ],
      }
    : {}

/** Nobody in it exists, so it is open to all: who is paid by a contract may know as well as who pays what it would reward. */
export function beforeBuyingPages({ assumed, runs, csv }: MadeRuns): readonly Page<undefined>[] {
  let kept: Promise<readonly Cell[]> | undefined
  const cells = (): Promise<readonly Cell[]> => (kept ??= runs().then(cellsOf))
  return [
    {
      ...OPEN,
      path: '/before-buying',
      get: async ({ account }) => {
        const all = await cells()
        return page({
          ...besideOthers(account),
          title: words.title,
          main: (
            <>
              <InShort cells={all} people={assumed.people} />
              <Assumed assumed={assumed} seeds={all[0]?.seeds ?? 0} />
            </>
          ),
        })
      },
    },
    {
      ...OPEN,
      path: '/before-buying/:way',
      params: { way: WAYS },
      get: async ({ account, params }) => {
        const way = WAYS.find((each) => each === params['way'])
        if (way === undefined) return notFound
        return page({
          ...besideOthers(account),
          title: WAY_WORDS[way].name,
          main: <OneWay cells={await cells()} way={way} people={assumed.people} />,
          before: <BackLink href="/before-buying">{words.title}</BackLink>,
        })
      },
    },
    {
      ...OPEN,
      path: '/before-buying/runs.csv',
      get: async () => file('before-buying.csv', 'text/csv; charset=utf-8', csv(await runs())),
    },
    {
      ...OPEN,
      path: '/before-buying/ranges.json',
      get: async () =>
        file(
          'before-buying.json',
          'application/json',
          `${JSON.stringify(documentOf(assumed, await cells()), null, 2)}\n`,
        ),
    },
  ]
}
