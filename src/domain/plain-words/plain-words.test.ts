import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { plainWords } from './hints.ts'
import { readWordList } from './read-word-list.ts'

const data: unknown = parse(
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'words', 'plain-words.yaml'), 'utf8'),
)
const read = readWordList(data)
const list = read.kind === 'list' ? read.list : { groups: {}, words: [] }
const look = plainWords(list)
const found = (text: string) => look(text, 'about').map((hint) => hint.found)

test('the list is whole: every row has its reason, its plainer words and its source, and nothing stands twice', () => {
  expect(read.kind === 'invalid' ? read.errors : []).toEqual([])
  expect(list.words.length).toBeGreaterThanOrEqual(80)
})

test('every row finds something that it names, so that none is there for nothing', () => {
  const silent = list.words.filter((word) => {
    const [first = word.phrase] = word.finds ?? []
    const sample = sampleOf(first)
    return !look(sample, 'about').some(({ why }) => why === word.why)
  })
  expect(silent.map(({ phrase }) => phrase)).toEqual([])
})

/** A text in which a pattern stands: the first of what it leaves open. */
const sampleOf = (pattern: string): string =>
  pattern
    .replaceAll(/\{(person-is|they-are)\}/g, 'he is')
    .replaceAll(/\{person-does\}/g, 'he')
    .replaceAll(/\{(?:person|one)\}/g, 'man')
    .replaceAll(/\{very\}\? /g, '')
    .replaceAll('{be}', 'is')
    .split(' ')
    .map((token) => (token.split('|')[0] ?? '').replaceAll('_', ' '))
    .join(' ')

/** Written by hand: what somebody writes, and the words at which the hint stands. */
const ALARMS: readonly (readonly [text: string, found: readonly string[]])[] = [
  ['She is demanding.', ['She is demanding']],
  ['Mrs Teal is always very demanding about meals.', ['Mrs Teal is always very demanding']],
  ['They’re demanding.', ['They’re demanding']],
  ['A demanding family.', ['demanding family']],
  ['His mother can be difficult.', ['mother can be difficult']],
  ['He’s being difficult again.', ['He’s being difficult']],
  ['A difficult woman, this one.', ['difficult woman']],
  ['The daughter asks too many questions.', ['too many questions']],
  ['He failed to engage with the service.', ['failed to engage']],
  ['She would not engage.', ['not engage']],
  ['Non-compliant with medication', ['Non-compliant with medication']],
  ['noncompliant and tired', ['noncompliant']],
  ['She displays challenging behaviour at night.', ['challenging behaviour']],
  ['This is attention seeking.', ['attention seeking']],
  ['He refuses to wash.', ['He refuses to wash']],
  ['Refusing personal care all week', ['Refusing personal care']],
  ['A bed blocker on ward 6', ['bed blocker']],
  ['The service user was seen.', ['service user']],
  ['SERVICE USERS were asked.', ['SERVICE USERS']],
  ['She suffers from Parkinson’s.', ['suffers from']],
  ['He is wheelchair-bound.', ['wheelchair-bound']],
  ['The son is a frequent flyer.', ['frequent flyer']],
  ['He lacks insight into his needs.', ['lacks insight']],
  ['The family has unrealistic expectations.', ['unrealistic expectations']],
  ['The RAS gave 412 pounds.', ['RAS']],
  ['Her POC starts on Monday.', ['POC']],
  ['A package of care is in place.', ['package of care']],
  ['Paid by DP from May.', ['DP']],
  ['Discussed at MDT.', ['MDT']],
  ['Help with ADLs', ['ADLs']],
  ['Two double-up calls a day', ['double-up']],
  ['By micro-commissioning', ['micro-commissioning']],
  ['This went to panel in June.', ['went to panel']],
  ['Signposted to a club', ['Signposted']],
  ['We did this in order to utilise her strengths.', ['in order to', 'utilise']],
  // Of two that stand over one another, one hint.
  ['A care package from the multi-disciplinary team', ['care package', 'multi-disciplinary team']],
]

/** Near misses: the same words, and nothing to hint at. */
const SILENT: readonly string[] = [
  'It is difficult to climb the stairs.',
  'He finds it difficult to climb the stairs.',
  'She is difficult to understand on the telephone.',
  'Mornings are difficult.',
  'A difficult night, and a difficult decision.',
  'She has a demanding job.',
  'The work was demanding.',
  'He engaged a gardener.',
  'She is engaged to be married.',
  'He could not engage the brake.',
  'The lift refuses to move.',
  'There is a bed by the window and a blocker in his football team.',
  'He uses the services of a barber.',
  'Her insight is good.',
  'Too many stairs; he has questions.',
  'The blind is broken and lets the light in.',
  'He was fed up.',
  'She wanders about the market every Friday.',
  'Challenging the decision is her right.',
  'He challenges the council.',
  'Seeking attention from a doctor',
  'A work placement at the garage',
  'She is entitled to a copy.',
  'In this case the council must say why.',
  'A ras or a poc is nothing.',
  'dp',
  'She has capacity to decide where she lives.',
]

