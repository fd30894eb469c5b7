/**
 * Where each rule stands in law. `read` says how far the wording behind the paraphrase was checked for this project:
 * `primary` (the text itself), `secondary` (a council's, chambers' or charity's account of it), `unread`
 * (section known, wording not checked: cite the section, not the paragraph).
 */
export type Citation = {
  readonly short: string
  readonly title: string
  readonly says: string
  readonly url: string
  readonly read: 'primary' | 'secondary' | 'unread'
}

const ACT = 'https://www.legislation.gov.uk/ukpga/2014/23/section'
const ELIGIBILITY = 'https://www.legislation.gov.uk/uksi/2015/313/regulation'

export const CITATIONS = {
  'CA s1(2)': {
    short: 'Care Act s1(2)',
    title: 'Care Act 2014, section 1(2)',
    says: 'Wellbeing has nine parts, from dignity to what a person gives to others; none ranks above another.',
    url: `${ACT}/1`,
    read: 'primary',
  },
  'CA s10': {
    short: 'Care Act s10',
    title: 'Care Act 2014, section 10',
    says: 'A carer who may have needs must be offered an assessment: are they able and willing, now and later?',
    url: `${ACT}/10`,
    read: 'primary',
  },
  'CA s13': {
    short: 'Care Act s13',
    title: 'Care Act 2014, section 13',
    says: 'The council decides whether needs are eligible, and gives a written record with its reasons.',
    url: `${ACT}/13`,
    read: 'primary',
  },
  'CA s18': {
    short: 'Care Act s18',
    title: 'Care Act 2014, section 18',
    says: 'The council must meet eligible needs; needs that a carer meets stay on record as eligible.',
    url: `${ACT}/18`,
    read: 'primary',
  },
  'CA s26': {
    short: 'Care Act s26',
    title: 'Care Act 2014, section 26',
    says: 'A personal budget states what meeting the needs costs, what the person pays and what the council pays.',
    url: `${ACT}/26`,
    read: 'secondary',
  },
  'ER r2': {
    short: 'Eligibility Regulations r2',
    title: 'Care and Support (Eligibility Criteria) Regulations 2015, regulation 2',
    says: 'An adult: a physical or mental cause, two or more outcomes, a significant impact on wellbeing.',
    url: `${ELIGIBILITY}/2`,
    read: 'primary',
  },
  'ER r3': {
    short: 'Eligibility Regulations r3',
    title: 'Care and Support (Eligibility Criteria) Regulations 2015, regulation 3',
    says: 'A carer: necessary care, health at risk or any one outcome, a significant impact on wellbeing.',
    url: `${ELIGIBILITY}/3`,
    read: 'secondary',
  },
  G11: {
    short: 'Guidance ch. 11',
    title: 'Care and support statutory guidance, chapter 11',
    says: 'Budgets are to be transparent, timely and sufficient: the person must know how the sum was made.',
    url: 'https://www.gov.uk/government/publications/care-act-statutory-guidance/care-and-support-statutory-guidance',
    read: 'secondary',
  },
  Savva: {
    short: 'Savva [2010] EWCA Civ 1209',
    title: 'R (Savva) v Kensington and Chelsea [2010] EWCA Civ 1209',
    says: 'A table of points may be a starting point; the person is owed the reasons for the final sum.',
    url: 'https://www.landmarkchambers.co.uk/resources/cases/r-savva-v-kensington-chelsea-2010-ewca-civ-1209/',
    read: 'secondary',
  },
} as const satisfies Record<string, Citation>

export type CitationId = keyof typeof CITATIONS

export const citation = (id: CitationId): Citation => CITATIONS[id]
