import { dated } from '../../domain/checks/clocks.ts'
import { LADDER, LEVELS } from '../../domain/outcomes/ladder.ts'
import { restingOn } from '../../record/resting.ts'
import { openDisputesOf } from '../../record/state.ts'
import { AskOne, AskWords, Asked, type Filling } from '../../table/asks.tsx'
import { disputePath, mayDo, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { KIND_WORDS, entryInWords } from '../../table/entry-words.ts'
import { Frame } from '../../table/frame.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { DisputeNote } from '../../table/standing-dispute.tsx'
import { type PutRightAble, mayPutRight } from './decide-put-right.ts'
import { putRightWords as words } from './words-put-right.ts'

type Props = Filling & { readonly entry: PutRightAble }

const Rests = ({ visit: { ctx }, entry }: Props) => {
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

/** What stands now, what it should be, and how that is known. */
export const PutRightForm = (props: Props) => {
  const { entry, ...filling } = props
  const { ctx } = filling.visit
  const { reader, state, record } = ctx
  const disputes = openDisputesOf(state, entry.id)
  const may = mayPutRight(entry, reader.party, mayDo(ctx, 'conversation', 'judge'))
  return (
    <Frame title={words.title} errors={filling.errors}>
      <EasySwitch path={recordPath(record, 'conversation', 'put-right', entry.id)} easy={false} />
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
        </>
      ) : (
        <p class="govuk-body">
          {words.notYours}{' '}
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
