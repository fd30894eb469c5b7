import type { Step } from '../answer.ts'
import { WELLBEING_WORDS } from '../outcomes/wellbeing.ts'
import type { Judged } from './eligibility.ts'
import type { MetBy, NeedFacts, TestFinding } from './need-facts.ts'
import { counts, isSaid, isTestOf, mayCount, type WeighedNeed } from './weighing.ts'

// Every sentence stands on the person's page and on the worker's alike, so none says "you", "he" or "she".

type Need = NeedFacts<string>

/** After the name of an outcome. */
const TEST_WORDS: Readonly<Record<TestFinding, string>> = {
  unable: 'cannot be done without help',
  pain: 'can be done without help, but with significant pain, distress or anxiety',
  danger: 'can be done without help, but that endangers someone’s health or safety, or is likely to',
  slow: 'can be done without help, but takes significantly longer than is normal',
  health: 'goes with health that is getting worse, or is at risk of it',
  managing: 'can be done, and no test is met',
}

export const needInWords = ({ text }: Need): string =>
  isSaid(text) ? `the need “${text.trim()}”` : 'a need not yet put into words'

const restsOn = (need: Need): readonly string[] => [need.id, ...need.statements]
/** In quotes, as it was written. */
export const quoted = (text: string): string => `“${text.trim()}”`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
/** With a full stop, unless it ends in one already. */
export const withStop = (text: string): string => (/[.!?]”?$/.test(text) ? text : `${text}.`)

export function causeSteps<Row extends string>({ weighed, regulation }: Judged<Row>): readonly Step[] {
  const cites = [regulation.cites.cause]
  const given = weighed.needs.map(({ need }) => need).filter(({ cause }) => isSaid(cause))
  const causes = [...new Set(given.flatMap(({ cause }) => (isSaid(cause) ? [quoted(cause)] : [])))]
  const steps: Step[] = []
  if (causes.length > 0) {
    steps.push({
      says: withStop(`${regulation.says.causes}: ${causes.join('; ')}`),
      cites,
      entries: given.map(({ id }) => id),
    })
  }
  for (const { need, cause } of weighed.needs) {
    if (cause === 'open')
      steps.push({ says: `No cause is recorded yet for ${needInWords(need)}.`, cites, entries: [need.id] })
  }
  return steps
}

export function countStep<Row extends string>({ weighed, regulation }: Judged<Row>): Step {
  const counting = weighed.needs.filter(counts)
  const shown = new Set(counting.flatMap(({ shows }) => shows))
  const healthAtRisk = shown.delete('health')
  const more = weighed.outcomes === 'open' ? ' What is not recorded yet could add to that.' : ''
  return {
    says: `The recorded needs show ${whatIsShown(shown.size, healthAtRisk)}. ${regulation.says.asked}${more}`,
    gives: { name: 'outcomes that cannot be achieved', value: shown.size, unit: 'count' },
    cites: [regulation.cites.count],
    entries: counting.map(({ need }) => need.id),
  }
}

function whatIsShown(outcomes: number, healthAtRisk: boolean): string {
  const health = 'that health is, or is at risk of, getting worse'
  if (outcomes === 0) return healthAtRisk ? health : 'no outcome that cannot be achieved'
  const shown = `${outcomes} ${outcomes === 1 ? 'outcome' : 'outcomes'} that cannot be achieved`
  return healthAtRisk ? `${shown}, and ${health}` : shown
}

export function impactSteps<Row extends string>({ weighed, regulation }: Judged<Row>): readonly Step[] {
  const cites = [regulation.cites.impact]
  const steps = weighed.needs.flatMap((one) => {
    const says = impactInWords(one)
    return says === undefined ? [] : [{ says, cites, entries: restsOn(one.need) }]
  })
  if (weighed.impact !== 'no') return steps
  const no: Step = { says: 'No need that counts is recorded with a significant impact on wellbeing.', cites }
  const smaller = weighed.needs.filter((one) => counts(one) && one.need.impact === 'some')
  return weighed.outcomes === 'yes' && smaller.length > 1 ? [...steps, no, togetherStep] : [...steps, no]
}

/** The rule reads an impact need by need, as it is recorded; only a person can see what small ones come to together. */
const togetherStep: Step = {
  says: 'Several smaller effects can be significant when they are taken together: whoever decides looks at that too.',
  cites: ['SCIE impact'],
}

