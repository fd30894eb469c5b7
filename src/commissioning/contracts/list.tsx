import { spanInWords } from '../../domain/contracts/span.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import type { AtContracts } from './door.ts'
import { contractPath } from './laid.tsx'
import { MODEL_WORDS, words } from './words.ts'

/** Every contract of the council: who it is with, how it pays, how many people it is for. */
export const ContractList = ({ lines }: AtContracts) => (
  <>
    <h1 class="govuk-heading-l">{words.title}</h1>
    <p class="govuk-body">{words.intro}</p>
    <ButtonLink href="/contracts/new" class="govuk-button--secondary rt-no-print">
      {words.newOne}
    </ButtonLink>
    {lines.length === 0 ? (
      <InsetText>{words.none}</InsetText>
    ) : (
      <Table
        caption="The council’s contracts"
        captionClass="govuk-visually-hidden"
        stacks
        firstCellIsHeader
        head={['Contract', 'Provider', 'How it pays', 'From and to', { text: 'People', numeric: true }]}
        rows={lines.map(({ id, name, provider, awarded, people, ended }) => [
          <a class="govuk-link" href={contractPath(id)}>
            {name}
          </a>,
          provider,
          MODEL_WORDS[awarded.terms.model],
          `${spanInWords(awarded)}${ended ? ', ended' : ''}`,
          { text: people, numeric: true },
        ])}
      />
    )}
  </>
)
