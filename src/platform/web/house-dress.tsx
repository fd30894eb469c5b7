import type { PageProps } from '../govuk/layout.tsx'
import { Page, renderPage } from '../govuk/layout.tsx'
import { NotificationBanner } from '../govuk/notification-banner.tsx'
import type { Dress } from './dress.ts'
import { CSRF_FIELD } from './form-seal.tsx'

export type HouseSettings = Pick<PageProps, 'council' | 'footer' | 'assets'> & {
  /** The links at the top of pages that bring none of their own. */
  readonly navigation?: PageProps['navigation']
}

/** Dresses every page, errors too, in the house's layout. */
export const houseDress =
  ({ council, footer, assets, navigation }: HouseSettings): Dress =>
  (shown, around) => {
    const { account, notice } = around
    return renderPage(
      <Page
        title={shown.title}
        hasErrors={shown.bad}
        council={council}
        footer={footer}
        assets={assets}
        nonce={around.nonce}
        before={shown.before}
        place={shown.place}
        navigation={shown.navigation ?? navigation}
        signedIn={
          account === undefined
            ? undefined
            : {
                name: account.name,
                signOut: { action: '/sign-out', token: { name: CSRF_FIELD, value: around.csrf() } },
              }
        }
      >
        {notice === undefined ? null : <NotificationBanner success text={notice} />}
        {shown.main}
      </Page>,
    )
  }
