import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { constants, Script } from 'node:vm'

// The commands that read files alone, as the build made them: one file, and beside it what Node had made of it when it was
// run once. Where that was another Node's, or is not there, Node reads the file anew, which only takes longer.

const CODE = fileURLToPath(new URL('../dist/of-files.cjs', import.meta.url))
export const KEPT = fileURLToPath(new URL('../dist/of-files.kept', import.meta.url))

export const NAMES = ['explain', 'diff', 'check', 'settle', 'integrity']

/** @returns the commands; and the script, for the build to keep what Node made of it */
export function loadOfFiles() {
  const script = new Script(
    `(function (exports, require, module, __filename) {${readFileSync(CODE, 'utf8')}\n})`,
    {
      filename: CODE,
      cachedData: existsSync(KEPT) ? readFileSync(KEPT) : undefined,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    },
  )
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(CODE), module, CODE)
  return { run: module.exports.run, script }
}
