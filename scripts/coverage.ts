/** Makes `docs/coverage.md` from `src/domain/care-act/coverage.ts`: `npx tsx scripts/coverage.ts`. A test holds the two together. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  COVERAGE_STATUS,
  type CoverageRow,
  type CoverageStatus,
} from '../src/domain/care-act/coverage-row.ts'
import { COVERAGE } from '../src/domain/care-act/coverage.ts'

const rows: readonly CoverageRow[] = COVERAGE.flatMap((law) => law.rows)
const countOf = (status: CoverageStatus) => rows.filter((row) => row.status === status).length

const fileName = (path: string) => path.split('/').at(-1) ?? path
const links = (files: readonly string[]) => files.map((path) => `[${fileName(path)}](../${path})`).join(', ')
const row = ({ part, title, status, what, why, files }: CoverageRow) =>
  `| ${[part, title, status, what, why, links(files)].join(' | ')} |`

/** The text of the page. */
export function coveragePage(): string {
  const laws = COVERAGE.map(
    ({ law, rows: parts }) => `## ${law}

| part | about | status | what the software does | why no more | where |
| --- | --- | --- | --- | --- | --- |
${parts.map(row).join('\n')}
`,
  )
  return `<!-- biome-ignore-all format: made by scripts/coverage.ts -->

# What of the law is in the code

Made from \`src/domain/care-act/coverage.ts\` by \`npx tsx scripts/coverage.ts\`; change that file, not this one.

- **modelled**: a rule gives what the recorded facts give under it, with reasons.
- **partly**: a rule covers part of it.
- **not**: no rule does, even where the record has a place for the facts.

Of ${rows.length} parts: ${COVERAGE_STATUS.map((status) => `${countOf(status)} ${status}`).join(', ')}. How far the wording behind a
paraphrase was checked stands with each citation, in the files \`src/domain/care-act/citations*.ts\`.

${laws.join('\n')}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = new URL('../docs/coverage.md', import.meta.url)
  mkdirSync(new URL('.', page), { recursive: true })
  writeFileSync(page, coveragePage())
}
