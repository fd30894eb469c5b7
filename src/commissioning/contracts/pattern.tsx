import type { Pattern } from '../../domain/contracts/pattern.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { Table } from '../../platform/govuk/table.tsx'
import type { AtContract } from './door.ts'
import { contractPath } from './laid.tsx'
import { CHALLENGES, percent } from './view-notes.ts'
import { patternWords } from './words.ts'

/** `3 of 12 people`, and what became of what was raised. */
const inShort = ({ people, of, open, upheld, notUpheld }: Pattern): string =>
  [
    `Workers have challenged what was done with ${people.length} of ${of} people (${percent(people.length / of)}) in the last 12 months.`,
    `${open === 0 ? 'None' : open} ${open === 1 ? 'waits' : 'wait'} for an answer.`,
    ...(upheld + notUpheld === 0
      ? []
      : [
          `Of ${upheld + notUpheld} that ${upheld + notUpheld === 1 ? 'was' : 'were'} settled, ${upheld} ${upheld === 1 ? 'was' : 'were'} right.`,
        ]),
  ].join(' ')

export const PatternFacts = ({ at, pattern }: { readonly at: AtContract; readonly pattern: Pattern }) => (
  <>
    <p class="govuk-body">
      <strong>{inShort(pattern)}</strong> {patternWords.means}
    </p>
    <Table
      caption={patternWords.people}
      captionClass="govuk-visually-hidden"
      stacks
      firstCellIsHeader
      head={['Person', 'Raised on', 'Waiting', 'Found to be so']}
      rows={pattern.people.map(({ person, challenges, open, upheld }) => [
        at.nameOf(person),
        challenges.map(({ on }) => dateInWords(on)).join('; '),
        String(open),
        String(upheld),
      ])}
    />
  </>
)

/** On the page of the contract: the figure, what it means, and the conversation that it asks for. */
export const PatternOf = ({ at, pattern }: { readonly at: AtContract; readonly pattern: Pattern }) => (
  <section class="rt-block">
    <h2 class="govuk-heading-m">{patternWords.title}</h2>
    <PatternFacts at={at} pattern={pattern} />
    <p class="govuk-body">{patternWords.ask}</p>
    <p class="govuk-body">
      <a class="govuk-link" href={contractPath(at.opened.id, 'flags', CHALLENGES)}>
        {patternWords.talk}
      </a>
    </p>
  </section>
)
