import type { Model } from '../domain/allocation/model.ts'
import type { PlainDate } from '../domain/dates/plain-date.ts'
import { type FindingDocument, findingsDocument } from '../exchange/findings-document.ts'
import { readRecordFile } from '../exchange/record-files.ts'
import { foldRecord } from '../record/state.ts'
import { readFileText } from '../record/file.ts'
import type { Mistake } from '../record/mistakes.ts'

export type HowToCheck = {
  readonly on: PlainDate
  readonly json: boolean
  /** the prices of a council's published model, where one was named */
  readonly published?: Pick<Model, 'prices'> | undefined
}

/** What came of one file: what to print of it, or everything that is wrong with it. Plain data, to pass between threads. */
export type Checked =
  | { readonly kind: 'checked'; readonly file: string; readonly says: string }
  | { readonly kind: 'wrong'; readonly file: string; readonly mistakes: readonly Mistake[] }

/** A file by its path; or one record of a file that holds a record a line, with what its line is called and says. */
export type ToCheck = string | { readonly file: string; readonly text: string }

export function checkOne(one: ToCheck, { on, json, published }: HowToCheck): Checked {
  const file = typeof one === 'string' ? one : one.file
  const read = typeof one === 'string' ? readRecordFile(one) : readFileText(one.text)
  if (read.kind === 'refused') return { kind: 'wrong', file, mistakes: read.mistakes }
  const findings = findingsDocument(foldRecord(read.record, on), published)
  return {
    kind: 'checked',
    file,
    says: json ? JSON.stringify({ file, on, findings }) : inPlainText(file, on, findings),
  }
}

function inPlainText(file: string, on: PlainDate, findings: readonly FindingDocument[]): string {
  if (findings.length === 0) return `${file}, on ${on}: nothing stands out against the law.`
  return [
    `${file}, on ${on}: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
    ...findings.flatMap(({ level, check, citation, entries, worker, mend }) => [
      `  ${level}: ${worker} (${check}; ${citation})${entries.length === 0 ? '' : ` [${entries.join(', ')}]`}`,
      `    To put it right: ${mend}`,
    ]),
  ].join('\n')
}
