import { dateInWords } from '../../domain/dates/plain-date.ts'
import {
  type GroupShown,
  HIDDEN_WORDS,
  changeInWords,
  gainsInWords,
  groupsInWords,
} from '../../domain/population/gains-words.ts'
import { anyGroupInWords } from '../../domain/population/detail.ts'
import { DIVISION_WORDS } from '../../domain/population/groups.ts'
import { type Lever, endInWords, leversOf, standInWords } from '../../domain/population/levers.ts'
import type { WhatIf } from '../../domain/population/what-if.ts'
import { inWords, pence } from '../../domain/money/pence.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { FiguresNow } from '../../platform/govuk/figures-now.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import type { AtInsight } from './door.ts'
import { Heading, TheRule } from './laid.tsx'
import { type Asked, type Touched, byDivision, fewWithOthers, queryOf } from './view-what-if.ts'
import { words } from './words-what-if.ts'

type Shown = {
  readonly at: AtInsight
  readonly asked: Asked
  readonly found: WhatIf
  readonly touched: readonly Touched[]
}

/** A box for a figure; where scripts run, a slider stands beside it. The slider is made there, so that without one none is shown. */
const LeverBox = ({ lever, asked }: { readonly lever: Lever; readonly asked: Asked }) => {
  const { key, says, unit, now, least, most, step, kind, movesHours } = lever
  const at = asked.moves.get(key)
  const end = at === undefined ? undefined : endInWords(lever, at)
  return (
    <div
      class="rt-lever"
      data-lever={key}
      data-least={least}
      data-most={most}
      data-step={step}
      data-now={now}
      data-moves-hours={movesHours ? 'yes' : undefined}
    >
      <Input
        name={key}
        label={{ text: `${says}, ${unit}`, class: 'govuk-label--s' }}
        hint={`Now ${standInWords(lever, now)}`}
        error={asked.errors.find(({ field }) => field === key)?.says}
        value={(asked.typed.get(key) ?? '') || (kind === 'price' ? now.toFixed(2) : now)}
        class="govuk-input--width-5"
        inputMode="decimal"
        prefix={kind === 'price' ? '£' : undefined}
      />
      <p class="govuk-body-s rt-lever__end">{end}</p>
    </div>
  )
}

const Levers = ({ at, asked }: Pick<Shown, 'at' | 'asked'>) => {
  const levers = leversOf(at.model, at.today)
  const prices = levers.filter(({ kind }) => kind === 'price')
  return (
    <form method="get" action="/insight/what-if" id="form" novalidate class="rt-no-print">
      <input type="hidden" name="version" value={at.model.version} />
      <h2 class="govuk-heading-m">{words.prices}</h2>
      <div class="rt-levers">
        {prices.map((lever) => (
          <LeverBox lever={lever} asked={asked} />
        ))}
      </div>
      <h2 class="govuk-heading-m">{words.rules}</h2>
      <div class="rt-levers">
        {levers
          .filter((lever) => !prices.includes(lever))
          .map((lever) => (
            <LeverBox lever={lever} asked={asked} />
          ))}
      </div>
      <div class="govuk-button-group">
        <Button>{words.try}</Button>
        <a class="govuk-link" href="/insight/what-if">
          {words.back}
        </a>
      </div>
    </form>
  )
}

/** On paper there are no boxes: what was moved stands above what it would do. */
const Moved = ({ at, asked }: Pick<Shown, 'at' | 'asked'>) => {
  const levers = leversOf(at.model, at.today).filter(({ key }) => asked.moves.has(key))
  return (
    <ul class="govuk-list govuk-list--bullet rt-only-print" id="what-if-moved">
      {levers.length === 0 ? <li>{words.asToday}</li> : null}
      {levers.map((lever) => (
        <li>
          {lever.says}: {standInWords(lever, lever.now)} now,{' '}
          {standInWords(lever, asked.moves.get(lever.key) ?? lever.now)} with the change
        </li>
      ))}
    </ul>
  )
}

const groupRow = (name: string, shown: GroupShown) =>
  shown.kind === 'hidden'
    ? [name, words.hidden, '', '', '', '']
    : [name, shown.people, shown.lose, shown.gain, shown.each, shown.below]

const Groups = ({ at, found }: Pick<Shown, 'at' | 'found'>) => (
  <section class="rt-block" id="what-if-groups">
    <h2 class="govuk-heading-m">{words.groups}</h2>
    <p class="govuk-body">{words.groupsWhy}</p>
    {byDivision(found.groups).map(({ division, groups: all }) => {
      const groups = at.of.kind === 'team' ? all : fewWithOthers(all)
      const shown = groupsInWords(groups, at.of.kind === 'team')
      const name = DIVISION_WORDS[division]
      return (
        <Details id={`what-if-by-${division}`} summary={name}>
          <Table
            stacks
            caption={name}
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={['Group', 'People', 'Lose', 'Gain', 'A week each, on average', 'Below what needs cost']}
            rows={groups.map((group, place) =>
              groupRow(anyGroupInWords(division, group.group), shown[place] ?? { kind: 'hidden' }),
            )}
          />
        </Details>
      )
    })}
    {at.of.kind === 'team' ? null : (
      <p class="govuk-body-s">
        {words.hidden}: {HIDDEN_WORDS.charAt(0).toLowerCase()}
        {HIDDEN_WORDS.slice(1)}.
      </p>
    )}
  </section>
)

const People = ({ at, asked, touched }: Shown) => (
  <section class="rt-block" id="what-if-people">
    {at.of.kind === 'council' ? null : (
      <>
        <h2 class="govuk-heading-m">{words.people}</h2>
        <p class="govuk-body">{touched.length === 0 ? words.nobody : words.peopleWhy}</p>
        <ul class="govuk-list">
          {touched.map(({ record, before, after }, place) => (
            <li>
              <a class="govuk-link" href={`/records/${record}/what-if?${queryOf(at.model, asked.moves)}`}>
                Record {place + 1}
              </a>
              : {inWords(pence<'week'>(before))} now, {inWords(pence<'week'>(after))} with the change (
              {changeInWords(after - before)} a week)
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
)

/** Move a price, and see what it would do. */
export const WhatIfPage = (props: Shown) => {
  const { at, asked, found } = props
  const shown = gainsInWords(found, found.notCounted, at.of.kind === 'team')
  return (
    <Heading
      at={at}
      title={words.title}
      errors={asked.errors.map(({ field, says }) => ({ text: says, href: `#${field}` }))}
    >
      <p class="govuk-body-l">{words.intro}</p>
      <div data-what-if="/insight/what-if/hours.bin">
        <section class="rt-block rt-now">
          <h2 class="govuk-heading-m">{words.result}</h2>
          <Moved at={at} asked={asked} />
          <div id="what-if-now" data-title={words.result}>
            <FiguresNow id="gains" title={shown.says} facts={shown.facts} parts={shown.parts} />
          </div>
        </section>
        <Levers at={at} asked={asked} />
      </div>
      <Groups at={at} found={found} />
      <People {...props} />
      <TheRule>
        <p class="govuk-body">{words.rule}</p>
        <p class="govuk-body">{words.below}</p>
        <p class="govuk-body">{words.everybody}</p>
        <p class="govuk-body">
          The model in force is{' '}
          <a class="govuk-link" href="/model">
            {at.model.name}, version {at.model.version}
          </a>
          , from {dateInWords(at.model.from)}.
        </p>
      </TheRule>
    </Heading>
  )
}
