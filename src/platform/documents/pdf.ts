import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { projectFile } from '../database/project-files.ts'

/** What the sheet is made of. Every text is plain: no mark in it means anything. */
export type Sheet = {
  readonly title: string
  readonly council: string
  readonly to: string
  readonly on: string
  readonly draft: string | null
  /** of the text, in points: 16, or 20 for large print */
  readonly size: number
  readonly blocks: readonly SheetBlock[]
  /** true for a list of the headings, with their pages, at the front */
  readonly contents?: boolean
}

export type SheetBlock =
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 2 | 3 }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: number
      readonly head: readonly string[]
      readonly cells: readonly string[]
    }

/** Cannot: this machine has no part that makes PDF, or the text holds a sign that the letters we have cannot show. */
export type Pdf = { readonly kind: 'made'; readonly bytes: Uint8Array } | { readonly kind: 'cannot' }

type Press = { readonly compiler: NodeCompiler; readonly template: string }

let press: Promise<Press | undefined> | undefined

const FONTS = ['400Regular', '700Bold'].map(
  (weight) =>
    `@expo-google-fonts/atkinson-hyperlegible-next/${weight}/AtkinsonHyperlegibleNext_${weight}.ttf`,
)

/** Loaded when the first letter is made: most who start the service never make one. */
async function openPress(): Promise<Press | undefined> {
  try {
    const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    const { resolve } = createRequire(import.meta.url)
    const fontBlobs = await Promise.all(FONTS.map((font) => readFile(resolve(font))))
    const file = projectFile('src/platform/documents/letter.typ')
    return {
      compiler: Compiler.create({ fontArgs: [{ fontBlobs }], workspace: dirname(file) }),
      template: await readFile(join(file), 'utf8'),
    }
  } catch {
    return undefined
  }
}

/** A tagged PDF (PDF/UA-1): a screen reader finds its headings, lists and tables, and its language. */
export async function pdfOf(sheet: Sheet): Promise<Pdf> {
  const opened = await (press ??= openPress())
  if (opened === undefined) return { kind: 'cannot' }
  try {
    const bytes = opened.compiler.pdf(
      { mainFileContent: opened.template, inputs: { letter: JSON.stringify(sheet) } },
      { pdfStandard: 'ua-1' },
    )
    return bytes === undefined ? { kind: 'cannot' } : { kind: 'made', bytes }
  } catch {
    return { kind: 'cannot' }
  } finally {
    opened.compiler.evictCache(0)
  }
}
