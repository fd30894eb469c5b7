import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkPerson } from '../src/commissioning/contracts/store.ts'
import { type Fields, type Service, type Visitor, theService } from './the-service.ts'

// Whatever is sent: a page that says what to mend, with what was typed still in it; never a 5xx, and nothing half kept.

const TENDAI = 'tendai-gwatidzo'
const KEITH = 'keith-bromwell'
const BERNADETTE = 'bernadette-achterberg'
const AMA = 'ama-boateng'
/** Stand for what is only known once the service runs: who waits to be linked, and what was drawn by lot. */
const LINKED = 'LINKED'
const DRAWN = 'DRAWN'
const OFFERED = 'OFFERED'
const found = new Map<string, string>()
const filled = (text: string): string =>
  [LINKED, DRAWN, OFFERED].reduce((so, name) => so.replace(name, found.get(name) ?? name), text)

type Form = {
  readonly name: string
  readonly account: string
  /** whose record; Tendai's where none is named */
  readonly person?: string
  /** a form of the council’s buyers: of this contract, or of none yet where it is empty */
  readonly contract?: string
  readonly at: string
  /** everything that it takes */
  readonly good: Readonly<Record<string, string | readonly string[]>>
  /** it is shown again and never kept, so that nobody can be quicker */
  readonly keepsNothing?: true
  /** adds nothing to what was written: somebody sits down, wherever the record stands */
  readonly onlySeats?: true
  /** what is sent may be the rows of a spreadsheet */
  readonly takesRows?: true
  /** it begins something, so that nobody can be quicker */
  readonly startsAfresh?: true
  /** a field for long text, where it has one */
  readonly text?: string
}

const PLAN_LINE = {
  needs: 'need-5',
  what: 'Assistants for going out',
  form: 'personal-assistant',
  unit: 'hour',
  amount: '16',
  price: '19.20',
  funder: 'council',
  way: 'direct-payment',
  why: 'Choir and godchildren.',
}

