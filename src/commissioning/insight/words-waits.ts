import type { HoldStage } from '../../domain/population/figures.ts'

export const HOLD_WORDS: Readonly<Record<HoldStage, string>> = {
  assessment: 'The assessment',
  eligibility: 'The decision',
  budget: 'The money',
  plan: 'The plan',
  support: 'Support',
  review: 'The review',
}

export const words = {
  title: 'Waits and workloads',
  intro: 'What the council owes people, and for how long they have waited for it.',
  none: 'Nobody waits for anything.',
  late: 'Late means after the day that the council’s own time standard gives. A hold that the person was told of, with a reason and an end, stops the clock. No other hold does.',
  tail: 'Half of all people wait less than the middle figure. It says nothing of those who wait longest, so the whole tail is shown.',
  holds: 'On hold',
  noHolds: 'Nothing is on hold.',
  silent: 'A hold that nobody told the person of is only a wait with another name.',
  loads: 'Who carries how much',
  loadsWhy:
    'A fair share is not the same number for everybody: what is owed, and what is late, says more than how many people.',
  heavy: 'Much more than the others',
  many: 'People with three workers or more',
  manyWhy: 'Somebody new each time means telling the same story again.',
  rule: 'What is owed and until when is worked out record by record, with the same clocks as on the caseload and on the person’s own page. Here it is only counted. The day after counts as day 1.',
} as const
