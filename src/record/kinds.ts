import { z } from 'zod'
import { FORMS, UNITS } from '../domain/allocation/support.ts'
import { TOPICS } from '../domain/outcomes/topics.ts'
import { WELLBEING_AREAS } from '../domain/outcomes/wellbeing.ts'
import * as v from './values.ts'

const {
  entry,
  level,
  numberFrom0,
  oneOf,
  party,
  poundsAUnit,
  poundsAWeek,
  poundsOnce,
  text,
  when,
  wholeNumber,
  yesOrNo,
} = v

const topic = oneOf(TOPICS)
const form = oneOf(FORMS)
const unit = oneOf(UNITS)
const topics = z.array(topic, { error: 'must be a list' })
const effect = oneOf(['builds', 'keeps', 'erodes'])
const seenBy = oneOf(['person', 'worker', 'provider'])
const list = <T extends z.ZodType>(of: T) => z.array(of, { error: 'must be a list' })
const object = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape, { error: 'must be an object' })
const version = z.union([v.identifier, z.number()], { error: 'must be a number or text' })
const lineId = z.union([v.identifier, z.number().int()], { error: 'must be a line id' })

export const WAYS_TO_ASSESS = ['face-to-face', 'supported-self', 'phone', 'online', 'combined'] as const
export const COPY_FORMS = [
  'letter',
  'online',
  'email',
  'easy-read',
  'large-print',
  'audio',
  'braille',
  'bsl',
] as const
export const FUNDERS = ['council', 'person', 'nhs', 'family', 'community'] as const

const asking = {
  contact: {
    how: oneOf(['phone', 'online', 'letter', 'referral', 'hospital', 'visit']),
    about: text,
    wants: text.optional(),
    signs: topics.optional(),
    urgent: yesOrNo.optional(),
    outcome: oneOf(['assess', 'advice-only', 'screened-out', 'passed-on']).optional(),
  },
  advice: {
    about: text,
    aim: oneOf(['information', 'prevention', 'reablement', 'benefits', 'housing', 'money', 'carers']),
  },
  hold: {
    stage: oneOf(['assessment', 'eligibility', 'budget', 'plan', 'support', 'review']),
    why: text,
    until: when.optional(),
    told: yesOrNo,
  },
  resume: { hold: entry('hold') },
  moved: {
    direction: oneOf(['in', 'out']),
    other: text,
    'plan-in-place': yesOrNo,
    'told-in-advance': yesOrNo.optional(),
  },
  hospital: {
    event: oneOf(['admitted', 'fit-to-leave', 'discharged']),
    to: oneOf(['home', 'interim', 'care-home', 'own-care']).optional(),
    pathway: wholeNumber(0, 3).optional(),
  },
}

