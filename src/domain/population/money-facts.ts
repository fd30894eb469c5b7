import { type AllocationFacts, PERSON } from '../allocation/facts.ts'
import { SLOTS, topicAt } from '../allocation/slots.ts'
import { giversOf, type Heard, hear, heardByTopic, helpHeard } from '../allocation/voices.ts'
import { isLevel } from '../outcomes/ladder.ts'
import { ADULT_OUTCOMES } from '../outcomes/topics.ts'
import type { Figures, HelpFigure, NeedFigure } from './figures.ts'

const orNull = (n: number): number | null => (Number.isNaN(n) ? null : n)

const needFigure = ({ slot, lead }: Heard): NeedFigure => ({
  topic: topicAt(slot),
  level: isLevel(lead.level) ? lead.level : null,
  times: orNull(lead.times),
  minutes: orNull(lead.minutes),
  people: orNull(lead.people),
})

/** What the person's own sum goes by, so that any model can be tried on it without the record. */
export function moneyFacts(facts: AllocationFacts): Pick<Figures, 'needs' | 'levels' | 'help' | 'prices'> {
  const { topics, nights } = hear(facts, PERSON)
  const { byDay } = heardByTopic(facts, PERSON)
  return {
    needs: [...topics, ...nights].map(needFigure),
    levels: ADULT_OUTCOMES.map((topic) => {
      const level = byDay.find((heard) => heard.topic === topic)?.lead.level
      return isLevel(level) ? level : null
    }),
    help: giversOf(helpHeard(facts)).map(
      ({ minutes, mask }): HelpFigure => ({
        minutes,
        topics: SLOTS.filter((_, slot) => slot < 32 && (mask & (1 << slot)) !== 0),
      }),
    ),
    prices: facts.prices ?? [],
  }
}
