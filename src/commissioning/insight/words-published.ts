export const words = {
  title: 'How the Act is applied: open statistics',
  intro:
    'Who asks for help, what comes of it, how long people wait, what they get and what is cut. For everybody to read, to check and to use.',
  oneLook: 'In one look',
  people: 'People',
  notKnown: 'Cannot be told',
  change: 'Beside the year to',
  aYear:
    'Each number is about the twelve months before the last day, unless it says otherwise. Numbers are rounded, so shares are near and not exact.',
  rules: 'Every rule for these numbers',
  counted: 'People are counted, each once, and every number is rounded to the nearest 5.',
  suppressedWhy:
    'numbers are suppressed: they are from 1 to 4, so somebody could be known by them, or such a number could be worked out from them. A 0 is truly nobody.',
  restTogether: 'Suppressed numbers together',
  notDrawn: 'There is no picture: too much of it is suppressed.',
  tables: 'The tables',
  none: 'Nothing has been published yet.',
  noneWhy: 'A commissioner of the council publishes once a month, in their own name.',
  about: 'What these numbers are',
  read: 'How to read them',
  unknown: 'What the address asks for is not published. Groups and tables that are can be chosen here.',
  by: 'Show by',
  which: 'Of which table',
  everybody: 'Everybody',
  show: 'Show',
  files: 'The files',
  filesWhy:
    'The same numbers to work with: a CSV file for each table, all of them as JSON, and a data dictionary (a Frictionless data package). Use them freely under the Open Government Licence.',
  suppressed: 'Suppressed',
  mark: '[c]',
  markWhy: 'In tables, [c] stands for a number that is suppressed (confidential).',
  category: 'What',
  dictionary: 'Data dictionary',
  json: 'All tables as JSON',
  notWhy:
    'These numbers say how many, and not why. A difference between two groups may have many reasons. Ask the council, and ask the people.',
  model: 'How the money is worked out',
} as const

export const publishWords = {
  title: 'Publish',
  intro:
    'What everybody will read: how the Act is applied, with no name and no small number. It is published in your name, and it stays.',
  once: 'Once a month. If it changed from day to day, somebody could learn of one person from the difference.',
  last: 'Published last',
  never: 'Nothing has been published yet.',
  see: 'See what is public now',
  preview: 'What would be published',
  button: 'Publish in my name',
  done: 'Published. Everybody can read it now.',
  already: 'This month’s statistics are published already. The next can be published next month.',
  working:
    'What would be published is being worked out: small numbers are held against every table and every earlier month. It may take a minute. Open this page again then.',
  notReady:
    'There is nothing to publish yet: it is still being worked out. Wait a minute, read it, then publish.',
  few: 'Too few people are in the figures to publish anything: nearly every number would be suppressed. Wait until there are at least 100.',
} as const
