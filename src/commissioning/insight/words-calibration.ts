export const words = {
  title: 'Calibration',
  intro:
    'A sum from the model is a guess at what a plan will cost. Here you see which prices would have guessed better: worked out from plans that were agreed, and tried on later plans that they could not know.',
  notTitle: 'What this is not',
  not: [
    'It is never put in force by itself. A named person at the council decides, and says why.',
    'It is not what is right. It follows what was agreed so far. If plans were too low, or some people got less, prices that follow them go on like that. Look at fairness first.',
    'It is not what support costs. A price that fits the plans may be too low to buy an hour of help.',
  ],
  comments: 'What people say about the prices, line by line',
  working:
    'This is being worked out now. It takes some seconds. Nothing is lost if you go to another page and come back.',
  lookAgain: 'Look again',
  few: 'There are too few agreed plans to fit prices on. There must be 50 from before the model was made, and 50 since.',
  fewTeam: 'One team often has too few. How near the sums of the whole council come is published.',
  published: 'How near the sums come',
  changed: 'The figures have changed since.',
  again: 'Work it out again',
  inForce: 'In force',
  nearest: 'Nearest',
  enough: 'Enough for most',
  nearestWhy: 'Nearest: the prices that come nearest to what plans cost, on average.',
  enoughWhy:
    'Enough for most: the prices by which the sum would be enough for 4 plans in 5. It is more than many plans cost.',
  prices: 'Prices an hour',
  priceOf: 'An hour of',
  held: 'too few plans to say, so left as it is',
  none: 'nothing fits',
  tied: 'A price for more need is never below a price for less. Where plans say otherwise, both get one price.',
  near: 'How near they come to later plans',
  nearWhy: 'Only plans from after the model was made. None of the three columns could know them.',
  measure: 'On later plans',
  group: 'By group',
  groupWhy:
    'All sums, as a share of all costs of the group: below 100% the group gets too little to begin with. Then, for how many the sum was enough.',
  curve: 'The second opinion: a curve from points to pounds',
  curveWhy: 'The points stay as they are. What changes is how many pounds a week they give.',
  points: 'Points',
  week: 'a week',
  try: 'Try it before anybody decides',
  tryWhy:
    'See who would gain and who would lose, or take the model as a file. The file is a draft. It has the version that is in force, so that nothing else differs when the two are compared.',
  seeNearest: 'What the nearest prices would do to people',
  seeEnough: 'What prices that are enough for most would do to people',
  broken: 'These prices would break a promise that every model keeps, so there is no file:',
  rule: 'Each plan is hours of help times a price for each kind of help, and prices are fitted to what the plans cost: by least squares (nearest) and by regression to the 80% quantile (enough for most), with no price below nought. Plans for a place in a care home are left out: a place is priced by the week and not by the hour. What an earlier plan costs is raised as the published prices have risen since its day. The solver is HiGHS of the University of Edinburgh.',
  privacy:
    'A price for which fewer than 20 plans speak stays as it is. Prices are rounded to 5p, weeks to £5, and people to the nearest 5, so that nobody’s plan can be read off them. Groups of fewer than 20 people are not shown.',
} as const

export const FILE_WORDS: Readonly<Record<string, string>> = {
  'nearest.yaml': 'The model with the nearest prices',
  'enough.yaml': 'The model with prices that are enough for most',
  'curve-nearest.yaml': 'The points with the nearest curve',
  'curve-enough.yaml': 'The points with a curve that is enough for most',
}
