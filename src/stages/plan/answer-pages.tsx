import { z } from 'zod'
import { speaksForPerson } from '../../domain/checks/whose.ts'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { choice, optionalChoice, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Form, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, mayAdd, recordPath } from '../../table/at-table.ts'
import { Frame, backTo, formErrors, laid } from '../../table/frame.tsx'
import { isThePerson } from '../../table/reader.ts'
import { askedVersion } from './asked-version.ts'
import { AnswerForm, CouldNotForm, lineField } from './answer-form.tsx'
import { type LineAnswer, answerPlan, writeCouldNot } from './decide-answer.ts'
import { sent } from './sending.ts'
import { type Version, plansIn } from './view.ts'
import { words } from './words.ts'
import { answerWords, couldNotWords } from './words-forms.ts'

/** Does the reader answer for the person, or may they only write down why nobody did? */
const speaks = ({ state, reader }: AtTable): boolean =>
  reader.party !== undefined && speaksForPerson(state, reader.party)
const writes = (table: AtTable): boolean => mayAdd(table, 'plan') && mayAdd(table, 'note')

const formPage = (
  visit: Visit<AtTable>,
  version: Version,
  errors: readonly FieldError[],
  typed: Values,
): Answer => {
  const table = visit.ctx
  const props = { visit, plans: plansIn(table.state), version, errors, typed }
  const own = speaks(table)
  // A title stands in the browser's history, so it names nobody.
  const title = own
    ? isThePerson(table.reader)
      ? answerWords.title
      : answerWords.anyTitle
    : couldNotWords.title
  return laid(table, 'plan', {
    title,
    main: own ? (
      <AnswerForm {...props} />
    ) : writes(table) ? (
      <CouldNotForm {...props} />
    ) : (
      <Frame title={words.title}>
        <p class="govuk-body">{couldNotWords.nobody}</p>
      </Frame>
    ),
    before: backTo(recordPath(table.record, 'plan'), words.title),
    bad: errors.length > 0,
  })
}

const MOST_OF_A_LINE = 600
const agreeField = optionalChoice(['yes', 'no'])
const lineTextField = optionalText({ most: MOST_OF_A_LINE })

const answerSchema = z.object({
  extent: choice(['agrees', 'partly', 'disagrees'], 'Choose your answer'),
  says: optionalText(),
  wants: optionalText(),
})

/** As many lines as the version has. */
const linesSchema = (lines: number) =>
  z.object(
    Object.fromEntries(
      Array.from({ length: lines }, (_, index) => lineField(index)).flatMap(({ agree, says }) => [
        [agree, agreeField] as const,
        [says, lineTextField] as const,
      ]),
    ),
  )

const couldNotSchema = z.object({ because: text('Say why they could not answer') })

/** What was said to each line, under the line's own place in the version. */
const linesFrom = ({ values }: Form, version: Version): readonly LineAnswer[] =>
  version.plan.lines.map(({ line }, index) => {
    const names = lineField(index)
    const agree = textOf(values, names.agree)
    return {
      line: String(line),
      agrees: agree === '' ? undefined : agree === 'yes',
      says: textOf(values, names.says),
    }
  })

async function sendAnswer(visit: Sent<AtTable>, version: Version): Promise<Answer> {
  const { ctx, form } = visit
  const again = (errors: readonly FieldError[]) => formPage(visit, version, errors, form.values)
  const parsed = parseForm(answerSchema, form)
  const lines = parseForm(linesSchema(version.plan.lines.length), form)
  const bad = [parsed, lines].flatMap((each) => (each.kind === 'bad' ? each.errors : []))
  if (parsed.kind === 'bad' || bad.length > 0) {
    return again([...new Map(bad.map((error) => [error.field, error])).values()])
  }
  const { extent, says, wants } = parsed.value
  const decision = answerPlan(
    {
      stamp: ctx.stamp('response'),
      disputeStamp: ctx.stamp('dispute'),
      plan: version.plan.id,
      extent,
      says: says ?? '',
      wants: wants ?? '',
      lines: linesFrom(form, version),
    },
    ctx.state,
  )
  const notice = extent === 'agrees' ? answerWords.kept : answerWords.keptDisagreed
  return sent(
    visit,
    decision,
    { path: recordPath(ctx.record, 'plan', 'version', version.plan.id), notice },
    again,
  )
}

async function sendCouldNot(visit: Sent<AtTable>, version: Version): Promise<Answer> {
  const { ctx, form } = visit
  const again = (errors: readonly FieldError[]) => formPage(visit, version, errors, form.values)
  // What a form of the other kind sends is not kept under another name: the answer is the person's own.
  if (textOf(form.values, 'extent') !== '' || !writes(ctx)) {
    const answer = { stamp: ctx.stamp('response'), disputeStamp: ctx.stamp('dispute'), plan: version.plan.id }
    const refused = answerPlan({ ...answer, extent: 'agrees', says: '', wants: '', lines: [] }, ctx.state)
    return again(refused.kind === 'refused' ? formErrors(refused.because.map(({ says }) => says)) : [])
  }
  const parsed = parseForm(couldNotSchema, form)
  if (parsed.kind === 'bad') return again(parsed.errors)
  const decision = writeCouldNot(
    { stamp: ctx.stamp('note'), plan: version.plan.id, because: parsed.value.because },
    ctx.state,
  )
  const to = { path: recordPath(ctx.record, 'plan', 'version', version.plan.id), notice: couldNotWords.kept }
  return sent(visit, decision, to, again)
}

const answer: RecordPage = {
  path: '/records/:record/plan/answer/:plan',
  params: { plan: 'entry' },
  may: { resource: 'plan', action: 'say' },
  maySend: { resource: 'plan', action: 'say' },
  audited: 'a form to answer the plan',
  get: (visit) => {
    const version = askedVersion(visit)
    return version === undefined ? notFound : formPage(visit, version, [], {})
  },
  post: async (visit) => {
    const version = askedVersion(visit)
    if (version === undefined) return notFound
    return speaks(visit.ctx) ? sendAnswer(visit, version) : sendCouldNot(visit, version)
  },
}

export const answerPages: readonly RecordPage[] = [answer]