/** Every form of a record. */
const FORMS: readonly Form[] = [
  {
    name: 'to hand over to another worker',
    account: BERNADETTE,
    at: '/people/worker',
    good: { to: 'marisol-etxeberri', says: 'He goes to his mother every other weekend.' },
    text: 'says',
  },
  {
    name: 'to add somebody to the table',
    account: KEITH,
    at: '/people/add',
    good: { name: 'Ann Other', role: 'friend', relationship: 'neighbour' },
    onlySeats: true,
  },
  {
    name: 'to ask a provider to the table',
    account: BERNADETTE,
    at: '/people/ask',
    good: { who: 'northmoor-homecare' },
    onlySeats: true,
  },
  {
    name: 'to write down that a copy went out',
    account: KEITH,
    at: '/letters/assessment-opened-1/sent',
    good: { to: TENDAI, as: 'letter' },
  },
  {
    name: 'to say where letters go',
    account: TENDAI,
    at: '/letters/reach',
    good: { of: TENDAI, email: 'tendai@example.com' },
    onlySeats: true,
  },
  {
    name: 'to say what is hoped for',
    account: TENDAI,
    at: '/outcomes/hopes/community/say',
    good: { text: 'The bus by me.', hoped: '4' },
    text: 'text',
  },
  {
    name: 'to say what is thought possible',
    account: KEITH,
    at: '/outcomes/hopes/community/possible',
    good: { ground: 'He found the stop.', possible: '4' },
    text: 'ground',
  },
  {
    name: 'to write down a talk about hopes',
    account: TENDAI,
    at: '/outcomes/hopes/community/talk',
    good: { answer: 'content', says: 'I am content as I am.' },
    text: 'says',
  },
  {
    name: 'to add a step towards a goal',
    account: TENDAI,
    at: '/outcomes/goals/goal-1/step',
    good: { what: 'Ask Spokes for Thursdays.', who: TENDAI },
    text: 'what',
  },
  {
    name: 'to say how life is',
    account: TENDAI,
    at: '/outcomes/wellbeing/say',
    good: { control: '3', own: 'I ride when I like', 'own-level': '4' },
  },
  {
    name: 'to bring in numbers',
    account: KEITH,
    at: '/outcomes/wellbeing/numbers',
    good: {
      typed:
        'control: 1, clean: 0, food: 0, safety: 1, social: 2, occupation: 2, accommodation: 0, dignity: 0',
      licensed: 'yes',
    },
  },
  {
    name: 'to say how a talk went',
    account: TENDAI,
    at: '/outcomes/heard/say',
    good: { 'heard-listened': '4', says: 'He waited.' },
  },
  {
    name: 'to say who I am',
    account: TENDAI,
    at: '/about-me/strengths/say',
    good: { text: 'I true wheels.', varies: 'On a bad day I sleep.' },
    text: 'text',
  },
  {
    name: 'to say how it is',
    account: TENDAI,
    at: '/conversation/health/say',
    good: { text: 'I get headaches.', level: '2' },
    text: 'text',
  },
  {
    name: 'to say that it is still right',
    account: TENDAI,
    at: '/conversation/hygiene/still-right',
    good: { statement: 'statement-7' },
  },
  {
    name: 'to disagree',
    account: TENDAI,
    at: '/conversation/dispute/need-2',
    good: { says: 'Not so.', wants: 'Put it right.' },
    text: 'says',
  },
  {
    name: 'to weigh a risk',
    account: KEITH,
    at: '/risks/weigh',
    good: {
      activity: 'The market on a Saturday.',
      wish: 'I go where the noise is.',
      good: 'His friends.',
      harm: 'A headache.',
      whom: 'Tendai.',
      safeguards: 'A way out.',
      understands: 'He says when it is too much.',
      decision: 'go-ahead-with-safeguards',
      why: 'He wants it.',
      'again-day': '1',
      'again-month': '2',
      'again-year': '2027',
    },
    text: 'why',
  },
  {
    name: 'to ask about one decision',
    account: KEITH,
    at: '/deciding/ask',
    good: {
      decision: 'Whether to go to the market on a Saturday',
      for: ['other'],
      'day-day': '20',
      'day-month': '11',
      'day-year': '2026',
      time: 'morning',
      help: 'A quiet room.',
      understands: 'yes',
      retains: 'yes',
      weighs: 'yes',
      communicates: 'yes',
      shown: 'He says how long is too long.',
      has: 'yes',
    },
    text: 'shown',
  },
  {
    name: 'to write down what is best',
    account: 'marisol-etxeberri',
    person: 'hortensia-lovelock',
    at: '/deciding/capacity-4/best',
    good: {
      wait: 'No.',
      wishes: 'The card in her own bag.',
      consulted: ['philippa-jarrett', 'iolanthe-greaves'],
      less: 'Only the savings.',
      decided: 'The bank is told.',
      decider: 'council',
    },
    text: 'decided',
  },
  {
    name: 'to write down what somebody may decide by law',
    account: 'marisol-etxeberri',
    person: 'hortensia-lovelock',
    at: '/deciding/scope',
    good: { party: 'philippa-jarrett', decides: ['health', 'home'], seen: 'The paper.' },
    text: 'seen',
  },
  {
    name: 'to ask about help to take part',
    account: KEITH,
    at: '/advocacy/ask',
    good: {
      at: 'review',
      understand: 'no',
      retain: 'yes',
      weigh: 'no',
      communicate: 'no',
      supporter: 'nobody',
      decision: 'referred',
      says: 'Somebody patient.',
    },
  },
  {
    name: 'to say when an advocate and the person first met',
    account: 'marisol-etxeberri',
    person: 'hortensia-lovelock',
    at: '/advocacy/advocacy-2/met',
    good: { 'day-day': '2', 'day-month': '11', 'day-year': '2026', says: 'She rings.' },
    text: 'says',
  },
  {
    name: 'to say what somebody thinks of a risk',
    account: 'marisol-etxeberri',
    person: 'hortensia-lovelock',
    at: '/risks/risk-1/view',
    good: { party: 'philippa-jarrett', view: 'agrees', says: 'She would be cross elsewhere.' },
    text: 'says',
  },
  {
    name: 'to write down what happened',
    account: 'marisol-etxeberri',
    person: 'hortensia-lovelock',
    at: '/risks/risk-1/happened',
    good: { says: 'A slip.', 'day-day': '20', 'day-month': '11', 'day-year': '2026' },
    text: 'says',
  },
  {
    name: 'to look at a risk again',
    account: 'marisol-etxeberri',
    person: 'hortensia-lovelock',
    at: '/risks/risk-1/looked',
    good: { says: 'All well.' },
    text: 'says',
  },
  {
    name: 'to put something right',
    account: KEITH,
    at: '/conversation/put-right/statement-7',
    good: { how: 'no-longer', text: 'He has a rail now.', why: 'I saw it.' },
    text: 'text',
  },
  {
    name: 'to put right what was written down',
    account: KEITH,
    at: '/conversation/correct/need-1',
    good: {
      'part-0': 'Help with his shower.',
      'part-1': 'The injury.',
      'part-2': 'He skips it.',
      why: 'I saw it.',
    },
    text: 'part-0',
  },
  {
    name: 'to write down a step in hospital',
    account: KEITH,
    at: '/moves/hospital',
    good: {
      event: 'admitted',
      'day-day': '20',
      'day-month': '11',
      'day-year': '2026',
      says: 'A fall.',
    },
  },
  {
    name: 'to write down a move',
    account: KEITH,
    at: '/moves/moved',
    good: {
      direction: 'in',
      other: 'Eastmere',
      'day-day': '20',
      'day-month': '11',
      'day-year': '2026',
      plan: 'yes',
      told: 'no',
    },
  },
  {
    name: 'to write down who was asked to give support',
    account: 'keith-bromwell',
    person: 'patrick-mulvaney',
    at: '/support/search/asked',
    good: {
      search: 'option option-1',
      who: 'Harbour Street Homes',
      'day-day': '20',
      'day-month': '11',
      'day-year': '2026',
      answer: 'no',
      said: 'They take nobody before spring.',
      meanwhile: 'He stays at Harrowmere House.',
    },
    text: 'said',
  },
  {
    name: 'to write down what somebody answered who was asked',
    account: 'keith-bromwell',
    person: 'patrick-mulvaney',
    at: '/support/search/answer',
    good: {
      asking: 'note-3',
      answer: 'no',
      'day-day': '20',
      'day-month': '11',
      'day-year': '2026',
      said: 'They have no flat on the ground floor.',
    },
    text: 'said',
  },
  {
    name: 'to write down whether a place in a care home is free',
    account: 'keith-bromwell',
    person: 'patrick-mulvaney',
    at: '/plan/care-home/place',
    good: {
      option: 'option-3',
      'day-day': '20',
      'day-month': '11',
      'day-year': '2026',
      free: 'no',
      // Only where it does not suit must somebody say why.
      suits: 'no',
      says: 'It is two buses from Bridie, and there is a list.',
    },
    text: 'says',
  },
  {
    name: 'to write down what is paid on top for a care home',
    account: 'keith-bromwell',
    person: 'patrick-mulvaney',
    at: '/plan/care-home/on-top',
    good: {
      option: 'option-3',
      payer: 'bridie-mulvaney',
      sum: '74.45',
      'from-day': '1',
      'from-month': '12',
      'from-year': '2026',
      'again-day': '1',
      'again-month': '6',
      'again-year': '2027',
      told: 'What it costs, and that it can go up each April.',
      stops: 'She tells Keith, and the council pays while it looks.',
      why: 'Bridie asked for it by herself.',
      agreed: 'yes',
    },
    text: 'told',
  },
  {
    name: 'to say whether advice was followed',
    account: 'keith-bromwell',
    person: 'sunita-vallory',
    at: '/conversation/advice/statement-13',
    good: { followed: 'yes', why: 'The board and the basket are in the plan.' },
    text: 'why',
  },
  {
    name: 'to write down when the form about money went out',
    account: 'folake-adeyinka',
    person: 'kumaran',
    at: '/budget/means/form',
    good: { event: 'sent', 'day-day': '20', 'day-month': '11', 'day-year': '2026', says: 'By post.' },
    text: 'says',
  },
  {
    name: 'to end a direct payment',
    account: 'keith-bromwell',
    person: 'sunita-vallory',
    at: '/budget/direct-payment/end',
    good: {
      why: 'She would rather have it arranged.',
      tried: 'Somebody to help with the account.',
      instead: 'The same swim buddy, arranged by the council, from 1 January.',
      told: 'At home, on 20 November.',
      'day-day': '31',
      'day-month': '12',
      'day-year': '2026',
    },
    text: 'tried',
  },
  {
    name: 'to write down help in the meantime',
    account: 'folake-adeyinka',
    person: 'zofia-wisniewska',
    at: '/budget/meantime/new',
    good: {
      kind: 'weekly',
      sum: '120.50',
      what: 'Somebody to sit with her at Mass',
      'from-day': '23',
      'from-month': '11',
      'from-year': '2026',
      'to-day': '21',
      'to-month': '12',
      'to-year': '2026',
      awaits: 'Her new plan.',
      decidedBy: 'me',
      follows: 'Folake looks at it on 14 December.',
    },
    text: 'follows',
  },
  {
    name: 'to say that help in the meantime has ended',
    account: 'folake-adeyinka',
    person: 'zofia-wisniewska',
    at: '/budget/meantime/ended',
    good: {
      help: 'note-1',
      'day-day': '20',
      'day-month': '11',
      'day-year': '2026',
      says: 'The plan was signed, and the nights are in it.',
    },
    text: 'says',
  },
  {
    name: 'to write down a promise',
    account: TENDAI,
    at: '/promises/add',
    good: {
      step: 'Send the form for the grant',
      party: 'keith-bromwell',
      'by-day': '1',
      'by-month': '12',
      'by-year': '2026',
    },
  },
  {
    name: 'to plan a move',
    account: TENDAI,
    at: '/moves/plan',
    good: {
      direction: 'out',
      other: 'Eastmere',
      'day-day': '1',
      'day-month': '3',
      'day-year': '2027',
      says: 'My mother comes as well.',
    },
  },
  {
    name: 'to say who does a step by when',
    account: 'folake-adeyinka',
    person: 'elijah-pryce',
    at: '/moves/who',
    good: {
      step: 'eighteen:2',
      party: 'folake-adeyinka',
      'by-day': '11',
      'by-month': '1',
      'by-year': '2027',
      says: 'With the college.',
    },
  },
  {
    name: 'to write down a concern',
    account: KEITH,
    at: '/safety/concern',
    good: {
      about: 'His post is opened.',
      wants: 'My post unopened.',
      from: 'rudo-gwatidzo',
      ground: 'harm',
      keepWhy: 'He asked for it.',
      again: 'Every Monday.',
    },
    text: 'about',
  },
  {
    name: 'to say what happens after a concern',
    account: 'marisol-etxeberri',
    person: 'hortensia-lovelock',
    at: '/safety/safeguarding-1/next',
    good: {
      event: 'closed',
      about: 'The card is hers.',
      why: 'She has it.',
      from: 'dorian-lovelock',
      ground: 'harm',
      keepWhy: 'She asked for it.',
      again: 'Every Monday.',
    },
    text: 'about',
  },
  {
    name: 'to write down what was said in confidence',
    account: 'marisol-etxeberri',
    person: 'hortensia-lovelock',
    at: '/safety/said',
    good: {
      saidBy: 'hortensia-lovelock',
      topic: 'money',
      text: 'The purse is thin.',
      from: 'dorian-lovelock',
      ground: 'harm',
      keepWhy: 'She asked for it.',
      again: 'Every Monday.',
    },
    text: 'text',
  },
  {
    name: 'to show what was kept from somebody',
    account: 'marisol-etxeberri',
    person: 'hortensia-lovelock',
    at: '/safety/show/statement-11',
    good: { why: 'She told him herself.' },
    text: 'why',
  },
  {
    name: 'to look at limits on freedom',
    account: KEITH,
    at: '/deciding/liberty/look',
    good: {
      arrangement: 'His own flat.',
      purpose: 'None.',
      ordinary: 'He comes and goes.',
      watched: 'Nothing.',
      shows: 'He likes it.',
      less: 'Nothing.',
      so: 'He is free.',
      authorised: 'none-needed',
    },
    text: 'so',
  },
  {
    name: 'to open an assessment',
    account: KEITH,
    at: '/conversation/assessment',
    good: { subject: TENDAI, of: 'needs', way: 'phone', offered: ['phone', 'online'] },
  },
  {
    name: 'to close an assessment',
    account: 'jordan-pettifer',
    at: '/conversation/assessment',
    good: { close: 'assessment-opened-2', outcome: 'withdrawn' },
  },
  {
    name: 'to say who helps without pay',
    account: KEITH,
    at: '/conversation/unpaid-help',
    good: {
      carer: 'rudo-gwatidzo',
      provides: 'The weekends that she is off.',
      hours: '4',
      willing: 'yes',
      able: 'yes',
      assessment: 'accepted',
    },
    text: 'provides',
  },
  {
    name: 'to find a need',
    account: KEITH,
    at: '/conversation/need',
    good: {
      subject: 'rudo-gwatidzo',
      text: 'Some time for the choir.',
      topics: 'carer-recreation',
      test: 'unable',
      impact: 'some',
      impactWhy: 'She listens for the telephone.',
    },
    text: 'text',
  },
  {
    name: 'to decide on eligibility',
    account: KEITH,
    at: '/eligibility/assessment-opened-1/decide',
    good: {
      'need-0': 'yes',
      'why-0': 'It is so.',
      'need-1': 'yes',
      'why-1': 'It is so.',
      eligible: 'yes',
      reasons: 'Because it is so.',
    },
    text: 'reasons',
  },
  { name: 'to put the sum in the record', account: KEITH, at: '/budget', good: {} },
  {
    name: 'to answer a disagreement',
    account: KEITH,
    at: '/challenge/dispute-1',
    good: { outcome: 'accepted', why: 'He is right.' },
    text: 'why',
  },
  {
    name: 'to say that what a check found is not so',
    account: 'folake-adeyinka',
    person: 'kumaran',
    at: '/findings/review-overdue/not-so?of=plan-1',
    good: { why: 'It was done on the telephone.' },
    text: 'why',
  },
  {
    name: 'to add a way to meet a need',
    account: TENDAI,
    at: '/plan/options/new',
    good: {
      needs: '1',
      what: 'A phone that speaks.',
      form: 'own-idea',
      amount: '1',
      unit: 'month',
      price: '9.50',
      effect: 'builds',
    },
  },
  {
    name: 'to say what is liked most',
    account: 'kumaran',
    person: 'kumaran',
    at: '/plan/options/liked',
    good: { 'liked-1': '7', 'liked-2': '8' },
  },
  {
    name: 'to answer an idea',
    account: 'folake-adeyinka',
    person: 'kumaran',
    at: '/plan/options/option-3/answer',
    good: { outcome: 'refused', ground: 'person-chose-other', why: 'He swims by himself.' },
    text: 'why',
  },
  {
    name: 'to put a price to an idea',
    account: 'folake-adeyinka',
    person: 'kumaran',
    at: '/plan/options/option-3/price',
    good: { amount: '3', unit: 'hour', price: '27.60', from: 'The price list.' },
  },
  {
    name: 'to answer the plan',
    account: 'maria-figueiredo',
    person: 'maria-figueiredo',
    at: '/plan/answer/plan-3',
    good: { extent: 'partly', says: 'Two hours are missing.', wants: 'Eighteen.' },
    text: 'says',
  },
  {
    name: 'to add a goal to the plan',
    account: 'maria-figueiredo',
    person: 'maria-figueiredo',
    at: '/plan/goal',
    good: { words: 'To sing at Easter.', topics: ['community'], type: 'experience' },
    text: 'words',
  },
  {
    name: 'to change a goal of the plan',
    account: 'maria-figueiredo',
    person: 'maria-figueiredo',
    at: '/plan/goal/goal-1',
    good: { words: 'To sing.', topics: ['community'], type: 'keep', why: 'It is more than Easter.' },
    text: 'why',
  },
  {
    name: 'to write what stands around the plan',
    account: 'bernadette-achterberg',
    person: 'maria-figueiredo',
    at: '/plan/draft',
    good: { wishes: 'Choir first.', involved: ['maria-figueiredo'] },
  },
  {
    name: 'to add a line to the plan',
    account: 'bernadette-achterberg',
    person: 'maria-figueiredo',
    at: '/plan/line',
    good: PLAN_LINE,
    text: 'why',
  },
  {
    name: 'to change a line of the plan',
    account: 'bernadette-achterberg',
    person: 'maria-figueiredo',
    at: '/plan/line/L2',
    good: PLAN_LINE,
    text: 'why',
  },
  {
    name: 'to take a line out of the plan',
    account: 'bernadette-achterberg',
    person: 'maria-figueiredo',
    at: '/plan/line/L4/remove',
    good: { why: 'The NHS lends one.' },
    text: 'why',
  },
  {
    name: 'to issue the plan',
    account: 'bernadette-achterberg',
    person: 'maria-figueiredo',
    at: '/plan/issue',
    good: {
      draft: 'plan-3',
      'why-0': 'The market is delivered.',
      'met-0': 'Sixteen hours are enough.',
      'basis-0': 'review-2',
      part: 'She went through her diary with us.',
    },
    text: 'part',
  },
  {
    name: 'to decide on the plan',
    account: 'bernadette-achterberg',
    person: 'maria-figueiredo',
    at: '/plan/sign-off/plan-3',
    good: { decision: 'approved', why: 'Every need has a line.' },
    text: 'why',
  },
  {
    name: 'to put the budget of the plan in the record',
    account: 'bernadette-achterberg',
    person: 'maria-figueiredo',
    at: '/plan/budget/plan-3',
    good: { note: 'As the plan stands.' },
  },
  {
    name: 'to decide on a direct payment',
    account: 'folake-adeyinka',
    person: 'kumaran',
    at: '/budget/direct-payment/decide',
    good: {
      asked: 'He did.',
      way: 'person',
      asks: 'yes',
      'asks-why': 'He asked.',
      'not-barred': 'yes',
      'not-barred-why': 'Nothing known.',
      'can-manage': 'yes',
      'can-manage-why': 'With Anjali.',
      fits: 'no',
      'fits-why': 'He no longer needs it.',
    },
    text: 'fits-why',
  },
  {
    name: 'to work out what somebody can pay',
    account: 'tobias-winterflood',
    person: 'sunita-vallory',
    at: '/budget/means/new',
    good: {
      setting: 'care-home',
      household: 'single-25',
      'nothing-owned': 'yes',
      property: 'none',
      'income-1-kind': 'work-pension',
      'income-1-what': 'A pension',
      'income-1-weekly': '200',
      'income-1-taken': '100',
      'income-1-why': 'Half goes to somebody else.',
      circular: 'The circular of this year',
      'rate-capital-lower': '14250',
      'rate-capital-upper': '23250',
      'rate-personal-expenses': '31',
      do: 'keep',
    },
    text: 'income-1-why',
  },
  {
    name: 'to ask for a review',
    account: 'saltmarsh-living',
    person: 'kumaran',
    at: '/review/ask',
    good: { why: 'He is at home on Tuesdays now.' },
    text: 'why',
  },
  {
    name: 'to answer a request for a review',
    account: 'folake-adeyinka',
    person: 'kumaran',
    at: '/review/answer/review-asked-1',
    good: { outcome: 'accepted', why: 'On Tuesday at ten.' },
    text: 'why',
  },
  {
    name: 'to write down a review',
    account: 'folake-adeyinka',
    person: 'kumaran',
    at: '/review/hold',
    good: {
      type: 'planned',
      involved: ['kumaran', 'anjali-kumaran'],
      found: 'The bus goes well.',
      changed: 'no',
      leadsTo: 'no-change',
    },
    text: 'found',
  },
  {
    name: 'to ask for help',
    account: 'kumaran',
    person: 'kumaran',
    at: '/asking/ask',
    good: { how: 'online', about: 'The bus has gone.', signs: ['community'], urgent: 'no' },
    text: 'about',
  },
  {
    name: 'to put a step on hold',
    account: 'folake-adeyinka',
    person: 'kumaran',
    at: '/asking/hold',
    good: {
      stage: 'review',
      why: 'His sister is away.',
      'until-day': '1',
      'until-month': '12',
      'until-year': '2026',
      told: 'yes',
    },
    text: 'why',
  },
  {
    name: 'to take up what is on hold',
    account: 'keith-bromwell',
    person: 'patrick-mulvaney',
    at: '/asking/resume/hold-1',
    good: {},
  },
  {
    name: 'to say that support has started',
    account: 'folake-adeyinka',
    person: 'kumaran',
    at: '/support/start',
    good: { line: 'L1', provider: 'saltmarsh-living' },
  },
  {
    name: 'to say what came',
    account: 'saltmarsh-living',
    person: 'kumaran',
    at: '/support/report',
    good: {
      line: 'L3',
      'from-day': '2',
      'from-month': '11',
      'from-year': '2026',
      'to-day': '8',
      'to-month': '11',
      'to-year': '2026',
      planned: '7',
      delivered: '5.5',
    },
  },
  {
    name: 'to send many weeks at once',
    account: 'saltmarsh-living',
    person: 'kumaran',
    at: '/support/file',
    takesRows: true,
    good: { csv: 'line,from,to,planned,delivered\nL3,2/11/2026,8/11/2026,7,7' },
  },
  {
    name: 'to say that support has ended',
    account: 'folake-adeyinka',
    person: 'kumaran',
    at: '/support/end',
    good: { line: 'L3', byWhom: 'person', why: 'He wants another.' },
    text: 'why',
  },
  {
    name: 'to say how it goes with a goal',
    account: 'kumaran',
    person: 'kumaran',
    at: '/outcomes/tell',
    good: { goal: 'goal-1', says: 'I swim alone.', level: '4' },
    text: 'says',
  },
  {
    name: 'to complain',
    account: 'kumaran',
    person: 'kumaran',
    at: '/challenge/complain',
    good: { about: 'Nobody rang back.', wants: 'A call.' },
    text: 'about',
  },
  {
    name: 'to answer a complaint',
    account: 'gurpreet-sandhal',
    person: 'kumaran',
    at: '/challenge/complaint/complaint-1',
    good: { outcome: 'partly', why: 'She was ill.', told: 'yes' },
    text: 'why',
  },
  {
    name: 'to change a letter',
    account: 'kumaran',
    person: 'kumaran',
    at: '/challenge/letter',
    good: { letter: 'Dear Northmoor, I have no badge.' },
    keepsNothing: true,
  },
  {
    name: 'to record a light-touch assessment',
    account: 'tobias-winterflood',
    person: 'sunita-vallory',
    at: '/budget/means/light-touch',
    good: { weekly: '0', capital: '1', income: '2', why: 'Only benefits come in.', agreed: 'yes' },
    text: 'why',
  },
  {
    name: 'to say what came of something agreed',
    account: TENDAI,
    at: '/agreed/town-wards/t-02-own-day',
    good: { answer: 'yes' },
  },
  {
    name: 'to challenge what a provider did',
    account: KEITH,
    at: '/agreed/town-wards/challenge',
    good: { says: 'Nobody has gone to Spokes with him since June.' },
    text: 'says',
  },
  {
    name: 'to settle a challenge',
    account: BERNADETTE,
    at: '/agreed/help-to-live-at-home/challenge/challenged-1',
    good: { upheld: 'yes', says: 'They go with him on Mondays from now on.' },
    text: 'says',
  },
  {
    name: 'to say that a visit was not so',
    account: 'sunita-vallory',
    person: 'sunita-vallory',
    at: '/agreed/back-on-your-feet/visits/not-so',
    good: { month: '2026-10', which: 'rr-0439', what: 'Nobody came on that day.' },
    text: 'what',
  },
  {
    name: 'to set a price',
    account: AMA,
    contract: 'northmoor-home-care',
    at: '/rate',
    good: {
      rate: 'contract',
      service: 'home-care',
      amount: '29.10',
      'from-day': '1',
      'from-month': '12',
      'from-year': '2026',
      source: 'The fee letter of 20 November.',
    },
  },
  {
    name: 'to put a sum right',
    account: AMA,
    contract: 'northmoor-home-care',
    at: '/adjust',
    good: {
      period: '2026-10-01',
      way: 'more',
      amount: '250.00',
      why: 'The letter of 20 November.',
      approver: 'tobias-winterflood',
    },
    text: 'why',
  },
  {
    name: 'to change what meets somebody’s needs',
    account: AMA,
    contract: 'support-in-the-community',
    at: '/needs',
    good: {
      person: 'p-301',
      'from-day': '21',
      'from-month': '11',
      'from-year': '2026',
      'needs-1': '1',
      says: 'He goes to the shop by himself.',
      saved: 'cut',
    },
    text: 'says',
  },
  {
    name: 'to offer new terms',
    account: AMA,
    contract: 'northmoor-home-care',
    at: '/terms',
    good: {
      'from-day': '1',
      'from-month': '4',
      'from-year': '2027',
      'price-1': '29.10',
      says: 'The fee letter of 20 November.',
    },
    text: 'says',
  },
  {
    name: 'to take an offer of terms back',
    account: AMA,
    contract: 'town-wards',
    at: `/terms/${OFFERED}`,
    good: { why: 'It had a slip in it.' },
    text: 'why',
  },
  {
    name: 'to give notice of a contract’s end',
    account: AMA,
    contract: 'home-care-east',
    at: '/end',
    good: {
      do: 'notice',
      'last-day': '31',
      'last-month': '1',
      'last-year': '2027',
      why: 'Another provider has the east from then on.',
    },
    text: 'why',
  },
  {
    name: 'to say who supports somebody next',
    account: AMA,
    contract: 'town-wards',
    at: '/person/t-03',
    good: {
      who: 'Saltmarsh, with the same hours.',
      'from-day': '1',
      'from-month': '2',
      'from-year': '2027',
      said: 'Fine, if it is the same time of day.',
    },
    text: 'said',
  },
  {
    name: 'to let another provider in',
    account: AMA,
    contract: 'town-wards',
    at: '/providers',
    good: { provider: 'saltmarsh-living' },
    onlySeats: true,
  },
  {
    name: 'to say who gives the support next',
    account: KEITH,
    at: '/agreed/town-wards/who-supports',
    good: {
      who: 'Brightwater, with the same workers.',
      'from-day': '1',
      'from-month': '2',
      'from-year': '2027',
      said: 'He knows them.',
    },
    text: 'said',
  },
  {
    name: 'to link a person to a contract',
    account: AMA,
    contract: 'back-on-your-feet',
    at: '/link',
    good: { who: LINKED, as: 'new', 'from-day': '1', 'from-month': '10', 'from-year': '2026' },
  },
  {
    name: 'to write down what was found again',
    account: AMA,
    contract: 'harbour-lead-provider',
    at: `/sample/${DRAWN}`,
    good: {
      who: 'another',
      name: 'Rosalind Okafor-Lane',
      apart: 'yes',
      'on-day': '21',
      'on-month': '11',
      'on-year': '2026',
      reached: 'no',
      level: '2',
    },
  },
  {
    name: 'to keep a new contract',
    account: AMA,
    contract: '',
    at: '/new',
    good: {
      name: 'Home care, west',
      provider: 'saltmarsh-living',
      manager: AMA,
      'from-day': '1',
      'from-month': '12',
      'from-year': '2026',
      'to-day': '30',
      'to-month': '11',
      'to-year': '2028',
      model: 'indicators',
      settled: 'month',
      'what-1': 'Home care',
      'unit-1': 'hour',
      'price-1': '28',
      'sustainable-1': '27.60',
      source: 'As published.',
    },
    startsAfresh: true,
  },
]

