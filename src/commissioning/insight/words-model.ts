export const words = {
  accuracy: 'How near the sums come',
  accuracyIntro:
    'The first sum is a guess at what a plan will cost. This is how good a guess it is: each sum beside what the agreed plan of the same person costs.',
  none: 'Nothing has been published about this yet. It is published with the open statistics.',
  few: 'There are too few agreed plans to say anything. At least 20 are needed.',
  all: 'All agreed plans in force',
  later: 'Plans agreed after the model was made, which it could not know',
  group: 'By group',
  people: 'People',
  half: 'Half of all sums are within',
  mean: 'Wrong on average by',
  bias: 'All sums, as a share of all costs',
  within10: 'Within 10%',
  within20: 'Within 20%',
  enough: 'The sum was enough for',
  slope: 'A plan costs so much more for each £1 that the sum is more',
  transparency: 'Transparency record',
  transparencyIntro:
    'How this model works and who answers for it, under the headings that the UK government publishes for such records. It is made from the model itself.',
  toWrite: 'The council has not written this yet.',
} as const
