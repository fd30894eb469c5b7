import { beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { type Service, type Visitor, theService } from '../test/the-service.ts'
import { type Window, aWindow } from './browser.ts'
import { lookedOver } from './looked-over.ts'
import { sitDown, windowsOn } from './windows.ts'

// Every page in every state, for everybody who comes to it.

const TENDAI = 'tendai-gwatidzo'
const RUDO = 'rudo-gwatidzo'
const KEITH = 'keith-bromwell'
const BERNADETTE = 'bernadette-achterberg'

const windows = windowsOn()
let service: Service
beforeAll(async () => {
  service = await windows.service()
})

type State = {
  readonly name: string
  /** from the record of the person named, where it begins with a person; else from the top */
  readonly path: string
  /** what is done there before it is looked over */
  readonly once?: (page: Page, path: string) => Promise<void>
}

const press =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name }).first().click()
    await page.waitForLoadState('load')
  }

const everythingOpen = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

/** `:tendai-gwatidzo/budget` is a page of Tendai's record. */
const addressOf = (path: string): string =>
  path.replace(/^:([a-z-]+)/, (_, person: string) => `/records/${service.recordOf(person)}`)

const visitors = new Map<string, Promise<Visitor>>()
const visitorOf = (account: string): Promise<Visitor> => {
  const visitor = visitors.get(account) ?? service.as(account)
  visitors.set(account, visitor)
  return visitor
}

