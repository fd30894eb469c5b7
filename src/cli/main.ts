import { Command, CommanderError } from 'commander'

type Add = (program: Command, done: (code: number) => void) => void

/** In the order of the help. Each is loaded only when it is asked for: most need no database, and one alone needs the web. */
const COMMANDS: readonly { readonly names: readonly string[]; readonly load: () => Promise<Add> }[] = [
  { names: ['explain'], load: async () => (await import('./explain.ts')).addExplain },
  { names: ['check'], load: async () => (await import('./check.ts')).addCheck },
  { names: ['import', 'export'], load: async () => (await import('./files.ts')).addFiles },
  { names: ['verify'], load: async () => (await import('./verify.ts')).addVerify },
  { names: ['serve'], load: async () => (await import('./serve.ts')).addServe },
]

/** Exit codes: 0 done, 1 the input is wrong, 2 the command was misused. */
export async function run(argv: readonly string[]): Promise<number> {
  const program = new Command('roundtable')
    .description('Care decisions made together, with every pound and every reason on the table.')
    .showHelpAfterError()
    .exitOverride()
  let code = 0
  const done = (result: number) => {
    code = result
  }
  const [first = ''] = argv
  const asked = COMMANDS.filter(({ names }) => names.includes(first))
  // Where none is asked for, or one that there is not, the help names them all.
  for (const { load } of asked.length > 0 ? asked : COMMANDS) {
    const add = await load()
    add(program, done)
  }
  for (const command of program.commands) command.exitOverride()
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
}
