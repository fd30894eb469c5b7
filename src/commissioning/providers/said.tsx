import { ASKED, type Move, movesOf, nextFor, offersOf, wordsOf } from '../../domain/contracts/beside.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { Fieldset } from '../../platform/govuk/fieldset.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { errorAt, textOf } from '../../platform/web/form.ts'
import { takersOf } from './decide-said.ts'
import type { AtProvider } from './door.ts'
import { Form, type FormProps } from './forms.tsx'
import { Heading, providerPath } from './laid.tsx'
import { ASKED_WORDS, MOVE_WORDS } from '../../table/contracts/words.ts'
import { MOVE_STATES, moveWords as m } from './words-said.ts'

const label = (text: string) => ({ text, class: 'govuk-label--m' })
const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

type GoingProps = FormProps & { readonly person: string; readonly way: 'pass-on' | 'hand-back' }

/** One person is passed on or handed back: to whom, from when, why, what they say of it, and who supports them until then. */
export const GoingForm = ({ visit, errors, values, person, way }: GoingProps) => {
  const at = visit.ctx
  const isPassing = way === 'pass-on'
  const takers = takersOf(at.ledger, person)
  return (
    <Heading title={isPassing ? m.passOn : m.handBack} caption={at.nameOf(person)} errors={errors}>
      <p class="govuk-body">{isPassing ? m.passIntro : m.backIntro}</p>
      {isPassing && takers.length === 0 ? <InsetText>{m.toNobody}</InsetText> : null}
      {isPassing && takers.length === 0 ? null : (
        <Form visit={visit}>
          {isPassing ? (
            <Radios
              name="to"
              legend={legend(m.to)}
              error={errorAt(errors, 'to')}
              value={textOf(values, 'to')}
              items={takers.map(({ id, name }) => ({ value: id, text: name }))}
            />
          ) : null}
          <DateInput
            id="from"
            namePrefix="from"
            legend={legend(m.from)}
            hint={isPassing ? m.passHint : m.backHint}
            error={errorAt(errors, 'from')}
            values={{
              day: textOf(values, 'from-day'),
              month: textOf(values, 'from-month'),
              year: textOf(values, 'from-year'),
            }}
          />
          <Textarea
            name="why"
            label={label(m.why)}
            hint={m.whyHint}
            rows={3}
            error={errorAt(errors, 'why')}
            value={textOf(values, 'why')}
          />
          <Radios
            name="asked"
            legend={legend(m.asked)}
            error={errorAt(errors, 'asked')}
            value={textOf(values, 'asked')}
            items={ASKED.map((asked) => ({ value: asked, text: ASKED_WORDS[asked] }))}
          />
          <Textarea
            name="said"
            label={label(m.said)}
            hint={m.saidHint}
            rows={3}
            error={errorAt(errors, 'said')}
            value={textOf(values, 'said')}
          />
          <Textarea
            name="meanwhile"
            label={label(m.meanwhile)}
            hint={m.meanwhileHint}
            rows={2}
            error={errorAt(errors, 'meanwhile')}
            value={textOf(values, 'meanwhile')}
          />
          {isPassing ? <Paid visit={visit} errors={errors} values={values} /> : null}
          <Button>{isPassing ? m.keepPass : m.keepBack}</Button>
        </Form>
      )}
    </Heading>
  )
}

/** What the other provider is paid, a box for each service. */
const Paid = ({ visit, errors, values }: FormProps) => (
  <Fieldset legend={legend(m.paid)} describedBy="paid-hint">
    <div class="govuk-hint" id="paid-hint">
      {m.paidHint}
    </div>
    {visit.ctx.ledger.award.terms.services.map(({ what, unit }, index) => (
      <Input
        name={`price-${index + 1}`}
        label={`${what}, for each ${unit}`}
        prefix="£"
        class="govuk-input--width-5"
        inputMode="decimal"
        error={errorAt(errors, `price-${index + 1}`)}
        value={textOf(values, `price-${index + 1}`)}
      />
    ))}
  </Fieldset>
)

