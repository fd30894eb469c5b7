/** Something that could be said more plainly, as the rules for plain words give it. */
export type WordHint = { readonly found: string; readonly why: string; readonly instead: string }

const inWords = (count: number): string => (count === 1 ? '1 hint' : `${count} hints`)

/** What is announced, and what the box is described by. */
export const hintsInWords = (count: number): string => `${inWords(count)} on what you wrote`

export type PlainHintsProps = {
  /** The id of the box that they are about. */
  readonly id: string
  readonly hints: readonly WordHint[]
  /** In a browser each can be hidden, or all of them. */
  readonly onHide?: ((hint: WordHint) => void) | undefined
  readonly onHideAll?: (() => void) | undefined
}

const HideButton = ({ says, of, press }: { says: string; of: string; press: () => void }) => (
  <button type="button" class="rt-words__hide" onClick={press}>
    {says}
    <span class="govuk-visually-hidden"> {of}</span>
  </button>
)

/** What stands under a box: what was found, why it may trouble a reader, and what to write in its place. */
export const PlainHints = ({ id, hints, onHide, onHideAll }: PlainHintsProps) => {
  if (hints.length === 0) return null
  return (
    <div class="rt-words__hints">
      <p class="govuk-body-s rt-words__count" id={`${id}-words-count`}>
        <strong>{hintsInWords(hints.length)}</strong>
      </p>
      <ul class="govuk-list rt-words__list">
        {hints.map((hint) => (
          <li class="rt-words__hint">
            <strong>“{hint.found}”</strong> {hint.why} {hint.instead}{' '}
            {onHide === undefined ? null : (
              <HideButton says="Hide" of={`the hint on “${hint.found}”`} press={() => onHide(hint)} />
            )}
          </li>
        ))}
      </ul>
      <p class="govuk-body-s">
        Only you see this, and it is not kept. You can send your words as they are.{' '}
        {onHideAll === undefined ? null : (
          <HideButton says="Hide all hints" of="on this page" press={onHideAll} />
        )}
      </p>
    </div>
  )
}
