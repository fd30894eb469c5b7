import { FORM_WORDS } from '../../domain/allocation/support.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { isThePerson, nameWithin } from '../../table/reader.ts'
import { type Offered, buildsView } from './view-builds.ts'
import type { HopeView } from './view-hopes.ts'
import { BUILDER_WORDS, words } from './words-builds.ts'

type Props = { readonly table: AtTable; readonly view: HopeView }

const capital = (phrase: string): string => phrase.charAt(0).toUpperCase() + phrase.slice(1)

const OfferedLine = ({ table, offered }: { readonly table: AtTable; readonly offered: Offered }) => {
  const { option, liked, answer } = offered
  const mine = isThePerson(table.reader)
  return (
    <li>
      <strong>{option.what}</strong> ({FORM_WORDS[option.form]}). Put on the table by{' '}
      {nameWithin(table.reader, table.state, option['proposed-by'])}, {dateInWords(dayOfWhen(option.on))}.{' '}
      {liked === undefined ? null : `${mine ? words.liked(liked) : words.likedOther(liked)} `}
      {answer === undefined ? (
        words.open
      ) : (
        <>
          {answer.outcome === 'accepted' ? words.accepted : words.refused},{' '}
          {dateInWords(dayOfWhen(answer.on))}: <q class="rt-quote">{answer.why}</q>
        </>
      )}
    </li>
  )
}

const Near = ({ table, view, need }: Props & { readonly need: string | undefined }) => {
  const { near } = buildsView(table.state, view, table.directory)
  if (near.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-s">{words.near}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {near.map((service) => (
          <li>
            {need !== undefined && mayAdd(table, 'option') ? (
              <a
                class="govuk-link"
                href={`${recordPath(table.record, 'plan', 'options', 'new')}?${new URLSearchParams({ need, service: service.id }).toString()}`}
              >
                {service.name}
              </a>
            ) : (
              service.name
            )}
            . {service.about}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What builds towards a step that is hoped for or thought possible: what was offered, what was said to it, what was not. */
export const BuildsHere = ({ table, view }: Props) => {
  const { isStepSeen, offered, notOffered, need } = buildsView(table.state, view, table.directory)
  if (!mayDo(table, 'plan', 'read') || (!isStepSeen && offered.length === 0)) return null
  return (
    <section aria-labelledby="builds">
      <h2 class="govuk-heading-m" id="builds">
        {words.title}
      </h2>
      <p class="govuk-body">{isThePerson(table.reader) ? words.intro : words.introOther}</p>
      <h3 class="govuk-heading-s">{words.offered}</h3>
      {offered.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {offered.map((each) => (
          <OfferedLine table={table} offered={each} />
        ))}
      </ul>
      {notOffered.length === 0 ? null : (
        <>
          <h3 class="govuk-heading-s">{words.notOffered}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {notOffered.map((builder) => (
              <li>
                <strong>{BUILDER_WORDS[builder].name}:</strong> {capital(BUILDER_WORDS[builder].such)}.
              </li>
            ))}
          </ul>
        </>
      )}
      {need === undefined ? (
        <p class="govuk-body">{words.noNeed}</p>
      ) : mayAdd(table, 'option') ? (
        <p class="govuk-body rt-no-print">
          <a
            class="govuk-link"
            href={`${recordPath(table.record, 'plan', 'options', 'new')}?${new URLSearchParams({ need }).toString()}`}
          >
            {words.offer}
          </a>
        </p>
      ) : null}
      <Near table={table} view={view} need={need} />
    </section>
  )
}
