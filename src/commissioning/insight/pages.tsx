import type { Model } from '../../domain/allocation/model.ts'
import type { Database } from '../../platform/database/database.ts'
import { textOf } from '../../platform/web/form.ts'
import { type Route, behind } from '../../platform/web/page.ts'
import { AUDITED, type AtInsight, type AtTheDoor, type InsightPage, READS, enterInsight } from './door.ts'
import { Heading, laidInsight } from './laid.tsx'
import { fairness } from '../../domain/population/fairness.ts'
import { notFound } from '../../platform/web/answer.ts'
import type { Calibrating } from './calibrating.ts'
import { type WriteModel, calibrationPages } from './pages-calibration.tsx'
import { FitPage, fitOf } from './fit.tsx'
import { words as fitWords } from './words-fit.ts'
import { FairnessPage } from './fairness.tsx'
import { publishPage, publishedRoutes } from './pages-published.tsx'
import type { Preparing } from './preparing.ts'
import { whatIfPages } from './pages-what-if.tsx'
import { words as fairnessWords } from './words-fairness.ts'
import { TwoByTwo } from './two-by-two.tsx'
import { foursOf } from './view-two-by-two.ts'
import { onceAReading } from './once-a-reading.ts'
import { queueAsked } from './view-queue.ts'
import { Waits } from './waits.tsx'
import { ROOMS, words } from './words.ts'
import { words as twoByTwoWords } from './words-two-by-two.ts'
import { words as waitsWords } from './words-waits.ts'

const Rooms = ({ at }: { readonly at: AtInsight }) => (
  <Heading at={at} title={words.title}>
    <p class="govuk-body-l">{words.intro}</p>
    {ROOMS.filter(({ councilOnly }) => at.of.kind === 'council' || !councilOnly).map(
      ({ name, says, about }) => (
        <section class="rt-block">
          <h2 class="govuk-heading-m">
            <a class="govuk-link" href={`/insight/${name}`}>
              {says}
            </a>
          </h2>
          <p class="govuk-body">{about}</p>
        </section>
      ),
    )}
    <p class="govuk-body">
      <a class="govuk-link" href="/model/comments">
        What people say about the model
      </a>
      , to read and to answer
    </p>
  </Heading>
)

const facts = { may: READS, audited: AUDITED } as const

const rooms: InsightPage = {
  ...facts,
  path: '/insight',
  get: ({ ctx }) => laidInsight(ctx, '', { title: words.title, main: <Rooms at={ctx} /> }),
}

const waits: InsightPage = {
  ...facts,
  path: '/insight/waits',
  get: ({ ctx, query }) => {
    const asked = queueAsked((name) => textOf(query, name))
    return laidInsight(ctx, 'waits', {
      title: waitsWords.title,
      main: <Waits at={ctx} asked={asked} />,
      bad: asked.errors.length > 0,
    })
  },
}

/** A manager sees every number: every record behind them is open to them. */
const fourOf = onceAReading(async ({ of, people, linearSolver }) =>
  foursOf(people, of.kind === 'team' ? undefined : await linearSolver()),
)

const twoByTwo: InsightPage = {
  ...facts,
  path: '/insight/two-by-two',
  get: async ({ ctx, query }) =>
    laidInsight(ctx, 'two-by-two', {
      title: twoByTwoWords.title,
      main: <TwoByTwo at={ctx} fourOf={await fourOf(ctx)} asked={textOf(query, 'of')} />,
    }),
}

/** Everybody held against everybody. */
const fairnessOf = onceAReading(({ people, model, today }) => fairness(people, model, today))

const fair: InsightPage = {
  ...facts,
  path: '/insight/fairness',
  get: ({ ctx, query }) =>
    ctx.of.kind === 'council'
      ? laidInsight(ctx, 'fairness', {
          title: fairnessWords.title,
          main: <FairnessPage at={ctx} all={fairnessOf(ctx)} asked={textOf(query, 'of')} />,
        })
      : notFound,
}

const fit: InsightPage = {
  ...facts,
  path: '/insight/fit',
  get: async ({ ctx }) =>
    ctx.of.kind === 'council'
      ? laidInsight(ctx, 'fit', {
          title: fitWords.title,
          main: <FitPage at={ctx} found={await fitOf(ctx)} />,
        })
      : notFound,
}

/** What stands beyond the walls of these rooms, and is passed in. */
export type Beyond = Calibrating &
  Preparing &
  AtTheDoor & {
    /** writes a draft of a model down as a file */
    readonly write: WriteModel
  }

/** Figures of many people, for a manager of their team and a commissioner of the council. */
export const insightRoutes = (
  database: Database,
  model: Model,
  { write, ...tools }: Beyond,
): readonly Route[] => [
  ...behind(enterInsight(database, model, tools), [
    rooms,
    waits,
    twoByTwo,
    fair,
    fit,
    ...whatIfPages,
    ...calibrationPages(tools, write),
    publishPage(tools),
  ]),
  ...publishedRoutes(database),
]
