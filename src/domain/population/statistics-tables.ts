import { type PlainDate, daysBetween } from '../dates/plain-date.ts'
import { type Figures, type GoalFigure, lastPlan } from './figures.ts'

type Period = { readonly from: PlainDate; readonly to: PlainDate }

/** A way in which everybody is in one place and no other. */
export type Category = {
  readonly id: string
  readonly words: string
  /** the name of the same people in another table */
  readonly same?: string
}

/** Categories that are added together where groups would otherwise be too small to show. */
export type Wider = { readonly id: string; readonly words: string; readonly of: readonly string[] }

export type Table = {
  readonly id: string
  readonly title: string
  /** what is counted, in a sentence */
  readonly about: string
  readonly categories: readonly Category[]
  /** what is not named in any stands by itself */
  readonly wider?: readonly Wider[]
  /** the category that somebody is in */
  readonly of: (figures: Figures, period: Period) => string
}

const within = ({ on }: { readonly on: PlainDate }, { from, to }: Period): boolean => on > from && on <= to
const latestIn = <T extends { readonly on: PlainDate }>(all: readonly T[], period: Period): T | undefined =>
  all.findLast((each) => within(each, period))

const NO_PLAN: Category = { id: 'no-plan', words: 'No plan in force', same: 'no-plan' }

const contacts: Table = {
  id: 'contacts',
  title: 'People who asked for help, and what came of it',
  about: 'By the last time in the year that somebody asked for help for themselves.',
  categories: [
    { id: 'assess', words: 'Led to an assessment' },
    { id: 'advice-only', words: 'Given advice only' },
    { id: 'screened-out', words: 'Turned away' },
    { id: 'passed-on', words: 'Passed on to somebody else' },
    { id: 'not-recorded', words: 'Nothing recorded yet' },
    { id: 'none', words: 'Did not ask in the year' },
  ],
  wider: [
    {
      id: 'not-assessed',
      words: 'Did not lead to an assessment, or nothing is recorded yet',
      of: ['advice-only', 'screened-out', 'passed-on', 'not-recorded'],
    },
  ],
  of: (figures, period) => {
    const asked = latestIn(
      figures.contacts.filter(({ whom }) => whom === 'person'),
      period,
    )
    return asked === undefined ? 'none' : (asked.outcome ?? 'not-recorded')
  },
}

const assessments: Table = {
  id: 'assessments',
  title: 'Assessments of needs',
  about: 'By the person’s last assessment, where it was opened or closed in the year.',
  categories: [
    { id: 'open', words: 'Still open' },
    { id: 'completed', words: 'Completed' },
    { id: 'refused-by-person', words: 'Refused by the person' },
    { id: 'withdrawn', words: 'Withdrawn' },
    { id: 'none', words: 'None in the year' },
  ],
  wider: [
    {
      id: 'ended',
      words: 'Completed, refused by the person or withdrawn',
      of: ['completed', 'refused-by-person', 'withdrawn'],
    },
  ],
  of: ({ assessments: all }, { from, to }) => {
    const last = all.findLast(({ whom, opened }) => whom === 'person' && opened <= to)
    if (last === undefined) return 'none'
    if (last.closed === null || last.closed > to) return 'open'
    return last.closed > from ? (last.outcome ?? 'completed') : 'none'
  },
}

const eligibility: Table = {
  id: 'eligibility',
  title: 'Decisions on who is eligible',
  about: 'By the last decision in the year about the person’s own needs.',
  categories: [
    { id: 'eligible', words: 'Eligible' },
    { id: 'not-eligible', words: 'Not eligible' },
    { id: 'none', words: 'No decision in the year' },
  ],
  of: ({ assessments: all }, period) => {
    const decided = latestIn(
      all.flatMap(({ whom, decided: made }) => (whom === 'person' && made !== null ? [made] : [])),
      period,
    )
    return decided === undefined ? 'none' : decided.eligible ? 'eligible' : 'not-eligible'
  },
}

const WAITS = [
  { to: 28, id: '0-28', words: '28 days or fewer' },
  { to: 56, id: '29-56', words: '29 to 56 days' },
  { to: 182, id: '57-182', words: '57 days to six months' },
  { to: Number.POSITIVE_INFINITY, id: 'over-182', words: 'More than six months' },
] as const
const bandOf = (days: number): string => WAITS.find(({ to }) => days <= to)?.id ?? 'over-182'

