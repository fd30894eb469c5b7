import type { IndicativeBudget, Line } from '../../domain/allocation/budget.ts'
import { indicativeBudget } from '../../domain/allocation/built-up.ts'
import { because } from '../../domain/allocation/reason.ts'
import { inWords, pence } from '../../domain/money/pence.ts'
import { TOPIC_WORDS, isTopic } from '../../domain/outcomes/topics.ts'
import { changeInWords } from '../../domain/population/gains-words.ts'
import { leversOf, standInWords } from '../../domain/population/levers.ts'
import { allocationFacts } from '../../record/allocation-facts.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { textOf } from '../../platform/web/form.ts'
import type { AtTable, RecordPage } from '../../table/at-table.ts'
import { Frame, backTo, laid } from '../../table/frame.tsx'
import { Reasons } from '../../table/reasons.tsx'
import { type Asked, askedFor } from './view-what-if.ts'
import { words } from './words-what-if.ts'

const LINE_KINDS: Readonly<Record<Line['kind'], string>> = {
  support: '',
  night: '',
  sharing: 'Sharing: ',
  travel: 'Travel: ',
  contingency: 'For good days and bad days',
}

const nameOf = ({ kind, topic }: Line): string =>
  `${LINE_KINDS[kind]}${isTopic(topic) ? TOPIC_WORDS[topic] : ''}`

const budgetBy = (table: AtTable, model: AtTable['model']): IndicativeBudget | undefined => {
  const answer = indicativeBudget(model, allocationFacts(table.state))
  return answer.kind === 'known' ? answer.value : undefined
}

type Both = { readonly now: IndicativeBudget; readonly after: IndicativeBudget }

/** Every line of either sum, in order. */
const linesOf = ({ now, after }: Both): readonly (readonly [Line | undefined, Line | undefined])[] => {
  const ids = [...new Set([...now.lines, ...after.lines].map(({ id }) => id))]
  return ids.map((id) => [
    now.lines.find((line) => line.id === id),
    after.lines.find((line) => line.id === id),
  ])
}

const money = (amount: number): string => inWords(pence<'week'>(amount))

const Sums = ({ both }: { readonly both: Both }) => (
  <Table
    stacks
    caption="A week, line by line"
    captionClass="govuk-table__caption--m"
    firstCellIsHeader
    head={[
      'For',
      { text: words.now, numeric: true },
      { text: words.with, numeric: true },
      { text: words.difference, numeric: true },
    ]}
    rows={[
      ...linesOf(both).map(([was, is]) => [
        was === undefined ? (is === undefined ? '' : nameOf(is)) : nameOf(was),
        { text: money(was?.weekly ?? 0), numeric: true },
        { text: money(is?.weekly ?? 0), numeric: true },
        { text: changeInWords((is?.weekly ?? 0) - (was?.weekly ?? 0)), numeric: true },
      ]),
      [
        <strong>Together</strong>,
        { text: <strong>{money(both.now.weekly)}</strong>, numeric: true },
        { text: <strong>{money(both.after.weekly)}</strong>, numeric: true },
        { text: <strong>{changeInWords(both.after.weekly - both.now.weekly)}</strong>, numeric: true },
      ],
    ]}
  />
)

/** Both workings of each line that changes, one under the other; what stays as it is is only named. */
const How = ({ table, both }: { readonly table: AtTable; readonly both: Both }) => {
  const lines = linesOf(both)
  const changed = lines.filter(([was, is]) => was?.weekly !== is?.weekly)
  const same = lines.flatMap(([was, is]) => (was !== undefined && was.weekly === is?.weekly ? [was] : []))
  const onPaper = new Set<string>()
  return (
    <>
      {changed.map(([was, is]) => {
        const line = was ?? is
        return line === undefined ? null : (
          <Details summary={`How this was worked out: ${nameOf(line)}`}>
            {[[words.now, was] as const, [words.with, is] as const].map(([when, one]) => (
              <>
                <h2 class="govuk-heading-s">{when}</h2>
                {one === undefined ? (
                  <p class="govuk-body">{words.notIn}</p>
                ) : (
                  <Reasons table={table} steps={because(one)} onPaper={onPaper} />
                )}
              </>
            ))}
          </Details>
        )
      })}
      {same.length === 0 ? null : (
        <p class="govuk-body">
          {words.same}: {same.map(nameOf).join('; ')}.
        </p>
      )}
    </>
  )
}

const Moved = ({ table, asked }: { readonly table: AtTable; readonly asked: Asked }) => {
  const levers = leversOf(table.model, table.state.on).filter(({ key }) => asked.moves.has(key))
  return levers.length === 0 ? (
    <InsetText>{words.nothingMoved}</InsetText>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {levers.map((lever) => (
        <li>
          {lever.says}: {standInWords(lever, lever.now)} now,{' '}
          <strong>{standInWords(lever, asked.moves.get(lever.key) ?? lever.now)}</strong> with the change
        </li>
      ))}
    </ul>
  )
}

const OnePerson = ({ table, asked }: { readonly table: AtTable; readonly asked: Asked }) => {
  const [now, after] = [budgetBy(table, table.model), budgetBy(table, asked.model)]
  return (
    <Frame
      title={words.oneTitle}
      errors={asked.errors.map(({ says }) => ({ field: 'form', says, at: 'main-content' }))}
    >
      <p class="govuk-body-l">{words.oneIntro}</p>
      <Moved table={table} asked={asked} />
      {now === undefined || after === undefined ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <>
          <p class="rt-sum">
            <strong class="rt-sum__figure--s">{money(now.weekly)}</strong> now,{' '}
            <strong class="rt-sum__figure--s">{money(after.weekly)}</strong> with the change:{' '}
            {changeInWords(after.weekly - now.weekly)}
            {after.weekly === now.weekly ? '' : ' a week'}
          </p>
          <Sums both={{ now, after }} />
          <How table={table} both={{ now, after }} />
        </>
      )}
    </Frame>
  )
}

/** One person's explained sum before and after a change of the model, for whoever may read their money. */
export const whatIfOfOne: RecordPage = {
  path: '/records/:record/what-if',
  may: { resource: 'money', action: 'read' },
  audited: 'what a change of prices would do to the sum',
  get: ({ ctx, query, account, params }) => {
    const asked = askedFor(ctx.model, ctx.state.on, (name) => textOf(query, name))
    return laid(ctx, 'budget', {
      title: words.oneTitle,
      main: <OnePerson table={ctx} asked={asked} />,
      // Who came here from the figures of their team goes back there; everybody else has no such page.
      before:
        account?.role === 'manager'
          ? backTo('/insight/what-if', words.title)
          : backTo(`/records/${params['record'] ?? ''}/budget`, 'Money'),
      bad: asked.errors.length > 0,
    })
  },
}
