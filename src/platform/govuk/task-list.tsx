import { type Common, longPart, type Part, spaced, type Words } from './parts.ts'
import { Tag } from './tag.tsx'

export type TaskStatus =
  | { readonly text: Words; readonly class?: string | undefined }
  | { readonly tag: Part; readonly class?: string | undefined }

export type Task = {
  readonly title: Part
  /** Without one, the task cannot be opened yet. */
  readonly href?: string | undefined
  readonly hint?: Words
  readonly status: TaskStatus
  readonly class?: string | undefined
}

export type TaskListProps = Common & {
  readonly items: readonly (Task | false | null | undefined)[]
  readonly idPrefix?: string | undefined
}

const Status = ({ status }: { readonly status: TaskStatus }) => {
  if (!('tag' in status)) return <>{status.text}</>
  const { text, class: extra, attributes } = longPart(status.tag)
  return (
    <Tag class={extra} attributes={attributes}>
      {text}
    </Tag>
  )
}

type TaskItemProps = { readonly task: Task; readonly id: string }

const TaskItem = ({ task, id }: TaskItemProps) => {
  const title = longPart(task.title)
  const hintId = task.hint === undefined ? undefined : `${id}-hint`
  return (
    <li
      class={spaced(
        'govuk-task-list__item',
        task.href !== undefined && 'govuk-task-list__item--with-link',
        task.class,
      )}
    >
      <div class="govuk-task-list__name-and-hint">
        {task.href === undefined ? (
          <div class={title.class}>{title.text}</div>
        ) : (
          <a
            class={spaced('govuk-link govuk-task-list__link', title.class)}
            href={task.href}
            aria-describedby={spaced(hintId, `${id}-status`)}
          >
            {title.text}
          </a>
        )}
        {hintId === undefined ? null : (
          <div id={hintId} class="govuk-task-list__hint">
            {task.hint}
          </div>
        )}
      </div>
      <div class={spaced('govuk-task-list__status', task.status.class)} id={`${id}-status`}>
        <Status status={task.status} />
      </div>
    </li>
  )
}

export const TaskList = ({ items, idPrefix = 'task-list', class: extra, attributes }: TaskListProps) => (
  <ul class={spaced('govuk-task-list', extra)} {...attributes}>
    {items.map((task, index) => (task ? <TaskItem task={task} id={`${idPrefix}-${index + 1}`} /> : null))}
  </ul>
)
