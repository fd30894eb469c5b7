import { unitsInWords } from '../domain/checks/council-support.ts'
import { cameInWords, daysInWords, gaps } from '../record/support-lines.ts'
import type { RecordState } from '../record/state.ts'
import { type AtTable, mayDo, recordPath } from './at-table.ts'

/** What did not come lately, each in a sentence, the latest first. Nothing for those who may not read of support. */
export const gapSentences = (state: RecordState): readonly string[] =>
  gaps(state).map(
    ({ support: { line }, period }) =>
      `${line.what}, ${daysInWords(period)}: ${unitsInWords(period.gap, line.unit)} did not come (${cameInWords(period, line)} came).`,
  )

/** So many are told on a first page; the support’s own page has them all. */
const MOST = 3

/** On a first page: what did not come, from the day on which it was told of. */
export const GapsFirst = ({
  says,
  support,
}: {
  readonly says: readonly string[]
  readonly support: string
}) =>
  says.length === 0 ? null : (
    <div class="rt-block">
      <h2 class="govuk-heading-m">What did not come</h2>
      <ul class="govuk-list govuk-list--bullet">
        {says.slice(0, MOST).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p class="govuk-body rt-no-print">
        <a class="govuk-link" href={support}>
          {says.length > MOST ? `See this and ${says.length - MOST} more` : 'See this'}, or say that it was
          not so
        </a>
      </p>
    </div>
  )

export const GapsOfRecord = ({ table }: { readonly table: AtTable }) =>
  mayDo(table, 'support', 'read') ? (
    <GapsFirst says={gapSentences(table.state)} support={recordPath(table.record, 'support')} />
  ) : null
