import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, theService } from './the-service.ts'

// Each record of the demonstration goes as far as its story in demo/README.md says: what is told there is seen on a page by
// those at the table, and what is not theirs to see is not.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

type Seen = {
  /** who looks; the person unless told otherwise */
  readonly as?: string
  readonly at: string
  readonly sees?: readonly string[]
  readonly seesNot?: readonly string[]
}
type Story = { readonly person: string; readonly tells: Readonly<Record<string, Seen>> }

const STORIES: readonly Story[] = [
  {
    person: 'maeve-orourke-dsouza',
    tells: {
      'one number without workings was disputed, and six weeks later the lines came': {
        at: '/challenge/dispute-1',
        sees: ['You are right that a number alone explains'],
      },
      'her own ideas stand among the priced options': {
        at: '/plan/options',
        sees: ['neighbour', 'cleaner', 'power'],
      },
      'another is open, and overdue': {
        at: '/challenge/dispute-2',
        sees: ['I do not manage school mornings.'],
      },
      'the complaint is running': { at: '/challenge', sees: ['Four things are now late'] },
    },
  },
  {
    person: 'tendai-gwatidzo',
    tells: {
      'the sum comes out both ways': { at: '/budget', sees: ['£981.08', 'If '] },
      'his disagreement is on day 6 of 20': { at: '/challenge', sees: ['6 of 20'] },
      'his old support goes on, week by week': { at: '/support', sees: ['19 of 20 hours'] },
      'his mother’s assessment is her own': {
        as: 'rudo-gwatidzo',
        at: '/eligibility',
        seesNot: ['Spokes'],
      },
    },
  },
  {
    person: 'hortensia-lovelock',
    tells: {
      'what was corrected stands beside its correction': { at: '', sees: ['This was put right later'] },
      'she can decide on this assessment, and not on her savings': {
        at: '',
        sees: ['Able to make it: yes.', 'Able to make it: no.'],
      },
      'the relative in her house is not told of the concern': {
        as: 'dorian-lovelock',
        at: '',
        seesNot: ['bank card', 'Safeguarding'],
      },
    },
  },
  {
    person: 'kumaran',
    tells: {
      'outreach was not given and was invoiced': {
        at: '/support',
        sees: ['10 hours did not come', '5 visits missed'],
      },
      'that is told on his first page': { at: '', sees: ['What did not come', '18 of 28 hours came'] },
      'he has ended the help that he no longer needs': {
        at: '/support',
        sees: ['Marlon is my friend now.'],
      },
      'he has complained, and asked for a review': { at: '/review', sees: ['asked'] },
    },
  },
  {
    person: 'maria-figueiredo',
    tells: {
      'the draft gave seven hours for eighteen, and the third version sixteen': {
        at: '/plan/changes/plan-2/plan-3',
        sees: ['was 7 hours a week, now 16'],
      },
      'the manager returned the draft': {
        at: '/plan/version/plan-2',
        sees: ['Line L2 falls by eleven hours and nobody says why.'],
      },
      'the old support goes on unchanged': { at: '/support', sees: ['72 of 72 hours'] },
      'the hold that she was told of': { at: '/asking', sees: ['7 July 2026'] },
    },
  },
  {
    person: 'elijah-pryce',
    tells: {
      'his assessment was put on hold at his wish, and he knew': {
        at: '/asking',
        sees: ['Elijah asked to stop until after the half-term holiday'],
      },
      'his mother’s assessment is done, and hers': {
        as: 'gwenllian-pryce',
        at: '/eligibility',
        sees: ['Time for her own work and her marriage, and relief at night'],
      },
      'and not for him to read': { at: '', seesNot: ['relief at night'] },
    },
  },
  {
    person: 'dorothy-abernethy',
    tells: {
      'she is content, in her words': { at: '/conversation/nutrition', sees: ['I am content as I am'] },
      'and the tea is the goal': { at: '/plan', sees: ['But I will make the tea.'] },
      'the plan is issued': { at: '/plan', sees: ['Support with meals, bath and the flat, at her own pace'] },
      'it has not started yet': { at: '/support', sees: ['Not started yet'] },
    },
  },
  {
    person: 'chan-mei-ling',
    tells: {
      'she is eligible and the budget comes next': {
        at: '',
        sees: ['Found eligible. The money comes next.'],
      },
    },
  },
  {
    person: 'patrick-mulvaney',
    tells: {
      'the plan waits since August without an end, and he was not told': {
        at: '/asking',
        sees: ['You were not told, so the clock went on.'],
      },
      'few words, kept': { at: '/conversation/nutrition', sees: ['Tea. Me do.'] },
    },
  },
  {
    person: 'sunita-vallory',
    tells: {
      'a new version says that the sum went up by her brother’s 45 minutes': {
        at: '/plan/changes/plan-2/plan-3',
        sees: ['was 10 hours a week, now 10.75'],
      },
      'what came, week by week': {
        at: '/support',
        sees: ['9.92 of 10.75 hours', '10.75 of 10.75 hours', '5.5 of 5.5 hours'],
      },
      'nothing stands open': { at: '', seesNot: ['What did not come'] },
    },
  },
  {
    person: 'zofia-wisniewska',
    tells: {
      'the sum without his help': { at: '/budget', sees: ['£1,357.28'] },
      'a review that was asked for and given': { at: '/review', sees: ['review'] },
      'the care that comes goes on': { at: '/support', sees: ['7 of 7 hours'] },
      'ideas wait for answers, in time': { at: '/plan/options', sees: ['of 20'] },
    },
  },
  {
    person: 'leopold-strand',
    tells: {
      'no need is recorded: what is still to be asked': { at: '/asking', sees: ['Hands that can sign.'] },
      'the call to a man who had written “do not telephone”, put right the same day': {
        at: '',
        sees: ['Put right the same day: wrote to him by email, with an apology.'],
      },
    },
  },
]

test('every person of the demonstration has a story', () => {
  expect(STORIES.map(({ person }) => person).toSorted()).toEqual(service.people.toSorted())
})

describe.each(STORIES)('$person', ({ person, tells }) => {
  test.each(Object.entries(tells))('%s', async (_what, { as = person, at, sees = [], seesNot = [] }) => {
    const visitor = await service.as(as)
    const { status, words } = await visitor.get(`/records/${service.recordOf(person)}${at}`)
    expect(status).toBe(200)
    expect(sees.filter((what) => !words.includes(what))).toEqual([])
    expect(seesNot.filter((what) => words.includes(what))).toEqual([])
  })
})
