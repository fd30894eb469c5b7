import { DOCX, docxOf } from '../../platform/documents/docx.ts'
import { pdfOf } from '../../platform/documents/pdf.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { type Answer, file, refused } from '../../platform/web/answer.ts'
import { seenBy } from '../../record/seen-by.ts'
import { type AtTable, type RecordPage, recordPath } from '../at-table.ts'
import { isPersonsSide } from '../findings-view.ts'
import { backTo, laid } from '../frame.tsx'
import type { Letter } from './letter.ts'
import { PackPage } from './letter.tsx'
import { packOf } from './pack.ts'
import { plainText } from './plain-text.ts'
import { POINTS, sheetOf } from './sheet.ts'
import { packWords, words } from './words.ts'

const MAY = { resource: 'challenge', action: 'read' } as const

/**
 * The pack is the person's: those at their side have it as they may see it; whoever prints it for them has it as the
 * person does, so that nothing that is kept from the person leaves the house in it.
 */
function packFor({ state, reader, model, withheld }: AtTable): Letter {
  if (isPersonsSide(reader)) return packOf({ state, model, withheld })
  return packOf({ state: seenBy(state, state.person.id), model, withheld: [] })
}

const packPath = (record: string, ...more: readonly string[]): string =>
  recordPath(record, 'letters', 'pack', ...more)

const shown: RecordPage = {
  path: '/records/:record/letters/pack',
  may: MAY,
  audited: 'the appeal pack',
  get: ({ ctx }) =>
    laid(ctx, 'letters', {
      title: packWords.title,
      before: backTo(recordPath(ctx.record, 'letters'), words.title),
      main: (
        <>
          <p class="govuk-body-l rt-no-print">{packWords.intro}</p>
          <p class="govuk-body rt-no-print">
            <ButtonLink href={packPath(ctx.record, 'pdf')}>{packWords.pdf}</ButtonLink>{' '}
            <ButtonLink href={packPath(ctx.record, 'docx')} class="govuk-button--secondary">
              {packWords.docx}
            </ButtonLink>{' '}
            <ButtonLink href={packPath(ctx.record, 'text')} class="govuk-button--secondary">
              {packWords.text}
            </ButtonLink>
          </p>
          <PackPage letter={packFor(ctx)} />
        </>
      ),
    }),
}

async function fileOf(table: AtTable, as: string): Promise<Answer> {
  const pack = packFor(table)
  const sheet = { ...sheetOf(pack, POINTS), contents: true }
  if (as === 'text') return file('appeal-pack.txt', 'text/plain; charset=utf-8', plainText(pack))
  if (as === 'docx') return file('appeal-pack.docx', DOCX, await docxOf(sheet))
  const pdf = await pdfOf(sheet)
  return pdf.kind === 'made'
    ? file('appeal-pack.pdf', 'application/pdf', pdf.bytes)
    : refused(words.noPdf, packPath(table.record))
}

const taken: RecordPage = {
  path: '/records/:record/letters/pack/:as',
  params: { as: ['pdf', 'docx', 'text'] },
  may: MAY,
  audited: 'the appeal pack, taken away',
  get: ({ ctx, params }) => fileOf(ctx, params['as'] ?? ''),
}

export const packPages: readonly RecordPage[] = [shown, taken]
