import { dayOfEntry } from '../../domain/checks/clocks.ts'
import { unitsInWords } from '../../domain/checks/council-support.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { AtStage } from '../../table/at-stage.tsx'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameFor, nameWithin } from '../../table/reader.ts'
import {
  type SupportLine,
  amountInWords,
  cameInWords,
  daysInWords,
  earlierLines,
  gaps,
  supportLines,
} from './view.ts'
import { searchInWords, searches } from './search-view.ts'
import { Weeks, WrongPeriod } from './weeks.tsx'
import { BY_WHOM_WORDS, carersWords, words } from './words.ts'

type Props = { readonly table: AtTable }

/** What did not come lately, before anything else: everybody at the table sees the same. */
const Gaps = ({ table }: Props) => {
  const found = gaps(table.state)
  if (found.length === 0) return null
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{words.gaps}</h2>
      <p class="govuk-body">{words.gapsIntro}</p>
      <ul class="govuk-list govuk-list--bullet">
        {found.map(({ support, period }) => (
          <li>
            {support.line.what}, {daysInWords(period)}:{' '}
            <strong>{unitsInWords(period.gap, support.line.unit)} did not come</strong> (
            {cameInWords(period, support.line)} came).{' '}
            {period.entry.missed === undefined || period.entry.missed === 0
              ? null
              : `${period.entry.missed} ${period.entry.missed === 1 ? 'visit' : 'visits'} missed. `}
            <WrongPeriod table={table} period={period} line={support.line} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const STANDING = {
  waiting: { says: words.waiting, look: 'govuk-tag--yellow' },
  running: { says: words.running, look: 'govuk-tag--green' },
  ended: { says: words.ended, look: 'govuk-tag--grey' },
} as const

/** In one or two words where a line stands; what is given once does not run. */
function markOf(
  { line, standing, coming, ending, ended }: SupportLine,
  today: PlainDate,
): { readonly says: string; readonly look: string } {
  if (standing === 'running' && ending !== undefined) {
    return { says: `${words.ends} ${dateInWords(dayOfEntry(ending))}`, look: 'govuk-tag--yellow' }
  }
  // The last day of support is part of what was agreed.
  if (standing === 'ended' && ended !== undefined && dayOfEntry(ended) === today) {
    return { says: words.lastDay, look: 'govuk-tag--yellow' }
  }
  if (standing === 'running' && line.unit === 'once') return { says: words.done, look: 'govuk-tag--grey' }
  return standing !== 'running' && coming !== undefined
    ? { says: `${words.coming} ${dateInWords(dayOfEntry(coming))}`, look: 'govuk-tag--blue' }
    : STANDING[standing]
}

/** Whose wish it was, by name: not always whoever wrote it down. */
function endedBy({ reader, state }: AtTable, { ended, started }: SupportLine): string {
  switch (ended?.['by-whom']) {
    case 'person':
      return `${nameFor(reader, state, state.person.id)} ended it`
    case 'council':
      return 'The council ended it'
    case 'provider':
      return `${started === undefined ? BY_WHOM_WORDS.provider : nameFor(reader, state, started.provider)} ended it`
    case undefined:
      return 'Ended'
  }
}

/** What is written down for a day to come: everybody at the table reads it from today on. */
const ToCome = ({ table, support }: Props & { readonly support: SupportLine }) => {
  const { reader, state } = table
  const { coming, ending, standing } = support
  return (
    <>
      {ending === undefined ? null : (
        <p class="govuk-body">
          It ends on <strong>{dateInWords(dayOfEntry(ending))}</strong>:{' '}
          {ending.why === '' ? 'no reason was given.' : `“${ending.why}”`} Until then it goes on. Written by{' '}
          {nameWithin(reader, state, ending.by)}.
        </p>
      )}
      {coming === undefined || (standing === 'running' && ending === undefined) ? null : (
        <p class="govuk-body">
          {nameFor(reader, state, coming.provider)} from <strong>{dateInWords(dayOfEntry(coming))}</strong>.
          Written by {nameWithin(reader, state, coming.by)}.
        </p>
      )}
    </>
  )
}

const WhatBecame = ({ table, support }: Props & { readonly support: SupportLine }) => {
  const { reader, state } = table
  const { started, ended, clock } = support
  if (ended !== undefined) {
    return (
      <p class="govuk-body">
        {endedBy(table, support)} on {dateInWords(dayOfEntry(ended))}:{' '}
        {ended.why === '' ? 'no reason was given.' : `“${ended.why}”`} Written by{' '}
        {nameWithin(reader, state, ended.by)}.
      </p>
    )
  }
  if (started === undefined) {
    return clock === undefined ? null : <p class="govuk-body">{clock.says}</p>
  }
  return (
    <p class="govuk-body">
      {nameFor(reader, state, started.provider)} {support.line.unit === 'once' ? 'on' : 'since'}{' '}
      {dateInWords(dayOfEntry(started))}.
    </p>
  )
}

/** Where nobody told of it yet: what is bought with a direct payment is for nobody to tell of, and kept in the account. */
const NothingTold = ({ table, support }: Props & { readonly support: SupportLine }) => {
  const { line, periods, standing } = support
  if (standing !== 'running' || periods.length > 0 || line.unit === 'once') return null
  if (line.way !== 'direct-payment') return <p class="govuk-body">{words.noReport}</p>
  return (
    <p class="govuk-body">
      {isThePerson(table.reader) ? words.ownMoney : words.directPayment}{' '}
      {mayDo(table, 'money', 'read') ? (
        <a class="govuk-link rt-no-print" href={recordPath(table.record, 'budget', 'direct-payment')}>
          {words.account}
        </a>
      ) : null}
    </p>
  )
}

const LineItem = ({ table, support, id }: Props & { readonly support: SupportLine; readonly id: string }) => {
  const { line } = support
  const { says, look } = markOf(support, table.state.on)
  return (
    <li class="rt-line" id={id}>
      <h3 class="rt-line__name">
        {line.what}
        <span class="rt-line__sum">{amountInWords(line)}</span>
      </h3>
      <p class="rt-line__marks govuk-!-margin-bottom-2">
        <Tag class={look}>{says}</Tag>
      </p>
      <WhatBecame table={table} support={support} />
      <ToCome table={table} support={support} />
      <NothingTold table={table} support={support} />
      <Weeks table={table} support={support} id={id} />
    </li>
  )
}

const Lines = ({
  table,
  lines,
  id,
}: Props & { readonly lines: readonly SupportLine[]; readonly id: string }) => (
  <ul class="rt-lines">
    {lines.map((support, index) => (
      <LineItem table={table} support={support} id={`${id}-${index + 1}`} />
    ))}
  </ul>
)

const Tasks = ({ table }: Props) => {
  const path = (part: string) => recordPath(table.record, 'support', part)
  return (
    <div class="govuk-button-group rt-no-print">
      {mayAdd(table, 'support-delivered') ? (
        <>
          <ButtonLink href={path('report')}>{words.report}</ButtonLink>
          <ButtonLink class="govuk-button--secondary" href={path('file')}>
            {words.file}
          </ButtonLink>
        </>
      ) : null}
      {mayAdd(table, 'support-started') ? (
        <ButtonLink class="govuk-button--secondary" href={path('start')}>
          {words.start}
        </ButtonLink>
      ) : null}
      {mayAdd(table, 'support-ended') ? (
        <ButtonLink class="govuk-button--secondary" href={path('end')}>
          {words.end}
        </ButtonLink>
      ) : null}
    </div>
  )
}

/** What somebody is still looked for, beside what waits to start. */
const Searching = ({ table }: Props) => {
  const open = searches(table.state).filter(
    ({ standing }) => standing === 'looking' || standing === 'nobody-asked',
  )
  return open.length === 0 || !mayDo(table, 'plan', 'read') ? null : (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{words.searching}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {open.map((search) => (
          <li>
            {search.what}. {searchInWords(table.state, search)}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={recordPath(table.record, 'support', 'search')}>
          {words.search}
        </a>
      </p>
    </section>
  )
}

/** What the plan gives and what came of it, line by line and week by week. */
export const SupportPage = ({ table }: Props) => {
  const lines = supportLines(table.state)
  const earlier = earlierLines(table.state)
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{words.intro}</p>
      <AtStage table={table} stage="support" />
      <p class="govuk-body rt-no-print">
        <a class="govuk-link" href={recordPath(table.record, 'outcomes')}>
          {words.outcomes}
        </a>
      </p>
      {mayDo(table, 'carers-own', 'read') || mayDo(table, 'carers-own', 'read-own') ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(table.record, 'support', 'carers')}>
            {carersWords.link}
          </a>
        </p>
      ) : null}
      <Gaps table={table} />
      <Searching table={table} />
      {lines.length === 0 ? <p class="govuk-body">{words.noPlan}</p> : null}
      <Tasks table={table} />
      {lines.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m">{words.inPlan}</h2>
          <Lines table={table} lines={lines} id="line" />
        </section>
      )}
      {earlier.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m">{words.earlier}</h2>
          <Lines table={table} lines={earlier} id="earlier" />
        </section>
      )}
      {mayAdd(table, 'review-asked') ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(table.record, 'review')}>
            {words.review}
          </a>
        </p>
      ) : null}
    </Frame>
  )
}
