import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file or folder that comes with the project, found from the source as well as from the compiled output. */
export function projectFile(path: string): string {
  const start = dirname(fileURLToPath(import.meta.url))
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, path)
    if (existsSync(candidate)) return candidate
    if (dirname(folder) === folder) throw new Error(`${path} is missing from the project.`)
  }
}
