import { Button, ButtonGroup, ButtonLink } from './button.tsx'
import type { HeadingLevel } from './notification-banner.tsx'
import { type Common, hasWords, spaced, type Words } from './parts.ts'

/** A button, a link that looks like one, or a link. */
export type PanelAction = Common & { readonly text: Words } & (
    | { readonly type: 'submit' | 'button' }
    | { readonly href: string; readonly asButton?: boolean | undefined }
  )

export type PanelProps = Common & {
  readonly title: Words
  readonly children?: Words
  readonly headingLevel?: HeadingLevel | undefined
  /** Stops the reader to ask something, instead of telling that all is done. */
  readonly interruption?: boolean | undefined
  /** Only an interruption has something to do in it. */
  readonly actions?: (Common & { readonly items: readonly PanelAction[] }) | undefined
}

const Action = ({ action }: { readonly action: PanelAction }) => {
  const { text, class: extra, attributes } = action
  const buttonClass = spaced('govuk-button--inverse', extra)
  if (!('href' in action))
    return (
      <Button type={action.type} class={buttonClass} attributes={attributes}>
        {text}
      </Button>
    )
  if (action.asButton === true)
    return (
      <ButtonLink href={action.href} class={buttonClass} attributes={attributes}>
        {text}
      </ButtonLink>
    )
  return (
    <a class={spaced('govuk-link govuk-link--inverse', extra)} href={action.href} {...attributes}>
      {text}
    </a>
  )
}

const Actions = ({ items, class: extra, attributes }: NonNullable<PanelProps['actions']>) => (
  <div class={spaced('govuk-panel__actions', extra)} {...attributes}>
    {items.length === 0 ? null : (
      <ButtonGroup>
        {items.map((action) => (
          <Action action={action} />
        ))}
      </ButtonGroup>
    )}
  </div>
)

export const Panel = ({
  title,
  children,
  headingLevel = 1,
  interruption = false,
  actions,
  class: extra,
  attributes,
}: PanelProps) => {
  const Heading: `h${HeadingLevel}` = `h${headingLevel}`
  const variant = interruption ? 'govuk-panel--interruption' : 'govuk-panel--confirmation'
  return (
    <div class={spaced('govuk-panel', variant, extra)} {...attributes}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {hasWords(children) ? <div class="govuk-panel__body">{children}</div> : null}
      {interruption && actions !== undefined ? <Actions {...actions} /> : null}
    </div>
  )
}
