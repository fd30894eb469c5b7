import { z } from 'zod'
import { FORMS, UNITS } from '../../domain/allocation/support.ts'
import { pence, poundsOf } from '../../domain/money/pence.ts'
import type { Decision } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { all, find } from '../../record/state.ts'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { choice, decimal, optionalChoice, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, mayDo, recordPath } from '../../table/at-table.ts'
import { isPersonsSide } from '../../table/findings-view.ts'
import { backTo, formErrors, laid } from '../../table/frame.tsx'
import { sendOr } from '../../table/send.ts'
import {
  LONGEST_WHAT,
  MONTHS_A_WEEK,
  MOST_AMOUNT,
  answerOption,
  priceOption,
  proposeOption,
  rankOptions,
} from './decide-option.ts'
import { AnswerForm, PriceForm, RankForm, rankField } from './option-answer.tsx'
import { Options } from './option-list.tsx'
import { ProposeForm, begun, placeName } from './option-propose.tsx'
import { type OptionView, needsView, optionView } from './view-options.ts'
import { answerWords, priceWords, proposeWords, rankWords, words } from './words-options.ts'

const readPlan = { resource: 'plan', action: 'read' } as const
const sayPlan = { resource: 'plan', action: 'say' } as const
const decidePlan = { resource: 'plan', action: 'decide' } as const

type Shows = (errors: readonly FieldError[], typed: Values) => Answer

const optionsPath = (table: AtTable): string => recordPath(table.record, 'plan', 'options')
const backToOptions = (table: AtTable) => backTo(optionsPath(table), words.title)

const again = (visit: Sent<AtTable>, decision: Decision, notice: string, show: Shows): Promise<Answer> =>
  sendOr(visit, decision, optionsPath(visit.ctx), notice, (errors) => show(errors, visit.form.values))

const viewsOf = ({ state, model, directory }: AtTable) => needsView(state, model, directory)

const options: RecordPage = {
  path: '/records/:record/plan/options',
  may: readPlan,
  audited: 'the ways to meet each need',
  get: ({ ctx }) =>
    laid(ctx, 'plan/options', { title: words.title, main: <Options table={ctx} views={viewsOf(ctx)} /> }),
}

const proposePage =
  (visit: Visit<AtTable>): Shows =>
  (errors, typed) =>
    laid(visit.ctx, 'plan/options', {
      title: isPersonsSide(visit.ctx.reader) ? proposeWords.titleOwn : proposeWords.title,
      main: <ProposeForm visit={visit} views={viewsOf(visit.ctx)} errors={errors} typed={typed} />,
      before: backToOptions(visit.ctx),
      bad: errors.length > 0,
    })

const amount = decimal({
  missing: proposeWords.amountMissing,
  wrong: proposeWords.amountWrong,
  from: 0.01,
  to: MOST_AMOUNT,
})
const unit = choice(UNITS, proposeWords.unitMissing)

/** Pounds that may be left out: what is not known is not nought. */
const maybePounds = z
  .union([z.string(), z.array(z.string())])
  .default('')
  .transform((sent) => (typeof sent === 'string' ? sent : (sent[0] ?? '')).replaceAll(/[,\s£]/g, ''))
  .refine((typed) => typed === '' || (/^\d{1,6}(?:\.\d{1,2})?$/.test(typed) && Number(typed) <= 100_000), {
    error: proposeWords.priceWrong,
  })
  .transform((typed) => (typed === '' ? undefined : pence<'unit'>(Math.round(Number(typed) * 100))))

const proposeForm = z.object({
  needs: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((sent) => [sent].flat().filter((place) => place !== ''))
    .refine((places) => places.length > 0, { error: proposeWords.needsMissing }),
  what: text(proposeWords.whatMissing, { most: LONGEST_WHAT }),
  form: choice(FORMS, proposeWords.formMissing),
  amount,
  unit,
  price: maybePounds,
  effect: choice(['builds', 'keeps', 'erodes'], proposeWords.effectMissing),
  proposedBy: optionalText({ most: 200 }),
})

