import { Hint } from './hint.tsx'
import { spaced, type Words } from './parts.ts'
import { Textarea, type TextareaProps } from './textarea.tsx'

/** Counts characters or words; one of the two. */
export type Limit = { readonly maxLength: number } | { readonly maxWords: number }

export type CharacterCountProps = TextareaProps & {
  /** Left out, the limit is the script's own business. */
  readonly limit?: Limit | undefined
  /** The share of the limit, in per cent, from which the count is shown. */
  readonly threshold?: number | undefined
  /** What the count counts, where it is not what the limit says. */
  readonly countType?: 'characters' | 'words' | 'code-units' | undefined
  /** Shown under the box until a script counts; `%{count}` stands for the limit. */
  readonly description?: string | undefined
  readonly messageClass?: string | undefined
}

const limitOf = (limit: Limit | undefined) => ({
  maxLength: limit !== undefined && 'maxLength' in limit ? limit.maxLength : undefined,
  maxWords: limit !== undefined && 'maxWords' in limit ? limit.maxWords : undefined,
})

type Told = Pick<CharacterCountProps, 'limit' | 'countType' | 'description'>

/** The sentence under the box, which must be right without a script as well. */
const sentence = ({ limit, countType, description }: Told): string | undefined => {
  const { maxLength, maxWords } = limitOf(limit)
  const count = maxWords ?? maxLength
  if (count === undefined) return undefined
  const unit =
    (countType ?? (maxWords === undefined ? 'characters' : 'words')) === 'words' ? 'words' : 'characters'
  return (description ?? `You can enter up to %{count} ${unit}`).replace('%{count}', String(count))
}

export const CharacterCount = ({
  limit,
  threshold,
  countType,
  description,
  messageClass,
  group,
  ...props
}: CharacterCountProps) => {
  const id = props.id ?? props.name
  const { maxLength, maxWords } = limitOf(limit)
  const after: Words = (
    <>
      <Hint id={`${id}-info`} class={spaced('govuk-character-count__message', messageClass)}>
        {sentence({ limit, countType, description })}
      </Hint>
      {group?.after}
    </>
  )
  return (
    <Textarea
      {...props}
      class={spaced('govuk-js-character-count', props.class)}
      describedBy={spaced(props.describedBy, `${id}-info`)}
      group={{
        class: spaced('govuk-character-count', group?.class),
        attributes: {
          'data-module': 'govuk-character-count',
          'data-maxlength': maxLength,
          'data-maxwords': maxWords,
          'data-threshold': threshold,
          'data-count-type': countType ?? (maxWords === undefined ? undefined : 'words'),
          'data-i18n.textarea-description.other': limit === undefined ? description : undefined,
          ...group?.attributes,
        },
        before: group?.before,
        after,
      }}
    />
  )
}
