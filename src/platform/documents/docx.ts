import type * as docxTypes from 'docx'
import type { Sheet, SheetBlock } from './pdf.ts'

// The same sheet as a document that somebody can go on writing in: real headings, lists and tables, and the language, so
// that a word processor and a screen reader know them for what they are. Loaded when the first one is made.

type Docx = typeof docxTypes
type Part = InstanceType<Docx['Paragraph']> | InstanceType<Docx['Table']>

const FONT = 'Arial'

/** Half points, as the format counts them. */
const size = (points: number): number => points * 2

function tableOf(docx: Docx, block: Extract<SheetBlock, { kind: 'table' }>): readonly Part[] {
  const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx
  const cell = (text: string, bold: boolean) =>
    new TableCell({
      children: text
        .split('\n')
        .map((line) => new Paragraph({ children: [new TextRun({ text: line, bold })] })),
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
    })
  const rows = Array.from({ length: Math.ceil(block.cells.length / block.columns) }, (_, index) =>
    block.cells.slice(index * block.columns, (index + 1) * block.columns),
  )
  return [
    new Paragraph({ text: block.caption, keepNext: true }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: block.head.map((text) => cell(text, true)) }),
        ...rows.map(
          (row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) }),
        ),
      ],
    }),
    new Paragraph({ text: '' }),
  ]
}

function partsOf(docx: Docx, block: SheetBlock): readonly Part[] {
  const { HeadingLevel, Paragraph } = docx
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: block.level === 3 ? HeadingLevel.HEADING_3 : HeadingLevel.HEADING_2,
        }),
      ]
    case 'paragraph':
      return block.text.split('\n').map((text) => new Paragraph({ text }))
    case 'list':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }))
    case 'table':
      return tableOf(docx, block)
  }
}

/** The sheet as a Word document (.docx), to be changed by whoever has it. */
export async function docxOf(sheet: Sheet): Promise<Uint8Array> {
  const docx = await import('docx')
  const { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } = docx
  const heading = (points: number) => ({
    run: { font: FONT, size: size(points), bold: true, color: '000000' },
    paragraph: { spacing: { before: 280, after: 140 }, keepNext: true },
  })
  const file = new Document({
    title: sheet.title,
    creator: sheet.council,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: size(sheet.size), language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 160, line: 312 } },
        },
        heading1: heading(sheet.size + 6),
        heading2: heading(sheet.size + 3),
        heading3: heading(sheet.size),
      },
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ text: sheet.title, heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ text: sheet.council }),
          new Paragraph({ text: `To ${sheet.to}` }),
          new Paragraph({ text: sheet.on }),
          ...(sheet.draft === null
            ? []
            : [new Paragraph({ children: [new TextRun({ text: sheet.draft, bold: true })] })]),
          ...sheet.blocks.flatMap((block) => partsOf(docx, block)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
