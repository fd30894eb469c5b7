import { needsByDirectPayment } from '../../domain/care-act/direct-payment-needs.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { dayOfWhen } from '../../record/values.ts'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { AtStage } from '../../table/at-stage.tsx'
import { type AtTable, disputePath, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameWithin } from '../../table/reader.ts'
import { Cites, Reasons } from '../../table/reasons.tsx'
import type { Entry } from '../../record/entries.ts'
import { needsToMeet, personsDecision } from '../../record/needs-to-meet.ts'
import { type DirectPaymentView, totalPaid } from './view-direct-payment.ts'
import { paymentEndWords } from './words-days.ts'
import { WAY_WORDS, WAY_WORDS_OWN, words } from './words-direct-payment.ts'

type Props = { readonly table: AtTable; readonly view: DirectPaymentView }

/** The reasons of a decision, a line each, as they were written. */
const Written = ({ text }: { readonly text: string }) => (
  <ul class="govuk-list govuk-list--bullet">
    {text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => (
        <li>{line}</li>
      ))}
  </ul>
)

const Wrong = ({ table, entry }: { readonly table: AtTable; readonly entry: Entry }) =>
  mayDo(table, 'money', 'dispute') && mayDo(table, 'conversation', 'dispute') ? (
    <p class="govuk-body-s rt-no-print">
      <a class="govuk-link" href={disputePath(table.record, entry.id)}>
        {words.wrong}
        <span class="govuk-visually-hidden">: the decision of {dateInWords(dayOfWhen(entry.on))}</span>
      </a>
    </p>
  ) : null

/** What was tried before the money stops, and what comes in its place: read before anything else on the page. */
const End = ({ table, view }: Props) => {
  if (view.end === undefined) return null
  const { note, later } = view.end
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{paymentEndWords.heading}</h2>
      <SummaryList
        rows={[
          {
            key: view.isOver ? paymentEndWords.ended : paymentEndWords.ends,
            value: dateInWords(later.day),
          },
          { key: paymentEndWords.why, value: later.says },
          { key: paymentEndWords.tried, value: later.tried },
          { key: paymentEndWords.instead, value: later.instead },
          { key: paymentEndWords.told, value: later.told },
        ]}
      />
      <p class="govuk-body-s">
        Written down by {nameWithin(table.reader, table.state, note.by)}, {dateInWords(dayOfWhen(note.on))}.
      </p>
      <Wrong table={table} entry={note} />
    </section>
  )
}

const Now = ({ table, view }: Props) => {
  const { now } = view
  if (view.isOver) return <InsetText>{words.none}</InsetText>
  if (now === undefined) return <InsetText>{words.none}</InsetText>
  return (
    <section>
      <p class="rt-sum">
        <strong class="rt-sum__figure">{inWords(now.weekly)}</strong> {words.aWeek}
      </p>
      <p class="govuk-body">
        {(isThePerson(table.reader) ? WAY_WORDS_OWN : WAY_WORDS)[now.way]}, since{' '}
        {dateInWords(dayOfWhen(now.on))}.
        {now.account === undefined || now.account === '' ? null : ` The account: ${now.account}.`}
      </p>
      {view.differs === undefined ? null : <InsetText>{view.differs}</InsetText>}
      {now.note === undefined || now.note === '' ? null : (
        <>
          <h2 class="govuk-heading-m">{words.because}</h2>
          <Written text={now.note} />
        </>
      )}
      <Wrong table={table} entry={now} />
    </section>
  )
}

const Buys = ({ table, view }: Props) => (
  <section>
    <h2 class="govuk-heading-m">{words.buys}</h2>
    {view.lines.length === 0 ? (
      <p class="govuk-body">{words.buysNothing}</p>
    ) : (
      <Table
        stacks
        caption={<span class="govuk-visually-hidden">{words.buys}</span>}
        firstCellIsHeader
        head={['Support', { text: 'A week', numeric: true }, 'Why']}
        rows={view.lines.map((line) => [
          line.what,
          {
            text: line.unit === 'once' ? `${inWords(line.price)} once` : inWords(line.weekly),
            numeric: true,
          },
          line.why,
        ])}
      />
    )}
    {view.given.kind === 'needs' || view.lines.length === 0 ? null : (
      <>
        <h3 class="govuk-heading-s">{words.workedOut}</h3>
        <Reasons table={table} steps={view.given.because} />
      </>
    )}
    <h3 class="govuk-heading-s">{words.may}</h3>
    <ul class="govuk-list govuk-list--bullet">
      {words.mayList.map((what) => (
        <li>{what}</li>
      ))}
    </ul>
    <h3 class="govuk-heading-s">{words.mayNotTitle}</h3>
    <ul class="govuk-list govuk-list--bullet">
      {words.mayNot.map((what) => (
        <li>{what}</li>
      ))}
    </ul>
    <p class="govuk-body-s">
      Rule: <Cites cites={['CA s31', 'CA s32', 'DP r3']} />
    </p>
  </section>
)

