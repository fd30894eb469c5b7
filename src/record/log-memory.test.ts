import { expect, test } from 'vitest'
import { readFileText } from './file.ts'
import type { OpenRecord } from './log-read.ts'
import { NO_MEMORY, openedMemory } from './log-memory.ts'

const text = JSON.stringify({
  format: 'roundtable/record@1',
  person: { id: 'p', name: 'Ada Brook', born: '1950-02-03' },
  parties: [{ id: 'p', name: 'Ada Brook', role: 'person' }],
  entries: [],
})

const opened = (id: string): OpenRecord => ({
  ...read(),
  id,
  withheld: [],
  head: 0,
  relationships: [],
  version: '1',
})

function read() {
  const file = readFileText(text)
  if (file.kind === 'refused') throw new Error(JSON.stringify(file.mistakes))
  return file.record
}

test('gives back what was kept, under its own version and no other', () => {
  const memory = openedMemory(10)
  const [hers, his] = [opened('a'), opened('a')]
  memory.keep('a', 'as she sees it', hers)
  memory.keep('a', 'as he sees it', his)
  expect(memory.known('a').get('as she sees it')).toBe(hers)
  expect(memory.known('a').get('as he sees it')).toBe(his)
  expect(memory.known('a').get('as somebody else sees it')).toBeUndefined()
  expect(memory.known('b').size).toBe(0)
})

test('lets go of the record that was not asked for the longest', () => {
  const memory = openedMemory(2)
  memory.keep('a', '1', opened('a'))
  memory.keep('b', '1', opened('b'))
  memory.keep('a', '1', opened('a'))
  memory.keep('c', '1', opened('c'))
  expect(['a', 'b', 'c'].map((id) => memory.known(id).size)).toEqual([1, 0, 1])
})

test('does not grow with the versions of one record', () => {
  const memory = openedMemory(2)
  for (let version = 0; version < 100; version += 1) memory.keep('a', String(version), opened('a'))
  expect(memory.known('a').size).toBeLessThan(10)
  expect(memory.known('a').has('99')).toBe(true)
})

test('with none, nothing is known', () => {
  NO_MEMORY.keep('a', '1', opened('a'))
  expect(NO_MEMORY.known('a').size).toBe(0)
})
