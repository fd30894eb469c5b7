import type { VNode } from 'preact'
import { z } from 'zod'
import { HEARD, OWN_SCALE, type OwnLevel } from '../../domain/outcomes/own-scale.ts'
import { WELLBEING_AREAS } from '../../domain/outcomes/wellbeing.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { choices, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Form, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable, RecordPage } from '../../table/at-table.ts'
import { wholeOrEasy } from '../../table/easy-read.tsx'
import { Frame, backTo, formErrors, laid } from '../../table/frame.tsx'
import { howTold } from '../../table/how-told.tsx'
import { sendOr } from '../../table/send.ts'
import { takeNumbers, tellHeard, tellWellbeing } from './decide-measure.ts'
import { HeardForm, NumbersForm, WellbeingForm } from './measure-forms.tsx'
import { HeardPage, easyHeard, heardPath, mayTellHeard } from './heard.tsx'
import { WellbeingPage, easyWellbeing, mayTakeNumbers, mayTellWellbeing, wellbeingPath } from './measures.tsx'
import { ownItems } from './view-measures.ts'
import { heardWords, numbersWords, words } from './words-measures.ts'
import { ownField } from './words-paper.ts'

const readSupport = { resource: 'support', action: 'read' } as const
const sayInSupport = { resource: 'support', action: 'say' } as const
const readChallenge = { resource: 'challenge', action: 'read' } as const
const sayInConfidence = { resource: 'heard', action: 'say' } as const

/** One of the five answers, or none. */
const answer = optionalText({ most: 100 }).transform((typed, context): OwnLevel | undefined => {
  if (typed === undefined) return undefined
  const found = OWN_SCALE.find((level) => String(level) === typed)
  if (found !== undefined) return found
  context.addIssue({ code: 'custom', message: words.wrong })
  return z.NEVER
})

/** The answers under their items' names; those that were left out are left out. */
function answered(
  read: Readonly<Record<string, unknown>>,
  names: readonly (readonly [field: string, item: string])[],
): Record<string, OwnLevel> {
  const items: Record<string, OwnLevel> = Object.create(null)
  for (const [field, item] of names) {
    const level = OWN_SCALE.find((each) => each === read[field])
    if (level !== undefined) items[item] = level
  }
  return items
}

const fieldsOf = (names: readonly string[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, answer] as const)))

const formPage = (
  visit: Visit<AtTable>,
  shown: {
    readonly room: 'outcomes/wellbeing' | 'outcomes/heard'
    readonly title: string
    readonly back: string
    readonly backSays: string
    readonly may: boolean
    readonly notYours: string
    readonly form: VNode
  },
  errors: readonly FieldError[],
): Answer =>
  laid(visit.ctx, shown.room, {
    title: shown.title,
    main: shown.may ? (
      shown.form
    ) : (
      <Frame title={shown.title} errors={errors}>
        <p class="govuk-body">{shown.notYours}</p>
      </Frame>
    ),
    before: backTo(shown.back, shown.backSays),
    bad: errors.length > 0,
  })

const WELLBEING_NOT_YOURS = 'How life is, is for the person to say.'

const wellbeing: RecordPage = {
  path: '/records/:record/outcomes/wellbeing',
  may: readSupport,
  audited: 'wellbeing',
  get: (visit) =>
    laid(visit.ctx, 'outcomes/wellbeing', {
      title: words.title,
      main: wholeOrEasy(visit, <WellbeingPage table={visit.ctx} />, () => easyWellbeing(visit.ctx)),
    }),
}

const wellbeingForm = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
  formPage(
    visit,
    {
      room: 'outcomes/wellbeing',
      title: words.formTitle,
      back: wellbeingPath(visit.ctx.record),
      backSays: words.title,
      may: mayTellWellbeing(visit.ctx),
      notYours: WELLBEING_NOT_YOURS,
      form: <WellbeingForm visit={visit} errors={errors} typed={typed} />,
    },
    errors,
  )

function readWellbeing(form: Form, own: readonly string[]) {
  const names = [
    ...WELLBEING_AREAS.map((area) => [area, area] as const),
    ...own.map((item, place) => [ownField(place), item] as const),
  ]
  const parsed = parseForm(
    z.object({ own: optionalText({ most: 200 }), 'own-level': answer, channel: howTold }),
    form,
  )
  const read = parseForm(fieldsOf(names.map(([field]) => field)), form)
  if (parsed.kind === 'bad' || read.kind === 'bad') {
    const errors = [parsed, read].flatMap((each) => (each.kind === 'bad' ? each.errors : []))
    return { kind: 'bad' as const, errors }
  }
  const items = answered(read.value, names)
  const { own: item, 'own-level': level, channel } = parsed.value
  // One's own item is kept with its answer; without one there is nothing to keep yet.
  if (item !== undefined && level !== undefined) items[item] = level
  return { kind: 'good' as const, items, channel }
}

