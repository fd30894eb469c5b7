import { page } from '../platform/web/answer.ts'
import { behind, type Enter, openDoor, type Page, type Route } from '../platform/web/page.ts'
import type { CaseloadLine } from '../record/log.ts'
import type { AtHome } from './home-door.ts'
import { Home, Team, Welcome } from './home.tsx'
import { lawPages } from './law.tsx'

const Accessibility = () => (
  <>
    <h1 class="govuk-heading-l">Accessibility</h1>
    <p class="govuk-body">
      Roundtable is made so that everyone at the table can use it: with a keyboard, with a screen reader, at
      400% zoom, in print, and without scripts.
    </p>
    <p class="govuk-body">
      It aims at level AA of the Web Content Accessibility Guidelines 2.2. Every page is tried by a program on
      each change, and looked at by people. Nobody outside the project has tested it yet, so we do not claim
      that it meets them.
    </p>
    <h2 class="govuk-heading-m">If something does not work for you</h2>
    <p class="govuk-body">
      Tell the council. Everything that can be done here can be done by phone, by letter or face to face, and
      what you say is written down the same way, with how you said it.
    </p>
  </>
)

const Privacy = () => (
  <>
    <h1 class="govuk-heading-l">Privacy</h1>
    <p class="govuk-body">
      A record opens only to those who have a part in it. Each of them sees what they need and no more.
    </p>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        Every time somebody looks at a record, it is written down: who, when, and why they could. The person
        can see this.
      </li>
      <li>
        Nothing is deleted or written over. What was wrong is put right beside it, and both can be seen.
      </li>
      <li>If something is kept from you, you are told that it is, and on what ground.</li>
      <li>The person can take the whole record away in a file.</li>
    </ul>
    <h2 class="govuk-heading-m">Cookies</h2>
    <p class="govuk-body">There is one cookie. It keeps you signed in, and ends when you sign out.</p>
  </>
)

const accessibility: Page<undefined> = {
  path: '/accessibility',
  may: 'anyone',
  audited: 'nothing personal',
  get: () => page({ title: 'Accessibility', main: <Accessibility /> }),
}

const privacy: Page<undefined> = {
  path: '/privacy',
  may: 'anyone',
  audited: 'nothing personal',
  get: () => page({ title: 'Privacy', main: <Privacy /> }),
}

const home = (council: string): Page<AtHome | undefined> => ({
  path: '/',
  may: 'anyone',
  audited: 'nothing personal',
  get: ({ ctx, query }) =>
    ctx === undefined
      ? page({ title: 'Care decisions made together', main: <Welcome council={council} /> })
      : page({
          title: ctx.account.kind === 'staff' ? 'Your work' : 'Home',
          main: <Home home={ctx} query={query} />,
        }),
})

const team: Page<readonly CaseloadLine[]> = {
  path: '/team',
  may: 'signed-in',
  audited: 'nothing personal',
  get: ({ ctx, today, query }) =>
    page({ title: 'Others in your team’s care', main: <Team lines={ctx} today={today} query={query} /> }),
}

/** What everybody may see, and the first page after signing in. */
export const publicRoutes = (
  council: string,
  enterHome: Enter<AtHome | undefined>,
  enterTeam: Enter<readonly CaseloadLine[]>,
): readonly Route[] => [
  ...behind(enterHome, [home(council)]),
  ...behind(enterTeam, [team]),
  ...behind(openDoor, [accessibility, privacy, ...lawPages]),
]
