import { Command, CommanderError } from 'commander'

type Add = (program: Command, done: (code: number) => void) => void

/** In the order of the help. Each is loaded only when it is asked for. */
export type Commands = readonly { readonly names: readonly string[]; readonly load: () => Promise<Add> }[]

/** Exit codes: 0 done, 1 the input is wrong, 2 the command was misused. */
export async function runWith(commands: Commands, argv: readonly string[]): Promise<number> {
  const program = new Command('roundtable')
    .description('Care decisions made together, with every pound and every reason on the table.')
    .showHelpAfterError()
    .exitOverride()
  let code = 0
  const done = (result: number) => {
    code = result
  }
  const [first = ''] = argv
  const asked = commands.filter(({ names }) => names.includes(first))
  // Where none is asked for, or one that there is not, the help names them all.
  for (const { load } of asked.length > 0 ? asked : commands) {
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