function impactInWords(one: WeighedNeed): string | undefined {
  if (one.impact === 'no') return undefined
  if (one.impact === 'open') {
    return mayCount(one)
      ? `The impact of ${needInWords(one.need)} on wellbeing is not recorded yet.`
      : undefined
  }
  if (counts(one)) return significantImpact(one.need)
  return `${capital(needInWords(one.need))} is recorded with a significant impact, but ${whyItDoesNotCount(one)}.`
}

function whyItDoesNotCount(one: WeighedNeed): string {
  if (one.shows.length === 0) return 'it names none of the outcomes that the regulation goes by'
  return mayCount(one)
    ? 'it is not recorded yet whether it counts'
    : 'it does not count, because no test is met'
}

function significantImpact(need: Need): string {
  const areas = need.wellbeing.map((area) => WELLBEING_WORDS[area]).join('; ')
  const on = areas === '' ? 'wellbeing' : `wellbeing (${areas})`
  const start = `${capital(needInWords(need))} has, or is likely to have, a significant impact on ${on}`
  return withStop(isSaid(need.impactWhy) ? `${start}: ${quoted(need.impactWhy)}` : start)
}

/** What one need says of one outcome, or of a carer's health. */
export function rowStep<Row extends string>(row: Row, one: WeighedNeed, { regulation }: Judged<Row>): Step {
  const { need } = one
  const subject = regulation.words[row]
  const step = { cites: [regulation.cites.rows, regulation.cites.tests], entries: restsOn(need) }
  if (need.test === undefined) {
    const says =
      row === 'health'
        ? `It is not recorded yet whether health is at risk (${needInWords(need)}).`
        : `${capital(needInWords(need))} does not say yet how this goes: ${small(subject)}.`
    return { ...step, says }
  }
  if (!isTestOf(regulation.criteria, need.test)) {
    const why = need.test === 'managing' ? '' : ` ${regulation.says.otherTest}`
    return { ...step, says: `${subject} ${TEST_WORDS[need.test]} (${needInWords(need)}).${why}` }
  }
  const says = row === 'health' ? subject : `${subject} ${TEST_WORDS[need.test]}`
  const cause = one.cause === 'open' ? '; its cause is not recorded yet' : ''
  return { ...step, says: `${says} (${needInWords(need)})${cause}.` }
}

export const nothingSaid = (subject: string): Step => ({
  says: `No recorded need speaks of this: ${small(subject)}.`,
})

export function periodSteps<Row extends string>({ weighed, regulation }: Judged<Row>): readonly Step[] {
  return weighed.needs.flatMap(({ need }) =>
    isSaid(need.over)
      ? [
          {
            says: withStop(
              `${capital(needInWords(need))} varies, and the period looked at is: ${quoted(need.over)}`,
            ),
            cites: [regulation.cites.varies],
            entries: restsOn(need),
          },
        ]
      : [],
  )
}

export function carerStep(need: Need, metBy: MetBy, isEligible: boolean): Step {
  const who = isSaid(metBy.name) ? metBy.name.trim() : 'an unpaid carer'
  const entries = [need.id]
  if (!metBy.willing || !metBy.able) {
    const state = `${metBy.willing ? 'willing' : 'not willing'} ${metBy.willing === metBy.able ? 'and' : 'but'} ${metBy.able ? 'able' : 'not able'}`
    return {
      says: `${capital(who)} is recorded as ${state} to meet ${needInWords(need)}, so that help cannot be relied on.`,
      cites: ['CA s10(5)', 'CA s18(7)'],
      entries,
    }
  }
  const met = `is met by ${who}, who is willing and able`
  return {
    says: isEligible
      ? `${capital(needInWords(need))} is eligible, and ${met}; it stays on record as eligible.`
      : `${capital(needInWords(need))} ${met}; that help was left out of account here.`,
    cites: ['G6 carer-blind', 'CA s18(7)'],
    entries,
  }
}

export function disputeSteps<Row extends string>({ weighed }: Judged<Row>): readonly Step[] {
  return weighed.needs
    .filter(({ need }) => need.disputed === true)
    .map(({ need }) => ({
      says: `Something that ${needInWords(need)} rests on is disputed, so what is said here may change.`,
      entries: restsOn(need),
    }))
}

export const conclusion = (eligible: boolean): Step => ({
  says: `On the recorded facts the needs are ${eligible ? 'eligible' : 'not eligible'}. The council decides, and gives its reasons.`,
  cites: ['CA s13(1)', 'CA s13(2)'],
})
