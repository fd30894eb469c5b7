import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { Block, Letter } from './letter.ts'

/** For a screen reader, a Braille printer or an email: no table needs to be seen to be understood. */
export function plainText(letter: Letter): string {
  const { title, council, toName, on, draft, blocks } = letter
  return `${[
    title.toUpperCase(),
    `${council}. To ${toName}. ${dateInWords(on)}.`,
    ...(draft === undefined ? [] : [`*** ${draft} ***`]),
    ...blocks.flatMap(blockLines),
  ].join('\n\n')}\n`
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.text}\n${'-'.repeat(Math.min(block.text.length, 60))}`]
    case 'paragraph':
      return [block.text]
    case 'list':
      return [block.items.map((item) => `* ${item}`).join('\n')]
    case 'table':
      return [
        block.caption,
        // Read row by row: each cell says what it is.
        ...block.rows.map((row) =>
          row.map((cell, column) => `${block.head[column] ?? ''}: ${cell}`).join('\n'),
        ),
      ]
  }
}

/** Easy read as text: one idea a line. */
export const easyText = ({ title, toName, easy }: Letter): string =>
  `${[title, `For ${toName}`, ...easy.map(({ says }) => says)].join('\n\n')}\n`
