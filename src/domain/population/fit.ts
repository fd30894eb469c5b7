import type { Form } from '../allocation/support.ts'
import { ADULT_OUTCOMES, type AdultOutcome } from '../outcomes/topics.ts'
import { type Figures, type LineFigure, type OnePerson, lastPlan } from './figures.ts'

// Whether people are given what fits them: what they get beside what they need and hope for. Nothing here is a finding about a
// person. Programmes, needs without an answer, and people who come back stand in files of their own.

/** What is given for one of the ten outcomes, beside what people hope for. */
export type HopeFit = {
  readonly topic: AdultOutcome
  /** people with a line for it in the plan in force */
  readonly people: number
  /** of those, people who hope to do more than they do now */
  readonly hopeForMore: number
  /** of those who hope for more, people with a line that is meant to build what they can do */
  readonly builds: number
  /** of those who hope for more, people all of whose lines are said to take away from it */
  readonly erodes: number
  /** forms of support, the most often given first */
  readonly forms: readonly { readonly form: Form; readonly people: number }[]
}

const linesFor = (one: Figures, topic: AdultOutcome): readonly LineFigure[] =>
  (lastPlan(one)?.lines ?? []).filter((line) => line.topics.includes(topic))

function hopesForMore(one: Figures, topic: AdultOutcome): boolean {
  const stands = one.topics.find((each) => each.topic === topic)
  return stands?.hoped != null && stands.latest !== null && stands.hoped > stands.latest
}

export const hopeFit = (people: readonly OnePerson[]): readonly HopeFit[] =>
  ADULT_OUTCOMES.map((topic) => {
    const given = people.flatMap(({ figures }) => {
      const lines = linesFor(figures, topic)
      return lines.length === 0 ? [] : [{ lines, more: hopesForMore(figures, topic) }]
    })
    const hoping = given.filter(({ more }) => more)
    const forms = new Map<Form, number>()
    for (const { lines } of given) {
      for (const form of new Set(lines.map((line) => line.form))) forms.set(form, (forms.get(form) ?? 0) + 1)
    }
    return {
      topic,
      people: given.length,
      hopeForMore: hoping.length,
      builds: hoping.filter(({ lines }) => lines.some(({ effect }) => effect === 'builds')).length,
      erodes: hoping.filter(({ lines }) => lines.every(({ effect }) => effect === 'erodes')).length,
      forms: [...forms]
        .map(([form, count]) => ({ form, people: count }))
        .toSorted((a, b) => b.people - a.people),
    }
  })
