import type { IndicativeBudget } from '../../domain/allocation/budget.ts'
import { weekOf } from '../../domain/allocation/both-ways.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { RangeBar } from '../../platform/govuk/pictures/range-bar.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import type { Visit } from '../../platform/web/page.ts'
import { AtStage } from '../../table/at-stage.tsx'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { placeToAnswer, questionOf } from '../../table/questions.ts'
import { Reasons } from '../../table/reasons.tsx'
import { isThePerson, nameFor } from '../../table/reader.ts'
import { DisputedMark } from '../../table/standing-dispute.tsx'
import { shortened } from '../../table/said.tsx'
import { InWriting } from './in-writing.tsx'
import { BudgetLine, Picture } from './lines.tsx'
import { MeantimeNow } from './meantime.tsx'
import { SumTable } from './sum-table.tsx'
import { type BudgetView, notSpokenOf } from './view.ts'
import { NOT_COUNTED_WORDS, showWords, words } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  /** Left out for a carer, who comes for their own sum alone. */
  readonly person: BudgetView | undefined
  readonly carers: readonly BudgetView[]
}

/** What is disputed behind the sum, and the sum both ways, before anything else is read. */
const Disputed = ({ table, view }: { readonly table: AtTable; readonly view: BudgetView }) => {
  if (view.disputes.length === 0) return null
  const { reader, state, record } = table
  const now = weekOf(view.both.setAside)
  const stands = weekOf(view.both.ifAllStand)
  return (
    <section class="rt-disputed rt-disputed--sum" aria-labelledby="disputed">
      <h2 class="govuk-heading-m" id="disputed">
        <DisputedMark />{' '}
        {view.disputes.length === 1
          ? 'One fact behind this sum is disputed'
          : `${view.disputes.length} facts behind this sum are disputed`}
      </h2>
      <ul class="govuk-list">
        {view.disputes.map(({ dispute }) => (
          <li>
            {nameFor(reader, state, dispute.by)}: <q>{shortened(dispute.says, 160)}</q>{' '}
            <a class="govuk-link" href={recordPath(record, 'challenge', dispute.id)}>
              See the disagreement<span class="govuk-visually-hidden">: {shortened(dispute.says, 40)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body">Until it is settled both sums are shown.</p>
      {now === undefined || stands === undefined ? null : (
        <ul class="rt-both">
          <li>
            <strong>{inWords(now)}</strong> a week with what is disputed left out
          </li>
          <li>
            <strong>{inWords(stands)}</strong> a week if what is in the record stands
          </li>
        </ul>
      )}
    </section>
  )
}

const Sum = ({
  view,
  budget,
  id,
}: {
  readonly view: BudgetView
  readonly budget: IndicativeBudget
  readonly id: string
}) => {
  const stands = view.disputes.length > 0 ? weekOf(view.both.ifAllStand) : undefined
  const now = { value: budget.weekly, shown: inWords(budget.weekly), label: 'The sum' }
  const other =
    stands === undefined || stands === budget.weekly
      ? undefined
      : { value: stands, shown: inWords(stands), label: 'If what is disputed stands' }
  return (
    <>
      <p class="rt-sum">
        <strong class="rt-sum__figure">{inWords(budget.weekly)}</strong> {words.aWeek}
      </p>
      <RangeBar
        id={`${id}range`}
        title={`From ${inWords(budget.low)} to ${inWords(budget.high)} a week`}
        low={{ value: budget.low, shown: inWords(budget.low) }}
        high={{ value: budget.high, shown: inWords(budget.high) }}
        rangeLabel={words.range}
        marks={other === undefined ? [now] : [now, other]}
      />
      <p class="govuk-body">
        Worked out on {dateInWords(budget.on)} by{' '}
        <a class="govuk-link" href="/model">
          {budget.model.name}, version {budget.model.version}
        </a>
        .
        {budget.asIfNoCarer === budget.weekly
          ? null
          : ` ${words.noCarer}, it would be ${inWords(budget.asIfNoCarer)} a week.`}
      </p>
      <SumTable budget={budget} />
    </>
  )
}

const Once = ({ table, budget }: { readonly table: AtTable; readonly budget: IndicativeBudget }) =>
  budget.once.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{words.once}</h2>
      <ul class="rt-lines">
        {budget.once.map((line) => (
          <li class="rt-line">
            <h3 class="rt-line__name">
              {line.what}
              <span class="rt-line__sum">{inWords(line.once)}</span>
            </h3>
            <Details
              summary={
                <>
                  {words.howWorkedOut}
                  <span class="govuk-visually-hidden">: {line.what}</span>
                </>
              }
            >
              <Reasons table={table} steps={line.because} />
            </Details>
          </li>
        ))}
      </ul>
    </section>
  )

const StillToAsk = ({ table, view }: { readonly table: AtTable; readonly view: BudgetView }) => {
  const answer = view.both.setAside
  const facts =
    answer.kind === 'needs' ? answer.facts : answer.kind === 'known' ? answer.value.stillNeeds : []
  const notCounted = answer.kind === 'known' ? answer.value.notCounted : []
  const unspoken = view.whose.whose === 'person' ? notSpokenOf(table.state) : []
  return (
    <>
      {facts.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m">{words.stillToAsk}</h2>
          <p class="govuk-body">{words.stillToAskIntro}</p>
          <ul class="govuk-list govuk-list--bullet">
            {facts.map((fact) => (
              <li>
                {mayDo(table, 'conversation', 'say') ? (
                  <a
                    class="govuk-link"
                    href={recordPath(
                      table.record,
                      ...placeToAnswer(fact, mayDo(table, 'conversation', 'judge')),
                    )}
                  >
                    {questionOf(fact, table.state)}
                  </a>
                ) : (
                  questionOf(fact, table.state)
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {notCounted.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m">{words.notCounted}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {notCounted.map(({ topic, why }) => (
              <li>
                {TOPIC_WORDS[topic]}: {NOT_COUNTED_WORDS[why]}.
              </li>
            ))}
          </ul>
        </section>
      )}
      {unspoken.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m">{words.notSpokenOf}</h2>
          <p class="govuk-body">{words.stillToAskIntro}</p>
          <ul class="govuk-list govuk-list--bullet">
            {unspoken.map((topic) => (
              <li>
                <a class="govuk-link" href={recordPath(table.record, 'conversation', topic)}>
                  {TOPIC_WORDS[topic]}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** A budget with nothing left in the dark: the sum, where it comes from, each line's reasons, and what is still to be asked. */
const Budget = ({
  visit,
  view,
  id,
}: {
  readonly visit: Visit<AtTable>
  readonly view: BudgetView
  readonly id: string
}) => {
  const table = visit.ctx
  const answer = view.both.setAside
  const disputed = new Set(view.disputes.flatMap(({ of }) => (of === undefined ? [] : [of.id])))
  return (
    <>
      <Disputed table={table} view={view} />
      {answer.kind === 'known' ? (
        <>
          <Sum view={view} budget={answer.value} id={id} />
          {answer.value.needsRecorded ? null : <InsetText>{words.noNeedYet}</InsetText>}
          <h2 class="govuk-heading-m">{words.comesFrom}</h2>
          <Picture budget={answer.value} id={id} />
          <ul class="rt-lines">
            {answer.value.lines.map((line) => (
              <BudgetLine
                table={table}
                line={line}
                id={id}
                disputed={disputed}
                changes={view.changes.get(line.id) ?? []}
              />
            ))}
          </ul>
          <Once table={table} budget={answer.value} />
        </>
      ) : (
        <>
          <h2 class="govuk-heading-m">{words.nothingYet}</h2>
          {answer.kind === 'does-not-apply' ? <Reasons table={table} steps={answer.because} /> : null}
        </>
      )}
      <StillToAsk table={table} view={view} />
    </>
  )
}

/** The sum by points, and whether the two are far apart: a starting point to ask from, never a decision. */
const Second = ({ table, view }: { readonly table: AtTable; readonly view: BudgetView }) => {
  const { second } = view
  if (second === undefined) return null
  const { opinion, compared } = second
  return (
    <section>
      <h2 class="govuk-heading-m">{words.second}</h2>
      <p class="govuk-body">{words.secondIntro}</p>
      {opinion.kind === 'known' ? (
        <>
          <p class="govuk-body">
            <strong>{inWords(opinion.value.weekly)}</strong> a week, for {opinion.value.points} points, by{' '}
            {opinion.value.model.name}, version {opinion.value.model.version}.
          </p>
          {compared?.kind === 'known' ? <Reasons table={table} steps={compared.because} /> : null}
          <Details summary="How the points were counted">
            <Reasons table={table} steps={opinion.because} />
          </Details>
        </>
      ) : (
        <p class="govuk-body">{words.secondMissing}</p>
      )}
    </section>
  )
}

const ShowIt = ({ visit, person }: { readonly visit: Visit<AtTable>; readonly person: BudgetView }) =>
  person.both.setAside.kind === 'known' &&
  mayAdd(visit.ctx, 'indicative-budget') &&
  mayDo(visit.ctx, 'money', 'decide') ? (
    <form method="post" action={recordPath(visit.ctx.record, 'budget')} class="rt-no-print rt-block">
      <FormSeal visit={visit} head={visit.ctx.head} />
      <p class="govuk-body">{showWords.says}</p>
      <Button class="govuk-button--secondary">{showWords.button}</Button>
    </form>
  ) : null

/** The person’s own: the sum, the second opinion beside it, and what the council has put in writing. */
const Persons = ({ visit, view }: { readonly visit: Visit<AtTable>; readonly view: BudgetView }) => (
  <>
    <Budget visit={visit} view={view} id="" />
    <Second table={visit.ctx} view={view} />
    <ShowIt visit={visit} person={view} />
    <InWriting table={visit.ctx} />
    <p class="govuk-body">{words.disagree}</p>
    <Further table={visit.ctx} />
  </>
)

const Carers = ({ visit, view }: { readonly visit: Visit<AtTable>; readonly view: BudgetView }) => {
  const { reader, state } = visit.ctx
  if (view.whose.whose !== 'carer') return null
  const { carer } = view.whose
  return (
    <section>
      <h2 class="govuk-heading-l" id={`${carer}-sum`}>
        {carer === reader.party
          ? 'Your own sum as a carer'
          : `${nameFor(reader, state, carer)}: a carer’s own sum`}
      </h2>
      <Budget visit={visit} view={view} id={`${carer}-`} />
    </section>
  )
}

const introFor = ({ visit, person }: Props): string => {
  if (person === undefined) return words.introOwn
  return isThePerson(visit.ctx.reader) ? words.intro : words.introOther
}

/** What else there is about money, as far as the reader may see it. */
const Further = ({ table }: { readonly table: AtTable }) => (
  <ul class="govuk-list rt-no-print">
    {mayDo(table, 'means', 'read') ? (
      <li>
        <a class="govuk-link" href={recordPath(table.record, 'budget', 'means')}>
          {isThePerson(table.reader) ? words.means : words.meansOther}
        </a>
      </li>
    ) : null}
    <li>
      <a class="govuk-link" href={recordPath(table.record, 'budget', 'direct-payment')}>
        {words.directPayment}
      </a>
    </li>
  </ul>
)

/** A long page begins with the way to the other sums on it. */
const CarersBelow = ({ visit: { ctx }, carers }: Props) => {
  const each = carers.flatMap(({ whose, both }) => {
    const weekly = weekOf(both.setAside)
    return whose.whose === 'carer' && weekly !== undefined ? [{ carer: whose.carer, weekly }] : []
  })
  return each.length === 0 ? null : (
    <ul class="govuk-list rt-no-print">
      {each.map(({ carer, weekly }) => (
        <li>
          <a class="govuk-link" href={`#${carer}-sum`}>
            {carer === ctx.reader.party
              ? 'Your own sum as a carer'
              : `${nameFor(ctx.reader, ctx.state, carer)}: a carer’s own sum`}
          </a>
          , {inWords(weekly)} a week, stands below.
        </li>
      ))}
    </ul>
  )
}

export const BudgetPage = (props: Props) => {
  const { visit, person, carers } = props
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{introFor(props)}</p>
      <AtStage table={visit.ctx} stage="budget" />
      {mayDo(visit.ctx, 'money', 'read') ? <MeantimeNow table={visit.ctx} /> : null}
      {person === undefined ? null : <CarersBelow {...props} />}
      {person === undefined ? null : <Persons visit={visit} view={person} />}
      {person === undefined && carers.length === 0 ? <p class="govuk-body">{words.nothingOwn}</p> : null}
      {carers.map((view) => (
        <Carers visit={visit} view={view} />
      ))}
    </Frame>
  )
}
