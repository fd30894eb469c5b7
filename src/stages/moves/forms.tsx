import { AskDay, AskOne, AskWords, Asked, type Filling, YES_OR_NO, choicesOf } from '../../table/asks.tsx'
import { Frame } from '../../table/frame.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { EVENT_WORDS, PATHWAY_WORDS, TO_WORDS, hospitalWords, movedWords } from './words.ts'

export const HospitalForm = (filling: Filling) => (
  <Frame title={hospitalWords.title} errors={filling.errors}>
    <LawHere step="hospital" />
    <Asked visit={filling.visit} button={hospitalWords.keep}>
      <AskOne {...filling} name="event" says={hospitalWords.event} of={choicesOf(EVENT_WORDS)} />
      <AskDay {...filling} name="day" says={hospitalWords.day} />
      <AskOne {...filling} name="to" says={hospitalWords.to} of={choicesOf(TO_WORDS)} />
      <AskOne
        {...filling}
        name="pathway"
        says={hospitalWords.pathway}
        of={PATHWAY_WORDS.map((text, number) => ({ value: String(number), text }))}
      />
      <AskWords
        {...filling}
        name="meanwhile"
        says={hospitalWords.meanwhile}
        hint={hospitalWords.meanwhileHint}
        rows={4}
      />
      <AskWords {...filling} name="says" says={hospitalWords.says} hint={hospitalWords.saysHint} rows={2} />
    </Asked>
  </Frame>
)

export const MovedForm = (filling: Filling) => (
  <Frame title={movedWords.title} errors={filling.errors}>
    <p class="govuk-body">{movedWords.intro}</p>
    <LawHere step="moving" />
    <Asked visit={filling.visit} button={movedWords.keep}>
      <AskOne
        {...filling}
        name="direction"
        says={movedWords.direction}
        of={[
          { value: 'in', text: movedWords.in },
          { value: 'out', text: movedWords.out },
        ]}
      />
      <AskWords {...filling} name="other" says={movedWords.other} rows={1} />
      <AskDay {...filling} name="day" says={movedWords.day} />
      <AskOne {...filling} name="plan" says={movedWords.plan} of={YES_OR_NO} />
      <AskOne
        {...filling}
        name="told"
        says={movedWords.told}
        of={[...YES_OR_NO, { value: 'unknown', text: 'It is not known' }]}
      />
    </Asked>
  </Frame>
)