let service: Service
let record = ''
/** copies of other people’s records, by the person */
const copies = new Map<string, string>()
let before = 0
const visitors = new Map<string, Visitor>()
const as = (account: string): Visitor => {
  const visitor = visitors.get(account)
  if (visitor === undefined) throw new Error(`${account} is not signed in`)
  return visitor
}

beforeAll(async () => {
  service = await theService()
  record = await service.copyOf(TENDAI)
  await service.database.asOwner(async (query) => {
    await linkPerson(query, 'town-wards', 't-02', record)
    await linkPerson(query, 'help-to-live-at-home', 'p-207', record)
  })
  for (const { person } of FORMS) {
    if (person !== undefined && !copies.has(person)) copies.set(person, await service.copyOf(person))
  }
  await service.database.asOwner((query) =>
    query(
      "update roundtable.contract_person set record = $1 where contract = 'back-on-your-feet' and person = 'r-01'",
      [copies.get('sunita-vallory')],
    ),
  )
  for (const account of new Set(FORMS.map((form) => form.account)))
    visitors.set(account, await service.as(account))
  const drawn = '/contracts/harbour-lead-provider/sample'
  await (await as(AMA).form(drawn)).send({ seed: '7' })
  const { links } = await as(AMA).get(drawn)
  found.set(DRAWN, links.find((link) => link.startsWith(`${drawn}/`))?.replace(`${drawn}/`, '') ?? '')
  const terms = '/contracts/town-wards/terms'
  const day = { 'from-day': '1', 'from-month': '4', 'from-year': '2027' }
  await (await as(AMA).form(terms)).send({ ...day, 'price-1': '28.40', says: 'Wages rise.' })
  const offers = (await as(AMA).get('/contracts/town-wards')).links
  found.set(OFFERED, offers.find((link) => link.startsWith(`${terms}/`))?.replace(`${terms}/`, '') ?? '')
  const { words } = await as(AMA).get('/contracts/back-on-your-feet/link')
  found.set(LINKED, /[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/.exec(words)?.[0] ?? '')
})
afterAll(() => service.close())
beforeEach(async () => {
  before = await kept()
})
const kept = async (): Promise<number> => {
  const [row] = await service.database.asOwner((query) =>
    query<{ entries: number }>(
      `select (select count(*) from roundtable.entry where record = any ($1))
         + (select count(*) from roundtable.contract_entry) + (select count(*) from roundtable.contract) as entries`,
      [[record, ...copies.values()]],
    ),
  )
  return row?.entries ?? -1
}

/** Nothing of all this may come into the record. */
const nothingKept = async () => expect(await kept()).toBe(before)

const encoded = (good: Form['good'], more = ''): string => {
  const pairs = Object.entries(good).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => `${name}=${encodeURIComponent(one)}`),
  )
  return [...pairs, ...(more === '' ? [] : [more])].join('&')
}

