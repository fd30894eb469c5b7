import type { Kind } from '../src/record/kinds.ts'

// One whole, lawful story, told in the steps of `a-record.ts`: Ada Brook, 82, asks for help, is assessed and heard, found
// eligible, shown a budget, offered a choice, given a plan and a copy of everything, supported and looked in on.

export const DAYS = {
  contact: '2026-01-05',
  opened: '2026-01-12',
  visit: '2026-01-14',
  closed: '2026-01-26',
  decided: '2026-01-28',
  copied: '2026-01-30',
  indicative: '2026-02-02',
  options: '2026-02-04',
  answered: '2026-02-09',
  planned: '2026-02-16',
  agreed: '2026-02-18',
  started: '2026-02-23',
  delivered: '2026-03-23',
  reviewed: '2026-04-07',
} as const

export type Step = readonly [kind: Kind, on: string, fields: Readonly<Record<string, unknown>>]

export const PERSON = { id: 'p', name: 'Ada Brook', born: '1943-05-02' }

export const PARTIES = [
  { id: 'p', name: 'Ada Brook', role: 'person' },
  {
    id: 'sw',
    name: 'Noor Haddad',
    role: 'social-worker',
    registered: true,
    training: ['care-act-assessment', 'mental-capacity'],
  },
  { id: 'mgr', name: 'Lena Osei', role: 'manager', registered: true },
  { id: 'fin', name: 'Tom Pike', role: 'finance' },
  { id: 'care', name: 'Brightwater Home Care', role: 'provider' },
  { id: 'club', name: 'Mill Lane Club', role: 'provider' },
  { id: 'son', name: 'Ben Brook', role: 'family', relationship: 'son, lives in another town' },
] as const

/** Comes with `withCarer`. */
export const HUSBAND = {
  id: 'husband',
  name: 'Walter Brook',
  role: 'carer',
  'lives-with': true,
  relationship: 'husband',
} as const

export const POLICY = {
  prices: [
    { form: 'agency', unit: 'hour', price: 25, from: '2025-04-01' },
    { form: 'personal-assistant', unit: 'hour', price: 16, from: '2025-04-01' },
    { form: 'day-service', unit: 'day', price: 60, from: '2025-04-01' },
    { form: 'respite', unit: 'hour', price: 25, from: '2025-04-01' },
  ],
} as const

export const contact: readonly Step[] = [
  [
    'contact',
    DAYS.contact,
    {
      by: 'p',
      how: 'phone',
      about: 'I can no longer get into the bath, and I do not get out.',
      wants: 'Some help in the mornings.',
      signs: ['hygiene', 'clothing', 'community'],
      outcome: 'assess',
    },
  ],
]

const said = (topic: string, text: string, more: Readonly<Record<string, unknown>>): Step => [
  'statement',
  DAYS.visit,
  { topic, 'said-by': 'p', basis: 'lived', text, ...more },
]

export const conversation: readonly Step[] = [
  ['worker', '2026-01-07', { by: 'mgr', worker: 'sw', event: 'allocated' }],
  [
    'assessment-opened',
    DAYS.opened,
    {
      of: 'needs',
      subject: 'p',
      way: 'face-to-face',
      assessor: 'sw',
      offered: ['face-to-face', 'supported-self', 'phone'],
      'told-what-to-expect': true,
    },
  ],
  [
    'advocacy',
    DAYS.visit,
    {
      difficulty: { understand: false, retain: false, weigh: false, communicate: false },
      decision: 'not-needed',
    },
  ],
  said('hygiene', 'I cannot get over the side of the bath.', { level: 1, hoped: 1, times: 7, minutes: 30 }),
  said('clothing', 'I cannot bend to my feet.', { level: 1, hoped: 1, times: 7, minutes: 15 }),
  said('community', 'I miss the club. I cannot manage the bus.', { level: 1, hoped: 2, times: 1 }),
  said('nutrition', 'I cook sitting down.', { level: 3 }),
  said('toilet', 'I see to that myself.', { level: 4 }),
  said('home-safety', 'I hold the rail.', { level: 3 }),
  said('home-upkeep', 'A neighbour does the floors and I do the rest.', { level: 3 }),
  said('relationships', 'Ben rings every night.', { level: 4 }),
  said('work-learning', 'I am done with work.', { level: 4 }),
  said('parenting', 'There is no child in my care.', { level: 4 }),
  [
    'need',
    DAYS.visit,
    {
      text: 'Help to wash and dress in the morning',
      topics: ['hygiene', 'clothing'],
      cause: 'Arthritis in hips and hands',
      test: 'unable',
      wellbeing: ['dignity', 'health'],
      impact: 'significant',
      'impact-why': 'She goes unwashed, and being clean matters to her more than anything.',
      statements: ['statement-1', 'statement-2'],
    },
  ],
  [
    'need',
    DAYS.visit,
    {
      text: 'Getting to the club',
      topics: ['community'],
      cause: 'Arthritis in hips and hands',
      test: 'unable',
      wellbeing: ['relationships', 'participation'],
      impact: 'significant',
      'impact-why': 'She has lost the people who made up her week.',
      statements: ['statement-3'],
    },
  ],
  [
    'goal',
    DAYS.visit,
    { by: 'p', words: 'To be back at the club', topics: ['community'], type: 'experience' },
  ],
  ['assessment-closed', DAYS.closed, { assessment: 'assessment-opened-1', outcome: 'completed' }],
  ['copy', DAYS.copied, { of: 'assessment-opened-1', to: 'p', as: 'letter' }],
]

