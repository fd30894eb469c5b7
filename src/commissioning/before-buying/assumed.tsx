import { type Assumptions, CHANCES, breakEven } from '../../domain/contracts/before-buying/assumptions.ts'
import { inWords } from '../../domain/money/pence.ts'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { percent } from './view.ts'
import { LEFT_OUT, words } from './words.ts'

const rows = (assumed: Assumptions): readonly (readonly [string, string])[] => [
  ['People referred', String(assumed.people)],
  [
    'Hours a week that one of them needs',
    `${assumed.hours} on average, as 950 people in Coventry had in 2016/17; some far more`,
  ],
  ['An hour costs to give', `${inWords(assumed.sustainable)}: the sustainable rate, and the floor`],
  ['An hour is paid, where hours are paid', inWords(assumed.price)],
  [
    'How likely somebody is to reach what they want',
    `From ${percent(CHANCES.least)} to ${percent(CHANCES.most)} with good support; ${percent(assumed.alone)} of that without any`,
  ],
  ['Hours no longer needed after an outcome', percent(assumed.less)],
  [
    'Fee for outcomes',
    `${percent(assumed.upfront)} whatever happens. An hour of the estimate counts as ${inWords(breakEven(assumed))}: at that price a provider that behaves well is paid what its care costs`,
  ],
  ['Value that falls', `By ${percent(assumed.falls)} to the second year, which is the year shown`],
  [
    'One provider for all',
    `The council bears ${percent(assumed.share)} of the difference, as far as ${percent(assumed.corridor)} either way; ${percent(assumed.pool)} more is a pool for outcomes`,
  ],
]

/** Everything that the figures rest on, and how to try it with one’s own. */
export const Assumed = ({ assumed, seeds }: { readonly assumed: Assumptions; readonly seeds: number }) => (
  <>
    <h2 class="govuk-heading-m">{words.assumedTitle}</h2>
    <SummaryList rows={rows(assumed).map(([key, value]) => ({ key, value }))} />
    <ul class="govuk-list govuk-list--bullet">
      {LEFT_OUT.map((says) => (
        <li>{says}</li>
      ))}
    </ul>
    <h2 class="govuk-heading-m">{words.dataTitle}</h2>
    <p class="govuk-body">
      {seeds} tries, each with other people drawn by lot from a seed of its own. The contracts are settled,
      and held against gaming, by the same rules as any contract here.
    </p>
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href="/before-buying/runs.csv">
          Every run (CSV)
        </a>
      </li>
      <li>
        <a class="govuk-link" href="/before-buying/ranges.json">
          What was assumed, and the ranges (JSON)
        </a>
      </li>
    </ul>
    <p class="govuk-body">
      With figures of your own, from the command line: <code>npx roundtable before-buying --people 120</code>.
      Add <code>--help</code> to see all that can be put in.
    </p>
  </>
)
