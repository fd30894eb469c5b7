import { z } from 'zod'
import { isLevel } from '../../domain/outcomes/ladder.ts'
import type { Entry } from '../../record/entries.ts'
import { wordsToPutRight } from '../../record/put-right.ts'
import { notFound } from '../../platform/web/answer.ts'
import { choice, optionalChoice, optionalText, text } from '../../platform/web/fields.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, mayDo, recordPath } from '../../table/at-table.ts'
import { wholeOrEasy } from '../../table/easy-read.tsx'
import { formPage } from '../../table/form-page.ts'
import { backTo, laid, whoseRecord } from '../../table/frame.tsx'
import { worksAt } from '../../table/put-right-link.tsx'
import { putRight, putWordsRight, saidById } from './decide-put-right.ts'
import { easyPutRight } from './easy-put-right.ts'
import { PutRightForm, PutWordsRightForm } from './put-right.tsx'
import { putRightWords as words } from './words-put-right.ts'

/** What stands under the address, where its words can be put right. */
const written = ({ ctx, params }: Visit<AtTable>): Entry | undefined => {
  const entry = ctx.state.byId.get(params['written'] ?? '')
  return entry === undefined || wordsToPutRight(entry).length === 0 ? undefined : entry
}

const found = ({ ctx, params }: Visit<AtTable>) => saidById(ctx.state, params['said'] ?? '')

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
  formPage({
    path: '/records/:record/conversation/correct/:written',
    params: { written: 'entry' },
    may: { resource: 'conversation', action: 'say' },
    audited: 'a form to put something right',
    form: z.object({
      'part-0': optionalText(),
      'part-1': optionalText(),
      'part-2': optionalText(),
      why: text(words.whyMissing),
    }),
    show: (visit, errors, typed) => {
      const entry = written(visit)
      return entry === undefined
        ? notFound
        : laid(visit.ctx, '', {
            title: words.title,
            main: wholeOrEasy(
              visit,
              <PutWordsRightForm visit={visit} errors={errors} typed={typed} entry={entry} />,
              () => easyPutRight(visit.ctx, entry),
            ),
            before: backTo(recordPath(visit.ctx.record), whoseRecord(visit.ctx)),
            bad: errors.length > 0,
          })
    },
    decide: (value, visit) => {
      const { ctx } = visit
      const entry = written(visit)
      return putWordsRight(
        {
          stamp: ctx.stamp(entry?.kind ?? 'note'),
          entry: entry?.id ?? '',
          texts: [value['part-0'], value['part-1'], value['part-2']],
          why: value.why,
          isWorker: entry !== undefined && worksAt(ctx, entry),
        },
        ctx.state,
      )
    },
    to: ({ ctx }) => recordPath(ctx.record),
    notice: words.kept,
  }),
]
