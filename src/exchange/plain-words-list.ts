import { readFile } from 'node:fs/promises'
import { readWordList } from '../domain/plain-words/read-word-list.ts'
import type { WordList } from '../domain/plain-words/word-list.ts'
import { fromYaml } from './published-model.ts'

/** What could be put more plainly, from its YAML file. @throws with every mistake named, so that nothing starts on a wrong list. */
export async function wordsFrom(path: string): Promise<WordList> {
  const read = readWordList(fromYaml(await readFile(path, 'utf8')))
  if (read.kind === 'list') return read.list
  throw new Error(read.errors.map((says) => `${path}: ${says}`).join('\n'))
}
