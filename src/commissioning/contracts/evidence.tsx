import { Cites } from '../../table/reasons.tsx'
import { contractPath } from './laid.tsx'
import type { Evidence } from './view-evidence.ts'
import type { OpenedStep } from './view-settlement.ts'

/** So many lines are shown under one step at once: a contract may be for thousands. The file has all of them. */
const MOST = 40

export const EvidenceList = ({
  contract,
  evidence,
}: {
  readonly contract: string
  readonly evidence: readonly Evidence[]
}) => (
  <ul class="rt-reasons__said">
    {evidence.slice(0, MOST).map(({ says, words, visits }) => (
      <li>
        {says}
        {words === undefined ? null : (
          <>
            {' '}
            <q class="rt-quote">{words}</q>
          </>
        )}
        {visits === undefined ? null : (
          <>
            {' '}
            <a
              class="govuk-link"
              href={`${contractPath(contract, 'visits', visits.person)}?from=${visits.from}&to=${visits.to}`}
            >
              Visits<span class="govuk-visually-hidden"> of {says}</span>
            </a>
          </>
        )}
      </li>
    ))}
    {evidence.length > MOST ? (
      <li>
        And {evidence.length - MOST} more, in{' '}
        <a class="govuk-link" href={contractPath(contract, 'file')}>
          the contract’s file
        </a>
      </li>
    ) : null}
  </ul>
)

/** How a line was worked out, step by step, down to the visits, the person’s word and the price. */
export const Opened = ({
  contract,
  steps,
}: {
  readonly contract: string
  readonly steps: readonly OpenedStep[]
}) => (
  <ol class="rt-reasons">
    {steps.slice(0, MOST).map(({ says, cites, evidence }) => (
      <li class="rt-reasons__step">
        <span class="rt-reasons__says">{says}</span>
        {evidence.length === 0 ? null : <EvidenceList contract={contract} evidence={evidence} />}
        {cites === undefined || cites.length === 0 ? null : (
          <span class="rt-reasons__from">
            Rule: <Cites cites={cites} />
          </span>
        )}
      </li>
    ))}
    {steps.length > MOST ? <li>And {steps.length - MOST} more of the same kind.</li> : null}
  </ol>
)
