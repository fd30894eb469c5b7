import type { Cast } from './at-the-table.ts'
import { assess } from './conversation.ts'
import { decide } from './decision.ts'
import { costed, lessened, quarters } from './lines.ts'
import { type Prices, showIndicative, workedOut } from './money.ts'
import { type Planned, issue } from './issuing.ts'
import { plan } from './planning.ts'
import { daysOfConversation } from './shape.ts'
import type { Sheet } from './sheet.ts'
import { changedNeed } from './needed.ts'
import { begin, deliver } from './support.ts'

/** Where an unexplained cut is planted: one area, so that whoever looks by area can find it. */
export const CUT_AREA = 'eastfield'

/** What comes after a plan: the first look, requests, cuts, the review of the year and what it leads to. */
export function liveWith(sheet: Sheet, cast: Cast, prices: Prices, first: Planned): void {
  const { chance, now, today } = sheet
  const clipped = sheet.plants('clipped-visits')
  deliver(sheet, first, first.issued + 28 + chance.between(0, 20), clipped)
  if (!waitUntil(sheet, first.issued + chance.between(36, 50))) return
  look(sheet, cast, 'light-touch', 'It began as agreed. What was late at first now comes in time.')
  progress(sheet, cast)
  keepSafe(sheet, cast)
  inHospital(sheet, cast)
  const asked = askForReview(sheet, cast)
  const cut = cutUnexplained(sheet, cast, first)
  const annual = first.issued + chance.between(322, 350)
  const misses = cut === undefined && asked === undefined && sheet.plants('missed-review')
  if (misses && today > first.reviewBy) sheet.plant({ fault: 'missed-review', entries: [first.id] })
  const inForce = cut ?? first
  if (today - now() > 120) deliver(sheet, inForce, today - 30 - chance.between(0, 25), clipped)
  if (misses || cut !== undefined || !waitUntil(sheet, Math.max(annual, asked ?? 0))) return
  reviewOfTheYear(sheet, cast, prices, first)
}

const waitUntil = (sheet: Sheet, day: number): boolean => sheet.wait(Math.max(0, day - sheet.now()))

type LeadsTo = 'no-change' | 'revise-plan' | 'reassess'

function look(
  { add, now }: Sheet,
  cast: Cast,
  type: 'light-touch' | 'planned' | 'requested',
  found: string,
  leadsTo: LeadsTo = 'no-change',
  on: number = now(),
): void {
  const involved = [cast.person, cast.worker]
  add(
    'review',
    cast.worker,
    { type, changed: leadsTo !== 'no-change', found, 'leads-to': leadsTo, involved },
    on,
  )
}

/** How far goals have come, as the person and the worker see it. */
function progress(sheet: Sheet, cast: Cast): void {
  const { chance, add } = sheet
  for (const goal of sheet.entries) {
    if (goal.kind !== 'goal' || goal.now === undefined || goal.agreed === undefined) continue
    const share = chance.weighted([
      [0, 40],
      [1, 45],
      [2, 15],
    ])
    const levels = [0, 1, 2, 3, 4] as const
    const level = levels[Math.min(goal.agreed, goal.now + share)] ?? goal.now
    add('progress', cast.worker, {
      goal: goal.id,
      'seen-by': chance.pick(['person', 'worker'] as const),
      level,
      says: level > goal.now ? 'Further than in spring.' : 'Much the same, and content with it.',
    })
  }
}

/** Who knows how may ask for a review, and gets an answer and the review. @returns the last day of that; undefined where they do not */
function askForReview(sheet: Sheet, cast: Cast): number | undefined {
  const { chance, add, who, today, now } = sheet
  if (!who.cluedUp || !chance.happens(0.35)) return undefined
  const on = now() + chance.between(40, 120)
  if (on > (sheet.ends ? today - 70 : today)) return undefined
  const asked = add(
    'review-asked',
    cast.person,
    { why: 'The mornings are too late for me, and the plan says eight.' },
    on,
  )
  const answered = on + chance.between(2, 20)
  if (answered > today) return on
  add(
    'review-answered',
    cast.worker,
    { asked, outcome: 'accepted', why: 'You may always ask. We come on Thursday.' },
    answered,
  )
  const held = answered + chance.between(5, 40)
  if (held <= today)
    look(sheet, cast, 'requested', 'The time was changed with the provider.', 'no-change', held)
  return held
}

const WORRIES = [
  'A cousin holds the bank card, and money is missing.',
  'Bruises that nobody can explain.',
  'The neighbours shout, and they are afraid to go out.',
]

/** Somebody is worried about their safety: looked into within days, and they are asked what they want. */
function keepSafe(sheet: Sheet, cast: Cast): void {
  const { chance, add, now, doneBy } = sheet
  if (!chance.happens(0.02)) return
  const about = chance.pick(WORRIES)
  const [concern, enquiry, closed] = [0, 4, 30].map((days) => doneBy(now() + days))
  if (concern === undefined) return
  add('safeguarding', cast.worker, { event: 'concern', about }, concern)
  const wants = 'That it stops, and that I stay where I am.'
  if (enquiry !== undefined) add('safeguarding', cast.worker, { event: 'enquiry', about, wants }, enquiry)
  if (closed !== undefined)
    add('safeguarding', cast.worker, { event: 'closed', about, why: 'What they wanted was done.' }, closed)
}

/** Of those at home, in the months after their support began; no figure is known. */
const TO_HOSPITAL = { under65: 0.05, over65: 0.16 }

