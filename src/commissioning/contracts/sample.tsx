import { dateInWords, day } from '../../domain/dates/plain-date.ts'
import { every } from '../../domain/contracts/ledger.ts'
import { SAMPLE } from '../../domain/integrity/remeasure.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, errorAt } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { drawnIn } from './decide-remeasure.ts'
import type { AtContract } from './door.ts'
import { ContractHeading, contractPath } from './laid.tsx'
import type { Note } from './store.ts'
import { remeasureWords } from './words-new.ts'

type Props = {
  readonly visit: Visit<AtContract>
  readonly notes: readonly Note[]
  readonly errors: readonly FieldError[]
  readonly typed: string
}

/** Outcomes drawn by lot to be measured again by somebody independent, each draw with its seed. */
export const Sample = ({ visit, notes, errors, typed }: Props) => {
  const at = visit.ctx
  const reached = every(at.ledger, 'confirmed').filter((each) => each.reached).length
  const drawn = notes.filter(({ body }) => body.kind === 'sample').toReversed()
  return (
    <ContractHeading at={at} title="Outcomes to be measured again" errors={errors}>
      <p class="govuk-body">
        Everybody has the same chance to be drawn, so that nobody knows beforehand whose outcome is looked at.
        {` ${SAMPLE}`} find at least one that was not reached, with 95% probability, where 5% were not.
      </p>
      {reached < SAMPLE ? (
        <InsetText>
          {reached === 0
            ? 'Nobody has said yet that an outcome was reached.'
            : `Under this contract ${reached === 1 ? '1 outcome was' : `${reached} outcomes were`} said to be reached: all of them are drawn, and so few may show no error although there are some.`}
        </InsetText>
      ) : null}
      {reached === 0 ? null : (
        <form method="post" novalidate id="form" class="rt-no-print">
          <FormSeal visit={visit} />
          <Input
            name="seed"
            label={{ text: 'Seed', class: 'govuk-label--m' }}
            hint="A whole number that nobody could choose, such as the last digits of tonight’s lottery. It is written down: whoever has it draws the same ones."
            class="govuk-input--width-10"
            inputMode="numeric"
            error={errorAt(errors, 'seed')}
            value={typed}
          />
          <Button>Draw</Button>
        </form>
      )}
      {drawn.map((note) => (
        <OneDraw at={at} note={note} />
      ))}
    </ContractHeading>
  )
}

const OneDraw = ({ at, note }: { readonly at: AtContract; readonly note: Note }) => {
  const { body, name } = note
  if (body.kind !== 'sample') return null
  return (
    <section>
      <h2 class="govuk-heading-m">
        Drawn on {dateInWords(day(body.on))} by {name}, seed {body.seed}
      </h2>
      <Table
        caption={`Outcomes drawn with seed ${body.seed}`}
        captionClass="govuk-visually-hidden"
        stacks
        head={['Person', 'Outcome', 'Measured again']}
        rows={body.outcomes.map((id) => {
          const drawn = drawnIn(at.ledger, [note], id)
          const { again } = drawn ?? {}
          return [
            at.nameOf(drawn?.outcome.person ?? ''),
            drawn?.outcome.goal ?? id,
            again === undefined ? (
              <>
                Not yet.{' '}
                <a class="govuk-link" href={contractPath(at.opened.id, 'sample', id)}>
                  {remeasureWords.enter}
                  <span class="govuk-visually-hidden">
                    : {at.nameOf(drawn?.outcome.person ?? '')}, {drawn?.outcome.goal ?? id}
                  </span>
                </a>
              </>
            ) : (
              `${dateInWords(again.on)}, ${at.ledger.parties.get(again.by)?.name ?? again.by}: ${again.reached === false ? 'not found' : 'found'}`
            ),
          ]
        })}
      />
    </section>
  )
}
