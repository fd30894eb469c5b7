import { type Standing, countOpen } from '../domain/checks/answered.ts'
import type { CheckLevel, Finding } from '../domain/checks/check.ts'
import { dateInWords } from '../domain/dates/plain-date.ts'
import type { Stage } from '../domain/care-act/journey.ts'
import { dayOfWhen } from '../record/values.ts'
import { Details } from '../platform/govuk/details.tsx'
import { Tag } from '../platform/govuk/tag.tsx'
import { type AtTable, disputePath, mayDo, recordPath } from './at-table.ts'
import { KIND_WORDS } from './entry-words.ts'
import {
  type Here,
  LEVEL_WORDS,
  countInWords,
  findingsAt,
  findingsFor,
  findingsOf,
  isForThemselves,
  isPersonsSide,
  mayAnswer,
  mendedAt,
  notSoPath,
  sentenceFor,
} from './findings-view.ts'
import { isThePerson, nameFor } from './reader.ts'
import { Cites } from './reasons.tsx'

type Props = { readonly table: AtTable; readonly here: Here }

const COLOURS: Readonly<Record<CheckLevel, string>> = {
  must: 'govuk-tag--red',
  should: 'govuk-tag--yellow',
  look: 'govuk-tag--grey',
}

export const LevelMark = ({ level }: { readonly level: CheckLevel }) => (
  <strong>
    <Tag class={COLOURS[level]}>{LEVEL_WORDS[level]}</Tag>
  </strong>
)

/** The entries that a finding is about, each with a way to it on the record. */
export const AboutEntries = ({ table, finding }: { readonly table: AtTable; readonly finding: Finding }) => {
  const entries = finding.entries.flatMap((id) => table.state.byId.get(id) ?? [])
  if (entries.length === 0) return null
  return (
    <>
      About:{' '}
      {entries.map((entry, index) => (
        <>
          {index === 0 ? '' : ', '}
          <a class="govuk-link" href={`${recordPath(table.record)}#${encodeURIComponent(entry.id)}`}>
            {KIND_WORDS[entry.kind]}, {dateInWords(dayOfWhen(entry.on))}
          </a>
        </>
      ))}
      .{' '}
    </>
  )
}

/** One answer that stands, or stood: who said so, on which day, and why; and a way to say that it is wrong. */
const Answered = ({ table, standing }: { readonly table: AtTable; readonly standing: Standing }) => {
  if (standing.kind === 'open') return null
  const { note, why } = standing.answer
  return (
    <p class="govuk-body rt-finding__answer">
      {nameFor(table.reader, table.state, note.by)} said on {dateInWords(dayOfWhen(note.on))} that it is not
      so: {why}{' '}
      {standing.kind === 'answered' && mayDo(table, 'conversation', 'dispute') ? (
        <a class="govuk-link rt-no-print" href={disputePath(table.record, note.id)}>
          This answer is wrong
          <span class="govuk-visually-hidden">: {sentenceFor(table.reader, standing.finding)}</span>
        </a>
      ) : null}
    </p>
  )
}

const RETURNED = {
  changed: 'This was answered before. The record has changed since, so it is shown again.',
  disputed: 'This was answered. Somebody says that the answer is wrong, so it is shown again.',
} as const

const Open = ({ table, here, standing }: Props & { readonly standing: Standing }) => {
  const { finding } = standing
  const at = mendedAt(table, finding, here)
  const says = sentenceFor(table.reader, finding)
  return (
    <li class="rt-finding">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <LevelMark level={finding.level} />
      </p>
      <p class="govuk-body rt-finding__says">{says}</p>
      {standing.kind === 'returned' ? (
        <>
          <p class="govuk-body">{RETURNED[standing.because]}</p>
          <Answered table={table} standing={standing} />
        </>
      ) : null}
      <p class="govuk-body">
        What would put it right: {finding.mend.says}{' '}
        {at === undefined ? null : (
          <a class="govuk-link" href={at.href}>
            {at.says}
            <span class="govuk-visually-hidden"> to put this right: {says}</span>
          </a>
        )}
      </p>
      <p class="govuk-body-s">
        <AboutEntries table={table} finding={finding} />
        Rule: <Cites cites={finding.cites} />.{' '}
        {mayAnswer(table, finding) ? (
          <a class="govuk-link rt-no-print" href={notSoPath(table.record, finding)}>
            This is not so<span class="govuk-visually-hidden">: {says}</span>
          </a>
        ) : null}
      </p>
    </li>
  )
}

