import { COVERAGE_OF_ACT } from './coverage-care-act.ts'
import { type CoverageOfLaw, modelled, not, partly, recorded } from './coverage-row.ts'

const REGULATIONS: readonly CoverageOfLaw[] = [
  {
    law: 'Care and Support (Eligibility Criteria) Regulations 2015 (SI 2015/313)',
    rows: [
      modelled(
        'r2',
        'Adults who need care and support',
        'What the recorded facts give: cause, two of ten outcomes by four tests, significant impact; what is missing is asked for. Held to a table of cases that a lawyer can read. The period for needs that vary (2(4)) is as recorded.',
        [
          'src/domain/care-act/adult-eligibility.ts',
          'src/domain/care-act/weighing.ts',
          'src/domain/care-act/adult-eligibility.cases.csv',
        ],
      ),
      modelled(
        'r3',
        'Carers',
        'The same for a carer: necessary care, health or any one of eight outcomes by three tests, significant impact.',
        [
          'src/domain/care-act/carer-eligibility.ts',
          'src/domain/care-act/weighing.ts',
          'src/domain/care-act/carer-eligibility.cases.csv',
        ],
      ),
    ],
  },
  {
    law: 'Care and Support (Assessment) Regulations 2014 (SI 2014/2827)',
    rows: [
      recorded(
        'r2',
        'Supported self-assessment',
        'Which ways were offered, and which was taken.',
        'Whether it had to be offered is not worked out here.',
      ),
      recorded(
        'r3',
        'General requirements',
        'What was said and asked, how needs vary, what the person was told to expect.',
        'Proportion is judgement.',
      ),
      recorded(
        'r4',
        'Impact on others',
        'What the needs mean for those around the person has a topic.',
        'No rule asks for it here; tasks that a child does are not recorded apart.',
      ),
      recorded(
        'r5-6',
        'Training, expertise, deafblind people',
        'A party’s registration and training.',
        'No rule holds them to the needs here.',
      ),
      not('r7', 'NHS continuing healthcare', 'Referrals for it are not recorded.'),
    ],
  },
  {
    law: 'Other regulations under the Care Act',
    rows: [
      partly(
        'SI 2014/2672',
        'Charging and assessment of resources',
        'Capital limits, what savings count for, the minimum income guarantee and premiums, the personal expenses allowance, housing costs and what a disability costs, allowed or refused with a reason.',
        'Which income and capital do not count (Schedules 1 and 2) is for whoever assesses to say. Rates for 2026-27 were not found.',
        ['src/domain/care-act/charging.ts', 'src/domain/care-act/charging-rates.ts'],
      ),
      not('SI 2014/2673', 'Preventing needs', 'Charges for prevention are not worked out.'),
      not(
        'SI 2014/2840',
        'Personal budget: exclusion of costs',
        'What is free for six weeks is not left out of a budget by rule.',
      ),
      partly(
        'SI 2014/2871',
        'Direct payments',
        'When a payment is looked at again: within six months of the first, then within twelve of each review.',
        'Who may not receive one, and what it may not buy, is said in words and judged by people.',
        ['src/stages/budget/view-direct-payment.ts'],
      ),
      not(
        'SI 2014/2889',
        'Independent advocacy support',
        'Cases where an advocate is due beside a supporter are not worked out.',
      ),
      recorded(
        'SI 2014/2670',
        'Choice of accommodation',
        'Who agreed to pay on top, what they were told, and what happens if it cannot be paid.',
        'It was not read: the page says so, and people judge it.',
      ),
    ],
  },
]

const BEYOND: readonly CoverageOfLaw[] = [
  {
    law: 'Mental Capacity Act 2005',
    rows: [
      recorded(
        's1-3',
        'Principles; lack of capacity; inability to decide',
        'A capacity record for each decision: help given, four abilities, cause. Never a mark on the person.',
        'No rule reads it here, and none decides on capacity.',
      ),
      recorded(
        's4',
        'Best interests',
        'What was decided, who was asked, wishes, what would restrict less.',
        'Judgement.',
      ),
      recorded(
        's4A, Sch A1',
        'Deprivation of liberty',
        'A reasoned judgement and whether it is authorised, as [2026] UKSC 16 asks.',
        'There is no fixed test to model.',
      ),
    ],
  },
  {
    law: 'Care and support statutory guidance',
    rows: [
      partly(
        'ch. 6',
        'Assessment and eligibility',
        'Eligibility is worked out as if no carer helped.',
        'How to assess is not a rule here.',
        ['src/domain/care-act/weighing.ts', 'src/domain/care-act/eligibility-findings.ts'],
      ),
      recorded(
        'ch. 10, 11, 13',
        'Planning, budgets, reviews',
        'Plans, budgets and reviews with their reasons.',
        'No rule here reads them against the guidance.',
      ),
      not('other chapters', 'All that is not named above', 'Read where a rule needs them.'),
    ],
  },
  {
    law: 'Time',
    rows: [
      modelled(
        'Banking and Financial Dealings Act 1971',
        'Bank holidays in England',
        'Working days from 2000 to 2040, one-off days included as far as they are proclaimed.',
        ['src/domain/dates/bank-holidays.ts', 'src/domain/dates/working-days.ts'],
      ),
    ],
  },
  {
    law: 'Other law',
    rows: [
      recorded(
        'UK GDPR Art 16',
        'Right to rectification',
        'Disputes, answers, and corrections that keep the original.',
        'The time limit is not worked out here.',
      ),
      recorded(
        'SI 2009/309',
        'Complaints',
        'Complaints, answers, and whether the Ombudsman was named.',
        'The time limit is not worked out here.',
      ),
      not(
        'Equality Act 2010',
        'Reasonable adjustments; public sector equality duty',
        'How a person likes to be told things is recorded; no rule reads it.',
      ),
      not('Human Rights Act 1998', 'Convention rights', 'Judgement on all the circumstances.'),
    ],
  },
]

/** What of the law is in the code and what is not. `docs/coverage.md` is made from this by `scripts/coverage.ts`. */
export const COVERAGE: readonly CoverageOfLaw[] = [COVERAGE_OF_ACT, ...REGULATIONS, ...BEYOND]