const conversation = {
  'assessment-opened': {
    of: oneOf(['needs', 'carer', 'transition', 'reassessment']),
    subject: party,
    way: oneOf(WAYS_TO_ASSESS),
    assessor: party,
    offered: list(oneOf(WAYS_TO_ASSESS)).optional(),
    'told-what-to-expect': yesOrNo.optional(),
  },
  statement: {
    topic,
    'said-by': party,
    basis: oneOf(['lived', 'observed', 'document', 'told']),
    text,
    level: level.optional(),
    hoped: level.optional(),
    possible: level.optional(),
    times: numberFrom0.optional(),
    minutes: numberFrom0.optional(),
    people: z.literal([1, 2], { error: 'must be 1 or 2' }).optional(),
    night: yesOrNo.optional(),
    varies: text.optional(),
    doubts: list(oneOf(['taking-part', 'capacity'])).optional(),
    about: party.optional(),
  },
  dispute: { of: entry(), says: text, wants: text },
  'dispute-answered': {
    dispute: entry('dispute'),
    outcome: oneOf(['accepted', 'partly', 'refused']),
    why: text,
  },
  'carer-identified': {
    carer: party,
    provides: text,
    hours: numberFrom0.optional(),
    willing: yesOrNo,
    able: yesOrNo,
    assessment: oneOf(['accepted', 'declined', 'not-offered']),
  },
  advocacy: {
    difficulty: object({ understand: yesOrNo, retain: yesOrNo, weigh: yesOrNo, communicate: yesOrNo }),
    supporter: party.optional(),
    'person-agrees': yesOrNo.optional(),
    decision: oneOf(['not-needed', 'supporter', 'referred', 'appointed', 'not-referred']),
    advocate: party.optional(),
  },
  capacity: {
    decision: text,
    for: list(oneOf(['home', 'support', 'money', 'assessment', 'health', 'other'])),
    'help-given': list(text),
    understands: yesOrNo,
    retains: yesOrNo,
    weighs: yesOrNo,
    communicates: yesOrNo,
    because: text.optional(),
    'has-capacity': yesOrNo,
    'best-interests': object({
      decided: text,
      consulted: list(party),
      wishes: text,
      'less-restrictive': text,
    }).optional(),
  },
  liberty: {
    arrangement: text,
    reasons: text,
    authorised: oneOf(['none-needed', 'requested', 'granted', 'refused']),
  },
  risk: {
    activity: text,
    wish: text,
    good: text,
    harm: text,
    safeguards: list(text),
    decision: oneOf(['go-ahead', 'go-ahead-with-safeguards', 'not-now']),
    why: text,
  },
  need: {
    text,
    topics: topics.min(1, { error: 'must not be empty' }),
    cause: text,
    test: oneOf(['unable', 'pain', 'danger', 'slow', 'health', 'managing']),
    of: party.optional(),
    wellbeing: list(oneOf(WELLBEING_AREAS)),
    over: text.optional(),
    impact: oneOf(['none', 'some', 'significant']),
    'impact-why': text,
    'met-by': object({ carer: party, willing: yesOrNo, able: yesOrNo }).optional(),
    statements: list(entry('statement')).optional(),
  },
  'assessment-closed': {
    assessment: entry('assessment-opened'),
    outcome: oneOf(['completed', 'refused-by-person', 'withdrawn']),
  },
}

const decision = {
  eligibility: {
    assessment: entry('assessment-opened'),
    eligible: yesOrNo,
    needs: list(object({ need: entry('need'), eligible: yesOrNo, why: text })),
    reasons: text,
    'capacity-to-decline': yesOrNo.optional(),
  },
  copy: {
    of: entry(
      'assessment-opened',
      'eligibility',
      'plan',
      'personal-budget',
      'indicative-budget',
      'review',
      'financial-assessment',
    ),
    to: party,
    as: oneOf(COPY_FORMS),
  },
}

const money = {
  'indicative-budget': {
    weekly: poundsAWeek,
    model: text.optional(),
    lines: list(object({ topic, weekly: poundsAWeek, why: text })).optional(),
    shown: yesOrNo,
  },
  'financial-assessment': {
    weekly: poundsAWeek,
    capital: poundsOnce,
    income: poundsAWeek,
    expenses: poundsAWeek,
    'light-touch': yesOrNo.optional(),
    lines: list(
      object({
        what: text,
        kind: oneOf(['income', 'capital', 'disregard', 'expense', 'allowance']),
        weekly: poundsAWeek,
        // Yes, no, or how much of what was claimed.
        allowed: z
          .union([yesOrNo, poundsAWeek], { error: 'must be true, false or pounds a week' })
          .optional(),
        why: text.optional(),
      }),
    ).optional(),
  },
  option: {
    needs: list(entry('need')),
    what: text,
    form,
    unit,
    amount: numberFrom0,
    price: poundsAUnit.optional(),
    weekly: poundsAWeek.optional(),
    effect,
    'proposed-by': party,
    liked: wholeNumber(1, 99).optional(),
  },
  'option-answered': {
    option: entry('option'),
    outcome: oneOf(['accepted', 'refused']),
    why: text,
    ground: oneOf([
      'cost',
      'risk',
      'not-a-need',
      'not-available',
      'unlawful',
      'person-chose-other',
    ]).optional(),
  },
}