const PERSON: readonly State[] = [
  { name: 'what came of it', path: ':sunita-vallory/agreed' },
  { name: 'visits of a month', path: ':sunita-vallory/agreed/back-on-your-feet/visits?month=2026-10' },
  {
    name: 'to say that a visit was not so, with mistakes',
    path: ':sunita-vallory/agreed/back-on-your-feet/visits/not-so?month=2026-10',
    once: press('Send this'),
  },
  {
    name: 'the form to say what came of it, with no answer',
    path: ':sunita-vallory/agreed/back-on-your-feet/r-01-dal',
    once: press('Keep this answer'),
  },
  {
    name: 'the form to comment on a line of the model',
    path: '/model/lines/need.hygiene.1',
    once: press('Send your comment'),
  },
  { name: 'the first page', path: '/' },
  { name: 'the record', path: ':tendai-gwatidzo' },
  { name: 'the record, all opened', path: ':tendai-gwatidzo', once: everythingOpen },
  {
    name: 'the record, with what was put right struck out',
    path: ':hortensia-lovelock',
    once: everythingOpen,
  },
  { name: 'the conversation', path: ':tendai-gwatidzo/conversation' },
  { name: 'a topic with three voices and a dispute', path: ':tendai-gwatidzo/conversation/home-safety' },
  { name: 'a topic that nobody has spoken of', path: ':tendai-gwatidzo/conversation/money' },
  { name: 'a topic that is asked about again', path: ':sunita-vallory/conversation/hygiene' },
  { name: 'the form to say how it is', path: ':tendai-gwatidzo/conversation/hygiene/say' },
  {
    name: 'the same with everything wrong',
    path: ':tendai-gwatidzo/conversation/hygiene/say',
    once: badSaying,
  },
  { name: 'who helps without pay', path: ':tendai-gwatidzo/conversation/unpaid-help' },
  {
    name: 'the form to say that something is wrong',
    path: ':tendai-gwatidzo/conversation/dispute/statement-9',
    once: everythingOpen,
  },
  {
    name: 'the same with nothing in it',
    path: ':tendai-gwatidzo/conversation/dispute/statement-9',
    once: press('Send this'),
  },
  { name: 'eligibility', path: ':tendai-gwatidzo/eligibility' },
  { name: 'eligibility, all opened', path: ':tendai-gwatidzo/eligibility', once: everythingOpen },
  { name: 'eligibility, with what is still to be asked', path: ':leopold-strand/eligibility' },
  { name: 'the money, disputed', path: ':tendai-gwatidzo/budget' },
  { name: 'the money, disputed and all opened', path: ':tendai-gwatidzo/budget', once: everythingOpen },
  { name: 'the money, with much that nobody has asked', path: ':leopold-strand/budget' },
  { name: 'ways to meet each need', path: ':maeve-orourke-dsouza/plan/options', once: everythingOpen },
  { name: 'ways to meet each need, where there are none', path: ':leopold-strand/plan/options' },
  { name: 'the form to add an idea', path: ':maeve-orourke-dsouza/plan/options/new' },
  {
    name: 'the same with nothing in it',
    path: ':maeve-orourke-dsouza/plan/options/new',
    once: press('Put this on the table'),
  },
  { name: 'the form to say what is liked most', path: ':maeve-orourke-dsouza/plan/options/liked' },
  { name: 'what can be asked to be paid', path: ':sunita-vallory/budget/means', once: everythingOpen },
  {
    name: 'what can be asked to be paid, with an expense refused',
    path: ':maeve-orourke-dsouza/budget/means',
  },
  { name: 'the direct payment', path: ':sunita-vallory/budget/direct-payment' },
  { name: 'the direct payment, which ends', path: ':kumaran/budget/direct-payment' },
  { name: 'the direct payment, where there is none', path: ':leopold-strand/budget/direct-payment' },
  { name: 'the plan in force, agreed', path: ':sunita-vallory/plan', once: everythingOpen },
  { name: 'the plan in force, with a draft beside it', path: ':maria-figueiredo/plan' },
  { name: 'the plan, a draft', path: ':maria-figueiredo/plan/version/plan-3', once: everythingOpen },
  { name: 'the plan, where there is none', path: ':leopold-strand/plan' },
  {
    name: 'the plan, what changed in it',
    path: ':maria-figueiredo/plan/changes/plan-1/plan-2',
    once: everythingOpen,
  },
  {
    name: 'the plan, the form to answer it with nothing in it',
    path: ':maria-figueiredo/plan/answer/plan-3',
    once: press('Send this answer'),
  },
  {
    name: 'the plan, the form to answer it',
    path: ':maria-figueiredo/plan/answer/plan-3',
    once: everythingOpen,
  },
  { name: 'the plan, the form for a goal', path: ':sunita-vallory/plan/goal', once: press('Keep this goal') },
  { name: 'the plan, the personal budget', path: ':sunita-vallory/plan/budget/plan-3' },
  { name: 'the disagreements', path: ':tendai-gwatidzo/challenge' },
  { name: 'the disagreements, where there are none', path: ':leopold-strand/challenge' },
  { name: 'a disagreement that is open', path: ':tendai-gwatidzo/challenge/dispute-1' },
  { name: 'a disagreement that is settled', path: ':hortensia-lovelock/challenge/dispute-1' },
  { name: 'the disagreements, with a complaint', path: ':kumaran/challenge' },
  { name: 'a complaint', path: ':kumaran/challenge/complaint/complaint-1' },
  {
    name: 'the form to complain, with nothing in it',
    path: ':kumaran/challenge/complain',
    once: press('Send this complaint'),
  },
  { name: 'a letter to change', path: ':kumaran/challenge/letter' },
  { name: 'a letter to print', path: ':kumaran/challenge/letter', once: press('Show it ready to print') },
  { name: 'what was asked', path: ':kumaran/asking', once: everythingOpen },
  { name: 'what was asked, with a hold', path: ':patrick-mulvaney/asking' },
  {
    name: 'the form to ask for help, with nothing in it',
    path: ':kumaran/asking/ask',
    once: press('Send this'),
  },
  { name: 'the support, with a gap', path: ':kumaran/support', once: everythingOpen },
  { name: 'the support, where there is none', path: ':leopold-strand/support' },
  { name: 'how it goes with the goals', path: ':kumaran/outcomes' },
  {
    name: 'the form to say how it goes, with nothing in it',
    path: ':kumaran/outcomes/tell',
    once: press('Keep this in the record'),
  },
  { name: 'the reviews', path: ':kumaran/review', once: everythingOpen },
  { name: 'the reviews, answered and held', path: ':maria-figueiredo/review' },
  {
    name: 'the form to ask for a review, with nothing in it',
    path: ':sunita-vallory/review/ask',
    once: press('Ask for a review'),
  },
  { name: 'the people at the table', path: ':tendai-gwatidzo/people' },
  { name: 'the letters', path: ':sunita-vallory/letters' },
  { name: 'a letter', path: ':sunita-vallory/letters/plan-3' },
  { name: 'a letter, in large print', path: ':sunita-vallory/letters/plan-3?as=large-print' },
  { name: 'a letter, in easy read', path: ':sunita-vallory/letters/plan-3?as=easy-read' },
  { name: 'a letter that is a draft', path: ':maria-figueiredo/letters/plan-3' },
  { name: 'where letters go', path: ':sunita-vallory/letters/reach' },
  {
    name: 'where letters go, once it was kept',
    path: ':sunita-vallory/letters/reach?of=sunita-vallory',
    once: press('Keep it'),
  },
  { name: 'who looked', path: ':tendai-gwatidzo/looks' },
  { name: 'what was promised', path: ':tendai-gwatidzo/promises' },
  { name: 'what a check found, to be denied', path: ':kumaran', once: (page) => followFinding(page) },
  { name: 'the record of somebody with seven names', path: ':maria-figueiredo', once: everythingOpen },
  { name: 'the record of somebody whose name is written in Chinese', path: ':chan-mei-ling' },
  { name: 'a page that is not there', path: ':tendai-gwatidzo/nowhere' },
  { name: 'signing out', path: '/sign-out' },
]