/** One move as it was said: whose, why, what they say of it, and how far it is. */
const MoveRows = ({ at, move: { moving, state, off } }: { readonly at: AtProvider; readonly move: Move }) => (
  <SummaryList
    rows={[
      {
        key: MOVE_WORDS[moving.way],
        value: `${moving.to === undefined ? '' : `To ${at.ledger.parties.get(moving.to)?.name ?? moving.to}, `}from ${dateInWords(moving.from)}`,
      },
      {
        key: 'How far it is',
        value: off === undefined ? MOVE_STATES[state] : `${MOVE_STATES[state]}: ${off.why}`,
      },
      { key: 'Why', value: moving.why },
      {
        key: 'What they say',
        value: `${ASKED_WORDS[moving.asked]}${moving.said === undefined ? '' : `: “${moving.said}”`}`,
      },
      { key: 'Until then', value: moving.meanwhile },
    ]}
  />
)

export const MoveForm = ({ visit, errors, values, move }: FormProps & { readonly move: Move }) => (
  <Heading title={MOVE_WORDS[move.moving.way]} caption={visit.ctx.nameOf(move.moving.person)} errors={errors}>
    <MoveRows at={visit.ctx} move={move} />
    {move.state === 'planned' || move.state === 'due' ? (
      <Form visit={visit}>
        {move.state === 'planned' ? (
          <>
            <p class="govuk-body">{m.notYet}.</p>
            <input type="hidden" name="happened" value="no" />
          </>
        ) : (
          <Radios
            name="happened"
            legend={legend(m.happened)}
            error={errorAt(errors, 'happened')}
            value={textOf(values, 'happened')}
            items={[
              { value: 'yes', text: m.yes },
              { value: 'no', text: m.no },
            ]}
          />
        )}
        <Textarea
          name="why"
          label={label(move.state === 'planned' ? m.offWhyPlanned : m.offWhy)}
          rows={3}
          error={errorAt(errors, 'why')}
          value={textOf(values, 'why')}
        />
        {move.state === 'due' && move.moving.way === 'pass-on' ? (
          <Paid visit={visit} errors={errors} values={values} />
        ) : null}
        <Button>{move.state === 'planned' ? m.callOff : m.keepDone}</Button>
      </Form>
    ) : null}
  </Heading>
)

/** What was said of one person’s going, and the ways to say that they are to go. */
export const Moves = ({ at, person }: { readonly at: AtProvider; readonly person: string }) => {
  const moves = movesOf(at.beside, at.ledger, { today: at.today, person })
  const next = nextFor(at.beside, person)
  const isOpen = moves.some(({ state }) => state === 'planned' || state === 'due')
  return (
    <section>
      <h2 class="govuk-heading-m">{m.heading}</h2>
      {next === undefined ? null : (
        <p class="govuk-body">
          The council says who supports them next: {next.who} From {dateInWords(next.from)}.
        </p>
      )}
      {wordsOf(at.beside, person).map(({ name, on, says }) => (
        <p class="govuk-body">
          {name}, {dateInWords(on)}: <q class="rt-quote">{says}</q>
        </p>
      ))}
      {moves.map((move) => (
        <div class="rt-block">
          <MoveRows at={at} move={move} />
          {move.state === 'planned' || move.state === 'due' ? (
            <p class="govuk-body">
              <a class="govuk-link" href={providerPath(at.opened.id, 'move', String(move.moving.number))}>
                {move.state === 'due' ? 'Say if it happened' : 'Call it off'}
              </a>
            </p>
          ) : null}
        </div>
      ))}
      {isOpen ? null : (
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href={providerPath(at.opened.id, 'person', person, 'pass-on')}>
              {m.passOn}
            </a>
          </li>
          {at.isWhole ? (
            <li>
              <a class="govuk-link" href={providerPath(at.opened.id, 'person', person, 'hand-back')}>
                {m.handBack}
              </a>
            </li>
          ) : null}
        </ul>
      )}
    </section>
  )
}

/** What waits for the provider among what was said: offers to answer, and moves whose day has come. */
export const waitingSaid = (at: AtProvider) => ({
  offers: at.isWhole ? offersOf(at.beside, at.today).filter(({ state }) => state === 'waits') : [],
  moves: movesOf(at.beside, at.ledger, { today: at.today }).filter(
    ({ state, moving }) => state === 'due' && moving.by === at.me,
  ),
})