const propose: RecordPage = {
  path: '/records/:record/plan/options/new',
  may: sayPlan,
  maySend: sayPlan,
  audited: 'a form to add a way to meet a need',
  get: (visit) => proposePage(visit)([], begun(visit, viewsOf(visit.ctx))),
  post: async (visit) => {
    const { ctx, form } = visit
    const show = proposePage(visit)
    const parsed = parseForm(proposeForm, form)
    if (parsed.kind === 'bad') return show(parsed.errors, parsed.typed)
    const { needs, proposedBy, ...found } = parsed.value
    const views = viewsOf(ctx)
    const stamp = ctx.stamp('option')
    const theirs = isPersonsSide(ctx.reader)
    if (!theirs && proposedBy === undefined) {
      const missing = { field: 'proposedBy', says: proposeWords.whoseMissing, at: 'proposedBy' }
      return show([missing], form.values)
    }
    const command = {
      ...found,
      stamp,
      // A place that is not on the page names a need that is not there: the decision says so.
      needs: needs.map((place) => views.find((_, index) => placeName(index) === place)?.id ?? ''),
      proposedBy: theirs || proposedBy === 'me' || proposedBy === undefined ? stamp.by : proposedBy,
    }
    const decision = proposeOption(command, ctx.state, ctx.model)
    return again(visit, decision, theirs ? proposeWords.keptOwed : proposeWords.kept, show)
  },
}

const optionOf = ({ ctx, params }: Visit<AtTable>): OptionView | undefined => {
  const found = find(ctx.state, 'option', params['option'])
  return found === undefined ? undefined : optionView(found, ctx.model, ctx.state)
}

const answerPage =
  (visit: Visit<AtTable>, view: OptionView): Shows =>
  (errors, typed) =>
    laid(visit.ctx, 'plan/options', {
      title: answerWords.title,
      main: <AnswerForm visit={visit} view={view} errors={errors} typed={typed} />,
      before: backToOptions(visit.ctx),
      bad: errors.length > 0,
    })

const answerForm = z.object({
  outcome: choice(['accepted', 'refused'], answerWords.outcomeMissing),
  ground: optionalChoice(['cost', 'risk', 'not-a-need', 'not-available', 'unlawful', 'person-chose-other']),
  why: text(answerWords.whyMissing),
})

const answer: RecordPage = {
  path: '/records/:record/plan/options/:option/answer',
  params: { option: 'entry' },
  may: decidePlan,
  maySend: decidePlan,
  audited: 'a form to answer an idea',
  get: (visit) => {
    const view = optionOf(visit)
    return view === undefined ? notFound : answerPage(visit, view)([], {})
  },
  post: async (visit) => {
    const view = optionOf(visit)
    if (view === undefined) return notFound
    const show = answerPage(visit, view)
    const parsed = parseForm(answerForm, visit.form)
    if (parsed.kind === 'bad') return show(parsed.errors, parsed.typed)
    const stamp = visit.ctx.stamp('option-answered')
    const decision = answerOption({ ...parsed.value, stamp, option: view.option.id }, visit.ctx.state)
    return again(visit, decision, answerWords.kept, show)
  },
}

const pricePage =
  (visit: Visit<AtTable>, view: OptionView): Shows =>
  (errors, typed) =>
    laid(visit.ctx, 'plan/options', {
      title: priceWords.title,
      main: <PriceForm visit={visit} view={view} errors={errors} typed={typed} />,
      before: backToOptions(visit.ctx),
      bad: errors.length > 0,
    })

const plainNumber = (value: number): string => String(Number(value.toFixed(2)))

/** What stands, to be changed: nobody types it a second time. */
const pricedSoFar = ({ unit: of, amount: much, price }: EntryOf<'option'>): Values => ({
  amount: plainNumber(of === 'month' ? much / MONTHS_A_WEEK : much),
  unit: of,
  price: price === undefined ? '' : poundsOf(price).toFixed(2),
})

