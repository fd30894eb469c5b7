import { type PageProps, Page, renderPage } from '../govuk/layout.tsx'
import { InsetText } from '../govuk/inset-text.tsx'
import { NotificationBanner } from '../govuk/notification-banner.tsx'
import type { WordHint } from '../govuk/plain-hints.tsx'
import { type Whose, WritingContext, writing } from '../govuk/writing.tsx'
import type { Dress } from './dress.ts'
import { CSRF_FIELD } from './form-seal.tsx'

export type HouseSettings = Pick<PageProps, 'council' | 'footer' | 'assets'> & {
  /** The links at the top of pages that bring none of their own. */
  readonly navigation?: PageProps['navigation']
  /** What staff should know while it lasts, such as that figures still grow; not said on a record's own pages. */
  readonly meanwhile?: (() => string | undefined) | undefined
  /** Looks through what somebody wrote, for words that could be plainer; left out, forms have no hints. */
  readonly plainWords?: ((text: string, whose: Whose) => readonly WordHint[]) | undefined
}

type Looked = ReadonlyMap<string, readonly WordHint[]>

/** Says at the top what came of looking words over: above all that nothing is kept yet. */
const LookedOver = ({ looked }: { readonly looked: Looked }) => {
  const [first] = [...looked].find(([, hints]) => hints.length > 0) ?? []
  const count = [...looked.values()].reduce((sum, hints) => sum + hints.length, 0)
  return (
    <NotificationBanner title="Your words, looked over" titleId="looked-over">
      <p class="govuk-notification-banner__heading">Nothing is sent yet. What you wrote is still here.</p>
      {first === undefined ? (
        <p class="govuk-body">We found nothing that could be plainer. Send it when you are ready.</p>
      ) : (
        <p class="govuk-body">
          <a class="govuk-notification-banner__link" href={`#${first}`}>
            {count === 1 ? 'There is 1 hint' : `There are ${count} hints`} below what you wrote
          </a>
          . Change what you like, or send it as it is.
        </p>
      )}
    </NotificationBanner>
  )
}

/** Dresses every page, errors too, in the house’s layout. */
export const houseDress =
  ({ council, footer, assets, navigation, plainWords, meanwhile }: HouseSettings): Dress =>
  (shown, around) => {
    const { account, notice } = around
    const said = account?.kind === 'staff' && shown.place === undefined ? meanwhile?.() : undefined
    const whose = shown.ownWords === true ? 'own' : 'about'
    const looked: Looked | undefined =
      plainWords === undefined || around.looked === undefined
        ? undefined
        : new Map([...around.looked].map(([box, text]) => [box, plainWords(text, whose)]))
    return renderPage(
      <WritingContext.Provider value={plainWords === undefined ? undefined : writing(whose, looked)}>
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
          {looked === undefined ? null : <LookedOver looked={looked} />}
          {said === undefined ? null : <InsetText>{said}</InsetText>}
          {shown.main}
        </Page>
      </WritingContext.Provider>,
    )
  }