/** Told in the person's assessment, between its opening and its closing, and then in the carer's own. */
export const carer: readonly Step[] = [
  [
    'statement',
    DAYS.visit,
    {
      id: 'said-family',
      topic: 'family',
      'said-by': 'husband',
      basis: 'lived',
      text: 'I am worn out by noon.',
      about: 'husband',
    },
  ],
  [
    'carer-identified',
    DAYS.visit,
    {
      carer: 'husband',
      provides: 'The evenings, and company',
      hours: 20,
      willing: true,
      able: true,
      assessment: 'accepted',
    },
  ],
  [
    'assessment-opened',
    '2026-01-15',
    {
      id: 'opened-carer',
      of: 'carer',
      subject: 'husband',
      way: 'face-to-face',
      assessor: 'sw',
      offered: ['face-to-face', 'supported-self'],
      'told-what-to-expect': true,
    },
  ],
  [
    'statement',
    '2026-01-19',
    {
      id: 'said-carer',
      topic: 'carer-recreation',
      'said-by': 'husband',
      basis: 'lived',
      text: 'I gave up bowls.',
      about: 'husband',
      level: 0,
      hoped: 4,
    },
  ],
  [
    'need',
    '2026-01-19',
    {
      id: 'need-carer',
      text: 'An afternoon to himself',
      topics: ['carer-recreation'],
      cause: 'The care he gives his wife each day',
      test: 'managing',
      of: 'husband',
      wellbeing: ['health', 'participation'],
      impact: 'some',
      'impact-why': 'He is tired, and still sees his friends on Sundays.',
      statements: ['said-carer'],
    },
  ],
  [
    'assessment-closed',
    DAYS.closed,
    { id: 'closed-carer', assessment: 'opened-carer', outcome: 'completed' },
  ],
  [
    'eligibility',
    DAYS.decided,
    {
      id: 'decided-carer',
      assessment: 'opened-carer',
      eligible: false,
      needs: [
        { need: 'need-carer', eligible: false, why: 'He still has Sundays, and manages as things are.' },
      ],
      reasons:
        'The need comes from necessary care, but nothing is out of his reach and his health is not at risk.',
    },
  ],
  [
    'advice',
    DAYS.decided,
    { id: 'advice-carer', about: "The carers' centre, and how to ask again.", aim: 'carers' },
  ],
  ['copy', DAYS.copied, { id: 'copy-carer-1', of: 'opened-carer', to: 'husband', as: 'letter' }],
  ['copy', DAYS.copied, { id: 'copy-carer-2', of: 'decided-carer', to: 'husband', as: 'letter' }],
]

export const decision: readonly Step[] = [
  [
    'eligibility',
    DAYS.decided,
    {
      assessment: 'assessment-opened-1',
      eligible: true,
      needs: [
        { need: 'need-1', eligible: true, why: 'She cannot wash or dress without help.' },
        { need: 'need-2', eligible: true, why: 'She cannot use the bus alone.' },
      ],
      reasons:
        'The needs come from arthritis, touch three outcomes and bear heavily on her dignity and her company.',
    },
  ],
  [
    'advice',
    DAYS.decided,
    { about: 'Hand exercises, the falls clinic, Attendance Allowance.', aim: 'prevention' },
  ],
  ['copy', DAYS.copied, { of: 'eligibility-1', to: 'p', as: 'letter' }],
]

