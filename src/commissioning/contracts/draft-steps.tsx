import { GUARD_MEASURES, MODELS, PAY_PERIODS, SERVICE_UNITS } from '../../domain/contracts/terms.ts'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { Fieldset } from '../../platform/govuk/fieldset.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { errorAt, textOf } from '../../platform/web/form.ts'
import type { Drafting } from './draft-file.ts'
import { More, type StepProps, StepFrame, boxOf, legend, rowsShown } from './draft-frame.tsx'
import { GUARD_NAMES, MODEL_HINTS, SETTLED_NAMES, UNIT_NAMES, newWords as w } from './words-draft.ts'
import { MODEL_WORDS } from './words.ts'

const Day = ({ name, text, hint, ...props }: StepProps & { name: string; text: string; hint: string }) => (
  <DateInput
    id={name}
    namePrefix={name}
    legend={legend(text)}
    hint={hint}
    error={errorAt(props.errors, name)}
    values={{
      day: textOf(props.values, `${name}-day`),
      month: textOf(props.values, `${name}-month`),
      year: textOf(props.values, `${name}-year`),
    }}
  />
)

const large = (text: string) => ({ text, class: 'govuk-label--m' })

export const AboutStep = ({ drafting, ...props }: StepProps & { readonly drafting: Drafting }) => (
  <StepFrame step="about" {...props}>
    <p class="govuk-body">{w.intro}</p>
    <Input {...boxOf('name', props)} label={large(w.name)} hint={w.nameHint} />
    <Radios
      {...boxOf('provider', props)}
      legend={legend(w.provider)}
      hint={w.providerHint}
      items={drafting.providers.map(({ id, name }) => ({ value: id, text: name }))}
    />
    <Radios
      {...boxOf('manager', props)}
      legend={legend(w.manager)}
      hint={w.managerHint}
      items={[drafting.me, ...drafting.managers].map(({ id, name }) => ({
        value: id,
        text: id === drafting.me.id ? `${name} (you)` : name,
      }))}
    />
    <Day name="from" text={w.from} hint={w.fromHint} {...props} />
    <Day name="to" text={w.to} hint={w.toHint} {...props} />
    <Input {...boxOf('zone', props)} label={large(w.zone)} hint={w.zoneHint} />
    <Input {...boxOf('population', props)} label={large(w.population)} hint={w.populationHint} />
  </StepFrame>
)

export const PaysStep = (props: StepProps) => (
  <StepFrame step="pays" {...props}>
    <Radios
      {...boxOf('model', props)}
      legend={legend(w.model)}
      items={MODELS.map((model) => ({ value: model, text: MODEL_WORDS[model], hint: MODEL_HINTS[model] }))}
    />
    <Radios
      {...boxOf('settled', props)}
      legend={legend(w.settled)}
      hint={w.settledHint}
      items={PAY_PERIODS.map((period) => ({ value: period, text: SETTLED_NAMES[period] }))}
    />
  </StepFrame>
)

const Service = ({ row, ...props }: StepProps & { readonly row: number }) => (
  <Fieldset legend={{ text: `Care ${row}`, class: 'govuk-fieldset__legend--m' }}>
    <Input {...boxOf(`what-${row}`, props)} label={w.what} hint={w.whatHint} />
    <Select
      {...boxOf(`unit-${row}`, props)}
      label={w.unit}
      options={[
        { value: '', text: 'Choose' },
        ...SERVICE_UNITS.map((unit) => ({ value: unit, text: UNIT_NAMES[unit] })),
      ]}
    />
    <Input
      {...boxOf(`price-${row}`, props)}
      label={w.price}
      prefix="£"
      class="govuk-input--width-5"
      inputMode="decimal"
    />
    <Input
      {...boxOf(`sustainable-${row}`, props)}
      label={w.sustainable}
      prefix="£"
      class="govuk-input--width-5"
      inputMode="decimal"
    />
  </Fieldset>
)

export const ServicesStep = (props: StepProps) => (
  <StepFrame step="services" {...props}>
    <p class="govuk-body">{w.services}</p>
    {rowsShown(props.values, 'services').map((row) => (
      <Service row={row} {...props} />
    ))}
    <More list="services" what="care" />
    <Input {...boxOf('source', props)} label={large(w.source)} hint={w.sourceHint} />
    <InsetText>{w.floor}</InsetText>
  </StepFrame>
)

/** What stops outcome money: where each measure stood, and how much worse it may get. */
export const GuardsStep = (props: StepProps) => (
  <StepFrame step="guards" {...props}>
    <p class="govuk-body">{w.guards}</p>
    {GUARD_MEASURES.map((measure) => {
      const { what, hint, unit } = GUARD_NAMES[measure]
      const told = unit === '%' ? 'per cent' : 'days'
      return (
        <Fieldset legend={legend(what)} describedBy={`${measure}-hint`}>
          <div class="govuk-hint" id={`${measure}-hint`}>
            {hint}
          </div>
          {(['baseline', 'allowed'] as const).map((name) => (
            <Input
              {...boxOf(`${name}-${measure}`, props)}
              label={`${w[name]}, in ${told}`}
              suffix={unit}
              class="govuk-input--width-4"
              inputMode="decimal"
            />
          ))}
        </Fieldset>
      )
    })}
  </StepFrame>
)
