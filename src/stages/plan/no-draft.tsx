import { type AtTable, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { issueWords } from './words-forms.ts'

/** Where somebody comes to issue a draft and there is none, or it has been issued meanwhile. */
export const NoDraft = ({ table }: { readonly table: AtTable }) => (
  <Frame title={issueWords.title}>
    <p class="govuk-body">There is no draft to issue.</p>
    <p class="govuk-body">
      <a class="govuk-link" href={recordPath(table.record, 'plan', 'draft')}>
        Write the next version
      </a>
    </p>
  </Frame>
)
