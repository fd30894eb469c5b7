import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Assets } from './assets.ts'
import { Footer, type FooterLink } from './footer.tsx'
import { GenericHeader } from './generic-header.tsx'
import type { Words } from './parts.ts'
import { type NavigationItem, ServiceNavigation } from './service-navigation.tsx'
import { SkipLink } from './skip-link.tsx'

/** The token that shows that a form comes from a page of ours. */
export type FormToken = { readonly name: string; readonly value: string }

export type SignedIn = {
  /** Who it is, as they call themselves, with their part if it helps: `Ama Boateng, commissioner`. */
  readonly name: string
  readonly signOut: { readonly action: string; readonly token: FormToken }
}

export type PageProps = {
  /** The page's own heading: it comes first in the browser's title. */
  readonly title: string
  /** Says so first in the browser's title, for those who hear it. */
  readonly hasErrors?: boolean | undefined
  readonly lang?: string | undefined
  readonly council: string
  readonly home?: string | undefined
  readonly signedIn?: SignedIn | undefined
  /** Whose record or which room this is, before the links. */
  readonly place?: { readonly text: Words; readonly href?: string | undefined } | undefined
  readonly navigation?: readonly NavigationItem[] | undefined
  /** Between the navigation and the main part: a back link, breadcrumbs, a phase banner. */
  readonly before?: Words
  readonly children: Words
  /** The accessibility statement, privacy, how the money is worked out. */
  readonly footer: readonly FooterLink[]
  readonly assets: Assets
  /** Lets the content security policy know the one script that stands in the page. */
  readonly nonce?: string | undefined
}

const SERVICE = 'Roundtable'

// Both must be there before the body is drawn, and hold no character that HTML would escape.
const JS_ENABLED =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')"

const Head = ({ title, hasErrors, council, assets }: PageProps) => (
  <head>
    <meta charset="utf-8" />
    <title>{`${hasErrors === true ? 'Error: ' : ''}${title} – ${SERVICE} – ${council}`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#13394d" />
    {assets.fonts.map((href) => (
      <link rel="preload" as="font" type="font/woff2" href={href} crossorigin="anonymous" />
    ))}
    <link rel="icon" sizes="any" type="image/svg+xml" href={assets.icon} />
    <link rel="stylesheet" href={assets.styles} />
  </head>
)

/** Signing out changes something, so it is a form and never a link. */
const Account = ({ name, signOut }: SignedIn) => (
  <div class="rt-header__account">
    <p class="rt-header__name">
      <span class="rt-header__signed-in">Signed in as </span>
      {name}
    </p>
    <form action={signOut.action} method="post">
      <input type="hidden" name={signOut.token.name} value={signOut.token.value} />
      <button class="rt-header__sign-out" type="submit">
        Sign out
      </button>
    </form>
  </div>
)

const Header = ({ council, home = '/', signedIn, place, navigation = [] }: PageProps) => (
  <header class="govuk-template__header">
    <GenericHeader
      class="rt-header"
      containerClass="govuk-width-container rt-header__container"
      href={home}
      logo={
        <>
          <span class="rt-header__service">{SERVICE}</span> <span class="rt-header__council">{council}</span>
        </>
      }
    >
      {signedIn === undefined ? null : <Account {...signedIn} />}
    </GenericHeader>
    {place === undefined && navigation.length === 0 ? null : (
      <ServiceNavigation serviceName={place?.text} serviceHref={place?.href} items={navigation} />
    )}
  </header>
)

/** A whole page. Everything on it works without a script. */
export const Page = (props: PageProps) => (
  <html lang={props.lang ?? 'en'} class="govuk-template">
    <Head {...props} />
    <body class="govuk-template__body">
      <script nonce={props.nonce}>{JS_ENABLED}</script>
      <SkipLink />
      <Header {...props} />
      <div class="govuk-width-container">
        {props.before}
        <main class="govuk-main-wrapper" id="main-content">
          {props.children}
        </main>
      </div>
      <footer class="govuk-template__footer">
        <Footer links={props.footer}>
          {SERVICE} for {props.council}
        </Footer>
      </footer>
      <script type="module" src={props.assets.script} nonce={props.nonce} />
    </body>
  </html>
)

/** A page as a browser takes it. */
export const renderPage = (page: VNode): string => `<!DOCTYPE html>${renderToString(page)}`
