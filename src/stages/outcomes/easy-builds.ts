import { FORM_WORDS } from '../../domain/allocation/support.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { dayOfWhen } from '../../record/values.ts'
import type { SymbolName } from '../../platform/govuk/symbol.tsx'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { type EasyPart, type EasyRow, rowIf } from '../../table/easy-read.tsx'
import { isThePerson, nameWithin } from '../../table/reader.ts'
import { type Builder, type Offered, buildsView } from './view-builds.ts'
import type { HopeView } from './view-hopes.ts'
import { BUILDER_WORDS, words } from './words-builds.ts'

const SYMBOLS: Readonly<Record<Builder, SymbolName>> = {
  equipment: 'equipment',
  technology: 'technology',
  reablement: 'health',
  skill: 'skill',
  community: 'community',
}

const offeredRow =
  ({ reader, state }: AtTable) =>
  ({ option, builder, liked, answer }: Offered): EasyRow => ({
    symbol: builder === undefined ? 'idea' : SYMBOLS[builder],
    says: `${option.what} (${FORM_WORDS[option.form]}).`,
    also: [
      `Put on the table by ${nameWithin(reader, state, option['proposed-by'])}, ${dateInWords(dayOfWhen(option.on))}.`,
      ...(liked === undefined ? [] : [isThePerson(reader) ? words.liked(liked) : words.likedOther(liked)]),
      answer === undefined
        ? words.open
        : `${answer.outcome === 'accepted' ? words.accepted : words.refused}, ${dateInWords(dayOfWhen(answer.on))}:`,
    ],
    ...(answer === undefined ? {} : { quote: answer.why }),
  })

/** What was offered that builds, what was not, and what is near by. */
export function easyBuilds(table: AtTable, view: HopeView): readonly EasyPart[] {
  const { isStepSeen, offered, notOffered, need, near } = buildsView(table.state, view, table.directory)
  if (!mayDo(table, 'plan', 'read') || (!isStepSeen && offered.length === 0)) return []
  const options = (more: Readonly<Record<string, string>>) =>
    `${recordPath(table.record, 'plan', 'options', 'new')}?${new URLSearchParams(more).toString()}`
  const mayOffer = mayAdd(table, 'option')
  return [
    {
      heading: words.title,
      rows: [
        { symbol: 'growth', says: isThePerson(table.reader) ? words.intro : words.introOther },
        ...rowIf(offered.length === 0, { symbol: 'question', says: words.none }),
        ...offered.map(offeredRow(table)),
      ],
    },
    {
      heading: notOffered.length === 0 ? undefined : words.notOffered,
      rows: [
        ...notOffered.map(
          (builder): EasyRow => ({
            symbol: SYMBOLS[builder],
            says: `${BUILDER_WORDS[builder].name}: ${BUILDER_WORDS[builder].such}.`,
          }),
        ),
        ...(need === undefined
          ? [{ symbol: 'question', says: words.noNeed } as const]
          : rowIf(mayOffer, {
              symbol: 'write',
              says: words.offer,
              link: { href: options({ need }), says: words.offer },
            })),
      ],
    },
    {
      heading: near.length === 0 ? undefined : words.near,
      rows: near.map(
        (service): EasyRow => ({
          symbol: 'community',
          says: `${service.name}. ${service.about}`,
          ...(need !== undefined && mayOffer
            ? { link: { href: options({ need, service: service.id }), says: service.name } }
            : {}),
        }),
      ),
    },
  ]
}
