import { Button } from '../../platform/govuk/button.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { errorAt, textOf } from '../../platform/web/form.ts'
import { Frame } from '../../table/frame.tsx'
import { type Props, linesFor } from './forms.tsx'
import { COLUMN_WORDS, fileWords, reportWords } from './words.ts'

/** Many weeks at once, as rows of a spreadsheet. */
export const FileForm = ({ visit, errors, typed }: Props) => {
  const lines = linesFor(visit.ctx)
  const [first] = lines
  return (
    <Frame title={fileWords.title} errors={errors}>
      <p class="govuk-body">{fileWords.intro}</p>
      <p class="govuk-body">{fileWords.all}</p>
      {first === undefined ? (
        <p class="govuk-body">{reportWords.none}</p>
      ) : (
        <>
          <h2 class="govuk-heading-m">{fileWords.lines}</h2>
          <SummaryList
            rows={lines.map(({ line }) => ({ key: <code>{String(line.line)}</code>, value: line.what }))}
          />
        </>
      )}
      <h2 class="govuk-heading-m">{fileWords.columns}</h2>
      <SummaryList rows={COLUMN_WORDS.map(([name, holds]) => ({ key: <code>{name}</code>, value: holds }))} />
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={visit.ctx.head} />
        <Textarea
          name="csv"
          label={{ text: fileWords.csv, class: 'govuk-label--m' }}
          hint={`For example: line,from,to,planned,delivered and below it ${String(first?.line.line ?? 'L1')},2/11/2026,8/11/2026,7,6.5`}
          error={errorAt(errors, 'csv')}
          value={textOf(typed, 'csv')}
          rows={12}
          spellcheck={false}
          autocomplete="off"
          attributes={{ 'data-file-label': fileWords.file }}
        />
        <Button>{fileWords.keep}</Button>
      </form>
    </Frame>
  )
}
