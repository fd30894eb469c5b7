import { Button } from '../../platform/govuk/button.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type Shown, numberInWords } from '../../domain/population/shown-count.ts'
import type { AtInsight } from './door.ts'
import { Heading, Records, TheRule } from './laid.tsx'
import { SMALLEST } from './view-counts.ts'
import {
  type Among,
  type ShownFour,
  type ShownQuarter,
  amongFrom,
  groupsAmong,
  isAmong,
  keyOf,
  talkAbout,
} from './view-two-by-two.ts'
import { providerInWords, teamInWords, words as all } from './words.ts'
import { WISH_WORDS, words } from './words-two-by-two.ts'

const nameOf = (among: Among): string => {
  switch (among.kind) {
    case 'all':
      return words.everybody
    case 'team':
      return `Team ${teamInWords(among.name)}`
    case 'provider':
      return providerInWords(among.name)
  }
}

const countWords = (shown: Shown): string => (shown.kind === 'few' ? words.few : numberInWords(shown.count))

const Corner = ({
  one,
  lost,
}: {
  readonly one: ShownQuarter
  /** of those who did not grow, how many lost ground */
  readonly lost: Shown | undefined
}) => {
  const { wish, grew } = one.quarter
  const talk = (wish === 'met') !== grew
  const isEmpty = one.count.kind === 'count' && one.count.count === 0
  return (
    <li class={talk ? 'rt-four__corner rt-four__corner--talk' : 'rt-four__corner'}>
      <span class="rt-four__number">{countWords(one.count)}</span>
      {grew ? words.grew : words.notGrew}. {WISH_WORDS[wish]}.
      {lost === undefined || (lost.kind === 'count' && lost.count === 0)
        ? null
        : ` Of them lost ground: ${countWords(lost).toLowerCase()}.`}
      {talk && !isEmpty ? (
        <>
          {' '}
          <Tag class="govuk-tag--purple">{words.talk}</Tag>
        </>
      ) : null}
    </li>
  )
}

const Four = ({ four, among }: { readonly four: ShownFour; readonly among: Among }) => {
  return (
    <>
      <h2 class="govuk-heading-m">{nameOf(among)}</h2>
      <ul class="rt-four">
        {four.quarters.map((one) => (
          <Corner one={one} lost={one.quarter.grew ? undefined : four.lost[one.quarter.wish]} />
        ))}
      </ul>
      <p class="govuk-body">
        {words.unknown}: <strong>{countWords(four.unknown).toLowerCase()}</strong>. {words.unknownWhy}
      </p>
    </>
  )
}

const Talk = ({ at, among }: { readonly at: AtInsight; readonly among: Among }) => {
  const { metFell, grewAgainst } = talkAbout(at.people, among)
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">Those to talk about</h2>
      <p class="govuk-body">{words.talkWhy}</p>
      {at.of.kind === 'council' ? <p class="govuk-body">{words.talkWho}</p> : null}
      <Records records={metFell} what={words.metFell} />
      <Records records={grewAgainst} what={words.grewAgainst} />
    </section>
  )
}

/** The two-by-two for everybody, a team or a provider. `asked` is what stood in the address. */
export const TwoByTwo = ({
  at,
  fourOf,
  asked,
}: {
  readonly at: AtInsight
  readonly fourOf: (among: Among) => ShownFour
  readonly asked: string
}) => {
  const among = amongFrom(asked, at.people)
  const tooFew =
    among === undefined ||
    (at.of.kind === 'council' && at.people.filter((one) => isAmong(one, among)).length < SMALLEST)
  return (
    <Heading at={at} title={words.title}>
      <p class="govuk-body-l">{words.intro}</p>
      <form method="get" class="rt-no-print">
        <Select
          name="of"
          label={{ text: words.among }}
          value={asked}
          options={[
            { text: words.everybody, value: '' },
            ...groupsAmong(at.people).map((group) => ({ text: nameOf(group), value: keyOf(group) })),
          ]}
        />
        <Button class="govuk-button--secondary">{words.choose}</Button>
      </form>
      {tooFew || among === undefined ? (
        <InsetText>{words.tooFew}</InsetText>
      ) : (
        <>
          <Four four={fourOf(among)} among={among} />
          <Talk at={at} among={among} />
          {among.kind === 'all' ? null : <p class="govuk-body">{words.proof}</p>}
        </>
      )}
      <TheRule>
        <p class="govuk-body">{words.rule}</p>
        {at.of.kind === 'council' ? <p class="govuk-body">{all.fewWhy}</p> : null}
      </TheRule>
    </Heading>
  )
}
