import { dated } from '../../domain/checks/clocks.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type AtTable, disputePath, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { FindingsOf } from '../../table/findings.tsx'
import { Frame } from '../../table/frame.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { isThePerson, nameFor } from '../../table/reader.ts'
import { type Asked, agreedInWords, everyAsking, hardFor, steps, waitFor } from './view.ts'
import { DECISION_WORDS, DIFFICULTIES, DIFFICULTY_WORDS, STEP_WORDS, words } from './words.ts'

type Props = { readonly table: AtTable }

export const CHECKS = ['advocacy-not-considered', 'advocate-missing', 'supporter-unsuitable']

const Now = ({ table, asked }: Props & { readonly asked: Asked }) => {
  const { entry, says } = asked
  const { reader, state, record } = table
  const wait = waitFor(state)
  const mayTell = mayAdd(table, 'note') && mayDo(table, 'capacity', 'say')
  return (
    <section>
      <h2 class="govuk-heading-m">{words.now}</h2>
      <p class="govuk-body">
        <strong>{DECISION_WORDS[entry.decision]}</strong>{' '}
        {wait?.open === true ? (
          <Tag class="govuk-tag--yellow">
            {wait.found === undefined ? 'Waiting for an advocate' : 'Not met yet'}
          </Tag>
        ) : null}
      </p>
      {wait?.says.map((sentence) => (
        <p class="govuk-body">{sentence}</p>
      ))}
      <SummaryList
        rows={[
          ...DIFFICULTIES.map((each) => ({
            key: DIFFICULTY_WORDS[each],
            value: entry.difficulty[each] ? 'Very hard without help' : 'Not very hard',
          })),
          entry.supporter !== undefined && {
            key: 'Who could help',
            value: nameFor(reader, state, entry.supporter),
          },
          entry.supporter !== undefined && {
            key: isThePerson(reader) ? 'Do you want that?' : `Does ${state.person.name} want that?`,
            value: agreedInWords(entry['person-agrees']),
          },
          entry.advocate !== undefined && {
            key: 'The advocate',
            value: nameFor(reader, state, entry.advocate),
          },
          says !== '' && { key: 'What was said about it', value: says },
          { key: 'Asked by', value: `${nameFor(reader, state, entry.by)}, ${dated(entry)}` },
        ]}
      />
      {wait?.found !== undefined && wait.met === undefined && mayTell ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(record, 'advocacy', wait.found.id, 'met')}>
            {words.met}
          </a>
        </p>
      ) : null}
      {mayDo(table, 'capacity', 'dispute') ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={disputePath(record, entry.id)}>
            This is wrong
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** Asked at each step, or not asked again: a gap is a row like any other. */
const Steps = ({ table }: Props) => {
  const each = steps(table.state)
  if (each.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{words.asked}</h2>
      <Table
        stacks
        head={['Step', 'Began', 'The four questions', 'What came of it']}
        rows={each
          .toReversed()
          .map(({ step, began, asked, before }) => [
            STEP_WORDS[step],
            dated(began),
            asked === undefined
              ? before === undefined
                ? 'Not asked.'
                : `Not asked again. Last asked on ${dated(before.entry)}.`
              : `Asked on ${dated(asked.entry)}. ${hardFor(asked)}`,
            asked === undefined ? words.nothingCame : DECISION_WORDS[asked.entry.decision],
          ])}
      />
    </section>
  )
}

/** The four questions, who is at the person's side, how long they have waited, and what an advocate may do. */
export const AdvocacyPage = ({ table }: Props) => {
  const last = everyAsking(table.state).at(-1)
  const own = isThePerson(table.reader)
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{words.intro(own)}</p>
      <EasySwitch path={recordPath(table.record, 'advocacy')} easy={false} />
      <FindingsOf table={table} at="advocacy" checks={CHECKS} />
      <LawHere step="advocacy" />
      {mayAdd(table, 'advocacy') ? (
        <ButtonLink href={recordPath(table.record, 'advocacy', 'ask')}>{words.ask}</ButtonLink>
      ) : null}
      {last === undefined ? <p class="govuk-body">{words.none}</p> : <Now table={table} asked={last} />}
      <Steps table={table} />
      <h2 class="govuk-heading-m">{words.advocate}</h2>
      <p class="govuk-body">{words.mayDo(own)}</p>
    </Frame>
  )
}
