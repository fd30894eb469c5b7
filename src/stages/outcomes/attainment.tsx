import { dateInWords } from '../../domain/dates/plain-date.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import type { AtTable } from '../../table/at-table.ts'
import { isThePerson } from '../../table/reader.ts'
import { attainmentOf } from './view-steps.ts'
import { attainedWords } from './words-goals.ts'
import { ATTAINED_WORDS, seenByWords } from './words.ts'

/** Goal attainment over all goals, with everything that speaks against reading too much into it. */
export const Attainment = ({ table }: { readonly table: AtTable }) => {
  const attainment = attainmentOf(table.state)
  if (attainment === undefined) return null
  const { goals, score } = attainment
  const sum = goals.reduce((total, { attained }) => total + attained, 0)
  const root = Math.sqrt(0.7 * goals.length + 0.3 * goals.length ** 2)
  return (
    <section aria-labelledby="attained">
      <h2 class="govuk-heading-m" id="attained">
        {attainedWords.title}
      </h2>
      <p class="govuk-body">{attainedWords.score(score.toFixed(1))}</p>
      <p class="govuk-body">{attainedWords.caveats[0]}</p>
      <Details summary={attainedWords.cannot}>
        <ul class="govuk-list govuk-list--bullet">
          {attainedWords.caveats.slice(1).map((caveat) => (
            <li>{caveat}</li>
          ))}
        </ul>
      </Details>
      <Details summary={attainedWords.how}>
        <p class="govuk-body">{attainedWords.formula}</p>
        <p class="govuk-body">
          50 + 10 × {sum} ÷ {root.toFixed(3)} = {score.toFixed(1)}
        </p>
        <Table
          stacks
          firstCellIsHeader
          caption={<span class="govuk-visually-hidden">{attainedWords.title}</span>}
          head={['Goal', 'How it went', 'Seen by', 'Day']}
          rows={goals.map(({ goal, attained, on, seenBy }) => [
            `“${goal.words}”`,
            `${ATTAINED_WORDS[String(attained)] ?? ''} (${attained})`,
            seenByWords(isThePerson(table.reader), seenBy),
            dateInWords(on),
          ])}
        />
        <p class="govuk-body-s">{attainedWords.source}</p>
      </Details>
    </section>
  )
}
