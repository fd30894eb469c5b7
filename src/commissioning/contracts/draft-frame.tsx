import type { ComponentChildren } from 'preact'
import { Button } from '../../platform/govuk/button.tsx'
import { ErrorSummary } from '../../platform/govuk/error-summary.tsx'
import { type FieldError, type Values, errorAt, summaryOf, textOf } from '../../platform/web/form.ts'
import { MOST_ROWS, ROWS, STEPS, type Step, rowsIn, stepOf } from './draft.ts'
import { STEP_TITLES, newWords as w } from './words-draft.ts'

export const NEW_PATH = '/contracts/new'

export type StepProps = { readonly values: Values; readonly errors: readonly FieldError[] }

/** What was typed on all pages, under the names that these pages ask; nothing else is carried along. */
export const typedPairs = (values: Values): readonly (readonly [name: string, value: string])[] =>
  Object.keys(values)
    .filter((name) => stepOf(name) !== undefined)
    .map((name) => [name, textOf(values, name)] as const)
    .filter(([, value]) => value !== '')

/** The address of a page with everything typed so far: it can be gone back to, and reloaded. */
export const stepPath = (step: Step, values: Values): string => {
  const query = new URLSearchParams([['step', step]])
  for (const [name, value] of typedPairs(values)) query.append(name, value)
  return `${NEW_PATH}?${query.toString()}`
}

export const Hidden = ({ pairs }: { readonly pairs: ReturnType<typeof typedPairs> }) => (
  <>
    {pairs.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

export const NewHeading = ({
  step,
  errors,
}: {
  readonly step: Step
  readonly errors: readonly FieldError[]
}) => (
  <>
    {errors.length === 0 ? null : <ErrorSummary errors={summaryOf(errors)} />}
    <span class="govuk-caption-l">
      {w.title} · {STEPS.indexOf(step) + 1} of {STEPS.length}
    </span>
    <h1 class="govuk-heading-l">{STEP_TITLES[step]}</h1>
  </>
)

type FrameProps = StepProps & { readonly step: Step; readonly children: ComponentChildren }

/**
 * One page of the questions. It is asked for, and not sent: the address has the answers, so that the browser’s own way back works and
 * nothing is kept before the end.
 */
export const StepFrame = ({ step, values, errors, children }: FrameProps) => {
  const next = STEPS[STEPS.indexOf(step) + 1] ?? 'check'
  return (
    <>
      <NewHeading step={step} errors={errors} />
      <form method="get" action={NEW_PATH} novalidate id="form">
        <Hidden pairs={typedPairs(values).filter(([name]) => stepOf(name) !== step)} />
        <input type="hidden" name="step" value={next} />
        {/* The Enter key goes on, and does not add a row. */}
        <button type="submit" hidden />
        {children}
        <Button>{w.next}</Button>
      </form>
    </>
  )
}

/** How many rows of a list are shown: those with something in them, one at least, and one more where it was asked for. */
export const rowsShown = (values: Values, list: keyof typeof ROWS): readonly number[] => {
  const last = Math.max(1, ...rowsIn(values, ROWS[list]))
  const more = textOf(values, 'more') === list && rowsIn(values, ROWS[list]).includes(last) ? 1 : 0
  return Array.from({ length: Math.min(MOST_ROWS, last + more) }, (_, at) => at + 1)
}

export const More = ({ list, what }: { readonly list: keyof typeof ROWS; readonly what: string }) => (
  <p>
    <Button class="govuk-button--secondary" name="more" value={list}>
      {w.more}
      <span class="govuk-visually-hidden">: {what}</span>
    </Button>
  </p>
)

export const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

/** What every box of these pages needs: its name, what was typed in it, and what is wrong with it. */
export const boxOf = (name: string, { values, errors }: StepProps) => ({
  name,
  value: textOf(values, name),
  error: errorAt(errors, name),
})
