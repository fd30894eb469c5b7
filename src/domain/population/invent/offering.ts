import { pence } from '../../money/pence.ts'
import type { AdultOutcome } from '../../outcomes/topics.ts'
import type { Cast } from './at-the-table.ts'
import type { Recorded } from './conversation.ts'
import { type PlanLine, costed, quarters } from './lines.ts'
import type { Sheet } from './sheet.ts'
import { BUILDS, OWN_IDEAS } from './words-plan.ts'

/** For each need what is planned and one way besides, with prices; something that builds wherever more is thought possible. */
export function offer(
  sheet: Sheet,
  cast: Cast,
  needs: readonly Recorded[],
  lines: readonly PlanLine[],
): void {
  const { add, chance, who } = sheet
  const by = cast.worker
  for (const line of lines.filter(({ line: id }) => id !== 'night')) {
    const { form, unit, amount, price, weekly, effect = 'keeps' } = line
    const common = { needs: line.needs, unit, amount, price, weekly, 'proposed-by': by } as const
    add('option', by, { ...common, what: line.what, form, effect, liked: 1 })
    const other = costed({ ...line, amount: unit === 'hour' ? quarters(amount * 0.9) : amount })
    add('option', by, {
      ...common,
      what:
        form === 'care-home'
          ? 'Help at home, day and night'
          : 'The same from another provider, at other times',
      form: form === 'care-home' ? 'agency' : form,
      amount: other.amount,
      weekly: other.weekly,
      effect,
      liked: 2,
    })
  }
  for (const { id, topics } of needs) {
    for (const topic of topics.filter((one) => isMorePossible(needs, one))) {
      add('option', by, {
        needs: [id],
        what: BUILDS[topic].what,
        form: 'equipment',
        unit: 'once',
        amount: 1,
        price: pence<'unit'>(BUILDS[topic].pounds * 100),
        weekly: pence<'week'>(0),
        effect: 'builds',
        'proposed-by': by,
      })
    }
  }
  const [first] = needs
  if (who.cluedUp && first !== undefined && chance.happens(0.6)) {
    add('option', cast.person, {
      needs: [first.id],
      what: chance.pick(OWN_IDEAS),
      form: 'own-idea',
      unit: 'week',
      amount: 1,
      price: pence<'unit'>(100 * chance.between(8, 60)),
      effect: 'builds',
      'proposed-by': cast.person,
      liked: 3,
    })
  }
}

const isMorePossible = (needs: readonly Recorded[], topic: AdultOutcome): boolean =>
  needs.some(({ said }) =>
    said.some((needed) => needed.topic === topic && (needed.possible ?? 0) > needed.level),
  )

export function answerIdeas(sheet: Sheet, cast: Cast): void {
  const idea = sheet.entries.findLast((entry) => entry.kind === 'option')
  if (idea?.kind !== 'option' || idea.form !== 'own-idea') return
  const answered = sheet.entries.some((entry) => entry.kind === 'option-answered' && entry.option === idea.id)
  if (answered) return
  sheet.add('option-answered', cast.worker, {
    option: idea.id,
    outcome: 'refused',
    why: 'When all was laid out with its price, the other was liked better and was chosen.',
    ground: 'person-chose-other',
  })
}