const waits: Table = {
  id: 'waits',
  title: 'How long people wait for an assessment',
  about:
    'Days from asking to the opening of an assessment in the year, or up to its end where people still wait.',
  categories: [
    ...WAITS.map(({ id, words }) => ({ id: `waited-${id}`, words: `Waited ${words.toLowerCase()}` })),
    ...WAITS.map(({ id, words }) => ({
      id: `waits-${id}`,
      words: `Still waits: ${words.toLowerCase()} so far`,
    })),
    { id: 'none', words: 'Did not wait in the year' },
  ],
  wider: [
    {
      id: 'waited-longer',
      words: 'Waited more than 28 days',
      of: ['waited-29-56', 'waited-57-182', 'waited-over-182'],
    },
    { id: 'waits', words: 'Still waits', of: WAITS.map(({ id }) => `waits-${id}`) },
  ],
  of: (figures, { from, to }) => {
    const asked = figures.contacts.findLast(
      ({ whom, outcome, on }) => whom === 'person' && outcome === 'assess' && on <= to,
    )
    if (asked === undefined) return 'none'
    const opened = figures.assessments.find(
      (each) => each.whom === 'person' && each.opened >= asked.on && each.opened <= to,
    )?.opened
    if (opened === undefined) {
      const gone = figures.closed.some((day) => day >= asked.on && day <= to)
      return gone ? 'none' : `waits-${bandOf(daysBetween(asked.on, to))}`
    }
    return opened > from ? `waited-${bandOf(daysBetween(asked.on, opened))}` : 'none'
  },
}

const holds: Table = {
  id: 'holds',
  title: 'Put on hold, and whether the person was told',
  about: 'By the last hold of the year. Told means told, with a reason and an end date.',
  categories: [
    { id: 'told', words: 'On hold, and told why and until when' },
    { id: 'not-told', words: 'On hold, and not told so' },
    { id: 'none', words: 'Not on hold in the year' },
  ],
  wider: [{ id: 'held', words: 'On hold, told or not', of: ['told', 'not-told'] }],
  of: (figures, period) => {
    const hold = latestIn(figures.holds, period)
    if (hold === undefined) return 'none'
    return hold.told && hold.reasoned && hold.until !== null ? 'told' : 'not-told'
  },
}

const BUDGETS = [
  { below: 10_000, id: 'under-100', words: 'Under £100 a week' },
  { below: 25_000, id: '100-249', words: '£100 to £249.99 a week' },
  { below: 50_000, id: '250-499', words: '£250 to £499.99 a week' },
  { below: 100_000, id: '500-999', words: '£500 to £999.99 a week' },
  { below: Number.POSITIVE_INFINITY, id: '1000-and-over', words: '£1,000 a week or more' },
] as const

const planIn = (figures: Figures, to: PlainDate) =>
  figures.closed.some((day) => day <= to) && figures.stage === 'closed'
    ? undefined
    : lastPlan({ ...figures, plans: figures.plans.filter(({ on }) => on <= to) })

const budgets: Table = {
  id: 'budgets',
  title: 'What plans cost a week',
  about: 'The plan in force at the end of the year: what the council and the person pay together.',
  categories: [...BUDGETS.map(({ id, words }) => ({ id, words })), NO_PLAN],
  wider: [
    { id: 'under-250', words: 'Under £250 a week', of: ['under-100', '100-249'] },
    { id: '500-and-over', words: '£500 a week or more', of: ['500-999', '1000-and-over'] },
  ],
  of: (figures, { to }) => {
    const plan = planIn(figures, to)
    if (plan === undefined) return 'no-plan'
    return BUDGETS.find(({ below }) => plan.weekly < below)?.id ?? '1000-and-over'
  },
}

const cuts: Table = {
  id: 'cuts',
  title: 'Support that was cut',
  about:
    'By the last plan of the year that gives less council-funded support than the one before, with nothing in its place.',
  categories: [
    { id: 'reassessed', words: 'Cut, after a reassessment or because it was asked for' },
    { id: 'not-reassessed', words: 'Cut, without a reassessment' },
    { id: 'none', words: 'Not cut in the year' },
    NO_PLAN,
  ],
  wider: [{ id: 'cut', words: 'Cut, with a reassessment or without', of: ['reassessed', 'not-reassessed'] }],
  of: (figures, period) => {
    if (planIn(figures, period.to) === undefined) return 'no-plan'
    const cut = latestIn(figures.cuts, period)
    return cut === undefined ? 'none' : cut.reassessed ? 'reassessed' : 'not-reassessed'
  },
}

