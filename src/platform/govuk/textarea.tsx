import { type BoxOptions, describedBy, Explained, FormGroup, LabelLine } from './form-group.tsx'
import { spaced } from './parts.ts'

export type TextareaProps = BoxOptions & {
  readonly value?: string | undefined
  readonly rows?: number | undefined
}

export const Textarea = (props: TextareaProps) => {
  const { id = props.name, label, group, rows = 5 } = props
  return (
    <FormGroup error={props.error} group={group}>
      <LabelLine target={id} label={label} />
      <Explained id={id} hint={props.hint} error={props.error} />
      {group?.before}
      <textarea
        class={spaced('govuk-textarea', props.error !== undefined && 'govuk-textarea--error', props.class)}
        id={id}
        name={props.name}
        rows={rows}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props, props.describedBy)}
        autocomplete={props.autocomplete}
        {...props.attributes}
        value={asTyped(props.value)}
      />
      {group?.after}
    </FormGroup>
  )
}

/** A browser drops one line break right after the opening tag, so what begins with one needs another. */
const asTyped = (value: string | undefined): string | undefined =>
  value !== undefined && /^\r?\n/.test(value) ? `\n${value}` : value
