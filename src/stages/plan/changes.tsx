import { type Fall, fallsBetween } from '../../domain/checks/council-support.ts'
import { between } from '../../domain/checks/order.ts'
import { isNamed } from '../../domain/checks/plan-lines.ts'
import { inWords } from '../../domain/money/pence.ts'
import {
  type LineDifference,
  type PlanDifference,
  type TextChange,
  planDifference,
  sentenceOf,
  whyOf,
} from '../../record/plan-difference.ts'
import { type Plan, type PlanLine } from '../../record/plan-words.ts'
import { all } from '../../record/state.ts'
import { type Piece, wordsDifference } from '../../record/words-difference.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type AtTable, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { LevelMark } from '../../table/findings.tsx'
import { findingsFor, sentenceFor } from '../../table/findings-view.ts'
import { isThePerson } from '../../table/reader.ts'
import { Cites } from '../../table/reasons.tsx'
import { Bar } from './bars.tsx'
import { LessBox, versionName } from './less-box.tsx'
import { amountAndSum } from './lines.tsx'
import { moreOrLess } from './money.tsx'
import { namesFor, payerFirst } from './names.ts'
import { changesWords } from './words.ts'

const isFalling = (falls: readonly Fall[], { line }: LineDifference): boolean =>
  falls.some((fall) => isNamed(fall.line, line))

/** Removed and added words, said as well as marked. */
const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }) => (
  <p class="govuk-body">
    {pieces.map(({ kind, text }) =>
      kind === 'same' ? (
        <> {text} </>
      ) : kind === 'removed' ? (
        <del>
          <span class="govuk-visually-hidden"> removed: </span>
          {text}{' '}
        </del>
      ) : (
        <ins>
          <span class="govuk-visually-hidden"> added: </span>
          {text}{' '}
        </ins>
      ),
    )}
  </p>
)

const Texts = ({ difference }: { readonly difference: PlanDifference }) => {
  const every: readonly (TextChange & { readonly at: string })[] = [
    ...difference.texts.map((text) => ({ ...text, at: text.of })),
    ...difference.lines.flatMap(({ what, texts }) =>
      texts.map((text) => ({ ...text, at: `${what}: ${text.of.toLowerCase()}` })),
    ),
  ]
  if (every.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{changesWords.text}</h2>
      <p class="govuk-body">
        Words that were taken out are struck through. Words that were put in are underlined.
      </p>
      {every.map(({ at, before, after }) => (
        <div class="rt-block">
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{at}</h3>
          <Pieces pieces={wordsDifference(before, after)} />
        </div>
      ))}
    </section>
  )
}

const Side = ({
  line,
  most,
  part,
}: {
  readonly line: PlanLine | undefined
  readonly most: number
  readonly part: 1 | 2
}) =>
  line === undefined ? (
    <>none</>
  ) : (
    <>
      {amountAndSum(line)}
      {line.unit === 'once' ? null : <Bar weekly={line.weekly} most={most} part={part} />}
    </>
  )

const Missing = ({ says }: { readonly says: string }) => <strong class="rt-missing">{says}</strong>

function rowOf(line: LineDifference, falls: readonly Fall[], most: number) {
  const falling = isFalling(falls, line)
  const why = whyOf(line)
  const owed = falling || line.kind === 'gone'
  return [
    <>
      {line.what} {falling ? <Tag class="govuk-tag--orange">Less</Tag> : null}
      {line.kind === 'added' ? <Tag class="govuk-tag--blue">New</Tag> : null}
      {line.kind === 'gone' ? <Tag class="govuk-tag--grey">Gone</Tag> : null}
    </>,
    <Side line={line.before} most={most} part={1} />,
    <Side line={line.after} most={most} part={2} />,
    why === '' ? owed ? <Missing says={changesWords.noReason} /> : '' : why,
    line.reason?.met === undefined ? (
      owed ? (
        <Missing says={changesWords.notShown} />
      ) : (
        ''
      )
    ) : (
      <>
        {line.reason.met}
        {line.reason.restsOn === undefined ? null : <> It rests on: {line.reason.restsOn}.</>}
        {line.reason.part === undefined ? null : <> Their part in it: {line.reason.part}</>}
      </>
    ),
  ]
}

