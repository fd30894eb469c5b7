import { type Beside, type Move, movesOf, nextFor, noticeOf, wordsOf } from '../../domain/contracts/beside.ts'
import { chainOf } from '../../domain/contracts/chain.ts'
import { peopleOn } from '../../domain/contracts/ledger.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import type { FieldError, Values } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { NextSupportFields } from '../../table/contracts/next-support-fields.tsx'
import { ASKED_WORDS, MOVE_WORDS } from '../../table/contracts/words.ts'
import type { AtContract } from './door.ts'
import { ContractHeading } from './laid.tsx'
import { MOVE_STATES, personWords as w } from './words-said.ts'

type Props = {
  readonly visit: Visit<AtContract>
  readonly person: string
  readonly beside: readonly Beside[]
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** Where one person stands under a contract: who supports them, who passed them on and why, and who supports them next. */
export const PersonUnder = ({ visit, person, beside, errors, typed }: Props) => {
  const at = visit.ctx
  const { ledger, today } = at
  const name = (party: string) => ledger.parties.get(party)?.name ?? party
  const chain = chainOf(ledger, person)
  const next = nextFor(beside, person)
  const moves = movesOf(beside, ledger, { today, person })
  const said = wordsOf(beside, person)
  const notice = noticeOf(beside)
  return (
    <ContractHeading at={at} title={at.nameOf(person)} errors={errors}>
      <SummaryList
        rows={[
          {
            key: w.now,
            value: peopleOn(ledger, today).includes(person)
              ? chain.map(name).join(', who passed them on to ')
              : 'Nobody under this contract, since they were handed back or never taken on',
          },
          ...(notice === undefined
            ? []
            : [{ key: 'The contract ends on', value: `${dateInWords(notice.last)}. “${notice.why}”` }]),
          {
            key: w.next,
            value:
              next === undefined ? (
                <strong>{w.noNext}</strong>
              ) : (
                <>
                  {next.who} From {dateInWords(next.from)}. What they say: {next.said}{' '}
                  <span class="govuk-hint">
                    {next.name}, {dateInWords(next.on)}
                  </span>
                </>
              ),
          },
        ]}
      />
      <h2 class="govuk-heading-m">{w.moves}</h2>
      {moves.length === 0 ? <p class="govuk-body">{w.noMoves}</p> : null}
      {moves.map((move) => (
        <MoveBlock move={move} name={name} />
      ))}
      {said.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{w.words}</h2>
          {said.map(({ name: who, on, says }) => (
            <p class="govuk-body">
              {who}, {dateInWords(on)}: <q class="rt-quote">{says}</q>
            </p>
          ))}
        </>
      )}
      <SayNext visit={visit} errors={errors} typed={typed} />
    </ContractHeading>
  )
}

/** Who supports them next, from when, and what they say of it. */
const SayNext = ({ visit, errors, typed }: Pick<Props, 'visit' | 'errors' | 'typed'>) => (
  <form method="post" novalidate id="form">
    <h2 class="govuk-heading-m">{w.say}</h2>
    <p class="govuk-body">{w.sayIntro}</p>
    <FormSeal visit={visit} head={visit.ctx.opened.head} />
    <NextSupportFields errors={errors} values={typed} asks={w} />
    <Button>{w.keep}</Button>
  </form>
)

/** One move, with why, what the person said of it, and who supports them meanwhile. */
const MoveBlock = ({
  move: { moving, state, off },
  name,
}: {
  readonly move: Move
  readonly name: (party: string) => string
}) => (
  <section class="rt-block">
    <h3 class="govuk-heading-s">
      {MOVE_WORDS[moving.way]}
      {moving.to === undefined ? '' : ` to ${name(moving.to)}`}, from {dateInWords(moving.from)}{' '}
      {moving.asked === 'agrees' ? null : <Tag class="govuk-tag--orange">{ASKED_WORDS[moving.asked]}</Tag>}
    </h3>
    <SummaryList
      rows={[
        {
          key: 'Where it stands',
          value: off === undefined ? MOVE_STATES[state] : `${MOVE_STATES[state]}: ${off.why}`,
        },
        { key: 'Said by', value: `${moving.name}, ${dateInWords(moving.on)}` },
        { key: 'Why', value: moving.why },
        {
          key: 'What the person says',
          value:
            moving.said === undefined
              ? ASKED_WORDS[moving.asked]
              : `${ASKED_WORDS[moving.asked]}: “${moving.said}”`,
        },
        { key: 'Who supports them until then', value: moving.meanwhile },
      ]}
    />
  </section>
)
