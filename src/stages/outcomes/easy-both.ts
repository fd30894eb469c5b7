import type { Step } from '../../domain/answer.ts'
import { isToTalkAbout, twoByTwo } from '../../domain/outcomes/two-by-two.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { outcomeFacts } from '../../record/outcome-facts.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type AtTable, disputePath, mayDo, recordPath } from '../../table/at-table.ts'
import { type EasyRow, type EasyView, rowIf } from '../../table/easy-read.tsx'
import { isThePerson, nameFor, turnedTo } from '../../table/reader.ts'
import { SPOKEN } from '../../table/reasons.tsx'
import { shortened, wordsOf } from '../../table/said.tsx'
import { cornerOf, reasonsFor } from './both-page.tsx'
import { easyWords } from './words-easy.ts'
import { bothWords as words } from './words-over-time.ts'

/** A reason, and under the first that rests on it what somebody said. */
function reasonRows(table: AtTable, steps: readonly Step[]): readonly EasyRow[] {
  const { reader, state, record } = table
  const shown = new Set<string>()
  return steps.flatMap((step): readonly EasyRow[] => [
    { symbol: 'list', says: turnedTo(reader, state, step.says) },
    ...(step.entries ?? []).flatMap((id): readonly EasyRow[] => {
      const entry = state.byId.get(id)
      if (entry === undefined || shown.has(entry.id) || !SPOKEN.includes(entry.kind)) return []
      shown.add(entry.id)
      const by = entry.kind === 'statement' ? entry['said-by'] : entry.by
      return [
        {
          symbol: 'speak',
          says: `${nameFor(reader, state, by)}, ${dateInWords(dayOfWhen(entry.on))}:`,
          quote: shortened(wordsOf(entry)),
          ...(mayDo(table, 'conversation', 'dispute')
            ? { link: { href: disputePath(record, entry.id), says: easyWords.wrong } }
            : {}),
        },
      ]
    }),
  ])
}

/** Was what the person wanted met, and do they do more than before: the answer, and every reason. */
export function easyBoth(table: AtTable): EasyView {
  const mine = isThePerson(table.reader)
  const answer = twoByTwo(outcomeFacts(table.state))
  const intro: readonly EasyRow[] = [
    { symbol: 'ask', says: mine ? words.intro : words.introOther(table.state.person.name) },
    ...rowIf(mine, { symbol: 'balance', says: words.equal }),
  ]
  const view = { title: words.title, path: recordPath(table.record, 'outcomes', 'both') }
  if (answer.kind !== 'known') {
    const missing = answer.kind === 'needs' ? [words.unknownNeeds(answer.facts[0]?.about ?? '')] : []
    return { ...view, parts: [{ rows: [...intro, { symbol: 'time', says: words.unknown, also: missing }] }] }
  }
  const corner = cornerOf(answer.value.wish, answer.value.growth === 'grew')
  return {
    ...view,
    parts: [
      {
        rows: [
          ...intro,
          {
            symbol: answer.value.wish === 'met' ? 'face-good' : 'face-middle',
            says: mine ? words.corners[corner] : `${words.short[corner]}.`,
          },
          ...rowIf(isToTalkAbout(answer.value), { symbol: 'talk', says: words.talk }),
        ],
      },
      {
        heading: words.why,
        rows: [
          { symbol: 'eye', says: words.rule(mine) },
          ...reasonRows(table, reasonsFor(table, answer.because)),
        ],
      },
    ],
  }
}
