import { type Citation, citer } from './citation.ts'

const act = citer({
  short: 'Care Act',
  title: 'Care Act 2014',
  part: 'section',
  url: 'https://www.legislation.gov.uk/ukpga/2014/23',
})

/** Sections 1 to 13 of the Care Act 2014: wellbeing, prevention, advice, assessing needs, eligibility. */
export const NEEDS_SECTIONS = {
  'CA s1': act(
    '1',
    'primary',
    'In all that it does under the Act for a person, the council promotes their wellbeing.',
  ),
  'CA s1(2)': act(
    '1(2)',
    'primary',
    'Wellbeing has nine parts, from dignity to what a person gives to others; none ranks above another.',
  ),
  'CA s1(2)(d)': act(
    '1(2)(d)',
    'primary',
    'Wellbeing includes control over day-to-day life, and over the care and how it is given.',
  ),
  'CA s1(3)': act(
    '1(3)',
    'primary',
    'Eight things that the council must have in mind in every decision about a person.',
  ),
  'CA s1(3)(a)': act('1(3)(a)', 'primary', 'Begin by assuming that people judge their own wellbeing best.'),
  'CA s1(3)(b)': act('1(3)(b)', 'primary', 'Their views, wishes, feelings and beliefs must be weighed.'),
  'CA s1(3)(c)': act('1(3)(c)', 'primary', 'It matters to prevent, delay and reduce needs.'),
  'CA s1(3)(d)': act(
    '1(3)(d)',
    'primary',
    'Decide on all the circumstances, not on age, looks or a condition alone.',
  ),
  'CA s1(3)(e)': act(
    '1(3)(e)',
    'primary',
    'People take part in decisions as fully as they can, with the information and support for it.',
  ),
  'CA s1(3)(f)': act(
    '1(3)(f)',
    'primary',
    'Balance their wellbeing with that of friends or relatives who care for them.',
  ),
  'CA s1(3)(g)': act('1(3)(g)', 'primary', 'People need protection from abuse and neglect.'),
  'CA s1(3)(h)': act(
    '1(3)(h)',
    'primary',
    'Rights and freedom are restricted no more than the purpose calls for.',
  ),
  'CA s2': act('2', 'unread', 'The council provides or arranges what prevents, delays or reduces needs.'),
  'CA s4': act('4', 'unread', 'The council runs a service of information and advice about care and support.'),
  'CA s5': act(
    '5',
    'secondary',
    'The council sees to a market with variety, quality and services that can last.',
  ),
  'CA s9': act(
    '9',
    'primary',
    'Where an adult may have needs for care and support, the council must assess them.',
  ),
  'CA s9(1)': act(
    '9(1)',
    'primary',
    'Where an adult appears to have needs for care and support, the council must assess.',
  ),
  'CA s9(3)': act(
    '9(3)',
    'primary',
    'It must assess whatever the level of need, and whatever the person can pay.',
  ),
  'CA s9(4)': act(
    '9(4)',
    'primary',
    'An assessment covers the impact on wellbeing, the outcomes that the person wants, and what care could add.',
  ),
  'CA s9(4)(a)': act(
    '9(4)(a)',
    'primary',
    'An assessment covers the impact of the needs on each part of wellbeing.',
  ),
  'CA s9(4)(b)': act(
    '9(4)(b)',
    'primary',
    'An assessment covers the outcomes that the person wants in day-to-day life.',
  ),
  'CA s9(4)(c)': act(
    '9(4)(c)',
    'primary',
    'An assessment covers what care and support could add to those outcomes.',
  ),
  'CA s9(5)': act(
    '9(5)',
    'primary',
    'An assessment involves the person, any carer, and anyone they ask for.',
  ),
  'CA s9(5)(a)': act('9(5)(a)', 'primary', 'An assessment involves the person themselves.'),
  'CA s9(5)(b)': act('9(5)(b)', 'primary', 'An assessment involves any carer that the person has.'),
  'CA s9(6)': act(
    '9(6)',
    'primary',
    'An assessment also asks what else could help, beside care and support.',
  ),
  'CA s10': act(
    '10',
    'primary',
    'A carer who may have needs must be offered an assessment: are they able and willing, now and later?',
  ),
  'CA s10(1)': act(
    '10(1)',
    'primary',
    'Where a carer may have needs for support, now or later, the council must assess.',
  ),
  'CA s10(3)': act(
    '10(3)',
    'primary',
    'A carer is an adult who gives, or means to give, care to another adult.',
  ),
  'CA s10(5)': act(
    '10(5)',
    'primary',
    'Is the carer able and willing to care, and likely to stay so? What do they want?',
  ),
  'CA s10(6)': act(
    '10(6)',
    'primary',
    'The council weighs the carer’s work, learning and free time, or wish for them.',
  ),
  'CA s10(7)': act('10(7)', 'primary', 'A carer’s assessment involves the carer, and anyone they ask for.'),
  'CA s11': act(
    '11',
    'primary',
    'A person may refuse an assessment, unless they lack capacity to and it is in their best interests, or they are at risk.',
  ),
  'CA s12': act('12', 'unread', 'How assessments are made, combined and recorded in writing.'),
  'CA s12(3)': act('12(3)', 'unread', 'The council gives the person a written record of the assessment.'),
  'CA s12(4)': act(
    '12(4)',
    'unread',
    'The council gives the carer, where asked, a written record of the assessment.',
  ),
  'CA s13': act(
    '13',
    'primary',
    'The council decides whether needs are eligible, and gives a written record with its reasons.',
  ),
  'CA s13(1)': act(
    '13(1)',
    'primary',
    'On the basis of an assessment, the council decides whether any needs are eligible.',
  ),
  'CA s13(2)': act(
    '13(2)',
    'primary',
    'The council gives a written record of the decision and the reasons for it.',
  ),
  'CA s13(3)': act(
    '13(3)',
    'primary',
    'Where some needs are eligible, the council considers what could be done to meet them.',
  ),
  'CA s13(4)': act('13(4)', 'primary', 'The same for a carer whose needs are eligible, in part or in whole.'),
  'CA s13(5)': act(
    '13(5)',
    'primary',
    'Where none are eligible, the council gives written advice on meeting, reducing, preventing and delaying needs.',
  ),
  'CA s13(7)': act(
    '13(7)',
    'primary',
    'Needs are eligible by themselves, or as part of a combination of needs.',
  ),
} as const satisfies Record<string, Citation>
