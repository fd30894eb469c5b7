import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../dates/plain-date.ts'
import { penceFromPounds } from '../money/pence.ts'
import { isLevel } from '../outcomes/ladder.ts'
import { isTopic, type Topic } from '../outcomes/topics.ts'
import { indicativeBudget } from './built-up.ts'
import type { AllocationFacts, Help, Said, Whose } from './facts.ts'
import { type Model, parseModel, type UnitPrice } from './model.ts'
import type { OwnPrice } from './prices.ts'
import { FORMS, UNITS } from './support.ts'

const published = () =>
  parse(readFileSync(new URL('../../../allocation/northmoor-2026-27.yaml', import.meta.url), 'utf8'))
const ON = day('2026-05-20')
const NAMES: Record<string, string> = { P: 'Sunita', K: 'Karan', S: 'Keith', F: 'Farida' }

const topic = (text: string): Topic => {
  if (!isTopic(text)) throw new Error(`no topic ${text}`)
  return text
}
const list = (cell: string, by: string): string[] =>
  cell
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `P hygiene L1 8x45x2 night disputed hoped=4 about=K`: who, topic, level, times x minutes x helpers. One day after another. */
function said(text: string, index: number): Said {
  const [who = '', about = '', ...rest] = text.split(' ')
  const one: { -readonly [key in keyof Said]: Said[key] } = {
    entry: `said-${index + 1}`,
    saidBy: who,
    saidByName: NAMES[who] ?? who,
    topic: topic(about),
    on: addDays(day('2026-05-01'), index),
  }
  for (const part of rest) {
    const level = Number(/^L(\d)$/.exec(part)?.[1])
    const figures = /^([\d.]*)x([\d.]*)(?:x([12]))?$/.exec(part)
    if (isLevel(level)) one.level = level
    else if (figures) {
      if (figures[1]) one.times = Number(figures[1])
      if (figures[2]) one.minutes = Number(figures[2])
      if (figures[3]) one.people = figures[3] === '2' ? 2 : 1
    } else if (part === 'night') one.night = true
    else if (part === 'disputed') one.disputed = true
    else if (part.startsWith('about=')) one.about = part.slice(6)
    else if (part.startsWith('hoped=')) {
      const hoped = Number(part.slice(6))
      if (isLevel(hoped)) one.hoped = hoped
    } else throw new Error(`cannot read ${part}`)
  }
  return one
}

/** `K 0.75h hygiene+clothing unwilling` */
function help(text: string, index: number): Help {
  const [who = '', hours = '', topics = '', ...flags] = text.split(' ')
  return {
    entry: `help-${index + 1}`,
    carer: who,
    carerName: NAMES[who] ?? who,
    ...(hours === '?h' ? {} : { hoursAWeek: Number(hours.slice(0, -1)) }),
    ...(topics === 'any' ? {} : { topics: list(topics, '+').map(topic) }),
    willing: !flags.includes('unwilling'),
    able: !flags.includes('unable'),
    agreed: !flags.includes('not-agreed'),
    disputed: flags.includes('disputed'),
  }
}

function ownPrice(text: string): OwnPrice {
  const [form, unit, price, from = ''] = text.split(' ')
  const found = { form: FORMS.find((f) => f === form), unit: UNITS.find((u) => u === unit) }
  const amount: UnitPrice | undefined = penceFromPounds(Number(price))
  if (!found.form || !found.unit || amount === undefined) throw new Error(`cannot read ${text}`)
  return { form: found.form, unit: found.unit, price: amount, from: day(from) }
}

const models = new Map<string, Model>()

function modelWith(change: string): Model {
  const made = models.get(change)
  if (made !== undefined) return made
  const value = published()
  const [key = '', figure] = change.split(' ')
  if (key !== '') value[key] = Number(figure)
  const parsed = parseModel(value)
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.errors))
  models.set(change, parsed.model)
  return parsed.model
}

const [head = '', ...rows] = readFileSync(new URL('built-up.cases.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const columns = head.split(',')
const cases = rows.map((row) => {
  const cells = row.split(',')
  const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
  const needs = list(cell('needs'), '+').map((need, index) => {
    const [of, about] = need.includes(':') ? need.split(':') : [undefined, need]
    return { id: `need-${index + 1}`, topics: [topic(about ?? '')], ...(of === undefined ? {} : { of }) }
  })
  const shared = list(cell('shared'), ';').map((text) => {
    const [about = '', people, ...flags] = text.split(' ')
    return {
      entry: 'shared-1',
      topic: topic(about),
      people: Number(people),
      agreed: !flags.includes('not-agreed'),
    }
  })
  const facts: AllocationFacts = {
    needs,
    said: list(cell('said'), ';').map(said),
    help: list(cell('help'), ';').map(help),
    shared,
    prices: list(cell('prices'), ';').map(ownPrice),
    on: ON,
  }
  const carer = /^carer (\w+)$/.exec(cell('whose'))?.[1]
  const whose: Whose = carer === undefined ? { whose: 'person' } : { whose: 'carer', carer }
  return { name: cell('case'), cells: cells.length, facts, whose, cell }
})

describe('the golden table: every sum worked by hand', () => {
  test('the table is whole', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25)
    expect(cases.filter((row) => row.cells !== columns.length).map((row) => row.name)).toEqual([])
    expect(new Set(cases.map((row) => row.name)).size).toBe(cases.length)
  })

  test.each(cases)('$name', ({ facts, whose, cell }) => {
    const answer = indicativeBudget(modelWith(cell('change')), facts, whose)
    if (answer.kind !== 'known') throw new Error(JSON.stringify(answer))
    const { weekly, low, high, asIfNoCarer, stillNeeds } = answer.value
    const pounds = (amount: number): string => (amount / 100).toFixed(2)
    expect({
      weekly: pounds(weekly),
      low: pounds(low),
      high: pounds(high),
      'as if no carer': pounds(asIfNoCarer),
      'still needs': stillNeeds.map((fact) => `${fact.topic} ${fact.fact}`).join(' + '),
    }).toEqual({
      weekly: cell('weekly'),
      low: cell('low'),
      high: cell('high'),
      'as if no carer': cell('as if no carer'),
      'still needs': cell('still needs'),
    })
  })
})
