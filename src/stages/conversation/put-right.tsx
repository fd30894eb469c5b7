import type { ComponentChildren } from 'preact'
import { dated } from '../../domain/checks/clocks.ts'
import { LADDER, LEVELS } from '../../domain/outcomes/ladder.ts'
import type { Entry } from '../../record/entries.ts'
import { type Said, wordsToPutRight } from '../../record/put-right.ts'
import { restingOn } from '../../record/resting.ts'
import { openDisputesOf } from '../../record/state.ts'
import { textOf } from '../../platform/web/form.ts'
import { AskOne, AskWords, Asked, type Filling } from '../../table/asks.tsx'
import { type AtTable, disputePath, mayDo } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { KIND_WORDS, entryInWords } from '../../table/entry-words.ts'
import { Frame } from '../../table/frame.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { mayMend, putRightPath, whyNotNow } from '../../table/put-right-link.tsx'
import { DisputeNote } from '../../table/standing-dispute.tsx'
import { putRightWords as words } from './words-put-right.ts'

type Props<E extends Entry> = Filling & { readonly entry: E }

const Rests = ({ visit: { ctx }, entry }: Props<Entry>) => {
  const resting = restingOn(ctx.state, entry.id)
  if (resting.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{words.rests}</h2>
      <p class="govuk-body">{words.restsIntro}</p>
      <ul class="govuk-list govuk-list--bullet">
        {resting.map((one) => (
          <li>
            {KIND_WORDS[one.kind]}, {dated(one)}: {entryInWords(one, ctx.reader, ctx.state)[0]}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whose it is to put right, or why it cannot be put right now. */
export const notYoursSays = (table: AtTable, entry: Entry): string => {
  const why = whyNotNow(table, entry)
  return why === undefined ? words.notYours : words.notNow(why)
}

/** What stands now, who says that it is wrong, the form for those who may put it right, and what rests on it. */
const Around = (props: Props<Entry> & { readonly children: ComponentChildren }) => {
  const { entry, errors, children } = props
  const { ctx } = props.visit
  const { reader, state, record } = ctx
  const disputes = openDisputesOf(state, entry.id)
  const may = mayMend(ctx, entry)
  return (
    <Frame title={words.title} errors={errors}>
      <EasySwitch path={putRightPath(record, entry)} easy={false} />
      <blockquote class="rt-block">
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          {KIND_WORDS[entry.kind]}, {dated(entry)}
        </p>
        {entryInWords(entry, reader, state).map((line) => (
          <p class="govuk-body">{line}</p>
        ))}
      </blockquote>
      {disputes.map((dispute) => (
        <DisputeNote table={ctx} dispute={dispute} />
      ))}
      {disputes.length > 0 && may ? <p class="govuk-body">{words.disputed}</p> : null}
      {may ? (
        <>
          <p class="govuk-body">{words.intro}</p>
          <LawHere step="correction" />
          {children}
        </>
      ) : (
        <p class="govuk-body">
          {notYoursSays(ctx, entry)}{' '}
          {mayDo(ctx, 'conversation', 'dispute') ? (
            <a class="govuk-link" href={disputePath(record, entry.id)}>
              {words.sayWrong}
            </a>
          ) : null}
        </p>
      )}
      <Rests {...props} />
    </Frame>
  )
}

/** What somebody said: how it should read, how they manage, and how that is known. */
export const PutRightForm = (props: Props<Said>) => {
  const { entry, ...filling } = props
  return (
    <Around {...props}>
      <Asked visit={filling.visit} button={words.keep}>
        <AskOne
          {...filling}
          name="how"
          says={words.how}
          of={[
            { value: 'wrong', text: words.wrong },
            { value: 'no-longer', text: words.noLonger },
          ]}
        />
        <AskWords {...filling} name="text" says={words.textWrong} hint={words.textHint} rows={4} />
        {entry.kind === 'statement' ? (
          <AskOne
            {...filling}
            name="level"
            says={words.level}
            hint={words.levelHint}
            of={LEVELS.map((level) => ({ value: String(level), text: LADDER[level] }))}
          />
        ) : null}
        <AskWords {...filling} name="why" says={words.why} hint={words.whyHint} />
      </Asked>
    </Around>
  )
}

/** Every part of what was written, as it stands, to be changed; and how that is known. */
export const PutWordsRightForm = (props: Props<Entry>) => {
  const { entry, ...filling } = props
  const asked = textOf(filling.typed, 'why') !== '' || filling.errors.length > 0
  return (
    <Around {...props}>
      <p class="govuk-body">{words.partsIntro}</p>
      <Asked visit={filling.visit} button={words.keep}>
        {wordsToPutRight(entry).map(({ says, text, mayBeEmpty }, place) => (
          <AskWords
            {...filling}
            typed={asked ? filling.typed : { [`part-${place}`]: text }}
            name={`part-${place}`}
            says={says}
            hint={mayBeEmpty ? words.mayBeEmpty : undefined}
            rows={4}
          />
        ))}
        <AskWords {...filling} name="why" says={words.why} hint={words.whyHint} />
      </Asked>
    </Around>
  )
}
