import { daysBetween, dayOf, day, type PlainDate } from '../../domain/dates/plain-date.ts'
import type { Model } from '../../domain/allocation/model.ts'
import type { Query } from '../../platform/database/database.ts'
import type { Account } from '../../platform/web/account.ts'
import { type Comment, type CommentPart, commentPart, commentsSeen } from './store-comments.ts'
import { answersOf, lineOf, standOf, toDo } from './view-comments.ts'
import { type ModelLine, modelLines } from './view-model-lines.ts'
import { words } from './words-comments.ts'

// What stands on somebody's first page about comments on the model: for those who answer, that there is something to read or to
// answer; for whoever commented, what became of it.

export type Note = { readonly says: string; readonly href: string }

/** Days for which an answer is news. */
const NEWS = 28

const many = (count: number): string => (count === 1 ? '1 comment' : `${count} comments`)

const forThoseWhoAnswer = (comments: readonly Comment[]): readonly Note[] => {
  const { look, answer } = toDo(comments)
  return [
    ...(look.length === 0 ? [] : [{ says: words.toRead(many(look.length)), href: '/model/comments' }]),
    ...(answer.length === 0 ? [] : [{ says: words.toAnswer(many(answer.length)), href: '/model/comments' }]),
  ]
}

const isNews = (at: string, today: PlainDate): boolean => {
  const on = dayOf(at)
  return on !== undefined && daysBetween(on, today) <= NEWS
}

/** A line that has quotation marks of its own, within others. */
const within = (what: string): string => what.replaceAll('“', '‘').replaceAll('”', '’')

function forWhoeverCommented(
  comments: readonly Comment[],
  lines: readonly ModelLine[],
  today: PlainDate,
): readonly Note[] {
  return comments
    .filter(({ mine }) => mine)
    .flatMap((comment): readonly Note[] => {
      const what = within(lineOf(lines, comment.line)?.what ?? comment.line)
      const href = `/model/lines/${comment.line}#${comment.id}`
      if (answersOf(comment).some(({ at }) => isNews(at, today)))
        return [{ says: words.answeredYou(what), href }]
      const decided = comment.steps.findLast(({ kind }) => kind !== 'answer')
      if (decided === undefined || !isNews(decided.at, today)) return []
      return [
        {
          says: standOf(comment).kind === 'shown' ? words.shownNow(what) : words.notShownNow(what),
          href,
        },
      ]
    })
}

/** Pure: what somebody should know of the comments that they may see. */
export function notesOn(
  part: CommentPart,
  comments: readonly Comment[],
  lines: readonly ModelLine[],
  today: PlainDate,
): readonly Note[] {
  switch (part) {
    case 'answer':
      return forThoseWhoAnswer(comments)
    case 'say':
      return forWhoeverCommented(comments, lines, today)
    case undefined:
      return []
  }
}

/** For the first page after signing in. */
export const commentNotes = (model: Model) => {
  const lines = modelLines(model)
  return async (query: Query, { kind, role }: Account, today: string): Promise<readonly Note[]> => {
    // What the database would say of all other staff: their first page need not ask each time.
    if (kind === 'staff' && role !== 'manager' && role !== 'commissioner') return []
    const part = await commentPart(query)
    return part === undefined ? [] : notesOn(part, await commentsSeen(query), lines, day(today))
  }
}
