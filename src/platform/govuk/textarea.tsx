import { useContext } from 'preact/hooks'
import { type BoxOptions, describedBy, Explained, FormGroup, LabelLine } from './form-group.tsx'
import { spaced } from './parts.ts'
import { PlainHints } from './plain-hints.tsx'
import { WritingContext } from './writing.tsx'

export type TextareaProps = BoxOptions & {
  readonly value?: string | undefined
  readonly rows?: number | undefined
}

export const Textarea = (props: TextareaProps) => {
  const { id = props.name, label, group, rows = 5 } = props
  const written = useContext(WritingContext)
  written?.boxes.push(props.name)
  const hints = written?.hints.get(props.name) ?? []
  const counted = hints.length > 0 && `${id}-words-count`
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
        aria-describedby={spaced(describedBy(id, props, props.describedBy), counted)}
        autocomplete={props.autocomplete}
        {...props.attributes}
        value={asTyped(props.value)}
      />
      {written === undefined ? null : (
        <div class="rt-words rt-no-print" data-words-for={id} data-words-whose={written.whose}>
          <PlainHints id={id} hints={hints} />
        </div>
      )}
      {group?.after}
    </FormGroup>
  )
}

/** A browser drops one line break right after the opening tag, so what begins with one needs another. */
const asTyped = (value: string | undefined): string | undefined =>
  value !== undefined && /^\r?\n/.test(value) ? `\n${value}` : value
