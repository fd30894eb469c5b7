import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { Sheet, SheetBlock } from '../../platform/documents/pdf.ts'
import type { Parcel } from '../../platform/outbox/carrier.ts'
import type { CopyForm } from './decide.ts'
import type { Block, Letter } from './letter.ts'
import { easyText, plainText } from './plain-text.ts'

export const POINTS = 16
export const LARGE_POINTS = 20

const sheetBlock = (block: Block): SheetBlock =>
  block.kind === 'table'
    ? {
        kind: 'table',
        caption: block.caption,
        columns: block.head.length,
        head: block.head,
        cells: block.rows.flat(),
      }
    : block

/** A letter as it is printed, at so many points. */
export const sheetOf = (letter: Letter, size: number): Sheet => ({
  title: letter.title,
  council: letter.council,
  to: letter.toName,
  on: dateInWords(letter.on),
  draft: letter.draft ?? null,
  size,
  blocks: letter.blocks.map(sheetBlock),
})

/** Easy read on paper: one idea a paragraph, in large print. */
const easySheet = (letter: Letter): Sheet => ({
  ...sheetOf(letter, LARGE_POINTS),
  blocks: letter.easy.map(({ says }) => ({ kind: 'paragraph', text: says })),
})

/** The letter as it lies in the outbox, in the form in which it was asked for. */
export function parcelOf(letter: Letter, as: CopyForm, link: string): Parcel {
  const isEasy = as === 'easy-read'
  return {
    title: letter.title,
    council: letter.council,
    name: letter.toName,
    text: isEasy ? easyText(letter) : plainText(letter),
    sheet: isEasy ? easySheet(letter) : sheetOf(letter, as === 'large-print' ? LARGE_POINTS : POINTS),
    link,
  }
}
