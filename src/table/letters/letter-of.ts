import { dayOfWhen } from '../../record/values.ts'
import type { Entry } from '../../record/entries.ts'
import { type RecordState, all, nameOf, workerOf } from '../../record/state.ts'
import type { Reader } from '../reader.ts'
import { aboutAssessment } from './about-assessment.ts'
import { aboutEligibility } from './about-eligibility.ts'
import { aboutBudget, aboutIndicative, aboutMeans } from './about-money.ts'
import { aboutPlan } from './about-plan.ts'
import { aboutReview } from './about-review.ts'
import { type Block, type Letter, easyRow, heading, paragraph } from './letter.ts'

/** What somebody can be sent a copy of: the kinds that a `copy` may speak of. */
export const SENDABLE = [
  'assessment-opened',
  'eligibility',
  'indicative-budget',
  'financial-assessment',
  'plan',
  'personal-budget',
  'review',
] as const
type Sendable = Extract<Entry, { kind: (typeof SENDABLE)[number] }>

export const isSendable = (entry: Entry): entry is Sendable => SENDABLE.some((kind) => kind === entry.kind)

/** What a letter is about: its title and what it says, before the greeting and the rights that every letter has. */
export type About = Pick<Letter, 'title' | 'draft' | 'blocks' | 'easy'>

/** Everything in the record that can be sent, the latest first. */
export const sendable = (state: RecordState): readonly Sendable[] =>
  state.entries.filter(isSendable).toReversed()

/** Whom it is written to: the person, or the carer whose own assessment it is. */
export function addresseeOf(state: RecordState, entry: Sendable): string {
  const opened =
    entry.kind === 'eligibility'
      ? all(state, 'assessment-opened').find(({ id }) => id === state.byId.get(entry.assessment)?.id)
      : entry
  return opened?.kind === 'assessment-opened' && opened.of === 'carer' ? opened.subject : state.person.id
}

function about(state: RecordState, reader: Reader, entry: Sendable): About {
  switch (entry.kind) {
    case 'assessment-opened':
      return aboutAssessment(state, reader, entry)
    case 'eligibility':
      return aboutEligibility(state, entry)
    case 'indicative-budget':
      return aboutIndicative(entry)
    case 'financial-assessment':
      return aboutMeans(entry)
    case 'plan':
      return aboutPlan(state, reader, entry)
    case 'personal-budget':
      return aboutBudget(state, entry)
    case 'review':
      return aboutReview(state, reader, entry)
  }
}

/** The letter about an entry, in words to whom it is about. The same whoever opens it: there is no second version. */
export function letterOf(
  state: RecordState,
  council: string,
  entry: Sendable,
  address?: readonly string[],
): Letter {
  const to = addresseeOf(state, entry)
  const reader: Reader = { party: to, relationships: to === state.person.id ? ['self'] : ['carer'] }
  const said = about(state, reader, entry)
  return {
    ...said,
    council,
    to,
    toName: nameOf(state, to),
    on: dayOfWhen(entry.on),
    blocks: [...said.blocks, ...rights(entry.kind), ...whomTo(state), ...whereTo(address)],
    easy: [
      ...said.easy,
      ...EASY_RIGHTS,
      ...easyWhom(state),
      ...(address === undefined ? [] : [easyRow('letter', `Write to us at: ${address.join(', ')}.`)]),
    ],
  }
}

/** Who works with them now, so that there is a name to ask for. */
function whomTo(state: RecordState): readonly Block[] {
  const worker = workerOf(state)
  return worker === undefined
    ? []
    : [
        heading('Whom to ask'),
        paragraph(`${nameOf(state, worker)} works with you now. Ask for them by name.`),
      ]
}

/** Where whoever gets the letter can write to, or send a form on paper. */
const whereTo = (address: readonly string[] | undefined): readonly Block[] =>
  address === undefined ? [] : [heading('Where to write to us'), paragraph(`${address.join(', ')}.`)]

function easyWhom(state: RecordState): Letter['easy'] {
  const worker = workerOf(state)
  return worker === undefined ? [] : [easyRow('talk', `You can ask for ${nameOf(state, worker)}.`)]
}

const CAN_BE_ANSWERED: readonly Sendable['kind'][] = [
  'assessment-opened',
  'eligibility',
  'indicative-budget',
  'plan',
  'personal-budget',
]

function rights(kind: Sendable['kind']): readonly Block[] {
  return [
    heading('If something is wrong'),
    paragraph(
      'You can say that a fact is wrong. Everything that rests on it is then marked until it is settled, and you see both sums.',
    ),
    ...(CAN_BE_ANSWERED.includes(kind)
      ? [
          paragraph(
            'You can agree, agree in part or disagree. If you disagree, we talk about it with you, and we write down what came of it.',
          ),
        ]
      : []),
    paragraph(
      'You can complain. If you are not happy with our answer, the Local Government and Social Care Ombudsman can look at it. It is free.',
    ),
    paragraph(
      'You can ask for this letter in another form: easy read, large print, audio, Braille or British Sign Language. You can ask for someone to help you understand it and say what you think.',
    ),
  ]
}

const EASY_RIGHTS: Letter['easy'] = [
  easyRow('talk', 'Is something wrong? Tell us.'),
  easyRow('choice', 'You can say no to this.'),
  easyRow('write', 'You can complain.'),
  easyRow('helper', 'Someone can help you with this.'),
]
