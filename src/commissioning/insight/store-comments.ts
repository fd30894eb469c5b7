import { z } from 'zod'
import type { Query } from '../../platform/database/database.ts'

// Comments on lines of the published model. The database says who may see and add what (0010-comments.sql).

const step = z.strictObject({
  kind: z.enum(['shown', 'not-shown', 'answer']),
  says: z.string().nullable(),
  name: z.string(),
  at: z.string(),
})

/** What the council did with a comment, by a named person. */
export type CommentStep = z.output<typeof step>

const row = z.strictObject({
  id: z.string(),
  line: z.string(),
  name: z.string().nullable(),
  says: z.string(),
  at: z.string(),
  mine: z.boolean(),
  steps: z.array(step),
})
export type Comment = z.output<typeof row>

/** What the signed-in account may do with comments; undefined for somebody who only reads. */
export type CommentPart = 'say' | 'answer' | undefined

export async function commentPart(query: Query): Promise<CommentPart> {
  const [found] = await query<{ part: string | null }>(
    'select roundtable.comment_part() as part',
    [],
    'comment_part',
  )
  return found?.part === 'say' || found?.part === 'answer' ? found.part : undefined
}

/** The comments that the reader may see, oldest first. */
export const commentsSeen = async (query: Query): Promise<readonly Comment[]> =>
  z.array(row).parse(await query('select * from roundtable.comments_seen()', [], 'comments_seen'))

export type NewComment = {
  readonly line: string
  readonly says: string
  readonly byName: boolean
  /** of the form: the same form sent twice is one comment */
  readonly key: string
}

/** @returns false where it is not theirs to say */
export async function sayComment(query: Query, { line, says, byName, key }: NewComment): Promise<boolean> {
  const [kept] = await query<{ kept: boolean }>('select roundtable.say_comment($1, $2, $3, $4) as kept', [
    line,
    says,
    byName,
    key,
  ])
  return kept?.kept === true
}

/** @returns false where it is not theirs to do, or there is no such comment */
export async function stepComment(
  query: Query,
  comment: string,
  kind: CommentStep['kind'],
  says: string | undefined,
): Promise<boolean> {
  const [kept] = await query<{ kept: boolean }>('select roundtable.step_comment($1, $2, $3) as kept', [
    comment,
    kind,
    says ?? null,
  ])
  return kept?.kept === true
}
