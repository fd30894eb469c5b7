import { dated } from '../../domain/checks/clocks.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type AtTable, mayAdd, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { FindingsOf } from '../../table/findings.tsx'
import { Frame } from '../../table/frame.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { nameFor } from '../../table/reader.ts'
import { type RiskView, risks } from './view.ts'
import { DECISION_WORDS, VIEW_WORDS, words } from './words.ts'

type Props = { readonly table: AtTable }

export const DecisionMark = ({ view: { risk, due } }: { readonly view: RiskView }) => (
  <>
    <Tag class={risk.decision === 'not-now' ? 'govuk-tag--yellow' : 'govuk-tag--green'}>
      {DECISION_WORDS[risk.decision]}
    </Tag>{' '}
    {due ? <Tag class="govuk-tag--red">{words.overdue}</Tag> : null}
  </>
)

const Item = ({ table, view }: Props & { readonly view: RiskView }) => {
  const { risk, again, views, happened } = view
  const { reader, state, record } = table
  return (
    <li class="rt-dispute">
      <h2 class="govuk-heading-m govuk-!-margin-bottom-1">
        <a class="govuk-link" href={recordPath(record, 'risks', risk.id)}>
          {risk.activity}
        </a>
      </h2>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <DecisionMark view={view} />
      </p>
      {risk.wish === '' ? null : (
        <p class="govuk-body">
          <q>{risk.wish}</q>
        </p>
      )}
      <p class="govuk-body-s">
        Weighed on {dated(risk)} by {nameFor(reader, state, risk.by).replace('You', 'you')}.{' '}
        {again === undefined ? words.noDay : `${words.lookAgain} ${dateInWords(again)}.`}{' '}
        {views.map(
          ({ later }) => `${nameFor(reader, state, later.party)}: ${VIEW_WORDS[later.view].toLowerCase()}. `,
        )}
        {happened.length === 0
          ? null
          : `Something happened since: ${happened.map(({ later }) => dateInWords(later.day)).join(', ')}.`}
      </p>
    </li>
  )
}

/** What was weighed, the latest first: both sides, what was decided, and when it is looked at again. */
export const RisksPage = ({ table }: Props) => {
  const all = risks(table.state)
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{words.intro}</p>
      <EasySwitch path={recordPath(table.record, 'risks')} easy={false} />
      <FindingsOf table={table} at="risks" checks={['risk-averse', 'choice-overridden']} />
      <LawHere step="risk" />
      {all.length === 0 ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <ul class="govuk-list">
          {all.map((view) => (
            <Item table={table} view={view} />
          ))}
        </ul>
      )}
      {mayAdd(table, 'risk') ? (
        <ButtonLink href={recordPath(table.record, 'risks', 'weigh')}>{words.weigh}</ButtonLink>
      ) : null}
    </Frame>
  )
}
