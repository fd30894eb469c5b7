import { dateInWords } from '../../domain/dates/plain-date.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { Fieldset } from '../../platform/govuk/fieldset.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtContract } from './door.ts'
import { ContractHeading, providerOf } from './laid.tsx'
import { NeedsAWeek } from './needs-a-week.tsx'
import type { Candidates } from './store.ts'
import { nextReference, unlinked } from './view-candidates.ts'
import { linkWords } from './words-new.ts'

type Props = {
  readonly visit: Visit<AtContract>
  readonly offered: Candidates
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** Stands for “a reference of their own, made now”. */
export const NEW = 'new'

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

/** Who: those whose plan has a line with the provider, by what their worker calls them too; or the reference, typed. */
const Who = ({ offered, errors, typed }: Pick<Props, 'offered' | 'errors' | 'typed'>) => (
  <>
    {offered.candidates.length === 0 ? null : (
      <Radios
        name="who"
        legend={legend(linkWords.who)}
        hint={linkWords.noNames}
        error={errorAt(errors, 'who')}
        value={textOf(typed, 'who')}
        items={offered.candidates.map(({ code, lines }) => ({
          value: code,
          text: code,
          hint: lines.join('; '),
        }))}
      />
    )}
    {offered.candidates.length > 0 && !offered.isMore ? null : (
      <Input
        name="code"
        label={{ text: linkWords.code, class: 'govuk-label--m' }}
        hint={linkWords.codeHint}
        class="govuk-input--width-10"
        error={errorAt(errors, offered.candidates.length === 0 ? 'who' : 'code')}
        value={textOf(typed, 'code')}
      />
    )}
  </>
)

const Needs = ({ visit, errors, typed }: Pick<Props, 'visit' | 'errors' | 'typed'>) => (
  <Fieldset legend={legend(linkWords.needs)} describedBy="needs-hint">
    <div class="govuk-hint" id="needs-hint">
      {linkWords.needsHint}
    </div>
    <NeedsAWeek at={visit.ctx} errors={errors} typed={typed} />
  </Fieldset>
)

/** Says whose record a reference of the contract means, and from when. */
export const LinkPerson = ({ visit, offered, errors, typed }: Props) => {
  const at = visit.ctx
  const free = unlinked(at.opened.file.entries, offered.linked)
  return (
    <ContractHeading at={at} title={linkWords.title} errors={errors}>
      <p class="govuk-body">
        Only people whose plan has a line with {providerOf(at)}, or with a provider to whom it passed support
        on. {linkWords.intro}
      </p>
      {offered.candidates.length === 0 && !offered.isMore ? (
        <InsetText>{linkWords.none}</InsetText>
      ) : (
        <form method="post" novalidate id="form">
          <FormSeal visit={visit} head={at.opened.head} />
          <Who offered={offered} errors={errors} typed={typed} />
          {free.length === 0 ? (
            <input type="hidden" name="as" value={NEW} />
          ) : (
            <Select
              name="as"
              label={{ text: linkWords.as, class: 'govuk-label--m' }}
              hint={linkWords.asHint}
              error={errorAt(errors, 'as')}
              value={textOf(typed, 'as')}
              options={[
                { value: NEW, text: `A new reference, ${nextReference(at.opened.file)}` },
                ...free.map((person) => ({ value: person, text: person })),
              ]}
            />
          )}
          <DateInput
            id="from"
            namePrefix="from"
            legend={legend(linkWords.from)}
            hint={`${linkWords.fromHint} Today, ${dateInWords(at.today)}, or earlier.`}
            error={errorAt(errors, 'from')}
            values={{
              day: textOf(typed, 'from-day'),
              month: textOf(typed, 'from-month'),
              year: textOf(typed, 'from-year'),
            }}
          />
          <Needs visit={visit} errors={errors} typed={typed} />
          <Button>{linkWords.keep}</Button>
        </form>
      )}
    </ContractHeading>
  )
}
