import type { ContractEntryOf } from '../../domain/contracts/entries.ts'
import { outcomesFor } from '../../domain/contracts/outcomes.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtContract } from './door.ts'
import { ContractHeading, contractPath } from './laid.tsx'
import { evidenceOf, whoSaid } from './view-evidence.ts'
import { words } from './words.ts'

const COUNCIL_ROLES = ['commissioner', 'manager', 'social-worker', 'finance']

/** Everybody’s agreed outcomes, and where each stands: those that were reached are folded up. */
export const Outcomes = ({ at }: { readonly at: AtContract }) => {
  const { ledger, today } = at
  const facts = outcomesFor(ledger.award.terms, ledger, { from: ledger.span.from, to: today })
  const open = facts.filter((fact) => !isOver(fact))
  const over = facts.filter(isOver)
  return (
    <ContractHeading at={at} title="Outcomes that were agreed">
      {facts.length === 0 ? (
        <InsetText>No outcome was agreed under this contract yet.</InsetText>
      ) : (
        <p class="govuk-body">
          {counted(facts.length)} agreed: {over.length} reached, {open.length} not reached, left out, held, or
          waiting for the person’s answer.
        </p>
      )}
      <OutcomeTable at={at} facts={open} caption="Outcomes not reached, left out, held or waiting" />
      {over.length === 0 ? null : (
        <Details summary={`${counted(over.length)} reached`}>
          <OutcomeTable at={at} facts={over} caption="Outcomes reached" />
        </Details>
      )}
    </ContractHeading>
  )
}

const counted = (count: number): string => (count === 1 ? '1 outcome' : `${count} outcomes`)
const isOver = ({ state }: Fact): boolean => state.kind === 'reached'

type TableProps = {
  readonly at: AtContract
  readonly facts: readonly Fact[]
  readonly caption: string
}

const OutcomeTable = ({ at, facts, caption }: TableProps) => {
  const mayExclude = facts.some(({ state }) => state.kind === 'waiting' || state.kind === 'not-reached')
  return facts.length === 0 ? null : (
    <Table
      caption={caption}
      captionClass="govuk-visually-hidden"
      stacks
      head={['Person', 'Outcome', 'Due', 'Where it stands', ...(mayExclude ? ['What you can do'] : [])]}
      rows={facts.map(({ outcome, state }) => [
        at.nameOf(outcome.person),
        `“${outcome.goal}”`,
        dateInWords(outcome.due),
        inBrief(at, outcome, state),
        ...(mayExclude ? [<ToDo at={at} outcome={outcome} state={state} />] : []),
      ])}
    />
  )
}

const ToDo = ({ at, outcome, state }: { readonly at: AtContract } & Fact) =>
  state.kind === 'waiting' || state.kind === 'not-reached' ? (
    <a class="govuk-link" href={contractPath(at.opened.id, 'outcomes', outcome.id)}>
      Exclude
      <span class="govuk-visually-hidden">
        {' '}
        “{outcome.goal}”, {at.nameOf(outcome.person)}
      </span>
    </a>
  ) : (
    <>{state.kind === 'held' ? 'Answer what was raised' : 'Nothing'}</>
  )

type Fact = ReturnType<typeof outcomesFor>[number]

function inBrief({ ledger, said }: AtContract, outcome: Fact['outcome'], state: Fact['state']): string {
  switch (state.kind) {
    case 'reached':
      return `Reached, as ${whoSaid(ledger, state.confirmed.by, outcome.person)} said on ${dateInWords(state.confirmed.on)}.${said(state.confirmed.id)}`
    case 'held':
      return `Reached; the money waits: ${state.hold.why}`
    case 'not-reached':
      return state.why
    case 'excluded':
      return `Excluded: ${state.excluded.why}`
    case 'waiting':
      return 'Nobody has said yet if it was reached. No answer is never a yes'
  }
}

