import { doubtsOfCapacity } from '../../domain/checks/capacity-found.ts'
import { dated, dayOfEntry, dueInDays, dueInWeeks, hasWords } from '../../domain/checks/clocks.ts'
import { comesAfter } from '../../domain/checks/order.ts'
import { standardsFor } from '../../domain/checks/standards.ts'
import { inList } from '../../domain/checks/telling.ts'
import { isPersonsSide } from '../../domain/checks/whose.ts'
import type { CitationId } from '../../domain/care-act/citations.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import type { Resource } from '../../record/access.ts'
import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all, closingOf, nameOf } from '../../record/state.ts'
import { type PathStep, type Sees, UNSEEN } from './view-path.ts'
import { PATHWAY_WORDS, type Owes, type Stands, TO_WORDS } from './words.ts'

type Hospital = EntryOf<'hospital'>

/** One time in hospital: from the admission to the next one. */
export type Stay = {
  readonly admitted: Hospital | undefined
  readonly fit: Hospital | undefined
  readonly left: Hospital | undefined
  /** the next admission: what came after it belongs to the next stay */
  readonly until: Hospital | undefined
}

export function stays(state: RecordState): readonly Stay[] {
  const events = all(state, 'hospital')
  const starts = events.filter(({ event }, place) => event === 'admitted' || place === 0)
  return starts
    .map((start, place): Stay => {
      const until = starts[place + 1]
      const theirs = events.filter(
        (event) =>
          (event === start || comesAfter(state, event, start)) &&
          (until === undefined || comesAfter(state, until, event)),
      )
      return {
        admitted: start.event === 'admitted' ? start : undefined,
        fit: theirs.find(({ event }) => event === 'fit-to-leave'),
        left: theirs.find(({ event }) => event === 'discharged'),
        until,
      }
    })
    .toReversed()
}

type Look = {
  readonly state: RecordState
  readonly stay: Stay
  readonly sees: Sees
  /** belongs to this stay: on or after the day of the admission, before the next one */
  readonly since: (entry: Entry) => boolean
}

type Found = readonly [stands: Stands, says: string, ...rests: readonly Entry[]]
type Step = {
  readonly name: string
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
  owes: 'hospital',
  needs: 'conversation',
  cites: ['CA s74', 'CA s9(5)'],
  find: ({ state, since }) => {
    const said = all(state, 'statement').filter(since)
    const own = first(said.filter((entry) => isPersonsSide(state, entry['said-by'])))
    if (own === undefined)
      return ['owed', `Nothing that ${state.person.name} said has been written down since.`]
    const carers = [...state.parties.values()].filter(
      ({ role, 'lives-with': within }) => role === 'carer' && within === true,
    )
    const unheard = carers.filter(({ id }) => !said.some((entry) => entry['said-by'] === id))
    return unheard.length > 0
      ? ['owed', `${inList(unheard.map(({ name }) => name))} has not been heard.`, own]
      : ['done', `Heard since ${dated(own)}.`, own]
  },
}

const named: Step = {
  name: 'Somebody of the council is named',
  owes: 'council',
  needs: 'people',
  cites: ['G15'],
  find: ({ state, stay: { until } }) => {
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
      : ['done', `${nameOf(state, last.worker)}, since ${dated(last)}.`, last]
  },
}

const asked: Step = {
  name: 'The four questions: is it very hard to take part?',
  owes: 'council',
  needs: 'capacity',
  cites: ['CA s67(2)', 'CA s67(4)'],
  find: ({ state, since }) => {
    const last = all(state, 'advocacy').findLast(since)
    if (last === undefined) return ['owed', 'Nobody has asked since.']
    if (last.decision === 'referred')
      return ['waiting', `An advocate was asked for on ${dated(last)}. Nobody has been found yet.`, last]
    return last.decision === 'appointed' && last.advocate !== undefined
      ? ['done', `Asked, and ${nameOf(state, last.advocate)} is their advocate since ${dated(last)}.`, last]
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
  owes: 'council',
  needs: 'capacity',
  cites: ['MCA s1(2)', 'MCA s3'],
  find: ({ state, since }) => {
    const doubts = doubtsOfCapacity(state).filter(since)
    const found = all(state, 'capacity').filter((entry) => since(entry) && entry.for.includes('home'))
    const last = found.at(-1)
    const open = doubts.findLast((doubt) => last === undefined || dayOfEntry(doubt) > dayOfEntry(last))
    if (open !== undefined)
      return [
        'owed',
        `${nameOf(state, open['said-by'])} doubted it on ${dated(open)}, and nobody has asked since.`,
        open,
      ]
    if (last === undefined) return ['not-needed', 'Nobody doubts that they can decide. So it is theirs.']
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
          `Not able to decide on ${dated(last)}. What is best was worked out with those close to them.`,
          last,
        ]
  },
}

const helpers: Step = {
  name: 'Who really helps at home',
  owes: 'council',
  needs: 'conversation',
  cites: ['CA s10(5)'],
  find: ({ state, stay, since }) => {
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
      const names = inList([...new Set(old.map(({ carer }) => nameOf(state, carer)))])
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
        : `Asked. ${inList([...new Set(helping.map(({ carer }) => nameOf(state, carer)))])} would go on.`,
      ...now,
    ]
  },
}