const disputes: Table = {
  id: 'disputes',
  title: 'Disputes and what came of them',
  about: 'By the last time in the year that something in the record was disputed.',
  categories: [
    { id: 'accepted', words: 'Accepted' },
    { id: 'partly', words: 'Accepted in part' },
    { id: 'refused', words: 'Refused' },
    { id: 'open', words: 'Not answered yet' },
    { id: 'none', words: 'Nothing disputed in the year' },
  ],
  wider: [{ id: 'disputed', words: 'Disputed something', of: ['accepted', 'partly', 'refused', 'open'] }],
  of: (figures, period) => {
    const dispute = latestIn(figures.disputes, period)
    return dispute === undefined ? 'none' : (dispute.outcome ?? 'open')
  },
}

const complaints: Table = {
  id: 'complaints',
  title: 'Complaints and what came of them',
  about: 'By the last complaint of the year.',
  categories: [
    { id: 'upheld', words: 'Upheld' },
    { id: 'partly', words: 'Upheld in part' },
    { id: 'not-upheld', words: 'Not upheld' },
    { id: 'open', words: 'Not answered yet' },
    { id: 'none', words: 'No complaint in the year' },
  ],
  wider: [{ id: 'complained', words: 'Complained', of: ['upheld', 'partly', 'not-upheld', 'open'] }],
  of: (figures, period) => {
    const complaint = latestIn(figures.complaints, period)
    return complaint === undefined ? 'none' : (complaint.outcome ?? 'open')
  },
}

const delivered: Table = {
  id: 'delivered',
  title: 'Support given against support planned',
  about:
    'Everything that providers reported for the person in the year, given over planned; more than planned of one thing never hides less of another.',
  categories: [
    { id: 'all', words: '90% or more of what was planned' },
    { id: 'most', words: 'From 75% to under 90%' },
    { id: 'less', words: 'Under 75%' },
    { id: 'none', words: 'Nothing reported in the year' },
  ].map((category) => ({ ...category, id: `given-${category.id}` })),
  wider: [{ id: 'given-under-90', words: 'Under 90%', of: ['given-most', 'given-less'] }],
  of: ({ delivered: given }, { from, to }) => {
    const theirs = given.filter((each) => each.to > from && each.to <= to)
    const planned = theirs.reduce((sum, each) => sum + each.planned, 0)
    if (planned === 0) return 'given-none'
    const share = theirs.reduce((sum, each) => sum + Math.min(each.delivered, each.planned), 0) / planned
    return share >= 0.9 ? 'given-all' : share >= 0.75 ? 'given-most' : 'given-less'
  },
}

/** How far a goal has come: by the level where there is one, else by how far it was attained. */
function cameTo({
  now,
  hoped,
  agreed,
  progress,
}: GoalFigure): 'reached' | 'nearer' | 'not-nearer' | 'not-looked-at' {
  const last = progress.findLast(({ level, attained }) => level !== null || attained !== null)
  if (last === undefined) return 'not-looked-at'
  const aim = hoped ?? agreed
  if (last.level !== null && aim !== null) {
    if (last.level >= aim) return 'reached'
    return now !== null && last.level > now ? 'nearer' : 'not-nearer'
  }
  const attained = last.attained ?? -1
  return attained >= 0 ? 'reached' : attained === -1 ? 'nearer' : 'not-nearer'
}

const hopes: Table = {
  id: 'hopes',
  title: 'What people hoped for, and what came of it',
  about:
    'By the person’s goals as they stand: the best that came of any of them. Reached means what the person hoped for, not what was agreed to be enough.',
  categories: [
    { id: 'reached', words: 'A hope was reached' },
    { id: 'nearer', words: 'Nearer to a hope' },
    { id: 'not-nearer', words: 'No nearer' },
    { id: 'not-looked-at', words: 'Nobody has looked yet' },
    { id: 'none', words: 'No goal is recorded' },
  ],
  wider: [
    { id: 'further', words: 'A hope was reached, or is nearer', of: ['reached', 'nearer'] },
    { id: 'no-further', words: 'No nearer, or nobody has looked', of: ['not-nearer', 'not-looked-at'] },
  ],
  of: ({ goals }, { to }) => {
    const came = goals
      .filter(({ on }) => on <= to)
      .map((goal) => cameTo({ ...goal, progress: goal.progress.filter(({ on }) => on <= to) }))
    return (
      (['reached', 'nearer', 'not-nearer', 'not-looked-at'] as const).find((each) => came.includes(each)) ??
      'none'
    )
  },
}

/** Every table of the open statistics, in the order in which a person meets what it is about. */
export const TABLES: readonly Table[] = [
  contacts,
  waits,
  assessments,
  eligibility,
  budgets,
  delivered,
  hopes,
  holds,
  cuts,
  disputes,
  complaints,
]
