import { ADULT_OUTCOMES, CARER_OUTCOMES, TOPIC_WORDS, type Topic } from '../../domain/outcomes/topics.ts'
import { WELLBEING_AREAS, WELLBEING_WORDS } from '../../domain/outcomes/wellbeing.ts'
import type { EntryOf } from '../../record/entries.ts'
import { all } from '../../record/state.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf, textsOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { nameFor } from '../../table/reader.ts'
import { shortened } from '../../table/said.tsx'
import { openAssessments } from './view.ts'
import { IMPACT_WORDS, TEST_WORDS, begun, needWords } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** Whose need: the person's, or of a carer whose assessment is open. */
export const subjectsOf = (table: AtTable): readonly string[] => [
  ...new Set(openAssessments(table.state).map(({ subject }) => subject)),
]

/** Whose need is found, said before anything is asked; where it could be of several, the form asks. */
const whoseWords = ({ state, reader, ...table }: AtTable): string | undefined => {
  const [one, ...others] = subjectsOf({ state, reader, ...table })
  if (one === undefined || others.length > 0) return undefined
  const name = state.parties.get(one)?.name ?? ''
  return one === state.person.id ? name : `${name}, as a carer`
}

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

const Whose = ({ visit, errors, typed }: Props) => {
  const { state, reader } = visit.ctx
  const subjects = subjectsOf(visit.ctx)
  if (subjects.length < 2)
    return <input type="hidden" name="subject" value={subjects[0] ?? state.person.id} />
  return (
    <Radios
      name="subject"
      legend={legend('Whose need is it?')}
      error={errorAt(errors, 'subject')}
      value={textOf(typed, 'subject')}
      items={subjects.map((subject) => ({ value: subject, text: nameFor(reader, state, subject) }))}
    />
  )
}

/** What was said of the parts of daily life that are asked about comes first; all else stands folded below. */
const Basis = ({ visit, typed, topics }: Props & { readonly topics: readonly Topic[] }) => {
  const { state, reader } = visit.ctx
  const place = (topic: Topic) => topics.indexOf(topic)
  const said = all(state, 'statement').toSorted((a, b) => place(a.topic) - place(b.topic))
  const ticked = textsOf(typed, 'statements')
  const itemOf = (statement: EntryOf<'statement'>) => ({
    value: statement.id,
    text: `${TOPIC_WORDS[statement.topic]}: ${nameFor(reader, state, statement['said-by'])}, “${shortened(statement.text, 90)}”`,
  })
  const first = said.filter(({ topic }) => topics.includes(topic))
  const rest = said.filter(({ topic }) => !topics.includes(topic))
  return (
    <>
      {first.length === 0 ? null : (
        <Checkboxes
          name="statements"
          class="govuk-checkboxes--small"
          legend={legend(needWords.statements)}
          values={ticked}
          items={first.map(itemOf)}
        />
      )}
      {rest.length === 0 ? null : (
        <Details
          summary={needWords.statementsMore(rest.length)}
          open={first.length === 0 || rest.some(({ id }) => ticked.includes(id))}
        >
          <Checkboxes
            name="statements"
            idPrefix="statements-more"
            class="govuk-checkboxes--small"
            legend={{
              text: needWords.statements,
              class: first.length === 0 ? 'govuk-fieldset__legend--m' : 'govuk-visually-hidden',
            }}
            values={ticked}
            items={rest.map(itemOf)}
          />
        </Details>
      )}
    </>
  )
}

const MetBy = ({ visit, typed }: Props) => {
  const { state, reader } = visit.ctx
  const helpers = [...new Set(all(state, 'carer-identified').map(({ carer }) => carer))].filter((carer) => {
    const latest = all(state, 'carer-identified').findLast((given) => given.carer === carer)
    return latest?.willing === true && latest.able
  })
  if (helpers.length === 0) return null
  return (
    <Radios
      name="metBy"
      legend={legend(needWords.metBy)}
      hint={needWords.metByHint}
      value={textOf(typed, 'metBy')}
      items={[
        ...helpers.map((carer) => ({ value: carer, text: nameFor(reader, state, carer) })),
        { divider: 'or' },
        { value: '', text: needWords.metByNobody },
      ]}
    />
  )
}

export const NeedForm = (props: Props) => {
  const { visit, errors, typed } = props
  const { state, head } = visit.ctx
  const carers = subjectsOf(visit.ctx).some((subject) => subject !== state.person.id)
  const topics =
    subjectsOf(visit.ctx).includes(state.person.id) || !carers
      ? [...ADULT_OUTCOMES, ...(carers ? CARER_OUTCOMES : [])]
      : CARER_OUTCOMES
  return (
    <Frame title={needWords.title} caption={whoseWords(visit.ctx)} errors={errors}>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        <Whose {...props} />
        <Input
          name="text"
          label={{ text: needWords.text, class: 'govuk-label--m' }}
          error={errorAt(errors, 'text')}
          value={textOf(typed, 'text')}
        />
        <Checkboxes
          name="topics"
          class="govuk-checkboxes--small"
          legend={legend(needWords.topics)}
          error={errorAt(errors, 'topics')}
          values={textsOf(typed, 'topics')}
          items={topics.map((topic) => ({ value: topic, text: TOPIC_WORDS[topic] }))}
        />
        <Input
          name="cause"
          label={{ text: needWords.cause, class: 'govuk-label--m' }}
          hint={`${needWords.causeHint}${carers ? ' For a carer: the care that they give.' : ''}`}
          error={errorAt(errors, 'cause')}
          value={textOf(typed, 'cause')}
        />
        <Radios
          name="test"
          legend={legend(needWords.test)}
          error={errorAt(errors, 'test')}
          value={textOf(typed, 'test')}
          items={Object.entries(TEST_WORDS)
            .filter(([test]) => test !== 'health' || carers)
            .map(([test, text]) => ({ value: test, text }))}
        />
        <Checkboxes
          name="wellbeing"
          class="govuk-checkboxes--small"
          legend={legend(needWords.wellbeing)}
          error={errorAt(errors, 'wellbeing')}
          values={textsOf(typed, 'wellbeing')}
          items={WELLBEING_AREAS.map((area) => ({ value: area, text: begun(WELLBEING_WORDS[area]) }))}
        />
        <Radios
          name="impact"
          legend={legend(needWords.impact)}
          error={errorAt(errors, 'impact')}
          value={textOf(typed, 'impact')}
          items={Object.entries(IMPACT_WORDS).map(([impact, text]) => ({ value: impact, text }))}
        />
        <Textarea
          name="impactWhy"
          label={{ text: needWords.impactWhy, class: 'govuk-label--m' }}
          error={errorAt(errors, 'impactWhy')}
          value={textOf(typed, 'impactWhy')}
          rows={3}
        />
        <MetBy {...props} />
        <Basis {...props} topics={topics} />
        <Button>{needWords.keep}</Button>
      </form>
    </Frame>
  )
}
