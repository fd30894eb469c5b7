/** How a person manages, on one scale for assessment, budget, goals, outcomes and contracts. 4 is on their own. */
export const LEVELS = [0, 1, 2, 3, 4] as const
export type Level = (typeof LEVELS)[number]

export const isLevel = (n: unknown): n is Level => LEVELS.some((level) => level === n)

/** The ladder in the person's own words. */
export const LADDER: Readonly<Record<Level, string>> = {
  4: 'I do this on my own',
  3: 'I do this with equipment, technology or more time',
  2: 'I do this if someone prompts me or is nearby',
  1: 'I do part of this; someone helps me with the rest',
  0: 'Someone does this for me',
}
