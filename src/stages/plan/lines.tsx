import type { VNode } from 'preact'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { FORM_WORDS } from '../../domain/allocation/support.ts'
import { inWords } from '../../domain/money/pence.ts'
import {
  type Plan,
  type PlanLine,
  WAY_WORDS,
  amountInWords,
  onceOf,
  payerInWords,
  priceInWords,
} from '../../record/plan-words.ts'
import { type RecordState, planInForce } from '../../record/state.ts'
import { type SupportLine, supportLines } from '../../record/support-lines.ts'
import { dayOfWhen } from '../../record/values.ts'
import type { Words } from '../../platform/govuk/parts.ts'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type AtTable, mayDo, recordPath } from '../../table/at-table.ts'
import { isThePerson, nameWithin } from '../../table/reader.ts'
import { entryWords, personWithin } from './names.ts'
import { type NeedMet, needsUnder } from './view.ts'
import { words } from './words.ts'

/** Where a line stands in its own version's page. */
export const placeOfLine = (index: number): string => `line-${index + 1}`

export const lineSum = (line: PlanLine): string =>
  line.unit === 'once' ? `${inWords(onceOf(line))} once` : inWords(line.weekly)

/** `14 hours a week, £386.40`; of what is bought once its price, since its number says nothing more. */
export const amountAndSum = (line: PlanLine): string =>
  line.unit === 'once' ? lineSum(line) : `${amountInWords(line)}, ${lineSum(line)}`

/** `14 hours a week × £27.60 an hour`; where the price says what is counted, the number: `1 × £186.00 each`. */
export const timesPrice = (line: PlanLine): string => {
  const isCounted = line.unit !== 'once' && line.unit !== 'week' && line.unit !== 'month'
  return `${isCounted ? amountInWords(line) : line.amount} × ${priceInWords(line)}`
}

const EFFECT_WORDS = {
  builds: 'It builds what',
  keeps: 'It keeps what',
  erodes: 'It takes away from what',
} as const

/** What was said in each; what the reader may not see is said once, however much of it there is. */
const Quoted = ({ table, ids }: { readonly table: AtTable; readonly ids: readonly string[] }) => {
  const texts = ids.flatMap((id) => entryWords(table, id) ?? [])
  const unseen = ids.length - texts.length
  const all = [
    ...texts.map((text) => <q>{text}</q>),
    ...(unseen === 0
      ? []
      : [unseen === 1 ? 'something that you cannot see' : `${unseen} things that you cannot see`]),
  ]
  return (
    <>
      {all.map((one, index) => (
        <>
          {index === 0 ? '' : '; '}
          {one}
        </>
      ))}
    </>
  )
}

type LineProps = {
  readonly table: AtTable
  readonly line: PlanLine
  readonly id: string
  /** what became of it since, where it is a line of the plan in force */
  readonly became?: VNode | null
  readonly children?: Words
}

/** Of a line of the plan in force: that it has ended, or starts on a day to come. What runs says nothing. */
const Became = ({ support }: { readonly support: SupportLine | undefined }) => {
  const ended = support?.ended
  const coming = support?.coming
  if (ended !== undefined && coming === undefined) {
    return (
      <p class="rt-line__marks">
        <Tag class="govuk-tag--grey">Ended on {dateInWords(dayOfWhen(ended.on))}</Tag>
      </p>
    )
  }
  return coming === undefined || support?.standing === 'running' ? null : (
    <p class="rt-line__marks">
      <Tag class="govuk-tag--blue">Starts on {dateInWords(dayOfWhen(coming.on))}</Tag>
    </p>
  )
}

const supportOf = (state: RecordState, plan: Plan): readonly SupportLine[] =>
  planInForce(state)?.id === plan.id ? supportLines(state) : []