const AnsweredList = ({
  table,
  answered,
}: {
  readonly table: AtTable
  readonly answered: readonly Standing[]
}) =>
  answered.length === 0 ? null : (
    <Details class="rt-findings__answered" summary={`Answered (${answered.length})`}>
      <ul class="govuk-list">
        {answered.map((standing) => (
          <li class="rt-finding">
            <p class="govuk-body">
              <del class="rt-struck">
                <span class="govuk-visually-hidden">Struck out: </span>
                {LEVEL_WORDS[standing.finding.level]}: {sentenceFor(table.reader, standing.finding)}
                <span class="govuk-visually-hidden"> End of what was struck out.</span>
              </del>
            </p>
            <Answered table={table} standing={standing} />
          </li>
        ))}
      </ul>
    </Details>
  )

const List = ({ table, here, standings }: Props & { readonly standings: readonly Standing[] }) => {
  const open = standings.filter(({ kind }) => kind !== 'answered')
  const answered = standings.filter(({ kind }) => kind === 'answered')
  const { state, reader } = table
  return (
    <>
      {isForThemselves(reader) ? (
        <p class="govuk-body">
          These are about your own assessment as a carer. They are written to the council.
        </p>
      ) : null}
      {isPersonsSide(reader) && !isThePerson(reader) ? (
        <p class="govuk-body">These are written to {state.person.name}.</p>
      ) : null}
      {table.withheld.length === 0 ? null : (
        <p class="govuk-body">
          Something in this record is not shown to you. It may answer one of these. You can ask.
        </p>
      )}
      {open.length === 0 ? null : (
        <ul class="govuk-list rt-findings__list">
          {open.map((standing) => (
            <Open table={table} here={here} standing={standing} />
          ))}
        </ul>
      )}
      <AnsweredList table={table} answered={answered} />
    </>
  )
}

const Section = ({ table, here, standings }: Props & { readonly standings: readonly Standing[] }) => {
  if (standings.length === 0) return null
  const count = countOpen(standings)
  const open = count.must + count.should + count.look
  return (
    <Details
      class="rt-findings"
      summary={open === 0 ? 'To look at: all answered' : `To look at: ${countInWords(count)}`}
    >
      <List table={table} here={here} standings={standings} />
    </Details>
  )
}

/** What stands out at a stage when the record is held against the law, and what would put it right. */
export const StageFindings = ({
  table,
  here,
  version,
}: {
  readonly table: AtTable
  readonly here: Stage
  readonly version?: string | undefined
}) => (
  <Section
    table={table}
    here={here}
    standings={findingsAt(table, here).filter(
      ({ finding }) => version === undefined || isAboutVersion(table, finding, version),
    )}
  />
)

/** On the page of one version of a plan: not what was found of another one. */
function isAboutVersion({ state }: AtTable, { entries }: Finding, version: string): boolean {
  const plans = entries.filter((id) => state.byId.get(id)?.kind === 'plan')
  return plans.length === 0 || plans.includes(version)
}

/** What these checks find, on the page where that very thing is done; `at` is its address below the record’s. */
export const FindingsOf = ({
  table,
  checks,
  at,
}: {
  readonly table: AtTable
  readonly checks: readonly string[]
  readonly at: string
}) => <Section table={table} here={{ at }} standings={findingsOf(table, checks)} />

/** All of it, the gravest first. */
export const AllFindings = ({ table }: { readonly table: AtTable }) => (
  <Section table={table} here="record" standings={findingsFor(table)} />
)
