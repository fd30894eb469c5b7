import type { FactName, MissingFact } from '../domain/answer.ts'
import { TOPIC_WORDS } from '../domain/outcomes/topics.ts'
import type { RecordState } from '../record/state.ts'

/** What a rule still lacks, as the question that comes next. One fact, one question, wherever it is asked. */
const QUESTIONS: Readonly<Record<FactName, (about: string) => string>> = {
  level: (about) => `How does it go now with ${about}: alone, with some help, or does somebody do it?`,
  times: (about) => `How many times a week is help needed with ${about}?`,
  minutes: (about) => `How many minutes does it take each time with ${about}?`,
  cause: (about) => `What does the need come from: ${about}?`,
  test: (about) => `Without help, is it not possible, painful, dangerous or very slow: ${about}?`,
  impact: (about) => `How much does it bear on wellbeing: ${about}?`,
  needs: () => 'Which needs are there? None has been recorded yet.',
  'health-at-risk': () => 'Is the carer’s own health getting worse, or at risk?',
  willing: (about) => `Is the carer willing to go on: ${about}?`,
  able: (about) => `Is the carer able to go on: ${about}?`,
  price: (about) => `What is the published price for ${about}?`,
  rate: (about) => `What is ${about} on this day? Enter it from the circular.`,
  cost: (about) => `What does ${about} cost a week?`,
}

export function questionOf(missing: MissingFact, state: RecordState): string {
  const entry = missing.entry === undefined ? undefined : state.byId.get(missing.entry)
  const about =
    missing.about ??
    (missing.topic !== undefined
      ? TOPIC_WORDS[missing.topic].toLowerCase()
      : entry?.kind === 'need'
        ? `“${entry.text}”`
        : 'this')
  return QUESTIONS[missing.fact](about)
}

/** Where the question is answered, by somebody who may judge what a need is, or by somebody who says how things are. */
export function placeToAnswer(missing: MissingFact, mayJudge: boolean): readonly string[] {
  if (missing.topic !== undefined) return ['conversation', missing.topic, 'say']
  return mayJudge ? ['conversation', 'need'] : ['conversation']
}
