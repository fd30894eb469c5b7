/** A stretch of a text, by its first character and the one after its last. */
export type Stretch = readonly [from: number, to: number]

const DOUBLE: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '“' }

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
const isBlank = (sign: string | undefined): boolean => sign === undefined || /\s/.test(sign)

/** A single mark closes where no letter follows it: `don’t` goes on. */
function closingSingle(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === mark && !isLetter(text[at + 1]) && !isBlank(text[at - 1])) return at
  }
  return -1
}

/** Where the mark at this place is closed; a double one that is open still runs to the end of its line, for it is being written. */
function endOfQuote(text: string, at: number): number {
  const mark = text[at] ?? ''
  const double = DOUBLE[mark]
  if (double !== undefined) {
    const end = text.indexOf(double, at + 1)
    const line = text.indexOf('\n', at)
    return end === -1 ? (line === -1 ? text.length : line) : end + 1
  }
  const opens = !isLetter(text[at - 1]) && !isBlank(text[at + 1])
  if (!opens || (mark !== '‘' && mark !== "'")) return -1
  const end = closingSingle(text, at + 1, mark === '‘' ? '’' : "'")
  return end === -1 ? -1 : end + 1
}

/** What somebody quotes: somebody’s own speech, which nobody is to mend. */
export function quotedIn(text: string): readonly Stretch[] {
  const found: Stretch[] = []
  for (let at = 0; at < text.length; at += 1) {
    const end = endOfQuote(text, at)
    if (end === -1) continue
    found.push([at, end])
    at = end - 1
  }
  return found
}

export const meets = ([from, to]: Stretch, stretches: readonly Stretch[]): boolean =>
  stretches.some(([start, end]) => start < to && from < end)
