import { join } from 'node:path'
import type { PointsModel } from './domain/allocation/points.ts'
import type { Model } from './domain/allocation/model.ts'
import { ASSUMED } from './domain/contracts/before-buying/assumptions.ts'
import { plainWords } from './domain/plain-words/hints.ts'
import type { WordList } from './domain/plain-words/word-list.ts'
import type { Directory } from './domain/community/directory.ts'
import type { DemoAccount } from './exchange/demo-council.ts'
import { DEMO_ISSUERS, demoPeople } from './exchange/demo-council.ts'
import { runsFrom, runsToCsv } from './exchange/before-buying-csv.ts'
import { draftFile } from './exchange/model-file.ts'
import { openStatistics } from './exchange/open-statistics.ts'
import { statisticsBehind } from './exchange/open-statistics-thread.ts'
import { linearSolver } from './exchange/linear-solver.ts'
import { openSolver } from './exchange/solver.ts'
import { transparencyDocument, transparencyRecord } from './exchange/transparency-record.ts'
import { ownWordsBeside, ownWordsName, ownWordsToFill } from './exchange/transparency-words.ts'
import { readSupportCsv } from './exchange/support-csv.ts'
import { commentRoutes } from './commissioning/insight/pages-comments.tsx'
import { whatIfOfOne } from './commissioning/insight/one-person.tsx'
import { type Transparency, modelRoutes } from './commissioning/insight/pages-model.tsx'
import { commentNotes } from './commissioning/insight/notes-on-comments.ts'
import { insightRoutes } from './commissioning/insight/pages.tsx'
import { contractsBeside } from './contracts-beside.ts'
import type { MakePaperForm } from './record/paper-form.ts'
import type { Clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Database } from './platform/database/database.ts'
import { assetsAt } from './platform/govuk/assets.ts'
import type { Carrier } from './platform/outbox/carrier.ts'
import { signInParts } from './platform/sign-in/parts.ts'
import { houseDress } from './platform/web/house-dress.tsx'
import { type Route, behind, openDoor } from './platform/web/page.ts'
import { readManifest } from './platform/web/static-files.ts'
import { createWeb, type Web } from './platform/web/web.ts'
import { beforeBuyingPages } from './commissioning/before-buying/pages.tsx'
import { enterContract, enterContracts } from './commissioning/contracts/door.ts'
import { enterNewContract } from './commissioning/contracts/door-new.ts'
import { newContractPages } from './commissioning/contracts/pages-new.tsx'
import { contractListPages, contractPages } from './commissioning/contracts/pages.tsx'
import { sumsKept } from './commissioning/contracts/store.ts'
import { enterMarket } from './commissioning/market/door.ts'
import { marketPages } from './commissioning/market/pages.tsx'
import { enterProvider, enterProviders } from './commissioning/providers/door.ts'
import { providerListPages, providerPages } from './commissioning/providers/pages.tsx'
import { providerLedgers } from './provider-ledgers.ts'
import { advocacyPages } from './stages/advocacy/pages.tsx'
import { ADVOCACY_FORM } from './stages/advocacy/words-paper.ts'
import { agreedPages } from './stages/agreed/pages.tsx'
import { aboutMePages } from './stages/about-me/pages.tsx'
import { ABOUT_FORM } from './stages/about-me/words-paper.ts'
import { budgetPages } from './stages/budget/pages.tsx'
import { contactPages } from './stages/contact/pages.tsx'
import { directPaymentPages } from './stages/budget/direct-payment-pages.tsx'
import { meansPages } from './stages/budget/means-pages.tsx'
import { challengePages } from './stages/challenge/pages.tsx'
import { conversationPages } from './stages/conversation/pages.tsx'
import { decidingPages } from './stages/deciding/pages.tsx'
import { putRightPages } from './stages/conversation/put-right-pages.tsx'
import { eligibilityPages } from './stages/eligibility/pages.tsx'
import { optionPages } from './stages/plan/option-pages.tsx'
import { planPages } from './stages/plan/pages.tsx'
import { GOAL_FORM } from './stages/plan/words-paper.ts'
import { movesPages } from './stages/moves/pages.tsx'
import { outcomesPages } from './stages/outcomes/pages.tsx'
import { HEARD_FORM, HOPE_FORM, tellingForm, wellbeingForm } from './stages/outcomes/words-paper.ts'
import { riskPages } from './stages/risks/pages.tsx'
import { reviewPages } from './stages/review/pages.tsx'
import { safetyPages } from './stages/safety/pages.tsx'
import { SAFETY_FORM } from './stages/safety/words-paper.ts'
import { supportPages } from './stages/support/pages.tsx'
import { type Published, enterRecord } from './table/doors.ts'
import { enterHome, enterTeam } from './table/home-door.ts'
import { type CouncilFigures, followCouncil, onItsDay } from './record/log.ts'
import { outboxRoutes } from './table/letters/outbox.tsx'
import { tablePages } from './table/pages.tsx'
import { paperPages } from './table/paper-pages.tsx'
import { publicRoutes } from './table/public-pages.tsx'

