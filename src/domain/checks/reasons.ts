// What a reason in somebody's own words turns on. Reading words is never sure, so each of these looks for a plain sign and
// is silent without one: a check that cries wolf is worse than one that keeps quiet.

const ELIGIBILITY =
  /\b(in)?eligib|\bcriteria\b|\bthreshold\b|\b(would|will|did|does|do) not qualify\b|\bnot qualif|\bneeds? (is|are|seem\w*|look\w*|too) (too )?(low|small|mild|minor|slight)\b|\b(low|mild|minor|moderate)[- ]level\b|\blow needs?\b|\bnot (bad|severe|serious|high|great|complex|disabled|ill) enough\b|\bnot (substantial|critical)\b/i
const MONEY =
  /\bsavings?\b|\bcapital\b|\bself[- ]?fund|\bfund(s|ed|ing)?\b|\bafford|\b(can|could|able to|has to|must|will|should) pay\b|\bpay(s|ing)? (for|privately)\b|\bprivate(ly)?\b|\bbudgets?\b|\bcosts?\b|\btoo (much money|expensive|dear)\b|\bfinancial(ly)?\b|\b(her|his|their|own) means\b|\b(has|have) (the |enough )?(money|means)\b|£\s?\d|\bincome\b/i
const OWN_CHOICE =
  /\b(declin\w+|refus\w+|withdr[ae]w\w*|turned (it|this|that|us|the offer|an? \w+) down|changed (her|his|their|my) mind|said no\b|asked (us )?not\b|asked only|only (wanted|asked)|no longer wants?|(did|does|do)(n[’']t| not) (want|wish)|wants? no\b|wanted no\b|would rather not|prefers? not)/i
const BY_COUNCIL = /\b(we|council|team|panel|manager)\b[^.;]{0,20}\b(declin|refus|turned)/i

type Ground = 'eligibility' | 'money'

/**
 * Whether a reason for not assessing is that the person would not be eligible, or could pay: neither is a ground (section
 * 9(3)). Where it says that they themselves did not want one, that is the ground.
 */
export function groundOf(reason: string): Ground | undefined {
  if (OWN_CHOICE.test(reason) && !BY_COUNCIL.test(reason)) return undefined
  if (MONEY.test(reason)) return 'money'
  return ELIGIBILITY.test(reason) ? 'eligibility' : undefined
}

const RELATIVES =
  'carers?|famil(?:y|ies)|relatives?|daughters?|sons?|wife|husband|spouse|partner|mother|father|mum|dad|parents?|sisters?|brothers?|nieces?|nephews?|grand(?:daughter|son|children|mother|father|parents?)|(?:daughter|son|mother|father|sister|brother)-in-law|aunt|uncle|cousin|neighbours?|friends?'
const DOES =
  'does|do|doing|cooks?|cooking|makes?|making|brings?|bringing|meets?|meeting|helps?|helping|provides?|providing|gives?|giving|sees? to|looks? after|looking after|takes? care|takes? (?:her|him|them)|shops?|shopping|wash(?:es)?|washing|bath(?:es)?|dress(?:es)?|cleans?|cleaning|supports?|supporting|assists?|cares?|caring|manages? (?:it|this|that|these|her|his|their)|covers?|handles?|prompts?|prompting|drives?|fetch(?:es)?'
/** What may stand between the one and the deed: `her daughter, who lives with her, already does`. */
const BETWEEN =
  '(?:,? (?:who|already|currently|now|always|still|is|are|has|have|been|can|could|will|would|usually|regularly|all|also|both|there|happy|glad|to|able|willing|lives?|living|with|near|nearby|next door|(?:her|his|their) (?:wife|husband|daughter|son|mother|father|sister|brother)|him|her|them|\\w+ily|\\w+ly),?)*'
const DONE =
  'done|met|provided|given|covered|cooked|made|cleaned|supported|helped|looked after|prompted|seen to|washed|dressed|brought|managed|taken care of|handled'
/** The words of somebody who judges without the carer's help, as the law asks. */
const CARER_BLIND =
  /\bwithout\b|\bas if\b|\bwhoever\b|\beven if\b|\beven when\b|\bregardless\b|\bwhether or not\b|\bnot count(ed|ing)?\b|\bleft out\b|\bleaving aside\b|\bset aside\b|\bapart from\b|\bif (he|she|they|nobody|no one|his|her|their)\b|\bno (help|support|care) from\b|\bnobody\b|\b(him|her|them)sel(f|ves)\b|\bon (his|her|their) own\b|\bcould\b(?! not|n[’']t)|\b(does|do|did|is|are|has|have)(n[’']t| not) (need|rely|relied|depend|help|require)/i

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether the reason is that somebody unpaid meets the need. `names`: those who care, in full or by first name. */
export function isThatCarerMeetsIt(reason: string, names: readonly string[]): boolean {
  const people = [RELATIVES, ...names.filter((name) => name !== '').map(escaped)].join('|')
  const carerDoes = new RegExp(`\\b(?:${people})\\b${BETWEEN} (?:${DOES})\\b`, 'i')
  const doneBy = new RegExp(`\\b(?:${DONE})\\b[^.;,]{0,25}? by (?:\\w+ ){0,2}(?:${people})\\b`, 'i')
  const helpFrom = new RegExp(
    `\\b(?:help|support|care|assistance|meals?) (?:\\w+ )?from (?:\\w+ ){0,2}(?:${people})\\b`,
    'i',
  )
  return sentencesOf(reason).some(
    (sentence) =>
      !CARER_BLIND.test(sentence) && [carerDoes, doneBy, helpFrom].some((pattern) => pattern.test(sentence)),
  )
}

/** Whether a reason only says that the need is met already, without saying who meets it. */
export const saysAlreadyMet = (reason: string): boolean =>
  /\b(already|currently|being|is|are) (fully )?met\b|\bno unmet\b|\bmet (at present|already|informally|elsewhere)\b|\bcovered (already|at home)\b/i.test(
    reason,
  ) && !/\bnot (being |fully )?met\b/i.test(reason)

const sentencesOf = (text: string): readonly string[] => text.split(/[.;!?]\s+/)
