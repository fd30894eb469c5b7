import { OF_FILES } from './of-files.ts'
import { type Commands, runWith } from './run.ts'

/** Those of files need no database, and one alone needs the web. */
const COMMANDS: Commands = [
  ...OF_FILES,
  { names: ['import', 'export'], load: async () => (await import('./files.ts')).addFiles },
  { names: ['verify'], load: async () => (await import('./verify.ts')).addVerify },
  { names: ['serve'], load: async () => (await import('./serve.ts')).addServe },
]

export const run = (argv: readonly string[]): Promise<number> => runWith(COMMANDS, argv)
