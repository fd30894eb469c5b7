import { TOPICS, TOPIC_WORDS, isCarerOutcome } from '../../domain/outcomes/topics.ts'
import type { Entry } from '../../record/entries.ts'
import { AskOne, AskSome, AskWords, Asked, type Choices, type Filling, choicesOf } from '../../table/asks.tsx'
import { KIND_WORDS, entryInWords } from '../../table/entry-words.ts'
import { Frame } from '../../table/frame.tsx'
import { HowTold } from '../../table/how-told.tsx'
import { LawHere } from '../../table/law-here.tsx'
import { OnPaper } from '../../table/paper-form.tsx'
import { nameFor, roleFor } from '../../table/reader.ts'
import { numbered } from '../../record/paper-form.ts'
import type { Matter } from './view.ts'
import {
  EVENT_WORDS,
  GROUND_WORDS,
  concernWords,
  keepWords,
  nextWords,
  saidWords,
  showWords,
} from './words.ts'
import { SAFETY_FORM } from './words-paper.ts'

const people = ({ visit: { ctx } }: Filling, but: readonly string[] = []): Choices =>
  [...ctx.state.parties.values()]
    .filter(({ id }) => !but.includes(id))
    .map(({ id }) => ({
      value: id,
      text: nameFor(ctx.reader, ctx.state, id),
      hint: roleFor(ctx.reader, ctx.state, id),
    }))

/** With the number that the question has on paper too. */
const asked = (name: string, says: string): string => numbered(SAFETY_FORM, name, says)

const AskKeep = ({ from = keepWords.from, ...filling }: Filling & { readonly from?: string }) => (
  <>
    <AskSome
      {...filling}
      name="from"
      says={from}
      hint={keepWords.fromHint}
      of={people(filling, [filling.visit.ctx.reader.party ?? ''])}
    />
    <AskOne {...filling} name="ground" says={keepWords.ground} of={choicesOf(GROUND_WORDS)} />
    <AskWords {...filling} name="keepWhy" says={keepWords.why} rows={2} />
    <AskWords {...filling} name="again" says={keepWords.again} hint={keepWords.againHint} rows={1} />
  </>
)

export const ConcernForm = (filling: Filling) => (
  <Frame title={concernWords.title} errors={filling.errors}>
    <LawHere step="safeguarding" />
    <OnPaper table={filling.visit.ctx} form={SAFETY_FORM} />
    <Asked visit={filling.visit} button={concernWords.keep}>
      <HowTold typed={filling.typed} form={SAFETY_FORM.number} own={concernWords.notTold} />
      <AskWords
        {...filling}
        name="about"
        says={asked('about', concernWords.about)}
        hint={concernWords.aboutHint}
        rows={5}
      />
      <AskWords
        {...filling}
        name="wants"
        says={asked('wants', concernWords.wants)}
        hint={concernWords.wantsHint}
      />
      <AskKeep {...filling} from={asked('from', keepWords.from)} />
    </Asked>
  </Frame>
)

const { concern: _concern, ...NEXT } = EVENT_WORDS

export const NextForm = ({ matter, ...filling }: Filling & { readonly matter: Matter }) => (
  <Frame title={nextWords.title} errors={filling.errors}>
    <blockquote class="rt-block">
      <p class="govuk-body">{matter.first.about}</p>
    </blockquote>
    <LawHere step="safeguarding" />
    <Asked visit={filling.visit} button={nextWords.keep}>
      <AskOne {...filling} name="event" says={nextWords.event} of={choicesOf(NEXT)} />
      <AskWords {...filling} name="about" says={nextWords.about} rows={5} />
      <AskWords {...filling} name="wants" says={nextWords.wants} hint={nextWords.wantsHint} />
      <AskWords {...filling} name="why" says={nextWords.why} hint={nextWords.whyHint} />
      <AskKeep {...filling} />
    </Asked>
  </Frame>
)

export const SaidForm = (filling: Filling) => (
  <Frame title={saidWords.title} errors={filling.errors}>
    <p class="govuk-body">{saidWords.intro}</p>
    <Asked visit={filling.visit} button={saidWords.keep}>
      <AskOne {...filling} name="saidBy" says={saidWords.who} of={people(filling)} />
      <AskOne
        {...filling}
        name="topic"
        says={saidWords.topic}
        of={TOPICS.filter((topic) => !isCarerOutcome(topic)).map((value) => ({
          value,
          text: TOPIC_WORDS[value],
        }))}
      />
      <AskWords {...filling} name="text" says={saidWords.text} rows={4} />
      <AskKeep {...filling} />
    </Asked>
  </Frame>
)

export const ShowForm = ({ entry, ...filling }: Filling & { readonly entry: Entry }) => {
  const { reader, state } = filling.visit.ctx
  return (
    <Frame title={showWords.title} caption={KIND_WORDS[entry.kind]} errors={filling.errors}>
      <blockquote class="rt-block">
        {entryInWords(entry, reader, state).map((line) => (
          <p class="govuk-body">{line}</p>
        ))}
      </blockquote>
      <p class="govuk-body">{showWords.intro}</p>
      <Asked visit={filling.visit} button={showWords.keep}>
        <AskWords {...filling} name="why" says={showWords.why} />
      </Asked>
    </Frame>
  )
}
