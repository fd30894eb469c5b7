import { type CitationId, citation } from '../domain/care-act/citations.ts'
import { type LawLine, STAGE_LAW } from '../domain/care-act/stage-law.ts'
import { STAGES, type Stage } from '../domain/care-act/journey.ts'
import { notFound, page } from '../platform/web/answer.ts'
import type { Page } from '../platform/web/page.ts'
import { BackLink } from '../platform/govuk/back-link.tsx'
import { InsetText } from '../platform/govuk/inset-text.tsx'
import { Cites } from './reasons.tsx'

const words = {
  title: 'The law, stage by stage',
  intro: 'What has to happen, what may, and what often goes wrong. Everyone reads the same page.',
  you: '“You” is the person who draws on care and support, or asks for it.',
  must: 'What must happen',
  may: 'What may happen',
  oftenWrong: 'What often goes wrong',
  found: 'What a court or the Ombudsman said',
  unread: 'we have not checked the wording yet',
  noAdvice: 'This is a short guide. It is not legal advice, and the Act has more to say than fits here.',
} as const

/** How far the words of the law behind a line were read is said, and never passed over. */
const isUnread = (id: CitationId): boolean => citation(id).read === 'unread'

const Lines = ({ heading, lines }: { readonly heading: string; readonly lines: readonly LawLine[] }) => (
  <section>
    <h2 class="govuk-heading-m">{heading}</h2>
    <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
      {lines.map(({ says, cites }) => (
        <li>
          {says}{' '}
          <span class="govuk-body-s rt-law__cites">
            (<Cites cites={cites} />
            {cites.every(isUnread) ? `; ${words.unread}` : ''})
          </span>
        </li>
      ))}
    </ul>
  </section>
)

const OneStage = ({ stage }: { readonly stage: Stage }) => {
  const law = STAGE_LAW[stage]
  return (
    <>
      <span class="govuk-caption-l">{words.title}</span>
      <h1 class="govuk-heading-l">{law.title}</h1>
      <p class="govuk-body">{words.you}</p>
      <Lines heading={words.must} lines={law.must} />
      <Lines heading={words.may} lines={law.may} />
      <Lines heading={words.oftenWrong} lines={law.oftenWrong} />
      <section>
        <h2 class="govuk-heading-m">{words.found}</h2>
        <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
          {law.found.map(({ who, reference, url, says }) => (
            <li>
              {says}{' '}
              <span class="govuk-body-s rt-law__cites">
                (
                <a class="govuk-link" href={url} rel="noreferrer">
                  {who}, {reference}
                </a>
                )
              </span>
            </li>
          ))}
        </ul>
      </section>
      <InsetText>{words.noAdvice}</InsetText>
    </>
  )
}

const AllStages = () => (
  <>
    <h1 class="govuk-heading-l">{words.title}</h1>
    <p class="govuk-body-l">{words.intro}</p>
    <ol class="govuk-list govuk-list--number govuk-list--spaced">
      {STAGES.map((stage) => (
        <li>
          <a class="govuk-link" href={`/law/${stage}`}>
            {STAGE_LAW[stage].title}
          </a>
        </li>
      ))}
    </ol>
    <InsetText>{words.noAdvice}</InsetText>
  </>
)

const all: Page<undefined> = {
  path: '/law',
  may: 'anyone',
  audited: 'nothing personal',
  get: () => page({ title: words.title, main: <AllStages /> }),
}

const one: Page<undefined> = {
  path: '/law/:stage',
  params: { stage: STAGES },
  may: 'anyone',
  audited: 'nothing personal',
  get: ({ params }) => {
    const stage = STAGES.find((each) => each === params['stage'])
    return stage === undefined
      ? notFound
      : page({
          title: `${STAGE_LAW[stage].title}: ${words.title}`,
          before: <BackLink href="/law">{words.title}</BackLink>,
          main: <OneStage stage={stage} />,
        })
  },
}

/** The law at the point of need: the same short page for both sides, from the citations that the checks rest on. */
export const lawPages: readonly Page<undefined>[] = [all, one]
