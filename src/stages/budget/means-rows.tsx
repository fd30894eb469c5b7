import {
  CAPITAL_KINDS,
  CAPITAL_KIND_NAMES,
  WHOSE,
  WHOSE_NAMES,
} from '../../domain/care-act/charging-capital.ts'
import { INCOME_KINDS, INCOME_KIND_NAMES } from '../../domain/care-act/charging-kinds.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { Fieldset } from '../../platform/govuk/fieldset.tsx'
import { Hint } from '../../platform/govuk/hint.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import { ROWS, type RowKind, kindField, rowField, whoseField } from './means-read.ts'
import { formWords } from './words-means.ts'

// The lines of a financial assessment, as many as there is room for; those that are empty are left out when it is read.

type Props = { readonly errors: readonly FieldError[]; readonly typed: Values }

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

type BoxProps = Props & {
  readonly name: string
  readonly text: string
  readonly hidden: string
  readonly wide?: boolean
}

/** One box of a line. The line’s number is spoken with it, since many boxes have the same name. */
const Box = ({ name, text, hidden, wide = false, errors, typed }: BoxProps) => (
  <Input
    name={name}
    label={{
      text: (
        <>
          {text}
          <span class="govuk-visually-hidden"> {hidden}</span>
        </>
      ),
    }}
    error={errorAt(errors, name)}
    value={textOf(typed, name)}
    {...(wide ? {} : { inputMode: 'decimal' as const, class: 'govuk-input--width-5' })}
  />
)

type RowsProps = Props & {
  readonly kind: RowKind
  readonly title: string
  readonly hint: string
  readonly taken: string
}

type ChoiceProps = Props & {
  readonly name: string
  readonly text: string
  readonly index: number
  readonly of: readonly { readonly value: string; readonly text: string }[]
}

/** One of several for a line: what it is, or whose. How much of it counts follows from that, as far as the rules were read. */
const Choice = ({ name, text, index, of, errors, typed }: ChoiceProps) => (
  <Select
    name={name}
    label={{
      text: (
        <>
          {text}
          <span class="govuk-visually-hidden"> of line {index + 1}</span>
        </>
      ),
    }}
    error={errorAt(errors, name)}
    value={textOf(typed, name)}
    options={[{ text: formWords.kindChoose, value: '' }, ...of]}
  />
)

const Kinds = ({ kind, ...common }: Props & { readonly kind: RowKind; readonly index: number }) => {
  const { index } = common
  if (kind === 'income') {
    const of = INCOME_KIND_NAMES.map((each) => ({ text: INCOME_KINDS[each].says, value: each }))
    return <Choice {...common} name={kindField(kind, index)} text={formWords.kind} of={of} />
  }
  if (kind !== 'capital') return null
  const of = CAPITAL_KIND_NAMES.map((each) => ({ text: CAPITAL_KINDS[each].says, value: each }))
  const whose = WHOSE_NAMES.map((each) => ({ text: WHOSE[each].says, value: each }))
  return (
    <>
      <Choice {...common} name={kindField(kind, index)} text={formWords.ownedKind} of={of} />
      <Choice {...common} name={whoseField(index)} text={formWords.whose} of={whose} />
    </>
  )
}

type RowProps = Pick<RowsProps, 'kind' | 'taken' | 'errors' | 'typed'> & { readonly index: number }

/** One line: what, how much, how much of it is taken, and why. */
const Row = ({ kind, index, taken, errors, typed }: RowProps) => {
  const hidden = `of line ${index + 1}`
  const box = (part: RowPart, text: string, wide: boolean) => (
    <Box
      name={rowField(kind, index, part)}
      text={text}
      hidden={hidden}
      wide={wide}
      errors={errors}
      typed={typed}
    />
  )
  return (
    <div class="rt-means-line">
      <div class="rt-means-line__what">{box('what', formWords.what, true)}</div>
      <Kinds kind={kind} index={index} errors={errors} typed={typed} />
      <div class="rt-means-line__sums">
        {box('weekly', kind === 'capital' ? formWords.worth : formWords.weekly, false)}
        {box('taken', taken, false)}
      </div>
      <div class="rt-means-line__what">{box('why', formWords.why, true)}</div>
    </div>
  )
}

const ROW_PARTS = ['what', 'weekly', 'taken', 'why'] as const
type RowPart = (typeof ROW_PARTS)[number]

const isFilled = ({ kind, typed }: Pick<RowsProps, 'kind' | 'typed'>, index: number): boolean =>
  ROW_PARTS.some((part) => textOf(typed, rowField(kind, index, part)).trim() !== '')

/** Lines of one kind: those that are filled in and one more to begin with; the rest stand folded below. */
export const Rows = ({ kind, title, hint, taken, errors, typed }: RowsProps) => {
  const all = Array.from({ length: ROWS[kind] }, (_, index) => index)
  const last = all.findLast((index) => isFilled({ kind, typed }, index)) ?? -1
  const row = (index: number) => <Row kind={kind} index={index} taken={taken} errors={errors} typed={typed} />
  const more = all.slice(last + 2)
  return (
    <Fieldset legend={legend(title)} describedBy={`${kind}-hint`}>
      <Hint id={`${kind}-hint`}>{hint}</Hint>
      {all.slice(0, last + 2).map(row)}
      {more.length === 0 ? null : (
        <Details
          summary={
            <>
              {formWords.more}
              <span class="govuk-visually-hidden">: {title}</span>
            </>
          }
        >
          {more.map(row)}
        </Details>
      )}
    </Fieldset>
  )
}
