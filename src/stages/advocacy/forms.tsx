import {
  AskDay,
  AskOne,
  AskWords,
  Asked,
  type Choices,
  type Filling,
  YES_OR_NO,
  choicesOf,
} from '../../table/asks.tsx'
import { Frame } from '../../table/frame.tsx'
import { HowTold } from '../../table/how-told.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { OnPaper } from '../../table/paper-form.tsx'
import { nameFor, roleFor } from '../../table/reader.ts'
import { numbered } from '../../record/paper-form.ts'
import { DECISION_WORDS, DIFFICULTIES, DIFFICULTY_WORDS, STEP_WORDS, askWords, metWords } from './words.ts'
import { ADVOCACY_FORM } from './words-paper.ts'

const people = ({ visit: { ctx } }: Filling, roles: readonly string[]): Choices =>
  [...ctx.state.parties.values()]
    .filter(({ role }) => roles.includes(role))
    .map(({ id, paid }) => ({
      value: id,
      text: nameFor(ctx.reader, ctx.state, id),
      hint: `${roleFor(ctx.reader, ctx.state, id)}${paid === true ? '; paid to care for the person' : ''}`,
    }))

/** With the number that the question has on paper too. */
const asked = (name: string, says: string): string => numbered(ADVOCACY_FORM, name, says)

const COULD_HELP = ['carer', 'family', 'friend', 'attorney', 'deputy', 'provider', 'nhs']

export const AskForm = (filling: Filling) => (
  <Frame title={askWords.title} errors={filling.errors}>
    <p class="govuk-body">{askWords.intro}</p>
    <LawHere step="advocacy" />
    <OnPaper table={filling.visit.ctx} form={ADVOCACY_FORM} />
    <Asked visit={filling.visit} button={askWords.keep}>
      <HowTold typed={filling.typed} form={ADVOCACY_FORM.number} own={askWords.noted} />
      <AskOne {...filling} name="at" says={askWords.at} of={choicesOf(STEP_WORDS)} />
      {DIFFICULTIES.map((each) => (
        <AskOne
          {...filling}
          name={each}
          says={asked(each, `Very hard without help? ${DIFFICULTY_WORDS[each]}`)}
          of={YES_OR_NO}
        />
      ))}
      <AskOne
        {...filling}
        name="supporter"
        says={asked('supporter', askWords.supporter)}
        hint={askWords.supporterHint}
        of={[...people(filling, COULD_HELP), { value: 'nobody', text: askWords.nobody }]}
      />
      <AskOne
        {...filling}
        name="agrees"
        says={asked('agrees', askWords.agrees)}
        hint={askWords.agreesHint}
        of={YES_OR_NO}
      />
      <AskOne {...filling} name="decision" says={askWords.decision} of={choicesOf(DECISION_WORDS)} />
      <AskOne
        {...filling}
        name="advocate"
        says={askWords.advocate}
        of={[...people(filling, ['advocate']), { value: 'nobody', text: 'Nobody yet' }]}
      />
      <AskWords {...filling} name="says" says={asked('says', askWords.note)} hint={askWords.noteHint} />
    </Asked>
  </Frame>
)

export const MetForm = (filling: Filling) => (
  <Frame title={metWords.title} errors={filling.errors}>
    <p class="govuk-body">{metWords.intro}</p>
    <Asked visit={filling.visit} button={metWords.keep}>
      <AskDay {...filling} name="day" says={metWords.day} />
      <AskWords {...filling} name="says" says={metWords.says} hint={metWords.saysHint} />
    </Asked>
  </Frame>
)