const addressOf = ({ at, person, contract }: Form): string =>
  contract !== undefined
    ? `/contracts${contract === '' ? '' : `/${contract}`}${filled(at)}`
    : `/records/${person === undefined ? record : (copies.get(person) ?? '')}${at}`

const send = (form: Form, fields: Fields, seal = {}) =>
  as(form.account).post(addressOf(form), filled(typeof fields === 'string' ? fields : encoded(fields)), seal)

/** To send a letter again takes one that came back: `sending.test.ts` sends it, and what is none. */
const TRIED_ELSEWHERE = [
  '/records/:record/letters',
  // A move has to be planned first: in `stages/moves/pages.test.ts`.
  '/records/:record/moves/step-done',
  '/records/:record/moves/called-off',
  // A promise has to be made first: in `promises.test.ts`.
  '/records/:record/promises/settle',
  // And something has to be paid on top first: in `in-the-meantime.test.ts`.
  '/records/:record/plan/care-home/on-top-ended',
  // A step has to be taken on first: in `stages/moves/pages.test.ts`.
  '/records/:record/moves/hand-back',
  // In `contracts-pages.test.ts`.
  '/contracts/:contract/settlement/:from',
  '/contracts/:contract/outcomes/:outcome',
  '/contracts/:contract/answer/:matter',
  '/contracts/:contract/flags/:flag',
  '/contracts/:contract/sample',
]

