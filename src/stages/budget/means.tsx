import { CAPITAL_KINDS, WHOSE, capitalIn } from '../../domain/care-act/charging-capital.ts'
import { takenOf } from '../../domain/care-act/charging-lines.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { openDisputesOf } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { StackedBar } from '../../platform/govuk/pictures/stacked-bar.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { AtStage } from '../../table/at-stage.tsx'
import { type AtTable, disputePath, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameWithin } from '../../table/reader.ts'
import { Reasons } from '../../table/reasons.tsx'
import { DisputedMark } from '../../table/standing-dispute.tsx'
import { type MeansView, chargedNow } from './view-means.ts'
import { WhatCounts } from './what-counts.tsx'
import { formInWords } from './decide-money-form.ts'
import { formDayWords } from './words-days.ts'
import { LINE_WORDS, PART_WORDS, words } from './words-means.ts'

/** What comes in, and where it goes, in one look; the table below it says the same. */
const Picture = ({ view }: { readonly view: MeansView }) =>
  view.parts.length === 0 ? null : (
    <StackedBar
      id={`means-${view.assessment.id}`}
      title={words.picture}
      showTitle
      parts={view.parts.map(({ name, amount }) => ({
        label: PART_WORDS[name],
        value: amount,
        shown: inWords(amount),
      }))}
    />
  )

const WHY_NOT = 'No reason was given'

/** What is owned, each thing with what it is worth and how much of that counts; by the week it comes in with all the rest. */
const Owned = ({ view }: { readonly view: MeansView }) => {
  const owned = view.lines.flatMap((line) => capitalIn(line) ?? [])
  return owned.length === 0 ? null : (
    <Table
      stacks
      class="rt-table--rows-on-paper"
      caption={words.owned}
      captionClass="govuk-table__caption--m"
      firstCellIsHeader
      head={['What', 'Kind', { text: 'Worth', numeric: true }, { text: 'Counts', numeric: true }, 'Why']}
      rows={owned.map(({ what, kind, whose, amount, counted, why }) => [
        what,
        `${CAPITAL_KINDS[kind].says}. ${WHOSE[whose].says}`,
        { text: inWords(amount), numeric: true },
        { text: inWords(counted), numeric: true },
        why === '' ? `From: ${CAPITAL_KINDS[kind].source}` : why,
      ])}
    />
  )
}

const Lines = ({ view }: { readonly view: MeansView }) => {
  const lines = view.lines.filter((line) => capitalIn(line) === undefined)
  return lines.length === 0 ? null : (
    <Table
      stacks
      class="rt-table--rows-on-paper"
      caption={words.lines}
      captionClass="govuk-table__caption--m"
      firstCellIsHeader
      head={['What', 'Kind', { text: 'All of it', numeric: true }, { text: 'Taken', numeric: true }, 'Why']}
      rows={lines.map((line) => [
        line.what,
        LINE_WORDS[line.kind],
        { text: inWords(line.weekly), numeric: true },
        { text: inWords(takenOf(line)), numeric: true },
        line.why === undefined || line.why === '' ? WHY_NOT : line.why,
      ])}
    />
  )
}

const Refused = ({ table, view }: { readonly table: AtTable; readonly view: MeansView }) =>
  view.refused.length === 0 ? null : (
    <section class="rt-block">
      <h3 class="govuk-heading-s">{words.refused}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {view.refused.map((line) => (
          <li>
            {line.what}: {inWords(takenOf(line))} of {inWords(line.weekly)} a week.{' '}
            {line.why === undefined || line.why === '' ? 'No reason was given.' : line.why}
          </li>
        ))}
      </ul>
      <p class="govuk-body">{isThePerson(table.reader) ? words.refusedIntro : words.refusedIntroOther}</p>
    </section>
  )

const Written = ({ view }: { readonly view: MeansView }) => (
  <p class="govuk-body">
    {view.copies.length === 0
      ? words.noCopy
      : `${words.copied} ${view.copies.map(({ on }) => dateInWords(dayOfWhen(on))).join(', ')}.`}
  </p>
)