async function badSaying(page: Page): Promise<void> {
  await page.getByLabel(/How many times a week/).fill('often')
  await page.getByLabel(/how many minutes/).fill('-1')
  await press('Keep this in the record')(page)
}

async function followFinding(page: Page): Promise<void> {
  await everythingOpen(page)
  await page
    .getByRole('link', { name: /This is not so/ })
    .first()
    .click()
}

const WORKER: readonly State[] = [
  { name: 'what came of it, with a chain of providers', path: ':tendai-gwatidzo/agreed' },
  {
    name: 'the form to type in what the person says, with no answer',
    path: ':sunita-vallory/agreed/back-on-your-feet/r-01-dal',
    once: press('Keep this answer'),
  },
  {
    name: 'a challenge to a provider, with nothing in it',
    path: ':tendai-gwatidzo/agreed/town-wards/challenge',
    once: press('Send this challenge'),
  },
  { name: 'the first page, with the people they work with', path: '/' },
  { name: 'the record', path: ':tendai-gwatidzo', once: everythingOpen },
  { name: 'the conversation', path: ':tendai-gwatidzo/conversation' },
  {
    name: 'a topic with three voices and a dispute',
    path: ':tendai-gwatidzo/conversation/home-safety',
    once: everythingOpen,
  },
  { name: 'a carer’s own topic', path: ':tendai-gwatidzo/conversation/carer-recreation' },
  { name: 'the form to say what they see', path: ':tendai-gwatidzo/conversation/hygiene/say' },
  {
    name: 'the form to type what somebody says',
    path: `:tendai-gwatidzo/conversation/hygiene/say?for=${TENDAI}`,
    once: press('Keep this in the record'),
  },
  {
    name: 'who helps without pay, with nothing in it',
    path: ':tendai-gwatidzo/conversation/unpaid-help',
    once: (page) => press(/^(Keep|Record|Save)/)(page),
  },
  { name: 'the form to find a need', path: ':tendai-gwatidzo/conversation/need' },
  {
    name: 'the same with nothing in it',
    path: ':tendai-gwatidzo/conversation/need',
    once: press('Record this need'),
  },
  { name: 'the assessments', path: ':tendai-gwatidzo/conversation/assessment' },
  {
    name: 'the assessments, opening one with nothing in it',
    path: ':tendai-gwatidzo/conversation/assessment',
    once: press('Open this assessment'),
  },
  {
    name: 'the assessments, closing one with nothing in it',
    path: ':tendai-gwatidzo/conversation/assessment',
    once: press('Close this assessment'),
  },
  { name: 'eligibility, with a carer’s own', path: ':tendai-gwatidzo/eligibility', once: everythingOpen },
  {
    name: 'the form to decide on eligibility',
    path: ':tendai-gwatidzo/eligibility/assessment-opened-1/decide',
  },
  {
    name: 'the same with nothing in it',
    path: ':tendai-gwatidzo/eligibility/assessment-opened-1/decide',
    once: press('Record this decision'),
  },
  { name: 'the money, with a carer’s own sum', path: ':tendai-gwatidzo/budget', once: everythingOpen },
  { name: 'ways to meet each need', path: ':sunita-vallory/plan/options', once: everythingOpen },
  { name: 'the form to answer an idea', path: ':sunita-vallory/plan/options/option-4/answer' },
  {
    name: 'the same with nothing in it',
    path: ':sunita-vallory/plan/options/option-4/answer',
    once: press('Send this answer'),
  },
  { name: 'the form to put a price to an idea', path: ':sunita-vallory/plan/options/option-4/price' },
  {
    name: 'the form for a direct payment, with nothing in it',
    path: ':sunita-vallory/budget/direct-payment/decide',
    once: press('Put this decision in the record'),
  },
  { name: 'the plan, being written', path: ':sunita-vallory/plan/draft', once: everythingOpen },
  {
    name: 'the plan, the form for a line with nothing in it',
    path: ':sunita-vallory/plan/line',
    once: press('Keep this line in the draft'),
  },
  { name: 'the plan, the form to change a line', path: ':sunita-vallory/plan/line/L1' },
  {
    name: 'the plan, the form to take a line out',
    path: ':sunita-vallory/plan/line/L1/remove',
    once: press('Take this line out'),
  },
  {
    name: 'the form to write down that somebody asked, with nothing in it',
    path: ':sunita-vallory/asking/ask',
    once: press('Keep this in the record'),
  },
  {
    name: 'the form to put a step on hold, with nothing in it',
    path: ':sunita-vallory/asking/hold',
    once: press('Put it on hold'),
  },
  { name: 'a hold to take up again', path: ':patrick-mulvaney/asking/resume/hold-1' },
  {
    name: 'the form to write down a review, with nothing in it',
    path: ':sunita-vallory/review/hold',
    once: press('Keep this review in the record'),
  },
  {
    name: 'the form to say when support ends, with nothing in it',
    path: ':sunita-vallory/support/end',
    once: press('Keep this in the record'),
  },
  { name: 'who was asked to give support', path: ':patrick-mulvaney/support/search' },
  {
    name: 'the form to write down who was asked, with nothing in it',
    path: ':patrick-mulvaney/support/search/asked',
    once: press('Keep this in the record'),
  },
  {
    name: 'the form to write down an answer, with nothing in it',
    path: ':patrick-mulvaney/support/search/answer',
    once: press('Keep this in the record'),
  },
  { name: 'the choice of a care home', path: ':patrick-mulvaney/plan/care-home' },
  {
    name: 'the form to write down whether a place is free, with nothing in it',
    path: ':patrick-mulvaney/plan/care-home/place',
    once: press('Keep this in the record'),
  },
  {
    name: 'the form to write down what is paid on top, with nothing in it',
    path: ':patrick-mulvaney/plan/care-home/on-top',
    once: press('Keep this in the record'),
  },
  { name: 'what is paid on top no more', path: ':patrick-mulvaney/plan/care-home/on-top-ended' },
  { name: 'help in the meantime, where there is none', path: ':sunita-vallory/budget/meantime' },
  {
    name: 'the form to write down help in the meantime, with nothing in it',
    path: ':sunita-vallory/budget/meantime/new',
    once: press('Keep this in the record'),
  },
  { name: 'help in the meantime that could end', path: ':sunita-vallory/budget/meantime/ended' },
  {
    name: 'the form for the days of the form about money, with nothing in it',
    path: ':sunita-vallory/budget/means/form',
    once: press('Keep this in the record'),
  },
  {
    name: 'the form to end a direct payment, with nothing in it',
    path: ':sunita-vallory/budget/direct-payment/end',
    once: press('Keep this in the record'),
  },
  {
    name: 'the form to say whether advice was followed, with nothing in it',
    path: ':sunita-vallory/conversation/advice/statement-13',
    once: press('Keep this in the record'),
  },
  { name: 'a disagreement to answer', path: ':tendai-gwatidzo/challenge/dispute-1' },
  {
    name: 'the same with nothing in it',
    path: ':tendai-gwatidzo/challenge/dispute-1',
    once: press('Send this answer'),
  },
  { name: 'what was sent', path: '/outbox' },
  {
    name: 'the form to write down that a copy went out, with nothing in it',
    path: ':sunita-vallory/letters/plan-3/sent',
    once: press('Write it down'),
  },
  {
    name: 'the form to add somebody to the table, with nothing in it',
    path: ':tendai-gwatidzo/people/add',
    once: press('Add them'),
  },
  {
    name: 'the form to write down a promise, with nothing in it',
    path: ':tendai-gwatidzo/promises/add',
    once: press('Keep this in the record'),
  },
  {
    name: 'the form to say what became of a promise, with nothing in it',
    path: ':tendai-gwatidzo/promises/settle',
    once: press('Keep this in the record'),
  },
  { name: 'who looked', path: ':tendai-gwatidzo/looks' },
  { name: 'what was promised', path: ':tendai-gwatidzo/promises' },
]

