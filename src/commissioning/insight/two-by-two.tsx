import { Button } from '../../platform/govuk/button.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import type { ShownCount } from '../../domain/outcomes/two-by-two.ts'
import type { AtInsight } from './door.ts'
import { Heading, Records, TheRule } from './laid.tsx'
import { SMALLEST } from './view-counts.ts'
import {
  type Among,
  type ShownQuarter,
  amongFrom,
  countsOf,
  groupsAmong,
  isAmong,
  keyOf,
  quartersOf,
  talkAbout,
} from './view-two-by-two.ts'
import { countInWords, providerInWords, words as all } from './words.ts'
import { WISH_WORDS, words } from './words-two-by-two.ts'

const nameOf = (among: Among): string => {
  switch (among.kind) {
    case 'all':
      return words.everybody
    case 'team':
      return `Team ${among.name}`
    case 'provider':
      return providerInWords(among.name)
  }
}

const countWords = (at: AtInsight, count: ShownCount): string => {
  if (count.kind === 'shown') return countInWords(at.of, count.count)
  return count.why === 'small' ? words.few : words.beside
}

const Corner = ({
  at,
  one,
  lost,
}: {
  readonly at: AtInsight
  readonly one: ShownQuarter
  /** of those who did not grow, how many lost ground */
  readonly lost: ShownCount | undefined
}) => {
  const { wish, grew } = one.quarter
  const talk = (wish === 'met') !== grew
  return (
    <li class={talk ? 'rt-four__corner rt-four__corner--talk' : 'rt-four__corner'}>
      <span class="rt-four__number">{countWords(at, one.count)}</span>
      {grew ? words.grew : words.notGrew}. {WISH_WORDS[wish]}.
      {lost === undefined || (lost.kind === 'shown' && lost.count === 0)
        ? null
        : ` Of them lost ground: ${countWords(at, lost).toLowerCase()}.`}
      {talk ? (
        <>
          {' '}
          <Tag class="govuk-tag--purple">{words.talk}</Tag>
        </>
      ) : null}
    </li>
  )
}

const Four = ({ at, among }: { readonly at: AtInsight; readonly among: Among }) => {
  const { shown, quarters } = quartersOf(countsOf(at.people, among), at.of.kind === 'team')
  return (
    <>
      <h2 class="govuk-heading-m">{nameOf(among)}</h2>
      <ul class="rt-four">
        {quarters.map((one) => (
          <Corner
            at={at}
            one={one}
            lost={one.quarter.grew ? undefined : shown.cells[`${one.quarter.wish}-fell`]}
          />
        ))}
      </ul>
      <p class="govuk-body">
        {words.unknown}: <strong>{countWords(at, shown.unknown).toLowerCase()}</strong>. {words.unknownWhy}
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
      <Records records={metFell} what={words.metFell} />
      <Records records={grewAgainst} what={words.grewAgainst} />
    </section>
  )
}

/** The two-by-two for everybody, a team or a provider. `asked` is what stood in the address. */
export const TwoByTwo = ({ at, asked }: { readonly at: AtInsight; readonly asked: string }) => {
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
          <Four at={at} among={among} />
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
