import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import type { Figure } from './figures.ts'
import { ROOT } from './service.ts'

/**
 * Measures in a process of its own, on code that is made as the product is: what tsx makes of it in passing is slower.
 * @param name of a file here that prints its figures as JSON
 */
export async function measureBuilt(name: string): Promise<readonly Figure[]> {
  const outfile = join(ROOT, 'dist', 'bench', `${name}.mjs`)
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join('bench', `${name}.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    logLevel: 'warning',
  })
  const { stdout } = await promisify(execFile)(process.execPath, [outfile], { cwd: ROOT, maxBuffer: 2 ** 26 })
  return JSON.parse(stdout) as readonly Figure[]
}
