import type { Model } from '../../domain/contracts/terms.ts'
import type { Span } from '../../domain/contracts/span.ts'
import { Fieldset } from '../../platform/govuk/fieldset.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { yearsAfter } from './draft.ts'
import { More, type StepProps, StepFrame, boxOf, legend, rowsShown } from './draft-frame.tsx'
import { newWords as w } from './words-draft.ts'

type FigureProps = StepProps & {
  readonly name: string
  readonly text: string
  readonly hint?: string
  readonly unit: '£' | '%' | 'days' | 'people'
  readonly isLarge?: boolean
}

/** One figure, with what it is counted in beside it. */
const Figure = ({ name, text, hint, unit, isLarge = false, ...props }: FigureProps) => (
  <Input
    {...boxOf(name, props)}
    label={isLarge ? { text, class: 'govuk-label--m' } : text}
    {...(hint === undefined ? {} : { hint })}
    {...(unit === '£' ? { prefix: '£' } : { suffix: unit })}
    class={unit === '£' ? 'govuk-input--width-10' : 'govuk-input--width-4'}
    inputMode={unit === 'people' || unit === 'days' ? 'numeric' : 'decimal'}
  />
)

const Measures = (props: StepProps) => (
  <>
    <h2 class="govuk-heading-m">{w.measures}</h2>
    <p class="govuk-body">{w.measuresHint}</p>
    {rowsShown(props.values, 'measures').map((row) => (
      <Input {...boxOf(`measure-${row}`, props)} label={`${w.measure} (${row})`} hint={w.measureHint} />
    ))}
    <More list="measures" what="what is counted" />
  </>
)

const Fee = (props: StepProps) => (
  <>
    <Figure name="upfront" text={w.upfront} hint={w.upfrontHint} unit="%" isLarge {...props} />
    <Figure name="deadweight" text={w.deadweight} hint={w.deadweightHint} unit="%" isLarge {...props} />
    <Figure name="again" text={w.again} hint={w.againHint} unit="days" isLarge {...props} />
    <Measures {...props} />
  </>
)

const Taper = ({ span, ...props }: StepProps & { readonly span: Span }) => {
  const years = yearsAfter(span)
  return (
    <>
      <Figure name="value" text={w.value} unit="£" isLarge {...props} />
      {years.length === 0 ? <InsetText>{w.oneYear}</InsetText> : null}
      {years.map((year) => (
        <Fieldset legend={legend(`Year ${year}, beside the year before`)}>
          <Figure name={`falls-${year}`} text={w.falls} unit="%" {...props} />
          <Figure name={`uplift-${year}`} text={w.uplift} unit="%" {...props} />
        </Fieldset>
      ))}
    </>
  )
}

const Groups = (props: StepProps) => (
  <>
    <h2 class="govuk-heading-m">{w.groups}</h2>
    {rowsShown(props.values, 'groups').map((row) => (
      <Fieldset legend={{ text: `Group ${row}`, class: 'govuk-fieldset__legend--s' }}>
        <Input {...boxOf(`group-${row}`, props)} label={w.group} hint={w.groupHint} />
        <Figure name={`people-${row}`} text={w.people} unit="people" {...props} />
        <Figure name={`each-${row}`} text={w.each} unit="£" {...props} />
      </Fieldset>
    ))}
    <More list="groups" what="group" />
  </>
)

const POOL = [
  ['weight', w.weight],
  ['floor', w.floorAt],
  ['target', w.target],
  ['anyway', w.anyway],
] as const

const Pool = (props: StepProps) => (
  <>
    <h2 class="govuk-heading-m">{w.pools}</h2>
    <p class="govuk-body">{w.poolsHint}</p>
    {rowsShown(props.values, 'pool').map((row) => (
      <Fieldset legend={{ text: `Outcome ${row}`, class: 'govuk-fieldset__legend--s' }}>
        <Input {...boxOf(`measure-${row}`, props)} label={w.measure} hint={w.measureHint} />
        {POOL.map(([name, text]) => (
          <Figure name={`${name}-${row}`} text={text} unit="%" {...props} />
        ))}
      </Fieldset>
    ))}
    <More list="pool" what="outcome" />
  </>
)

const Lead = (props: StepProps) => (
  <>
    <Groups {...props} />
    <h2 class="govuk-heading-m">Risk, and the pool</h2>
    <Figure name="share" text={w.share} hint={w.shareHint} unit="%" {...props} />
    <Figure name="corridor" text={w.corridor} hint={w.corridorHint} unit="%" {...props} />
    <Figure name="pool" text={w.pool} unit="£" {...props} />
    <Pool {...props} />
    <InsetText>{w.council}</InsetText>
  </>
)

const Own = ({ model, ...props }: StepProps & { readonly model: Model; readonly span: Span }) => {
  switch (model) {
    case 'indicators':
      return <Measures {...props} />
    case 'outcome-fee':
      return <Fee {...props} />
    case 'tapering':
      return <Taper {...props} />
    case 'lead-provider':
      return <Lead {...props} />
  }
}

/** What the chosen way of paying has of its own. */
export const TermsStep = ({
  model,
  span,
  ...props
}: StepProps & { readonly model: Model; readonly span: Span }) => (
  <StepFrame step="terms" {...props}>
    <Own model={model} span={span} {...props} />
  </StepFrame>
)
