import { doubtsOfCapacity } from '../../domain/checks/capacity-found.ts'
import { dated, dayOfEntry, dueInDays, dueInWeeks } from '../../domain/checks/clocks.ts'
import { comesAfter } from '../../domain/checks/order.ts'
import { standardsFor } from '../../domain/checks/standards.ts'
import { inList } from '../../domain/checks/telling.ts'
import { isPersonsSide } from '../../domain/checks/whose.ts'
import type { CitationId } from '../../domain/care-act/citations.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import type { Resource } from '../../record/access.ts'
import type { Entry } from '../../record/entries.ts'
import { type RecordState, all, closingOf } from '../../record/state.ts'
import { type PathStep, type Sees, type Telling, UNSEEN, inTheThirdPerson } from './view-path.ts'
import { type Stay, whereIn } from './view-stay.ts'
import type { Owes, Stands } from './words.ts'

type Look = {
  readonly state: RecordState
  readonly stay: Stay
  readonly sees: Sees
  readonly telling: Telling
  /** belongs to this stay: on or after the day of the admission, before the next one */
  readonly since: (entry: Entry) => boolean
}

type Found = readonly [stands: Stands, says: string, ...rests: readonly Entry[]]
type Step = {
  /** what has to happen; to the person, in words of their own where those for everybody else name them */
  readonly name: string
  readonly yours?: string
  readonly owes: Owes
  readonly needs: Resource
  readonly cites: readonly CitationId[]
  readonly find: (look: Look) => Found
}

const first = <E extends Entry>(entries: readonly E[]): E | undefined => entries[0]

const told: Step = {
  name: 'The hospital tells the council',
  owes: 'hospital',
  needs: 'asking',
  cites: ['CA s74'],
  find: ({ state, since }) => {
    const contact = first(all(state, 'contact').filter(since))
    return contact === undefined
      ? ['owed', 'Nobody has told the council.']
      : ['done', `The council was told on ${dated(contact)}.`, contact]
  },
}

const involved: Step = {
  name: 'The person has their say, and whoever cares for them',
  yours: 'You have your say, and whoever cares for you',
  owes: 'hospital',
  needs: 'conversation',
  cites: ['CA s74', 'CA s9(5)'],
  find: ({ state, since, telling }) => {
    const said = all(state, 'statement').filter(since)
    const own = first(said.filter((entry) => isPersonsSide(state, entry['said-by'])))
    if (own === undefined)
      return [
        'owed',
        telling.turn(
          'Nothing that you said has been written down since.',
          `Nothing that ${state.person.name} said has been written down since.`,
        ),
      ]
    const carers = [...state.parties.values()].filter(
      ({ role, 'lives-with': within }) => role === 'carer' && within === true,
    )
    const unheard = carers.filter(({ id }) => !said.some((entry) => entry['said-by'] === id))
    return unheard.length > 0
      ? [
          'owed',
          `Nobody has written down what ${inList(unheard.map(({ id }) => telling.within(id)))} had to say.`,
          own,
        ]
      : ['done', `Heard since ${dated(own)}.`, own]
  },
}

const named: Step = {
  name: 'Somebody of the council is named',
  owes: 'council',
  needs: 'people',
  cites: ['G15'],
  find: ({ state, stay: { until }, telling }) => {
    const events = all(state, 'worker').filter(
      (entry) => until === undefined || comesAfter(state, until, entry),
    )
    const last = events.findLast(({ event }) => event === 'allocated')
    const gone =
      last !== undefined &&
      events.some(
        (entry) => entry.event === 'left' && entry.worker === last.worker && comesAfter(state, entry, last),
      )
    return last === undefined || gone
      ? ['owed', 'Nobody is named.']
      : ['done', `${telling.name(last.worker)}, since ${dated(last)}.`, last]
  },
}

const asked: Step = {
  name: 'The four questions: is it very hard to take part?',
  owes: 'council',
  needs: 'capacity',
  cites: ['CA s67(2)', 'CA s67(4)'],
  find: ({ state, since, telling }) => {
    const last = all(state, 'advocacy').findLast(since)
    if (last === undefined) return ['owed', 'Nobody has asked since.']
    if (last.decision === 'referred')
      return ['waiting', `An advocate was asked for on ${dated(last)}. Nobody has been found yet.`, last]
    return last.decision === 'appointed' && last.advocate !== undefined
      ? [
          'done',
          `Asked on ${dated(last)}. Since then the advocate is ${telling.within(last.advocate)}.`,
          last,
        ]
      : ['done', `Asked on ${dated(last)}.`, last]
  },
}

