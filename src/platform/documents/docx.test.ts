import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { docxOf } from './docx.ts'

/** A part of the document: it is a zip file, whose directory stands at its end. */
function partOf(bytes: Uint8Array, name: string): string {
  const file = Buffer.from(bytes)
  let at = file.readUInt32LE(file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1')) + 16)
  while (file.readUInt32LE(at) === 0x02014b50) {
    const [method, packed] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const start = file.readUInt32LE(at + 42)
    const found = file.subarray(at + 46, at + 46 + (nameLength ?? 0)).toString('utf8')
    if (found === name) {
      const data = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28)
      const raw = file.subarray(data, data + packed)
      return (method === 0 ? raw : inflateRawSync(raw)).toString('utf8')
    }
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  throw new Error(`${name} is not in it`)
}

const sheet = {
  title: 'Your plan',
  council: 'Northmoor Council',
  to: '陳美玲',
  on: '21 November 2026',
  draft: 'DRAFT. You have not answered this plan yet.',
  size: 16,
  blocks: [
    { kind: 'heading', text: 'What happens' },
    { kind: 'heading', text: 'Mornings', level: 3 },
    { kind: 'paragraph', text: '<b>Plain</b> & “simple”' },
    { kind: 'list', items: ['one', 'two'] },
    { kind: 'table', caption: 'Lines', columns: 2, head: ['What', 'A week'], cells: ['Home care', '£10.00'] },
  ],
} as const

test('a document with real headings, lists and a table whose head is one, in British English', async () => {
  const bytes = await docxOf(sheet)
  const body = partOf(bytes, 'word/document.xml')
  expect(body.match(/w:pStyle w:val="Heading([123])"/g)).toEqual([
    'w:pStyle w:val="Heading1"',
    'w:pStyle w:val="Heading2"',
    'w:pStyle w:val="Heading3"',
  ])
  expect(body).toContain('<w:tblHeader/>')
  expect(body.match(/<w:numPr>/g)).toHaveLength(2)
  expect(body).toContain('DRAFT. You have not answered this plan yet.')
  expect(body).toContain('陳美玲')
  expect(partOf(bytes, 'word/styles.xml')).toContain('w:val="en-GB"')
})

test('what somebody wrote is words and no markup', async () => {
  const body = partOf(await docxOf(sheet), 'word/document.xml')
  expect(body).toContain('&lt;b&gt;Plain&lt;/b&gt; &amp; “simple”')
})
