import { join } from 'node:path'
import type { PointsModel } from './domain/allocation/points.ts'
import type { Model } from './domain/allocation/model.ts'
import type { DemoAccount } from './exchange/demo-council.ts'
import { DEMO_ISSUERS, demoPeople } from './exchange/demo-council.ts'
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
import { publishedModel } from './stages/budget/published.tsx'
import { challengePages } from './stages/challenge/pages.tsx'
import { conversationPages } from './stages/conversation/pages.tsx'
import { eligibilityPages } from './stages/eligibility/pages.tsx'
import { enterHome, enterRecord } from './table/doors.ts'
import { tablePages } from './table/pages.tsx'
import { publicRoutes } from './table/public-pages.tsx'

export type AppSettings = {
  readonly config: Config
  readonly clock: Clock
  readonly database: Database
  readonly model: Model
  readonly points?: PointsModel | undefined
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
      ...publicRoutes(model.council, enterHome(database)),
      ...behind(openDoor, [publishedModel(model)]),
      ...behind(enterRecord(database, { model, points: settings.points }), [
        ...tablePages,
        ...conversationPages,
        ...eligibilityPages,
        ...budgetPages,
        ...challengePages,
      ]),
    ],
    parts,
    dress: houseDress({
      council: model.council,
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
