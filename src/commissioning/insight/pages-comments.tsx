import type { VNode } from 'preact'
import { z } from 'zod'
import type { Model } from '../../domain/allocation/model.ts'
import type { Database } from '../../platform/database/database.ts'
import { type Answer, notFound, page, redirect, refused } from '../../platform/web/answer.ts'
import { choice, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, badField, parseForm } from '../../platform/web/form.ts'
import { type Enter, type Page, type Route, type Visit, behind } from '../../platform/web/page.ts'
import { backTo } from '../../table/frame.tsx'
import { type AtComments, CommentsRoom, Decide, Line } from './comments.tsx'
import {
  type Comment,
  type CommentStep,
  type NewComment,
  commentPart,
  commentsSeen,
  sayComment,
  stepComment,
} from './store-comments.ts'
import { standOf } from './view-comments.ts'
import { TheModel } from './the-model.tsx'
import { foldOfLine, modelLines } from './view-model-lines.ts'
import { words } from './words-comments.ts'

type Ctx = AtComments & {
  readonly model: Model
  readonly say: (comment: NewComment) => Promise<boolean>
  readonly step: (comment: string, kind: CommentStep['kind'], says: string | undefined) => Promise<boolean>
}

/** Everybody may come in; what they see and may do is the database's to say. */
const enter =
  (database: Database, model: Model): Enter<Ctx> =>
  (knock, inside) =>
    database.scoped(knock.session ?? '', async (query) =>
      inside({
        part: await commentPart(query),
        signedIn: knock.account !== undefined,
        model,
        lines: modelLines(model),
        comments: await commentsSeen(query),
        say: (comment) => sayComment(query, comment),
        step: (comment, kind, says) => stepComment(query, comment, kind, says),
      }),
    )

const toModel = backTo('/model', words.title)

const theModel: Page<Ctx> = {
  path: '/model',
  may: 'anyone',
  audited: 'nothing personal',
  get: ({ ctx }) => page({ title: words.title, main: <TheModel at={ctx} /> }),
}

/** Where the lines stood on a page of their own: whoever kept the address comes to them. */
const lines: Page<Ctx> = {
  path: '/model/lines',
  may: 'anyone',
  audited: 'nothing personal',
  get: () => redirect('/model#lines'),
}

const isKnown = ({ ctx, params }: Visit<Ctx>): boolean =>
  ctx.lines.some(({ key }) => key === params['line']) ||
  ctx.comments.some(({ line }) => line === params['line'])

/** To the part of the page in which the line stands, which opens. */
const backToFold = ({ ctx, params }: Visit<Ctx>): VNode => {
  const fold = foldOfLine(ctx.lines, params['line'] ?? '')
  return fold === undefined ? toModel : backTo(`/model#${fold}`, words.title)
}

const linePage = (visit: Visit<Ctx>, errors: readonly FieldError[], typed: Values): Answer =>
  page({
    title: words.title,
    main: (
      <Line at={visit.ctx} visit={visit} line={visit.params['line'] ?? ''} errors={errors} typed={typed} />
    ),
    before: backToFold(visit),
    ownWords: true,
    bad: errors.length > 0,
  })

const sayForm = z.object({
  says: text(words.missing, { most: 5000 }),
  'by-name': optionalText(),
})

const line: Page<Ctx> = {
  path: '/model/lines/:line',
  params: { line: 'entry' },
  may: 'anyone',
  maySend: 'signed-in',
  audited: 'nothing personal',
  get: (visit) => (isKnown(visit) ? linePage(visit, [], {}) : notFound),
  post: async (visit) => {
    const { ctx, params, key } = visit
    const of = params['line'] ?? ''
    if (!ctx.lines.some((one) => one.key === of)) return notFound
    const parsed = parseForm(sayForm, visit.form)
    if (parsed.kind === 'bad') return linePage(visit, parsed.errors, parsed.typed)
    const byName = parsed.value['by-name'] === 'yes'
    const kept = await ctx.say({ line: of, says: parsed.value.says, byName, key })
    return kept ? redirect(`/model/lines/${of}`, words.sent) : refused([words.notYours], `/model/lines/${of}`)
  },
}

const room: Page<Ctx> = {
  path: '/model/comments',
  may: 'signed-in',
  audited: 'nothing personal',
  get: ({ ctx }) =>
    ctx.part === 'answer'
      ? page({ title: words.room, main: <CommentsRoom at={ctx} />, before: toModel })
      : notFound,
}

const commentOf = ({ ctx, params }: Visit<Ctx>): Comment | undefined =>
  ctx.part === 'answer' ? ctx.comments.find(({ id }) => id === params['comment']) : undefined

const decidePage = (
  visit: Visit<Ctx>,
  comment: Comment,
  errors: readonly FieldError[],
  typed: Values,
): Answer =>
  page({
    title: 'A comment on a line',
    main: <Decide at={visit.ctx} visit={visit} comment={comment} errors={errors} typed={typed} />,
    before: backTo('/model/comments', words.room),
    bad: errors.length > 0,
  })

const decideForm = z.object({
  kind: choice(['shown', 'not-shown', 'answer'], words.choose),
  says: optionalText({ most: 5000 }),
})

const decide: Page<Ctx> = {
  path: '/model/comments/:comment',
  may: 'signed-in',
  maySend: 'signed-in',
  audited: 'nothing personal',
  get: (visit) => {
    const comment = commentOf(visit)
    return comment === undefined ? notFound : decidePage(visit, comment, [], {})
  },
  post: async (visit) => {
    const comment = commentOf(visit)
    if (comment === undefined) return notFound
    const parsed = parseForm(decideForm, visit.form)
    if (parsed.kind === 'bad') return decidePage(visit, comment, parsed.errors, parsed.typed)
    const { kind, says } = parsed.value
    const again = (sentence: string, field: 'kind' | 'says' = 'says') => {
      const bad = badField(visit.form, field, sentence)
      return bad.kind === 'bad' ? decidePage(visit, comment, bad.errors, bad.typed) : notFound
    }
    if (kind === 'not-shown' && says === undefined) return again(words.whyNotMissing)
    if (kind === 'answer' && says === undefined) return again(words.answerMissing)
    if (kind === 'answer' && standOf(comment).kind === 'waiting')
      return again('Decide first whether it is shown, then answer', 'kind')
    // What was written beside “show it” is the answer to it.
    const kept = await visit.ctx.step(comment.id, kind, kind === 'shown' ? undefined : says)
    if (!kept) return notFound
    if (kind === 'shown' && says !== undefined) await visit.ctx.step(comment.id, 'answer', says)
    return redirect('/model/comments', kind === 'answer' ? words.answered : words.done)
  },
}

/** The model line by line, open to comment: for everybody to read, for those whom it is about to comment on. */
export const commentRoutes = (database: Database, model: Model): readonly Route[] =>
  behind(enter(database, model), [theModel, lines, line, room, decide])