/** One line: which need, which goal, what, units x price, who pays, how it is arranged, and why. */
export const Line = ({ table, line, id, became, children }: LineProps) => {
  const { reader, state } = table
  const effect =
    line.effect === undefined
      ? ''
      : ` ${EFFECT_WORDS[line.effect]} ${isThePerson(reader) ? 'you' : 'the person'} can do.`
  return (
    <li class="rt-line" id={id}>
      <h3 class="rt-line__name">
        {line.what}
        <span class="rt-line__sum">{lineSum(line)}</span>
      </h3>
      {became}
      <ul class="rt-line__hours">
        <li>
          {timesPrice(line)} = {lineSum(line)}
          {line.unit === 'once' ? '' : ' a week'}
        </li>
        <li>Paid by {payerInWords(line.funder, personWithin(table))}</li>
        <li>
          {line.form === 'own-idea' && !isThePerson(reader) ? 'an idea of their own' : FORM_WORDS[line.form]}
          {line.provider === undefined ? '' : `: ${nameWithin(reader, state, line.provider)}`},{' '}
          {WAY_WORDS[line.way]}
        </li>
      </ul>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {line.needs.length === 0 ? (
          'It names no need that it is for.'
        ) : (
          <>
            For <Quoted table={table} ids={line.needs} />
          </>
        )}
        {(line.goals ?? []).length === 0 ? null : (
          <>
            . Towards <Quoted table={table} ids={line.goals ?? []} />
          </>
        )}
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {line.why.trim() === '' ? 'No reason is given.' : `Why: ${line.why}`}
        {effect}
      </p>
      {children}
    </li>
  )
}

export const Lines = ({ table, plan }: { readonly table: AtTable; readonly plan: Plan }) => {
  const running = supportOf(table.state, plan)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.lines}</h2>
      {plan.lines.length === 0 ? <p class="govuk-body">Nothing yet.</p> : null}
      <ol class="rt-lines">
        {plan.lines.map((line, index) => (
          <Line
            table={table}
            line={line}
            id={placeOfLine(index)}
            became={<Became support={running.find((one) => one.line === line)} />}
          />
        ))}
      </ol>
    </section>
  )
}

type NeedsProps = {
  readonly table: AtTable
  readonly plan: Plan
  /** the lines themselves are not on this page */
  readonly withoutLinks?: boolean
}

const HowMet = ({ table, met, plan, withoutLinks = false }: NeedsProps & { readonly met: NeedMet }) => {
  const { reader, state } = table
  if (met.lines.length === 0 && met.carer === undefined) {
    return (
      <p class="rt-notice rt-notice--missing">
        <strong>{met.isNewer ? words.unmetNewer : `${words.unmet}.`}</strong>
      </p>
    )
  }
  return (
    <ul class="govuk-list govuk-list--bullet">
      {met.lines.map((line) => (
        <li>
          {withoutLinks ? (
            line.what
          ) : (
            <a class="govuk-link" href={`#${placeOfLine(plan.lines.indexOf(line))}`}>
              {line.what}
            </a>
          )}
          , {lineSum(line)}
          {line.unit === 'once' ? '' : ' a week'}
        </li>
      ))}
      {met.carer === undefined ? null : (
        <li>{nameWithin(reader, state, met.carer)}, without pay, willing and able</li>
      )}
    </ul>
  )
}

/** Every eligible need and what meets it, so that none is left out unseen. */
export const Needs = ({ table, plan, withoutLinks = false }: NeedsProps) => {
  const needs = needsUnder(table.state, plan)
  if (needs.length === 0) return null
  // Whoever may not read the decision is told nothing about it, rather than that there is none.
  const knows = mayDo(table, 'eligibility', 'read')
  return (
    <section>
      <h2 class="govuk-heading-m">{words.needs}</h2>
      <p class="govuk-body">
        {words.needsIntro}{' '}
        {knows ? (
          <a class="govuk-link rt-no-print" href={recordPath(table.record, 'eligibility')}>
            See the decision on eligibility
          </a>
        ) : null}
      </p>
      {needs.map((met) => (
        <div class="rt-block">
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{met.need.text}</h3>
          {knows ? (
            <p class="govuk-body-s govuk-!-margin-bottom-1">
              {met.eligible ? words.eligible : met.isDecided ? words.notEligible : words.undecided}
            </p>
          ) : null}
          <HowMet table={table} met={met} plan={plan} withoutLinks={withoutLinks} />
        </div>
      ))}
    </section>
  )
}
