import { day } from '../../domain/dates/plain-date.ts'
import { movingFrom, pack } from '../../domain/population/packed-hours.ts'
import { type AnyModel, type Prepared, prepareWhatIf } from '../../domain/population/what-if.ts'
import type { Model } from '../../domain/allocation/model.ts'
import { file, notFound } from '../../platform/web/answer.ts'
import { textOf } from '../../platform/web/form.ts'
import { AUDITED, type InsightPage, READS } from './door.ts'
import { laidInsight } from './laid.tsx'
import { onceAReading } from './once-a-reading.ts'
import { askedFor, mostTouched } from './view-what-if.ts'
import { WhatIfPage } from './what-if.tsx'
import { words } from './words-what-if.ts'

const builtUp = (model: Model): AnyModel => ({ kind: 'built-up', model })

type Laid = { readonly prepared: Prepared; packed?: Uint8Array<ArrayBuffer> }

/** Everybody's hours. */
const laidOutFor = onceAReading(
  ({ people, model, today }): Laid => ({ prepared: prepareWhatIf(builtUp(model), today, people) }),
)

/** How many of those whose sum changes most are named to a manager. */
const MOST_TOUCHED = 20

const whatIf: InsightPage = {
  path: '/insight/what-if',
  may: READS,
  audited: AUDITED,
  get: ({ ctx, query }) => {
    const asked = askedFor(ctx.model, ctx.today, (name) => textOf(query, name))
    const { prepared } = laidOutFor(ctx)
    const found = prepared.against(builtUp(asked.model))
    const records = ctx.people.map(({ record }) => record)
    const touched = mostTouched(records, prepared.before, prepared.after, MOST_TOUCHED)
    return laidInsight(ctx, 'what-if', {
      title: words.title,
      main: <WhatIfPage at={ctx} asked={asked} found={found} touched={touched} />,
      bad: asked.errors.length > 0,
    })
  },
}

/** What the browser prices at every move of a slider: hours and what needs cost, and nothing of who anybody is. */
const hours: InsightPage = {
  path: '/insight/what-if/hours.bin',
  may: READS,
  audited: AUDITED,
  get: ({ ctx }) => {
    const laid = laidOutFor(ctx)
    if (laid.packed === undefined) {
      const moving = movingFrom(laid.prepared, ctx.people, ctx.model, day(ctx.today), ctx.of.kind === 'team')
      if (moving === undefined) return notFound
      laid.packed = pack(moving)
    }
    return file('hours.bin', 'application/octet-stream', laid.packed)
  },
}

export const whatIfPages: readonly InsightPage[] = [whatIf, hours]
