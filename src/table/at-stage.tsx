import type { Stage } from '../domain/care-act/journey.ts'
import type { AtTable } from './at-table.ts'
import { StageFindings } from './findings.tsx'

type Props = {
  readonly table: AtTable
  readonly stage: Stage
  /** the version of the plan that the page is about */
  readonly version?: string | undefined
}

/** What stands beside the work of every stage: what is to be put right here, and what the law says about it. */
export const AtStage = ({ table, stage, version }: Props) => (
  <>
    <StageFindings table={table} here={stage} version={version} />
    <p class="govuk-body rt-no-print">
      <a class="govuk-link" href={`/law/${stage}`}>
        What the law says here
      </a>
    </p>
  </>
)
