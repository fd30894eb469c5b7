import { dated, dayOfEntry } from '../../domain/checks/clocks.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { Told } from '../../record/told-later.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { type AtTable, disputePath, mayDo, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { DisputeNote } from '../../table/standing-dispute.tsx'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameFor, nameWithin } from '../../table/reader.ts'
import { openDisputesOf } from '../../record/state.ts'
import { mayTell } from './may-tell.ts'
import { DecisionMark } from './risks.tsx'
import { type KnownThen, type RiskView, knownThen, weighedAnew } from './view.ts'
import { DECISION_WORDS, VIEW_WORDS, happenedWords, lookedWords, viewWords, words } from './words.ts'

type Props = { readonly table: AtTable; readonly view: RiskView }

const said = (text: string | undefined): string =>
  text === undefined || text === '' ? 'Nobody has written this down.' : text

const Safeguards = ({ view }: Pick<Props, 'view'>) =>
  view.risk.safeguards.length === 0 ? (
    <>Nothing was asked for.</>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {view.risk.safeguards.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  )

/** Both sides beside each other, in the same size. */
const BothSides = ({ view: { risk } }: Pick<Props, 'view'>) => (
  <Table
    stacks
    head={['What could be good', 'What could go wrong']}
    rows={[[said(risk.good), said(risk.harm)]]}
  />
)

const byWhom = ({ table }: Props, { note, later }: Told<'view'>): string => {
  const { reader, state } = table
  const typed = note.by === later.party ? '' : `, written down by ${nameWithin(reader, state, note.by)}`
  return `${dateInWords(dayOfEntry(note))}${typed}`
}

const Views = (props: Props) => {
  const { table, view } = props
  const { reader, state, record } = table
  return (
    <section>
      <h2 class="govuk-heading-m">{viewWords.title}</h2>
      {view.views.length === 0 ? <p class="govuk-body">{viewWords.none}</p> : null}
      {view.views.map((one) => (
        <blockquote class="rt-block">
          <p class="govuk-body govuk-!-margin-bottom-1">
            <strong>
              {nameFor(reader, state, one.later.party)}: {VIEW_WORDS[one.later.view].toLowerCase()}
            </strong>
          </p>
          <p class="govuk-body govuk-!-margin-bottom-1">“{one.later.says}”</p>
          <p class="govuk-body-s govuk-!-margin-bottom-0">{byWhom(props, one)}</p>
        </blockquote>
      ))}
      {view.earlier.length === 0 ? null : (
        <Details summary="What they thought before">
          <ul class="govuk-list govuk-list--bullet">
            {view.earlier.map((one) => (
              <li>
                {nameFor(reader, state, one.later.party)}, {byWhom(props, one)}:{' '}
                {VIEW_WORDS[one.later.view].toLowerCase()}. “{one.later.says}”
              </li>
            ))}
          </ul>
        </Details>
      )}
      {mayTell(table, view.risk) ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(record, 'risks', view.risk.id, 'view')}>
            {mayDo(table, 'plan', 'judge') ? viewWords.write : viewWords.say}
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** The decision as it stood on that day, and what nobody had written down yet. */
const Known = ({ table, known }: { readonly table: AtTable; readonly known: KnownThen }) => {
  const { decided, capacity, later } = known
  const { reader, state } = table
  return (
    <>
      <h4 class="govuk-heading-s">{happenedWords.known}</h4>
      {decided === undefined ? (
        <p class="govuk-body">This had not been weighed on that day.</p>
      ) : (
        <SummaryList
          rows={[
            { key: 'Decided', value: `${DECISION_WORDS[decided.risk.decision]}, on ${dated(decided.risk)}` },
            { key: 'What could go wrong, as it was seen', value: said(decided.risk.harm) },
            { key: 'What made it safer', value: <Safeguards view={decided} /> },
            { key: 'What the person understood', value: said(decided.told.understands) },
            {
              key: 'Who agreed',
              value:
                decided.views.length === 0
                  ? 'Nobody had said yet.'
                  : decided.views
                      .map(
                        (one) =>
                          `${nameFor(reader, state, one.later.party)}: ${VIEW_WORDS[one.later.view].toLowerCase()}`,
                      )
                      .join('; '),
            },
            capacity.length > 0 && {
              key: 'What was found about deciding',
              value: (
                <ul class="govuk-list">
                  {capacity.map((found) => (
                    <li>
                      {found.decision}: {found['has-capacity'] ? 'able to decide' : 'not able to decide'}, on{' '}
                      {dated(found)}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      )}
      {later.length === 0 ? null : (
        <>
          <h4 class="govuk-heading-s">{happenedWords.later}</h4>
          <ul class="govuk-list govuk-list--bullet">
            {later.map((entry) => (
              <li>
                {nameFor(reader, state, entry['said-by'])}, {dated(entry)}: “{entry.text}”
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const Happened = ({ table, view }: Props) => {
  const { reader, state, record } = table
  return (
    <section>
      <h2 class="govuk-heading-m">{happenedWords.title}</h2>
      {view.happened.length === 0 ? (
        <p class="govuk-body">{happenedWords.none}</p>
      ) : (
        <InsetText>{happenedWords.fair}</InsetText>
      )}
      {view.happened.map(({ note, later }) => (
        <section class="rt-block">
          <h3 class="govuk-heading-s">{dateInWords(later.day)}</h3>
          <p class="govuk-body">{later.says}</p>
          <p class="govuk-body-s">
            Written down by {nameWithin(reader, state, note.by)}, {dated(note)}.
          </p>
          <Known table={table} known={knownThen(state, view, later.day)} />
        </section>
      ))}
      {mayTell(table, view.risk) ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(record, 'risks', view.risk.id, 'happened')}>
            {happenedWords.write}
          </a>
        </p>
      ) : null}
    </section>
  )
}

const Again = ({ table, view }: Props) => {
  const { reader, state, record } = table
  const anew = weighedAnew(state, view)
  return (
    <section>
      <h2 class="govuk-heading-m">When to look again</h2>
      <p class="govuk-body">
        {view.again === undefined ? words.noDay : `${words.lookAgain} ${dateInWords(view.again)}.`}
      </p>
      {view.looked.map(({ note, later }) => (
        <p class="govuk-body">
          {words.lookedAgain} on {dated(note)} by {nameWithin(reader, state, note.by)}: {later.says}
        </p>
      ))}
      {anew === undefined ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={recordPath(record, 'risks', anew.id)}>
            Weighed again on {dated(anew)}
          </a>
        </p>
      )}
      {mayTell(table, view.risk) && mayDo(table, 'plan', 'judge') ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(record, 'risks', view.risk.id, 'looked')}>
            {lookedWords.title}
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** One risk: what is wanted, both sides, what makes it safer, who agrees, and what happened since. */
export const RiskPage = (props: Props) => {
  const { table, view } = props
  const { risk, told } = view
  const { reader, state, record } = table
  return (
    <Frame title={risk.activity} caption={words.title}>
      <p class="govuk-body">
        <DecisionMark view={view} />
      </p>
      <EasySwitch path={recordPath(record, 'risks', risk.id)} easy={false} />
      {openDisputesOf(state, risk.id).map((dispute) => (
        <DisputeNote table={table} dispute={dispute} />
      ))}
      <blockquote class="rt-block">
        <p class="govuk-body-l govuk-!-margin-bottom-1">“{said(risk.wish)}”</p>
        <p class="govuk-body-s govuk-!-margin-bottom-0">
          What {nameWithin(reader, state, state.person.id)}{' '}
          {reader.party === state.person.id ? 'want' : 'wants'}
        </p>
      </blockquote>
      <BothSides view={view} />
      <SummaryList
        rows={[
          { key: 'For whom', value: said(told.whom) },
          { key: 'What makes it safer', value: <Safeguards view={view} /> },
          {
            key: isThePerson(reader) ? 'What you understand' : 'What the person understands',
            value: said(told.understands),
          },
          { key: 'What was decided', value: DECISION_WORDS[risk.decision] },
          { key: 'Why', value: said(risk.why) },
          { key: 'By whom', value: `${nameFor(reader, state, risk.by)}, ${dated(risk)}` },
          told.says !== '' && { key: 'Note', value: told.says },
        ]}
      />
      {mayDo(table, 'plan', 'dispute') ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={disputePath(record, risk.id)}>
            This is wrong
          </a>
        </p>
      ) : null}
      <Views {...props} />
      <Again {...props} />
      <Happened {...props} />
    </Frame>
  )
}
