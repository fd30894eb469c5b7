import type { ContractFile } from '../../domain/contracts/entries.ts'
import { foldContract } from '../../domain/contracts/ledger.ts'
import { spanInWords } from '../../domain/contracts/span.ts'
import { inWords } from '../../domain/money/pence.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { SummaryList, type SummaryRow } from '../../platform/govuk/summary-list.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import type { FieldError, Values } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { Step } from './draft.ts'
import { Hidden, NEW_PATH, NewHeading, stepPath, typedPairs } from './draft-frame.tsx'
import { ratesOn, termsInWords } from './view-terms.ts'
import { newWords as w } from './words-draft.ts'

type Props = {
  readonly visit: Pick<Visit<unknown>, 'csrf'>
  readonly contract: ContractFile
  readonly values: Values
  readonly errors: readonly FieldError[]
}

/** On which page each line of the terms is asked; the rest cannot be changed. */
const STEP_OF_TERM: Readonly<Record<string, Step>> = {
  'How it pays': 'pays',
  Settled: 'pays',
  'What stops outcome money': 'guards',
  'Paid whatever comes of it': 'terms',
  'What would have happened anyway': 'terms',
  'Looked at again': 'terms',
  'For the population, a year': 'terms',
  Risk: 'terms',
  'The pool': 'terms',
}

/** The whole contract once more, in the words in which everybody will read it, before it is kept. */
export const CheckStep = ({ visit, contract, values, errors }: Props) => {
  const [award] = contract.entries
  const ledger = award === undefined ? undefined : foldContract(contract, award.on)
  if (ledger === undefined) return null
  const row = (key: string, value: string, step?: Step): SummaryRow => ({
    key,
    value,
    ...(step === undefined
      ? {}
      : {
          actions: {
            items: [{ href: stepPath(step, values), text: w.change, hiddenText: key.toLowerCase() }],
          },
        }),
  })
  const { zone, population, provider, manager, terms } = ledger.award
  const nameOf = (party: string) => ledger.parties.get(party)?.name ?? party
  return (
    <>
      <NewHeading step="check" errors={errors} />
      <p class="govuk-body">{w.check}</p>
      <SummaryList
        rows={[
          row('Contract', contract.contract.name, 'about'),
          row('Provider', nameOf(provider), 'about'),
          row('Answers for it at the council', nameOf(manager), 'about'),
          row('From and to', spanInWords(ledger.award), 'about'),
          row('Where', zone ?? 'Everywhere', 'about'),
          row('For whom', population ?? 'Everybody', 'about'),
          ...ratesOn(ledger, ledger.award.from).map(({ service, unit, contract: paid, sustainable }) =>
            row(
              `${service}, ${unit}`,
              `${paid === undefined ? 'No price' : inWords(paid.amount)}; the sustainable rate is ${sustainable === undefined ? 'not set' : inWords(sustainable.amount)}`,
              'services',
            ),
          ),
          ...termsInWords(ledger).map(({ key, says }) =>
            row(key, says, STEP_OF_TERM[key] ?? (key.startsWith('Year ') ? 'terms' : undefined)),
          ),
          ...(terms.measures.length === 0
            ? []
            : [row('What is counted', terms.measures.map(({ what }) => what).join('; '), 'terms')]),
        ]}
      />
      <form method="post" action={NEW_PATH} novalidate id="form">
        <FormSeal visit={visit} />
        <Hidden pairs={typedPairs(values)} />
        <Button>{w.keep}</Button>
      </form>
    </>
  )
}
