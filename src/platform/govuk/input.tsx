import { type BoxOptions, describedBy, Explained, FormGroup, LabelLine } from './form-group.tsx'
import { type Attributes, type Common, hasWords, longPart, type Part, spaced } from './parts.ts'

export type InputProps = BoxOptions & {
  readonly value?: string | number | undefined
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'search' | undefined
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | undefined
  readonly autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined
  readonly pattern?: string | undefined
  /** A unit before the box, such as `£`: seen, not spoken, so the label must say it too. */
  readonly prefix?: Part | undefined
  readonly suffix?: Part | undefined
  readonly wrapper?: Common | undefined
}

const Affix = ({ affix, side }: { readonly affix: Part; readonly side: 'prefix' | 'suffix' }) => {
  const { text, class: extra, attributes } = longPart(affix)
  if (!hasWords(text)) return null
  return (
    <div class={spaced(`govuk-input__${side}`, extra)} aria-hidden="true" {...attributes}>
      {text}
    </div>
  )
}

/** The type goes in with the extra attributes: Preact types each kind of input apart, and a variable fits none. */
const withType = ({ type = 'text', attributes }: InputProps): Attributes => ({ type, ...attributes })

const Box = ({ id, ...props }: InputProps & { readonly id: string }) => (
  <input
    class={spaced('govuk-input', props.class, props.error !== undefined && 'govuk-input--error')}
    id={id}
    name={props.name}
    spellcheck={props.spellcheck}
    value={props.value}
    disabled={props.disabled}
    aria-describedby={describedBy(id, props, props.describedBy)}
    autocomplete={props.autocomplete}
    autocapitalize={props.autocapitalize}
    pattern={props.pattern}
    inputmode={props.inputMode}
    {...withType(props)}
  />
)

const needsWrapper = ({ prefix, suffix, group }: InputProps): boolean =>
  (prefix !== undefined && hasWords(longPart(prefix).text)) ||
  (suffix !== undefined && hasWords(longPart(suffix).text)) ||
  hasWords(group?.before) ||
  hasWords(group?.after)

export const Input = (props: InputProps) => {
  const { id = props.name, label, group, prefix, suffix, wrapper } = props
  return (
    <FormGroup error={props.error} group={group}>
      <LabelLine target={id} label={label} />
      <Explained id={id} hint={props.hint} error={props.error} />
      {needsWrapper(props) ? (
        <div class={spaced('govuk-input__wrapper', wrapper?.class)} {...wrapper?.attributes}>
          {group?.before}
          {prefix === undefined ? null : <Affix affix={prefix} side="prefix" />}
          <Box {...props} id={id} />
          {suffix === undefined ? null : <Affix affix={suffix} side="suffix" />}
          {group?.after}
        </div>
      ) : (
        <Box {...props} id={id} />
      )}
    </FormGroup>
  )
}
