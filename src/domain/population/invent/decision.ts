import { weighAdult } from '../../care-act/adult-eligibility.ts'
import type { AdultNeed } from '../../care-act/need-facts.ts'
import { counts } from '../../care-act/weighing.ts'
import type { Cast } from './at-the-table.ts'
import type { Assessed, Recorded } from './conversation.ts'
import type { Sheet } from './sheet.ts'

/** A decision on eligibility, by the regulations themselves, and the needs that must be met. */
export type Decided = { readonly eligible: boolean; readonly needs: readonly Recorded[] }

const factsOf = ({ id, topics, test, impact, cause, said }: Recorded): AdultNeed => ({
  id,
  text: id,
  outcomes: topics,
  cause,
  test,
  impact,
  wellbeing: [],
  statements: said.map(({ topic }) => topic),
})

/** With the days until the decision, the copy of the assessment is within the fortnight too. */
const COPY_DAYS = [1, 8] as const

/** Decides, gives the reasons and the copies. Undefined where today comes first. */
export function decide(sheet: Sheet, cast: Cast, assessed: Assessed): Decided | undefined {
  const { chance, add, wait } = sheet
  if (!wait(chance.between(1, 5))) return undefined
  const weighed = weighAdult(assessed.needs.map(factsOf))
  const meant = weighed.eligible === 'yes' ? weighed.needs.filter(counts).map(({ need }) => need.id) : []
  const blind = carerEnds(sheet, assessed)
  const yes = meant.filter((id) => id !== blind?.id)
  const decision = add('eligibility', cast.worker, {
    assessment: assessed.opened,
    eligible: weighed.eligible === 'yes',
    needs: assessed.needs.map((need) => ({
      need: need.id,
      eligible: yes.includes(need.id),
      why: whyOf(need, yes.includes(need.id), blind?.id === need.id),
    })),
    reasons:
      weighed.eligible === 'yes'
        ? 'The needs come from what is recorded, bear on two or more outcomes, and weigh heavily on wellbeing.'
        : 'What is recorded does not come to two outcomes that cannot be achieved with a significant impact on wellbeing.',
  })
  if (blind !== undefined) sheet.plant({ fault: 'carer-ends-eligibility', entries: [decision, blind.id] })
  if (weighed.eligible !== 'yes') {
    add('advice', cast.worker, {
      about:
        'What is near by: the exercise class, the lunch club and the equipment library; how to ask again if things change.',
      aim: 'prevention',
    })
  }
  decideForCarer(sheet, cast, assessed)
  const copied = sheet.doneBy(sheet.now() + chance.between(...COPY_DAYS))
  if (copied !== undefined) copies(sheet, cast, assessed, decision, copied)
  return { eligible: weighed.eligible === 'yes', needs: assessed.needs.filter(({ id }) => yes.includes(id)) }
}

/** The need that is to be called not eligible because a carer meets it, where that is planted. */
function carerEnds(sheet: Sheet, { needs }: Assessed): Recorded | undefined {
  const met = needs.find(({ metByHelper }) => metByHelper)
  return met !== undefined && needs.length > 1 && sheet.plants('carer-ends-eligibility') ? met : undefined
}

function whyOf({ test }: Recorded, eligible: boolean, blind: boolean): string {
  if (blind) return 'The carer already does this, so there is no need for the council to meet.'
  if (eligible)
    return `Cannot be done without help, or only with ${test === 'slow' ? 'far more time' : 'pain or danger'}.`
  return 'It can be done, and what is hard about it does not weigh heavily.'
}

function decideForCarer(sheet: Sheet, cast: Cast, { carers }: Assessed): void {
  if (carers === undefined) return
  sheet.add('eligibility', cast.worker, {
    assessment: carers.opened,
    eligible: true,
    needs: [
      {
        need: carers.need,
        eligible: true,
        why: 'There is no time to oneself, because of the care that is given.',
      },
    ],
    reasons: 'The need comes from necessary care and is a significant strain on health and friendships.',
  })
}

function copies(sheet: Sheet, cast: Cast, assessed: Assessed, decision: string, on: number): void {
  const { add, who } = sheet
  const as = who.formats[0] ?? 'letter'
  for (const of of [assessed.opened, decision]) add('copy', cast.worker, { of, to: cast.person, as }, on)
  const { carers } = assessed
  const carersDecision = sheet.entries.findLast(
    (entry) => entry.kind === 'eligibility' && entry.assessment === carers?.opened,
  )
  if (carers === undefined || carersDecision === undefined) return
  for (const of of [carers.opened, carersDecision.id])
    add('copy', cast.worker, { of, to: carers.carer, as: 'letter' }, on)
}
