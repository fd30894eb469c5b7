import { OF_FILES } from './of-files.ts'
import { type Commands, runWith } from './run.ts'

/** Those of files need no database, and one alone needs the web. */
const COMMANDS: Commands = [
  ...OF_FILES,
  { names: ['import', 'export'], load: async () => (await import('./files.ts')).addFiles },
  { names: ['backup', 'restore'], load: async () => (await import('./backup.ts')).addBackup },
  { names: ['invent'], load: async () => (await import('./invent.ts')).addInvent },
  { names: ['publish'], load: async () => (await import('./publish.ts')).addPublish },
  { names: ['what-if'], load: async () => (await import('./what-if.ts')).addWhatIf },
  { names: ['verify'], load: async () => (await import('./verify.ts')).addVerify },
  {
    names: ['before-buying'],
    load: async () => (await import('./before-buying.ts')).addBeforeBuying,
  },
  { names: ['serve'], load: async () => (await import('./serve.ts')).addServe },
]

export const run = (argv: readonly string[]): Promise<number> => runWith(COMMANDS, argv)