test.each(ALARMS)('hints: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted)
})

test.each(SILENT)('stays silent: %s', (text) => {
  expect(found(text)).toEqual([])
})

describe('what somebody said, in quotes', () => {
  test.each([
    'She said: “I am difficult, they tell me, I suffer from nerves and my POC is late.”',
    'He said "they call me a bed blocker" and laughed.',
    'The ward wrote ‘non-compliant, doesn’t engage’ on the board.',
    "The ward wrote 'non-compliant' on the board.",
    'She said “I am a difficult woman', // still being written
    'He said «je suis a bed blocker».',
    'She said: “I am a service user.\nI suffer from nerves.”',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })

  test('what stands beside a quote is looked at', () => {
    expect(found('She said “no”, and she is demanding.')).toEqual(['she is demanding'])
    expect(found('The carer’s view: he refuses the dogs’ company.')).toEqual(['he refuses'])
    expect(found('She is demanding.\nHe said “yes')).toEqual(['She is demanding'])
  })
})

const words = (count: number) => Array.from({ length: count }, () => 'walk').join(' ')

describe('long sentences', () => {
  test('25 words are not too many, 26 are', () => {
    expect(found(`${words(25)}.`)).toEqual([])
    expect(look(`${words(26)}.`, 'about')).toEqual([
      {
        kind: 'long',
        found: 'walk walk walk walk walk …',
        from: 0,
        to: 130,
        why: 'This sentence has 26 words. Shorter ones are easier to read.',
        instead: 'Could it be two sentences?',
      },
    ])
  })

  test('a quote within it does not count, nor do full stops of short forms end it', () => {
    expect(found(`She said “${words(30)}” to me.`)).toEqual([])
    expect(found(`Mr. Teal and Dr. Onyango ${words(23)}.`)).toHaveLength(1)
    expect(found(`Mr. Teal and Dr. Onyango ${words(20)}.`)).toEqual([])
  })

  test('a list, a line for each, is not one sentence; two long ones are two hints', () => {
    expect(found(Array.from({ length: 30 }, () => 'tea and toast').join('\n'))).toEqual([])
    expect(found(`${words(26)}. ${words(27)}.`)).toHaveLength(2)
    expect(found(`she eats. ${words(20)}. then she sleeps until noon! is that so?`)).toEqual([])
  })
})

describe('a person’s words about their own life', () => {
  test('are not called labels, and not made shorter than they are', () => {
    expect(
      look('I am a difficult woman. I suffer from nerves. I refuse. I did it in order to rest.', 'own'),
    ).toEqual([])
  })

  test('jargon and long sentences are hinted at all the same', () => {
    expect(look('My POC is late.', 'own').map(({ found: it }) => it)).toEqual(['POC'])
    expect(look(`${words(26)}.`, 'own')).toHaveLength(1)
  })
})

test('one word used often is one hint; it says where the first stands', () => {
  const text = 'The RAS says so. The RAS is wrong. This RAS!'
  expect(look(text, 'about').map(({ from, to }) => [from, to])).toEqual([[4, 7]])
})

test('any text is looked through: empty, blank, of signs alone, and very long ones in good time', () => {
  for (const text of [
    '',
    '   \n\n ',
    '“”\'\'""',
    '🦽👩🏽‍🦽',
    '( ( (',
    'he is '.repeat(2000),
    '“'.repeat(2000),
  ])
    expect(() => look(text, 'about')).not.toThrow()
})

describe('a list that is not right', () => {
  const row = {
    phrase: 'demanding',
    kind: 'label',
    why: 'It judges the person.',
    instead: 'Write what they ask for.',
    source: 'practice',
  }
  test.each([
    ['a kind that is none', { groups: {}, words: [{ ...row, kind: 'rude' }] }, 'words.0.kind'],
    ['no reason', { groups: {}, words: [{ ...row, why: '' }] }, 'words.0.why'],
    ['a group that is not there', { groups: {}, words: [{ ...row, finds: ['{dog} barks'] }] }, '{dog}'],
    ['two rows of one name', { groups: {}, words: [row, { ...row, finds: ['bossy'] }] }, 'more than one row'],
    [
      'one pattern in two rows',
      { groups: {}, words: [row, { ...row, phrase: 'bossy', finds: ['demanding'] }] },
      'twice',
    ],
    ['a word that nobody knows', { groups: {}, words: [{ ...row, colour: 'red' }] }, 'words.0'],
    ['no list', null, ''],
  ])('is refused with what is wrong: %s', (_, given, says) => {
    const refused = readWordList(given)
    expect(refused.kind).toBe('invalid')
    expect(refused.kind === 'invalid' ? refused.errors.join('\n') : '').toContain(says)
  })
})