const CARER: readonly State[] = [
  { name: 'the first page', path: '/' },
  { name: 'the record', path: ':tendai-gwatidzo', once: everythingOpen },
  { name: 'the conversation, with their own life', path: ':tendai-gwatidzo/conversation' },
  { name: 'a topic of their own', path: ':tendai-gwatidzo/conversation/carer-recreation' },
  { name: 'the form to say how their own life is', path: ':tendai-gwatidzo/conversation/carer-work/say' },
  { name: 'a page that is not theirs', path: ':tendai-gwatidzo/budget' },
]

const MANAGER: readonly State[] = [
  { name: 'the first page, with the team’s people', path: '/' },
  { name: 'the record', path: ':patrick-mulvaney', once: everythingOpen },
  { name: 'the money', path: ':maria-figueiredo/budget', once: everythingOpen },
  { name: 'the disagreements', path: ':hortensia-lovelock/challenge' },
  {
    name: 'the plan, issued with less and no reasons',
    path: ':maria-figueiredo/plan/issue',
    once: press('Issue this version'),
  },
  {
    name: 'the plan, decided on with nothing said',
    path: ':maria-figueiredo/plan/sign-off/plan-3',
    once: press('Record this decision'),
  },
  {
    name: 'the form to hand over, with nothing in it',
    path: ':tendai-gwatidzo/people/worker',
    once: press('Hand over'),
  },
  {
    name: 'the form to ask somebody to the table, with nothing in it',
    path: ':tendai-gwatidzo/people/ask',
    once: press('Ask them'),
  },
  { name: 'waits and workloads of the team', path: '/insight/waits', once: everythingOpen },
  { name: 'choice and independence over the team', path: '/insight/two-by-two', once: everythingOpen },
  { name: 'what if, over the team', path: '/insight/what-if?agency=20.00', once: everythingOpen },
  {
    name: 'what a change would do to one sum',
    path: ':maria-figueiredo/what-if?agency=20.00',
    once: everythingOpen,
  },
  { name: 'the plan, that could not be answered', path: ':maria-figueiredo/plan/answer/plan-3' },
  { name: 'the plan, its budget before it is in the record', path: ':maria-figueiredo/plan/budget/plan-3' },
]

