import { dateInWords } from '../../domain/dates/plain-date.ts'
import { OWN_SCALE, OWN_SCALE_WORDS, itemInWords } from '../../domain/outcomes/own-scale.ts'
import { isForTheWorkerToo } from '../../record/heard.ts'
import { eyeOf } from '../../record/outcome-facts.ts'
import { dayOfWhen } from '../../record/values.ts'
import { ButtonLink } from '../../platform/govuk/button.tsx'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { type EasyRow, type EasyView, EasySwitch, rowIf } from '../../table/easy-read.tsx'
import { Frame } from '../../table/frame.tsx'
import { isThePerson } from '../../table/reader.ts'
import { Answer, FACES } from './faces.tsx'
import { type Measure, continuityOf, heardOf } from './view-measures.ts'
import { heardWords } from './words-measures.ts'

export const heardPath = (record: string, ...parts: readonly string[]): string =>
  recordPath(record, 'outcomes', 'heard', ...parts)

const isManager = (table: AtTable): boolean => table.reader.relationships.includes('manager')
export const mayTellHeard = (table: AtTable): boolean =>
  mayAdd(table, 'measure') &&
  mayDo(table, 'heard', 'say') &&
  (eyeOf(table.state, table.reader.party) === 'person' || isManager(table))

/** Whether those who work with the person can read it: beside each, so that nobody has to remember what they ticked. */
const readersSay = ({ reader }: AtTable, measure: Measure): string => {
  const own = isThePerson(reader)
  if (isForTheWorkerToo(measure)) return own ? heardWords.withWorker : heardWords.withWorkerOther
  return own ? heardWords.notWorker : heardWords.notWorkerOther
}

const Heard = ({ table, measure }: { readonly table: AtTable; readonly measure: Measure }) => (
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
    <p class="govuk-body-s">{readersSay(table, measure)}</p>
  </section>
)

const continuitySays = ({ state }: AtTable): string => {
  const { workers, since } = continuityOf(state)
  return `${heardWords.workers(workers)} ${since === undefined ? '' : heardWords.since(dateInWords(since))}`.trim()
}

/** To the person, to whoever tells it for them, and to those who read it. */
export const heardIntro = (table: AtTable): string => {
  const { name } = table.state.person
  if (isThePerson(table.reader)) return heardWords.intro
  if (eyeOf(table.state, table.reader.party) === 'person') return heardWords.introFor(name)
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
      {isManager(table) ? (
        <section>
          <h2 class="govuk-heading-m">{heardWords.continuity}</h2>
          <p class="govuk-body">{continuitySays(table)}</p>
        </section>
      ) : null}
    </Frame>
  )
}

/** What was answered of one talk, a face beside each, and what was said in free words. */
const heardRows =
  (table: AtTable) =>
  (measure: Measure): readonly EasyRow[] => {
    const on = dateInWords(dayOfWhen(measure.on))
    return [
      ...Object.entries(measure.items).flatMap(([item, level]): readonly EasyRow[] => {
        const found = OWN_SCALE.find((each) => each === level)
        return found === undefined
          ? []
          : [{ symbol: FACES[found], says: `${on}. ${itemInWords(item)}: ${OWN_SCALE_WORDS[found]}.` }]
      }),
      ...(measure.note === undefined || measure.note === ''
        ? []
        : [{ symbol: 'speak', says: `${on}.`, quote: measure.note } as const]),
      {
        symbol: isForTheWorkerToo(measure) ? 'eye' : 'lock',
        says: readersSay(table, measure),
      },
    ]
  }

/** The same in easy read. */
export const easyHeard = (table: AtTable): EasyView => {
  const heard = heardOf(table.state)
  return {
    title: heardWords.title,
    path: heardPath(table.record),
    parts: [
      {
        rows: [
          { symbol: 'hear', says: heardIntro(table) },
          ...rowIf(mayTellHeard(table), {
            symbol: 'write',
            says: heardWords.say,
            link: { href: heardPath(table.record, 'say'), says: heardWords.say },
          }),
          ...rowIf(heard.length === 0, { symbol: 'question', says: heardWords.none }),
          ...heard.flatMap(heardRows(table)),
          ...rowIf(isManager(table), { symbol: 'helper', says: continuitySays(table) }),
        ],
      },
    ],
  }
}
