import type { Refusal } from '../../domain/answer.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import { lineOf } from '../../domain/checks/plan-lines.ts'
import { speaksForPerson } from '../../domain/checks/whose.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { Plan } from '../../record/plan-words.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, find } from '../../record/state.ts'
import { LONGEST_TEXT } from '../../record/values.ts'
import { type Response, couldNotText, plansIn, toAnswer } from './view.ts'

/** What somebody says to one line of a plan. */
export type LineAnswer = {
  readonly line: string
  readonly agrees: boolean | undefined
  readonly says: string
}

export type AnswerPlan = {
  readonly stamp: Stamp
  /** for the disagreement that is opened with it */
  readonly disputeStamp: Stamp
  readonly plan: string
  readonly extent: Response['extent']
  readonly says: string
  readonly wants: string
  readonly lines: readonly LineAnswer[]
}

/**
 * The answer of the person, or of whoever acts for them, to a version that still stands. What is not agreed opens a
 * disagreement, which has its own clock and asks the council for an answer with reasons.
 */
export function answerPlan(command: AnswerPlan, state: RecordState): Decision {
  const plan = find(state, 'plan', command.plan)
  if (plan === undefined) return refuse({ says: 'That version of the plan is not in the record.' })
  const refusals = [...refusalsOfVersion(plan, state), ...refusalsOfAnswer(command, plan, state)]
  if (refusals.length > 0) return refuse(...refusals)
  const says = inOneText(command, plan)
  if (says.length > LONGEST_TEXT) {
    return refuse({ says: 'Your answer is longer than the record can keep. Say it in fewer words.' })
  }
  const response = {
    ...stamped(command.stamp),
    kind: 'response' as const,
    to: plan.id,
    extent: command.extent,
    says,
  }
  if (command.extent === 'agrees') return done(response)
  return done(response, {
    ...stamped(command.disputeStamp),
    kind: 'dispute',
    of: plan.id,
    says,
    wants: command.wants.trim(),
  })
}

/** A version that another has followed is not answered any more: the answer would be to something else than is meant. */
function refusalsOfVersion(plan: Plan, state: RecordState): readonly Refusal[] {
  const plans = plansIn(state)
  const version = plans.versions.find((each) => each.plan.id === plan.id)
  if (version?.place === 'draft' || version?.place === 'in-force') return []
  const now = toAnswer(plans)
  return [
    {
      says: `Version ${plan.version} has been followed by version ${now?.plan.version ?? ''}, so it cannot be answered any more. Read what changed, and answer that one.`,
    },
  ]
}

function refusalsOfAnswer(command: AnswerPlan, plan: Plan, state: RecordState): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (!speaksForPerson(state, command.stamp.by)) {
    refusals.push({
      says: `Only ${state.person.name}, or somebody who acts for them, can answer the plan. Where they could not answer, write down why.`,
    })
  }
  const refusedLines = command.lines.filter(({ agrees }) => agrees === false)
  if (command.extent === 'agrees' && refusedLines.length > 0) {
    const names = refusedLines.flatMap(({ line }) => lineOf(plan, line)?.what ?? [])
    refusals.push({
      says: `You agree with all of it, and not with “${names.join('”, “')}”. Choose “in part”, or change the answer to the line.`,
    })
  }
  const isReasoned = hasWords(command.says) || refusedLines.some(({ says }) => hasWords(says))
  if (command.extent !== 'agrees' && !isReasoned) {
    refusals.push({ says: 'Say what you do not agree with.' })
  }
  return refusals
}

/** The record keeps one text: what was said to the whole, then line by line. */
function inOneText({ says, lines }: AnswerPlan, plan: Plan): string {
  const each = lines.flatMap(({ line, agrees, says: words }) => {
    const what = lineOf(plan, line)?.what
    if (what === undefined || (agrees === undefined && !hasWords(words))) return []
    const verdict = agrees === undefined ? '' : agrees ? ' Agreed.' : ' Not agreed.'
    return [`${what}:${verdict}${hasWords(words) ? ` ${words.trim()}` : ''}`]
  })
  return [says.trim(), each.join('\n')].filter((part) => part !== '').join('\n\n')
}

export type CouldNotAnswer = { readonly stamp: Stamp; readonly plan: string; readonly because: string }

/** The worker never answers for the person: they write down why there is no answer, and it is asked again. */
export function writeCouldNot({ stamp, plan: id, because }: CouldNotAnswer, state: RecordState): Decision {
  const plan = find(state, 'plan', id)
  if (plan === undefined) return refuse({ says: 'That version of the plan is not in the record.' })
  const refusals = [...refusalsOfVersion(plan, state)]
  if (speaksForPerson(state, stamp.by)) refusals.push({ says: 'You can answer the plan yourself.' })
  if (!hasWords(because)) refusals.push({ says: 'Say why they could not answer.' })
  if (refusals.length > 0) return refuse(...refusals)
  return done({ ...stamped(stamp), kind: 'note', of: plan.id, text: couldNotText(because) })
}
