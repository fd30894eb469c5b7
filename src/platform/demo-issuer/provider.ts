import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { ClientMetadata, Configuration, JWK, Provider } from 'oidc-provider'
import type { IssuerName } from '../web/account.ts'
import { type DemoGroup, isKnown } from './people.ts'
import { keepInMemory } from './keep.ts'

export type DemoProviderSettings = {
  readonly name: IssuerName
  readonly url: URL
  readonly client: { readonly id: string; readonly secret: string; readonly callback: URL }
  readonly people: readonly DemoGroup[]
  /** Where somebody chooses who they are. */
  readonly choosePath: (uid: string) => string
  /** The whole page for a request that is none of a sign-in. */
  readonly errorPage: (response: ServerResponse) => string
  readonly now: () => number
  readonly onError: (error: unknown) => void
}

/**
 * The package says on being loaded that it wants a newer Node than this project does. What the demonstration uses of
 * it works (the tests sign in through it), and people who start the demonstration cannot do anything about it.
 */
async function loadQuietly() {
  const { warn } = console
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes('Unsupported runtime')) warn(...said)
  }
  try {
    return await import('oidc-provider')
  } finally {
    console.warn = warn
  }
}

/** Keys for as long as the process runs: nobody else ever checks what they sign. */
function newSigningKey(): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { kty, crv, x, y, d } = privateKey.export({ format: 'jwk' })
  if (kty !== 'EC' || crv === undefined || x === undefined || y === undefined || d === undefined) {
    throw new Error('this machine makes no P-256 keys')
  }
  return { kty, crv, x, y, d, use: 'sig', alg: 'ES256', kid: randomBytes(8).toString('hex') }
}

const MINUTES = 60

const clientOf = ({ client }: DemoProviderSettings): ClientMetadata => ({
  client_id: client.id,
  client_secret: client.secret,
  redirect_uris: [client.callback.href],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  token_endpoint_auth_method: 'client_secret_basic',
  id_token_signed_response_alg: 'ES256',
})

/** An issuer that believes whoever says who they are. It remembers nobody: it asks each time. */
export async function createDemoProvider(settings: DemoProviderSettings): Promise<Provider> {
  const { default: OidcProvider, interactionPolicy } = await loadQuietly()
  const policy = interactionPolicy.base()
  const { Check } = interactionPolicy
  policy
    .get('login')
    ?.checks.add(
      new Check('ask_each_time', 'Somebody must say who they are.', 'login_required', (ctx) =>
        ctx.oidc.result?.login === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
      ),
    )
  const configuration: Configuration = {
    adapter: keepInMemory(settings.now),
    clients: [clientOf(settings)],
    jwks: { keys: [newSigningKey()] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    cookies: {
      // Cookies ignore ports and do not mind paths as much as one thinks: no name is shared with the service's own.
      names: {
        session: `demo-${settings.name}-session`,
        interaction: `demo-${settings.name}-choice`,
        resume: `demo-${settings.name}-resume`,
      },
      keys: [randomBytes(32).toString('base64url')],
      long: { httpOnly: true, sameSite: 'lax', path: settings.url.pathname },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    claims: { openid: ['sub'] },
    scopes: ['openid'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    interactions: { policy, url: (_ctx, { uid }) => settings.choosePath(uid) },
    ttl: {
      AccessToken: 5 * MINUTES,
      AuthorizationCode: MINUTES,
      Grant: 5 * MINUTES,
      IdToken: 5 * MINUTES,
      Interaction: 60 * MINUTES,
      Session: 60 * MINUTES,
    },
    findAccount: (_ctx, subject) =>
      isKnown(settings.people, subject)
        ? { accountId: subject, claims: () => ({ sub: subject }) }
        : undefined,
    // Nothing is asked of them beyond who they are.
    loadExistingGrant: async (ctx) => {
      const { client, session, provider } = ctx.oidc
      if (client === undefined || session?.accountId === undefined) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    renderError: (ctx) => {
      ctx.type = 'html'
      ctx.body = settings.errorPage(ctx.res)
    },
  }
  const provider = new OidcProvider(settings.url.href, configuration)
  // Every request reaches it with the public host and scheme put in, see `mount.ts`.
  provider.proxy = true
  // What goes wrong is told below, and not to the console as well.
  provider.silent = true
  provider.on('server_error', (_ctx, error) => settings.onError(error))
  return provider
}
