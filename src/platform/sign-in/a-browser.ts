import type { FastifyInstance } from 'fastify'

/** As much of a browser as signing in needs: it keeps cookies as browsers do, and follows where it is led. */

type Cookie = {
  readonly name: string
  readonly value: string
  readonly path: string
  readonly secure: boolean
}

export type Page = {
  readonly status: number
  readonly url: URL
  readonly body: string
  readonly headers: Headers
  /** Every address on the way here, the last one being this page's. */
  readonly way: readonly string[]
}

const MOST_STEPS = 15

type Ask = (url: URL, asked: Asked) => Promise<Response>
type Asked = {
  readonly method: 'GET' | 'POST'
  readonly redirect: 'manual'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: URLSearchParams
}

/** @param ask how a request is made; over the network unless told otherwise */
export function aBrowser(start: URL, ask: Ask = fetch) {
  const jar = new Map<string, Cookie>()

  /** Cookies go by host and path; of this machine's ports they know nothing. */
  const cookieHeader = (url: URL): string =>
    [...jar.values()]
      .filter(
        ({ path }) =>
          url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
      )
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')

  const keep = (line: string, url: URL): void => {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const name = pair.slice(0, pair.indexOf('='))
    const value = pair.slice(pair.indexOf('=') + 1)
    const of = (attribute: string) =>
      attributes.find((part) => part.toLowerCase().startsWith(`${attribute}=`))?.slice(attribute.length + 1)
    const path = of('path') ?? url.pathname.replace(/\/[^/]*$/, '') ?? '/'
    const secure = attributes.some((part) => part.toLowerCase() === 'secure')
    // What browsers hold of the prefix: secure, for the whole host, and for no other.
    if (name.startsWith('__Host-') && (!secure || path !== '/' || of('domain') !== undefined)) return
    const expires = of('expires')
    const isGone =
      of('max-age') === '0' || (expires !== undefined && new Date(expires).getTime() < Date.now())
    if (isGone) jar.delete(`${name};${path}`)
    else jar.set(`${name};${path}`, { name, value, path, secure })
  }

  const go = async (address: string | URL, form?: Readonly<Record<string, string>>): Promise<Page> => {
    let url = new URL(address, start)
    let send = form
    const way: string[] = []
    for (let step = 0; step < MOST_STEPS; step += 1) {
      way.push(url.href)
      const response = await ask(url, {
        method: send === undefined ? 'GET' : 'POST',
        redirect: 'manual',
        headers: {
          cookie: cookieHeader(url),
          ...(send === undefined ? {} : { origin: url.origin, 'sec-fetch-site': 'same-origin' }),
        },
        ...(send === undefined ? {} : { body: new URLSearchParams(send) }),
      })
      for (const line of response.headers.getSetCookie()) keep(line, url)
      const location = response.headers.get('location')
      if (location === null) {
        return { status: response.status, url, body: await response.text(), headers: response.headers, way }
      }
      await response.arrayBuffer()
      url = new URL(location, url)
      send = undefined
    }
    throw new Error(`led in circles: ${way.join(' ')}`)
  }

  return {
    go,
    jar,
    cookie: (name: string): string | undefined =>
      [...jar.values()].find((cookie) => cookie.name === name)?.value,
    plant: (name: string, value: string): void =>
      void jar.set(`${name};/`, { name, value, path: '/', secure: false }),
  }
}

/** The value of a hidden field on a page. */
export const hidden = (page: Page, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1] ?? ''

/** Where the first form on a page is sent. */
export const formAction = (page: Page): string => /<form[^>]* action="([^"]+)"/.exec(page.body)?.[1] ?? ''

/** Asks a service without a port, as a proxy does that stands in front of it and ends TLS. */
export const askWithin =
  (app: FastifyInstance, forwarded: Readonly<Record<string, string>>): Ask =>
  async (url, { method, headers, body }) => {
    const answer = await app.inject({
      method,
      url: `${url.pathname}${url.search}`,
      headers: {
        ...headers,
        ...forwarded,
        host: url.host,
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === undefined ? {} : { payload: body.toString() }),
    })
    const given = new Headers()
    for (const [name, values] of Object.entries(answer.headers)) {
      for (const value of [values].flat()) if (value !== undefined) given.append(name, String(value))
    }
    return new Response(answer.body, { status: answer.statusCode, headers: given })
  }
