import { citation } from '../domain/care-act/citations.ts'
import { STEP_LAW, type LawStep } from '../domain/care-act/step-law.ts'
import { Details } from '../platform/govuk/details.tsx'
import { Cites } from './reasons.tsx'

/** What the law says about the very thing that this page is for; the same few lines for both sides. */
export const LawHere = ({ step }: { readonly step: LawStep }) => (
  <Details summary="What the law says here">
    <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
      {STEP_LAW[step].map(({ says, cites }) => (
        <li>
          {says}{' '}
          <span class="govuk-body-s rt-law__cites">
            (<Cites cites={cites} />
            {cites.every((id) => citation(id).read === 'unread')
              ? '; we have not checked the wording yet'
              : ''}
            )
          </span>
        </li>
      ))}
    </ul>
    <p class="govuk-body-s">
      “You” is whoever this record is about. This is a short guide, not legal advice.
    </p>
  </Details>
)
