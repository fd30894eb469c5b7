import { file, notFound } from '../../platform/web/answer.ts'
import { textOf } from '../../platform/web/form.ts'
import { type Calibrating, calibrating } from './calibrating.ts'
import { CalibrationPage } from './calibration.tsx'
import { AUDITED, type InsightPage, READS } from './door.ts'
import { laidInsight } from './laid.tsx'
import { type Draft, FILES, draftOf } from './view-calibration.ts'
import { words } from './words-calibration.ts'

/** Writes a model down as the file that a council publishes. It stands beyond a wall, so it is passed in. */
export type WriteModel = (draft: Draft) => string

/** The models beside the plans that were agreed: for a commissioner of the council, and a manager of their team. */
export function calibrationPages(tools: Calibrating, write: WriteModel): readonly InsightPage[] {
  const { points } = tools
  const standingOf = calibrating(tools)
  return [
    {
      path: '/insight/calibration',
      may: READS,
      audited: AUDITED,
      get: async ({ ctx, query }) => {
        const standing = await standingOf(ctx, textOf(query, 'again') === 'yes')
        return laidInsight(ctx, 'calibration', {
          title: words.title,
          main: <CalibrationPage at={ctx} standing={standing} points={points} />,
        })
      },
    },
    {
      path: '/insight/calibration/:file',
      params: { file: FILES },
      may: READS,
      audited: AUDITED,
      get: async ({ ctx, params }) => {
        const name = FILES.find((each) => each === params['file'])
        const standing = await standingOf(ctx, false)
        if (name === undefined || standing.kind === 'working') return notFound
        const draft = draftOf(standing.found, ctx.model, points, name)
        return draft === undefined ? notFound : file(name, 'application/yaml', write(draft))
      },
    },
  ]
}
