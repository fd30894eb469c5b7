import { doubtsOfCapacity } from '../../domain/checks/capacity-found.ts'
import { dated } from '../../domain/checks/clocks.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { FindingsOf } from '../../table/findings.tsx'
import { Frame } from '../../table/frame.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { isThePerson, nameFor, nameWithin } from '../../table/reader.ts'
import { Cites } from '../../table/reasons.tsx'
import { type OneKind, givenOutside, kindsOfDecision, lawyers, whenAsked } from './view.ts'
import { FOR_WORDS, scopeWords, words } from './words.ts'

type Props = { readonly table: AtTable }

export const Answer = ({ has }: { readonly has: boolean }) => (
  <Tag class={`rt-tag--whole ${has ? 'govuk-tag--green' : 'govuk-tag--yellow'}`}>
    {has ? words.able : words.notAble}
  </Tag>
)

const Kind = ({ table, kind }: Props & { readonly kind: OneKind }) => (
  <section>
    <h2 class="govuk-heading-m">{FOR_WORDS[kind.what]}</h2>
    {kind.varies ? <p class="govuk-body">{words.changed}</p> : null}
    <Table
      stacks
      head={['When', 'The decision', 'The answer', 'By whom']}
      rows={kind.found.map((found) => [
        whenAsked(found),
        <a class="govuk-link" href={recordPath(table.record, 'deciding', found.capacity.id)}>
          {found.capacity.decision}
          <span class="govuk-visually-hidden">, {whenAsked(found)}</span>
        </a>,
        <Answer has={found.capacity['has-capacity']} />,
        nameFor(table.reader, table.state, found.foundBy),
      ])}
    />
  </section>
)

/** What somebody said that doubts it: a doubt is a reason to help and to ask, and no answer. */
const Doubts = ({ table }: Props) => {
  const doubts = doubtsOfCapacity(table.state)
  if (doubts.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{words.doubts}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {doubts.map((said) => (
          <li>
            {nameFor(table.reader, table.state, said['said-by'])}, {dated(said)}: “{said.text}”
          </li>
        ))}
      </ul>
    </section>
  )
}

const Lawyers = ({ table }: Props) => {
  const { reader, state, record } = table
  const each = lawyers(state)
  const outside = givenOutside(state)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.lawyers}</h2>
      {each.length === 0 ? (
        <p class="govuk-body">{words.noLawyers}</p>
      ) : (
        <>
          <Table
            stacks
            head={['Who', 'What their papers cover', 'How we know']}
            rows={each.map(({ party, scope }) => [
              nameFor(reader, state, party.id),
              scope === undefined
                ? scopeWords.unknown
                : scope.later.decides.map((what) => FOR_WORDS[what]).join(', '),
              scope === undefined
                ? (party.relationship ?? 'It is not known.')
                : `${scope.later.says} (${nameWithin(reader, state, scope.note.by)}, ${dated(scope.note)})`,
            ])}
          />
          <p class="govuk-body">{scopeWords.only(isThePerson(reader))}</p>
        </>
      )}
      {outside.map((response) => (
        <p class="govuk-body rt-block">
          {nameFor(reader, state, response.by)} answered on {dated(response)}: “{response.says}”.{' '}
          <strong>{scopeWords.outside}</strong> (<Cites cites={['MCA s4']} />)
        </p>
      ))}
      {each.length > 0 && mayDo(table, 'asking', 'judge') && mayAdd(table, 'note') ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(record, 'deciding', 'scope')}>
            Write down what their papers cover
          </a>
        </p>
      ) : null}
    </section>
  )
}

export const CHECKS = [
  'capacity-not-assessed',
  'capacity-unhelped',
  'capacity-unreasoned',
  'best-interests-missing',
]

/** Decision by decision, each at its time: what was asked, what helped, and what was found. */
export const DecidingPage = ({ table }: Props) => {
  const kinds = kindsOfDecision(table.state)
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{words.intro}</p>
      <EasySwitch path={recordPath(table.record, 'deciding')} easy={false} />
      <FindingsOf table={table} at="deciding" checks={CHECKS} />
      <LawHere step="capacity" />
      {mayAdd(table, 'capacity') ? (
        <ButtonLink href={recordPath(table.record, 'deciding', 'ask')}>{words.ask}</ButtonLink>
      ) : null}
      {kinds.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      {kinds.map((kind) => (
        <Kind table={table} kind={kind} />
      ))}
      <Doubts table={table} />
      <Lawyers table={table} />
    </Frame>
  )
}
