/** Which of the two ways to sign in: people about their own lives, or those who work here. Never mixed. */
export const ISSUER_NAMES = ['public', 'staff'] as const
export type IssuerName = (typeof ISSUER_NAMES)[number]

/** Who is signed in. `kind` says by which issuer alone they can come in. */
export type Account = {
  readonly id: string
  readonly kind: IssuerName
  readonly name: string
  readonly role: string | null
  readonly team: string | null
}