const FINANCE: readonly State[] = [
  { name: 'what can be asked to be paid', path: ':sunita-vallory/budget/means' },
  { name: 'the form to work it out', path: ':sunita-vallory/budget/means/new' },
  {
    name: 'the same with too little in it',
    path: ':sunita-vallory/budget/means/new',
    once: press('Work it out and show me'),
  },
  {
    name: 'the form for a light touch, with nothing in it',
    path: ':sunita-vallory/budget/means/light-touch',
    once: press('Put this in the record'),
  },
]

const PROVIDER: readonly State[] = [
  { name: 'the support that it gives', path: '/provider' },
  { name: 'whom it supports', path: '/provider/out-and-about' },
  { name: 'what was agreed with somebody', path: '/provider/out-and-about/person/o-01' },
  { name: 'visits to somebody', path: '/provider/out-and-about/visits/o-01?month=2026-10' },
  { name: 'to hand somebody back', path: '/provider/out-and-about/person/o-01/hand-back' },
  {
    name: 'the same with nothing in it',
    path: '/provider/out-and-about/person/o-01/hand-back',
    once: press('Hand them back'),
  },
  { name: 'to pass somebody on, with nobody to go to', path: '/provider/out-and-about/person/o-01/pass-on' },
  { name: 'how its contract ends', path: '/provider/out-and-about/end', once: press('Give notice') },
  { name: 'what is paid', path: '/provider/out-and-about/paid' },
  {
    name: 'how a sum came about, all opened',
    path: '/provider/out-and-about/paid/2026-10-01',
    once: everythingOpen,
  },
  {
    name: 'the form to say that an outcome is reached, with nothing in it',
    path: '/provider/out-and-about/claim/o-01-badge',
    once: press('Ask the person'),
  },
  {
    name: 'the form to contest care, with nothing in it',
    path: '/provider/out-and-about/contest/delivered-1',
    once: press('Contest it'),
  },
  {
    name: 'the form to bring in visits, with nothing in it',
    path: '/provider/out-and-about/bring',
    once: press('Bring these visits in'),
  },
  {
    name: 'an invoice to match, with nothing in it',
    path: '/provider/out-and-about/invoice',
    once: press('Match it'),
  },
  { name: 'the support', path: ':kumaran/support', once: everythingOpen },
  {
    name: 'the form to say what came, with nothing in it',
    path: ':kumaran/support/report',
    once: press('Keep this in the record'),
  },
  {
    name: 'the form for many weeks, with nothing in it',
    path: ':kumaran/support/file',
    once: press('Keep all of this in the record'),
  },
  { name: 'the form to say that support has started', path: ':kumaran/support/start' },
]

