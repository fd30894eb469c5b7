import { type Answer, known, needs } from '../../domain/answer.ts'
import { type Model, modelReference } from '../../domain/allocation/model.ts'
import { type Option, answerTo } from '../../domain/checks/alternatives.ts'
import { isNamed } from '../../domain/checks/plan-lines.ts'
import { isCouncils } from '../../domain/checks/whose.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords, minus, pence } from '../../domain/money/pence.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, planInForce } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type OnTop, type OnTopEnded, type PlaceTold, readCareHome } from './care-home-notes.ts'
import { publishedPrice } from './decide-option.ts'
import { recordedStatement } from './view-money.ts'
import { type OptionView, optionView } from './view-options.ts'

type Noted<T> = { readonly note: EntryOf<'note'>; readonly told: T }

export type OnTopView = Noted<OnTop> & {
  readonly ended: Noted<OnTopEnded> | undefined
  /** it was to be looked at again before today */
  readonly late: boolean
  /** the person pays it themselves, which the rules allow in few cases */
  readonly byPerson: boolean
}

export type PlaceView = {
  readonly view: OptionView
  /** what it costs a week; undefined where nobody said */
  readonly weekly: Pence<'week'> | undefined
  /** the last word on whether a place is free and suits */
  readonly place: Noted<PlaceTold> | undefined
  /** what it costs beyond what the council pays: nought or less where it is within; undefined where one is not known */
  readonly beyond: Pence<'week'> | undefined
  /** it is free, suits, costs no more than the council pays, and was not refused */
  readonly isChoice: boolean
  readonly onTop: readonly OnTopView[]
}

export type CareHomeView = {
  /** what the council pays for a care home, with where that comes from */
  readonly pays: Answer<Pence<'week'>>
  readonly places: readonly PlaceView[]
}

/** What the council pays a week for a care home: its own line in the personal budget, or else its published price. */
export function councilPays(state: RecordState, model: Model): Answer<Pence<'week'>> {
  const plan = planInForce(state)
  const line = plan?.lines.find(({ form, funder }) => form === 'care-home' && funder === 'council')
  const statement = plan === undefined ? undefined : recordedStatement(state, plan)
  if (plan !== undefined && line !== undefined) {
    const said = statement?.lines?.find((each) => isNamed(line, each.line))?.weekly
    const where =
      said === undefined || statement === undefined
        ? `the plan of ${dateInWords(dayOfWhen(plan.on))}`
        : `the personal budget of ${dateInWords(dayOfWhen(statement.on))}`
    return known(said ?? line.weekly, [
      {
        says: `For a care home ${where} has ${inWords(said ?? line.weekly)} a week, with what the person pays of it.`,
        cites: ['CA s26'],
      },
    ])
  }
  const found = publishedPrice(state, model, 'care-home', 'week')
  if (found === undefined) return needs([{ fact: 'price', about: 'a care home by the week' }])
  return known(pence<'week'>(found.price), [
    {
      says: `No personal budget for a care home is in the record. Until there is one, the council’s own price is set beside each home: ${inWords(pence<'week'>(found.price))} a week, since ${dateInWords(found.from)}.`,
      ...(found.own ? {} : { model: modelReference(model, 'prices, care-home by the week') }),
    },
    { says: 'The personal budget may be higher: it has to be enough for the needs that were found.' },
  ])
}

type Read = { readonly note: EntryOf<'note'>; readonly told: ReturnType<typeof readCareHome> }

function onTopOf(state: RecordState, option: Option, notes: readonly Read[]): readonly OnTopView[] {
  return notes.flatMap(({ note, told }): readonly OnTopView[] => {
    // Only the council agrees such a thing with somebody: words of another that look like it are a note like any other.
    if (told?.kind !== 'on-top' || !isOf(state, note, option.id) || !isCouncils(state, note.by)) return []
    const ends = notes.flatMap((end): readonly Noted<OnTopEnded>[] =>
      end.told?.kind === 'ended' && isOf(state, end.note, note.id)
        ? [{ note: end.note, told: end.told }]
        : [],
    )
    const ended = ends.at(-1)
    return [
      {
        note,
        told,
        ended,
        late: ended === undefined && told.again < state.on,
        byPerson: told.payer === state.person.name,
      },
    ]
  })
}

const isOf = (state: RecordState, note: EntryOf<'note'>, id: string): boolean =>
  note.of !== undefined && state.byId.get(note.of)?.id === id

/** Every care home that is on the table, with what is known of it. */
export function careHomes(state: RecordState, model: Model): CareHomeView {
  const pays = councilPays(state, model)
  const notes = all(state, 'note').map((note): Read => ({ note, told: readCareHome(note.text) }))
  const places = all(state, 'option')
    .filter(({ form }) => form === 'care-home')
    .map((option): PlaceView => {
      const view = optionView(option, model, state)
      const weekly =
        view.cost.kind === 'known' && view.cost.value.once === undefined ? view.cost.value.weekly : undefined
      const place = notes
        .flatMap(({ note, told }) =>
          told?.kind === 'place' && isOf(state, note, option.id) ? [{ note, told }] : [],
        )
        .at(-1)
      const beyond = weekly === undefined || pays.kind !== 'known' ? undefined : minus(weekly, pays.value)
      const isChoice =
        beyond !== undefined &&
        beyond <= 0 &&
        place?.told.free === 'yes' &&
        place.told.suits === 'yes' &&
        answerTo(state, option)?.outcome !== 'refused'
      return { view, weekly, place, beyond, isChoice, onTop: onTopOf(state, option, notes) }
    })
  return { pays, places }
}

/** A place that is free, suits and costs no more than the council pays: without one, to pay on top is no choice. */
export const hasChoice = ({ places }: CareHomeView): boolean => places.some(({ isChoice }) => isChoice)

/** Agreements that hold today, or will: their end can be told. */
export const openOnTop = (
  view: CareHomeView,
): readonly { readonly place: PlaceView; readonly agreed: OnTopView }[] =>
  view.places.flatMap((place) =>
    place.onTop.filter(({ ended }) => ended === undefined).map((agreed) => ({ place, agreed })),
  )
