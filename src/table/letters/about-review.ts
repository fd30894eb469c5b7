import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { EntryOf } from '../../record/entries.ts'
import type { RecordState } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type Reader, nameFor } from '../reader.ts'
import type { About } from './letter-of.ts'
import { easyRow, items, paragraphs, under } from './letter.ts'

const NEXT: Readonly<Record<EntryOf<'review'>['leads-to'], readonly [words: string, easy: string]>> = {
  'no-change': ['Your plan stays as it is.', 'Your plan stays the same.'],
  'revise-plan': [
    'Your plan will be changed, with you. Nothing falls before you have seen what, by how much and why.',
    'We will change your plan with you.',
  ],
  reassess: [
    'There will be a new assessment, because your needs or your life have changed.',
    'We will talk about your needs again.',
  ],
  end: ['Your support will end. You are told why, and what you can do about it.', 'Your support will stop.'],
}

/** What a review found, and what comes of it (Care Act 2014, section 27). */
export function aboutReview(state: RecordState, reader: Reader, review: EntryOf<'review'>): About {
  const [next, easyNext] = NEXT[review['leads-to']]
  return {
    title: 'Your review',
    blocks: [
      ...paragraphs(
        `We looked at your plan on ${dateInWords(dayOfWhen(review.on))}.`,
        review.changed
          ? 'Your needs or your life have changed since the plan was made.'
          : 'Your needs and your life are much the same as when the plan was made.',
      ),
      ...under('What was found', paragraphs(review.found)),
      ...under('What happens now', paragraphs(next)),
      ...under('Who took part', items(review.involved.map((party) => nameFor(reader, state, party)))),
    ],
    easy: [
      easyRow('eye', 'We looked at your plan.'),
      review.changed
        ? easyRow('growth', 'Things have changed for you.')
        : easyRow('time', 'Things are the same for you.'),
      easyRow('calendar', easyNext),
    ],
  }
}
