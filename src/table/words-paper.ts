/** The address stands below, where the service knows it; else the person has it on what the council wrote to them. */
const whereOf = (council: string, hasAddress: boolean): string =>
  hasAddress ? 'this address:' : `${council}. The address is on every letter that you get.`

/** What stands on every form on paper. */
export const paperWords = {
  title: 'Forms on paper',
  intro: 'You can print these and fill them in with a pen.',
  numbers: 'A form has the same number on paper and on the screen, and so has each question.',
  form: (number: number) => `Form ${number}`,
  thisIs: (number: number) => `This is form ${number}.`,
  print: 'Print it on paper',
  howToPrint: 'To print this page, choose “Print” in the menu of your browser.',
  large: 'In large print',
  usual: 'In the usual print',
  about: 'Your name',
  aboutOther: 'It is about',
  day: 'The day on which you fill this in:',
  helper: 'If somebody writes for you, their name:',
  tickOne: 'Tick one.',
  tickIf: 'Tick the box if you want that.',
  tickSome: 'Tick as many as you like.',
  whereTo: 'Where to send it',
  toWorker: (name: string | undefined, council: string, hasAddress: boolean) =>
    `Give it to ${name ?? 'your worker'}, or post it to ${whereOf(council, hasAddress)}`,
  toManager: (council: string, hasAddress: boolean) =>
    `Put it in an envelope. Write “For the manager” on it. Your worker does not open it. Post it to ${whereOf(council, hasAddress)}`,
  forManager: 'For the manager',
  after: (number: number) =>
    `Somebody types what you wrote, as form ${number}, in your own words. They read it back to you. Then it is in your record, and you can say if it is wrong.`,
} as const