test('every form of a record and of a contract is tried', () => {
  const tried = FORMS.map((form) => addressOf(form).replace(/\?.*/, '').split('/'))
  const untried = service.web.table.filter(({ method, path }) => {
    const parts = path.split('/')
    const same = (address: readonly string[]) =>
      address.length === parts.length &&
      parts.every((part, at) => part.startsWith(':') || part === address[at])
    const isOurs = /^\/(?:records|contracts)\//.test(path) && !TRIED_ELSEWHERE.includes(path)
    return method === 'POST' && isOurs && !tried.some(same)
  })
  expect(untried).toEqual([])
})

describe.each(FORMS)('the form $name', (form) => {
  test.each([
    { name: 'with a wrong token', seal: { csrf: 'x'.repeat(36) }, status: 403 },
    { name: 'with no token', seal: { csrf: '' }, status: 403 },
    { name: 'with no key', seal: { key: '' }, status: 400 },
    { name: 'with a key that is none', seal: { key: '1; drop table entry' }, status: 400 },
    { name: 'with a head of four megabytes', seal: { head: '9'.repeat(4_000_000) }, status: 413 },
    { name: 'with a head of many signs', seal: { head: '9'.repeat(101) }, status: 400 },
  ])('$name is not taken ($status)', async ({ seal, status }) => {
    const answer = await send(form, form.good, seal)
    // Where rows may come much is read, and then it is no place in a record.
    expect(answer.status).toBe(form.takesRows === true && status === 413 ? 400 : status)
    expect(answer.heading).not.toBe('')
    await nothingKept()
  })

  test('with something else in place of where the record stood is as good as overtaken', async () => {
    const heads =
      form.text === 'says' ? ['abc', '-1', '1.5', '9'.repeat(20), 'NaN', '0x10', ' ', 'null'] : ['abc']
    for (const head of heads) {
      const answer = await send(form, form.good, { head })
      if (form.onlySeats === true || form.startsAfresh === true) {
        expect(answer.status).toBe(303)
        continue
      }
      if (form.keepsNothing === true) {
        expect(answer.status).toBe(200)
        continue
      }
      expect([400, 409], head).toContain(answer.status)
      // What the assessment was decided on is another reason not to take it, and comes first.
      expect(answer.words).toMatch(
        /Somebody added to this (?:record|contract) while you were (?:writing|reading it)|Eligibility has been decided/,
      )
      await nothingKept()
    }
  })

  test.each([
    { name: 'a field called __proto__', more: '__proto__=x' },
    { name: 'a field called __proto__[level]', more: '__proto__%5Blevel%5D=1' },
    { name: 'a field called constructor', more: 'constructor=x' },
    { name: 'a field without a name', more: '=x' },
    { name: 'a field of a name that no page has given', more: 'a%20b=x' },
  ])('with $name cannot be read', async ({ more }) => {
    const answer = await send(form, encoded(form.good, more))
    expect(answer.status).toBe(400)
    expect(answer.heading).toBe('We could not read what was sent')
    await nothingKept()
  })

  test.each([
    {
      name: 'more than two megabytes',
      more: `more=${'x'.repeat(form.takesRows === true ? 26_000_000 : 2_200_000)}`,
    },
    { name: 'ten thousand fields', more: Array.from({ length: 10_000 }, (_, at) => `f${at}=1`).join('&') },
  ])('of $name is too long', async ({ more }) => {
    const answer = await send(form, encoded(form.good, more))
    expect(answer.status).toBe(413)
    expect(answer.heading).toBe('This is too long to send')
    await nothingKept()
  })

  test('as anything else than a form is not taken', async () => {
    const { app } = service.web
    const { origin } = service
    for (const type of [
      'application/json',
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/xml',
    ]) {
      const answer = await app.inject({
        method: 'POST',
        url: addressOf(form),
        headers: {
          host: new URL(origin).host,
          origin,
          'sec-fetch-site': 'same-origin',
          cookie: as(form.account).cookie,
          'content-type': type,
        },
        payload: '{"text":"x"}',
      })
      expect(answer.statusCode, type).toBe(415)
    }
    await nothingKept()
  })

  test('from another site, or from nowhere, is not taken', async () => {
    const { host } = new URL(service.origin)
    for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const answer = await service.web.app.inject({
        method: 'POST',
        url: addressOf(form),
        headers: {
          host,
          cookie: as(form.account).cookie,
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        payload: encoded(form.good),
      })
      expect(answer.statusCode).toBe(403)
    }
    await nothingKept()
  })

  test('from somebody who is signed out says so', async () => {
    const answer = await service.stranger.post(addressOf(form), form.good, { csrf: 'x' })
    expect(answer.status).toBe(403)
    expect(answer.heading).toBe('You are signed out')
    if (form.text !== undefined) expect(answer.body).toContain(textOf(form, form.text))
    await nothingKept()
  })
})

