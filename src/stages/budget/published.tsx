import type { Model } from '../../domain/allocation/model.ts'
import { NEED_LEVELS } from '../../domain/allocation/slots.ts'
import { FORM_WORDS } from '../../domain/allocation/support.ts'
import { UNIT_WORDS } from '../../domain/allocation/words.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords, pence } from '../../domain/money/pence.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import { ADULT_OUTCOMES, CARER_OUTCOMES, TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { Table } from '../../platform/govuk/table.tsx'
import { page } from '../../platform/web/answer.ts'
import type { Page } from '../../platform/web/page.ts'

const NIGHT_WORDS = { 'sleep-in': ', asleep in the house at night', waking: ', awake at night' } as const

const Prices = ({ model }: { readonly model: Model }) => (
  <Table
    stacks
    caption="Prices"
    captionClass="govuk-table__caption--m"
    firstCellIsHeader
    head={['Support', 'Price', 'From lowest to highest', 'Since', 'Where the price comes from']}
    rows={model.prices.map((row) => [
      `${FORM_WORDS[row.form]}${row.night === undefined ? '' : NIGHT_WORDS[row.night]}`,
      `${inWords(pence<'unit'>(row.price))} ${UNIT_WORDS[row.unit]}`,
      `${inWords(pence<'unit'>(row.low))} to ${inWords(pence<'unit'>(row.high))}`,
      dateInWords(row.from),
      row.url === undefined ? (
        row.source
      ) : (
        <>
          {row.source}{' '}
          <a class="govuk-link" href={row.url} rel="noreferrer">
            See the source<span class="govuk-visually-hidden"> of this price</span>
          </a>
        </>
      ),
    ])}
  />
)

const Typical = ({
  model,
  topics,
  caption,
}: {
  readonly model: Model
  readonly topics: readonly (keyof Model['topics'])[]
  readonly caption: string
}) => (
  <Table
    stacks
    caption={caption}
    captionClass="govuk-table__caption--m"
    firstCellIsHeader
    head={['Part of life', 'How it goes', 'Support that it is priced as', 'Typical, where nobody said']}
    rows={topics.flatMap((topic) =>
      NEED_LEVELS.map((level) => {
        const row = model.topics[topic]?.[`${level}`]
        return [
          TOPIC_WORDS[topic],
          LADDER[level],
          row === undefined ? 'Nothing' : FORM_WORDS[row.form],
          row?.typical == null
            ? 'Nobody could say: it is asked'
            : `${row.typical.times} times a week, ${row.typical.minutes} minutes${row.typical.helpers === 2 ? ', two helpers' : ''}`,
        ]
      }),
    )}
  />
)

/** The model as everybody may read it: the same file that the sums are worked out with. */
const Published = ({ model }: { readonly model: Model }) => (
  <>
    <h1 class="govuk-heading-l">How the money is worked out</h1>
    <p class="govuk-body-l">
      {model.name}, version {model.version}, in force since {dateInWords(model.from)}.
    </p>
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
    <p class="govuk-body">
      <a class="govuk-link" href="/model/lines">
        Comment on any line of it
      </a>
      : people who draw on support and carers say what they think of it, and the council answers there.
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
    <Prices model={model} />
    <Typical model={model} topics={ADULT_OUTCOMES} caption="Daily life" />
    <Typical model={model} topics={CARER_OUTCOMES} caption="A carer’s own life" />
  </>
)

export const publishedModel = (model: Model): Page<undefined> => ({
  path: '/model',
  may: 'anyone',
  audited: 'nothing personal',
  get: () => page({ title: 'How the money is worked out', main: <Published model={model} /> }),
})
