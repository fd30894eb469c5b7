import { expect, test } from 'vitest'
import { type Sheet, pdfOf } from './pdf.ts'

const sheet = (text: string): Sheet => ({
  title: 'Your plan',
  council: 'Northmoor Council',
  to: 'Ada Brook',
  on: '21 November 2026',
  draft: null,
  size: 16,
  blocks: [
    { kind: 'heading', text: 'What happens' },
    { kind: 'paragraph', text },
    { kind: 'list', items: ['one', 'two'] },
    { kind: 'table', caption: 'Lines', columns: 2, head: ['What', 'A week'], cells: ['Home care', '£10.00'] },
  ],
})

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

test('makes a tagged document: its parts, its language and its title can be found', async () => {
  const pdf = await pdfOf(sheet('Plain words.'))
  if (pdf.kind !== 'made') throw new Error('no PDF was made')
  const text = textOf(pdf.bytes)
  for (const part of ['%PDF-', '/StructTreeRoot', '/MarkInfo', '(en-GB)', 'pdfuaid:part>1']) {
    expect(text).toContain(part)
  }
})

test.each([
  '#import "x"',
  '*bold* _it_ $x$ <a> @b',
  '= heading',
  '\\u{1F600}',
  '#panic()',
  '"quotes" & `code`',
])('reads nothing that somebody wrote as a mark: %s', async (text) => {
  expect((await pdfOf(sheet(text))).kind).toBe('made')
})

test('says that it cannot where a sign is not in the letters that we have, rather than leave it out', async () => {
  expect((await pdfOf(sheet('陳美玲'))).kind).toBe('cannot')
  expect((await pdfOf(sheet('Plain words again.'))).kind).toBe('made')
})