/** Everything that a new contract takes but for its own terms, as its pages carry it along. */
const DRAFT =
  'name=Home+care%2C+west&provider=saltmarsh-living&manager=ama-boateng&from-day=1&from-month=12&from-year=2026&to-day=30&to-month=11&to-year=2028&model=indicators&settled=month&what-1=Home+care&unit-1=hour&price-1=28&sustainable-1=27.60&source=As+published'

const draftFor = (model: string): string => DRAFT.replace('model=indicators', `model=${model}`)

const COMMISSIONER: readonly State[] = [
  { name: 'the contracts', path: '/contracts' },
  { name: 'a contract with something open', path: '/contracts/help-to-live-at-home', once: everythingOpen },
  {
    name: 'what a period is owed, all opened',
    path: '/contracts/back-on-your-feet/settlement/2026-10-01',
    once: everythingOpen,
  },
  {
    name: 'a settlement without having looked',
    path: '/contracts/help-to-live-at-home/settlement/2026-10-01',
    once: press('Settle this period'),
  },
  { name: 'visits', path: '/contracts/back-on-your-feet/visits/r-01?from=2026-10-01&to=2026-10-31' },
  { name: 'outcomes that were agreed', path: '/contracts/help-to-live-at-home/outcomes' },
  {
    name: 'an exclusion with mistakes',
    path: '/contracts/back-on-your-feet/outcomes/r-05-dress',
    once: press('Exclude this outcome'),
  },
  {
    name: 'an answer with mistakes',
    path: '/contracts/help-to-live-at-home/answer/challenged-1',
    once: press('Answer it'),
  },
  { name: 'figures to talk about', path: '/contracts/town-wards/flags', once: everythingOpen },
  {
    name: 'a conversation with mistakes',
    path: '/contracts/town-wards/flags/under-cost',
    once: press('Keep it with the flag'),
  },
  {
    name: 'a sample with mistakes',
    path: '/contracts/harbour-lead-provider/sample',
    once: press('Draw'),
  },
  { name: 'new terms', path: '/contracts/harbour-lead-provider/terms' },
  {
    name: 'new terms with nothing in them',
    path: '/contracts/harbour-lead-provider/terms',
    once: press('Offer these terms'),
  },
  {
    name: 'how a contract ends, with mistakes',
    path: '/contracts/home-care-east/end',
    once: press('Give notice'),
  },
  {
    name: 'who supports somebody next',
    path: '/contracts/town-wards/person/t-03',
    once: press('Keep this'),
  },
  {
    name: 'to let a provider in',
    path: '/contracts/town-wards/providers',
    once: press('Let it in'),
  },
  { name: 'a new contract', path: '/contracts/new' },
  { name: 'a new contract with mistakes', path: '/contracts/new?step=pays' },
  { name: 'how a new contract pays', path: `/contracts/new?step=pays&${DRAFT}` },
  { name: 'what care a new contract buys', path: `/contracts/new?step=services&${DRAFT}` },
  { name: 'a new lead provider’s terms', path: `/contracts/new?step=terms&${draftFor('lead-provider')}` },
  { name: 'the same with mistakes', path: `/contracts/new?step=guards&${draftFor('lead-provider')}` },
  { name: 'a new falling sum', path: `/contracts/new?step=terms&${draftFor('tapering')}` },
  { name: 'what guards a new contract', path: `/contracts/new?step=guards&${DRAFT}` },
  { name: 'a new contract, to be checked', path: `/contracts/new?step=check&${DRAFT}` },
  {
    name: 'a price with mistakes',
    path: '/contracts/northmoor-home-care/rate',
    once: press('Set this price'),
  },
  {
    name: 'a sum put right, with mistakes',
    path: '/contracts/northmoor-home-care/adjust',
    once: press('Put the sum right'),
  },
  {
    name: 'what meets somebody’s needs, with mistakes',
    path: '/contracts/support-in-the-community/needs',
    once: press('Change it'),
  },
  {
    name: 'to link a person, with mistakes',
    path: '/contracts/back-on-your-feet/link',
    once: press('Link this person'),
  },
  { name: 'a conversation about what workers raised', path: '/contracts/town-wards/flags/challenges' },
  {
    name: 'what was found again, with mistakes',
    path: '/contracts/harbour-lead-provider/sample',
    once: async (page) => {
      await page.getByLabel('Seed').fill('7')
      await press('Draw')(page)
      await page
        .getByRole('link', { name: /Write down what was found/ })
        .first()
        .click()
      await press('Write it down')(page)
    },
  },
  { name: 'prices side by side', path: '/market' },
  { name: 'the funnel', path: '/market/outcomes' },
  { name: 'if a provider left', path: '/market/concentration', once: everythingOpen },
  { name: 'chains of subcontracts', path: '/market/chains' },
  { name: 'insight', path: '/insight' },
  { name: 'waits and workloads of the council', path: '/insight/waits', once: everythingOpen },
  { name: 'choice and independence over many', path: '/insight/two-by-two', once: everythingOpen },
  { name: 'fairness', path: '/insight/fairness', once: everythingOpen },
  { name: 'fit', path: '/insight/fit', once: everythingOpen },
  { name: 'what if', path: '/insight/what-if?agency=20.00', once: everythingOpen },
  { name: 'what if, with a price that is none', path: '/insight/what-if?agency=a+lot' },
  { name: 'calibration', path: '/insight/calibration', once: everythingOpen },
  { name: 'to publish', path: '/insight/publish' },
  { name: 'the comments to look at', path: '/model/comments' },
]

