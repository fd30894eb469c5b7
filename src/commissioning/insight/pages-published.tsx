import { TABLES } from '../../domain/population/statistics-tables.ts'
import type { Database } from '../../platform/database/database.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { type Answer, file, notFound, page, redirect } from '../../platform/web/answer.ts'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type Values, textOf } from '../../platform/web/form.ts'
import { type Enter, type Page, type Route, type Visit, behind } from '../../platform/web/page.ts'
import { AUDITED, type AtInsight, type InsightPage, READS } from './door.ts'
import { Heading, laidInsight } from './laid.tsx'
import { type Preparing, preparing } from './preparing.ts'
import { Published, Tables } from './published.tsx'
import { type Publication, publication, statisticsIn } from './store-published.ts'
import { publishWords, words } from './words-published.ts'

export const enterPublished =
  (database: Database): Enter<Publication | undefined> =>
  (knock, inside) =>
    database.scoped(knock.session ?? '', async (query) => inside(await publication(query)))

const askedOf = (query: Values) => ({ by: textOf(query, 'by'), table: textOf(query, 'table') })

const OPEN = { may: 'anyone', audited: 'nothing personal' } as const

const figures: Page<Publication | undefined> = {
  ...OPEN,
  path: '/figures',
  get: ({ ctx, query }) =>
    page({ title: words.title, main: <Published published={ctx} asked={askedOf(query)} /> }),
}

const NAMES = [...TABLES.map(({ id }) => `${id}.csv`), 'statistics.json', 'datapackage.json']

const oneFile: Page<Publication | undefined> = {
  ...OPEN,
  path: '/figures/:file',
  params: { file: NAMES },
  get: ({ ctx, params }) => {
    const found = ctx?.files.find(({ name }) => name === params['file'])
    return found === undefined ? notFound : file(found.name, found.type, found.text)
  },
}

/** What everybody may read of how the Act is applied. */
export const publishedRoutes = (database: Database): readonly Route[] =>
  behind(enterPublished(database), [figures, oneFile])

/** With fewer people nearly every number would be suppressed. */
const FEWEST = 100

/** Publishing is a commissioner's act. */
export const publishPage = (tools: Preparing): InsightPage => {
  const ready = preparing(tools)
  const shown = async (visit: Visit<AtInsight>, errors: readonly string[]): Promise<Answer> => {
    const { ctx, query } = visit
    const enough = ctx.people.length >= FEWEST
    const preview = enough ? await ready.toShow(ctx) : undefined
    return laidInsight(ctx, 'publish', {
      title: publishWords.title,
      bad: errors.length > 0,
      main: (
        <Heading at={ctx} title={publishWords.title} errors={errors.map((text) => ({ text, href: '#form' }))}>
          <p class="govuk-body-l">{publishWords.intro}</p>
          <p class="govuk-body">{publishWords.once}</p>
          <p class="govuk-body">
            <a class="govuk-link" href="/figures">
              {publishWords.see}
            </a>
          </p>
          {preview !== undefined ? (
            <>
              <form method="post" id="form">
                <FormSeal visit={visit} />
                <Button>{publishWords.button}</Button>
              </form>
              <h2 class="govuk-heading-l">{publishWords.preview}</h2>
              <Tables all={statisticsIn(preview.files)} asked={askedOf(query)} isOut={false} />
            </>
          ) : (
            <InsetText>{enough ? publishWords.working : publishWords.few}</InsetText>
          )}
        </Heading>
      ),
    })
  }
  return {
    path: '/insight/publish',
    may: READS,
    maySend: READS,
    audited: AUDITED,
    get: async (visit) => (visit.ctx.of.kind === 'council' ? shown(visit, []) : notFound),
    post: async (visit) => {
      const { ctx } = visit
      if (ctx.of.kind !== 'council') return notFound
      if (ctx.people.length < FEWEST) return shown(visit, [publishWords.few])
      const prepared = ready.shown(ctx)
      if (prepared === undefined) return shown(visit, [publishWords.notReady])
      const { files, years, accuracy } = prepared
      const done = await ctx.publish({ files, years, accuracy })
      return done ? redirect('/figures', publishWords.done) : shown(visit, [publishWords.already])
    },
  }
}