type ExcludeProps = {
  readonly visit: Visit<AtContract>
  readonly outcome: ContractEntryOf<'outcome-agreed'>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

export const REASON_WORDS = {
  death: 'The person has died',
  hospital: 'The person is in hospital',
  'change-of-mind': 'The person wants something else now',
  moved: 'The person has moved away',
  other: 'Something else that is not the provider’s doing',
} as const

/** Taking an outcome out, for a reason that is nobody’s doing; somebody at the council approves it by name. */
export const Exclude = ({ visit, outcome, errors, typed }: ExcludeProps) => {
  const at = visit.ctx
  const council = at.opened.file.parties.filter(({ role }) => COUNCIL_ROLES.includes(role))
  return (
    <ContractHeading at={at} title={words.exclude} errors={errors}>
      <p class="govuk-body">
        {at.nameOf(outcome.person)}: “{outcome.goal}”, due {dateInWords(outcome.due)}.
      </p>
      <p class="govuk-body">
        It falls out of what was agreed, and the person’s other outcomes carry its weight. It is held against
        nobody. How often this happens is watched.
      </p>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={at.opened.head} />
        <Radios
          name="reason"
          legend={{ text: 'What happened', class: 'govuk-fieldset__legend--m' }}
          error={errorAt(errors, 'reason')}
          value={textOf(typed, 'reason')}
          items={Object.entries(REASON_WORDS).map(([value, text]) => ({ value, text }))}
        />
        <Textarea
          name="why"
          label={{ text: 'In a sentence', class: 'govuk-label--m' }}
          error={errorAt(errors, 'why')}
          value={textOf(typed, 'why')}
          rows={3}
        />
        <Radios
          name="approver"
          legend={{ text: 'Who at the council approved it', class: 'govuk-fieldset__legend--m' }}
          hint="Not the provider, and by name."
          error={errorAt(errors, 'approver')}
          value={textOf(typed, 'approver')}
          items={council.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <Button>{words.exclude}</Button>
      </form>
    </ContractHeading>
  )
}

type AnswerProps = {
  readonly visit: Visit<AtContract>
  readonly matter: ContractEntryOf<'challenged'> | ContractEntryOf<'contested'>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** What a social worker or the person raised: what was said, and the council’s answer, on which money waits. */
export const AnswerMatter = ({ visit, matter, errors, typed }: AnswerProps) => {
  const at = visit.ctx
  const { ledger, opened, nameOf } = at
  const answers = ledger.entries.filter(
    (entry) => entry.kind === 'answered' && ledger.byId.get(entry.of)?.id === matter.id,
  )
  return (
    <ContractHeading at={at} title={words.answerTitle} errors={errors}>
      {[matter, ...answers].map((entry) => {
        const { says, words: own } = evidenceOf(ledger, entry, nameOf, at.said)
        return (
          <blockquote class="rt-block">
            <p class="govuk-body">
              {says} {own === undefined ? null : <q class="rt-quote">{own}</q>}
            </p>
          </blockquote>
        )
      })}
      <p class="govuk-body">
        Outcome money waits for the answer. Care given is paid all the same. What the provider says to it is
        heard, and does not release the money.
      </p>
      <form method="post" novalidate id="form" class="rt-no-print">
        <FormSeal visit={visit} head={opened.head} />
        <Radios
          name="upheld"
          legend={{ text: 'What you found', class: 'govuk-fieldset__legend--m' }}
          error={errorAt(errors, 'upheld')}
          value={textOf(typed, 'upheld')}
          items={[
            {
              value: 'yes',
              text: 'It is so',
              hint:
                matter.kind === 'contested'
                  ? 'The outcome counts as not reached, and what was paid for it is claimed back.'
                  : 'It stands in the ledger for all to see, and what waited goes on. Agree with the provider what follows.',
            },
            { value: 'no', text: 'It is not so', hint: 'What waited is paid with the next settlement.' },
          ]}
        />
        <Textarea
          name="says"
          label={{ text: 'What you found, and how', class: 'govuk-label--m' }}
          hint="The person, their social worker and the provider read it."
          error={errorAt(errors, 'says')}
          value={textOf(typed, 'says')}
          rows={4}
        />
        <Button>{words.answer}</Button>
      </form>
    </ContractHeading>
  )
}
