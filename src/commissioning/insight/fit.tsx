import { FORM_WORDS } from '../../domain/allocation/support.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { hopeFit } from '../../domain/population/fit.ts'
import { groupInWords } from '../../domain/population/groups.ts'
import { type Programme, programmes } from '../../domain/population/programmes.ts'
import { sentAway } from '../../domain/population/sent-away.ts'
import { numberInWords } from '../../domain/population/shown-count.ts'
import type { Published } from '../../domain/population/suppression.ts'
import { unansweredNeeds } from '../../domain/population/unanswered.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import type { AtInsight } from './door.ts'
import { Heading, TheRule } from './laid.tsx'
import { shownTo } from './view-counts.ts'
import { onceAReading } from './once-a-reading.ts'
import { countInWords, providerInWords, words as all } from './words.ts'
import { words } from './words-fit.ts'

/** Everybody is gone through four times, by person, need, line and option: at twenty thousand people it takes a second. */
export const fitOf = onceAReading(async ({ people, model, today, linearSolver }) => ({
  hopes: hopeFit(people).filter((fit) => fit.people > 0),
  programmes: programmes(people, model, today),
  unanswered: unansweredNeeds(people, today, await linearSolver()).filter(
    ({ unanswered }) => unanswered.status !== 'zero',
  ),
  away: sentAway(people, today),
}))

type Found = Awaited<ReturnType<typeof fitOf>>

const Hopes = ({ at, found }: { readonly at: AtInsight; readonly found: Found['hopes'] }) => {
  const shown = (count: number) => ({ text: countInWords(at.of, count), numeric: true })
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{words.hopes}</h2>
      <p class="govuk-body">{words.hopesWhy}</p>
      {found.length === 0 ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <Table
          stacks
          caption={words.hopes}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[words.topic, words.people, words.more, words.builds, words.erodes, words.form]}
          rows={found.map((fit) => [
            TOPIC_WORDS[fit.topic],
            shown(fit.people),
            shown(fit.hopeForMore),
            shown(fit.builds),
            shown(fit.erodes),
            fit.forms
              .filter(({ people }) => shownTo(at.of, people).kind === 'count')
              .slice(0, 2)
              .map(({ form, people }) => `${FORM_WORDS[form]} (${countInWords(at.of, people)})`)
              .join(', '),
          ])}
        />
      )}
    </section>
  )
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

const nameOf = ({ words: form, provider }: Programme): string =>
  `${form.charAt(0).toUpperCase()}${form.slice(1)}${provider === undefined ? '' : `, ${providerInWords(provider)}`}`

/** A share as its reader may see it: what would tell of fewer than five people, on either side, is told in words. */
const shareInWords = (of: AtInsight['of'], share: number, people: number): string => {
  const count = Math.round(share * people)
  if (shownTo(of, count).kind === 'few') return all.few
  return shownTo(of, people - count).kind === 'few' ? words.nearlyAll : percent(share)
}

const ProgrammeTable = ({
  at,
  caption,
  found,
}: {
  readonly at: AtInsight
  readonly caption: string
  readonly found: Found['programmes']
}) => (
  <Table
    stacks
    caption={caption}
    captionClass="govuk-visually-hidden"
    firstCellIsHeader
    head={[
      words.given,
      { text: 'People', numeric: true },
      words.same,
      words.apart,
      { text: words.refused, numeric: true },
      { text: words.dropped, numeric: true },
    ]}
    rows={found.map((programme) => [
      <>
        {nameOf(programme)}{' '}
        {programme.whateverTheNeed ? <Tag class="govuk-tag--orange">{words.whatever}</Tag> : null}
      </>,
      { text: countInWords(at.of, programme.people), numeric: true },
      `${shareInWords(at.of, programme.same, programme.people)}: ${programme.amount} ${programme.unit}${programme.amount === 1 ? '' : 's'}`,
      `${Math.round(programme.needApart * 10) / 10} times as much`,
      { text: shareInWords(at.of, programme.refused, programme.offered), numeric: true },
      { text: shareInWords(at.of, programme.dropped, programme.began), numeric: true },
    ])}
  />
)

