import { type Commands, runWith } from './run.ts'

/** The commands that read files and nothing else: somebody waits for them, so the build makes them quick to begin. */
export const OF_FILES: Commands = [
  { names: ['explain'], load: async () => (await import('./explain.ts')).addExplain },
  { names: ['diff'], load: async () => (await import('./diff.ts')).addDiff },
  { names: ['check'], load: async () => (await import('./check.ts')).addCheck },
  { names: ['settle'], load: async () => (await import('./settle.ts')).addSettle },
  { names: ['integrity'], load: async () => (await import('./integrity.ts')).addIntegrity },
]

export const run = (argv: readonly string[]): Promise<number> => runWith(OF_FILES, argv)
