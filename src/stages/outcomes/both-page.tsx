import type { Step } from '../../domain/answer.ts'
import { type Place, QUARTERS, isToTalkAbout, twoByTwo } from '../../domain/outcomes/two-by-two.ts'
import { outcomeFacts } from '../../record/outcome-facts.ts'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { type AtTable, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { Frame } from '../../table/frame.tsx'
import { Reasons } from '../../table/reasons.tsx'
import { isThePerson } from '../../table/reader.ts'
import { bothWords as words } from './words-over-time.ts'

const bothPath = (record: string): string => recordPath(record, 'outcomes', 'both')

type Corner = keyof typeof words.corners
export const cornerOf = (wish: Place['wish'], grew: boolean): Corner => `${wish}-${grew ? 'grew' : 'not'}`

/** The reasons as everybody reads them; to the person they say “you” where they say who saw it. */
export const reasonsFor = ({ reader }: AtTable, steps: readonly Step[]): readonly Step[] =>
  isThePerson(reader)
    ? steps.map((step) => ({
        ...step,
        says: step.says
          .replace(/ as the person saw it on /, ' as you saw it on ')
          .replace(/(\d{4}) the person said “/, '$1 you said “'),
      }))
    : steps

/** The four corners, with the one where the person stands marked in words. */
const Four = ({ place }: { readonly place: Place }) => {
  const here = cornerOf(place.wish, place.growth === 'grew')
  return (
    <ul class="rt-four">
      {QUARTERS.map(({ wish, grew }) => {
        const corner = cornerOf(wish, grew)
        return (
          <li class={corner === here ? 'rt-four__corner rt-four__corner--here' : 'rt-four__corner'}>
            {words.short[corner]}
            {corner === here ? <span class="govuk-visually-hidden">. {words.here}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}

/** Was what the person wanted met, and did independence grow: for one person, with every reason. */
export const BothPage = ({ table }: { readonly table: AtTable }) => {
  const mine = isThePerson(table.reader)
  const answer = twoByTwo(outcomeFacts(table.state))
  return (
    <Frame title={words.title}>
      <p class="govuk-body-l">{mine ? words.intro : words.introOther(table.state.person.name)}</p>
      {mine ? <p class="govuk-body">{words.equal}</p> : null}
      <EasySwitch path={bothPath(table.record)} easy={false} />
      {answer.kind === 'known' ? (
        <>
          <Four place={answer.value} />
          <p class="govuk-body">
            <strong>
              {mine
                ? words.corners[cornerOf(answer.value.wish, answer.value.growth === 'grew')]
                : words.short[cornerOf(answer.value.wish, answer.value.growth === 'grew')]}
            </strong>
          </p>
          {isToTalkAbout(answer.value) ? <InsetText>{words.talk}</InsetText> : null}
          <h2 class="govuk-heading-m">{words.why}</h2>
          <p class="govuk-body">{words.rule(mine)}</p>
          <Reasons table={table} steps={reasonsFor(table, answer.because)} />
        </>
      ) : (
        <InsetText>
          {words.unknown} {answer.kind === 'needs' ? words.unknownNeeds(answer.facts[0]?.about ?? '') : ''}
        </InsetText>
      )}
    </Frame>
  )
}
