import { dated } from '../../domain/checks/clocks.ts'
import { all } from '../../record/state.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { type AtTable, disputePath, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { FindingsOf } from '../../table/findings.tsx'
import { Frame } from '../../table/frame.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { isThePerson, nameFor } from '../../table/reader.ts'
import { LIBERTY_HEADINGS, LIBERTY_PARTS, isBeforeTheChange, libertyIn } from './view.ts'
import { AUTHORISED_WORDS, libertyWords } from './words.ts'

/** Every look at limits on freedom, the latest first, each with its reasons and none with a tick or a cross. */
export const LibertyPage = ({ table }: { readonly table: AtTable }) => {
  const { reader, state, record } = table
  const each = all(state, 'liberty').toReversed()
  return (
    <Frame title={libertyWords.title}>
      <p class="govuk-body-l">{isThePerson(reader) ? libertyWords.introYou : libertyWords.intro}</p>
      <EasySwitch path={recordPath(record, 'deciding', 'liberty')} easy={false} />
      <FindingsOf table={table} at="deciding/liberty" checks={['liberty-unscreened']} />
      <LawHere step="liberty" />
      {each.length === 0 ? <p class="govuk-body">{libertyWords.none}</p> : null}
      {each.map((liberty) => {
        const told = libertyIn(liberty)
        return (
          <section class="rt-block" id={liberty.id}>
            <h2 class="govuk-heading-m">{dated(liberty)}</h2>
            <p class="govuk-body">{liberty.arrangement}</p>
            {isBeforeTheChange(liberty) ? <InsetText>{libertyWords.changed}</InsetText> : null}
            <SummaryList
              rows={[
                ...LIBERTY_PARTS.map((part) => {
                  const text = told[part]
                  return text !== undefined && { key: LIBERTY_HEADINGS[part].slice(0, -1), value: text }
                }),
                {
                  key: 'The judgement, with its reasons',
                  value: told.says === '' ? 'No reasons were given.' : told.says,
                },
                { key: 'Authorisation', value: AUTHORISED_WORDS[liberty.authorised] },
                { key: 'By whom', value: nameFor(reader, state, liberty.by) },
              ]}
            />
            {mayDo(table, 'capacity', 'dispute') ? (
              <p class="govuk-body rt-no-print">
                <a class="govuk-link" href={disputePath(record, liberty.id)}>
                  This is wrong<span class="govuk-visually-hidden">: the judgement of {dated(liberty)}</span>
                </a>
              </p>
            ) : null}
          </section>
        )
      })}
      {mayAdd(table, 'liberty') ? (
        <ButtonLink href={recordPath(record, 'deciding', 'liberty', 'look')}>{libertyWords.look}</ButtonLink>
      ) : null}
    </Frame>
  )
}
