import type { Stage } from './journey.ts'
import type { CitationId } from './citations.ts'
import { PUBLISHED, type PublishedCase } from './published-cases.ts'

/** One thing that the law says of a stage, in plain words, and where it says so. */
export type LawLine = { readonly says: string; readonly cites: readonly [CitationId, ...CitationId[]] }

/** A stage as the law sees it: what has to happen, what may, what often goes wrong, and what came of it. */
export type StageLaw = {
  readonly title: string
  readonly must: readonly LawLine[]
  readonly may: readonly LawLine[]
  readonly oftenWrong: readonly LawLine[]
  readonly found: readonly PublishedCase[]
}

const line = (says: string, ...cites: readonly [CitationId, ...CitationId[]]): LawLine => ({ says, cites })

/** "You" is always the person who draws on support, or asks for it. Everybody reads the same page. */
export const STAGE_LAW: Readonly<Record<Stage, StageLaw>> = {
  contact: {
    title: 'Asking for help',
    must: [
      line('The council must assess you if it seems that you may need care and support.', 'CA s9(1)'),
      line('It must do so however small your needs look, and whatever money you have.', 'CA s9(3)'),
      line('It must also assess somebody who cares for you unpaid, if they may need support.', 'CA s10(1)'),
      line('It must have a place where anybody gets information and advice about care.', 'CA s4'),
    ],
    may: [
      line('If your needs look urgent, the council may help at once and assess you later.', 'CA s19(3)'),
      line('You may say no to an assessment. There are exceptions where you are at risk.', 'CA s11'),
    ],
    oftenWrong: [
      line('“You have savings, so we do not assess you.” Money is no reason not to assess.', 'CA s9(3)'),
      line('“You would not be eligible.” Nobody knows that before an assessment.', 'CA s9(3)', 'CA s13(1)'),
      line('The Act sets no number of days. That does not mean that a wait may have no end.', 'G6'),
    ],
    found: [PUBLISHED.ealing, PUBLISHED.devon],
  },
  conversation: {
    title: 'The conversation',
    must: [
      line(
        'You must be part of your own assessment. So must your carer, and anyone you ask for.',
        'CA s9(5)',
      ),
      line(
        'It must look at what your needs do to your wellbeing, and at what you want from your days.',
        'CA s9(4)',
      ),
      line(
        'If taking part would be very hard for you, the council must find you an advocate. It need not if someone suitable, who is not paid to care for you, helps you.',
        'CA s67(2)',
        'CA s67(5)',
      ),
      line('Your carer must be asked whether they are able and willing to go on.', 'CA s10(5)'),
      line('The council must look at times when things are worse, if your needs come and go.', 'AR r3(3)'),
      line(
        'You are taken to be able to make your own decisions, unless it is shown that you are not.',
        'MCA s1(2)',
      ),
      line('You get the assessment in writing.', 'CA s12'),
    ],
    may: [
      line('You may assess yourself, with support, if you want to and can take part.', 'AR r2'),
      line(
        'You may make a decision that others think unwise. That alone does not mean that you cannot decide.',
        'MCA s1(4)',
      ),
    ],
    oftenWrong: [
      line(
        'Writing down only what the worker saw. Your own words belong in it.',
        'CA s9(5)(a)',
        'CA s1(3)(b)',
      ),
      line('Asking only what you cannot do. The law asks what you want, too.', 'CA s9(4)(b)'),
      line('Taking it for granted that your family will go on helping.', 'CA s10(5)', 'CP'),
      line(
        'Saying of somebody that they “lack capacity”. It is always about one decision, at one time.',
        'MCA s2',
      ),
    ],
    found: [PUBLISHED.northYorkshire, PUBLISHED.southTyneside, PUBLISHED.bristol, PUBLISHED.cambridgeshire],
  },
  eligibility: {
    title: 'Who is eligible',
    must: [
      line(
        'You are eligible if three things are true. Your needs come from an impairment or illness.',
        'ER r2(1)(a)',
      ),
      line('Because of them you cannot do two or more of ten things in daily life.', 'ER r2(1)(b)'),
      line('And that has, or is likely to have, a big effect on your wellbeing.', 'ER r2(1)(c)'),
      line('The council must give you its decision in writing, with reasons.', 'CA s13(2)'),
      line(
        'If none of your needs is eligible, it must give you written advice on what could help.',
        'CA s13(5)',
      ),
    ],
    may: [line('The council may meet needs that are not eligible.', 'CA s19')],
    oftenWrong: [
      line(
        '“Your daughter does it, so it is no need.” It is decided as if nobody helped. What family does is written down apart.',
        'G6 carer-blind',
      ),
      line(
        '“You can do it.” You count as unable if it hurts a lot, is dangerous or takes much longer than most people need.',
        'ER r2(3)',
      ),
      line('Looking at each need alone. Needs may be eligible together.', 'CA s13(7)'),
      line('A carer has rules of their own. For a carer, time taken is no test.', 'ER r3(3)'),
    ],
    found: [PUBLISHED.centralBedfordshire, PUBLISHED.northYorkshire, PUBLISHED.brighton],
  },
  budget: {
    title: 'The money',
    must: [
      line(
        'The personal budget must say what it costs to meet your needs, what you pay and what the council pays.',
        'CA s26',
      ),
      line('You must be able to know how the sum was made. It must be enough, and come in time.', 'G11'),
      line(
        'Before it charges you, the council must work out what you can pay, and give you that in writing.',
        'CA s17',
      ),
      line('Help to get your skills back is free for its first six weeks.', 'CR r3(3)'),
    ],
    may: [
      line(
        'The council may start from a table or from points. The last word is what meeting your needs costs.',
        'Savva',
        'KM',
      ),
      line('Between ways that each meet your needs, it may choose by what they cost.', 'G10'),
      line(
        'You may ask for the money as a direct payment. If four conditions are met, the council must agree.',
        'CA s31',
      ),
    ],
    oftenWrong: [
      line('A fixed limit for everybody. Money may weigh in how needs are met, not in whether.', 'G10'),
      line('A sum with no lines, or with no reasons.', 'CA s26', 'CP', 'Savva'),
      line('Charging for the assessment. That is never charged for.', 'CA s14'),
    ],
    found: [PUBLISHED.savva, PUBLISHED.bromley, PUBLISHED.buckinghamshire],
  },
  plan: {
    title: 'The plan',
    must: [
      line('The council must meet your eligible needs.', 'CA s18(1)'),
      line(
        'The plan must say what your needs are, which are eligible, how they are met, and what the budget is.',
        'CA s25(1)',
      ),
      line('You, your carer and anyone you ask for must be part of making it.', 'CA s25(3)'),
      line('The council must do all it reasonably can to agree with you.', 'CA s25(5)'),
      line('You get a copy.', 'CA s25'),
    ],
    may: [
      line(
        'A carer may meet some of your needs, if they are willing. Those needs stay on the record as eligible.',
        'CA s18',
      ),
    ],
    oftenWrong: [
      line('A need that no line of the plan meets.', 'CA s18', 'CA s25(1)'),
      line('An idea of yours that nobody answers.', 'CA s25(5)'),
      line('Saying no because of a risk, and not writing down what good it could do.', 'CA s1(3)(h)'),
    ],
    found: [PUBLISHED.cp, PUBLISHED.wandsworth, PUBLISHED.ealing],
  },
  support: {
    title: 'Support',
    must: [
      line('What is in the plan must be given: the council must meet your eligible needs.', 'CA s18'),
      line(
        'If you move to another council, help goes on from the day of the move. The new council helps as the old one did until it has assessed you.',
        'CA s38',
      ),
      line(
        'If an adult with care needs may be abused or neglected and cannot protect themselves, the council must look into it.',
        'CA s42',
      ),
      line(
        'A hospital that plans to send you home must involve you, and your carer, as soon as it can.',
        'CA s74',
      ),
    ],
    may: [line('A charge may cover no more than what the help costs the council.', 'CA s14')],
    oftenWrong: [
      line('Care that is paid for and not given, and nobody asks why.', 'CA s18', 'G4'),
      line('A safeguarding enquiry that never asks you what you want.', 'CA s42', 'CA s1(3)(b)'),
    ],
    found: [PUBLISHED.hampshire, PUBLISHED.wandsworth, PUBLISHED.devon, PUBLISHED.essex],
  },
  outcomes: {
    title: 'How things turn out',
    must: [
      line('In all that it does, the council must promote your wellbeing.', 'CA s1'),
      line('Wellbeing has nine parts. None of them ranks above another.', 'CA s1(2)'),
      line('Everybody must begin by assuming that you know best what is good for you.', 'CA s1(3)(a)'),
    ],
    may: [line('Help may be there to prevent, delay or reduce needs.', 'CA s2')],
    oftenWrong: [
      line('Counting visits, and not asking whether life got better.', 'CA s9(4)(c)'),
      line('Doing for you what you could do yourself with a little help.', 'CA s1(3)(c)'),
    ],
    found: [PUBLISHED.westBerkshire],
  },
  review: {
    title: 'Looking again',
    must: [
      line('The council must keep your plan under review.', 'CA s27(1)'),
      line('It must look at the plan again if you, or someone for you, reasonably ask.', 'CA s27(1)(b)'),
      line(
        'If things have changed so that the plan no longer fits, it must assess again before it changes the plan.',
        'CA s27(4)',
      ),
      line('You must be part of changing the plan.', 'CA s27(2)(b)'),
    ],
    may: [
      line(
        'A plan may get smaller, where needs are less, or are met in another way. The council must give its reasons.',
        'CA s27',
        'Davey',
      ),
    ],
    oftenWrong: [
      line('Using a review to cut a budget though nothing has changed.', 'G13'),
      line(
        'Leaving it for years. The guidance says at least every 12 months, with a first look after 6 to 8 weeks.',
        'G13',
      ),
      line('Stopping help first, and assessing afterwards.', 'CA s27'),
    ],
    found: [PUBLISHED.dudley, PUBLISHED.westBerkshire, PUBLISHED.davey, PUBLISHED.westSussex],
  },
  challenge: {
    title: 'When you do not agree',
    must: [
      line('You must be told what is decided and why, and be heard before it goes against you.', 'Fairness'),
      line('Facts about you that are wrong must be put right.', 'UK GDPR Art 16'),
      line(
        'A complaint must be answered in writing, with the way to the Ombudsman.',
        'Complaints Regulations 2009',
      ),
    ],
    may: [
      line('You may ask for your plan to be looked at again, as well as complain.', 'CA s27(1)(b)'),
      line('You may have an advocate at your side, if taking part is very hard for you.', 'CA s67'),
    ],
    oftenWrong: [
      line('Putting a fact right, and leaving the decision that rested on it.', 'UK GDPR Art 16', 'Fairness'),
      line('An answer that does not say that you can go to the Ombudsman.', 'Complaints Regulations 2009'),
    ],
    found: [PUBLISHED.centralBedfordshire, PUBLISHED.hampshire],
  },
}