const assessed: Step = {
  name: 'An assessment is opened',
  owes: 'council',
  needs: 'conversation',
  cites: ['CA s9(1)', 'G15'],
  find: ({ state, stay, since }) => {
    const opened = all(state, 'assessment-opened').findLast((entry) => {
      if (entry.of === 'carer') return false
      const closed = closingOf(state, entry)
      return since(entry) || (closed === undefined ? stay.until === undefined : since(closed))
    })
    if (opened === undefined) return ['owed', 'No assessment is open.']
    const closed = closingOf(state, opened)
    return closed === undefined
      ? ['done', `Opened on ${dated(opened)}, and under way.`, opened]
      : ['done', `Opened on ${dated(opened)}, closed on ${dated(closed)}.`, opened, closed]
  },
}

const deciding: Step = {
  name: 'Where to live is the person’s decision, or why it is not',
  yours: 'Where to live is your decision, or why it is not',
  owes: 'council',
  needs: 'capacity',
  cites: ['MCA s1(2)', 'MCA s3'],
  find: ({ state, since, telling }) => {
    const doubts = doubtsOfCapacity(state).filter(since)
    const found = all(state, 'capacity').filter((entry) => since(entry) && entry.for.includes('home'))
    const last = found.at(-1)
    const open = doubts.findLast((doubt) => last === undefined || dayOfEntry(doubt) > dayOfEntry(last))
    if (open !== undefined)
      return [
        'owed',
        `${telling.name(open['said-by'])} doubted it on ${dated(open)}, and nobody has asked since.`,
        open,
      ]
    if (last === undefined)
      return [
        'not-needed',
        telling.turn(
          'Nobody doubts that you can decide. So it is yours.',
          'Nobody doubts that they can decide. So it is theirs.',
        ),
      ]
    if (last['has-capacity'])
      return [
        'done',
        `Found able to decide on ${dated(last)}${found.length > 1 ? ', after being asked more than once' : ''}.`,
        last,
      ]
    return last['best-interests'] === undefined
      ? [
          'waiting',
          `Not able to decide on ${dated(last)}. It is to be asked again, or what is best is to be worked out.`,
          last,
        ]
      : [
          'done',
          `Not able to decide on ${dated(last)}. What is best was worked out with those close to ${telling.turn('you', 'them')}.`,
          last,
        ]
  },
}

const helpers: Step = {
  name: 'Who really helps at home',
  owes: 'council',
  needs: 'conversation',
  cites: ['CA s10(5)'],
  find: ({ state, stay, since, telling }) => {
    const every = all(state, 'carer-identified')
    const now = every.filter(since)
    const restated = new Set(now.map(({ carer }) => carer))
    const old = every.filter(
      (entry) =>
        entry.willing &&
        !restated.has(entry.carer) &&
        (stay.until === undefined || comesAfter(state, stay.until, entry)),
    )
    if (old.length > 0) {
      const names = inList([...new Set(old.map(({ carer }) => telling.within(carer)))])
      return [
        'owed',
        `What is written of ${names} is older than this stay. Ask whether it is still so.`,
        ...old,
      ]
    }
    const helping = now.filter(({ willing, able }) => willing && able)
    if (now.length === 0) return ['owed', 'Nobody has asked who helps at home.']
    return [
      'done',
      helping.length === 0
        ? 'Asked. Nobody helps without pay.'
        : `Asked. Willing and able to go on: ${inList([...new Set(helping.map(({ carer }) => telling.within(carer)))])}.`,
      ...now,
    ]
  },
}

const seen: Step = {
  name: 'The home is looked at',
  owes: 'council',
  needs: 'conversation',
  cites: ['CA s9(4)', 'G15'],
  find: ({ state, since, telling }) => {
    const look = all(state, 'statement').findLast(
      (entry) => since(entry) && entry.topic === 'home-safety' && entry.basis === 'observed',
    )
    return look === undefined
      ? ['owed', 'Nobody has written down what the home is like now.']
      : ['done', `${telling.name(look['said-by'])} saw it, ${dated(look)}.`, look]
  },
}

const fit: Step = {
  name: 'Well enough to leave',
  owes: 'hospital',
  needs: 'asking',
  cites: [],
  find: ({ stay, telling }) =>
    stay.fit === undefined
      ? stay.left === undefined
        ? ['later', 'The hospital has not said so.']
        : [
            'not-needed',
            telling.turn('You left, and nobody wrote this down.', 'They left, and nobody wrote this down.'),
          ]
      : ['done', `Since ${dated(stay.fit)}. This is not a decision to leave.`, stay.fit],
}

