import { all } from '../../record/state.ts'
import { inList } from '../../domain/checks/telling.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { WarningText } from '../../platform/govuk/warning-text.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, mayAdd, mayDo } from '../../table/at-table.ts'
import { isPersonsSide } from '../../table/findings-view.ts'
import { Frame } from '../../table/frame.tsx'
import { mayPrice } from './decide-option.ts'
import { OptionCard } from './option-card.tsx'
import { SumFields } from './option-propose.tsx'
import { type OptionView, onlyWayFor } from './view-options.ts'
import { GROUND_WORDS, answerWords, priceWords, rankWords } from './words-options.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly view: OptionView
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const label = (text: string) => ({ text, class: 'govuk-label--m' })
const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

/** What the law says to whoever is about to refuse, before they do. */
const Warnings = ({ visit, view }: Pick<Props, 'visit' | 'view'>) => {
  const { state } = visit.ctx
  const only = onlyWayFor(state, view.option)
  return (
    <>
      {only.length === 0 ? null : (
        <WarningText>{answerWords.costWarning(inList(only.map(({ text }) => `“${text}”`)))}</WarningText>
      )}
      {all(state, 'risk').length > 0 ? null : <p class="govuk-body">{answerWords.riskWarning}</p>}
    </>
  )
}

export const AnswerForm = ({ visit, view, errors, typed }: Props) => {
  const table = visit.ctx
  const open = view.answer === undefined && mayAdd(table, 'option-answered')
  return (
    <Frame title={answerWords.title} errors={errors}>
      <div class="rt-cards">
        <OptionCard table={table} view={view} within="answered" level={2} />
      </div>
      {open ? (
        <form method="post" novalidate id="form">
          <FormSeal visit={visit} head={table.head} />
          <Warnings visit={visit} view={view} />
          <Radios
            name="outcome"
            legend={legend(answerWords.outcome)}
            error={errorAt(errors, 'outcome')}
            value={textOf(typed, 'outcome')}
            items={[
              { value: 'accepted', text: answerWords.accepted },
              { value: 'refused', text: answerWords.refused },
            ]}
          />
          <Radios
            name="ground"
            class="govuk-radios--small"
            legend={legend(answerWords.ground)}
            hint={answerWords.groundHint}
            error={errorAt(errors, 'ground')}
            value={textOf(typed, 'ground')}
            items={Object.entries(GROUND_WORDS).map(([value, text]) => ({ value, text }))}
          />
          <Textarea
            name="why"
            label={label(answerWords.why)}
            hint={answerWords.whyHint}
            error={errorAt(errors, 'why')}
            value={textOf(typed, 'why')}
            rows={4}
          />
          <Button>{answerWords.keep}</Button>
        </form>
      ) : null}
    </Frame>
  )
}

export const PriceForm = ({ visit, view, errors, typed }: Props) => (
  <Frame title={priceWords.title} errors={errors}>
    <div class="rt-cards">
      <OptionCard table={visit.ctx} view={view} within="priced" level={2} />
    </div>
    {mayPrice(view.option, visit.ctx.reader.party, mayDo(visit.ctx, 'plan', 'judge')) ? null : (
      <p class="govuk-body">{priceWords.notYours}</p>
    )}
    <form method="post" novalidate id="form">
      <FormSeal visit={visit} head={visit.ctx.head} />
      <SumFields errors={errors} typed={typed} priceHint="Put 0 if it costs nothing." />
      <Textarea
        name="from"
        label={label(priceWords.from)}
        hint={priceWords.fromHint}
        error={errorAt(errors, 'from')}
        value={textOf(typed, 'from')}
        rows={2}
      />
      <Button>{priceWords.keep}</Button>
    </form>
  </Frame>
)

type RankProps = Omit<Props, 'view'> & { readonly options: readonly OptionView[] }

export const rankField = (index: number): string => `liked-${index + 1}`

/** What is liked most: a number to each, as the person says it. */
export const RankForm = ({ visit, options, errors, typed }: RankProps) => {
  const { reader, state, head } = visit.ctx
  const own = isPersonsSide(reader)
  return (
    <Frame title={own ? rankWords.title : rankWords.titleOther(state.person.name)} errors={errors}>
      <p class="govuk-body">{own ? rankWords.intro : rankWords.introOther}</p>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        {options.map(({ option }, index) => (
          <Input
            name={rankField(index)}
            label={option.what}
            error={errorAt(errors, rankField(index))}
            value={textOf(typed, rankField(index))}
            inputMode="numeric"
            class="govuk-input--width-2"
          />
        ))}
        {own ? null : (
          <Input
            name="how"
            label={label(rankWords.how)}
            error={errorAt(errors, 'how')}
            value={textOf(typed, 'how')}
          />
        )}
        <Button>{rankWords.keep}</Button>
      </form>
    </Frame>
  )
}
