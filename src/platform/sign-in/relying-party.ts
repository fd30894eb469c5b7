import * as client from 'openid-client'
import { type IssuerConfig, isLocal } from '../config.ts'

/** What is kept in the visitor's browser between leaving for the issuer and coming back. */
export type Pending = { readonly state: string; readonly nonce: string; readonly verifier: string }

export type CameBack =
  /** `kept`: what to keep for the day that they sign out, where the issuer wants it then. */
  | { readonly kind: 'known'; readonly subject: string; readonly kept: { readonly idToken?: string } }
  /** They turned back at the issuer, or the issuer turned them away. */
  | { readonly kind: 'turned-back' }
  /** Another sign-in began meanwhile, or this was never begun here. */
  | { readonly kind: 'not-ours' }

/** One issuer, seen from here. It is asked about itself when it is first needed, not at the start. */
export type RelyingParty = {
  /** Where to send somebody, and what to keep until they are back. @throws where the issuer does not answer */
  readonly leave: () => Promise<{ readonly to: URL; readonly pending: Pending }>
  /** @param url the whole address that they came back to */
  readonly comeBack: (url: URL, pending: Pending) => Promise<CameBack>
  /** Where the issuer ends its own session; nothing where it does not offer to. */
  readonly endAt: (idToken: string, then: URL) => Promise<URL | undefined>
}

export type RelyingPartySettings = {
  readonly issuer: IssuerConfig
  /** Our own address that the issuer sends people back to. */
  readonly callback: URL
  readonly fetch?: client.CustomFetch | undefined
}

const SECONDS_TO_ANSWER = 10

export function createRelyingParty({ issuer, callback, fetch }: RelyingPartySettings): RelyingParty {
  const discover = () =>
    client.discovery(issuer.url, issuer.clientId, undefined, client.ClientSecretBasic(issuer.clientSecret), {
      // The settings let plain http through for this machine only.
      execute: [
        client.enableNonRepudiationChecks,
        ...(isPlain(issuer.url) ? [client.allowInsecureRequests] : []),
      ],
      timeout: SECONDS_TO_ANSWER,
      ...(fetch === undefined ? {} : { [client.customFetch]: fetch }),
    })
  const configuration = onceItWorks(discover)

  return {
    leave: async () => {
      const pending = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const to = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback.href,
        scope: 'openid',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
      })
      return { to, pending }
    },
    comeBack: async (url, pending) => {
      const known = await configuration()
      if (url.searchParams.get('state') !== pending.state) return { kind: 'not-ours' }
      try {
        const tokens = await client.authorizationCodeGrant(known, url, {
          expectedState: pending.state,
          expectedNonce: pending.nonce,
          pkceCodeVerifier: pending.verifier,
          idTokenExpected: true,
        })
        const subject = tokens.claims()?.sub
        if (subject === undefined) return { kind: 'turned-back' }
        const takesItBack = known.serverMetadata().end_session_endpoint !== undefined
        const { id_token: idToken } = tokens
        return { kind: 'known', subject, kept: takesItBack && idToken !== undefined ? { idToken } : {} }
      } catch (error) {
        if (error instanceof client.AuthorizationResponseError) return { kind: 'turned-back' }
        // A code that was used before or is not of this sign-in: loading the page twice does that.
        if (error instanceof client.ResponseBodyError && error.error === 'invalid_grant')
          return { kind: 'not-ours' }
        throw error
      }
    },
    endAt: async (idToken, then) => {
      const known = await configuration()
      if (known.serverMetadata().end_session_endpoint === undefined) return undefined
      return client.buildEndSessionUrl(known, { id_token_hint: idToken, post_logout_redirect_uri: then.href })
    },
  }
}

const isPlain = (url: URL): boolean => url.protocol === 'http:' && isLocal(url)

/** Asks again at once if it fails, and at the next need if it fails again; keeps the first answer. */
function onceItWorks<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => {
    asked ??= ask()
      .catch(ask)
      .catch((error: unknown) => {
        asked = undefined
        throw error
      })
    return asked
  }
}
