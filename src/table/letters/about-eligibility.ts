import type { EntryOf } from '../../record/entries.ts'
import type { RecordState } from '../../record/state.ts'
import type { About } from './letter-of.ts'
import { paragraphs, table, under } from './letter.ts'

/** The written decision with its reasons (Care Act 2014, section 13(2)). */
export function aboutEligibility(state: RecordState, decided: EntryOf<'eligibility'>): About {
  const needs = decided.needs.map(({ need, eligible, why }) => {
    const found = state.byId.get(need)
    return { text: found?.kind === 'need' ? found.text : 'A need', eligible, why }
  })
  return {
    title: 'Your decision about help from the council',
    blocks: [
      ...paragraphs(
        decided.eligible
          ? 'You have needs that the council has a duty to meet. The law calls them eligible needs.'
          : 'The council has decided that you do not have needs that it has a duty to meet.',
      ),
      ...under('Why', paragraphs(decided.reasons)),
      ...under(
        'Each need',
        table(
          'Each need, what was decided, and why',
          ['Need', 'Eligible', 'Why'],
          needs.map(({ text, eligible, why }) => [text, eligible ? 'Yes' : 'No', why]),
        ),
      ),
      ...(decided.eligible
        ? []
        : paragraphs(
            'You can still get advice about what helps, and about what stops things from getting worse. If your life changes, ask again.',
          )),
    ],
    easy: [
      decided.eligible ? 'The council must help you.' : 'The council says no for now.',
      ...needs.map(
        ({ text, eligible }) => `${eligible ? 'We will help with this' : 'We said no to this'}: ${text}`,
      ),
      decided.eligible ? 'Next we plan the help with you.' : 'You can still get advice.',
    ],
  }
}
