import type { HeadingLevel } from './notification-banner.tsx'
import { type Common, hasWords, longPart, type Part, spaced, type Words } from './parts.ts'

export type SummaryAction = Common & {
  readonly href: string
  readonly text: Words
  /** Says what is changed, for those who hear the link alone: `name`, `date of birth`. */
  readonly hiddenText?: string | undefined
}

type Actions = { readonly class?: string | undefined; readonly items: readonly SummaryAction[] }

export type SummaryRow = {
  readonly key: Part
  readonly value: Part
  readonly class?: string | undefined
  readonly actions?: Actions | undefined
}

export type SummaryCard = Common & {
  readonly title?: Part | undefined
  readonly headingLevel?: HeadingLevel | undefined
  readonly actions?: Actions | undefined
}

export type SummaryListProps = Common & {
  readonly rows: readonly (SummaryRow | false | null | undefined)[]
  /** Puts the list in a card with a heading. */
  readonly card?: SummaryCard | undefined
}

type ActionLinkProps = { readonly action: SummaryAction; readonly cardTitle: Words }

const ActionLink = ({ action, cardTitle }: ActionLinkProps) => (
  <a class={spaced('govuk-link', action.class)} href={action.href} {...action.attributes}>
    {action.text}
    {hasWords(action.hiddenText) || hasWords(cardTitle) ? (
      <span class="govuk-visually-hidden">
        {hasWords(action.hiddenText) ? <> {action.hiddenText}</> : null}
        {hasWords(cardTitle) ? <> ({cardTitle})</> : null}
      </span>
    ) : null}
  </a>
)

type LinkListProps = { readonly items: readonly SummaryAction[]; readonly cardTitle: Words }

const RowActions = ({ items, cardTitle }: LinkListProps) => {
  const [only] = items
  return only !== undefined && items.length === 1 ? (
    <ActionLink action={only} cardTitle={cardTitle} />
  ) : (
    <ul class="govuk-summary-list__actions-list">
      {items.map((action) => (
        <li class="govuk-summary-list__actions-list-item">
          <ActionLink action={action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  )
}

type RowProps = { readonly row: SummaryRow; readonly someHaveActions: boolean; readonly cardTitle: Words }

const Row = ({ row, someHaveActions, cardTitle }: RowProps) => {
  const key = longPart(row.key)
  const value = longPart(row.value)
  return (
    <div
      class={spaced(
        'govuk-summary-list__row',
        someHaveActions && row.actions === undefined && 'govuk-summary-list__row--no-actions',
        row.class,
      )}
    >
      <dt class={spaced('govuk-summary-list__key', key.class)}>{key.text}</dt>
      <dd class={spaced('govuk-summary-list__value', value.class)}>{value.text}</dd>
      {row.actions === undefined || row.actions.items.length === 0 ? null : (
        <dd class={spaced('govuk-summary-list__actions', row.actions.class)}>
          <RowActions items={row.actions.items} cardTitle={cardTitle} />
        </dd>
      )}
    </div>
  )
}

const CardActions = ({ actions, cardTitle }: { readonly actions: Actions; readonly cardTitle: Words }) => {
  const [only] = actions.items
  if (only === undefined) return null
  if (actions.items.length === 1)
    return (
      <div class={spaced('govuk-summary-card__actions', actions.class)}>
        <ActionLink action={only} cardTitle={cardTitle} />
      </div>
    )
  return (
    <ul class={spaced('govuk-summary-card__actions', actions.class)}>
      {actions.items.map((action) => (
        <li class="govuk-summary-card__action">
          <ActionLink action={action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  )
}

const Card = ({ card, children }: { readonly card: SummaryCard; readonly children: Words }) => {
  const title = card.title === undefined ? undefined : longPart(card.title)
  const Heading: `h${HeadingLevel}` = `h${card.headingLevel ?? 2}`
  return (
    <div class={spaced('govuk-summary-card', card.class)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title === undefined ? null : (
          <Heading class={spaced('govuk-summary-card__title', title.class)}>{title.text}</Heading>
        )}
        {card.actions === undefined ? null : <CardActions actions={card.actions} cardTitle={title?.text} />}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}

export const SummaryList = ({ rows, card, class: extra, attributes }: SummaryListProps) => {
  const shown = rows.filter((row): row is SummaryRow => typeof row === 'object' && row !== null)
  const someHaveActions = shown.some((row) => row.actions !== undefined && row.actions.items.length > 0)
  const cardTitle = card?.title === undefined ? undefined : longPart(card.title).text
  const list = (
    <dl class={spaced('govuk-summary-list', extra)} {...attributes}>
      {shown.map((row) => (
        <Row row={row} someHaveActions={someHaveActions} cardTitle={cardTitle} />
      ))}
    </dl>
  )
  return card === undefined ? list : <Card card={card}>{list}</Card>
}