/** Those that are given whatever the need first; the others can be opened. */
const Programmes = ({ at, found }: { readonly at: AtInsight; readonly found: Found['programmes'] }) => {
  const whatever = found.filter((programme) => programme.whateverTheNeed)
  const others = found.filter((programme) => !programme.whateverTheNeed)
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{words.programmes}</h2>
      <p class="govuk-body">{words.programmesWhy}</p>
      {found.length === 0 ? <p class="govuk-body">{words.noProgrammes}</p> : null}
      {found.length > 0 && whatever.length === 0 ? <p class="govuk-body">{words.noneWhatever}</p> : null}
      {whatever.length === 0 ? null : <ProgrammeTable at={at} caption={words.programmes} found={whatever} />}
      {others.length === 0 ? null : (
        <Details summary={`${words.byNeed} (${others.length})`}>
          <ProgrammeTable at={at} caption={words.byNeed} found={others} />
        </Details>
      )}
    </section>
  )
}

const publishedInWords = (count: Published): string =>
  count.status === 'suppressed' ? all.few : numberInWords(count.people)

const areaInWords = (area: string): string => (area === 'all' ? 'Everywhere' : groupInWords('area', area))

const Unanswered = ({ there }: { readonly there: Found['unanswered'] }) => {
  const found = there.filter(({ unanswered }) => unanswered.status === 'rounded')
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{words.gaps}</h2>
      <p class="govuk-body">{words.gapsWhy}</p>
      {there.length > found.length ? <p class="govuk-body">{words.smallGaps}</p> : null}
      {found.length === 0 ? (
        there.length === 0 ? (
          <p class="govuk-body">{words.noGaps}</p>
        ) : null
      ) : (
        <Table
          stacks
          caption={words.gaps}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            words.topic,
            'Area',
            { text: 'People with the need', numeric: true },
            { text: 'With nothing for it', numeric: true },
          ]}
          rows={found.map(({ topic, area, need, unanswered }) => [
            TOPIC_WORDS[topic],
            areaInWords(area),
            { text: publishedInWords(need), numeric: true },
            { text: publishedInWords(unanswered), numeric: true },
          ])}
        />
      )}
    </section>
  )
}

const Away = ({ at, found }: { readonly at: AtInsight; readonly found: Found['away'] }) => {
  const { notEligible, back, thenEligible, medianDays, stillWithin, backAlready, eligibleAlready } = found
  const few = shownTo(at.of, back).kind === 'few'
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{words.away}</h2>
      <p class="govuk-body">{words.awayWhy}</p>
      {notEligible === 0 ? (
        <p class="govuk-body">{words.awayNone}</p>
      ) : (
        <p class="govuk-body">
          Found not eligible more than a year ago: <strong>{countInWords(at.of, notEligible)}</strong>. Asked
          again within a year: <strong>{countInWords(at.of, back)}</strong>
          {medianDays === undefined || few ? '' : `, half of them within ${medianDays} days`}. Found eligible
          then: <strong>{countInWords(at.of, thenEligible)}</strong>.
        </p>
      )}
      {stillWithin === 0 ? null : (
        <p class="govuk-body">
          Found not eligible within the last year: <strong>{countInWords(at.of, stillWithin)}</strong>. Asked
          again already: <strong>{countInWords(at.of, backAlready)}</strong>. Found eligible then:{' '}
          <strong>{countInWords(at.of, eligibleAlready)}</strong>.
        </p>
      )}
    </section>
  )
}

/** What people are given beside what they need and hope for. */
export const FitPage = ({ at, found }: { readonly at: AtInsight; readonly found: Found }) => (
  <Heading at={at} title={words.title}>
    <p class="govuk-body-l">{words.intro}</p>
    <Hopes at={at} found={found.hopes} />
    <Programmes at={at} found={found.programmes} />
    <Unanswered there={found.unanswered} />
    <Away at={at} found={found.away} />
    <TheRule>
      <p class="govuk-body">{words.rule}</p>
    </TheRule>
  </Heading>
)
