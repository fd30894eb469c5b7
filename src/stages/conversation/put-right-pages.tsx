import { z } from 'zod'
import { isLevel } from '../../domain/outcomes/ladder.ts'
import { notFound } from '../../platform/web/answer.ts'
import { choice, optionalChoice, text } from '../../platform/web/fields.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, mayDo, recordPath } from '../../table/at-table.ts'
import { wholeOrEasy } from '../../table/easy-read.tsx'
import { formPage } from '../../table/form-page.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { putRight, putRightAble } from './decide-put-right.ts'
import { easyPutRight } from './easy-put-right.ts'
import { PutRightForm } from './put-right.tsx'
import { putRightWords as words } from './words-put-right.ts'

const found = ({ ctx, params }: Visit<AtTable>) => putRightAble(ctx.state, params['said'] ?? '')

/** What was said of a topic stands there; who helps has a page of its own. */
const placeOf = (visit: Visit<AtTable>): string => {
  const entry = found(visit)
  return recordPath(
    visit.ctx.record,
    'conversation',
    entry?.kind === 'statement' ? entry.topic : 'unpaid-help',
  )
}

export const putRightPages: readonly RecordPage[] = [
  formPage({
    path: '/records/:record/conversation/put-right/:said',
    params: { said: 'entry' },
    may: { resource: 'conversation', action: 'say' },
    audited: 'a form to put something right',
    form: z.object({
      how: choice(['wrong', 'no-longer'], words.howMissing),
      text: text(words.textMissing),
      level: optionalChoice(['0', '1', '2', '3', '4']),
      why: text(words.whyMissing),
    }),
    show: (visit, errors, typed) => {
      const entry = found(visit)
      return entry === undefined
        ? notFound
        : laid(visit.ctx, 'conversation', {
            title: words.title,
            main: wholeOrEasy(
              visit,
              <PutRightForm visit={visit} errors={errors} typed={typed} entry={entry} />,
              () => easyPutRight(visit.ctx, entry),
            ),
            before: backTo(placeOf(visit), 'Conversation'),
            bad: errors.length > 0,
          })
    },
    decide: ({ level: sent, ...value }, visit) => {
      const { ctx } = visit
      const level = sent === undefined ? undefined : Number(sent)
      return putRight(
        {
          ...value,
          stamp: ctx.stamp(found(visit)?.kind ?? 'statement'),
          entry: visit.params['said'] ?? '',
          level: isLevel(level) ? level : undefined,
          isWorker: mayDo(ctx, 'conversation', 'judge'),
        },
        ctx.state,
      )
    },
    to: placeOf,
    notice: words.kept,
  }),
]
