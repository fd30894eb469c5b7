import type { Model } from '../allocation/model.ts'
import { type Form, FORM_WORDS } from '../allocation/support.ts'
import { type PlainDate, daysBetween } from '../dates/plain-date.ts'
import { type Figures, type LineFigure, type OnePerson, lastPlan } from './figures.ts'
import { needsBy } from './need.ts'

// Programmes into which people are put whatever their need: the same for everybody, refused, dropped early.

/** Support that many people are given in the same way: by one provider in one form, or in one form by nobody in particular. */
export type Programme = {
  readonly form: Form
  readonly provider: string | undefined
  readonly words: string
  readonly people: number
  /** the amount that most of them get, and the share who get just that */
  readonly amount: number
  readonly unit: string
  readonly same: number
  /** hours of help needed by the one at the upper quarter over those of the one at the lower quarter */
  readonly needApart: number
  /** of everybody to whom it was offered, the share who said no or chose something else */
  readonly refused: number
  readonly offered: number
  /** of everybody who began, the share who stopped within twelve weeks of their own accord */
  readonly dropped: number
  readonly began: number
  /** most get the same, and their needs are far apart */
  readonly whateverTheNeed: boolean
}

const FEWEST_IN_PROGRAMME = 10
/** From here on most people get the same. */
const MOST_THE_SAME = 0.6
/** From here on one person's needs are another's twice over. */
const FAR_APART = 2
const SOON_DAYS = 84

function quartile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

type Given = { readonly line: LineFigure; readonly figures: Figures; readonly hours: number | undefined }

function programmeOf(all: readonly Given[], people: readonly OnePerson[]): Programme | undefined {
  const [first] = all
  if (first === undefined || all.length < FEWEST_IN_PROGRAMME) return undefined
  const { form, provider } = first.line
  const amounts = new Map<string, number>()
  for (const { line } of all) {
    const key = `${line.amount} ${line.unit}`
    amounts.set(key, (amounts.get(key) ?? 0) + 1)
  }
  const [most = '0 hour', count = 0] = [...amounts].toSorted((a, b) => b[1] - a[1])[0] ?? []
  const hours = all.flatMap((given) => given.hours ?? [])
  const lower = quartile(hours, 0.25)
  const needApart = lower > 0 ? quartile(hours, 0.75) / lower : 1
  const offered = people.flatMap(({ figures }) =>
    figures.options.filter((option) => option.form === form && option.answer !== null),
  )
  const began = people.flatMap(({ figures }) =>
    figures.started.filter((start) => start.form === form && start.provider === provider),
  )
  const dropped = people.flatMap(({ figures }) =>
    figures.ended.filter(
      (end) =>
        end.form === form &&
        end.provider === provider &&
        end.byWhom === 'person' &&
        end.started !== null &&
        daysBetween(end.started, end.on) <= SOON_DAYS,
    ),
  )
  const same = count / all.length
  return {
    form,
    provider: provider ?? undefined,
    words: FORM_WORDS[form],
    people: all.length,
    amount: Number(most.split(' ')[0]),
    unit: most.split(' ')[1] ?? 'hour',
    same,
    needApart,
    refused:
      offered.length === 0
        ? 0
        : offered.filter(({ answer }) => answer?.outcome === 'refused').length / offered.length,
    offered: offered.length,
    dropped: began.length === 0 ? 0 : Math.min(1, dropped.length / began.length),
    began: began.length,
    whateverTheNeed: same >= MOST_THE_SAME && needApart >= FAR_APART,
  }
}

/** Programmes of ten people or more; those that are given whatever the need first. Equipment that is bought once is none. */
export function programmes(people: readonly OnePerson[], model: Model, on: PlainDate): readonly Programme[] {
  const needOf = needsBy(model)
  const by = new Map<string, Given[]>()
  for (const { figures } of people) {
    const need = needOf(figures, on)
    for (const line of lastPlan(figures)?.lines ?? []) {
      if (line.unit === 'once' || line.payer === 'family') continue
      const key = `${line.provider ?? ''} ${line.form}`
      const given = { line, figures, hours: need?.hours }
      const there = by.get(key)
      if (there === undefined) by.set(key, [given])
      else there.push(given)
    }
  }
  return [...by.values()]
    .flatMap((all) => programmeOf(all, people) ?? [])
    .toSorted((a, b) => Number(b.whateverTheNeed) - Number(a.whateverTheNeed) || b.people - a.people)
}
