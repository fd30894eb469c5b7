import { dateInWords } from '../../domain/dates/plain-date.ts'
import { OWN_SCALE_WORDS, itemInWords } from '../../domain/outcomes/own-scale.ts'
import { eyeOf } from '../../record/outcome-facts.ts'
import { dayOfWhen } from '../../record/values.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type AtTable, mayAdd, recordPath } from '../../table/at-table.ts'
import { type EasyRow, type EasyView, EasySwitch, rowIf } from '../../table/easy-read.tsx'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameFor, nameWithin } from '../../table/reader.ts'
import { Answer, FACES } from './faces.tsx'
import { type ItemOverTime, type ItemSeen, numbersOf, wellbeingOverTime } from './view-measures.ts'
import { words } from './words-measures.ts'

export const wellbeingPath = (record: string, ...parts: readonly string[]): string =>
  recordPath(record, 'outcomes', 'wellbeing', ...parts)

const eye = (table: AtTable) => eyeOf(table.state, table.reader.party)
export const mayTellWellbeing = (table: AtTable): boolean =>
  mayAdd(table, 'measure') && (eye(table) === 'person' || eye(table) === 'worker')
export const mayTakeNumbers = (table: AtTable): boolean => mayAdd(table, 'measure') && eye(table) === 'worker'

const Items = ({ items }: { readonly items: readonly ItemOverTime[] }) => (
  <Table
    stacks
    firstCellIsHeader
    caption={<span class="govuk-visually-hidden">{words.title}</span>}
    head={['', words.first, words.now, '']}
    rows={items.map(({ item, seen, moved }) => {
      const [first] = seen
      const last = seen.at(-1)
      return [
        itemInWords(item),
        first === undefined || moved === 'once'
          ? ''
          : {
              text: (
                <>
                  <Answer level={first.level} />, {dateInWords(first.on)}
                </>
              ),
            },
        last === undefined
          ? ''
          : {
              text: (
                <>
                  <Answer level={last.level} />, {dateInWords(last.on)}
                </>
              ),
            },
        { text: moved === 'once' ? '' : <Tag class="govuk-tag--grey">{words.moved[moved]}</Tag> },
      ]
    })}
  />
)

const Numbers = ({ table }: { readonly table: AtTable }) => {
  const numbers = numbersOf(table.state)
  if (numbers.length === 0 && !mayTakeNumbers(table)) return null
  return (
    <section>
      {numbers.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{words.numbers}</h2>
          <p class="govuk-body">{words.numbersIntro}</p>
          <ul class="govuk-list govuk-list--bullet">
            {numbers.map((measure) => (
              <li>
                {dateInWords(dayOfWhen(measure.on))}, {nameFor(table.reader, table.state, measure.by)}:{' '}
                {Object.entries(measure.items)
                  .map(([domain, number]) => `${domain} ${number}`)
                  .join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayTakeNumbers(table) ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={wellbeingPath(table.record, 'numbers')}>
            {words.addNumbers}
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** How life is in the person's own scale, first and now, with their own items. */
export const WellbeingPage = ({ table }: { readonly table: AtTable }) => {
  const items = wellbeingOverTime(table.state)
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">
        {isThePerson(table.reader) ? words.intro : words.introOther(table.state.person.name)}
      </p>
      <EasySwitch path={wellbeingPath(table.record)} easy={false} />
      {items.length === 0 ? <p class="govuk-body">{words.none}</p> : <Items items={items} />}
      {mayTellWellbeing(table) ? (
        <>
          <ButtonLink href={wellbeingPath(table.record, 'say')}>{words.say}</ButtonLink>
          <p class="govuk-body">{words.readers}</p>
        </>
      ) : null}
      <Numbers table={table} />
    </Frame>
  )
}

/** The same in easy read: the first answer and the last, as the whole page has them. */
export const easyWellbeing = (table: AtTable): EasyView => {
  const items = wellbeingOverTime(table.state)
  const { reader, state, record } = table
  return {
    title: words.title,
    path: wellbeingPath(record),
    parts: [
      {
        rows: [
          { symbol: 'heart', says: isThePerson(reader) ? words.intro : words.introOther(state.person.name) },
          ...rowIf(items.length === 0, { symbol: 'question', says: words.none }),
          ...items.flatMap(({ item, seen, moved }): readonly EasyRow[] => {
            const [first] = seen
            const last = seen.at(-1)
            const row = (at: ItemSeen, says = ''): EasyRow => ({
              symbol: FACES[at.level],
              says: `${itemInWords(item)}, ${dateInWords(at.on)}: ${OWN_SCALE_WORDS[at.level]}.${says}`,
            })
            if (first === undefined || last === undefined) return []
            return moved === 'once' ? [row(last)] : [row(first), row(last, ` ${words.moved[moved]}.`)]
          }),
          ...numbersOf(state).map(
            (measure): EasyRow => ({
              symbol: 'list',
              says: `${words.numbers}. ${dateInWords(dayOfWhen(measure.on))}, ${nameWithin(reader, state, measure.by)}: ${Object.entries(
                measure.items,
              )
                .map(([domain, number]) => `${domain} ${number}`)
                .join(', ')}.`,
            }),
          ),
          ...rowIf(mayTellWellbeing(table), {
            symbol: 'write',
            says: words.readers,
            link: { href: wellbeingPath(record, 'say'), says: words.say },
          }),
        ],
      },
    ],
  }
}