const MAY_TAGS = {
  yes: { says: 'Yes', look: 'govuk-tag--green' },
  'in-part': { says: 'In part', look: 'govuk-tag--yellow' },
  no: { says: 'No', look: 'govuk-tag--grey' },
} as const

/** Need by need, as the law asks, before anybody has to ask. */
const WhichNeeds = ({ table }: Pick<Props, 'table'>) => {
  const decided = personsDecision(table.state)
  const told = decided === undefined ? [] : needsByDirectPayment(needsToMeet(table.state, decided))
  return told.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{words.which}</h2>
      <Table
        stacks
        caption={<span class="govuk-visually-hidden">{words.which}</span>}
        firstCellIsHeader
        head={['Need', 'By direct payment', 'Why']}
        rows={told.map(({ text, may, because }) => [
          text,
          <Tag class={MAY_TAGS[may].look}>{MAY_TAGS[may].says}</Tag>,
          <Reasons table={table} steps={because} />,
        ])}
      />
    </section>
  )
}

const Account = ({ view }: { readonly view: DirectPaymentView }) =>
  view.paid.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{words.account}</h2>
      <p class="govuk-body">{words.accountIntro}</p>
      <Table
        stacks
        caption={<span class="govuk-visually-hidden">{words.account}</span>}
        firstCellIsHeader
        head={[
          'Since',
          { text: 'A week', numeric: true },
          { text: 'Whole weeks', numeric: true },
          { text: 'Comes to', numeric: true },
        ]}
        rows={[
          ...view.paid.map(({ payment, from, weeks, comesTo }) => [
            dateInWords(from),
            { text: inWords(payment.weekly), numeric: true },
            { text: weeks, numeric: true },
            { text: inWords(comesTo), numeric: true },
          ]),
          [
            <strong>Together</strong>,
            { text: '', numeric: true },
            { text: view.paid.reduce((sum, { weeks }) => sum + weeks, 0), numeric: true },
            { text: <strong>{inWords(totalPaid(view.paid))}</strong>, numeric: true },
          ],
        ]}
      />
      <p class="govuk-body">{words.keep}</p>
    </section>
  )

/** A direct payment: what is paid, what it is for, the account, and when it is looked at again. */
export const DirectPaymentPage = ({ table, view }: Props) => (
  <Frame title={words.title}>
    <p class="govuk-body-l">{isThePerson(table.reader) ? words.intro : words.introOther}</p>
    <AtStage table={table} stage="budget" />
    <Now table={table} view={view} />
    <End table={table} view={view} />
    <WhichNeeds table={table} />
    <Buys table={table} view={view} />
    <Account view={view} />
    {view.review === undefined ? null : (
      <section>
        <h2 class="govuk-heading-m">{words.review}</h2>
        <p class={view.review.isLate ? 'rt-notice rt-notice--missing' : 'rt-notice'}>{view.review.says}</p>
        <p class="govuk-body-s">
          Rule: <Cites cites={['DP r7']} />
        </p>
      </section>
    )}
    {view.refused.length === 0 ? null : (
      <section>
        <h2 class="govuk-heading-m">{words.refused}</h2>
        {view.refused.map((note) => (
          <div class="rt-block">
            <p class="govuk-body">
              {dateInWords(dayOfWhen(note.on))}, by {nameWithin(table.reader, table.state, note.by)}
            </p>
            <Written text={note.text.split('\n').slice(1).join('\n')} />
            <Wrong table={table} entry={note} />
          </div>
        ))}
      </section>
    )}
    {mayAdd(table, 'direct-payment') ? (
      <p class="govuk-body rt-no-print">
        <a class="govuk-link" href={recordPath(table.record, 'budget', 'direct-payment', 'decide')}>
          {words.decide}
        </a>
      </p>
    ) : null}
    {view.now !== undefined && view.end === undefined && mayDo(table, 'money', 'decide') ? (
      <p class="govuk-body rt-no-print">
        <a class="govuk-link" href={recordPath(table.record, 'budget', 'direct-payment', 'end')}>
          {paymentEndWords.link}
        </a>
      </p>
    ) : null}
  </Frame>
)
