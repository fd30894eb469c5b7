import type { Model } from '../../domain/allocation/model.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { type Cell, Table } from '../../platform/govuk/table.tsx'
import type { AtComments } from './comments.tsx'
import { countByLine } from './view-comments.ts'
import { type Fold, GROUP_WORDS, type ModelLine, type PriceFacts, foldsOf } from './view-model-lines.ts'
import { words } from './words-comments.ts'

// The model as everybody may read it, with the lines that a sum is made of folded by parts: hundreds of lines on one page, of which
// somebody looks for one. On paper all of them stand open.

/** Where a price comes from, with the page where that stands. */
export const WhereFrom = ({ price }: { readonly price: PriceFacts }) => (
  <>
    {price.source}
    {price.url === undefined ? null : (
      <>
        {' '}
        <a class="govuk-link" href={price.url} rel="noreferrer">
          See the source<span class="govuk-visually-hidden"> of this price</span>
        </a>
      </>
    )}
  </>
)

const many = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

type Counts = ReadonlyMap<string, number>

/** The way to the comments; on paper nobody can press it, and it says whether there are any. */
const CommentLink = ({ line, counts }: { readonly line: ModelLine; readonly counts: Counts }) => {
  const count = counts.get(line.key)
  return (
    <>
      <a class="govuk-link rt-no-print" href={`/model/lines/${line.key}`}>
        {count === undefined ? 'Comment' : many(count, 'comment')}
        <span class="govuk-visually-hidden"> on {line.what}</span>
      </a>
      <span class="rt-only-print">{count === undefined ? 'Nothing yet' : many(count, 'comment')}</span>
    </>
  )
}

const PRICE_HEAD = ['Support', 'Price', words.range, 'Where the price comes from', 'What was said']
const HEAD = ['Line', 'What stands there', 'What was said']

const rowOf = (line: ModelLine, counts: Counts): readonly Cell[] => [
  line.short,
  line.says,
  ...(line.price === undefined ? [] : [line.price.range, <WhereFrom price={line.price} />]),
  <CommentLink line={line} counts={counts} />,
]

const OneFold = ({ fold, counts }: { readonly fold: Fold; readonly counts: Counts }) => {
  const ofPrices = fold.lines.every(({ price }) => price !== undefined)
  const said = fold.lines.reduce((sum, { key }) => sum + (counts.get(key) ?? 0), 0)
  return (
    <Details
      summary={`${fold.says}: ${many(fold.lines.length, 'line')}${said === 0 ? '' : `, ${many(said, 'comment')}`}`}
    >
      {/* The place stands within: a browser that is sent to it opens what is folded around it. */}
      <div id={fold.id}>
        <Table
          stacks
          caption={fold.says}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={ofPrices ? PRICE_HEAD : HEAD}
          class={ofPrices ? 'rt-table--rows-on-paper' : undefined}
          rows={fold.lines.map((line) => rowOf(line, counts))}
        />
      </div>
    </Details>
  )
}

const GROUPS: readonly ModelLine['group'][] = ['prices', 'needs', 'carers', 'nights', 'rules', 'times']

/** A group that is folded as a whole needs no heading: the fold is called the same. */
const Group = ({
  lines,
  group,
  counts,
}: {
  readonly lines: readonly ModelLine[]
  readonly group: ModelLine['group']
  readonly counts: Counts
}) => {
  const folds = foldsOf(lines, group)
  return (
    <>
      {folds.length > 1 ? <h3 class="govuk-heading-s">{GROUP_WORDS[group]}</h3> : null}
      {folds.map((fold) => (
        <OneFold fold={fold} counts={counts} />
      ))}
    </>
  )
}

const HowItGoes = ({ model }: { readonly model: Model }) => (
  <>
    <p class="govuk-body">
      This is the whole of the sum. An indicative budget is a starting point: what the agreed plan costs
      decides.
    </p>
    <ol class="govuk-list govuk-list--number">
      <li>
        Times a week, times minutes, times helpers gives hours a week. What was said comes first; only where
        nobody said, what is typical stands in, and the line says so.
      </li>
      <li>
        Needs are counted as if nobody helped without pay. Help that a carer is willing, able and has agreed
        to give is taken off once, and never more than the need.
      </li>
      <li>
        Hours times the published price gives pounds a week. Pounds are rounded to the penny once a line.
      </li>
      {model['contingency-percent'] === 0 ? null : (
        <li>{model['contingency-percent']}% is added for good days and bad days, as a line of its own.</li>
      )}
    </ol>
    <p class="govuk-body">
      How much money the council has, a target, or how much care there is to buy has no part in it.
    </p>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        <a class="govuk-link" href="/model/accuracy">
          How near the sums come to what plans cost
        </a>
      </li>
      <li>
        <a class="govuk-link" href="/model/transparency">
          Transparency record
        </a>
        : how the model works and who answers for it
      </li>
    </ul>
  </>
)

/** The model, and what people say of it: the same file that the sums are worked out with. */
export const TheModel = ({ at }: { readonly at: AtComments & { readonly model: Model } }) => {
  const counts = countByLine(at.comments)
  return (
    <>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">
        {at.model.name}, version {at.model.version}, in force since {dateInWords(at.model.from)}.
      </p>
      <HowItGoes model={at.model} />
      <h2 class="govuk-heading-m" id="lines">
        {words.lines}
      </h2>
      <p class="govuk-body">{words.intro}</p>
      <p class="govuk-body">{words.why}</p>
      {at.signedIn ? null : (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href="/sign-in?from=/model">
            {words.signIn}
          </a>
        </p>
      )}
      {at.part === 'answer' ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href="/model/comments">
            {words.room}
          </a>
        </p>
      ) : null}
      {GROUPS.map((group) => (
        <Group lines={at.lines} group={group} counts={counts} />
      ))}
    </>
  )
}