/** One assessment, down to every line: what comes in, what is left alone, what is allowed, and why. */
export const OneAssessment = ({ table, view }: { readonly table: AtTable; readonly view: MeansView }) => {
  const { assessment } = view
  const disputed = openDisputesOf(table.state, assessment.id).length > 0
  return (
    <section class={disputed ? 'rt-disputed' : undefined} id={`of-${assessment.id}`}>
      <h2 class="govuk-heading-m">
        {words.assessment} {dateInWords(dayOfWhen(assessment.on))} {disputed ? <DisputedMark /> : null}
      </h2>
      <p class="rt-sum">
        <strong class="rt-sum__figure">{inWords(assessment.weekly)}</strong> {words.pays}
      </p>
      <p class="govuk-body">
        Worked out by {nameWithin(table.reader, table.state, assessment.by)}.
        {assessment['light-touch'] === true ? ` ${words.lightTouch}.` : ''}
      </p>
      {view.differs === undefined ? null : <InsetText>{view.differs}</InsetText>}
      <Picture view={view} />
      {view.working.kind === 'needs' || view.working.because.length === 0 ? null : (
        <>
          <h3 class="govuk-heading-s">{words.workedOut}</h3>
          <Reasons table={table} steps={view.working.because} />
        </>
      )}
      {assessment.note === undefined || assessment.note === '' ? null : (
        <p class="govuk-body">{assessment.note}</p>
      )}
      <Owned view={view} />
      <Lines view={view} />
      <Refused table={table} view={view} />
      <Written view={view} />
      {mayDo(table, 'means', 'dispute') && mayDo(table, 'conversation', 'dispute') ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={disputePath(table.record, assessment.id)}>
            {words.wrong}
            <span class="govuk-visually-hidden">
              : the assessment of {dateInWords(dayOfWhen(assessment.on))}
            </span>
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** When the form went out and came back, and what has waited since: before there is a sum, and beside it. */
const TheForm = ({ table }: { readonly table: AtTable }) => {
  const said = formInWords(table.state)
  const mayTell = mayDo(table, 'money', 'decide') && mayAdd(table, 'note')
  return said.length === 0 && !mayTell ? null : (
    <section>
      <h2 class="govuk-heading-m">{formDayWords.title}</h2>
      {said.length === 0 ? <p class="govuk-body">{formDayWords.none}</p> : null}
      {said.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {said.map((step) => (
            <li>{step}</li>
          ))}
        </ul>
      )}
      {mayTell ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(table.record, 'budget', 'means', 'form')}>
            {formDayWords.link}
          </a>
        </p>
      ) : null}
    </section>
  )
}

const Links = ({ table }: { readonly table: AtTable }) =>
  mayAdd(table, 'financial-assessment') ? (
    <p class="govuk-body rt-no-print">
      <a class="govuk-link" href={recordPath(table.record, 'budget', 'means', 'new')}>
        {words.full}
      </a>
      {' · '}
      <a class="govuk-link" href={recordPath(table.record, 'budget', 'means', 'light-touch')}>
        {words.light}
      </a>
    </p>
  ) : null

const Free = () => (
  <Details summary={words.free}>
    <ul class="govuk-list govuk-list--bullet">
      {words.freeList.map((what) => (
        <li>{what}</li>
      ))}
    </ul>
  </Details>
)

/** What the person can be asked to pay, with every line of the working: the same page for both chairs. */
export const MeansPage = ({
  table,
  views,
}: {
  readonly table: AtTable
  readonly views: readonly MeansView[]
}) => {
  const [latest, ...earlier] = views
  const mine = isThePerson(table.reader)
  const now = chargedNow(table.state)
  return (
    <Frame title={mine ? words.title : words.titleOther}>
      <p class="govuk-body-l">{mine ? words.intro : words.introOther}</p>
      <AtStage table={table} stage="budget" />
      {latest === undefined ? (
        <InsetText>{words.none}</InsetText>
      ) : (
        <OneAssessment table={table} view={latest} />
      )}
      <TheForm table={table} />
      {now === undefined ? null : (
        <section>
          <h2 class="govuk-heading-m">{words.now}</h2>
          <Reasons table={table} steps={[now]} />
        </section>
      )}
      <Links table={table} />
      <WhatCounts />
      <Free />
      {earlier.length === 0 ? null : (
        <Details summary={`${words.earlier} (${earlier.length})`}>
          {earlier.map((view) => (
            <OneAssessment table={table} view={view} />
          ))}
        </Details>
      )}
    </Frame>
  )
}
