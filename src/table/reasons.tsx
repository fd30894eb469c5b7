import type { Step } from '../domain/answer.ts'
import { CITATIONS, type CitationId } from '../domain/care-act/citations.ts'
import type { Entry } from '../record/entries.ts'
import { openDisputesOf } from '../record/state.ts'
import { type AtTable, mayDo, disputePath } from './at-table.ts'
import { turnedTo } from './reader.ts'
import { Said } from './said.tsx'
import { DisputedMark } from './standing-dispute.tsx'

/** A link to the text of the law, by its short name. */
export const Cites = ({ cites }: { readonly cites: readonly CitationId[] }) => (
  <>
    {cites.map((id, index) => (
      <>
        {index === 0 ? '' : ', '}
        <a class="govuk-link" href={CITATIONS[id].url} rel="noreferrer">
          {CITATIONS[id].short}
        </a>
      </>
    ))}
  </>
)

/** The words at the end of a chain of reasons, each with who said it and where to say that it is wrong. */
const Sources = ({
  table,
  entries,
  above,
}: {
  readonly table: AtTable
  readonly entries: readonly Entry[]
  /** those that stand on the same sheet already: there they are not said again */
  readonly above: ReadonlySet<string>
}) => (
  <ul class="rt-reasons__said">
    {entries.some(({ id }) => above.has(id)) ? (
      <li class="rt-only-print">
        {entries.every(({ id }) => above.has(id)) ? 'What was said for this' : 'More that was said for this'}{' '}
        stands above.
      </li>
    ) : null}
    {entries.map((entry) => (
      <li class={above.has(entry.id) ? 'rt-no-print' : undefined}>
        <Said reader={table.reader} state={table.state} entry={entry} />
        {openDisputesOf(table.state, entry.id).length > 0 ? (
          <>
            {' '}
            <DisputedMark />
          </>
        ) : null}
        {mayDo(table, 'conversation', 'dispute') ? (
          <>
            {' '}
            <a class="govuk-link rt-no-print rt-link--whole" href={disputePath(table.record, entry.id)}>
              This is wrong<span class="govuk-visually-hidden">: what was said here</span>
            </a>
          </>
        ) : null}
      </li>
    ))}
  </ul>
)

/** Of these a chain of reasons shows what somebody said. */
export const SPOKEN: readonly Entry['kind'][] = ['statement', 'carer-identified', 'dispute', 'need']

/**
 * How something was worked out, line by line: the sentence, who said what it rests on, the model and the law. It is the
 * calculation's own record, so it cannot tell another story than the figure. What was said is listed once, under the
 * first line that rests on it.
 */
export const Reasons = ({
  table,
  steps,
  onPaper,
}: {
  readonly table: AtTable
  readonly steps: readonly Step[]
  /** what a page prints once though it is folded away in many places: each chain adds its own */
  readonly onPaper?: Set<string>
}) => {
  const shown = new Set<string>()
  const above = new Set(onPaper)
  return (
    <ol class="rt-reasons">
      {steps.map((step) => {
        const sources = (step.entries ?? []).flatMap((id) => {
          const entry = table.state.byId.get(id)
          if (entry === undefined || shown.has(entry.id) || !SPOKEN.includes(entry.kind)) return []
          shown.add(entry.id)
          onPaper?.add(entry.id)
          return [entry]
        })
        return (
          <li class="rt-reasons__step">
            <span class="rt-reasons__says">{turnedTo(table.reader, table.state, step.says)}</span>
            {sources.length === 0 ? null : <Sources table={table} entries={sources} above={above} />}
            {step.model === undefined && (step.cites ?? []).length === 0 ? null : (
              <span class="rt-reasons__from">
                {step.model === undefined ? null : <>Model: {step.model}</>}
                {step.model !== undefined && (step.cites ?? []).length > 0 ? ' · ' : null}
                {(step.cites ?? []).length === 0 ? null : (
                  <>
                    Rule: <Cites cites={step.cites ?? []} />
                  </>
                )}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
