import { patternOf } from '../../domain/contracts/pattern.ts'
import { dateInWords, dayOf } from '../../domain/dates/plain-date.ts'
import type { Flag } from '../../domain/integrity/flag.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, errorAt } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtContract } from './door.ts'
import { EvidenceList } from './evidence.tsx'
import { ContractHeading, contractPath } from './laid.tsx'
import type { Note } from './store.ts'
import { PatternFacts } from './pattern.tsx'
import { type FlagTalk, type IntegrityView, chanceInWords, figureInWords, saidOf } from './view-integrity.ts'
import { evidenceOf, named } from './view-evidence.ts'
import { CHALLENGES } from './view-notes.ts'
import { FLAG_WORDS, patternWords, words } from './words.ts'

/** Figures of a contract that chance does not explain, each with what to ask; and what no test could have seen. */
export const Flags = ({ at, view }: { readonly at: AtContract; readonly view: IntegrityView }) => (
  <ContractHeading at={at} title={words.trust}>
    <p class="govuk-body">{words.changesNothing}</p>
    {view.open.length === 0 ? <InsetText>{words.nothingFound}</InsetText> : null}
    {view.open.map((each) => (
      <section class="rt-block">
        <h2 class="govuk-heading-m">{FLAG_WORDS[each.flag]}</h2>
        <Found at={at} found={each.found} />
        <p class="govuk-body">
          {each.talk.length === 0
            ? 'Nobody has talked about it yet.'
            : each.talk.length === 1
              ? 'One thing was said.'
              : `${each.talk.length} things were said.`}{' '}
          <a class="govuk-link" href={contractPath(at.opened.id, 'flags', each.flag)}>
            The conversation<span class="govuk-visually-hidden">: {FLAG_WORDS[each.flag]}</span>
          </a>
        </p>
      </section>
    ))}
    {view.weak.length === 0 ? null : (
      <section>
        <h2 class="govuk-heading-m">Where there is too little to see</h2>
        <p class="govuk-body">
          These tests stay silent with so few, whatever is there. That they found nothing is no sign that all
          is well.
        </p>
        <Table
          caption="Tests that are too weak to see in this contract"
          captionClass="govuk-visually-hidden"
          stacks
          firstCellIsHeader
          head={['Test', 'What there is', 'What would show, and from how many on']}
          rows={view.weak.map(({ flag, counts, has, needs, sees }) => [
            FLAG_WORDS[flag],
            `${capitalised(counts)}: ${has}`,
            `${sees}: from about ${needs}`,
          ])}
        />
      </section>
    )}
    {view.quiet.length === 0 ? null : (
      <section>
        <h2 class="govuk-heading-m">Looked at, and nothing beyond chance</h2>
        <ul class="govuk-list govuk-list--bullet">
          {view.quiet.map(({ flag, has, counts }) => (
            <li>
              {FLAG_WORDS[flag]} ({counts}: {has})
            </li>
          ))}
        </ul>
      </section>
    )}
  </ContractHeading>
)

const Found = ({ at, found }: { readonly at: AtContract; readonly found: readonly Flag[] }) =>
  found.length === 0 ? (
    <p class="govuk-body">It does not stand out any more.</p>
  ) : (
    <>
      {found.map(({ flag, value, limit, chance, because }) => (
        <>
          <p class="govuk-body">
            <strong>
              {figureInWords(flag, value)}, beside {figureInWords(flag, limit)}
            </strong>
            , from which we ask. {chanceInWords(chance)}
          </p>
          {because.map(({ says, entries }) => (
            <>
              <p class="govuk-body">{named(saidOf(flag, says), at.ledger, at.nameOf)}</p>
              {entries === undefined || entries.length === 0 ? null : (
                <details class="govuk-details">
                  <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">
                      What it rests on<span class="govuk-visually-hidden">: {says}</span>
                    </span>
                  </summary>
                  <div class="govuk-details__text">
                    <EvidenceList
                      contract={at.opened.id}
                      evidence={entries.flatMap((id) => {
                        const entry = at.ledger.byId.get(id)
                        return entry === undefined ? [] : [evidenceOf(at.ledger, entry, at.nameOf)]
                      })}
                    />
                  </div>
                </details>
              )}
            </>
          ))}
        </>
      ))}
    </>
  )

const Raised = ({ at }: { readonly at: AtContract }) => {
  const pattern = patternOf(at.ledger)
  return pattern === undefined ? (
    <p class="govuk-body">{patternWords.none}</p>
  ) : (
    <PatternFacts at={at} pattern={pattern} />
  )
}

type TalkProps = {
  readonly visit: Visit<AtContract>
  readonly talk: FlagTalk
  readonly errors: readonly FieldError[]
  readonly typed: string
}

/** What was said about one flag, by whom, and the place to go on. */
export const Talk = ({ visit, talk, errors, typed }: TalkProps) => {
  const at = visit.ctx
  return (
    <ContractHeading at={at} title={FLAG_WORDS[talk.flag]} errors={errors}>
      <p class="govuk-body">
        The test looks at {talk.looksAt}. {words.changesNothing}
      </p>
      {talk.flag === CHALLENGES ? <Raised at={at} /> : <Found at={at} found={talk.found} />}
      <h2 class="govuk-heading-m">What to ask</h2>
      <p class="govuk-body">{talk.ask}</p>
      <h2 class="govuk-heading-m">What was said</h2>
      {talk.talk.length === 0 ? <p class="govuk-body">Nothing yet.</p> : null}
      {talk.talk.map((note) => (
        <OneNote note={note} />
      ))}
      <form method="post" novalidate id="form" class="rt-no-print">
        <FormSeal visit={visit} />
        <Textarea
          name="says"
          label={{ text: 'What you say about it', class: 'govuk-label--m' }}
          hint="The provider reads it too. Your name goes with it."
          error={errorAt(errors, 'says')}
          value={typed}
          rows={4}
        />
        <Button>Keep it with the flag</Button>
      </form>
    </ContractHeading>
  )
}

const OneNote = ({ note }: { readonly note: Note }) => {
  const { body, name, at } = note
  const on = dayOf(at)
  return body.kind === 'flag' ? (
    <blockquote class="rt-block">
      <p class="govuk-body">{body.says}</p>
      <p class="govuk-body-s">
        {name}
        {on === undefined ? '' : `, ${dateInWords(on)}`}
        {body.value === undefined ? '' : `. It stood at ${body.value}, beside ${body.limit ?? ''}`}
      </p>
    </blockquote>
  ) : null
}

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
