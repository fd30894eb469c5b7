import type { Answer, Step } from '../../domain/answer.ts'
import type { Comparison } from '../../domain/care-act/compare-with-decision.ts'
import type { ConditionFinding, Eligibility, MetByCarer } from '../../domain/care-act/eligibility.ts'
import { TOPIC_WORDS, isTopic } from '../../domain/outcomes/topics.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { EligibilityGiven } from '../../record/gives.ts'
import { disputesBeneath } from '../../record/resting.ts'
import { find } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { WarningText } from '../../platform/govuk/warning-text.tsx'
import { AtStage } from '../../table/at-stage.tsx'
import { type AtTable, mayAdd, mayDo, recordPath, disputePath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { placeToAnswer, questionOf } from '../../table/questions.ts'
import { Reasons } from '../../table/reasons.tsx'
import { nameFor, nameWithin } from '../../table/reader.ts'
import { DisputeNote } from '../../table/standing-dispute.tsx'
import {
  CARER_CONDITION_WORDS,
  CONDITION_WORDS,
  ELIGIBLE_WORDS,
  FINDING_WORDS,
  MET_WORDS,
  words,
} from './words.ts'

type Given = EligibilityGiven<string>

const Conditions = ({
  table,
  conditions,
  carer,
}: {
  readonly table: AtTable
  readonly conditions: readonly ConditionFinding[]
  readonly carer: boolean
}) => (
  <ol class="rt-conditions">
    {conditions.map(({ condition, met, because }) => (
      <li class={`rt-condition rt-condition--${met}`}>
        <h3 class="govuk-heading-s">
          {(carer ? CARER_CONDITION_WORDS : CONDITION_WORDS)[condition]}{' '}
          <Tag
            class={
              met === 'yes' ? 'govuk-tag--green' : met === 'no' ? 'govuk-tag--grey' : 'govuk-tag--yellow'
            }
          >
            {MET_WORDS[met]}
          </Tag>
        </h3>
        <Details summary="How this was worked out" open={met === 'open'}>
          <Reasons table={table} steps={because} />
        </Details>
      </li>
    ))}
  </ol>
)

/** A need rests on many words. Beside one part of life stand those that are about it; all of them where none is. */
function saidOf({ state }: AtTable, outcome: string, step: Step): Step {
  const entries = step.entries ?? []
  const isAbout = (id: string): boolean => {
    const entry = state.byId.get(id)
    return entry?.kind === 'statement' && entry.topic === outcome
  }
  if (!entries.some(isAbout)) return step
  return {
    ...step,
    entries: entries.filter((id) => isAbout(id) || state.byId.get(id)?.kind !== 'statement'),
  }
}

const Outcomes = ({
  table,
  eligibility,
}: {
  readonly table: AtTable
  readonly eligibility: Eligibility<string>
}) => {
  const onPaper = new Set<string>()
  return (
    <>
      <h2 class="govuk-heading-m">{words.outcomes}</h2>
      <ul class="rt-outcomes">
        {eligibility.outcomes.map(({ outcome, finding, because }) => (
          <li class="rt-outcome">
            <strong>{isTopic(outcome) ? TOPIC_WORDS[outcome] : 'The carer’s own health'}</strong>
            {': '}
            {FINDING_WORDS[finding]}
            {because.length === 0 || finding === 'none' ? null : (
              <Details
                summary={
                  <>
                    Why
                    <span class="govuk-visually-hidden">
                      : {isTopic(outcome) ? TOPIC_WORDS[outcome] : 'health'}
                    </span>
                  </>
                }
              >
                <Reasons
                  table={table}
                  steps={because.map((step) => saidOf(table, outcome, step))}
                  onPaper={onPaper}
                />
              </Details>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const Unpaid = ({ table, met }: { readonly table: AtTable; readonly met: readonly MetByCarer[] }) =>
  met.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{words.metByCarer}</h2>
      <p class="govuk-body">{words.metByCarerIntro}</p>
      {met.map(({ because }) => (
        <Reasons table={table} steps={because} />
      ))}
    </>
  )

const StillToAsk = ({ table, given }: { readonly table: AtTable; readonly given: Answer<unknown> }) =>
  given.kind !== 'needs' ? null : (
    <>
      <h3 class="govuk-heading-s">{words.stillNeeded}</h3>
      <p class="govuk-body">{words.stillNeededIntro}</p>
      <ul class="govuk-list govuk-list--bullet">
        {given.facts.map((fact) => (
          <li>
            {mayDo(table, 'conversation', 'say') ? (
              <a
                class="govuk-link"
                href={recordPath(table.record, ...placeToAnswer(fact, mayDo(table, 'conversation', 'judge')))}
              >
                {questionOf(fact, table.state)}
              </a>
            ) : (
              questionOf(fact, table.state)
            )}
          </li>
        ))}
      </ul>
    </>
  )

const GivenPart = ({
  table,
  given,
  carer,
}: {
  readonly table: AtTable
  readonly given: Given
  readonly carer: boolean
}) => {
  const answer = given.given
  return (
    <section>
      <h2 class="govuk-heading-m">{words.given}</h2>
      {answer.kind === 'known' ? (
        <>
          <p class="govuk-body rt-verdict">
            {answer.value.eligible
              ? 'The recorded facts meet the rules.'
              : 'The recorded facts do not meet the rules.'}
          </p>
          <Conditions table={table} conditions={answer.value.conditions} carer={carer} />
        </>
      ) : null}
      {answer.kind === 'does-not-apply' ? <Reasons table={table} steps={answer.because} /> : null}
      <StillToAsk table={table} given={answer} />
    </section>
  )
}

/** Outcome by outcome, below what the facts give and what was decided: the longest part, and the last to be read. */
const OneByOne = ({ table, given }: { readonly table: AtTable; readonly given: Given }) =>
  given.given.kind === 'known' ? (
    <section>
      <Outcomes table={table} eligibility={given.given.value} />
      <Unpaid table={table} met={given.given.value.metByCarer} />
    </section>
  ) : null

const Compared = ({
  table,
  compared,
}: {
  readonly table: AtTable
  readonly compared: Answer<Comparison> | undefined
}) => {
  if (compared?.kind !== 'known') return null
  if (!compared.value.differs && !compared.value.atOddsWithItself)
    return <p class="govuk-body">{words.same}</p>
  return (
    <>
      <WarningText>
        {words.differs}. It is a question for both sides: the facts may be incomplete, and the decision is the
        council’s.
      </WarningText>
      <Reasons table={table} steps={compared.because} />
    </>
  )
}

const Decided = ({ table, given }: { readonly table: AtTable; readonly given: Given }) => {
  const { decided, assessment } = given
  const { state, reader, record } = table
  return (
    <section>
      <h2 class="govuk-heading-m">{words.decision}</h2>
      {decided === undefined ? (
        <>
          <p class="govuk-body">{words.notDecided}</p>
          {assessment !== undefined &&
          mayAdd(table, 'eligibility') &&
          mayDo(table, 'eligibility', 'decide') ? (
            <ButtonLink href={recordPath(record, 'eligibility', assessment.id, 'decide')}>
              {words.decide}
            </ButtonLink>
          ) : null}
        </>
      ) : (
        <>
          <p class="govuk-body rt-verdict">
            {ELIGIBLE_WORDS(decided)}, decided by {nameWithin(reader, state, decided.by)} on{' '}
            {dateInWords(dayOfWhen(decided.on))}.
          </p>
          <p class="govuk-body">“{decided.reasons === '' ? 'No reasons were given.' : decided.reasons}”</p>
          <ul class="govuk-list govuk-list--bullet">
            {decided.needs.map(({ need, eligible, why }) => (
              <li>
                <strong>{find(state, 'need', need)?.text ?? 'A need that you cannot see'}</strong>:{' '}
                {eligible ? 'eligible' : 'not eligible'}. {why === '' ? 'No reason was given.' : why}
              </li>
            ))}
          </ul>
          {disputesBeneath(state, decided.id).map((dispute) => (
            <DisputeNote table={table} dispute={dispute} beneath={dispute.of?.id !== decided.id} />
          ))}
          <Compared table={table} compared={given.compared} />
          {mayDo(table, given.subject === state.person.id ? 'eligibility' : 'carers-own', 'dispute') ? (
            <p class="govuk-body rt-no-print">
              <a class="govuk-link" href={disputePath(record, decided.id)}>
                This decision is wrong
              </a>
            </p>
          ) : null}
        </>
      )}
    </section>
  )
}

/** The facts under the regulations and the council's decision, side by side, for the person and for each carer whose it is. */
export const EligibilityPage = ({
  table,
  person,
  carers,
}: {
  readonly table: AtTable
  readonly person: Given | undefined
  readonly carers: readonly Given[]
}) => (
  <Frame title={words.title}>
    <p class="govuk-body-l">{words.intro}</p>
    <AtStage table={table} stage="eligibility" />
    {person === undefined ? null : (
      <>
        <div class="rt-two">
          <GivenPart table={table} given={person} carer={false} />
          <Decided table={table} given={person} />
        </div>
        <OneByOne table={table} given={person} />
      </>
    )}
    {person === undefined && carers.length === 0 ? <p class="govuk-body">{words.nothingOwn}</p> : null}
    {carers.map((carer) => (
      <>
        <h2 class="govuk-heading-l">
          {carer.subject === table.reader.party
            ? 'Your own needs as a carer'
            : `${nameFor(table.reader, table.state, carer.subject)}: a carer’s own needs`}
        </h2>
        <div class="rt-two">
          <GivenPart table={table} given={carer} carer={true} />
          <Decided table={table} given={carer} />
        </div>
        <OneByOne table={table} given={carer} />
      </>
    ))}
  </Frame>
)