const seen: Step = {
  name: 'The home is looked at',
  owes: 'council',
  needs: 'conversation',
  cites: ['CA s9(4)', 'G15'],
  find: ({ state, since }) => {
    const look = all(state, 'statement').findLast(
      (entry) => since(entry) && entry.topic === 'home-safety' && entry.basis === 'observed',
    )
    return look === undefined
      ? ['owed', 'Nobody has written down what the home is like now.']
      : ['done', `${nameOf(state, look['said-by'])} saw it, ${dated(look)}.`, look]
  },
}

const fit: Step = {
  name: 'Well enough to leave',
  owes: 'hospital',
  needs: 'asking',
  cites: [],
  find: ({ stay }) =>
    stay.fit === undefined
      ? stay.left === undefined
        ? ['later', 'The hospital has not said so.']
        : ['not-needed', 'They left, and nobody wrote this down.']
      : ['done', `Since ${dated(stay.fit)}. This is not a decision to leave.`, stay.fit],
}

const firstHelp: Step = {
  name: 'Help for the first days is ready',
  owes: 'council',
  needs: 'support',
  cites: ['CA s9', 'CA s19(3)'],
  find: ({ state, stay, since }) => {
    const { left } = stay
    if (left?.pathway === 0) return ['not-needed', 'They left with no need of new help.', left]
    const byThen = (entry: Entry) => left === undefined || dayOfEntry(entry) <= dayOfEntry(left)
    const started = all(state, 'support-started').findLast((entry) => since(entry) && byThen(entry))
    if (started !== undefined)
      return ['done', `${nameOf(state, started.provider)}, from ${dated(started)}.`, started]
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
  find: ({ stay: { left } }) => {
    if (left === undefined) return ['later', 'Still in hospital.']
    const where = left.to === undefined ? 'Nobody wrote down where to' : TO_WORDS[left.to]
    const help = left.pathway === undefined ? undefined : PATHWAY_WORDS[left.pathway]
    return ['done', `${where}, on ${dated(left)}.${help === undefined ? '' : ` ${help}.`}`, left]
  },
}

const byDue = (
  { state, stay }: Look,
  due: PlainDate | undefined,
  done: Entry | undefined,
  says: string,
): Found => {
  if (stay.left === undefined) return ['later', 'Comes when they have left.']
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
export function hospitalPath(state: RecordState, stay: Stay, sees: Sees): readonly PathStep[] {
  const from = stay.admitted === undefined ? undefined : dayOfEntry(stay.admitted)
  const since = (entry: Entry): boolean =>
    (from === undefined || dayOfEntry(entry) >= from) &&
    (stay.until === undefined || comesAfter(state, stay.until, entry))
  const look: Look = { state, stay, sees, since }
  return STEPS.map(({ name, owes, needs, cites, find }): PathStep => {
    if (!sees(needs)) return { name, owes, cites, stands: 'unseen', says: UNSEEN, rests: [] }
    const [stands, says, ...rests] = find(look)
    return { name, owes, cites, stands, says, rests }
  })
}

/** What stands behind "home" or "not home": what they want, what was found, what was weighed, what others say. */
export type WhyHome = {
  readonly wants: readonly { readonly entry: Entry; readonly says: string }[]
  readonly capacity: EntryOf<'capacity'> | undefined
  readonly risks: readonly EntryOf<'risk'>[]
  readonly others: readonly EntryOf<'statement'>[]
}

const ABOUT_HOME: readonly string[] = ['home', 'home-safety', 'night', 'family']

export function whyHome(state: RecordState, stay: Stay): WhyHome {
  const from = stay.admitted === undefined ? undefined : dayOfEntry(stay.admitted)
  const since = (entry: Entry): boolean =>
    (from === undefined || dayOfEntry(entry) >= from) &&
    (stay.until === undefined || comesAfter(state, stay.until, entry)) &&
    (stay.left === undefined || dayOfEntry(entry) <= dayOfEntry(stay.left))
  const goals = all(state, 'goal').filter(
    (goal) => since(goal) && goal.topics.some((topic) => ABOUT_HOME.includes(topic)),
  )
  const said = all(state, 'statement').filter((entry) => since(entry) && ABOUT_HOME.includes(entry.topic))
  return {
    wants: [
      ...all(state, 'contact').flatMap((contact) =>
        since(contact) && hasWords(contact.wants) ? [{ entry: contact, says: contact.wants ?? '' }] : [],
      ),
      ...goals.map((goal) => ({ entry: goal, says: goal.words })),
      ...said
        .filter((entry) => entry['said-by'] === state.person.id)
        .map((entry) => ({ entry, says: entry.text })),
    ],
    capacity: all(state, 'capacity').findLast((entry) => since(entry) && entry.for.includes('home')),
    risks: all(state, 'risk').filter(since),
    others: said.filter((entry) => entry['said-by'] !== state.person.id),
  }
}
