import { z } from 'zod'
import { integrity } from '../../domain/integrity/every.ts'
import { chanceFrom, sampleToRemeasure } from '../../domain/integrity/remeasure.ts'
import { notFound, redirect, refused } from '../../platform/web/answer.ts'
import { text, wholeNumber } from '../../platform/web/fields.ts'
import { type FieldError, parseForm, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { AUDITED, type AtContract, type ContractPage, DECIDES, READS } from './door.ts'
import { Flags, Talk } from './flags.tsx'
import { contractPath, laidContract } from './laid.tsx'
import { Sample } from './sample.tsx'
import { integrityOf, talkOf } from './view-integrity.ts'
import { TALKED_ABOUT } from './view-notes.ts'
import { FLAG_WORDS, words } from './words.ts'

const flags: ContractPage = {
  path: '/contracts/:contract/flags',
  params: { contract: 'entry' },
  may: READS,
  audited: AUDITED,
  get: async ({ ctx }) =>
    laidContract(ctx, {
      title: words.trust,
      main: <Flags at={ctx} view={integrityOf(ctx.ledger, await ctx.notes())} />,
    }),
}

const talkForm = z.object({ says: text('Write what you say about it', { most: 5000 }) })

async function talkPage(visit: Visit<AtContract>, errors: readonly FieldError[], typed: string) {
  const { ctx, params } = visit
  const flag = TALKED_ABOUT.find((each) => each === params['flag'])
  if (flag === undefined) return notFound
  const talk = talkOf(flag, integrity(ctx.ledger), await ctx.notes())
  return laidContract(ctx, {
    title: FLAG_WORDS[flag],
    main: <Talk visit={visit} talk={talk} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })
}

const talk: ContractPage = {
  path: '/contracts/:contract/flags/:flag',
  params: { contract: 'entry', flag: TALKED_ABOUT },
  may: READS,
  maySend: DECIDES,
  audited: AUDITED,
  get: (visit) => talkPage(visit, [], ''),
  post: async (visit) => {
    const { ctx, params } = visit
    const flag = TALKED_ABOUT.find((each) => each === params['flag'])
    const parsed = parseForm(talkForm, visit.form)
    if (parsed.kind === 'bad') return talkPage(visit, parsed.errors, textOf(parsed.typed, 'says'))
    if (flag === undefined) return notFound
    const [found] = integrity(ctx.ledger).filter((each) => each.flag === flag)
    const kept = await ctx.note({
      kind: 'flag',
      flag,
      says: parsed.value.says,
      ...(found === undefined ? {} : { value: found.value, limit: found.limit }),
    })
    const to = contractPath(ctx.opened.id, 'flags', flag)
    return kept ? redirect(to, words.said) : refused([words.denied], to)
  },
}

const seedForm = z.object({
  seed: wholeNumber({
    missing: 'Enter a seed',
    wrong: 'The seed must be a whole number from 0 to 999999999',
    from: 0,
    to: 999_999_999,
  }),
})

async function samplePage(visit: Visit<AtContract>, errors: readonly FieldError[], typed: string) {
  const { ctx } = visit
  return laidContract(ctx, {
    title: 'Outcomes to be measured again',
    main: <Sample visit={visit} notes={await ctx.notes()} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })
}

const sample: ContractPage = {
  path: '/contracts/:contract/sample',
  params: { contract: 'entry' },
  may: READS,
  maySend: DECIDES,
  audited: AUDITED,
  get: (visit) => samplePage(visit, [], ''),
  post: async (visit) => {
    const { ctx } = visit
    const parsed = parseForm(seedForm, visit.form)
    if (parsed.kind === 'bad') return samplePage(visit, parsed.errors, textOf(parsed.typed, 'seed'))
    const { seed } = parsed.value
    const drawn = sampleToRemeasure(ctx.ledger, chanceFrom(seed))
    const kept = await ctx.note({
      kind: 'sample',
      seed,
      on: ctx.today,
      outcomes: drawn.map(({ outcome }) => outcome),
    })
    const to = contractPath(ctx.opened.id, 'sample')
    return kept ? redirect(to, words.drawn) : refused([words.denied], to)
  },
}

export const flagPages: readonly ContractPage[] = [flags, talk, sample]
