import { Command, CommanderError } from 'commander'
import { addExplain } from './explain.ts'
import { addFiles } from './files.ts'
import { addServe } from './serve.ts'
import { addVerify } from './verify.ts'

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
  addExplain(program, done)
  addFiles(program, done)
  addVerify(program, done)
  addServe(program, done)
  for (const command of program.commands) command.exitOverride()
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
}
