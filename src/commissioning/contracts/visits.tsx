import { spanInWords } from '../../domain/contracts/span.ts'
import type { Span } from '../../domain/contracts/span.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import type { AtContract } from './door.ts'
import { ContractHeading } from './laid.tsx'
import type { KeptVisit } from './store.ts'
import { isAsPlanned, visitsInBrief, whenOf } from './view-visits.ts'

/** One person’s visits in some days, as planned and as logged. */
export const Visits = ({
  at,
  person,
  days,
  visits,
}: {
  readonly at: AtContract
  readonly person: string
  readonly days: Span
  readonly visits: readonly KeptVisit[]
}) => (
  <ContractHeading at={at} title={`Visits to ${at.nameOf(person)}`} caption={spanInWords(days)}>
    {visits.length === 0 ? (
      <InsetText>
        No log of visits for these days was brought in. What was given stands in the ledger as a sum, as the
        provider reported it.
      </InsetText>
    ) : (
      <>
        <p class="govuk-body">{visitsInBrief(visits)}</p>
        <h2 class="govuk-heading-m">What did not come as planned</h2>
        {visits.every(isAsPlanned) ? (
          <p class="govuk-body">All of it came as planned.</p>
        ) : (
          <VisitTable
            visits={visits.filter((visit) => !isAsPlanned(visit))}
            caption="Visits that did not come as planned"
          />
        )}
        <Details summary="Every visit, in order">
          <VisitTable visits={visits} caption="Visits, in order" />
        </Details>
      </>
    )}
  </ContractHeading>
)

const VisitTable = ({
  visits,
  caption,
}: {
  readonly visits: readonly KeptVisit[]
  readonly caption: string
}) => (
  <Table
    caption={caption}
    captionClass="govuk-visually-hidden"
    stacks
    firstCellIsHeader
    head={['Day', 'Planned', 'Logged', 'How long', 'Worker']}
    rows={visits.map((visit) => {
      const { planned, logged, took } = whenOf(visit)
      return [dateInWords(visit.day), planned, logged, took, visit.worker === '' ? 'Nobody' : visit.worker]
    })}
  />
)
