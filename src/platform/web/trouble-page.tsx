import type { ComponentChildren, VNode } from 'preact'
import type { Shown } from './answer.ts'
import { type Form, textsOf } from './form-text.ts'
import type { Trouble } from './trouble.ts'

const P = ({ children }: { readonly children: ComponentChildren }) => <p class="govuk-body">{children}</p>

type Words = { readonly title: string; readonly says: readonly VNode[] }

const WORDS: Readonly<Record<Trouble, Words>> = {
  malformed: {
    title: 'We could not read what was sent',
    says: [
      <P>Nothing was saved.</P>,
      <P>Go back to the page you came from, load it again, and try once more.</P>,
    ],
  },
  'not-ours': {
    title: 'We could not accept this form',
    says: [
      <P>
        Nothing was saved. This happens if the page was open for a long time, or if you signed in again since.
      </P>,
      <P>Go back to the page you came from, load it again, and send it once more.</P>,
    ],
  },
  'signed-out': {
    title: 'You are signed out',
    says: [
      <P>
        Nothing was saved. We sign you out if you send nothing for some time, so that nobody else can use your
        session.
      </P>,
    ],
  },
  // The same words whether it is not there or not theirs to see, and whoever asks.
  'not-found': {
    title: 'Page not found',
    says: [
      <P>If you typed the web address, check that it is right. If you pasted it, check that it is whole.</P>,
      <P>
        A page may also be one that you cannot see. If you think you should, ask the person who works with
        you.
      </P>,
      <P>
        <a class="govuk-link" href="/">
          Go to the start page
        </a>
      </P>,
    ],
  },
  'too-large': {
    title: 'This is too long to send',
    says: [
      <P>Nothing was saved.</P>,
      <P>
        Go back, make your answers shorter, and send them again. Many rows of a spreadsheet can be sent in
        parts.
      </P>,
    ],
  },
  'wrong-kind': {
    title: 'We could not read what was sent',
    says: [<P>Nothing was saved. We can only read forms that are sent from our own pages.</P>],
  },
  'too-many': {
    title: 'Too many tries',
    says: [
      <P>Nothing was saved. Too much was sent from here in a short time.</P>,
      <P>Wait a minute, then load this page again.</P>,
    ],
  },
  busy: {
    title: 'Many people are using the service',
    says: [
      <P>Nothing was lost that was saved before, and nothing was saved now.</P>,
      <P>Wait a moment, then load this page again.</P>,
    ],
  },
  broken: {
    title: 'Sorry, there is a problem with the service',
    says: [<P>This is our fault, not yours. Try again later.</P>],
  },
}

/** Texts that somebody would not want to write again. Choices and numbers are quickly given once more. */
const longTexts = (form: Form): readonly string[] =>
  Object.keys(form.values)
    .filter((name) => !name.startsWith('_'))
    .flatMap((name) => textsOf(form.values, name))
    .filter((typed) => /\S\s+\S/.test(typed))

const Kept = ({ typed }: { readonly typed: readonly string[] }) => (
  <>
    <h2 class="govuk-heading-m">What you wrote</h2>
    <P>Copy it before you leave this page.</P>
    {typed.map((text, index) => (
      <div class="govuk-form-group">
        <label class="govuk-label" for={`kept-${index + 1}`}>
          Text {index + 1}
        </label>
        <textarea class="govuk-textarea" id={`kept-${index + 1}`} rows={5} readOnly value={text} />
      </div>
    ))}
  </>
)

export type TroubleDetails = {
  /** Under which the error stands in the log. */
  readonly reference?: string | undefined
  /** What was typed, where it surely came from a page of ours. */
  readonly form?: Form | undefined
  /** Where somebody wanted to be, to come back to once they are signed in. */
  readonly from?: string | undefined
}

const SignInAgain = ({ from }: { readonly from: string }) => (
  <P>
    <a class="govuk-link" href={`/sign-in?from=${encodeURIComponent(from)}`}>
      Sign in again
    </a>
  </P>
)

export function troublePage(trouble: Trouble, { reference, form, from = '/' }: TroubleDetails = {}): Shown {
  const { title, says } = WORDS[trouble]
  const typed = form === undefined ? [] : longTexts(form)
  const main = (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{title}</h1>
        {says}
        {trouble === 'signed-out' ? <SignInAgain from={from} /> : null}
        {reference === undefined ? null : (
          <P>
            If you tell us about it, give us this reference: <strong>{reference}</strong>
          </P>
        )}
        {typed.length === 0 ? null : <Kept typed={typed} />}
      </div>
    </div>
  )
  return { title, main }
}

type Refused = { readonly says: readonly string[]; readonly back?: string | undefined }

/** A rule's refusal, or somebody was quicker: its sentences, and the way back. */
export function refusedPage({ says, back }: Refused, form: Form | undefined): Shown {
  const title = 'This could not be done'
  const typed = form === undefined ? [] : longTexts(form)
  const main = (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{title}</h1>
        {says.map((sentence) => (
          <P>{sentence}</P>
        ))}
        {back === undefined ? null : (
          <P>
            <a class="govuk-link" href={back}>
              Go back
            </a>
          </P>
        )}
        {typed.length === 0 ? null : <Kept typed={typed} />}
      </div>
    </div>
  )
  return { title, main }
}

/** For when the layout itself is what broke. No part of it comes from outside. */
export const bareDocument = (title: string, reference?: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} - Roundtable</title></head><body>` +
  `<h1>${title}</h1><p>Try again later.</p>${reference === undefined ? '' : `<p>Reference: ${reference}</p>`}</body></html>`
