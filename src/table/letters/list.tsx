import { dateInWords } from '../../domain/dates/plain-date.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import type { Visit } from '../../platform/web/page.ts'
import type { Entry } from '../../record/entries.ts'
import { all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type AtTable, mayDo, recordPath } from '../at-table.ts'
import { Frame } from '../frame.tsx'
import { isThePerson, nameWithin } from '../reader.ts'
import { letterOf, sendable } from './letter-of.ts'
import type { Posted } from './store.ts'
import { FORM_WORDS, STATE_TAGS, packWords, stateInWords, words } from './words.ts'

type Props = { readonly visit: Visit<AtTable>; readonly posted: readonly Posted[] }

/** Only what is not in order has a mark of its own; that something arrived is said and no more. */
const Became = ({ visit, posted }: { readonly visit: Visit<AtTable>; readonly posted: Posted }) => {
  const { state, channel, trouble, id } = posted
  const isBad = state === 'came-back' || state === 'given-up'
  return (
    <>
      {' '}
      {stateInWords(state, channel, trouble)}
      {isBad ? (
        <>
          {' '}
          <Tag class={STATE_TAGS[state].class}>{STATE_TAGS[state].text}</Tag>
        </>
      ) : null}
      {isBad && mayDo(visit.ctx, 'asking', 'judge') ? (
        <form
          method="post"
          novalidate
          action={recordPath(visit.ctx.record, 'letters')}
          class="govuk-!-margin-top-1"
        >
          <FormSeal visit={visit} head={visit.ctx.head} />
          <input type="hidden" name="again" value={id} />
          <Button class="govuk-button--secondary govuk-!-margin-bottom-1">{words.again}</Button>
        </form>
      ) : null}
    </>
  )
}

const Sent = ({ visit, posted, entry }: Props & { readonly entry: Entry }) => {
  const { state, reader } = visit.ctx
  const copies = all(state, 'copy').filter((copy) => state.byId.get(copy.of)?.id === entry.id)
  return copies.length === 0 ? (
    <p class="govuk-body-s">{words.notSent}</p>
  ) : (
    <ul class="govuk-list rt-sent">
      {copies.map((copy) => {
        const became = posted.find((one) => one.copy === copy.id)
        return (
          <li>
            Sent to {nameWithin(reader, state, copy.to)} on {dateInWords(dayOfWhen(copy.on))}.{' '}
            {FORM_WORDS[copy.as]}.{became === undefined ? null : <Became visit={visit} posted={became} />}
          </li>
        )
      })}
    </ul>
  )
}

/** Everything that can be read, printed or sent, and what went to whom, when, in which form, and whether it arrived. */
export const Letters = ({ visit, posted }: Props) => {
  const { state, model, record, reader } = visit.ctx
  const entries = sendable(state)
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{isThePerson(reader) ? words.introYou : words.intro}</p>
      <p class="govuk-body rt-no-print">
        <a class="govuk-link" href={recordPath(record, 'letters', 'reach')}>
          {words.reachTitle}
        </a>
      </p>
      {mayDo(visit.ctx, 'challenge', 'read') ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(record, 'letters', 'pack')}>
            {packWords.link}
          </a>
        </p>
      ) : null}
      {entries.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      {entries.map((entry) => {
        const letter = letterOf(state, model.council, entry)
        return (
          <section class="rt-block">
            <h2 class="govuk-heading-m govuk-!-margin-bottom-1">
              <a class="govuk-link" href={recordPath(record, 'letters', entry.id)}>
                {letter.title}
              </a>
            </h2>
            <p class="govuk-body-s govuk-!-margin-bottom-1">
              {dateInWords(letter.on)}
              {letter.draft === undefined ? '' : '. DRAFT'}
            </p>
            <Sent visit={visit} posted={posted} entry={entry} />
          </section>
        )
      })}
    </Frame>
  )
}