export type AppSettings = {
  readonly config: Config
  readonly clock: Clock
  readonly database: Database
  readonly model: Model
  readonly points?: PointsModel | undefined
  /** the places and groups near by, to be offered as options */
  readonly directory?: Directory | undefined
  /** where the council gets its post, a line each */
  readonly councilAddress?: readonly string[] | undefined
  /** who carries letters; left out, nothing is sent from here */
  readonly carrier?: Carrier | undefined
  /** what to put more plainly; left out, forms have no hints */
  readonly words?: WordList | undefined
  /** the project's folder, for what the build has made */
  readonly root: string
  /** what staff should know while it lasts: that the demonstration is still being filled */
  readonly meanwhile?: (() => string | undefined) | undefined
  /** the people of the demonstration; left out where real issuers say who somebody is */
  readonly demo?: readonly DemoAccount[] | undefined
}

/** Every run of invented people under every way of paying: `npx roundtable before-buying --csv` makes it again. */
const BEFORE_BUYING = join('figures', 'before-buying.csv')

/** The forms that can be printed and filled in with a pen, each of the stage whose form it is. */
const PAPER_FORMS: readonly MakePaperForm[] = [
  () => HOPE_FORM,
  () => GOAL_FORM,
  () => ABOUT_FORM,
  () => HEARD_FORM,
  () => ADVOCACY_FORM,
  () => SAFETY_FORM,
  wellbeingForm,
  tellingForm,
]

const tableAndPaper = [...tablePages, ...paperPages(PAPER_FORMS)]

/** What the council publishes, and who carries its letters. */
const publishedBy = ({
  model,
  points,
  directory,
  councilAddress,
  carrier,
  config,
}: AppSettings): Published => ({
  model,
  points,
  directory,
  councilAddress,
  posting: carrier && { carries: carrier.carries, origin: config.url.origin },
  contracts: contractsBeside,
})

/** What the rooms of figures need from beyond their walls. */
const beyondInsight = ({ points }: AppSettings, council: CouncilFigures) => ({
  council,
  makeFiles: openStatistics,
  makeStatistics: statisticsBehind,
  points,
  openSolver,
  linearSolver,
  write: draftFile,
})

/** The transparency record, with what the council wrote beside its model. @throws where that has a mistake */
async function transparencyOf({ config, model, root }: AppSettings): Promise<Transparency> {
  const modelFile = config.model ?? join(root, 'allocation', 'northmoor-2026-27.yaml')
  const own = await ownWordsBeside(modelFile, model)
  return {
    record: (of, accuracy) => transparencyRecord(of, accuracy, own),
    document: transparencyDocument,
    ownFile: ownWordsName(modelFile),
    toFill: ownWordsToFill(model, own),
  }
}

/** The rooms where contracts are made, kept and settled. */
const contractRoutes = (database: Database, council: string): readonly Route[] => {
  const sums = sumsKept()
  const ledgers = providerLedgers(sums)
  return [
    ...behind(enterContracts(database), contractListPages),
    ...behind(enterNewContract(database, council), newContractPages),
    ...behind(enterContract(database, sums), contractPages),
    ...behind(enterMarket(database), marketPages),
    ...behind(enterProviders(database, ledgers), providerListPages),
    ...behind(enterProvider(database, ledgers), providerPages),
  ]
}

/** Everybody's figures, begun to be read, so that the first page of them need not wait. What goes wrong is said by that page. */
function councilRead(database: Database): CouncilFigures {
  const council = followCouncil(database)
  void council.read().catch(() => undefined)
  return council
}

const FOOTER = [
  { text: 'Accessibility', href: '/accessibility' },
  { text: 'Privacy', href: '/privacy' },
  { text: 'How the money is worked out', href: '/model' },
  { text: 'How the Act is applied', href: '/figures' },
]

/** The service, put together by hand: what is not named here is not there. */
export async function createApp(settings: AppSettings): Promise<Web> {
  const { config, clock, model, root } = settings
  const transparency = await transparencyOf(settings)
  const database = onItsDay(settings.database, clock.today)
  const assets = join(root, 'dist', 'assets')
  const council = councilRead(database)
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
      ...publicRoutes(
        model.council,
        enterHome(database, { model, notesFor: commentNotes(model) }),
        enterTeam(database),
      ),
      ...behind(openDoor, [
        ...beforeBuyingPages({
          assumed: ASSUMED,
          runs: () => runsFrom(join(root, BEFORE_BUYING)),
          csv: runsToCsv,
        }),
      ]),
      ...commentRoutes(database, model),
      ...modelRoutes(database, model, transparency),
      ...insightRoutes(database, model, beyondInsight(settings, council)),
      ...outboxRoutes(database),
      ...contractRoutes(database, model.council),
      ...behind(enterRecord(database, publishedBy(settings)), [
        ...tableAndPaper,
        ...aboutMePages,
        ...contactPages,
        ...conversationPages,
        ...putRightPages,
        ...eligibilityPages,
        ...budgetPages,
        whatIfOfOne,
        ...meansPages,
        ...directPaymentPages,
        ...optionPages,
        ...planPages,
        ...supportPages(readSupportCsv),
        ...outcomesPages,
        ...agreedPages,
        ...riskPages,
        ...decidingPages,
        ...advocacyPages,
        ...movesPages,
        ...safetyPages,
        ...reviewPages,
        ...challengePages,
      ]),
    ],
    parts,
    passing: settings.meanwhile,
    dress: houseDress({
      council: model.council,
      meanwhile: settings.meanwhile,
      plainWords: settings.words && plainWords(settings.words),
      assets: assetsAt('/assets', readManifest(assets)),
      footer: FOOTER,
    }),
    assets,
  })
}