const priceForm = z.object({
  amount,
  unit,
  price: maybePounds.refine((price) => price !== undefined, { error: priceWords.missing }),
  from: text(priceWords.fromMissing, { most: 1_000 }),
})

const price: RecordPage = {
  path: '/records/:record/plan/options/:option/price',
  params: { option: 'entry' },
  may: sayPlan,
  maySend: sayPlan,
  audited: 'a form to put a price to an idea',
  get: (visit) => {
    const view = optionOf(visit)
    return view === undefined ? notFound : pricePage(visit, view)([], pricedSoFar(view.option))
  },
  post: async (visit) => {
    const view = optionOf(visit)
    if (view === undefined) return notFound
    const show = pricePage(visit, view)
    const parsed = parseForm(priceForm, visit.form)
    if (parsed.kind === 'bad') return show(parsed.errors, parsed.typed)
    const { price: put, ...found } = parsed.value
    if (put === undefined) return show(formErrors([priceWords.missing]), visit.form.values)
    const command = {
      ...found,
      price: put,
      stamp: visit.ctx.stamp('option'),
      option: view.option.id,
      judges: mayDo(visit.ctx, 'plan', 'judge'),
    }
    const decision = priceOption(command, visit.ctx.state)
    return again(visit, decision, priceWords.kept, show)
  },
}

/** The options of the need that the page was opened for; all of them where none was named. */
const toRank = (visit: Visit<AtTable>): readonly OptionView[] => {
  const { ctx, query } = visit
  const named = viewsOf(ctx).find(({ id }) => id === textOf(query, 'need'))
  return named?.options ?? all(ctx.state, 'option').map((each) => optionView(each, ctx.model, ctx.state))
}

const rankPage =
  (visit: Visit<AtTable>): Shows =>
  (errors, typed) =>
    laid(visit.ctx, 'plan/options', {
      title: isPersonsSide(visit.ctx.reader) ? rankWords.title : rankWords.titleOther('the person'),
      main: <RankForm visit={visit} options={toRank(visit)} errors={errors} typed={typed} />,
      before: backToOptions(visit.ctx),
      bad: errors.length > 0,
    })

const RANK = /^[1-9]\d?$/

const rank: RecordPage = {
  path: '/records/:record/plan/options/liked',
  may: sayPlan,
  maySend: sayPlan,
  audited: 'a form to say what is liked most',
  get: (visit) => {
    const ranks = toRank(visit).map(({ liked }, index) => [rankField(index), `${liked ?? ''}`] as const)
    return rankPage(visit)([], Object.fromEntries(ranks))
  },
  post: async (visit) => {
    const { ctx, form } = visit
    const show = rankPage(visit)
    const given = toRank(visit).map(({ option }, index) => {
      const field = rankField(index)
      return { option: option.id, field, typed: textOf(form.values, field).trim() }
    })
    const wrong = given.filter(({ typed }) => typed !== '' && !RANK.test(typed))
    if (wrong.length > 0) {
      return show(
        wrong.map(({ field }) => ({ field, says: rankWords.wrong, at: field })),
        form.values,
      )
    }
    const parsed = parseForm(z.object({ how: optionalText({ most: 200 }) }), form)
    if (parsed.kind === 'bad') return show(parsed.errors, parsed.typed)
    const stamp = ctx.stamp('note')
    const decision = rankOptions(
      {
        by: stamp.by,
        // Several entries of one kind from one form: each ends with the form’s own name, so that it is known when sent twice.
        stampOf: (index) => ({ ...stamp, id: `liked-${index + 1}-${stamp.id}` }),
        liked: given.map(({ option, typed }) => ({
          option,
          liked: typed === '' ? undefined : Number(typed),
        })),
        how: parsed.value.how,
      },
      ctx.state,
    )
    return again(visit, decision, rankWords.kept, show)
  },
}

export const optionPages: readonly RecordPage[] = [options, propose, rank, answer, price]
