import { type Citation, citer } from './citation.ts'

const eligibility = citer({
  short: 'Eligibility Regulations',
  title: 'Care and Support (Eligibility Criteria) Regulations 2015',
  part: 'regulation',
  url: 'https://www.legislation.gov.uk/uksi/2015/313',
})
const assessment = citer({
  short: 'Assessment Regulations',
  title: 'Care and Support (Assessment) Regulations 2014',
  part: 'regulation',
  url: 'https://www.legislation.gov.uk/uksi/2014/2827',
})
const charging = citer({
  short: 'Charging Regulations',
  title: 'Care and Support (Charging and Assessment of Resources) Regulations 2014',
  part: 'regulation',
  url: 'https://www.legislation.gov.uk/uksi/2014/2672',
})

const directPayments = citer({
  short: 'Direct Payments Regulations',
  title: 'Care and Support (Direct Payments) Regulations 2014',
  part: 'regulation',
  url: 'https://www.legislation.gov.uk/uksi/2014/2871',
})

/** The regulations under the Care Act that the record, the rules and the checks speak of. */
export const REGULATIONS = {
  'ER r2': eligibility(
    '2',
    'primary',
    'An adult: a physical or mental cause, two or more outcomes, a significant impact on wellbeing.',
  ),
  'ER r2(1)(a)': eligibility(
    '2(1)(a)',
    'primary',
    'The needs come from, or have to do with, a physical or mental impairment or illness.',
  ),
  'ER r2(1)(b)': eligibility(
    '2(1)(b)',
    'primary',
    'Because of the needs, two or more of ten outcomes cannot be achieved.',
  ),
  'ER r2(1)(c)': eligibility(
    '2(1)(c)',
    'primary',
    'As a consequence there is, or is likely to be, a significant impact on wellbeing.',
  ),
  'ER r2(2)': eligibility(
    '2(2)',
    'primary',
    'The ten outcomes for an adult, from nutrition to looking after a child.',
  ),
  'ER r2(3)': eligibility(
    '2(3)',
    'secondary',
    'Unable means: not without help, or with significant pain, or with danger, or taking significantly longer.',
  ),
  'ER r2(4)': eligibility(
    '2(4)',
    'unread',
    'Where needs vary, look at a period that is long enough to show them.',
  ),
  'ER r3': eligibility(
    '3',
    'secondary',
    'A carer: necessary care, health at risk or any one outcome, a significant impact on wellbeing.',
  ),
  'ER r3(1)(a)': eligibility(
    '3(1)(a)',
    'secondary',
    'The carer’s needs arise from giving necessary care to an adult.',
  ),
  'ER r3(1)(b)': eligibility(
    '3(1)(b)',
    'secondary',
    'The needs have one of the effects that paragraph (2) names.',
  ),
  'ER r3(1)(c)': eligibility(
    '3(1)(c)',
    'secondary',
    'As a consequence there is, or is likely to be, a significant impact on the carer’s wellbeing.',
  ),
  'ER r3(2)': eligibility(
    '3(2)',
    'secondary',
    'The carer’s health is, or is at risk of, getting worse; or any one of eight outcomes cannot be achieved.',
  ),
  'ER r3(3)': eligibility(
    '3(3)',
    'secondary',
    'Unable means: not without help, or with significant pain, or with danger. Time taken is no test for a carer.',
  ),
  'ER r3(4)': eligibility(
    '3(4)',
    'unread',
    'Where a carer’s needs vary, look at a period that is long enough to show them.',
  ),
  'AR r2': assessment(
    '2',
    'primary',
    'An adult who can take part and wants to may assess themselves, with support.',
  ),
  'AR r3': assessment(
    '3',
    'primary',
    'An assessment is appropriate and proportionate, and the person is able to take part in it.',
  ),
  'AR r3(3)': assessment(
    '3(3)',
    'primary',
    'Where needs vary, look at a period that is long enough to show them.',
  ),
  'AR r3(4)': assessment(
    '3(4)',
    'primary',
    'The council gives information about the assessment, beforehand where it can.',
  ),
  'AR r4': assessment(
    '4',
    'unread',
    'An assessment weighs what the needs mean for carers and for the family.',
  ),
  'AR r5': assessment(
    '5',
    'unread',
    'The assessor has the skills and training, and asks an expert where needs call for it.',
  ),
  'AR r6': assessment('6', 'unread', 'A deafblind person is assessed by someone trained for it.'),
  'CR r3(3)': charging('3(3)', 'unread', 'Reablement is free for its first six weeks.'),
  'CR r6': charging(
    '6',
    'secondary',
    'In a care home a person keeps the personal expenses allowance each week.',
  ),
  'CR r7': charging(
    '7',
    'secondary',
    'Outside a care home a charge leaves a person at least the minimum income guarantee.',
  ),
  'CR r10': charging(
    '10',
    'unread',
    'Where it is plain what a person can pay, and they agree, a light-touch assessment is enough.',
  ),
  'CR r25': charging(
    '25',
    'unread',
    'Between the limits each £250 of savings, or part of it, counts as £1 of income a week.',
  ),
  'CR r18': charging(
    '18',
    'primary',
    'All that a person owns is counted as capital, but for what Schedule 2 names.',
  ),
  'CR Sch2': {
    short: 'Charging Regulations Sch 2',
    title:
      'Care and Support (Charging and Assessment of Resources) Regulations 2014, Schedule 2, paragraphs 1 and 2',
    says: 'The home does not count while somebody is in a care home for a time, nor in the first 12 weeks of a stay for good.',
    url: 'https://www.legislation.gov.uk/uksi/2014/2672/schedule/2',
    read: 'primary',
  },
  'CR Sch1': {
    short: 'Charging Regulations Sch 1',
    title: 'Care and Support (Charging and Assessment of Resources) Regulations 2014, Schedule 1',
    says: 'Which income does not count, and that what a disability costs is taken off where benefits for it are counted.',
    url: 'https://www.legislation.gov.uk/uksi/2014/2672/schedule/1',
    read: 'secondary',
  },
  'DP r3': directPayments(
    '3',
    'unread',
    'Close family in the same home are paid only where the council is satisfied that it is necessary.',
  ),
  'DP r6': directPayments(
    '6',
    'unread',
    'A direct payment is not for a long stay in a care home; a short one, of some weeks in a year, it can be.',
  ),
  'DP r7': directPayments(
    '7',
    'secondary',
    'A direct payment is looked at within six months of the first, and then at most twelve months apart.',
  ),
} as const satisfies Record<string, Citation>