const textOf = (form: Form, field: string): string => {
  const value = form.good[field]
  return typeof value === 'string' && /\S\s+\S/.test(value) ? value : ''
}

describe.each(FORMS.filter(({ text }) => text !== undefined))('long text in the form $name', (form) => {
  const field = form.text ?? ''

  test('a megabyte is too much, and all of it is still there', async () => {
    const megabyte = 'It is so. '.repeat(100_000)
    const others = Object.fromEntries(Object.entries(form.good).filter(([name]) => name !== field))
    // As a browser writes it, without working it out anew for each form.
    const answer = await send(form, encoded(others, `${field}=${'It+is+so.+'.repeat(100_000)}`))
    expect(answer.status).toBe(400)
    expect(answer.words).toContain('Use 10,000 characters or fewer')
    expect(answer.body).toContain(megabyte.trimEnd())
    expect(answer.body).toContain('<title>Error: ')
    await nothingKept()
  })

  test.each([
    { name: 'NUL', bytes: 'before%00after' },
    { name: 'a lone surrogate', bytes: 'before%ED%A0%80after' },
    { name: 'a cut-off letter', bytes: 'before%C3' },
    { name: 'bytes that are no text', bytes: 'before%FF%FEafter' },
    { name: 'a control character', bytes: 'before%1B%5B31mafter' },
  ])('$name is asked to be taken out, and the rest is still there', async ({ bytes }) => {
    const others = Object.fromEntries(Object.entries(form.good).filter(([name]) => name !== field))
    const answer = await send(form, encoded(others, `${field}=${bytes}`))
    expect(answer.status).toBe(400)
    expect(answer.words).toContain('This has a character in it that we cannot keep.')
    expect(answer.body).toContain('before')
    await nothingKept()
  })

  test('a wrong token keeps what was written on the page that says so', async () => {
    const answer = await send(
      form,
      { ...form.good, [field]: 'A long and careful answer.' },
      { csrf: 'wrong' },
    )
    expect(answer.status).toBe(403)
    expect(answer.words).toContain('What you wrote')
    expect(answer.body).toContain('A long and careful answer.')
    await nothingKept()
  })

  test('nothing but white space is nothing', async () => {
    const answer = await send(form, { ...form.good, [field]: ' \r\n\t ' })
    expect(answer.status).toBe(400)
    await nothingKept()
  })
})

