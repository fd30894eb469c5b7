import type { VNode } from 'preact'
import { type Answer, conflictPage, notFound, redirect } from '../../platform/web/answer.ts'
import type { FieldError, Form, Values } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import type { Decided, Stamp } from './decide.ts'
import { type AtProvider, GIVES, type ProviderPage, READS } from './door.ts'
import type { FormProps } from './forms.tsx'
import { type Room, back, laidFor } from './laid.tsx'

export const OVERTAKEN =
  'Somebody added to this contract while you were writing. Your words are still here. Look at what changed, then send again.'
export const SENT_BEFORE =
  'You sent this before, with other words in it. Look at what is kept, then send it again.'
export const NOT_YOURS = 'This is not yours to add.'

export const atForm = (says: readonly string[]): readonly FieldError[] =>
  says.map((sentence) => ({ field: 'form', says: sentence, at: 'form' }))

type Shows = (errors: readonly FieldError[]) => Answer

/** Adds what was decided and goes on, or shows the form again with what is against it. */
async function keep(
  { ctx, head }: Sent<AtProvider>,
  decided: Decided,
  { to, notice, show }: { readonly to: string; readonly notice: string; readonly show: Shows },
): Promise<Answer> {
  if (decided.kind === 'refused') return show(atForm(decided.says))
  const added = await ctx.add(decided.entries, head)
  switch (added.kind) {
    case 'kept':
      return redirect(to, notice)
    case 'overtaken': {
      const shown = show(atForm([OVERTAKEN]))
      return shown.kind === 'page' ? conflictPage(shown) : shown
    }
    case 'wrong':
      return show(atForm(added.mistakes.map(({ says }) => `${says}.`)))
    case 'key-reused':
      return show(atForm([SENT_BEFORE]))
    case 'denied':
      return show(atForm([NOT_YOURS]))
  }
}

type Task<T> = {
  readonly path: string
  readonly params?: Readonly<Record<string, 'entry'>>
  readonly room: Room
  readonly title: string
  readonly audited: string
  readonly notice: string
  /** what the form is about; nothing where it is not there */
  readonly about: (visit: Visit<AtProvider>) => T | undefined
  readonly shows: (props: FormProps, about: T) => VNode
  readonly back: (visit: Visit<AtProvider>, about: T) => string
  readonly decides: (
    form: Form,
    visit: Sent<AtProvider>,
    about: T,
  ) => Decided | { readonly kind: 'bad'; readonly errors: readonly FieldError[]; readonly typed: Values }
}

/** A page with one form, that comes back with what was typed until it is right. */
export function taskPage<T>(task: Task<T>): ProviderPage {
  const show = (visit: Visit<AtProvider>, about: T, errors: readonly FieldError[], values: Values) =>
    laidFor(visit.ctx, task.room, {
      title: task.title,
      main: task.shows({ visit, errors, values }, about),
      before: back(task.back(visit, about), 'Back'),
      bad: errors.length > 0,
    })
  return {
    path: `/provider/:contract/${task.path}`,
    params: { contract: 'entry', ...task.params },
    may: READS,
    maySend: GIVES,
    audited: task.audited,
    get: (visit) => {
      const about = task.about(visit)
      return about === undefined ? notFound : show(visit, about, [], {})
    },
    post: async (visit) => {
      const about = task.about(visit)
      if (about === undefined) return notFound
      const decided = task.decides(visit.form, visit, about)
      if (decided.kind === 'bad') return show(visit, about, decided.errors, decided.typed)
      return keep(visit, decided, {
        to: task.back(visit, about),
        notice: task.notice,
        show: (errors) => show(visit, about, errors, visit.form.values),
      })
    },
  }
}

export const stampOf = ({ ctx }: Visit<AtProvider>, kind: string): Stamp => ({
  id: ctx.idFor(kind),
  on: ctx.today,
  by: ctx.me,
})
