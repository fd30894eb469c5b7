/** What a court or the Ombudsman said, retold in a sentence or two of our own; the source says the rest. */
export type PublishedCase = {
  readonly who: string
  readonly reference: string
  readonly url: string
  readonly says: string
}

const OMBUDSMAN = 'https://www.lgo.org.uk/decisions/adult-care-services/assessment-and-care-plan/'

const ombudsman = (council: string, reference: string, says: string, url?: string): PublishedCase => ({
  who: `Ombudsman on ${council}`,
  reference,
  url: url ?? `${OMBUDSMAN}${reference.replaceAll(' ', '-')}`,
  says,
})

/** The same decisions as are retold as records in the project's tests. Where no fault was found, they say so. */
export const PUBLISHED = {
  ealing: ombudsman(
    'Ealing',
    '24 016 356',
    'A woman asked in November 2022 and was assessed in January 2024. After that no plan or budget was agreed, so she went without help.',
  ),
  devon: ombudsman(
    'Devon',
    '23 012 482',
    'A young woman moved to another county. Neither council kept her support going, and it stopped for about seven months.',
  ),
  northYorkshire: ombudsman(
    'North Yorkshire',
    '24 014 694',
    'A plan was settled without a proper look at how much a daughter did for her mother, and that she could not go on. The way it was assessed was fault.',
  ),
  southTyneside: ombudsman(
    'South Tyneside',
    '15 016 702',
    'For years a deafblind man was assessed by people without the special training that it takes.',
  ),
  bristol: ombudsman(
    'Bristol',
    '23 014 040',
    'A son became his mother’s carer. The council never made a carer’s assessment for him. That was fault.',
  ),
  cambridgeshire: ombudsman(
    'Cambridgeshire',
    '24 013 555',
    'The plan met a woman’s needs. But the review took too long, and asking for an advocate was mishandled.',
  ),
  centralBedfordshire: ombudsman(
    'Central Bedfordshire',
    '24 022 635',
    'A woman was assessed by phone without being told that it was an assessment, and the decision did not follow the rules. Her care provider heard of it before she did, and nobody pointed her to the Ombudsman.',
  ),
  brighton: ombudsman(
    'Brighton & Hove',
    '19 002 889',
    'A man was found not eligible and did not agree. There was no fault in how he was assessed.',
  ),
  bromley: ombudsman(
    'Bromley',
    '19 007 855',
    'A budget was held near the price of a care home, and the council could not show how it met the needs. A fixed limit like that was fault.',
  ),
  buckinghamshire: ombudsman(
    'Buckinghamshire',
    '24 014 200',
    'A council chose a nursing home and a son wanted care at home. No fault: where two ways each meet the needs, the council may look at what they cost.',
  ),
  wandsworth: ombudsman(
    'Wandsworth',
    '24 019 903',
    'A family never got the plan, and was not told the cost before care began. One worker came where two were planned, and two were billed. All of it was fault.',
  ),
  hampshire: ombudsman(
    'Hampshire',
    '22 013 982',
    'A young woman got far fewer hours than were paid for. The council was slow to act, and her complaint took too long.',
    'https://www.lgo.org.uk/decisions/adult-care-services/domiciliary-care/22-013-982',
  ),
  essex: ombudsman(
    'Essex and a hospital',
    '21 000 206',
    'A man was sent home from hospital before his care could begin, and the council had not assessed what he needed.',
    'https://www.lgo.org.uk/decisions/health/hospital-acute-services/21-000-206a?displaypref=3',
  ),
  dudley: ombudsman(
    'Dudley',
    '25 000 854',
    'After a review a woman’s package got smaller. The council never said how what was left would meet her needs.',
  ),
  westBerkshire: ombudsman(
    'West Berkshire',
    '19 011 005',
    'A council changed a woman’s support without asking her, and did not think about what fewer hours for a social life would do to her.',
  ),
  westSussex: ombudsman(
    'West Sussex',
    '24 016 059',
    'A man’s hours went from 43.5 to 35 a week, and his father complained. There was no fault in how the council came to that.',
  ),
  savva: {
    who: 'Court of Appeal, Savva',
    reference: '[2010] EWCA Civ 1209',
    url: 'https://www.landmarkchambers.co.uk/resources/cases/r-savva-v-kensington-chelsea-2010-ewca-civ-1209/',
    says: 'A table of points may be where the sum begins. But a person is owed the reasons for the sum at the end.',
  },
  cp: {
    who: 'High Court and Court of Appeal, CP',
    reference: '[2019] EWCA Civ 1614',
    url: 'https://caselaw.nationalarchives.gov.uk/ewca/civ/2019/1614',
    says: 'A young woman’s plans named no budget and leaned on her parents. The judge held that the budget must be stated, and open enough to see how each need is met.',
  },
  davey: {
    who: 'Court of Appeal, Davey',
    reference: '[2017] EWCA Civ 1308',
    url: 'https://caselaw.nationalarchives.gov.uk/ewca/civ/2017/1308',
    says: 'A man’s budget fell from £1,651 to £950 a week. The court let it stand: the council had assessed him, listened, and weighed his wellbeing.',
  },
} as const satisfies Readonly<Record<string, PublishedCase>>
