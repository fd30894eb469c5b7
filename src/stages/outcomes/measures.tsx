import { dateInWords } from '../../domain/dates/plain-date.ts'
import { OWN_SCALE, OWN_SCALE_WORDS, type OwnLevel, itemInWords } from '../../domain/outcomes/own-scale.ts'
import { eyeOf } from '../../record/outcome-facts.ts'
import { dayOfWhen } from '../../record/values.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { Symbol, type SymbolName } from '../../platform/govuk/symbol.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type AtTable, mayAdd, recordPath } from '../../table/at-table.ts'
import { EasyRead, EasySwitch } from '../../table/easy-read.tsx'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameFor } from '../../table/reader.ts'
import {
  type ItemOverTime,
  type Measure,
  continuityOf,
  heardOf,
  numbersOf,
  wellbeingOverTime,
} from './view-measures.ts'
import { heardWords, words } from './words-measures.ts'

export const wellbeingPath = (record: string, ...parts: readonly string[]): string =>
  recordPath(record, 'outcomes', 'wellbeing', ...parts)
export const heardPath = (record: string, ...parts: readonly string[]): string =>
  recordPath(record, 'outcomes', 'heard', ...parts)

const eye = (table: AtTable) => eyeOf(table.state, table.reader.party)
export const mayTellWellbeing = (table: AtTable): boolean =>
  mayAdd(table, 'measure') && (eye(table) === 'person' || eye(table) === 'worker')
export const mayTakeNumbers = (table: AtTable): boolean => mayAdd(table, 'measure') && eye(table) === 'worker'
const isManager = (table: AtTable): boolean => table.reader.relationships.includes('manager')
export const mayTellHeard = (table: AtTable): boolean =>
  mayAdd(table, 'measure') && (eye(table) === 'person' || isManager(table))

/** A face says at a glance what the words beside it say. */
const FACES: Readonly<Record<OwnLevel, SymbolName>> = {
  0: 'face-bad',
  1: 'face-bad',
  2: 'face-middle',
  3: 'face-good',
  4: 'face-good',
}

const Answer = ({ level }: { readonly level: OwnLevel }) => (
  <>
    <Symbol name={FACES[level]} beside small /> {OWN_SCALE_WORDS[level]}
  </>
)

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

export const EasyWellbeing = ({ table }: { readonly table: AtTable }) => (
  <Frame title={words.title}>
    <EasySwitch path={wellbeingPath(table.record)} easy />
    <EasyRead
      rows={[
        {
          symbol: 'heart',
          says: isThePerson(table.reader) ? words.intro : words.introOther(table.state.person.name),
        },
        ...wellbeingOverTime(table.state).flatMap(({ item, seen }) => {
          const last = seen.at(-1)
          return last === undefined
            ? []
            : [{ symbol: FACES[last.level], says: `${itemInWords(item)}. ${OWN_SCALE_WORDS[last.level]}.` }]
        }),
      ]}
    />
  </Frame>
)

const Heard = ({ table, measure }: { readonly table: AtTable; readonly measure: Measure }) => {
  const own = isThePerson(table.reader)
  const kept = new Set(measure.withheld?.from)
  const worker = [...table.state.parties.values()].filter(
    ({ role, id }) => role === 'social-worker' && !kept.has(id),
  )
  return (
    <section class="rt-block" id={measure.id}>
      <h2 class="govuk-heading-s">{dateInWords(dayOfWhen(measure.on))}</h2>
      <ul class="govuk-list">
        {Object.entries(measure.items).map(([item, level]) => {
          const found = OWN_SCALE.find((each) => each === level)
          return (
            <li>
              {itemInWords(item)}: {found === undefined ? '' : <Answer level={found} />}
            </li>
          )
        })}
      </ul>
      {measure.note === undefined || measure.note === '' ? null : (
        <p class="govuk-body">
          <q class="rt-quote">{measure.note}</q>
        </p>
      )}
      {worker.length === 0 ? null : (
        <p class="govuk-body-s">{own ? heardWords.withWorker : heardWords.withWorkerOther}</p>
      )}
    </section>
  )
}

const Continuity = ({ table }: { readonly table: AtTable }) => {
  const { workers, since } = continuityOf(table.state)
  return (
    <section>
      <h2 class="govuk-heading-m">{heardWords.continuity}</h2>
      <p class="govuk-body">
        {heardWords.workers(workers)} {since === undefined ? '' : heardWords.since(dateInWords(since))}
      </p>
    </section>
  )
}

const heardIntro = (table: AtTable): string => {
  const { name } = table.state.person
  if (eye(table) === 'person') return heardWords.intro
  return isManager(table) ? heardWords.introManager(name) : heardWords.introWorker(name)
}

/** How talks went, in the person's words, told to the manager and kept from the worker unless the person wants it seen. */
export const HeardPage = ({ table }: { readonly table: AtTable }) => {
  const heard = heardOf(table.state)
  return (
    <Frame title={heardWords.title}>
      <p class="govuk-body-l">{heardIntro(table)}</p>
      <EasySwitch path={heardPath(table.record)} easy={false} />
      {mayTellHeard(table) ? (
        <ButtonLink href={heardPath(table.record, 'say')}>{heardWords.say}</ButtonLink>
      ) : null}
      {heard.length === 0 ? <p class="govuk-body">{heardWords.none}</p> : null}
      {heard.map((measure) => (
        <Heard table={table} measure={measure} />
      ))}
      {isManager(table) ? <Continuity table={table} /> : null}
    </Frame>
  )
}

export const EasyHeard = ({ table }: { readonly table: AtTable }) => (
  <Frame title={heardWords.title}>
    <EasySwitch path={heardPath(table.record)} easy />
    <EasyRead
      rows={[
        { symbol: 'hear', says: heardIntro(table) },
        ...(mayTellHeard(table)
          ? [
              {
                symbol: 'write' as const,
                says: heardWords.say,
                link: { href: heardPath(table.record, 'say'), says: heardWords.say },
              },
            ]
          : []),
        ...heardOf(table.state).map((measure) => ({
          symbol: 'speak' as const,
          says: dateInWords(dayOfWhen(measure.on)),
          quote: measure.note,
        })),
      ]}
    />
  </Frame>
)
