import type { RecordState } from '../../record/state.ts'

/** The number under which each entry stands in the pack: `[12]`. What is not in it has none. */
export type Marks = { readonly of: (id: string) => string; readonly all: (ids: readonly string[]) => string }

/** Numbered in the order of the record, what was put right too: a number always means one and the same entry. */
export function marksOf(state: Pick<RecordState, 'told'>): Marks {
  const numbers = new Map(state.told.map(({ entry }, index) => [entry.id, index + 1]))
  const of = (id: string): string => {
    const number = numbers.get(id)
    return number === undefined ? '' : `[${number}]`
  }
  return {
    of,
    all: (ids) =>
      [...new Set(ids)]
        .map(of)
        .filter((mark) => mark !== '')
        .join(' '),
  }
}

/** Sentences of an entry one after the other, each with an end. */
export const inOneBreath = (sentences: readonly string[]): string =>
  sentences.map((sentence) => (/[.!?:”]$/.test(sentence) ? sentence : `${sentence}.`)).join(' ')
