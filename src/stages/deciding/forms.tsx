import {
  AskDay,
  AskOne,
  AskSome,
  AskWords,
  Asked,
  type Choices,
  type Filling,
  YES_OR_NO,
  choicesOf,
} from '../../table/asks.tsx'
import { Frame } from '../../table/frame.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { nameFor, roleFor } from '../../table/reader.ts'
import { type Capacity, lawyers } from './view.ts'
import {
  AUTHORISED_WORDS,
  FOR_WORDS,
  TIME_WORDS,
  askWords,
  bestWords,
  libertyWords,
  scopeWords,
} from './words.ts'

const ABILITIES = ['understands', 'retains', 'weighs', 'communicates'] as const

export const AskForm = (filling: Filling) => (
  <Frame title={askWords.title} errors={filling.errors}>
    <p class="govuk-body">{askWords.intro}</p>
    <LawHere step="capacity" />
    <Asked visit={filling.visit} button={askWords.keep}>
      <AskWords {...filling} name="decision" says={askWords.decision} hint={askWords.decisionHint} rows={2} />
      <AskSome {...filling} name="for" says={askWords.for} of={choicesOf(FOR_WORDS)} />
      <AskDay {...filling} name="day" says={askWords.day} />
      <AskOne {...filling} name="time" says={askWords.time} of={choicesOf(TIME_WORDS)} />
      <AskWords {...filling} name="help" says={askWords.help} hint={askWords.helpHint} />
      {ABILITIES.map((ability) => (
        <AskOne
          {...filling}
          name={ability}
          says={askWords[ability]}
          hint={askWords[`${ability}Hint`]}
          of={YES_OR_NO}
        />
      ))}
      <AskWords {...filling} name="shown" says={askWords.shown} hint={askWords.shownHint} rows={4} />
      <AskWords {...filling} name="unwise" says={askWords.unwise} hint={askWords.unwiseHint} rows={2} />
      <AskOne
        {...filling}
        name="has"
        says={askWords.has}
        of={[
          { value: 'yes', text: askWords.hasYes },
          { value: 'no', text: askWords.hasNo },
        ]}
      />
      <AskWords {...filling} name="because" says={askWords.because} hint={askWords.becauseHint} rows={2} />
      <AskWords {...filling} name="link" says={askWords.link} hint={askWords.linkHint} rows={2} />
      <AskWords {...filling} name="again" says={askWords.again} hint={askWords.againHint} rows={2} />
    </Asked>
  </Frame>
)

const everybody = ({ visit: { ctx } }: Filling): Choices =>
  [...ctx.state.parties.values()]
    .filter(({ id }) => id !== ctx.state.person.id)
    .map(({ id }) => ({
      value: id,
      text: nameFor(ctx.reader, ctx.state, id),
      hint: roleFor(ctx.reader, ctx.state, id),
    }))

const lawyersOf = ({ visit: { ctx } }: Filling): Choices =>
  lawyers(ctx.state).map(({ party, scope }) => ({
    value: party.id,
    text: nameFor(ctx.reader, ctx.state, party.id),
    hint:
      scope === undefined
        ? scopeWords.unknown
        : scope.later.decides.map((what) => FOR_WORDS[what]).join(', '),
  }))

export const BestForm = ({ capacity, ...filling }: Filling & { readonly capacity: Capacity }) => (
  <Frame title={bestWords.title} caption={capacity.decision} errors={filling.errors}>
    <p class="govuk-body">{bestWords.intro}</p>
    <LawHere step="best-interests" />
    <Asked visit={filling.visit} button={bestWords.keep}>
      <AskWords {...filling} name="wait" says={bestWords.wait} rows={2} />
      <AskWords {...filling} name="wishes" says={bestWords.wishes} hint={bestWords.wishesHint} />
      <AskSome {...filling} name="consulted" says={bestWords.consulted} of={everybody(filling)} />
      <AskWords {...filling} name="less" says={bestWords.less} />
      <AskWords {...filling} name="decided" says={bestWords.decided} />
      <AskOne
        {...filling}
        name="decider"
        says={bestWords.decider}
        of={[{ value: 'council', text: bestWords.council }, ...lawyersOf(filling)]}
      />
    </Asked>
  </Frame>
)

export const ScopeForm = (filling: Filling) => (
  <Frame title={scopeWords.title} errors={filling.errors}>
    <p class="govuk-body">{scopeWords.intro}</p>
    <Asked visit={filling.visit} button={scopeWords.keep}>
      <AskOne {...filling} name="party" says={scopeWords.who} of={lawyersOf(filling)} />
      <AskSome {...filling} name="decides" says={scopeWords.decides} of={choicesOf(FOR_WORDS)} />
      <AskWords {...filling} name="seen" says={scopeWords.seen} hint={scopeWords.seenHint} />
    </Asked>
  </Frame>
)

export const LibertyForm = (filling: Filling) => (
  <Frame title={libertyWords.look} errors={filling.errors}>
    <p class="govuk-body">{libertyWords.intro}</p>
    <LawHere step="liberty" />
    <Asked visit={filling.visit} button={libertyWords.keep}>
      <AskWords {...filling} name="arrangement" says={libertyWords.arrangement} />
      <AskWords {...filling} name="purpose" says={libertyWords.purpose} />
      <AskWords {...filling} name="ordinary" says={libertyWords.ordinary} hint={libertyWords.ordinaryHint} />
      <AskWords {...filling} name="watched" says={libertyWords.watched} />
      <AskWords {...filling} name="shows" says={libertyWords.shows} hint={libertyWords.showsHint} />
      <AskWords {...filling} name="less" says={libertyWords.less} />
      <AskWords {...filling} name="so" says={libertyWords.so} rows={5} />
      <AskOne
        {...filling}
        name="authorised"
        says={libertyWords.authorised}
        of={choicesOf(AUTHORISED_WORDS)}
      />
    </Asked>
  </Frame>
)
