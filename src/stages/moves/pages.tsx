import { z } from 'zod'
import { day } from '../../domain/dates/plain-date.ts'
import { choice, date, optionalChoice, optionalText, text } from '../../platform/web/fields.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { wholeOrEasy } from '../../table/easy-read.tsx'
import { formPage } from '../../table/form-page.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { aheadPages } from './ahead-pages.tsx'
import { tellHospital, tellMoved } from './decide.ts'
import { easyMoves } from './easy.ts'
import { HospitalForm, MovedForm } from './forms.tsx'
import { MovesPage } from './moves.tsx'
import { seesOf } from './telling.ts'
import { hospitalWords, movedWords, words } from './words.ts'

const movesPath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'moves')
const back = (visit: Visit<AtTable>) => backTo(movesPath(visit), words.title)

const moves: RecordPage = {
  path: '/records/:record/moves',
  may: { resource: 'asking', action: 'read' },
  audited: 'hospital and moves',
  get: (visit) =>
    laid(visit.ctx, 'moves', {
      title: words.title,
      main: wholeOrEasy(visit, <MovesPage table={visit.ctx} />, () => easyMoves(visit.ctx)),
    }),
}

const hospital = formPage({
  path: '/records/:record/moves/hospital',
  may: { resource: 'asking', action: 'say' },
  audited: 'a form about hospital',
  form: z.object({
    event: choice(['admitted', 'fit-to-leave', 'discharged'], hospitalWords.eventMissing),
    day: date({ missing: hospitalWords.dayMissing, wrong: hospitalWords.dayWrong }),
    to: optionalChoice(['home', 'interim', 'care-home', 'own-care']),
    pathway: optionalChoice(['0', '1', '2', '3']).transform((sent) =>
      sent === undefined ? undefined : Number(sent),
    ),
    meanwhile: optionalText(),
    says: optionalText(),
  }),
  show: (visit, errors, typed) =>
    laid(visit.ctx, 'moves', {
      title: hospitalWords.title,
      main: <HospitalForm visit={visit} errors={errors} typed={typed} />,
      before: back(visit),
      bad: errors.length > 0,
    }),
  decide: (value, { ctx }) =>
    tellHospital(
      { ...value, day: day(value.day), stamp: ctx.stamp('hospital'), sees: seesOf(ctx) },
      ctx.state,
    ),
  to: movesPath,
  notice: hospitalWords.kept,
})

const moved = formPage({
  path: '/records/:record/moves/moved',
  may: { resource: 'asking', action: 'judge' },
  audited: 'a form about a move',
  form: z.object({
    direction: choice(['in', 'out'], movedWords.directionMissing),
    other: text(movedWords.otherMissing, { most: 200 }),
    day: date({ missing: movedWords.dayMissing, wrong: movedWords.dayWrong }),
    plan: choice(['yes', 'no'], movedWords.planMissing),
    told: choice(['yes', 'no', 'unknown'], movedWords.toldMissing),
  }),
  show: (visit, errors, typed) =>
    laid(visit.ctx, 'moves', {
      title: movedWords.title,
      main: <MovedForm visit={visit} errors={errors} typed={typed} />,
      before: back(visit),
      bad: errors.length > 0,
    }),
  decide: ({ plan, told, ...value }, { ctx }) =>
    tellMoved(
      {
        ...value,
        day: day(value.day),
        stamp: ctx.stamp('moved'),
        planInPlace: plan === 'yes',
        toldInAdvance: told === 'unknown' ? undefined : told === 'yes',
      },
      ctx.state,
    ),
  to: movesPath,
  notice: movedWords.kept,
})

export const movesPages: readonly RecordPage[] = [moves, hospital, moved, ...aheadPages]
