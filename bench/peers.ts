import { ZenEngine } from '@gorules/zen-engine'
import { Engine as RulesEngine } from 'json-rules-engine'
import Publicodes from 'publicodes'

// The same rule in three rules engines: for each topic, hours a week times the price that its level is given, each line rounded
// to the penny once, and the lines added up. They give the sum; none of them gives the reasons.

/** One line of somebody's needs, with everything said. */
export type Line = {
  readonly topic: string
  readonly level: number
  readonly times: number
  readonly minutes: number
  readonly people: number
}

/** Pence an hour by topic and level: the lowest, the stated and the highest price. */
export type Prices = ReadonlyMap<string, readonly (readonly [low: number, mid: number, high: number])[]>

/** A week in pence at the lowest, the stated and the highest prices. */
export type Week = readonly [low: number, mid: number, high: number]
export type Peer = { readonly name: string; readonly week: (lines: readonly Line[]) => Promise<Week> | Week }

const LEVELS = [0, 1, 2, 3] as const
const ENDS = ['low', 'mid', 'high'] as const

/** A decision table of the prices, gone through line by line, then expressions that round and add. */
export function zen(prices: Prices): Peer {
  const rules = [...prices].flatMap(([topic, byLevel]) =>
    LEVELS.map((level) => ({
      _id: `${topic}-${level}`,
      topic: `"${topic}"`,
      level: String(level),
      ...Object.fromEntries(ENDS.map((end, place) => [end, String(byLevel[level]?.[place])])),
    })),
  )
  const graph = {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in' },
      {
        id: 'prices',
        type: 'decisionTableNode',
        name: 'prices',
        content: {
          hitPolicy: 'first',
          inputField: 'lines',
          outputPath: 'lines',
          executionMode: 'loop',
          passThrough: true,
          inputs: [
            { id: 'topic', name: 'topic', field: 'topic' },
            { id: 'level', name: 'level', field: 'level' },
          ],
          outputs: ENDS.map((end) => ({ id: end, name: end, field: end })),
          rules,
        },
      },
      {
        id: 'sum',
        type: 'expressionNode',
        name: 'sum',
        content: {
          expressions: ENDS.map((end) => ({
            id: end,
            key: end,
            value: `sum(map(lines, round(#.times * #.minutes * #.people * #.${end} / 60)))`,
          })),
        },
      },
      { id: 'out', type: 'outputNode', name: 'out' },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'prices', type: 'edge' },
      { id: 'b', sourceId: 'prices', targetId: 'sum', type: 'edge' },
      { id: 'c', sourceId: 'sum', targetId: 'out', type: 'edge' },
    ],
  }
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)))
  return {
    name: '@gorules/zen-engine',
    week: async (lines) => {
      const { result } = await decision.evaluate({ lines })
      return [Number(result.low), Number(result.mid), Number(result.high)]
    },
  }
}

/** A rule for each topic and level that says its prices; the lines are worked out as they are found. */
export function rulesEngine(prices: Prices): Peer {
  const engine = new RulesEngine([], { allowUndefinedFacts: true })
  for (const [topic, byLevel] of prices) {
    for (const level of LEVELS) {
      engine.addRule({
        conditions: { all: [{ fact: topic, path: '$.level', operator: 'equal', value: level }] },
        event: { type: 'line', params: { topic, rates: byLevel[level] } },
      })
    }
  }
  return {
    name: 'json-rules-engine',
    week: async (lines) => {
      const facts = Object.fromEntries(lines.map((line) => [line.topic, line]))
      const { events } = await engine.run(facts)
      const week: [number, number, number] = [0, 0, 0]
      for (const { params } of events) {
        const line = facts[String(params?.['topic'])]
        if (line === undefined) continue
        const rates = params?.['rates'] as Week
        const minutes = line.times * line.minutes * line.people
        week[0] += Math.round((minutes * rates[0]) / 60)
        week[1] += Math.round((minutes * rates[1]) / 60)
        week[2] += Math.round((minutes * rates[2]) / 60)
      }
      return week
    },
  }
}

/** A rule for each topic: its prices by its level, its weeks rounded, and the weeks as their sums. */
export function publicodes(prices: Prices): Peer {
  const rules: ConstructorParameters<typeof Publicodes>[0] & Record<string, unknown> = {}
  for (const [topic, byLevel] of prices) {
    rules[topic] = null
    rules[`${topic} . level`] = { 'par défaut': 4 }
    for (const part of ['times', 'minutes', 'people']) rules[`${topic} . ${part}`] = { 'par défaut': 0 }
    ENDS.forEach((end, place) => {
      rules[`${topic} . ${end}`] = {
        variations: [
          ...LEVELS.map((level) => ({ si: `level = ${level}`, alors: byLevel[level]?.[place] })),
          { sinon: 0 },
        ],
      }
      rules[`${topic} . week ${end}`] = { valeur: `times * minutes * people * ${end} / 60`, arrondi: 'oui' }
    })
  }
  for (const end of ENDS)
    rules[`week ${end}`] = { somme: [...prices.keys()].map((topic) => `${topic} . week ${end}`) }
  const silent = { log: () => undefined, warn: () => undefined, error: () => undefined }
  const engine = new Publicodes(rules, { logger: silent })
  return {
    name: 'publicodes',
    week: (lines) => {
      const situation = Object.fromEntries(
        lines.flatMap(({ topic, level, times, minutes, people }) => [
          [`${topic} . level`, level],
          [`${topic} . times`, times],
          [`${topic} . minutes`, minutes],
          [`${topic} . people`, people],
        ]),
      )
      engine.setSituation(situation)
      const [low = 0, mid = 0, high = 0] = ENDS.map((end) => Number(engine.evaluate(`week ${end}`).nodeValue))
      return [low, mid, high]
    },
  }
}
