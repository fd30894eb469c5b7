import { dated } from '../../domain/checks/clocks.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inList } from '../../domain/checks/telling.ts'
import { openDisputesOf } from '../../record/state.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { type AtTable, disputePath, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { Frame } from '../../table/frame.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { isThePerson, nameFor, nameWithin } from '../../table/reader.ts'
import { DisputeNote } from '../../table/standing-dispute.tsx'
import { Answer } from './deciding.tsx'
import { type Found, regainedSince, whenAsked } from './view.ts'
import { FOR_WORDS, bestWords, words } from './words.ts'

type Props = { readonly table: AtTable; readonly found: Found }

const yes = (is: boolean): string => (is ? 'Yes' : 'No')
const said = (text: string | undefined): string =>
  text === undefined || text === '' ? 'Nobody has written this down.' : text

const BestInterests = ({ table, found }: Props) => {
  const { capacity, told } = found
  const { reader, state, record } = table
  const best = capacity['best-interests']
  const regained = regainedSince(state, capacity)
  if (capacity['has-capacity']) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{isThePerson(reader) ? bestWords.titleYou : bestWords.title}</h2>
      {regained === undefined ? null : (
        <InsetText>
          On {dated(regained)} it was found that {nameWithin(reader, state, state.person.id)} can decide this.
          Nobody else decides it now.
        </InsetText>
      )}
      {best === undefined ? (
        <p class="govuk-body">Nothing was decided in {isThePerson(reader) ? 'your' : 'their'} place.</p>
      ) : (
        <SummaryList
          rows={[
            { key: 'What was decided', value: best.decided },
            { key: 'Who decides', value: told.decider ?? bestWords.council },
            found.best !== undefined && {
              key: 'Written down',
              value: `${dateInWords(found.best.on)}, by ${nameWithin(reader, state, found.best.by)}`,
            },
            {
              key: isThePerson(reader) ? 'What you want and wanted' : 'What they want and wanted',
              value: said(best.wishes),
            },
            {
              key: 'Who was asked',
              value:
                best.consulted.length === 0
                  ? 'Nobody.'
                  : inList(best.consulted.map((party) => nameFor(reader, state, party))),
            },
            {
              key: isThePerson(reader)
                ? 'The way that leaves you more free'
                : 'The way that leaves them more free',
              value: said(best['less-restrictive']),
            },
            told.wait !== undefined && { key: 'Whether it could wait', value: told.wait },
          ]}
        />
      )}
      <LawHere step="best-interests" />
      {regained === undefined && mayAdd(table, 'capacity') ? (
        <ButtonLink
          class="govuk-button--secondary"
          href={recordPath(record, 'deciding', capacity.id, 'best')}
        >
          {best === undefined ? 'Write down what is best' : 'Look at what is best again'}
        </ButtonLink>
      ) : null}
    </section>
  )
}

/** One finding: the decision, the help that came first, the four abilities, and why. */
export const FindingPage = (props: Props) => {
  const { table, found } = props
  const { capacity, told } = found
  const { reader, state, record } = table
  return (
    <Frame title={capacity.decision} caption={words.title}>
      <p class="govuk-body">
        <Answer has={capacity['has-capacity']} />
      </p>
      <EasySwitch path={recordPath(record, 'deciding', capacity.id)} easy={false} />
      {openDisputesOf(state, capacity.id).map((dispute) => (
        <DisputeNote table={table} dispute={dispute} />
      ))}
      <p class="govuk-body">
        Asked on {whenAsked(found)}, by {nameWithin(reader, state, found.foundBy)}. This is about{' '}
        {inList(capacity.for.map((what) => FOR_WORDS[what].toLowerCase()))}, and about nothing else.
      </p>
      <h2 class="govuk-heading-m">What was done first to help</h2>
      {capacity['help-given'].length === 0 ? (
        <p class="govuk-body">Nobody has written down any help.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {capacity['help-given'].map((help) => (
            <li>{help}</li>
          ))}
        </ul>
      )}
      <h2 class="govuk-heading-m">What was found</h2>
      <SummaryList
        rows={[
          { key: 'Understood it', value: yes(capacity.understands) },
          { key: 'Kept it in mind', value: yes(capacity.retains) },
          { key: 'Weighed it up', value: yes(capacity.weighs) },
          { key: 'Let others know', value: yes(capacity.communicates) },
          { key: 'What showed it', value: said(told.shown) },
          capacity.because !== undefined && { key: 'What is behind it', value: capacity.because },
          told.link !== undefined && { key: 'How the one leads to the other', value: told.link },
          told.unwise !== undefined && { key: 'Others think it unwise', value: told.unwise },
          !capacity['has-capacity'] && { key: 'To be asked again', value: said(told.again ?? told.says) },
          told.says !== '' && told.again !== undefined && { key: 'Note', value: told.says },
          capacity['has-capacity'] && told.says !== '' && { key: 'Note', value: told.says },
        ]}
      />
      {capacity.withheld === undefined ? null : (
        <p class="govuk-body">
          Kept from {inList(capacity.withheld.from.map((party) => nameWithin(reader, state, party)))}:{' '}
          {capacity.withheld.why}
        </p>
      )}
      {mayDo(table, 'capacity', 'dispute') ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={disputePath(record, capacity.id)}>
            This is wrong
          </a>
        </p>
      ) : null}
      <BestInterests {...props} />
    </Frame>
  )
}