const option = (fields: Readonly<Record<string, unknown>>): Step => [
  'option',
  DAYS.options,
  { effect: 'keeps', 'proposed-by': 'sw', ...fields },
]
const answered = (name: string, outcome: string, why: string, ground?: string): Step => [
  'option-answered',
  DAYS.answered,
  { option: name, outcome, why, ground },
]

export const money: readonly Step[] = [
  [
    'indicative-budget',
    DAYS.indicative,
    {
      weekly: 240,
      model: 'Northmoor 2026',
      lines: [
        { topic: 'hygiene', weekly: 175, why: 'An hour each morning' },
        { topic: 'community', weekly: 65, why: 'A day a week' },
      ],
      shown: true,
    },
  ],
  ['financial-assessment', '2026-02-03', { by: 'fin', weekly: 40, capital: 9000, income: 250, expenses: 12 }],
  option({
    needs: ['need-1'],
    what: 'Home care each morning',
    form: 'agency',
    unit: 'hour',
    amount: 7,
    price: 25,
    weekly: 175,
    liked: 1,
  }),
  option({
    needs: ['need-1', 'need-2'],
    what: 'A personal assistant',
    form: 'personal-assistant',
    unit: 'hour',
    amount: 12,
    price: 16,
    weekly: 192,
    liked: 2,
  }),
  option({
    needs: ['need-2'],
    what: 'The club, with its bus',
    form: 'day-service',
    unit: 'day',
    amount: 1,
    price: 60,
    weekly: 60,
    effect: 'builds',
    'proposed-by': 'p',
    liked: 1,
  }),
  answered('option-1', 'accepted', 'She knows the agency.'),
  answered('option-2', 'refused', 'She does not want to be an employer.', 'person-chose-other'),
  answered('option-3', 'accepted', 'Her own idea, and it does what she needs.'),
]

export const LINES = [
  {
    line: 'L1',
    needs: ['need-1'],
    what: 'Home care each morning',
    form: 'agency',
    provider: 'care',
    unit: 'hour',
    amount: 7,
    price: 25,
    weekly: 175,
    funder: 'council',
    way: 'managed',
    effect: 'keeps',
    why: 'An hour a day, at her pace',
  },
  {
    line: 'L2',
    needs: ['need-2'],
    goals: ['goal-1'],
    what: 'The club, with its bus',
    form: 'day-service',
    provider: 'club',
    unit: 'day',
    amount: 1,
    price: 60,
    weekly: 60,
    funder: 'council',
    way: 'managed',
    effect: 'builds',
    why: 'Back with her friends',
  },
] as const

export const plan: readonly Step[] = [
  [
    'plan',
    DAYS.planned,
    {
      version: 1,
      status: 'issued',
      lines: LINES,
      contingency: 'Brightwater sends another worker; the duty team has the key-safe number.',
      'review-by': '2026-04-13',
      wishes: 'My own flannel and my own friends.',
      prevent: 'Hand exercises and the falls clinic.',
      involved: ['p', 'sw'],
    },
  ],
  [
    'personal-budget',
    DAYS.planned,
    {
      plan: 'plan-1',
      weekly: 235,
      council: 195,
      person: 40,
      lines: [
        { line: 'L1', weekly: 175 },
        { line: 'L2', weekly: 60 },
      ],
    },
  ],
  [
    'sign-off',
    DAYS.planned,
    { by: 'mgr', of: 'plan-1', decision: 'approved', why: 'Meets every eligible need.' },
  ],
  ['copy', DAYS.agreed, { of: 'plan-1', to: 'p', as: 'letter' }],
  [
    'response',
    DAYS.agreed,
    { by: 'p', to: 'plan-1', extent: 'agrees', says: 'This is what we talked about.' },
  ],
]

export const support: readonly Step[] = [
  ['support-started', DAYS.started, { by: 'care', plan: 'plan-1', line: 'L1', provider: 'care' }],
  ['support-started', DAYS.started, { by: 'club', plan: 'plan-1', line: 'L2', provider: 'club' }],
  [
    'support-delivered',
    DAYS.delivered,
    {
      by: 'care',
      plan: 'plan-1',
      line: 'L1',
      from: '2026-02-23',
      to: '2026-03-22',
      planned: 28,
      delivered: 27,
      missed: 1,
      late: 2,
      workers: 3,
      invoiced: 27,
    },
  ],
]

export const review: readonly Step[] = [
  [
    'review',
    DAYS.reviewed,
    {
      type: 'new-plan',
      changed: false,
      found: 'Settled. She has been to the club six times.',
      'leads-to': 'no-change',
      involved: ['p', 'sw'],
    },
  ],
]
