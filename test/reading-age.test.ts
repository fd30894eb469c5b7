import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { describe, expect, test } from 'vitest'

// What is written to the person reads at grade 6 or below: eleven years of age. Sentences, words and syllables go into the
// grade of Flesch and Kincaid. It knows nothing of meaning, and a single long name can tip a short sentence: such texts are
// named below, each with why it stays as it is.

const GRADE = 6
/** Fewer words than this are no text to grade: one word of four syllables would decide alone. */
const FEWEST_WORDS = 6

const stages = join(import.meta.dirname, '..', 'src', 'stages')
const files = readdirSync(stages, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /(^|\/)words[a-z-]*\.ts$/.test(path))

type Text = { readonly file: string; readonly says: string }

/** Every text in what a file exports: also what its functions say, of somebody called Ann and a day. */
function textsIn(value: unknown, found: string[] = []): readonly string[] {
  if (typeof value === 'string') found.push(value)
  else if (typeof value === 'function') {
    for (const said of [
      ['Ann', '1 May', '2 June'],
      [2, 3, 4],
      [{}, {}],
    ]) {
      try {
        const says: unknown = Reflect.apply(value, undefined, said)
        textsIn(says, found)
        break
      } catch {
        // It takes something else: the next is tried.
      }
    }
  } else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) textsIn(each, found)
  return found
}

const isToThePerson = (says: string): boolean => /\b(you|your|yours|me|my|I)\b/i.test(says)

const wordsOf = (says: string): readonly string[] => says.match(/[\p{L}\p{N}’']+/gu) ?? []
const sentencesOf = (says: string): number =>
  Math.max(1, says.split(/[.!?]+(?=\s|$|”)/).filter((part) => wordsOf(part).length > 0).length)

/** The school grade at which a text can be read. */
function gradeOf(says: string): number {
  const words = wordsOf(says)
  return fleschKincaid({
    sentence: sentencesOf(says),
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  })
}

const texts: readonly Text[] = (
  await Promise.all(
    files.map(async (file) => {
      const module: unknown = await import(join(stages, file))
      return textsIn(module).map((says) => ({ file, says }))
    }),
  )
)
  .flat()
  .filter(({ says }) => isToThePerson(says) && wordsOf(says).length >= FEWEST_WORDS)

/** Texts that stay harder, each with why. One that has become easy is taken off the list. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  [
    'A direct payment is your budget, or a part of it, paid to you, so that you arrange your support yourself. Where you ask for it and four conditions are met, the council must make it.',
    'it says what the law is, and “direct payment” and “council” are its words',
  ],
  [
    'An assistant of your own, with everything that an employer pays: wages, holidays, insurance, payroll',
    'a list of four things that an employer pays; each has the name by which it is paid',
  ],
  [
    'For example, nobody comes to help today and you cannot wash, eat or get up.',
    'fourteen short words in one sentence; two sentences would lose that all of it is today',
  ],
  [
    'I do this with equipment, technology or more time',
    'a step of the ladder, in the words that everybody uses for it, on paper too',
  ],
  ['Your professional view, kept apart from what the person hopes for.', 'it is written to a professional'],
  [
    'There is no yes-or-no test for this. Look at everything together and give your reasons: what it is for, how ordinary life is there, and what the person says and shows.',
    'it is written to whoever looks at limits on somebody’s freedom',
  ],
])

describe('what is written to the person', () => {
  test('is found: every stage has its words, and there are many', () => {
    expect(new Set(files.map((file) => file.split('/')[0])).size).toBeGreaterThan(8)
    expect(texts.length).toBeGreaterThan(150)
    expect(texts.map(({ says }) => says)).toContain('What you hope for never lowers your money.')
    // What a function says is among them, and so is what stands within a list.
    expect(texts.map(({ says }) => says)).toContain('You are trying it. We will ask you how it went on Ann.')
  })

  test('is graded: six words of eight syllables in one sentence', () => {
    // 0.39 x 6 + 11.8 x 8 / 6 - 15.59
    expect(gradeOf('You can say no to anything.')).toBeCloseTo(2.48, 2)
    expect(gradeOf('You may necessitate comprehensive eligibility determinations.')).toBeGreaterThan(GRADE)
  })

  test('reads at grade 6 or below, but for what is named with its reason', () => {
    const hard = texts
      .filter(({ says }) => gradeOf(says) > GRADE && !EXCEPTIONS.has(says))
      .map(({ file, says }) => `${file}, grade ${gradeOf(says).toFixed(1)}: ${says}`)
    expect(hard).toEqual([])
  })

  test('no exception is kept that is none', () => {
    const easy = [...EXCEPTIONS.keys()].filter(
      (says) => !texts.some((text) => text.says === says) || gradeOf(says) <= GRADE,
    )
    expect(easy).toEqual([])
  })
})