const STRANGER: readonly State[] = [
  { name: 'before buying', path: '/before-buying' },
  { name: 'one way of paying, before buying', path: '/before-buying/tapering' },
  { name: 'open statistics, before there are any', path: '/figures' },
  { name: 'a line of the model', path: '/model/lines/need.hygiene.1' },
  { name: 'how near the sums come', path: '/model/accuracy' },
  { name: 'the transparency record', path: '/model/transparency' },
  { name: 'the start page', path: '/' },
  { name: 'how the money is worked out', path: '/model' },
  { name: 'how the money is worked out, all opened', path: '/model', once: everythingOpen },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'privacy', path: '/privacy' },
  { name: 'the law', path: '/law' },
  { name: 'the law of one stage', path: '/law/eligibility' },
  { name: 'signing in', path: '/sign-in' },
  { name: 'signed out', path: '/signed-out' },
  { name: 'the issuer’s page, for the public', path: '/sign-in/public' },
  { name: 'the issuer’s page, for staff', path: '/sign-in/staff' },
  { name: 'the issuer’s page, too late', path: '/demo-issuer/public/people/none' },
  { name: 'coming back from the issuer with nothing', path: '/sign-in/public/callback' },
  { name: 'a page that is not there', path: '/nowhere' },
]

/** Who may see a record other than Tendai's, of those whose pages are tried here. */
const accountFor = (state: State, account: string | undefined): string | undefined =>
  account === TENDAI ? (/^:([a-z-]+)/.exec(state.path)?.[1] ?? TENDAI) : account

const SEATS: readonly {
  readonly who: string
  readonly account: string | undefined
  readonly states: readonly State[]
}[] = [
  { who: 'the person', account: TENDAI, states: PERSON },
  { who: 'the worker', account: KEITH, states: WORKER },
  { who: 'the carer', account: RUDO, states: CARER },
  { who: 'the manager', account: BERNADETTE, states: MANAGER },
  { who: 'finance', account: 'tobias-winterflood', states: FINANCE },
  { who: 'the commissioner', account: 'ama-boateng', states: COMMISSIONER },
  { who: 'the provider', account: 'saltmarsh-living', states: PROVIDER },
  { who: 'somebody who is not signed in', account: undefined, states: STRANGER },
]

describe.each(SEATS)('nothing keeps $who out', ({ account, states }) => {
  let window: Window
  beforeAll(async () => {
    window = await windows.seatOf(undefined)
  })

  test.each(states)('$name', async (state) => {
    const { page } = window
    await sitDown(page, service, accountFor(state, account))
    const path = addressOf(state.path)
    await page.goto(path)
    await state.once?.(page, path)
    expect(await lookedOver(page)).toEqual([])
  })
})

