import type { LawLine } from './stage-law.ts'
import type { CitationId } from './citations.ts'

/** Things that are done beside the stages of the journey, each with its own few lines of law. */
export type LawStep =
  | 'risk'
  | 'capacity'
  | 'best-interests'
  | 'liberty'
  | 'advocacy'
  | 'hospital'
  | 'moving'
  | 'eighteen'
  | 'safeguarding'
  | 'correction'
  | 'training'

const line = (says: string, ...cites: readonly [CitationId, ...CitationId[]]): LawLine => ({ says, cites })

/** "You" is always the person who draws on support. What [2026] UKSC 16 changed is told as it stands since June 2026. */
export const STEP_LAW: Readonly<Record<LawStep, readonly LawLine[]>> = {
  risk: [
    line('Everybody must begin by assuming that you know best what is good for you.', 'CA s1(3)(a)'),
    line('Limits on your freedom must be as few as they can be for what they are for.', 'CA s1(3)(h)'),
    line(
      'You may decide something that others think unwise. That alone does not show that you cannot decide.',
      'MCA s1(4)',
    ),
    line(
      'Your safety matters too. It is weighed with the rest, and not above it.',
      'CA s1(3)(g)',
      'CA s1(2)',
    ),
  ],
  capacity: [
    line('You can decide, unless it is shown that you cannot.', 'MCA s1(2)'),
    line('First comes every help that could work: time, place, words, pictures, people.', 'MCA s1(3)'),
    line('It is about one decision, at one time. You may be able to make one and not another.', 'MCA s2'),
    line(
      'To decide is to understand, to keep it in mind for long enough, to weigh it, and to say what you want.',
      'MCA s3',
    ),
    line(
      'If one of the four is missing, it must be because of an illness or injury of mind or brain.',
      'MCA s2',
    ),
  ],
  'best-interests': [
    line('What is decided for you must be best for you.', 'MCA s1(5)'),
    line('First ask whether it could be done in a way that leaves you more free.', 'MCA s1(6)'),
    line(
      'Your wishes, now and before, count. Those close to you, and whoever may decide for you by law, are asked.',
      'MCA s4',
    ),
  ],
  liberty: [
    line('Your liberty may be taken away only as the law allows.', 'MCA s4A', 'MCA Sch A1'),
    line(
      'Since 2 June 2026 there is no yes-or-no test. Everything is looked at together: what it is for, how ordinary your life is, and what you say and show.',
      '[2026] UKSC 16',
    ),
    line(
      'Somebody who cannot decide about it in words may still show that they agree, or do not.',
      '[2026] UKSC 16',
    ),
  ],
  advocacy: [
    line(
      'If taking part would be very hard for you, the council must find you an advocate who is independent.',
      'CA s67(2)',
    ),
    line(
      'There are four things to ask about: understanding, remembering, weighing up, and saying what you want.',
      'CA s67(4)',
    ),
    line('It need not, if somebody suitable helps you. They may not be paid to care for you.', 'CA s67(5)'),
    line('It is your choice who helps you.', 'CA s67(6)'),
  ],
  hospital: [
    line(
      'The hospital must involve you, and your carer, as soon as it begins to plan that you leave.',
      'CA s74',
    ),
    line(
      'The council must assess you if it seems that you need care. Being well enough to leave does not change that.',
      'CA s9(1)',
      'G15',
    ),
    line('If help is needed at once, it can come first and the assessment later.', 'CA s19(3)'),
    line(
      'Where you live after hospital is your decision, unless it is shown that you cannot make it.',
      'MCA s1(2)',
    ),
  ],
  moving: [
    line('Before you move, the two councils tell each other what they know, so that care goes on.', 'CA s37'),
    line(
      'If the new council has not assessed you by the day you move, it helps as the old one did until it has.',
      'CA s38',
    ),
  ],
  eighteen: [
    line(
      'Before you turn 18, the council must look at what you will need, when that is of real use to you.',
      'CA s58',
    ),
  ],
  safeguarding: [
    line(
      'If you need care, may be abused or neglected and cannot protect yourself because of your needs, the council must look into it.',
      'CA s42',
    ),
    line('What you want to happen counts.', 'CA s1(3)(b)'),
    line(
      'You need to be protected, and your freedom limited as little as possible.',
      'CA s1(3)(g)',
      'CA s1(3)(h)',
    ),
  ],
  correction: [line('Facts about you that are wrong must be put right.', 'UK GDPR Art 16')],
  training: [
    line(
      'Whoever assesses you must be trained for it, and ask somebody who knows your condition where that is needed.',
      'AR r5',
    ),
    line('If you are deafblind, whoever assesses you must be trained for that.', 'AR r6'),
  ],
}
