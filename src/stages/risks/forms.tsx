import type { RiskView } from './view.ts'
import { AskDay, AskOne, AskWords, Asked, type Filling, choicesOf } from '../../table/asks.tsx'
import { mayDo } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { nameFor } from '../../table/reader.ts'
import { DECISION_WORDS, VIEW_WORDS, happenedWords, lookedWords, viewWords, weighWords } from './words.ts'

export const WeighForm = (filling: Filling) => (
  <Frame title={weighWords.title} errors={filling.errors}>
    <p class="govuk-body">{weighWords.intro}</p>
    <Asked visit={filling.visit} button={weighWords.keep}>
      <AskWords
        {...filling}
        name="activity"
        says={weighWords.activity}
        hint={weighWords.activityHint}
        rows={2}
      />
      <AskWords {...filling} name="wish" says={weighWords.wish} />
      <AskWords {...filling} name="good" says={weighWords.good} hint={weighWords.goodHint} />
      <AskWords {...filling} name="harm" says={weighWords.harm} />
      <AskWords {...filling} name="whom" says={weighWords.whom} hint={weighWords.whomHint} rows={2} />
      <AskWords
        {...filling}
        name="safeguards"
        says={weighWords.safeguards}
        hint={weighWords.safeguardsHint}
      />
      <AskWords
        {...filling}
        name="understands"
        says={weighWords.understands}
        hint={weighWords.understandsHint}
      />
      <AskOne {...filling} name="decision" says={weighWords.decision} of={choicesOf(DECISION_WORDS)} />
      <AskWords {...filling} name="why" says={weighWords.why} />
      <AskDay {...filling} name="again" says={weighWords.again} hint={weighWords.againHint} />
    </Asked>
  </Frame>
)

type OfRisk = Filling & { readonly view: RiskView }

export const ViewForm = ({ view, ...filling }: OfRisk) => {
  const { ctx } = filling.visit
  const others = mayDo(ctx, 'plan', 'judge')
  return (
    <Frame
      title={others ? viewWords.write : viewWords.say}
      caption={view.risk.activity}
      errors={filling.errors}
    >
      <Asked visit={filling.visit} button={viewWords.keep}>
        {others ? (
          <AskOne
            {...filling}
            name="party"
            says={viewWords.who}
            of={[...ctx.state.parties.keys()].map((id) => ({
              value: id,
              text: nameFor(ctx.reader, ctx.state, id),
            }))}
          />
        ) : null}
        <AskOne
          {...filling}
          name="view"
          says={others ? viewWords.view : viewWords.viewOwn}
          of={choicesOf(VIEW_WORDS)}
        />
        <AskWords
          {...filling}
          name="says"
          says={viewWords.why}
          hint={others ? viewWords.whyHint : undefined}
        />
      </Asked>
    </Frame>
  )
}

export const HappenedForm = ({ view, ...filling }: OfRisk) => (
  <Frame title={happenedWords.write} caption={view.risk.activity} errors={filling.errors}>
    <p class="govuk-body">{happenedWords.intro}</p>
    <Asked visit={filling.visit} button={happenedWords.keep}>
      <AskWords {...filling} name="says" says={happenedWords.what} />
      <AskDay {...filling} name="day" says={happenedWords.day} hint={happenedWords.dayHint} />
    </Asked>
  </Frame>
)

export const LookedForm = ({ view, ...filling }: OfRisk) => (
  <Frame title={lookedWords.title} caption={view.risk.activity} errors={filling.errors}>
    <p class="govuk-body">{lookedWords.intro}</p>
    <Asked visit={filling.visit} button={lookedWords.keep}>
      <AskWords {...filling} name="says" says={lookedWords.what} />
    </Asked>
  </Frame>
)