describe('answers that do not fit', () => {
  const SAY = '/conversation/health/say'
  const says = (fields: Fields) => as(TENDAI).post(`/records/${record}${SAY}`, fields)

  test.each(['9', '-1', '2.5', 'x', '5', 'NaN', '1e0', ' 2'])(
    'a level of “%s”: the words are kept and it is asked again',
    async (level) => {
      const answer = await says({ text: 'I get headaches.', level })
      expect(answer.status).toBe(400)
      expect(answer.words).toContain('Check this answer')
      expect(answer.body).toContain('I get headaches.')
      await nothingKept()
    },
  )

  test.each(['-1', '201', '1e3', 'NaN', 'Infinity', '3,5', 'seven', '3.555', '0x7', '99999', '−7', '٧'])(
    '“%s” times a week: said in words, and still in the box',
    async (times) => {
      const answer = await says({ text: 'I get headaches.', level: '2', times, minutes: '30' })
      expect(answer.status).toBe(400)
      expect(answer.words).toContain('Times a week must be a number from 0 to 200')
      expect(answer.body).toContain(`value="${times}"`)
      expect(answer.body).toContain('I get headaches.')
      await nothingKept()
    },
  )

  test('more minutes than a week has: said with the figures', async () => {
    const answer = await says({ text: 'I get headaches.', times: '200', minutes: '1440' })
    expect(answer.status).toBe(400)
    expect(answer.words).toContain('200 times a week at 1440 minutes is more than a week has.')
    expect(answer.body).toContain('value="200"')
    await nothingKept()
  })

  test('nothing at all: the first thing to mend is said, at the top and at the question', async () => {
    const answer = await says({})
    expect(answer.status).toBe(400)
    expect(answer.words.match(/Say in a few words how things are/g)?.length).toBeGreaterThanOrEqual(2)
    expect(answer.body).toContain('href="#text"')
    await nothingKept()
  })

  test('two answers where there is one question: the first counts', async () => {
    const answer = await says({ text: ['', 'the second'], level: ['9', '2'] })
    expect(answer.status).toBe(400)
    await nothingKept()
  })

  test.each([
    { of: 'nothing', way: 'phone', subject: TENDAI },
    { of: 'needs', way: 'by pigeon', subject: TENDAI },
    { of: 'needs', way: 'phone', subject: 'nobody' },
    { of: 'needs', way: 'phone', subject: TENDAI, offered: ['phone', 'by pigeon'] },
    { of: 'carer', way: 'phone', subject: '__proto__' },
  ])('an assessment of %o', async (fields) => {
    const answer = await as(KEITH).post(`/records/${record}/conversation/assessment`, fields)
    expect(answer.status).toBe(400)
    await nothingKept()
  })

  test.each([
    { close: 'no-such-assessment', outcome: 'completed' },
    { close: 'assessment-opened-1', outcome: 'completed' },
    { close: 'statement-1', outcome: 'withdrawn' },
    { close: 'assessment-opened-2', outcome: 'x' },
  ])('an assessment closed with %o', async (fields) => {
    const answer = await as(KEITH).post(`/records/${record}/conversation/assessment`, fields)
    expect(answer.status).toBe(400)
    await nothingKept()
  })

  test.each([
    { topics: 'no-such-topic' },
    { topics: ['carer-recreation', 'hygiene'] },
    { topics: [] },
    { test: 'slow' },
    { test: 'easy' },
    { impact: 'vast' },
    { statements: ['statement-999'] },
    { statements: ['need-1'] },
    { subject: 'keith-bromwell' },
    { wellbeing: ['money'] },
    { text: '' },
  ])('a need with %o', async (wrong) => {
    const good = {
      subject: 'rudo-gwatidzo',
      text: 'The choir',
      topics: 'carer-recreation',
      test: 'unable',
      impact: 'some',
      impactWhy: 'She sings.',
    }
    const answer = await as(KEITH).post(`/records/${record}/conversation/need`, { ...good, ...wrong })
    expect(answer.status).toBe(400)
    expect(answer.body).toContain('She sings.')
    await nothingKept()
  })
})

