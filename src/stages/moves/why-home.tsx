import { dated } from '../../domain/checks/clocks.ts'
import { readHeaded } from '../../record/headed-words.ts'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { type AtTable, disputePath, mayDo, recordPath } from '../../table/at-table.ts'
import { nameFor, nameWithin } from '../../table/reader.ts'
import { LEFT_HEADINGS } from './decide.ts'
import { type Stay, type WhyHome as Why, whereIn, whyHome } from './view-stay.ts'
import { words } from './words.ts'

type Props = { readonly table: AtTable }

const isMine = ({ reader, state }: AtTable): boolean => reader.party === state.person.id

const Wants = ({ wants }: Pick<Why, 'wants'>) =>
  wants.length === 0 ? (
    <>Nobody has written this down.</>
  ) : (
    <ul class="govuk-list">
      {wants.map(({ entry, says }) => (
        <li>
          <q>{says}</q> ({dated(entry)})
        </li>
      ))}
    </ul>
  )

const Whose = ({ table, capacity }: Props & Pick<Why, 'capacity'>) => {
  const { reader, state, record } = table
  return capacity === undefined ? (
    <>
      Nobody has found that {nameWithin(reader, state, state.person.id)} cannot decide this. So it is{' '}
      {isMine(table) ? 'yours' : 'theirs'}.
    </>
  ) : (
    <a class="govuk-link" href={recordPath(record, 'deciding', capacity.id)}>
      {capacity['has-capacity']
        ? `Found able to decide on ${dated(capacity)}`
        : `Not able to decide on ${dated(capacity)}`}
    </a>
  )
}

const Weighed = ({ table, risks }: Props & Pick<Why, 'risks'>) => (
  <ul class="govuk-list">
    {risks.map((risk) => (
      <li>
        <a class="govuk-link" href={recordPath(table.record, 'risks', risk.id)}>
          {risk.activity}
        </a>
        : {risk.why}
      </li>
    ))}
  </ul>
)

const Others = ({ table, others }: Props & Pick<Why, 'others'>) => (
  <ul class="govuk-list">
    {others.map((said) => (
      <li>
        {nameFor(table.reader, table.state, said['said-by'])}, {dated(said)}: “{said.text}”
      </li>
    ))}
  </ul>
)

/** Home or not, with reasons that everybody at the table can read. */
export const WhyHome = ({ table, stay }: Props & { readonly stay: Stay }) => {
  const { wants, capacity, risks, others } = whyHome(table.state, stay)
  const { left } = stay
  const told = left === undefined ? undefined : readHeaded(LEFT_HEADINGS, left.note)
  const isWeighed = risks.length > 0 && mayDo(table, 'plan', 'read')
  return (
    <section>
      <h4 class="govuk-heading-m">{words.home}</h4>
      <SummaryList
        rows={[
          { key: 'Where', value: whereIn(left) },
          {
            key: isMine(table) ? 'What you want' : `What ${table.state.person.name} wants`,
            value: <Wants wants={wants} />,
          },
          mayDo(table, 'capacity', 'read') && {
            key: 'Whose decision it is',
            value: <Whose table={table} capacity={capacity} />,
          },
          isWeighed && { key: 'What was weighed', value: <Weighed table={table} risks={risks} /> },
          others.length > 0 && { key: 'What others say', value: <Others table={table} others={others} /> },
          told?.open !== undefined && {
            key: isMine(table) ? 'What was not done when you left' : 'What was not done when they left',
            value: told.open,
          },
          told?.meanwhile !== undefined && { key: 'What happens about it', value: told.meanwhile },
        ]}
      />
      {left !== undefined && mayDo(table, 'asking', 'dispute') ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={disputePath(table.record, left.id)}>
            This is wrong<span class="govuk-visually-hidden">: leaving hospital</span>
          </a>
        </p>
      ) : null}
    </section>
  )
}
