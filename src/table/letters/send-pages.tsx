import { z } from 'zod'
import { CHANNELS, type Channel } from '../../platform/outbox/carrier.ts'
import { type Answer, notFound, redirect, refused } from '../../platform/web/answer.ts'
import { choice, choices, optionalChoice, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import { COPY_FORMS } from '../../record/kinds.ts'
import { type AtTable, type RecordPage, recordPath } from '../at-table.ts'
import { backTo, laid } from '../frame.tsx'
import { sendOr } from '../send.ts'
import { letterFor, letterPath } from './asked.ts'
import { WAYS, sendCopy } from './decide.ts'
import type { Letter } from './letter.ts'
import { checkedAddress, reachableBy } from './reach.ts'
import { Reach, ReachForm } from './reach.tsx'
import { SendForm } from './send-form.tsx'
import { parcelOf } from './sheet.ts'
import type { Address } from './store.ts'
import { words } from './words.ts'

const form = z.object({
  to: text(words.toMissing, { most: 200 }),
  as: choice(COPY_FORMS, words.asMissing),
  way: optionalChoice(WAYS),
  'read-over': choices(['yes']),
})

type Shown = {
  readonly letter: Letter
  readonly addresses: readonly Address[]
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const formPage = (visit: Visit<AtTable>, { letter, addresses, errors, typed }: Shown): Answer =>
  laid(visit.ctx, 'letters', {
    title: words.sendTitle,
    before: backTo(letterPath(visit), letter.title),
    main: <SendForm visit={visit} letter={letter} addresses={addresses} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })

async function postCopy(visit: Sent<AtTable>): Promise<Answer> {
  const letter = letterFor(visit)
  if (letter === undefined) return notFound
  const { ctx, params } = visit
  const addresses = await ctx.post.addresses()
  const show = (errors: readonly FieldError[], typed: Values) =>
    formPage(visit, { letter, addresses, errors, typed })
  const parsed = parseForm(form, visit.form)
  if (parsed.kind === 'bad') return show(parsed.errors, parsed.typed)
  const { to, as, 'read-over': readOver } = parsed.value
  // Where nothing can be sent from here the question is not asked.
  const way = ctx.post.carries.length === 0 ? 'by-hand' : parsed.value.way
  if (way === undefined) {
    return show([{ field: 'way', says: words.wayMissing, at: 'way' }], visit.form.values)
  }
  const reached = addresses
    .filter(({ party, channel }) => party === to && ctx.post.carries.includes(channel))
    .map(({ channel }) => channel)
  const stamp = ctx.stamp('copy')
  const decision = sendCopy(
    { stamp, of: params['letter'] ?? '', to, as, way, reached, readOver: readOver.length > 0 },
    ctx.state,
  )
  const answer = await sendOr(visit, decision, recordPath(ctx.record, 'letters'), words.kept, (errors) =>
    show(errors, visit.form.values),
  )
  if (answer.kind !== 'redirect' || way === 'by-hand') return answer
  // In the same transaction: it is written down and on its way, or neither.
  const theirs = letterFor(visit, to) ?? letter
  const sent = await ctx.post.send(stamp.id, way, parcelOf(theirs, as, ctx.post.link(letterPath(visit))))
  if (sent === 'no-address') throw new Error('an address went while a letter was sent to it')
  return answer
}

const sent: RecordPage = {
  path: '/records/:record/letters/:letter/sent',
  params: { letter: 'entry' },
  may: { resource: 'asking', action: 'judge' },
  maySend: { resource: 'asking', action: 'judge' },
  audited: 'a form to send a copy',
  get: async (visit) => {
    const letter = letterFor(visit)
    return letter === undefined
      ? notFound
      : formPage(visit, { letter, addresses: await visit.ctx.post.addresses(), errors: [], typed: {} })
  },
  post: postCopy,
}

const READ = { resource: 'people', action: 'read' } as const

const valuesOf = (of: string, addresses: readonly Address[]): Values =>
  Object.fromEntries(
    addresses.filter(({ party }) => party === of).map(({ channel, value }) => [channel, value]),
  )

const reachForm = (visit: Visit<AtTable>, of: string, errors: readonly FieldError[], typed: Values): Answer =>
  laid(visit.ctx, 'letters', {
    title: words.reachTitle,
    before: backTo(recordPath(visit.ctx.record, 'letters', 'reach'), words.reachTitle),
    main: <ReachForm visit={visit} of={of} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })

async function postReach(visit: Sent<AtTable>): Promise<Answer> {
  const { ctx, form: filled } = visit
  const of = textOf(filled.values, 'of')
  const back = recordPath(ctx.record, 'letters', 'reach')
  if (!reachableBy(ctx).includes(of)) return refused([words.reachNotYours], back)
  if (filled.lookOver === true) return reachForm(visit, of, [], filled.values)
  const checked = CHANNELS.map((channel) => ({
    channel,
    result: checkedAddress(channel, textOf(filled.values, channel)),
  }))
  const spoilt = parseForm(z.object({}), filled)
  const errors = [
    ...(spoilt.kind === 'bad' ? spoilt.errors : []),
    ...checked.flatMap(({ channel, result }): readonly FieldError[] =>
      result.kind === 'bad' ? [{ field: channel, says: result.says, at: channel }] : [],
    ),
  ]
  if (errors.length > 0) return reachForm(visit, of, errors, filled.values)
  const known = await ctx.post.addresses()
  for (const { channel, result } of checked) {
    if (result.kind === 'good' && result.value !== addressOf(known, of, channel)) {
      const kept = await ctx.post.keepAddress(of, channel, result.value)
      if (!kept) return refused([words.reachNotYours], back)
    }
  }
  return redirect(back, words.reachKept)
}

const addressOf = (known: readonly Address[], of: string, channel: Channel): string | undefined =>
  known.find((address) => address.party === of && address.channel === channel)?.value

/** Where everybody is reached: one's own for everyone at the table, and everybody's for those who send the letters. */
const reach: RecordPage = {
  path: '/records/:record/letters/reach',
  may: READ,
  maySend: READ,
  audited: 'where letters go',
  get: async (visit) => {
    const { ctx, query } = visit
    const of = textOf(query, 'of')
    const addresses = await ctx.post.addresses()
    if (of === '') {
      return laid(ctx, 'letters', {
        title: words.reachTitle,
        before: backTo(recordPath(ctx.record, 'letters'), words.title),
        main: <Reach table={ctx} addresses={addresses} />,
      })
    }
    return reachableBy(ctx).includes(of) ? reachForm(visit, of, [], valuesOf(of, addresses)) : notFound
  },
  post: postReach,
}

export const sendPages: readonly RecordPage[] = [sent, reach]
