import type { ComponentChildren } from 'preact'
import { Button, ButtonLink } from '../govuk/button.tsx'
import type { IssuerName } from '../web/account.ts'
import type { Shown } from '../web/answer.ts'
import { FormSeal } from '../web/form-seal.tsx'

export const startPath = (issuer: IssuerName, from: string): string =>
  from === '/' ? `/sign-in/${issuer}` : `/sign-in/${issuer}?from=${encodeURIComponent(from)}`

const Column = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-xl">{title}</h1>
      {children}
    </div>
  </div>
)

const P = ({ children }: { readonly children: ComponentChildren }) => <p class="govuk-body">{children}</p>

const Again = ({ from }: { readonly from: string }) => (
  <ButtonLink href={from === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`}>
    Sign in
  </ButtonLink>
)

/** Two doors: one's own life, or work. */
export function choicePage(from: string, isDemo: boolean): Shown {
  const title = 'Sign in'
  return {
    title,
    main: (
      <Column title={title}>
        {isDemo ? (
          <p class="govuk-inset-text">
            This is a demonstration. Everybody in it is invented, and you may sign in as any of them.
          </p>
        ) : null}
        <h2 class="govuk-heading-m">Your care record</h2>
        <P>For you if you draw on support, care for somebody who does, or speak for them.</P>
        <ButtonLink href={startPath('public', from)}>Sign in to your care record</ButtonLink>
        <h2 class="govuk-heading-m">I work here</h2>
        <P>For people who work for the council, or who give support that it arranges.</P>
        <ButtonLink href={startPath('staff', from)} class="govuk-button--secondary">
          Sign in with your work account
        </ButtonLink>
      </Column>
    ),
  }
}

/** The issuer knows them; we have no account for them, or one of the other kind. Both look the same. */
export function unknownPage(issuer: IssuerName): Shown {
  const title = 'We do not know you yet'
  return {
    title,
    main: (
      <Column title={title}>
        <P>You have signed in, but there is nothing here that is open to you.</P>
        {issuer === 'public' ? (
          <P>
            If the council works with you, ask the person you are in touch with to link your sign-in to your
            record.
          </P>
        ) : (
          <P>If you should have an account for your work, ask your manager to have one made.</P>
        )}
        <P>You may also have another account to sign in with.</P>
        <Again from="/" />
      </Column>
    ),
  }
}

export function turnedBackPage(from: string): Shown {
  const title = 'You are not signed in'
  return {
    title,
    main: (
      <Column title={title}>
        <P>You did not finish signing in, so nothing was opened.</P>
        <Again from={from} />
      </Column>
    ),
  }
}

export function notOursPage(from: string): Shown {
  const title = 'Please sign in again'
  return {
    title,
    main: (
      <Column title={title}>
        <P>
          This took too long, or signing in began in another window. Your browser must also let this site keep
          cookies while you are signed in.
        </P>
        <Again from={from} />
      </Column>
    ),
  }
}

export function awayPage(from: string): Shown {
  const title = 'You cannot sign in just now'
  return {
    title,
    main: (
      <Column title={title}>
        <P>The service that checks who you are does not answer. Nothing that you saved before is lost.</P>
        <P>Try again in a few minutes.</P>
        <Again from={from} />
      </Column>
    ),
  }
}

/** For those who want to end it on every device, as after losing a telephone. */
export function signOutPage(csrf: () => string): Shown {
  const title = 'Sign out'
  return {
    title,
    main: (
      <Column title={title}>
        <form method="post" action="/sign-out">
          <FormSeal visit={{ csrf }} />
          <P>If you have lost a phone or used a computer that is not yours, sign out everywhere.</P>
          <div class="govuk-button-group">
            <Button>Sign out here</Button>
            <Button name="everywhere" value="yes" class="govuk-button--secondary">
              Sign out everywhere
            </Button>
          </div>
        </form>
      </Column>
    ),
  }
}

/** @param issuerEnd where the issuer's own session can still be ended, where it could not be done on the way */
export function signedOutPage(issuerEnd?: string): Shown {
  const title = 'You are signed out'
  return {
    title,
    main: (
      <Column title={title}>
        <P>On a shared computer, close the browser as well.</P>
        {issuerEnd === undefined ? null : (
          <P>
            <a class="govuk-link" href={issuerEnd} rel="noreferrer">
              Also sign out of the account that you signed in with
            </a>
          </P>
        )}
        <Again from="/" />
      </Column>
    ),
  }
}