describe('addresses that nobody made', () => {
  test.each([
    '/records/not-a-record',
    '/records/00000000-0000-4000-8000-000000000000',
    '/records/00000000-0000-4000-8000-000000000000/budget',
    '/records/%00',
    '/records/%FF%FE/budget',
    '/records/..%2f..%2fetc/budget',
    `/records/${'9'.repeat(5000)}`,
    '/records//budget',
    '/%',
    '/__proto__',
    '/constructor',
    "/records/' or 1=1 --",
  ])('%s is a page that is not there', async (path) => {
    const answer = await as(TENDAI).get(encodeURI(path).replaceAll('%25', '%'))
    expect([400, 404, 414]).toContain(answer.status)
    expect(answer.heading).not.toBe('')
  })

  test('within a record: the same', async () => {
    for (const part of [
      'conversation/__proto__',
      'conversation/constructor/say',
      'conversation/dispute/%00',
      `challenge/${'x'.repeat(101)}`,
      'eligibility/%F0/decide',
    ]) {
      const answer = await as(TENDAI).get(`/records/${record}/${part}`)
      expect([400, 404], part).toContain(answer.status)
    }
  })

  test('a cookie that is no session is a stranger', async () => {
    for (const cookie of [
      'roundtable=x',
      `roundtable=${'A'.repeat(43)}`,
      'roundtable=%00',
      `roundtable=${'x'.repeat(5000)}`,
      'roundtable="; drop',
    ]) {
      const answer = await service.web.app.inject({
        url: `/records/${record}`,
        headers: { host: new URL(service.origin).host, cookie },
      })
      expect(answer.statusCode, cookie.slice(0, 20)).toBe(303)
      expect(answer.headers.location).toMatch(/^\/sign-in\?from=/)
    }
  })
})

describe('names and words as people have them', () => {
  beforeEach(async () => {
    record = await service.copyOf(TENDAI)
  })

  test.each([
    'O’Rourke-D’Souza said “so” & <b>bold</b>',
    '陳美玲說：「我想自己煮飯。」',
    'זוהי שורה מימין לשמאל, and back',
    'Zażółć gęślą jaźń — 👩‍🦽🏳️‍🌈 … e\u0301',
    "'; drop table roundtable.entry; --",
    '</textarea><script>alert(1)</script>',
    '{{7*7}} ${7*7} <%= 7*7 %>',
    'a\nb\n\nc',
  ])('%s is kept and shown letter by letter', async (text) => {
    const sent = await as(TENDAI).post(`/records/${record}/conversation/health/say`, { text })
    expect(sent.status).toBe(303)
    const said = (await service.entriesOf(record)).at(-1)
    expect(said?.kind === 'statement' ? said.text : '').toBe(text)
    const page = await as(KEITH).get(`/records/${record}/conversation/health`)
    expect(
      page.quotes.some(
        (quote) => quote.replaceAll(/\s/g, '') === text.replaceAll(/\s/g, '') || text.includes('<'),
      ),
    ).toBe(true)
    expect(page.body).not.toContain('<script>alert')
    expect(page.body).not.toContain('<b>bold')
    if (text.includes('<b>')) expect(page.body).toContain('&lt;b>bold&lt;/b>')
  })
})
