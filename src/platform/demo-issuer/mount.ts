import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Provider } from 'oidc-provider'
import type { CustomFetch } from 'openid-client'
import type { IssuerConfig } from '../config.ts'
import { ISSUER_NAMES, type IssuerName } from '../web/account.ts'
import { formOf, takeForms } from '../web/body.ts'
import { textOf } from '../web/form-text.ts'
import { errorForLog } from '../web/log.ts'
import { sentFrom } from '../web/same-origin.ts'
import type { TableRow } from '../web/table.ts'
import { troubleError } from '../web/trouble.ts'
import type { Part, Tools } from '../web/web.ts'
import { choosePage, startAgainPage } from './page.tsx'
import { type DemoPeople, isKnown } from './people.ts'
import { createDemoProvider } from './provider.ts'

export type DemoIssuer = {
  readonly part: Part
  /** For sign-in: the two issuers as if they stood elsewhere. */
  readonly issuers: Readonly<Record<IssuerName, IssuerConfig>>
  /** How sign-in reaches them: within the process, so that it works behind whatever stands in front. */
  readonly fetchFor: (app: FastifyInstance) => CustomFetch
}

const basePath = (name: IssuerName): string => `/demo-issuer/${name}`
const choosePath = (name: IssuerName, uid: string): string => `${basePath(name)}/people/${uid}`

const rowsFor = (name: IssuerName): readonly TableRow[] =>
  (['GET', 'POST'] as const).flatMap((method) =>
    [`${basePath(name)}/*`, choosePath(name, ':uid')].map(
      (path) => ({ method, path, may: 'anyone', audited: 'nothing personal' }) as const,
    ),
  )

/**
 * Two issuers for the demonstration, in which anybody may be anybody: one knows the people whose lives it is about,
 * the other those who work there. @param url where the service is reached, as in its settings
 */
export function createDemoIssuer(people: DemoPeople, url: URL): DemoIssuer {
  const issuerOf = (name: IssuerName): IssuerConfig => ({
    url: new URL(basePath(name), url),
    clientId: 'roundtable',
    clientSecret: randomBytes(32).toString('base64url'),
  })
  const issuers = { public: issuerOf('public'), staff: issuerOf('staff') }
  return {
    issuers,
    fetchFor: fetchWithin,
    part: {
      rows: ISSUER_NAMES.flatMap(rowsFor),
      beside: async (scope, tools) => {
        for (const name of ISSUER_NAMES) await hang(scope, tools, name, issuers[name], people)
      },
    },
  }
}

async function hang(
  scope: FastifyInstance,
  tools: Tools,
  name: IssuerName,
  issuer: IssuerConfig,
  people: DemoPeople,
) {
  const groups = people[name]
  const { config, replies, session } = tools
  const provider = await createDemoProvider({
    name,
    url: issuer.url,
    client: {
      id: issuer.clientId,
      secret: issuer.clientSecret,
      callback: new URL(`/sign-in/${name}/callback`, config.url),
    },
    people: groups,
    choosePath: (uid) => choosePath(name, uid),
    errorPage: (response) => replies.document(response, startAgainPage(name), response.statusCode),
    now: () => session.clock.now().getTime(),
    onError: (error) =>
      scope.log.error({ err: errorForLog(error), issuer: name }, 'the demonstration issuer failed'),
  })
  await scope.register(async (choosing) => {
    await takeForms(choosing)
    hangChoice(choosing, tools, name, provider, people)
  })
  await scope.register(async (beneath) => {
    // The issuer reads what it is sent by itself.
    beneath.removeAllContentTypeParsers()
    beneath.addContentTypeParser('*', (_request, _payload, done) => done(null))
    const answer = provider.callback()
    beneath.route({
      method: ['GET', 'POST'],
      url: `${basePath(name)}/*`,
      handler: (request, reply) => {
        reply.hijack()
        asFromOutside(request, config.url, basePath(name))
        void answer(request.raw, reply.raw)
      },
    })
  })
}

/** The issuer makes its addresses from the request: from our own settings, that is, and not from what a caller says. */
function asFromOutside({ raw }: FastifyRequest, url: URL, base: string): void {
  raw.headers['x-forwarded-host'] = url.host
  raw.headers['x-forwarded-proto'] = url.protocol.slice(0, -1)
  const asked = raw.url ?? ''
  Object.assign(raw, { originalUrl: asked })
  raw.url = asked.slice(base.length)
}

function hangChoice(
  scope: FastifyInstance,
  { config, replies }: Tools,
  name: IssuerName,
  provider: Provider,
  people: DemoPeople,
): void {
  const groups = people[name]
  const path = choosePath(name, ':uid')
  const startAgain = (request: FastifyRequest, reply: FastifyReply) =>
    replies.show(request, reply, startAgainPage(name), 400)

  scope.get(path, async (request, reply) => {
    const asked = await provider.interactionDetails(request.raw, reply.raw).catch(() => undefined)
    if (asked === undefined) return startAgain(request, reply)
    return replies.show(request, reply, choosePage(name, groups, choosePath(name, asked.uid)), 200)
  })
  scope.post(path, async (request, reply) => {
    if (sentFrom(request, config.url.origin) === 'elsewhere') throw troubleError('not-ours')
    const subject = textOf(formOf(request).values, 'subject')
    if (!isKnown(groups, subject)) return startAgain(request, reply)
    const login = { accountId: subject, remember: false }
    const to = await provider.interactionResult(request.raw, reply.raw, { login }).catch(() => undefined)
    return to === undefined ? startAgain(request, reply) : reply.redirect(to, 303)
  })
}

const NO_BODY = new Set([101, 204, 205, 304])

/** Asks this very server, without a network between. */
const fetchWithin =
  (app: FastifyInstance): CustomFetch =>
  async (address, { method, headers, body }) => {
    const url = new URL(address)
    const answer = await app.inject({
      method: method === 'POST' ? 'POST' : 'GET',
      url: `${url.pathname}${url.search}`,
      headers: { ...Object.fromEntries(new Headers(headers)), host: url.host },
      ...(body === null || body === undefined ? {} : { payload: textOfBody(body) }),
    })
    const given = new Headers()
    for (const [key, value] of Object.entries(answer.headers))
      if (value !== undefined) given.set(key, String(value))
    const { statusCode: status } = answer
    return new Response(NO_BODY.has(status) ? null : new Uint8Array(answer.rawPayload), {
      status,
      headers: given,
    })
  }

/** What a relying party sends is a form, as text or as its parameters. */
const textOfBody = (body: unknown): string => {
  if (typeof body === 'string') return body
  if (body instanceof URLSearchParams) return body.toString()
  throw new TypeError('the demonstration issuer is only ever sent forms')
}
