import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { Input } from '../../platform/govuk/input.tsx'
import { errorAt, textOf } from '../../platform/web/form.ts'
import { AskDay, AskOne, AskSome, AskWords, Asked, type Filling, choicesOf } from '../../table/asks.tsx'
import { Frame } from '../../table/frame.tsx'
import { nameFor, roleFor } from '../../table/reader.ts'
import { Cites } from '../../table/reasons.tsx'
import { payers } from './care-home-decide.ts'
import { type PlaceView, careHomes, openOnTop } from './care-home-view.ts'
import { FREE_WORDS, SUITS_WORDS, endWords, onTopWords, placeWords, words } from './care-home-words.ts'

const viewFor = ({ visit: { ctx } }: Filling) => careHomes(ctx.state, ctx.model)

const placeChoice = ({ view, weekly }: PlaceView, hint?: string) => ({
  value: view.option.id,
  text: view.option.what,
  hint: hint ?? (weekly === undefined ? words.noPrice : `${inWords(weekly)} ${words.aWeek}`),
})

export const PlaceForm = (filling: Filling) => {
  const { places } = viewFor(filling)
  return (
    <Frame title={placeWords.title} errors={filling.errors}>
      <p class="govuk-body">{places.length === 0 ? words.none : placeWords.intro}</p>
      {places.length === 0 ? null : (
        <Asked visit={filling.visit} button={placeWords.keep}>
          <AskOne
            {...filling}
            name="option"
            says={placeWords.option}
            of={places.map((place) => placeChoice(place))}
          />
          <AskDay {...filling} name="day" says={placeWords.day} hint={placeWords.dayHint} />
          <AskOne {...filling} name="free" says={placeWords.free} of={choicesOf(FREE_WORDS)} />
          <AskOne {...filling} name="suits" says={placeWords.suits} of={choicesOf(SUITS_WORDS)} />
          <AskWords {...filling} name="says" says={placeWords.says} hint={placeWords.saysHint} />
        </Asked>
      )}
    </Frame>
  )
}

const OnTopQuestions = (filling: Filling & { readonly places: readonly PlaceView[] }) => {
  const { reader, state } = filling.visit.ctx
  return (
    <>
      <AskOne
        {...filling}
        name="option"
        says={onTopWords.option}
        of={filling.places.map((place) =>
          placeChoice(
            place,
            place.beyond === undefined
              ? undefined
              : `${inWords(place.beyond)} ${words.aWeek} ${words.beyond}`,
          ),
        )}
      />
      <AskOne
        {...filling}
        name="payer"
        says={onTopWords.payer}
        of={payers(state).map(({ id }) => ({
          value: id,
          text: nameFor(reader, state, id),
          hint: roleFor(reader, state, id),
        }))}
      />
      <Input
        name="sum"
        label={{ text: onTopWords.sum, class: 'govuk-label--m' }}
        error={errorAt(filling.errors, 'sum')}
        value={textOf(filling.typed, 'sum')}
        inputMode="decimal"
        prefix="£"
        class="govuk-input--width-5"
      />
      <AskDay {...filling} name="from" says={onTopWords.from} hint={placeWords.dayHint} />
      <AskDay {...filling} name="again" says={onTopWords.again} hint={onTopWords.againHint} />
      <AskWords {...filling} name="told" says={onTopWords.told} hint={onTopWords.toldHint} />
      <AskWords {...filling} name="stops" says={onTopWords.stops} hint={onTopWords.stopsHint} />
      <AskWords {...filling} name="why" says={onTopWords.why} hint={onTopWords.whyHint} />
      <AskSome
        {...filling}
        name="agreed"
        says={onTopWords.agreed}
        of={[{ value: 'yes', text: onTopWords.agreedSays }]}
      />
    </>
  )
}

export const OnTopForm = (filling: Filling) => {
  const places = viewFor(filling).places.filter(({ beyond }) => beyond !== undefined && beyond > 0)
  return (
    <Frame title={onTopWords.title} errors={filling.errors}>
      {places.length === 0 ? (
        <p class="govuk-body">{onTopWords.nothing}</p>
      ) : (
        <>
          <p class="govuk-body">{onTopWords.intro}</p>
          <p class="govuk-body">
            {words.rules} Rule: <Cites cites={['CA s30']} />
          </p>
          <Asked visit={filling.visit} button={onTopWords.keep}>
            <OnTopQuestions {...filling} places={places} />
          </Asked>
        </>
      )}
    </Frame>
  )
}

export const OnTopEndedForm = (filling: Filling) => {
  const open = openOnTop(viewFor(filling))
  return (
    <Frame title={endWords.title} errors={filling.errors}>
      {open.length === 0 ? (
        <p class="govuk-body">{endWords.nothing}</p>
      ) : (
        <Asked visit={filling.visit} button={endWords.keep}>
          <AskOne
            {...filling}
            name="agreement"
            says={endWords.agreement}
            of={open.map(({ place, agreed }) => ({
              value: agreed.note.id,
              text: place.view.option.what,
              hint: `${inWords(agreed.told.sum)} ${words.aWeek}, from ${dateInWords(agreed.told.from)}, by ${agreed.told.payer}`,
            }))}
          />
          <AskDay {...filling} name="day" says={endWords.day} hint={placeWords.dayHint} />
          <AskWords {...filling} name="says" says={endWords.says} hint={endWords.saysHint} />
        </Asked>
      )}
    </Frame>
  )
}
