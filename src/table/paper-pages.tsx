import type { MakePaperForm, PaperForm } from '../record/paper-form.ts'
import { notFound } from '../platform/web/answer.ts'
import { textOf } from '../platform/web/form.ts'
import type { RecordPage } from './at-table.ts'
import { backTo, laid } from './frame.tsx'
import { PaperList, PaperPage, paperPath } from './paper-form.tsx'
import { paperWords as words } from './words-paper.ts'

const MAY = { resource: 'conversation', action: 'read' } as const

/** The forms that can be filled in on paper. Each is made by the stage whose form it is, of the words of the screen. */
export const paperPages = (makers: readonly MakePaperForm[]): readonly RecordPage[] => {
  const formsFor = (state: Parameters<MakePaperForm>[0]): readonly PaperForm[] =>
    makers.map((make) => make(state)).toSorted((a, b) => a.number - b.number)
  return [
    {
      path: '/records/:record/paper',
      may: MAY,
      audited: 'the forms on paper',
      get: ({ ctx }) =>
        laid(ctx, 'paper', {
          title: words.title,
          main: <PaperList table={ctx} forms={formsFor(ctx.state)} />,
        }),
    },
    {
      path: '/records/:record/paper/:paper',
      params: { paper: 'entry' },
      may: MAY,
      audited: 'a form on paper',
      get: ({ ctx, params, query }) => {
        const form = formsFor(ctx.state).find(({ slug }) => slug === params['paper'])
        return form === undefined
          ? notFound
          : laid(ctx, 'paper', {
              title: `${words.form(form.number)}: ${form.title}`,
              main: <PaperPage table={ctx} form={form} large={textOf(query, 'as') === 'large-print'} />,
              before: backTo(paperPath(ctx.record), words.title),
            })
      },
    },
  ]
}
