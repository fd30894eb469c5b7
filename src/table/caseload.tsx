import type { Count } from '../domain/checks/answered.ts'
import { daysInWords } from '../domain/checks/clocks.ts'
import type { Owed } from '../domain/checks/owed.ts'
import { dateInWords, day, daysBetween } from '../domain/dates/plain-date.ts'
import type { CaseloadLine } from '../record/log.ts'
import type { Standing } from '../record/stages.ts'
import type { Words } from '../platform/govuk/parts.ts'
import { Pagination } from '../platform/govuk/pagination.tsx'
import { type Cell, Table } from '../platform/govuk/table.tsx'
import { recordPath } from './at-table.ts'
import type { Found } from './caseload-findings.ts'
import { countInWords } from './findings-view.ts'
import { type Sheet, sheetNumbers, sheetOf } from './sheets.ts'
import { DisputedMark } from './standing-dispute.tsx'

const STANDS: Readonly<Record<Standing, string>> = {
  contact: 'Asked, not started yet',
  conversation: 'Conversation',
  eligibility: 'Eligibility',
  budget: 'Money comes next',
  plan: 'Writing the plan',
  support: 'Support',
  review: 'Review',
  closed: 'Closed',
}

const waiting = (line: CaseloadLine, today: string): string => {
  if (line.waitingSince !== undefined)
    return `${daysBetween(line.waitingSince, day(today))} days since they asked`
  if (line.lastOn === undefined) return ''
  return line.lastOn > day(today) ? `To come on ${dateInWords(line.lastOn)}` : dateInWords(line.lastOn)
}

type FoundIn = ReadonlyMap<string, Found>

const LAST = '9'

const lateBy = (found: Found | undefined): number => found?.owed[0]?.waiting?.late ?? 0

const MOVES: Readonly<Record<Owed['whose'], string>> = {
  council: 'The council’s move',
  person: 'The person’s move',
}

/** What is owed first, how late it is and whose move it is; and how much more there is. */
const OwedCell = ({ found, today }: { readonly found: Found | undefined; readonly today: string }) => {
  const [first, ...more] = found?.owed ?? []
  if (first === undefined) return <>{found === undefined ? 'Not counted yet' : 'Nothing'}</>
  return (
    <>
      {first.what}:{' '}
      {first.waiting === undefined ? (
        <>waited for since {dateInWords(first.since)}</>
      ) : first.waiting.late > 0 ? (
        <strong>
          was due by {dateInWords(first.waiting.due)},{' '}
          {daysInWords(daysBetween(first.waiting.due, day(today)))} ago
        </strong>
      ) : (
        <>due by {dateInWords(first.waiting.due)}</>
      )}
      . {MOVES[first.whose]}
      {more.length === 0 ? '' : `, and ${more.length} more`}
    </>
  )
}

/** What is latest comes first, then what has stood open longest; after that those who disagree, and those who have waited longest. */
const inOrder = (lines: readonly CaseloadLine[], found: FoundIn): readonly CaseloadLine[] =>
  lines.toSorted(
    (a, b) =>
      lateBy(found.get(b.record)) - lateBy(found.get(a.record)) ||
      (found.get(a.record)?.since ?? LAST).localeCompare(found.get(b.record)?.since ?? LAST) ||
      (b.openDisputes ?? 0) - (a.openDisputes ?? 0) ||
      (a.waitingSince ?? a.lastOn ?? LAST).localeCompare(b.waitingSince ?? b.lastOn ?? LAST) ||
      a.personName.localeCompare(b.personName),
  )

/** How many findings, how grave, and since when; where they are read. */
const FoundCell = ({ line, found }: { readonly line: CaseloadLine; readonly found: Found | undefined }) => {
  if (found === undefined) return <>Not counted yet</>
  const { must, should, look } = found.count
  if (must + should + look === 0) return <>Nothing</>
  return (
    <>
      {must === 0 ? null : <strong>{must} that the law asks for</strong>}
      {must === 0 || should + look === 0 ? null : ', '}
      {should === 0 ? null : `${should} of good practice`}
      {should === 0 || look === 0 ? null : ', '}
      {look === 0 ? null : `${look} worth a look`}
      {found.since === undefined ? null : <>. The oldest is from {dateInWords(found.since)}</>}
      <span class="govuk-visually-hidden">, for {line.personName}</span>
    </>
  )
}