const wellbeingSay: RecordPage = {
  path: '/records/:record/outcomes/wellbeing/say',
  may: sayInSupport,
  maySend: sayInSupport,
  audited: 'a form to say how life is',
  get: (visit) => wellbeingForm(visit, [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const again = (errors: readonly FieldError[]) => wellbeingForm(visit, errors, form.values)
    const read = readWellbeing(form, ownItems(ctx.state))
    if (read.kind === 'bad') return again(read.errors)
    if (!mayTellWellbeing(ctx)) return again(formErrors([WELLBEING_NOT_YOURS]))
    const decision = tellWellbeing(
      { stamp: ctx.stamp('measure'), items: read.items, channel: read.channel },
      ctx.state,
    )
    return sendOr(visit, decision, wellbeingPath(ctx.record), words.kept, again)
  },
}

const numbersForm = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
  formPage(
    visit,
    {
      room: 'outcomes/wellbeing',
      title: numbersWords.title,
      back: wellbeingPath(visit.ctx.record),
      backSays: words.title,
      may: mayTakeNumbers(visit.ctx),
      notYours: 'This is for those who work with the person.',
      form: <NumbersForm visit={visit} errors={errors} typed={typed} />,
    },
    errors,
  )

const numbersSchema = z.object({
  typed: text(numbersWords.missing, { most: 1_000 }),
  licensed: choices(['yes']).transform((chosen) => chosen.length > 0),
})

const numbers: RecordPage = {
  path: '/records/:record/outcomes/wellbeing/numbers',
  may: { resource: 'support', action: 'judge' },
  maySend: { resource: 'support', action: 'judge' },
  audited: 'a form to bring in numbers',
  get: (visit) => numbersForm(visit, [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const again = (errors: readonly FieldError[]) => numbersForm(visit, errors, form.values)
    const parsed = parseForm(numbersSchema, form)
    if (parsed.kind === 'bad') return again(parsed.errors)
    const decision = takeNumbers({ ...parsed.value, stamp: ctx.stamp('measure') }, ctx.state)
    return sendOr(visit, decision, wellbeingPath(ctx.record), numbersWords.kept, again)
  },
}

const heard: RecordPage = {
  path: '/records/:record/outcomes/heard',
  may: readChallenge,
  audited: 'how talks went',
  get: (visit) =>
    laid(visit.ctx, 'outcomes/heard', {
      title: heardWords.title,
      main: wholeOrEasy(visit, <HeardPage table={visit.ctx} />, () => easyHeard(visit.ctx)),
    }),
}

const heardForm = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
  formPage(
    visit,
    {
      room: 'outcomes/heard',
      title: heardWords.formTitle,
      back: heardPath(visit.ctx.record),
      backSays: heardWords.title,
      may: mayTellHeard(visit.ctx),
      notYours: heardWords.notYours,
      form: <HeardForm visit={visit} errors={errors} typed={typed} />,
    },
    errors,
  )

const heardSchema = z.object({
  says: optionalText(),
  seen: choices(['yes']).transform((chosen) => chosen.length > 0),
  channel: howTold,
})

const heardSay: RecordPage = {
  path: '/records/:record/outcomes/heard/say',
  may: sayInConfidence,
  maySend: sayInConfidence,
  audited: 'a form to say how a talk went',
  get: (visit) => heardForm(visit, [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const again = (errors: readonly FieldError[]) => heardForm(visit, errors, form.values)
    const parsed = parseForm(heardSchema, form)
    const read = parseForm(fieldsOf(HEARD), form)
    if (parsed.kind === 'bad') return again(parsed.errors)
    if (read.kind === 'bad') return again(read.errors)
    if (!mayTellHeard(ctx)) return again(formErrors([heardWords.notYours]))
    const { says, seen, channel } = parsed.value
    const items = answered(
      read.value,
      HEARD.map((item) => [item, item] as const),
    )
    const decision = tellHeard(
      { stamp: ctx.stamp('measure'), items, says, workerMaySee: seen, channel },
      ctx.state,
    )
    return sendOr(visit, decision, heardPath(ctx.record), heardWords.kept, again)
  },
}

export const measurePages: readonly RecordPage[] = [wellbeing, wellbeingSay, numbers, heard, heardSay]
