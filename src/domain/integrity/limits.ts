/**
 * Where a figure begins to ask for a conversation. Those without a source are our own choice and marked so; a council that
 * knows better changes them here, in one place.
 */
export const LIMITS = {
  /** the share of flags that may be false alarms, over all tests of a contract (our choice) */
  falseDiscoveries: 0.02,
  /** standard deviations between accepted and declined (the usual mark of imbalance between groups) */
  creaming: 0.1,
  /** correlation of contact with predicted success (our choice) */
  parking: 0.2,
  /** days without contact after acceptance, the share of people this may happen to (our choice), and the share it does by mishap */
  contactDays: 30,
  noContact: 0.05,
  noContactAnyway: 0.02,
  /** the median of exceptions in English general practice, where they were paid by indicators (BJGP 59:376) */
  exclusionsAnyway: 0.053,
  /** standard deviations by which excluded people were less likely to succeed than the others (our choice) */
  exclusionsOfHard: 0.5,
  /** excess mass at a threshold, (observed - expected) / expected (our choice) */
  excessMass: 0.5,
  /** the share of lengths that end in 0 or 5; of a clock 0.2 do (our choice) */
  heaping: 0.4,
  /** the last tenth of a pay period, and the share of claims in it (our choice) */
  lastPart: 0.1,
  lastMinute: 0.2,
  /** levels of the ladder by which the provider's score lies above the person's or a re-measure (our choice) */
  ownWork: 0.25,
  /** the share of outcomes that a re-measure does not find; 59 find an error of 5% with 95% probability */
  notFound: 0.05,
  /** mean goal attainment where goals are as hard as they should be, and where it begins to ask (our choice) */
  goals: 50,
  easyGoals: 52,
  /** days in which support again counts as relapse, and the share that it happens to anyway (our choice) */
  relapseDays: 91,
  relapse: 0.1,
  /** short on a quarter of a person's visits; the share of people, and of logs missing, that begins to ask (our choice) */
  shortVisits: 0.25,
  clippedPeople: 0.1,
  clippedAnyway: 0.05,
  missingLogs: 0.05,
  /** mean continuity: five workers who share the visits evenly (our choice) */
  continuity: 0.2,
  /** the share of a zone's hours with one provider (our choice) */
  concentration: 0.5,
} as const
