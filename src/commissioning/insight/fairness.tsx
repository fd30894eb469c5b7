import { type Fairness, HELD_EQUAL, MEASURE_WORDS, NO_PROOF } from '../../domain/population/fairness.ts'
import { DIVISION_WORDS, groupInWords } from '../../domain/population/groups.ts'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { WarningText } from '../../platform/govuk/warning-text.tsx'
import type { AtInsight } from './door.ts'
import { GapPicture } from './gap-picture.tsx'
import { Heading, TheRule } from './laid.tsx'
import { type GapsOf, RARE_IN_WORDS, byDivision, foundIn, gapInWords, reachOf } from './view-fairness.ts'
import { countInWords } from './words.ts'
import { words } from './words-fairness.ts'

const Found = ({ all }: { readonly all: readonly Fairness[] }) => {
  const found = foundIn(all)
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{words.found}</h2>
      {found.length === 0 ? (
        <InsetText>{words.foundNone}</InsetText>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {found.map(({ fairness, gap }) => {
            const { heading, unit } = MEASURE_WORDS[fairness.measure]
            return (
              <li>
                {heading}. {groupInWords(gap.division, gap.group)}:{' '}
                <strong>{gapInWords(gap.unexplained, unit)}</strong> than others with the same needs (from{' '}
                {gapInWords(gap.low, unit)} to {gapInWords(gap.high, unit)}).
              </li>
            )
          })}
        </ul>
      )}
      <WarningText>{NO_PROOF}</WarningText>
    </section>
  )
}

const OneDivision = ({
  at,
  fairness,
  own,
  reach,
}: {
  readonly at: AtInsight
  readonly fairness: Fairness
  readonly own: GapsOf
  readonly reach: number
}) => {
  const { heading, unit } = MEASURE_WORDS[fairness.measure]
  const title = `${heading}: ${DIVISION_WORDS[own.division].toLowerCase()}`
  return (
    <>
      <h3 class="govuk-heading-s">{DIVISION_WORDS[own.division]}</h3>
      <GapPicture
        title={title}
        reach={reach}
        ends={[gapInWords(-reach, unit), gapInWords(reach, unit)]}
        rows={own.gaps.map((gap) => ({
          // Beside the picture there is no room for all that they did.
          label: gap.division === 'clued-up' ? words.knowing : groupInWords(gap.division, gap.group),
          raw: gap.raw,
          left: gap.unexplained,
          low: gap.low,
          high: gap.high,
          found: gap.found,
        }))}
      />
      <Details
        summary={
          <>
            The figures<span class="govuk-visually-hidden"> of {title}</span>
          </>
        }
      >
        <Table
          stacks
          caption={title}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[words.group, 'People', words.raw, words.explained, words.unexplained, words.interval]}
          rows={own.gaps.map((gap) => [
            groupInWords(gap.division, gap.group),
            countInWords(at.of, gap.people),
            gapInWords(gap.raw, unit),
            gapInWords(gap.explained, unit),
            gapInWords(gap.unexplained, unit),
            `${gapInWords(gap.low, unit)} to ${gapInWords(gap.high, unit)}`,
          ])}
        />
      </Details>
    </>
  )
}

const three = (value: number): string => (Math.round(value * 1000) / 1000).toString()

const Lean = ({ lean }: { readonly lean: NonNullable<Fairness['lean']> }) => (
  <>
    <h3 class="govuk-heading-s">{words.lean}</h3>
    <p class="govuk-body">
      As it stands {three(lean.actual)}; what needs explain {three(lean.byNeed)}; left for the same needs{' '}
      <strong>{three(lean.inequity)}</strong>. How unequal for the same needs: {three(lean.gini)}.
    </p>
    <p class="govuk-body">{words.leanHow}</p>
  </>
)

const OneMeasure = ({ at, fairness }: { readonly at: AtInsight; readonly fairness: Fairness }) => {
  const { heading, how } = MEASURE_WORDS[fairness.measure]
  const divisions = byDivision(fairness)
  const reach = reachOf(fairness.gaps)
  return (
    <section class="rt-block" id={fairness.measure}>
      <h2 class="govuk-heading-m">{heading}</h2>
      <p class="govuk-body">
        {how} People in it: {countInWords(at.of, fairness.people).toLowerCase()}.
      </p>
      {divisions.length === 0 ? <p class="govuk-body">{words.tooFew}</p> : null}
      {divisions.map((own) => (
        <OneDivision at={at} fairness={fairness} own={own} reach={reach} />
      ))}
      {fairness.lean === undefined || divisions.length === 0 ? null : <Lean lean={fairness.lean} />}
    </section>
  )
}

/** What can be looked at, one after the other: all at once is more than anybody reads. */
const Measures = ({
  all,
  here,
}: {
  readonly all: readonly Fairness[]
  readonly here: Fairness['measure']
}) => (
  <nav class="rt-no-print" aria-label={words.measures}>
    <h2 class="govuk-heading-m">{words.measures}</h2>
    <ul class="govuk-list">
      {all.map(({ measure, gaps }) => {
        const found = gaps.filter((gap) => gap.found).length
        return (
          <li>
            <a
              class="govuk-link"
              href={`/insight/fairness?of=${measure}#${measure}`}
              aria-current={measure === here ? 'true' : undefined}
            >
              {MEASURE_WORDS[measure].heading}
            </a>
            {found === 0 ? '' : found === 1 ? ': 1 gap' : `: ${found} gaps`}
          </li>
        )
      })}
    </ul>
  </nav>
)

/** Gaps explained and unexplained: all that is more than chance, and one measure in full. `asked` is what stood in the address. */
export const FairnessPage = ({
  at,
  all,
  asked,
}: {
  readonly at: AtInsight
  readonly all: readonly Fairness[]
  readonly asked: string
}) => {
  const chosen = all.find(({ measure }) => measure === asked) ?? all[0]
  return (
    <Heading at={at} title={words.title}>
      <p class="govuk-body-l">{words.intro}</p>
      <p class="govuk-body">{words.clued}</p>
      <Found all={all} />
      {asked === '' || chosen?.measure === asked ? null : <InsetText>{words.unknown}</InsetText>}
      {chosen === undefined ? null : (
        <>
          <Measures all={all} here={chosen.measure} />
          <Details summary={words.picture}>
            <p class="govuk-body">{words.pictureHow}</p>
          </Details>
          <Details summary={words.held}>
            <p class="govuk-body">{HELD_EQUAL}</p>
          </Details>
          <OneMeasure at={at} fairness={chosen} />
        </>
      )}
      <TheRule>
        <p class="govuk-body">
          {words.rule} {RARE_IN_WORDS}.
        </p>
        <p class="govuk-body">{words.noTraits}</p>
      </TheRule>
    </Heading>
  )
}
