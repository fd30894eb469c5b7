import type { OutgoingHttpHeaders } from 'node:http'

/** A page as somebody got it, with ways to read it that follow the words and not the mark-up around them. */
export type ShownPage = {
  /** as it was asked for */
  readonly path: string
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly body: string
  /** where a redirect leads */
  readonly location: string
  /** What stands in the page's main part, as one reads it: without marks, white space as single spaces. */
  readonly words: string
  /** The same of the whole page: header, links and footer too. */
  readonly allWords: string
  readonly heading: string
  /** Everything that is quoted: what people said. */
  readonly quotes: readonly string[]
  /** The words of every element with this class, in order. */
  readonly withClass: (name: string) => readonly string[]
  /** Where every link of the main part leads. */
  readonly links: readonly string[]
  /** The form that is sent to this address, as it stands in the page. @throws where there is none */
  readonly formTo: (path: string) => string
}

type Answer = Pick<ShownPage, 'path' | 'status' | 'headers' | 'body'>

/** What is read of a page is worked out when a test asks for it: most ask for little, and some pages are a megabyte. */
export function shownPage({ path, status, headers, body }: Answer): ShownPage {
  const main = once(() => /<main[^>]*>([\s\S]*)<\/main>/.exec(body)?.[1] ?? '')
  const words = once(() => read(main()))
  const allWords = once(() => read(body))
  const heading = once(() => read(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(main())?.[1] ?? ''))
  const quotes = once(() =>
    [...main().matchAll(/<(q|blockquote)[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , inside = '']) => read(inside)),
  )
  const links = once(() =>
    [...main().matchAll(/<a[^>]* href="([^"]*)"/g)].map(([, href = '']) => decoded(href)),
  )
  return {
    path,
    status,
    headers,
    body,
    location: headers['location'] ?? '',
    get words() {
      return words()
    },
    get allWords() {
      return allWords()
    },
    get heading() {
      return heading()
    },
    get quotes() {
      return quotes()
    },
    withClass: (name) => elementsWith(main(), name).map(read),
    get links() {
      return links()
    },
    formTo: (to) => formTo(body, path, to),
  }
}

function once<T>(work: () => T): () => T {
  let done: { readonly it: T } | undefined
  return () => (done ??= { it: work() }).it
}

/** The value of a hidden field, in a page or a form. */
export const valueOf = (html: string, name: string): string =>
  decoded(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')

function formTo(body: string, path: string, to: string): string {
  for (const [form, attributes = ''] of body.matchAll(/<form([^>]*)>[\s\S]*?<\/form>/g)) {
    const action = /action="([^"]*)"/.exec(attributes)?.[1]
    if ((action === undefined ? path : decoded(action)) === to) return form
  }
  throw new Error(`the page ${path} has no form that is sent to ${to}`)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
  '&#39;': "'",
}

const decoded = (html: string): string =>
  html.replaceAll(/&(?:lt|gt|quot|amp|#39);/g, (found) => ENTITIES[found] ?? found)

/** As it is read out: scripts and pictures' drawings left out, words kept apart where elements end. */
const read = (html: string): string =>
  decoded(
    html
      .replaceAll(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
      .replaceAll(/<(?!\/?(?:a|abbr|b|em|i|q|span|strong|time)\b)[^>]*>/g, ' ')
      .replaceAll(/<[^>]*>/g, ''),
  )
    .replaceAll(/\s+/g, ' ')
    .trim()

const VOID = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

/** The inside of every element with a class. Reads marks one by one, since elements stand in elements of the same name. */
function elementsWith(html: string, name: string): readonly string[] {
  const found: string[] = []
  for (const start of html.matchAll(/<([a-z][a-z0-9]*)([^>]*)>/g)) {
    const [whole, tag = '', attributes = ''] = start
    const classes = /class="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? []
    if (classes.includes(name) && !VOID.test(tag)) found.push(insideOf(html, tag, start.index + whole.length))
  }
  return found
}

function insideOf(html: string, tag: string, from: number): string {
  const marks = new RegExp(`<(/?)${tag}(?=[\\s>])[^>]*>`, 'g')
  marks.lastIndex = from
  let depth = 1
  for (let mark = marks.exec(html); mark !== null; mark = marks.exec(html)) {
    depth += mark[1] === '/' ? -1 : 1
    if (depth === 0) return html.slice(from, mark.index)
  }
  return html.slice(from)
}