/** Some weeks in hospital and home again, where the support that was there goes on. */
function inHospital(sheet: Sheet, cast: Cast): void {
  const { chance, who, now, today, add } = sheet
  if (who.setting !== 'home') return
  if (!chance.happens(who.age < 65 ? TO_HOSPITAL.under65 : TO_HOSPITAL.over65)) return
  const admitted = now() + chance.between(45, 130)
  const fit = admitted + chance.between(3, 20)
  const home = fit + chance.between(0, 4)
  // Not within the weeks whose visits are told, and over before today: a stay that lasts has a page of its own.
  if (home > today - 62) return
  add('hospital', cast.nhs(), { event: 'admitted' }, admitted)
  add('hospital', cast.nhs(), { event: 'fit-to-leave' }, fit)
  add('hospital', cast.nhs(), { event: 'discharged', to: 'home', pathway: 1 }, home)
}

/** Less support from one day to the next, in one area: no reassessment, no reason, and nobody asked. */
function cutUnexplained(sheet: Sheet, cast: Cast, before: Planned): Planned | undefined {
  const { chance, who, now, today } = sheet
  const isThere = who.traits.area === CUT_AREA && today - before.issued >= 330
  if (!isThere || !sheet.plants('unexplained-cut')) return undefined
  const days = Math.max(0, before.issued + chance.between(200, 300) - now())
  if (!sheet.wait(days)) return undefined
  const lines = lessened(before.lines, 0.2 + 0.2 * chance.next())
  const after = issue(sheet, cast, { version: before.version + 1, lines, means: before.means, changes: [] })
  const pence = before.lines.reduce((total, { weekly }) => total + weekly, 0)
  sheet.plant({
    fault: 'unexplained-cut',
    entries: [before.id, after.id],
    pence: pence - lines.reduce((total, { weekly }) => total + weekly, 0),
  })
  return after
}

const FOUND: Readonly<Record<LeadsTo, readonly string[]>> = {
  'no-change': [
    'Things are as they were, and the plan does what it should.',
    'Content with who comes and when. Nothing to change.',
    'A hard winter, and the plan held.',
  ],
  'revise-plan': [
    'The mornings take longer than the plan allows for.',
    'One more outing a week would be good, and was agreed.',
  ],
  reassess: ['A good deal has changed since spring.', 'New medicine, and much is different.'],
}

/** From a review to a new plan, with the copies, at the most. */
const TO_PLAN_ANEW = 130

function reviewOfTheYear(sheet: Sheet, cast: Cast, prices: Prices, before: Planned): void {
  const { chance } = sheet
  const drawn = chance.weighted<LeadsTo>([
    ['no-change', 66],
    ['revise-plan', 16],
    ['reassess', 18],
  ])
  // Where the record ends soon after, nothing is begun that would be left open.
  const leadsTo = sheet.ends && sheet.today - sheet.now() < TO_PLAN_ANEW ? 'no-change' : drawn
  look(sheet, cast, 'planned', chance.pick(FOUND[leadsTo]), leadsTo)
  progress(sheet, cast)
  switch (leadsTo) {
    case 'no-change':
      return
    case 'revise-plan':
      return revise(sheet, cast, prices, before)
    case 'reassess':
      return reassess(sheet, cast, prices, before)
  }
}

/** A little more, agreed at the review. */
function revise(sheet: Sheet, cast: Cast, prices: Prices, before: Planned): void {
  const { chance } = sheet
  if (!sheet.wait(chance.between(3, 14))) return
  const budget = workedOut(sheet, prices)
  if (budget !== undefined) showIndicative(sheet, cast, budget, new Map())
  const most = before.lines.find(({ unit, line }) => unit === 'hour' && line !== 'night')
  const lines = before.lines.map((line) =>
    line === most ? costed({ ...line, amount: quarters(line.amount * (1.08 + 0.15 * chance.next())) }) : line,
  )
  const changes =
    most === undefined ? [] : [{ line: most.line, why: 'It takes longer than it did; agreed at the review.' }]
  const after = issue(sheet, cast, { version: before.version + 1, lines, means: before.means, changes })
  begin(sheet, cast, after, before)
}

/** Needs are looked at again, the whole way: more help, less, or as much. */
function reassess(sheet: Sheet, cast: Cast, prices: Prices, before: Planned): void {
  const { chance, who } = sheet
  if (!sheet.wait(chance.between(2, 20))) return
  const change = chance.weighted([
    ['worse', 60],
    ['better', 30],
    ['same', 10],
  ] as const)
  const levels = { worse: -1, better: 1, same: 0 }[change]
  const share = { worse: 1.3, better: 0.7, same: 1 }[change]
  const needs = who.needs.map((needed) => changedNeed(needed, levels, share))
  const assessed = assess(sheet, cast, {
    of: 'reassessment',
    needs,
    days: daysOfConversation(chance),
    significant: true,
  })
  const decided = assessed === undefined ? undefined : decide(sheet, cast, assessed)
  if (assessed === undefined || decided === undefined) return
  const because =
    change === 'better'
      ? 'More is done alone than a year ago, as the reassessment shows; agreed together.'
      : 'The reassessment shows what is needed now; agreed together.'
  const after = plan(sheet, cast, {
    assessed,
    decided,
    prices,
    reablement: false,
    before,
    less: change === 'better',
    because,
  })
  if (after !== undefined) begin(sheet, cast, after, before)
}
