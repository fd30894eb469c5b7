export const words = {
  title: 'Fit',
  intro: 'What people are given, beside what they need and what they hope for.',
  hopes: 'What is given to those who hope to do more',
  hopesWhy:
    'Somebody who hopes to do more for themselves needs something that builds it. Support that only keeps things as they are, or takes them away, is another matter.',
  topic: 'Part of life',
  people: 'People with support for it',
  more: 'Hope to do more',
  builds: 'Of them, with something that builds',
  erodes: 'Of them, only with what takes away',
  form: 'Most often given',
  programmes: 'The same for everybody, whatever their need',
  programmesWhy:
    'Where most people get just the same and their needs are far apart, it may be the programme that decides and not the need.',
  noProgrammes: 'There is no programme with ten people or more.',
  whatever: 'Whatever the need',
  given: 'What is given',
  same: 'Get just the same amount',
  apart: 'Need of one in four against one in four',
  refused: 'Said no when it was offered',
  dropped: 'Stopped within 12 weeks by themselves',
  gaps: 'Needs that nothing answers',
  gapsWhy:
    'People found eligible at least eight weeks ago, with neither an option nor a line of a plan for this need. The gaps that a commissioner could fill.',
  smallGaps: 'Some needs of fewer than 5 people here and there have no answer. They are too few to show.',
  noGaps: 'There is no such need.',
  away: 'Found not eligible, and back within a year',
  awayWhy:
    'Whoever is sent away and comes back with more need may have been sent away too soon. Only those whose year is over are counted.',
  none: 'Nobody has a plan in force yet.',
  rule: 'Counted over the plans in force. What a line does to what somebody can do is what the plan says of it. A hope is the person’s own, held against how it is now, on the ladder.',
} as const