/** The same over all of them, for whoever looks across a team. */
const Across = ({ lines, found }: { readonly lines: readonly CaseloadLine[]; readonly found: FoundIn }) => {
  const counts = lines.flatMap(({ record }) => found.get(record)?.count ?? [])
  const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0)
  const total = {
    must: sum((one) => one.must),
    should: sum((one) => one.should),
    look: sum((one) => one.look),
  }
  const records = counts.filter(({ must, should, look }) => must + should + look > 0).length
  const late = lines.filter(({ record }) => lateBy(found.get(record)) > 0).length
  const uncounted = lines.filter(({ record }) => !found.has(record)).length
  if (records === 0 && late === 0 && uncounted === 0) return null
  return (
    <p class="govuk-body">
      {late === 0
        ? null
        : `In ${late} of ${lines.length} ${lines.length === 1 ? 'record' : 'records'} something is late. `}
      In {records} of {lines.length} {lines.length === 1 ? 'record' : 'records'} something stands out:{' '}
      {countInWords(total)}.
      {uncounted === 0
        ? ''
        : ` Not counted yet: ${uncounted}. They join the list in their place in a moment.`}
    </p>
  )
}

type CaseloadProps = {
  readonly lines: readonly CaseloadLine[]
  readonly found: FoundIn
  readonly today: string
  readonly caption: string
  /** Whether the reader may read these records whole, so that what was found can be counted. */
  readonly whole: boolean
  /** Which sheet of a long list is shown, and where another one is: a list of few has one sheet alone. */
  readonly sheet: { readonly wanted: string; readonly path: (number: number) => string }
}

/** Where in a long list one is, and the way to its other sheets. */
const OtherSheets = ({
  sheet: { number, sheets },
  caption,
  path,
}: {
  readonly sheet: Sheet<CaseloadLine>
  readonly caption: string
  readonly path: (number: number) => string
}) =>
  sheets === 1 ? null : (
    <Pagination
      landmarkLabel={`${caption}: other pages of the list`}
      previous={number === 1 ? undefined : { href: path(number - 1) }}
      next={number === sheets ? undefined : { href: path(number + 1) }}
      items={sheetNumbers(number, sheets).map((one) =>
        one === '...' ? one : { number: one, href: path(one), current: one === number },
      )}
    />
  )

const WhichSheet = ({ sheet, whole }: { readonly sheet: Sheet<CaseloadLine>; readonly whole: boolean }) =>
  sheet.sheets === 1 ? null : (
    <p class="govuk-body">
      You see {sheet.first} to {sheet.last} of {sheet.all} people.{' '}
      {whole ? 'What is latest comes first.' : 'Those who have waited longest come first.'}
    </p>
  )

/** A list of people: where each stands, how long they have waited, and what is to be looked at. */
export const Caseload = ({ lines, found, today, caption, whole, sheet: { wanted, path } }: CaseloadProps) => {
  if (lines.length === 0) return null
  const sheet = sheetOf(inOrder(lines, found), wanted)
  return (
    <>
      {whole ? <Across lines={lines} found={found} /> : null}
      <Table
        stacks
        class="rt-table--rows-on-paper"
        caption={caption}
        captionClass="govuk-table__caption--m"
        firstCellIsHeader
        head={[
          'Who',
          'Where it stands',
          { text: 'Last entry, or wait', class: 'rt-column--day' },
          ...(whole ? ['What is owed', 'To look at'] : []),
          'Disagreements',
        ]}
        rows={sheet.lines.map((line) => rowOf(line, { found, today, whole }))}
      />
      <WhichSheet sheet={sheet} whole={whole} />
      <OtherSheets sheet={sheet} caption={caption} path={path} />
    </>
  )
}

/** Of people whom others work with: who does, or that nobody does. */
const WorksWith = ({ line, found }: { readonly line: CaseloadLine; readonly found: Found | undefined }) =>
  found === undefined || line.relationships.includes('worker') ? null : (
    <span class="govuk-body-s govuk-!-margin-bottom-0 rt-under">
      {found.worker === undefined ? 'Nobody works with them' : `With ${found.worker}`}
    </span>
  )

const rowOf = (
  line: CaseloadLine,
  { found, today, whole }: Pick<CaseloadProps, 'found' | 'today' | 'whole'>,
): readonly Cell[] => [
  <>
    <a class="govuk-link" href={recordPath(line.record)}>
      {line.personName}
    </a>
    <WorksWith line={line} found={found.get(line.record)} />
  </>,
  line.stage === undefined ? 'Not shown to you' : STANDS[line.stage],
  waiting(line, today),
  ...(whole
    ? [
        quiet(
          <OwedCell found={found.get(line.record)} today={today} />,
          found.get(line.record)?.owed.length === 0,
        ),
        quiet(
          <FoundCell line={line} found={found.get(line.record)} />,
          isNothing(found.get(line.record)?.count),
        ),
      ]
    : []),
  (line.openDisputes ?? 0) === 0 ? (
    quiet('None open', true)
  ) : (
    <DisputedMark words={`${line.openDisputes} open`} />
  ),
]

/** Beside others in a row `Nothing` is worth a word; below each other on a small screen it is one line too many. */
const quiet = (text: Words, none: boolean): Cell => ({ text, class: none ? 'rt-cell--none' : undefined })

const isNothing = (count: Count | undefined): boolean =>
  count !== undefined && count.must + count.should + count.look === 0
