import { FORM_WORDS } from '../../domain/allocation/support.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { hopeFit } from '../../domain/population/fit.ts'
import { groupInWords } from '../../domain/population/groups.ts'
import { type Programme, programmes } from '../../domain/population/programmes.ts'
import { sentAway } from '../../domain/population/sent-away.ts'
import { numberInWords } from '../../domain/population/shown-count.ts'
import type { Published } from '../../domain/population/suppression.ts'
import { unansweredNeeds } from '../../domain/population/unanswered.ts'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import type { AtInsight } from './door.ts'
import { Heading, TheRule } from './laid.tsx'
import { shownTo } from './view-counts.ts'
import { onceAReading } from './once-a-reading.ts'
import { countInWords, providerInWords, words as all } from './words.ts'
import { words } from './words-fit.ts'

/** Everybody is gone through four times, by person, need, line and option: at twenty thousand people it takes a second. */
const fitOf = onceAReading(({ people, model, today }) => ({
  hopes: hopeFit(people).filter((fit) => fit.people > 0),
  programmes: programmes(people, model, today),
  unanswered: unansweredNeeds(people, today).filter(({ unanswered }) => unanswered.status !== 'zero'),
  away: sentAway(people, today),
}))

const Hopes = ({ at }: { readonly at: AtInsight }) => {
  const found = fitOf(at).hopes
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

const Programmes = ({ at }: { readonly at: AtInsight }) => {
  const found = fitOf(at).programmes
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{words.programmes}</h2>
      <p class="govuk-body">{words.programmesWhy}</p>
      {found.length === 0 ? (
        <p class="govuk-body">{words.noProgrammes}</p>
      ) : (
        <Table
          stacks
          caption={words.programmes}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[words.given, 'People', words.same, words.apart, words.refused, words.dropped]}
          rows={found.map((programme) => [
            <>
              {nameOf(programme)}{' '}
              {programme.whateverTheNeed ? <Tag class="govuk-tag--orange">{words.whatever}</Tag> : null}
            </>,
            countInWords(at.of, programme.people),
            `${percent(programme.same)}: ${programme.amount} ${programme.unit}${programme.amount === 1 ? '' : 's'}`,
            `${Math.round(programme.needApart * 10) / 10} times as much`,
            percent(programme.refused),
            percent(programme.dropped),
          ])}
        />
      )}
    </section>
  )
}

const publishedInWords = (count: Published): string =>
  count.status === 'suppressed' ? all.few : numberInWords(count.people)

const areaInWords = (area: string): string => (area === 'all' ? 'Everywhere' : groupInWords('area', area))

const Unanswered = ({ at }: { readonly at: AtInsight }) => {
  const there = fitOf(at).unanswered
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
          head={[words.topic, 'Area', 'People with the need', 'With nothing for it']}
          rows={found.map(({ topic, area, need, unanswered }) => [
            TOPIC_WORDS[topic],
            areaInWords(area),
            publishedInWords(need),
            publishedInWords(unanswered),
          ])}
        />
      )}
    </section>
  )
}

const Away = ({ at }: { readonly at: AtInsight }) => {
  const { notEligible, back, thenEligible, medianDays } = fitOf(at).away
  const few = shownTo(at.of, back).kind === 'few'
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{words.away}</h2>
      <p class="govuk-body">{words.awayWhy}</p>
      <p class="govuk-body">
        Found not eligible: <strong>{countInWords(at.of, notEligible)}</strong>. Asked again within a year:{' '}
        <strong>{countInWords(at.of, back)}</strong>
        {medianDays === undefined || few ? '' : `, half of them within ${medianDays} days`}. Found eligible
        then: <strong>{countInWords(at.of, thenEligible)}</strong>.
      </p>
    </section>
  )
}

/** What people are given beside what they need and hope for. */
export const FitPage = ({ at }: { readonly at: AtInsight }) => (
  <Heading at={at} title={words.title}>
    <p class="govuk-body-l">{words.intro}</p>
    <Hopes at={at} />
    <Programmes at={at} />
    <Unanswered at={at} />
    <Away at={at} />
    <TheRule>
      <p class="govuk-body">{words.rule}</p>
    </TheRule>
  </Heading>
)
