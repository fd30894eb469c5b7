import type { Figures, OnePerson } from './figures.ts'
import type { Traits } from './traits.ts'

const NOTHING: Figures = {
  born: '1948-05',
  stage: 'support',
  contacts: [],
  assessments: [],
  holds: [],
  needs: [],
  help: [],
  levels: [null, null, null, null, null, null, null, null, null, null],
  prices: [],
  indicative: [],
  plans: [],
  cuts: [],
  disputes: [],
  complaints: [],
  reviews: [],
  reviewsAsked: [],
  started: [],
  delivered: [],
  ended: [],
  options: [],
  goals: [],
  topics: [],
  carers: [],
  advocate: false,
  cluedUp: { disputed: false, ownOption: false, citedLaw: false, askedForReview: false },
  closed: [],
  moved: [],
}

const TRAITS: Traits = {
  person: 'somebody',
  sex: 'female',
  ethnicity: 'white',
  area: 'old-town',
  reason: 'physical',
}

/** Somebody for tests, of whom nothing is recorded but what the test says. */
export const aPerson = (figures: Partial<Figures> = {}, traits: Partial<Traits> = {}): OnePerson => ({
  figures: { ...NOTHING, ...figures },
  traits: { ...TRAITS, ...traits },
})
