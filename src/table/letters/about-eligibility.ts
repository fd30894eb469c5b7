import { needsByDirectPayment } from '../../domain/care-act/direct-payment-needs.ts'
import type { EntryOf } from '../../record/entries.ts'
import { needsToMeet } from '../../record/needs-to-meet.ts'
import type { RecordState } from '../../record/state.ts'
import { TOPIC_SYMBOLS } from '../easy-read.tsx'
import type { About } from './letter-of.ts'
import { easyRow, paragraphs, table, under } from './letter.ts'

const MAY = { yes: 'Yes', 'in-part': 'In part', no: 'No' } as const

/** The written decision with its reasons (Care Act 2014, section 13(2)). */
export function aboutEligibility(state: RecordState, decided: EntryOf<'eligibility'>): About {
  const needs = decided.needs.map(({ need, eligible, why }) => {
    const found = state.byId.get(need)
    const [topic] = found?.kind === 'need' ? found.topics : []
    return { text: found?.kind === 'need' ? found.text : 'A need', topic, eligible, why }
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
      ...under('Which needs may be met by a direct payment', [
        ...table(
          'Each need that the council is going to meet, and whether you may have money to arrange the support yourself',
          ['Need', 'By direct payment', 'Why'],
          needsByDirectPayment(needsToMeet(state, decided)).map(({ text, may, because }) => [
            text,
            MAY[may],
            because.map(({ says }) => says).join(' '),
          ]),
        ),
      ]),
      ...(decided.eligible
        ? []
        : paragraphs(
            'You can still get advice about what helps, and about what stops things from getting worse. If your life changes, ask again.',
          )),
    ],
    easy: [
      decided.eligible
        ? easyRow('agree', 'The council must help you.')
        : easyRow('face-bad', 'The council says no for now.'),
      ...needs.map(({ text, topic, eligible }) =>
        easyRow(
          topic === undefined ? 'helper' : TOPIC_SYMBOLS[topic],
          `${eligible ? 'We will help with this' : 'We said no to this'}: ${text}`,
        ),
      ),
      decided.eligible
        ? easyRow('write', 'Next we plan the help with you.')
        : easyRow('idea', 'You can still get advice.'),
    ],
  }
}
