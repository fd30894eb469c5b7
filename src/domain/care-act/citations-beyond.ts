import { type Citation, citer } from './citation.ts'

const capacity = citer({
  short: 'Mental Capacity Act',
  title: 'Mental Capacity Act 2005',
  part: 'section',
  url: 'https://www.legislation.gov.uk/ukpga/2005/9',
})

const guidance = (chapter: number, read: Citation['read'], says: string): Citation => ({
  short: `Guidance ch. ${chapter}`,
  title: `Care and support statutory guidance, chapter ${chapter}`,
  says,
  url: 'https://www.gov.uk/government/publications/care-act-statutory-guidance/care-and-support-statutory-guidance',
  read,
})

/** What stands beside the Care Act and its regulations: capacity, statutory guidance, judgments, other law and standards. */
export const BEYOND = {
  'MCA s1': capacity(
    '1',
    'secondary',
    'Five principles: assume capacity, help first, unwise is not unable, best interests.',
  ),
  'MCA s1(2)': capacity(
    '1(2)',
    'secondary',
    'A person is assumed to have capacity unless it is shown that they lack it.',
  ),
  'MCA s1(3)': capacity(
    '1(3)',
    'secondary',
    'Nobody is treated as unable to decide before all that can help has been tried.',
  ),
  'MCA s1(4)': capacity(
    '1(4)',
    'secondary',
    'An unwise decision alone does not show that a person lacks capacity.',
  ),
  'MCA s1(5)': capacity(
    '1(5)',
    'secondary',
    'What is decided for a person who lacks capacity is in their best interests.',
  ),
  'MCA s1(6)': capacity(
    '1(6)',
    'secondary',
    'Before deciding, look for a way that restricts the person less.',
  ),
  'MCA s2': capacity(
    '2',
    'secondary',
    'Capacity is about one decision, at one time, because of an impairment or disturbance.',
  ),
  'MCA s3': capacity('3', 'secondary', 'To decide is to understand, retain, use or weigh, and communicate.'),
  'MCA s4': capacity('4', 'unread', 'How best interests are worked out, and whom to ask.'),
  'MCA s4A': capacity('4A', 'unread', 'A person may be deprived of liberty only as the law allows.'),
  'MCA Sch A1': {
    short: 'Mental Capacity Act Sch A1',
    title: 'Mental Capacity Act 2005, Schedule A1',
    says: 'How a deprivation of liberty in a hospital or care home is authorised.',
    url: 'https://www.legislation.gov.uk/ukpga/2005/9/schedule/A1',
    read: 'unread',
  },
  G2: guidance(2, 'unread', 'Prevention comes in three kinds: prevent, reduce and delay needs.'),
  G4: guidance(4, 'secondary', 'Fees let providers give the quality that is asked for, pay fairly and last.'),
  G6: guidance(
    6,
    'secondary',
    'How to assess: with the person, in good time, in proportion, with what they need to know.',
  ),
  'G6 carer-blind': guidance(
    6,
    'secondary',
    'Eligibility is judged as if no carer helped; what a carer meets is recorded apart.',
  ),
  G7: guidance(7, 'unread', 'When an independent advocate must be arranged, and who may support instead.'),
  G10: guidance(
    10,
    'secondary',
    'How to plan: no upper limits fixed beforehand; money may weigh in how, not in whether.',
  ),
  G11: guidance(
    11,
    'secondary',
    'Budgets are to be transparent, timely and sufficient: the person must know how the sum was made.',
  ),
  G13: guidance(
    13,
    'secondary',
    'Review at least every 12 months, a first look at 6 to 8 weeks, never to cut a budget without cause.',
  ),
  G15: guidance(15, 'unread', 'How councils, hospitals and others work together, at discharge too.'),
  Savva: {
    short: 'Savva [2010] EWCA Civ 1209',
    title: 'R (Savva) v Kensington and Chelsea [2010] EWCA Civ 1209',
    says: 'A table of points may be a starting point; the person is owed the reasons for the final sum.',
    url: 'https://www.landmarkchambers.co.uk/resources/cases/r-savva-v-kensington-chelsea-2010-ewca-civ-1209/',
    read: 'secondary',
  },
  KM: {
    short: 'KM [2012] UKSC 23',
    title: 'R (KM) v Cambridgeshire County Council [2012] UKSC 23',
    says: 'A points system may only indicate: what is needed is then costed, with reasons that can be understood.',
    url: 'https://www.bailii.org/uk/cases/UKSC/2012/23.html',
    read: 'secondary',
  },
  Davey: {
    short: 'Davey [2017] EWCA Civ 1308',
    title: 'R (Davey) v Oxfordshire County Council [2017] EWCA Civ 1308',
    says: 'The council decides on needs after it has weighed the person’s wishes and wellbeing; wishes alone do not decide.',
    url: 'https://caselaw.nationalarchives.gov.uk/ewca/civ/2017/1308',
    read: 'secondary',
  },
  CP: {
    short: 'CP [2019] EWCA Civ 1614',
    title: 'R (CP) v North East Lincolnshire Council [2019] EWCA Civ 1614',
    says: 'A plan without a budget, or without its breakdown, does not do; family help may not be assumed.',
    url: 'https://caselaw.nationalarchives.gov.uk/ewca/civ/2019/1614',
    read: 'secondary',
  },
  '[2026] UKSC 16': {
    short: '[2026] UKSC 16',
    title: 'Attorney General for Northern Ireland’s Reference [2026] UKSC 16',
    says: 'Whether someone is deprived of liberty is a reasoned judgement on all the circumstances, not one fixed test.',
    url: 'https://caselaw.nationalarchives.gov.uk/uksc/2026/16',
    read: 'secondary',
  },
  'UK GDPR Art 16': {
    short: 'UK GDPR Art 16',
    title: 'UK General Data Protection Regulation, Article 16',
    says: 'A person may have wrong facts about them put right without delay.',
    url: 'https://www.legislation.gov.uk/eur/2016/679/article/16',
    read: 'unread',
  },
  'Complaints Regulations 2009': {
    short: 'Complaints Regulations 2009',
    title:
      'Local Authority Social Services and National Health Service Complaints (England) Regulations 2009',
    says: 'A complaint is looked into and answered in writing, with the way to the Ombudsman.',
    url: 'https://www.legislation.gov.uk/uksi/2009/309',
    read: 'unread',
  },
  'NICE NG21': {
    short: 'NICE NG21',
    title: 'NICE guideline NG21: home care for older people',
    says: 'Home care comes from few and familiar workers, on time, for long enough.',
    url: 'https://www.nice.org.uk/guidance/ng21',
    read: 'unread',
  },
  'SCIE impact': {
    short: 'SCIE on significant impact',
    title: 'Social Care Institute for Excellence: what does significant impact mean?',
    says: 'One effect may be significant by itself, or several smaller ones when they are taken together.',
    url: 'https://www.scie.org.uk/care-act-2014/assessment-and-eligibility/eligibility/what-does-significant-mean',
    read: 'secondary',
  },
  Fairness: {
    short: 'Public law: fairness',
    title: 'The duty of a public body to act fairly and to give reasons',
    says: 'A person is told what is decided about them and why, and is heard before it goes against them.',
    url: 'https://www.gov.uk/government/publications/judge-over-your-shoulder',
    read: 'unread',
  },
} as const satisfies Record<string, Citation>
