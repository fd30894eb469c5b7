import { dateInWords } from '../../domain/dates/plain-date.ts'
import { AskDay, AskOne, AskWords, Asked, type Choices, type Filling } from '../../table/asks.tsx'
import { mayDo } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { nameFor, roleFor } from '../../table/reader.ts'
import { mayHandBack } from './decide-ahead.ts'
import { type OpenStep, openAhead, plannedMoves } from './view-ahead.ts'
import { aheadWords, backWords, keepWords, offWords, planWords, whoWords } from './words.ts'

const Nothing = ({
  title,
  says,
  errors,
}: Pick<Filling, 'errors'> & { readonly title: string; readonly says: string }) => (
  <Frame title={title} errors={errors}>
    <p class="govuk-body">{says}</p>
  </Frame>
)

export const PlanForm = (filling: Filling) => (
  <Frame title={planWords.title} errors={filling.errors}>
    <p class="govuk-body">{planWords.intro}</p>
    <LawHere step="moving" />
    <Asked visit={filling.visit} button={planWords.keep}>
      <AskOne
        {...filling}
        name="direction"
        says={planWords.direction}
        of={[
          { value: 'out', text: planWords.out },
          { value: 'in', text: planWords.in },
        ]}
      />
      <AskWords {...filling} name="other" says={planWords.other} rows={1} />
      <AskDay {...filling} name="day" says={planWords.day} hint={planWords.dayHint} />
      <AskWords {...filling} name="says" says={planWords.says} hint={planWords.saysHint} />
    </Asked>
  </Frame>
)

const stepChoices = (steps: readonly OpenStep[]): Choices =>
  steps.map(({ value, name, anchor, day }) => ({
    value,
    text: name,
    hint: anchor === undefined ? aheadWords.of18(dateInWords(day)) : aheadWords.ofMove(dateInWords(day)),
  }))

export const WhoForm = (filling: Filling) => {
  const { state, reader } = filling.visit.ctx
  const steps = openAhead(state)
  return steps.length === 0 ? (
    <Nothing title={whoWords.title} says={whoWords.nothing} errors={filling.errors} />
  ) : (
    <Frame title={whoWords.title} errors={filling.errors}>
      <p class="govuk-body">{whoWords.intro}</p>
      <Asked visit={filling.visit} button={whoWords.keep}>
        <AskOne {...filling} name="step" says={whoWords.step} of={stepChoices(steps)} />
        <AskOne
          {...filling}
          name="party"
          says={whoWords.who}
          of={[...state.parties.values()].map(({ id }) => ({
            value: id,
            text: nameFor(reader, state, id),
            hint: roleFor(reader, state, id),
          }))}
        />
        <AskDay {...filling} name="by" says={whoWords.by} hint={whoWords.byHint} />
        <AskWords {...filling} name="says" says={whoWords.says} hint={whoWords.saysHint} rows={2} />
      </Asked>
    </Frame>
  )
}

export const BackForm = (filling: Filling) => {
  const table = filling.visit.ctx
  const { state, reader } = table
  const isWorker = mayDo(table, 'asking', 'judge')
  const steps = openAhead(state).filter((step) => mayHandBack(step, reader.party, isWorker))
  return steps.length === 0 ? (
    <Nothing title={backWords.title} says={backWords.nothing} errors={filling.errors} />
  ) : (
    <Frame title={backWords.title} errors={filling.errors}>
      <p class="govuk-body">{backWords.intro}</p>
      <Asked visit={filling.visit} button={backWords.keep}>
        <AskOne
          {...filling}
          name="step"
          says={backWords.step}
          of={steps.map(({ value, name, promised }) => ({
            value,
            text: name,
            hint:
              promised === undefined
                ? undefined
                : backWords.has(nameFor(reader, state, promised.later.party), dateInWords(promised.later.by)),
          }))}
        />
        <AskWords {...filling} name="why" says={backWords.why} hint={backWords.whyHint} rows={3} />
      </Asked>
    </Frame>
  )
}

export const KeepForm = (filling: Filling) => {
  const steps = openAhead(filling.visit.ctx.state).filter(({ anchor }) => anchor !== undefined)
  return steps.length === 0 ? (
    <Nothing title={keepWords.title} says={keepWords.nothing} errors={filling.errors} />
  ) : (
    <Frame title={keepWords.title} errors={filling.errors}>
      <Asked visit={filling.visit} button={keepWords.keep}>
        <AskOne {...filling} name="step" says={keepWords.step} of={stepChoices(steps)} />
        <AskWords {...filling} name="says" says={keepWords.says} hint={keepWords.saysHint} rows={2} />
      </Asked>
    </Frame>
  )
}

export const OffForm = (filling: Filling) => {
  const planned = plannedMoves(filling.visit.ctx.state)
  return planned.length === 0 ? (
    <Nothing title={offWords.title} says={offWords.nothing} errors={filling.errors} />
  ) : (
    <Frame title={offWords.title} errors={filling.errors}>
      <p class="govuk-body">{offWords.intro}</p>
      <Asked visit={filling.visit} button={offWords.keep}>
        <AskOne
          {...filling}
          name="planned"
          says={offWords.which}
          of={planned.map(({ note, later }) => ({
            value: note.id,
            text: aheadWords.move(later.direction, later.other, dateInWords(later.day)),
          }))}
        />
        <AskWords {...filling} name="why" says={offWords.why} />
      </Asked>
    </Frame>
  )
}
