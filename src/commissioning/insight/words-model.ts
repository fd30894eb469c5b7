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
    'How this model works and who answers for it, under the headings that the UK government publishes for such records. It is made from the model itself. What only the council knows stands there in its own words.',
  toWrite: 'The council has not written this yet.',
  notMeasured: 'This comes with the first open statistics.',
  asJson: 'The record as a file (JSON)',
  stillToWrite: (open: number, all: number) =>
    `${open} of ${all} headings are for the council to write, and are not written yet.`,
  whereToWrite: 'For the council: where its own words are written',
  whoseWords:
    'Most headings are made from the model, and nobody can write them otherwise. Who answers for it, training, suppliers and impact assessments only the council knows.',
  inTheFile: (file: string) =>
    `It writes them in a file beside the model, called ${file}. They are shown when the service is next started. What is left empty is shown as not written yet.`,
  toFill: 'The file to fill in, with each heading and what is asked there',
} as const
