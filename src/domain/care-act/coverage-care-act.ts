import { type CoverageOfLaw, not, partly, recorded } from './coverage-row.ts'

const ADULT = 'src/domain/care-act/adult-eligibility.ts'
const CARER = 'src/domain/care-act/carer-eligibility.ts'
const COMPARE = 'src/domain/care-act/compare-with-decision.ts'
const FINDINGS = 'src/domain/care-act/eligibility-findings.ts'
const GIVES = 'src/record/gives.ts'

const CHARGING = 'src/domain/care-act/charging.ts'
const CHARGING_LINES = 'src/domain/care-act/charging-lines.ts'
const DIRECT_PAYMENT = 'src/stages/budget/decide-direct-payment.ts'

const NO_RULE = 'The duty is the council’s to carry out; no rule reads the record against it here.'
const DUTY_OF_COUNCIL = 'A duty to the whole area, not about one person’s record.'
const BETWEEN_COUNCILS = 'Between councils and other bodies; nothing in one person’s record decides it.'
const NATIONAL = 'For the regulator, the government or Parliament.'

/** Part 1 of the Act, every section, so that what is missing shows. */
export const COVERAGE_OF_ACT: CoverageOfLaw = {
  law: 'Care Act 2014, Part 1',
  rows: [
    partly(
      's1',
      'Promoting individual well-being',
      'The nine areas of wellbeing, as words and as what a need touches.',
      'What to have regard to (s1(3)) is judgement; the record has places for it, and no rule weighs it.',
      ['src/domain/outcomes/wellbeing.ts', 'src/domain/care-act/need-facts.ts'],
    ),
    recorded(
      's2',
      'Preventing needs for care and support',
      'Advice and a plan’s part on preventing needs have a place.',
      NO_RULE,
    ),
    not('s3', 'Promoting integration with health services', DUTY_OF_COUNCIL),
    recorded(
      's4',
      'Providing information and advice',
      'Advice given to a person has a place.',
      DUTY_OF_COUNCIL,
    ),
    not('s5', 'Promoting diversity and quality in provision of services', DUTY_OF_COUNCIL),
    not('s6-7', 'Co-operating', 'Requests between bodies and their reasons are not recorded yet.'),
    recorded(
      's8',
      'How to meet needs',
      'A plan’s lines name the form of support and how it is arranged.',
      'Examples, which decide nothing.',
    ),
    recorded(
      's9',
      'Assessment of an adult’s needs',
      'What each side says, the needs found, who took part and when.',
      NO_RULE,
    ),
    partly(
      's10',
      'Assessment of a carer’s needs',
      'Who is a carer for regulation 3: an adult who cares for an adult (s10(3)).',
      'Paid and voluntary care (s10(9)-(10)) is the council’s judgement, shown by the assessment itself; able and willing (s10(5)) is recorded and weighed by nobody.',
      [CARER, GIVES],
    ),
    recorded(
      's11',
      'Refusal of assessment',
      'A refusal ends an assessment, and capacity for it has a place.',
      NO_RULE,
    ),
    recorded('s12', 'Assessments: further provision', 'Copies, to whom and as what.', NO_RULE),
    partly(
      's13',
      'The eligibility criteria',
      'What the recorded facts give (s13(1), (7)), held beside the council’s decision, need by need.',
      'The council decides. Its written reasons, copies and advice (s13(2)-(5)) are recorded, and no rule here asks for them.',
      [ADULT, CARER, FINDINGS, COMPARE, GIVES],
    ),
    partly(
      's14',
      'Power of local authority to charge',
      'What a person can be asked to pay, never more than the support costs, held against what the budget asks for.',
      'The fee for arranging and the charges that are a council’s own choice are not worked out.',
      [CHARGING],
    ),
    not('s15-16', 'Cap on care costs and its yearly adjustment', 'Not in force: cancelled on 29 July 2024.'),
    partly(
      's17',
      'Assessment of financial resources',
      'The means test, line by line with its working; a light touch with the person’s agreement. A rate that was not read is asked for.',
      'The rates of 2026-27 were not found: they are entered from the circular. Section 17 itself was not read.',
      [CHARGING, CHARGING_LINES, 'src/domain/care-act/charging-rates.ts'],
    ),
    partly(
      's18',
      'Duty to meet needs',
      'Which eligible needs a willing and able carer meets (s18(7)), beside eligibility and never part of it.',
      'Residence, charging and the three conditions are not modelled; s18(7) itself was not read.',
      [FINDINGS],
    ),
    recorded('s19', 'Power to meet needs', 'Urgent contacts have a place.', NO_RULE),
    not(
      's20',
      'Duty and power to meet a carer’s needs',
      'Whether it must be met is not worked out; whether it is eligible is (regulation 3).',
    ),
    not(
      's21-23',
      'Exceptions: immigration, health services, housing',
      'Facts that the record does not hold.',
    ),
    recorded(
      's24',
      'Steps for the local authority to take',
      'Plans, direct payments and refusals with reasons have a place.',
      NO_RULE,
    ),
    recorded(
      's25',
      'Care and support plan, support plan',
      'Plans, in versions, line by line, with who was involved and what was said to them.',
      NO_RULE,
    ),
    recorded(
      's26',
      'Personal budget',
      'A budget with its lines, the council’s part and the person’s.',
      NO_RULE,
    ),
    recorded('s27', 'Review of plans', 'Reviews, what they found, requests and answers.', NO_RULE),
    not('s28-29', 'Independent personal budget; care account', 'Not in force.'),
    recorded(
      's30',
      'Preferred accommodation',
      'Each care home with its price held against what the council pays, whether a place is free, and what is paid on top.',
      'The section and its regulations were not read; no rule decides anything by them.',
    ),
    partly(
      's31',
      'Direct payments: adults with capacity',
      'The four conditions, each with its reason, and what follows from them; what is paid, less what the person pays.',
      'People find whether a condition is met; no rule does.',
      [DIRECT_PAYMENT],
    ),
    partly(
      's32-33',
      'Direct payments: adults without capacity; further provision',
      'An authorised person takes a finding that the person cannot decide.',
      'The five conditions of section 32 are not held apart; they were not read.',
      [DIRECT_PAYMENT],
    ),
    not('s34-36', 'Deferred payment agreements and alternatives', 'Money against a home is not recorded.'),
    recorded(
      's37-38',
      'Continuity of care when a person moves',
      'A move, in or out, and a plan that is brought over.',
      NO_RULE,
    ),
    not('s39-41', 'Ordinary residence and its disputes', BETWEEN_COUNCILS),
    recorded(
      's42',
      'Enquiry by local authority',
      'A concern, an enquiry or a decision that none is needed, and what the person wants.',
      NO_RULE,
    ),
    not('s43-45', 'Safeguarding Adults Boards, reviews, supply of information', DUTY_OF_COUNCIL),
    not(
      's46',
      'Abolition of the power to remove persons in need of care',
      'There is nothing to model in a power that is gone.',
    ),
    not('s47', 'Protecting property of adults away from home', 'Property is not recorded.'),
    not('s48-52', 'Provider failure', DUTY_OF_COUNCIL),
    not('s53-57', 'Market oversight', NATIONAL),
    recorded(
      's58-59',
      'Assessment of a child’s needs',
      'A transition assessment is a kind of assessment.',
      'Significant benefit and likely needs are not worked out.',
    ),
    not('s60-62', 'A child’s carer', 'Regulation 3 is for an adult who cares for an adult.'),
    not('s63-64', 'A young carer', 'The same.'),
    not('s65-66', 'Transition: further provision, continuity of services', NO_RULE),
    recorded(
      's67',
      'Involvement: independent advocacy',
      'Difficulty in the four abilities, a supporter, an advocate.',
      NO_RULE,
    ),
    not('s68', 'Advocacy in safeguarding', NO_RULE),
    not('s69-70', 'Recovery of charges; transfer of assets', 'Debts are not recorded.'),
    not('s71-72', 'Five-yearly review; appeals', NATIONAL),
    not(
      's73',
      'Human rights: care as a public function',
      'It decides who answers in court, not what a record holds.',
    ),
    recorded('s74', 'Discharge of hospital patients', 'Admission, fit to leave and discharge.', NO_RULE),
    not('s75', 'Mental health after-care', 'Entitlement under the Mental Health Act is not recorded.'),
    not('s76', 'Prisoners', 'Nothing is kept apart for them.'),
    not('s77', 'Registers of sight-impaired adults', DUTY_OF_COUNCIL),
    not('s78-79', 'Guidance; delegation', 'How councils are bound, and through whom they act.'),
    not('s80', 'Interpretation', 'Meanings are taken up where they are used.'),
  ],
}
