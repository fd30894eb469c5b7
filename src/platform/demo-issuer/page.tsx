import { Button } from '../govuk/button.tsx'
import type { IssuerName } from '../web/account.ts'
import type { Shown } from '../web/answer.ts'
import type { DemoGroup } from './people.ts'

const TITLE: Readonly<Record<IssuerName, string>> = {
  public: 'Who are you at the table?',
  staff: 'Who are you at work?',
}

const OTHER: Readonly<Record<IssuerName, { readonly href: string; readonly text: string }>> = {
  public: { href: '/sign-in/staff', text: 'Sign in as somebody who works here' },
  staff: {
    href: '/sign-in/public',
    text: 'Sign in as a person who draws on support, or somebody close to them',
  },
}

/** Each person is a button: one press signs in. */
const Group = ({ group, number }: { readonly group: DemoGroup; readonly number: number }) => (
  <section aria-labelledby={`group-${number}`}>
    <h2 class="govuk-heading-m" id={`group-${number}`}>
      {group.heading}
    </h2>
    <ul class="govuk-list">
      {group.people.map(({ subject, name, says }) => (
        <li>
          <Button
            name="subject"
            value={subject}
            class="govuk-button--secondary govuk-!-margin-bottom-1"
            attributes={{ 'aria-describedby': `about-${subject}` }}
          >
            {name}
          </Button>
          <p class="govuk-body govuk-!-margin-bottom-5" id={`about-${subject}`}>
            {says}
          </p>
        </li>
      ))}
    </ul>
  </section>
)

/** Where the demonstration lets somebody choose who they are. */
export function choosePage(issuer: IssuerName, groups: readonly DemoGroup[], action: string): Shown {
  const title = TITLE[issuer]
  const other = OTHER[issuer]
  return {
    title,
    main: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-xl">{title}</h1>
          <p class="govuk-body">
            This is a demonstration, so no password is asked. Everybody here is invented. Choose who you want
            to be.
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={other.href}>
              {other.text}
            </a>
          </p>
          <form method="post" action={action}>
            {groups.map((group, index) => (
              <Group group={group} number={index + 1} />
            ))}
          </form>
        </div>
      </div>
    ),
  }
}

/** The choice was open for too long, or its cookie is gone, or the address was made up. */
export function startAgainPage(issuer: IssuerName): Shown {
  const title = 'Please start again'
  return {
    title,
    main: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">This page is no longer part of a sign-in.</p>
          <p class="govuk-body">
            <a class="govuk-link" href={`/sign-in/${issuer}`}>
              Sign in
            </a>
          </p>
        </div>
      </div>
    ),
  }
}