const plan = {
  goal: {
    words: text,
    topics,
    type: oneOf(['gain', 'keep', 'slow-decline', 'experience']),
    now: level.optional(),
    hoped: level.optional(),
    agreed: level.optional(),
    'by-when': when.optional(),
    talked: text.optional(),
  },
  plan: {
    version,
    status: oneOf(['draft', 'issued']),
    lines: list(
      object({
        line: lineId,
        needs: list(entry('need')),
        goals: list(entry('goal')).optional(),
        what: text,
        form,
        provider: party.optional(),
        unit,
        amount: numberFrom0,
        price: poundsAUnit,
        weekly: poundsAWeek,
        funder: oneOf(FUNDERS),
        way: oneOf(['managed', 'direct-payment', 'isf', 'self', 'none']),
        effect: effect.optional(),
        why: text,
      }),
    ),
    contingency: text.optional(),
    'review-by': when.optional(),
    wishes: text.optional(),
    prevent: text.optional(),
    'brought-over': yesOrNo.optional(),
    changes: list(object({ line: lineId, why: text })).optional(),
    involved: list(party),
  },
  'personal-budget': {
    plan: entry('plan'),
    weekly: poundsAWeek,
    council: poundsAWeek,
    person: poundsAWeek,
    lines: list(object({ line: lineId, weekly: poundsAWeek, person: poundsAWeek.optional() })).optional(),
  },
  response: {
    to: entry('assessment-opened', 'eligibility', 'indicative-budget', 'plan', 'personal-budget'),
    extent: oneOf(['agrees', 'partly', 'disagrees']),
    says: text,
  },
  'sign-off': {
    of: entry('plan'),
    decision: oneOf(['approved', 'returned', 'refused']),
    ground: oneOf(['cost', 'quality', 'missing', 'unlawful']).optional(),
    why: text,
  },
}

const support = {
  'support-started': { plan: entry('plan'), line: lineId, provider: party, contract: text.optional() },
  'support-delivered': {
    plan: entry('plan'),
    line: lineId,
    from: when,
    to: when,
    planned: numberFrom0,
    delivered: numberFrom0,
    missed: numberFrom0.optional(),
    late: numberFrom0.optional(),
    short: numberFrom0.optional(),
    workers: numberFrom0.optional(),
    invoiced: numberFrom0.optional(),
  },
  'support-ended': {
    plan: entry('plan'),
    line: lineId,
    why: text,
    'by-whom': oneOf(['person', 'council', 'provider']).optional(),
  },
  'direct-payment': {
    plan: entry('plan'),
    weekly: poundsAWeek,
    way: oneOf(['person', 'nominated', 'authorised']),
    account: text.optional(),
  },
}

const afterwards = {
  progress: {
    goal: entry('goal'),
    'seen-by': seenBy,
    level: level.optional(),
    attained: wholeNumber(-2, 2).optional(),
    says: text,
  },
  measure: {
    tool: oneOf(['ascot-sct4', 'ladder', 'making-it-real']),
    items: z.record(v.identifier, level, { error: 'must be an object' }),
    'seen-by': seenBy,
  },
  review: {
    type: oneOf(['planned', 'light-touch', 'unplanned', 'requested', 'new-plan']),
    changed: yesOrNo,
    found: text,
    'leads-to': oneOf(['no-change', 'revise-plan', 'reassess', 'end']),
    involved: list(party),
  },
  'review-asked': {
    why: text,
    answered: oneOf(['accepted', 'refused']).optional(),
    'why-refused': text.optional(),
  },
  'review-answered': { asked: entry('review-asked'), outcome: oneOf(['accepted', 'refused']), why: text },
  complaint: { about: text, wants: text },
  'complaint-answered': {
    complaint: entry('complaint'),
    outcome: oneOf(['upheld', 'partly', 'not-upheld']),
    why: text,
    'ombudsman-told': yesOrNo,
  },
  safeguarding: {
    event: oneOf(['concern', 'enquiry', 'no-enquiry', 'closed']),
    about: text,
    wants: text.optional(),
    why: text.optional(),
  },
  worker: { worker: party, event: oneOf(['allocated', 'left']) },
  note: { of: entry().optional(), text },
  closed: { why: text },
}

/** What each kind of entry holds beyond what every entry holds. The one list of kinds: everything else is made from it. */
export const KINDS = { ...asking, ...conversation, ...decision, ...money, ...plan, ...support, ...afterwards }

export type Kind = keyof typeof KINDS
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the keys of a literal
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[]
export const isKind = (name: unknown): name is Kind => typeof name === 'string' && Object.hasOwn(KINDS, name)
