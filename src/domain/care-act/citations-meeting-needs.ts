import { type Citation, citer } from './citation.ts'

const act = citer({
  short: 'Care Act',
  title: 'Care Act 2014',
  part: 'section',
  url: 'https://www.legislation.gov.uk/ukpga/2014/23',
})

/** Sections 14 to 78 of the Care Act 2014: charging, meeting needs, plans, budgets, reviews, moving, safeguarding, advocacy. */
export const MEETING_NEEDS_SECTIONS = {
  'CA s14': act(
    '14',
    'primary',
    'The council may charge for meeting needs, no more than it costs, and not for assessing.',
  ),
  'CA s17': act(
    '17',
    'unread',
    'Before it charges, the council assesses what the person can pay, and records it in writing.',
  ),
  'CA s18': act(
    '18',
    'primary',
    'The council must meet eligible needs; needs that a carer meets stay on record as eligible.',
  ),
  'CA s18(1)': act(
    '18(1)',
    'primary',
    'The council must meet the eligible needs of an adult who lives in its area.',
  ),
  'CA s18(7)': act('18(7)', 'unread', 'The council need not meet needs that a carer is meeting.'),
  'CA s19': act(
    '19',
    'primary',
    'The council may meet needs that are not eligible, and urgent needs before an assessment.',
  ),
  'CA s19(3)': act(
    '19(3)',
    'primary',
    'Where needs appear to be urgent, the council may meet them before it has assessed.',
  ),
  'CA s20': act(
    '20',
    'primary',
    'The council must meet a carer’s eligible needs, by support to the carer or care to the adult.',
  ),
  'CA s24': act(
    '24',
    'secondary',
    'The council plans how to meet needs, or gives its reasons in writing for not meeting them.',
  ),
  'CA s24(1)(b)': act(
    '24(1)(b)',
    'secondary',
    'The council tells the person which of the needs that it is going to meet may be met by direct payments.',
  ),
  'CA s25': act(
    '25',
    'primary',
    'What a care and support plan holds, who takes part in it, and how it is agreed.',
  ),
  'CA s25(1)': act(
    '25(1)',
    'primary',
    'A plan states the needs, which are eligible, how they are met, the budget, and advice on preventing needs.',
  ),
  'CA s25(3)': act(
    '25(3)',
    'primary',
    'Making a plan involves the person, any carer, and anyone they ask for.',
  ),
  'CA s25(5)': act(
    '25(5)',
    'primary',
    'The council takes all reasonable steps to agree with the person how needs are met.',
  ),
  'CA s25(9)': act(
    '25(9)',
    'unread',
    'The council gives a copy of the plan to the person, and to those they ask it to.',
  ),
  'CA s26': act(
    '26',
    'primary',
    'A personal budget states what meeting the needs costs, what the person pays and what the council pays.',
  ),
  'CA s27': act(
    '27',
    'primary',
    'The council keeps plans under review, and looks again with the person where things have changed.',
  ),
  'CA s27(1)': act(
    '27(1)',
    'primary',
    'The council keeps plans under review, and reviews one when reasonably asked to.',
  ),
  'CA s27(1)(b)': act(
    '27(1)(b)',
    'primary',
    'The council reviews a plan when the person, or someone for them, reasonably asks.',
  ),
  'CA s27(2)(b)': act(
    '27(2)(b)',
    'primary',
    'Changing a plan involves the person, any carer, and anyone they ask for.',
  ),
  'CA s27(4)': act(
    '27(4)',
    'secondary',
    'Where circumstances change what a plan rests on, the council assesses again before it changes the plan.',
  ),
  'CA s27(5)': act(
    '27(5)',
    'unread',
    'The council takes all reasonable steps to agree how a changed plan meets the needs.',
  ),
  'CA s30': act('30', 'unread', 'A person may choose where they live in a care home, within rules on cost.'),
  'CA s31': act(
    '31',
    'secondary',
    'The council must make direct payments on request, where four conditions are met.',
  ),
  'CA s32': act(
    '32',
    'unread',
    'Where somebody cannot ask for a direct payment themselves, an authorised person may ask and manage it.',
  ),
  'CA s37': act('37', 'unread', 'Before a person moves, the two councils see to it that care goes on.'),
  'CA s38': act(
    '38',
    'unread',
    'Until it has assessed, the new council meets the needs that the first one was meeting.',
  ),
  'CA s42': act(
    '42',
    'primary',
    'Where an adult with needs may be abused or neglected and cannot protect themselves, the council enquires.',
  ),
  'CA s58': act(
    '58',
    'unread',
    'A child who is likely to have needs after 18 is assessed when it is of significant benefit.',
  ),
  'CA s67': act(
    '67',
    'primary',
    'Who would have substantial difficulty in taking part gets an independent advocate.',
  ),
  'CA s67(2)': act(
    '67(2)',
    'primary',
    'The council arranges an independent advocate where the condition is met.',
  ),
  'CA s67(4)': act(
    '67(4)',
    'primary',
    'Difficulty with understanding, retaining, weighing or communicating, in any of the four.',
  ),
  'CA s67(5)': act(
    '67(5)',
    'primary',
    'No advocate is needed where someone suitable, who is not paid to care, can support.',
  ),
  'CA s67(6)': act(
    '67(6)',
    'secondary',
    'The person must agree to that supporter, or it is in their best interests.',
  ),
  'CA s74': act(
    '74',
    'primary',
    'A hospital that plans a discharge involves the patient and any carer as soon as is feasible.',
  ),
  'CA s78': act('78', 'secondary', 'Councils act under the statutory guidance.'),
} as const satisfies Record<string, Citation>