test('what is wrong with a page is found, so that nothing found means something', async () => {
  const window = await windows.seatOf(undefined)
  await window.page.goto('/privacy')
  await window.page.evaluate(() => {
    const main = document.querySelector('main')
    const picture = '<img src="/assets/icon.svg" class="wide">'
    main?.insertAdjacentHTML('afterbegin', `<p>Before the heading</p>${picture}`)
    document.querySelector<HTMLElement>('.wide')?.style.setProperty('min-width', '500px')
    main?.insertAdjacentHTML(
      'beforeend',
      '<details><summary>More</summary><div class="folded">Folded</div></details>',
    )
    main?.insertAdjacentHTML(
      'beforeend',
      '<nav aria-label="More">Leads on</nav><div role="button">Press</div>',
    )
  })
  const found = (await lookedOver(window.page)).join('\n')
  expect(found).toContain('image-alt: ')
  expect(found).toContain('scrolls sideways at 320 pixels')
  expect(found).toContain('begins on paper with <p>Before the heading</p>')
  expect(found).toContain('is still there on paper: <nav')
  expect(found).toContain('is folded away on paper: More')
})

describe('nothing keeps anybody out when something is in the way', () => {
  let window: Window
  beforeAll(async () => {
    window = await windows.seatOf(undefined)
  })
  const troubled = async (account: string, work: (page: Page) => Promise<void>): Promise<void> => {
    await sitDown(window.page, service, account)
    await work(window.page)
    expect(await lookedOver(window.page)).toEqual([])
  }

  test('something was done, and the page says so', () =>
    troubled(TENDAI, async (page) => {
      const record = await service.copyOf(TENDAI)
      await page.goto(`/records/${record}/conversation/health/say`)
      await page.getByLabel('How is it now?').fill('I get headaches.')
      await press('Keep this in the record')(page)
      await page.getByText('Kept. Everyone at the table can read it.').waitFor()
    }))

  test('somebody was quicker: a form with what was typed', () =>
    troubled(TENDAI, async (page) => {
      const record = await service.copyOf(TENDAI)
      await page.goto(`/records/${record}/conversation/health/say`)
      await (await visitorOf(KEITH)).post(`/records/${record}/conversation/health/say`, { text: 'Quicker.' })
      await page.getByLabel('How is it now?').fill('I get headaches.')
      await press('Keep this in the record')(page)
      await page.getByText('Your words are still here.').first().waitFor()
    }))

  test('somebody was quicker: a page of its own', () =>
    troubled('sunita-vallory', async (page) => {
      const record = await service.copyOf('sunita-vallory')
      await page.goto(`/records/${record}/conversation/hygiene`)
      await (await visitorOf(KEITH)).post(`/records/${record}/conversation/health/say`, { text: 'Quicker.' })
      await press('Yes, still right')(page)
      await page.getByRole('heading', { name: 'This could not be done' }).waitFor()
    }))

  test('signed out meanwhile: what was written is still there', () =>
    troubled(TENDAI, async (page) => {
      await page.goto(addressOf(':tendai-gwatidzo/conversation/health/say'))
      await page.getByLabel('How is it now?').fill('A long and careful answer.')
      await page.context().clearCookies()
      await press('Keep this in the record')(page)
      await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
      await page.getByText('What you wrote').waitFor()
    }))
})

test('the page that says that many people are using the service keeps nobody out', async () => {
  const small = await theService({ env: { PAGES_AT_ONCE: '1', PAGES_WAITING: '0' } })
  const window = await aWindow({ origin: await small.listening() })
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  try {
    const slow = await small.as(TENDAI)
    // One page waits for the record and takes the only place there is.
    let locked: () => void = () => undefined
    const isLocked = new Promise<void>((resolve) => {
      locked = resolve
    })
    const holding = small.database.asOwner(async (query) => {
      await query('lock table roundtable.record in access exclusive mode')
      locked()
      await held
    })
    await isLocked
    const waiting = slow.get(`/records/${small.recordOf(TENDAI)}`)
    while ((await small.stranger.get('/privacy')).status !== 503) await new Promise(setImmediate)
    const answer = await window.page.goto('/privacy')
    expect(answer?.status()).toBe(503)
    expect(answer?.headers()['retry-after']).toMatch(/^\d+$/)
    await window.page.getByRole('heading', { name: 'Many people are using the service' }).waitFor()
    expect(await lookedOver(window.page)).toEqual([])
    release()
    await Promise.all([holding, waiting])
  } finally {
    release()
    await window.close()
    await small.close()
  }
})