const firstHelp: Step = {
  name: 'Help for the first days is ready',
  owes: 'council',
  needs: 'support',
  cites: ['CA s9', 'CA s19(3)'],
  find: ({ state, stay, since, telling }) => {
    const { left } = stay
    if (left?.pathway === 0)
      return [
        'not-needed',
        telling.turn('You left with no need of new help.', 'They left with no need of new help.'),
        left,
      ]
    const byThen = (entry: Entry) => left === undefined || dayOfEntry(entry) <= dayOfEntry(left)
    const started = all(state, 'support-started').findLast((entry) => since(entry) && byThen(entry))
    if (started !== undefined)
      return ['done', `${telling.name(started.provider)}, from ${dated(started)}.`, started]
    const advice = all(state, 'advice').findLast(
      (entry) => since(entry) && byThen(entry) && entry.aim === 'reablement',
    )
    if (advice !== undefined) return ['done', `Help to get skills back: ${advice.about}`, advice]
    return left === undefined
      ? ['owed', 'Nothing is arranged yet for the first days.']
      : ['late', `Nothing was ready by ${dated(left)}.`, left]
  },
}

const leaving: Step = {
  name: 'Leaving hospital',
  owes: 'hospital',
  needs: 'asking',
  cites: ['CA s74'],
  find: ({ stay: { left } }) =>
    left === undefined ? ['later', whereIn(left)] : ['done', whereIn(left), left],
}

const byDue = (
  { state, stay, telling }: Look,
  due: PlainDate | undefined,
  done: Entry | undefined,
  says: string,
): Found => {
  if (stay.left === undefined)
    return ['later', telling.turn('Comes when you have left.', 'Comes when they have left.')]
  if (done !== undefined) {
    const late = due !== undefined && dayOfEntry(done) > due
    return ['done', `${dated(done)}${late ? `, after ${dateInWords(due)}, when it was due` : ''}.`, done]
  }
  if (due === undefined) return ['later', says]
  return state.on > due
    ? ['late', `${says} It was due by ${dateInWords(due)}.`]
    : ['later', `${says} It is due by ${dateInWords(due)}.`]
}

const firstDays: Step = {
  name: 'Somebody looks in, in the first days',
  owes: 'support',
  needs: 'conversation',
  cites: ['G15'],
  find: (look) => {
    const { state, stay, since } = look
    const { left } = stay
    const due =
      left === undefined
        ? undefined
        : dueInDays(state, dayOfEntry(left), standardsFor(state.policy)['urgent-days'])
    const after = (entry: Entry) => left !== undefined && since(entry) && comesAfter(state, entry, left)
    const said = all(state, 'statement').find(after)
    return byDue(look, due, said, 'Nobody has written down how the first days went.')
  },
}

const lookAfter: Step = {
  name: 'A look at how it goes',
  owes: 'council',
  needs: 'plan',
  cites: ['CA s27(1)', 'G13'],
  find: (look) => {
    const { state, stay, since } = look
    const { left } = stay
    const due =
      left === undefined
        ? undefined
        : dueInWeeks(state, dayOfEntry(left), standardsFor(state.policy)['first-review-weeks'], 'review')
    const after = (entry: Entry) => left !== undefined && since(entry) && comesAfter(state, entry, left)
    const done = all(state, 'review').find(after) ?? all(state, 'assessment-closed').find(after)
    return byDue(look, due, done, 'Nobody has looked at how it goes since.')
  },
}

const STEPS: readonly Step[] = [
  told,
  involved,
  named,
  asked,
  assessed,
  deciding,
  helpers,
  seen,
  fit,
  firstHelp,
  leaving,
  firstDays,
  lookAfter,
]

/**
 * From admission to home and a look after. Every step is in it at every time: being well enough to leave, or having
 * left, answers none of them.
 */
export function hospitalPath(
  state: RecordState,
  stay: Stay,
  sees: Sees,
  telling: Telling = inTheThirdPerson(state),
): readonly PathStep[] {
  const from = stay.admitted === undefined ? undefined : dayOfEntry(stay.admitted)
  const since = (entry: Entry): boolean =>
    (from === undefined || dayOfEntry(entry) >= from) &&
    (stay.until === undefined || comesAfter(state, stay.until, entry))
  const look: Look = { state, stay, sees, telling, since }
  return STEPS.map(({ name: theirs, yours = theirs, owes, needs, cites, find }): PathStep => {
    const name = telling.turn(yours, theirs)
    if (!sees(needs)) return { name, owes, cites, stands: 'unseen', says: UNSEEN, rests: [] }
    const [stands, says, ...rests] = find(look)
    return { name, owes, cites, stands, says, rests }
  })
}