const Picture = ({
  difference,
  falls,
}: {
  readonly difference: PlanDifference
  readonly falls: readonly Fall[]
}) => {
  const most = Math.max(0, ...difference.lines.flatMap(({ weekly }) => [weekly.before, weekly.after]))
  const head = ['Line', 'Was', 'Now', 'Why', 'How the need is still met']
  const changed = difference.lines.filter(({ kind }) => kind !== 'same')
  const same = difference.lines.filter(({ kind }) => kind === 'same')
  return (
    <section>
      <h2 class="govuk-heading-m">{changesWords.picture}</h2>
      {changed.length === 0 ? (
        <p class="govuk-body">No line differs.</p>
      ) : (
        <Table
          stacks
          firstCellIsHeader
          caption={<span class="govuk-visually-hidden">{changesWords.picture}</span>}
          head={head}
          rows={changed.map((line) => rowOf(line, falls, most))}
        />
      )}
      {same.length === 0 ? null : (
        <Details summary={`${changesWords.asItWas}: ${same.length} ${same.length === 1 ? 'line' : 'lines'}`}>
          <ul class="govuk-list govuk-list--bullet">
            {same.map(({ what, after }) => (
              <li>
                {what}
                {after === undefined ? '' : `: ${amountAndSum(after)}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

const Money = ({ table, difference }: { readonly table: AtTable; readonly difference: PlanDifference }) => {
  const { total, byFunder, once } = difference
  const numeric = (text: string) => ({ text, numeric: true })
  return (
    <section>
      <h2 class="govuk-heading-m">{changesWords.money}</h2>
      <Table
        stacks
        firstCellIsHeader
        caption={<span class="govuk-visually-hidden">{changesWords.money}</span>}
        head={[
          'Who pays',
          { text: 'Was a week', numeric: true },
          { text: 'Now a week', numeric: true },
          { text: 'Difference', numeric: true },
        ]}
        rows={[
          ...byFunder.map(({ funder, weekly }) => [
            payerFirst(table, funder),
            numeric(inWords(weekly.before)),
            numeric(inWords(weekly.after)),
            numeric(moreOrLess(weekly.by)),
          ]),
          byFunder.length < 2
            ? null
            : [
                'Together',
                numeric(inWords(total.before)),
                numeric(inWords(total.after)),
                numeric(moreOrLess(total.by)),
              ],
          once.before === 0 && once.after === 0
            ? null
            : [
                'Bought once',
                numeric(inWords(once.before)),
                numeric(inWords(once.after)),
                numeric(moreOrLess(once.by)),
              ],
        ]}
      />
    </section>
  )
}

/** What the checks find about these two versions together, with the law. */
const Found = ({ table, before, after }: Pick<Props, 'table' | 'before' | 'after'>) => {
  const about = findingsFor(table).filter(
    ({ kind, finding }) =>
      kind !== 'answered' && [before, after].every(({ id }) => finding.entries.includes(id)),
  )
  return about.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{changesWords.found}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {about.map(({ finding }) => (
          <li>
            <LevelMark level={finding.level} /> {sentenceFor(table.reader, finding)} What would put it right:{' '}
            {finding.mend.says} Rule: <Cites cites={finding.cites} />.
          </li>
        ))}
      </ul>
    </section>
  )
}

type Props = {
  readonly table: AtTable
  readonly before: Plan
  readonly after: Plan
  /** the person agreed to the version before */
  readonly agreed: boolean
}

/** What changed between two versions: in sentences first, then line by line, in the text, and in money. */
export const Changes = ({ table, before, after, agreed }: Props) => {
  const difference = planDifference(
    before,
    after,
    namesFor(table),
    between(table.state, all(table.state, 'plan'), before, after),
  )
  const falls = fallsBetween(table.state, before, after)
  const changed = difference.lines.filter(({ kind }) => kind !== 'same')
  const you = isThePerson(table.reader)
  const than = agreed ? `the one ${you ? 'you' : table.state.person.name} agreed to` : 'the one before'
  return (
    <Frame
      title={changesWords.title}
      caption={`The plan, ${versionName(after)} against ${versionName(before)}`}
    >
      <LessBox table={table} difference={difference} falls={falls} than={than} />
      {difference.isSame ? (
        <p class="govuk-body-l">{changesWords.same}</p>
      ) : (
        <>
          <h2 class="govuk-heading-m">{changesWords.sentences}</h2>
          <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
            {changed.map((line) => (
              <li>{sentenceOf(line)}</li>
            ))}
            {difference.says.map((says) => (
              <li>{says}</li>
            ))}
            {changed.length + difference.says.length === 0 ? <li>Only the words differ.</li> : null}
          </ul>
          <Picture difference={difference} falls={falls} />
          <Texts difference={difference} />
          <Money table={table} difference={difference} />
        </>
      )}
      <Found table={table} before={before} after={after} />
      <p class="govuk-body rt-no-print">
        <a class="govuk-link" href={recordPath(table.record, 'plan', 'changes', after.id, before.id)}>
          The same the other way round: from {versionName(after)} to {versionName(before)}
        </a>
      </p>
    </Frame>
  )
}
