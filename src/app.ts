import { join } from 'node:path'
import type { PointsModel } from './domain/allocation/points.ts'
import type { Model } from './domain/allocation/model.ts'
import { plainWords } from './domain/plain-words/hints.ts'
import type { WordList } from './domain/plain-words/word-list.ts'
import type { Directory } from './domain/community/directory.ts'
import type { DemoAccount } from './exchange/demo-council.ts'
import { DEMO_ISSUERS, demoPeople } from './exchange/demo-council.ts'
import { readSupportCsv } from './exchange/support-csv.ts'
import type { Clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Database } from './platform/database/database.ts'
import { assetsAt } from './platform/govuk/assets.ts'
import { signInParts } from './platform/sign-in/parts.ts'
import { houseDress } from './platform/web/house-dress.tsx'
import { behind, openDoor } from './platform/web/page.ts'
import { readManifest } from './platform/web/static-files.ts'
import { createWeb, type Web } from './platform/web/web.ts'
import { budgetPages } from './stages/budget/pages.tsx'
import { contactPages } from './stages/contact/pages.tsx'
import { directPaymentPages } from './stages/budget/direct-payment-pages.tsx'
import { meansPages } from './stages/budget/means-pages.tsx'
import { publishedModel } from './stages/budget/published.tsx'
import { challengePages } from './stages/challenge/pages.tsx'
import { conversationPages } from './stages/conversation/pages.tsx'
import { eligibilityPages } from './stages/eligibility/pages.tsx'
import { optionPages } from './stages/plan/option-pages.tsx'
import { planPages } from './stages/plan/pages.tsx'
import { outcomesPages } from './stages/outcomes/pages.tsx'
import { riskPages } from './stages/risks/pages.tsx'
import { reviewPages } from './stages/review/pages.tsx'
import { supportPages } from './stages/support/pages.tsx'
import { enterRecord } from './table/doors.ts'
import { enterHome, enterTeam } from './table/home-door.ts'
import { tablePages } from './table/pages.tsx'
import { publicRoutes } from './table/public-pages.tsx'

export type AppSettings = {
  readonly config: Config
  readonly clock: Clock
  readonly database: Database
  readonly model: Model
  readonly points?: PointsModel | undefined
  /** the places and groups near by, to be offered as options */
  readonly directory?: Directory | undefined
  /** what to put more plainly; left out, forms have no hints */
  readonly words?: WordList | undefined
  /** the project's folder, for what the build has made */
  readonly root: string
  /** the people of the demonstration; left out where real issuers say who somebody is */
  readonly demo?: readonly DemoAccount[] | undefined
}

/** The service, put together by hand: what is not named here is not there. */
export async function createApp(settings: AppSettings): Promise<Web> {
  const { config, clock, database, model, root } = settings
  const assets = join(root, 'dist', 'assets')
  const { signIn } = config
  const parts = signInParts(
    config,
    (issuer, subject) =>
      database.sessions.accountOf(
        signIn.kind === 'issuers' ? signIn[issuer].url.href : DEMO_ISSUERS[issuer],
        subject,
      ),
    demoPeople(settings.demo ?? []),
  )
  return createWeb({
    config,
    clock,
    sessions: database.sessions,
    routes: [
      ...publicRoutes(model.council, enterHome(database, { model }), enterTeam(database)),
      ...behind(openDoor, [publishedModel(model)]),
      ...behind(enterRecord(database, { model, points: settings.points, directory: settings.directory }), [
        ...tablePages,
        ...contactPages,
        ...conversationPages,
        ...eligibilityPages,
        ...budgetPages,
        ...meansPages,
        ...directPaymentPages,
        ...optionPages,
        ...planPages,
        ...supportPages(readSupportCsv),
        ...outcomesPages,
        ...riskPages,
        ...reviewPages,
        ...challengePages,
      ]),
    ],
    parts,
    dress: houseDress({
      council: model.council,
      plainWords: settings.words && plainWords(settings.words),
      assets: assetsAt('/assets', readManifest(assets)),
      footer: [
        { text: 'Accessibility', href: '/accessibility' },
        { text: 'Privacy', href: '/privacy' },
        { text: 'How the money is worked out', href: '/model' },
      ],
    }),
    assets,
  })
}
