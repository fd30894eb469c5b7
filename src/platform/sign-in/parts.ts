import type { Config } from '../config.ts'
import { createDemoIssuer } from '../demo-issuer/mount.ts'
import type { DemoPeople } from '../demo-issuer/people.ts'
import type { Part } from '../web/web.ts'
import { createSignIn, type SignInSettings } from './sign-in.ts'

/**
 * All that signing in takes: with real issuers, or with the demonstration's.
 * @param people who is in the demonstration; not looked at with real issuers
 */
export function signInParts(
  config: Config,
  accountOf: SignInSettings['accountOf'],
  people: DemoPeople,
): readonly Part[] {
  if (config.signIn.kind === 'issuers') {
    const { public: publicIssuer, staff } = config.signIn
    return [createSignIn({ issuers: { public: publicIssuer, staff }, accountOf, isDemo: false })]
  }
  const { issuers, fetchFor, part } = createDemoIssuer(people, config.url)
  return [createSignIn({ issuers, fetchFor, accountOf, isDemo: true }), part]
}
