import { dateInWords } from '../../domain/dates/plain-date.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import { TOPIC_WORDS, type Topic, isCarerOutcome } from '../../domain/outcomes/topics.ts'
import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all, closingOf } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { TOPIC_SYMBOLS } from '../easy-read.tsx'
import { type Reader, nameFor, nameWithin } from '../reader.ts'
import type { About } from './letter-of.ts'
import { type Block, easyRow, heading, items, paragraphs, under } from './letter.ts'

type Opened = EntryOf<'assessment-opened'>
type Statement = EntryOf<'statement'>

const TITLES: Readonly<Record<Opened['of'], string>> = {
  needs: 'Your assessment',
  carer: 'Your carer’s assessment',
  transition: 'Your assessment before you turn 18',
  reassessment: 'Your new assessment',
}

const WAYS: Readonly<Record<Opened['way'], string>> = {
  'face-to-face': 'face to face',
  'supported-self': 'by you, with support',
  phone: 'by phone',
  online: 'online',
  combined: 'in more than one way',
}

/** What was said and found between the beginning of an assessment and its end, or the beginning of the next. */
function within(state: RecordState, opened: Opened): readonly Entry[] {
  const { entries } = state
  const from = entries.indexOf(opened)
  const closing = closingOf(state, opened)
  const isNext = (entry: Entry, index: number) =>
    index > from && entry.kind === 'assessment-opened' && entry.subject === opened.subject
  const end = closing === undefined ? entries.findIndex(isNext) : entries.indexOf(closing)
  return entries.slice(from + 1, end < 0 ? entries.length : end)
}

const isAbout = (state: RecordState, opened: Opened, { topic, about, 'said-by': by }: Statement): boolean =>
  opened.of === 'carer'
    ? isCarerOutcome(topic) && (about ?? by) === opened.subject
    : !isCarerOutcome(topic) && (about ?? state.person.id) === state.person.id

function voice(state: RecordState, reader: Reader, said: Statement): string {
  const level = said.level === undefined ? '' : ` On the ladder: “${LADDER[said.level]}”.`
  return `${nameFor(reader, state, said['said-by'])}, ${dateInWords(dayOfWhen(said.on))}: “${said.text}”${level}`
}

function needLines(state: RecordState, reader: Reader, need: EntryOf<'need'>): string {
  const met = need['met-by']
  const by =
    met === undefined || !met.willing || !met.able
      ? ''
      : ` ${nameFor(reader, state, met.carer)} ${met.carer === reader.party ? 'help' : 'helps'} with this now, without pay. It is still a need.`
  return `${need.text} ${need.cause === '' ? '' : `This comes from: ${need.cause}. `}${need['impact-why']}${by}`.trim()
}

function byTopic(state: RecordState, reader: Reader, statements: readonly Statement[]): readonly Block[] {
  const topics = [...new Set<Topic>(statements.map(({ topic }) => topic))]
  return topics.flatMap((topic) => [
    heading(TOPIC_WORDS[topic]),
    ...items(statements.filter((said) => said.topic === topic).map((said) => voice(state, reader, said))),
  ])
}

/** The record of the assessment, which the person is given whether they ask for it or not (Care Act 2014, section 12(3)). */
export function aboutAssessment(state: RecordState, reader: Reader, opened: Opened): About {
  const part = within(state, opened)
  const statements = part.filter(
    (entry): entry is Statement => entry.kind === 'statement' && isAbout(state, opened, entry),
  )
  const owner = opened.of === 'carer' ? opened.subject : undefined
  const needs = all(state, 'need').filter((need) => part.includes(need) && need.of === owner)
  const closing = closingOf(state, opened)
  const assessor = nameWithin(reader, state, opened.assessor)
  return {
    title: TITLES[opened.of],
    ...(closing?.outcome === 'completed'
      ? {}
      : {
          draft:
            closing === undefined ? 'This assessment is not finished.' : 'This assessment was not completed.',
        }),
    blocks: [
      ...paragraphs(
        `This is what was said and found in your assessment. It began on ${dateInWords(dayOfWhen(opened.on))}, ${WAYS[opened.way]}, with ${assessor}.`,
        'Everything stands here with the name of who said it. If something is wrong or missing, tell us.',
      ),
      ...byTopic(state, reader, statements),
      ...under('The needs that were found', items(needs.map((need) => needLines(state, reader, need)))),
    ],
    easy: [
      easyRow('talk', `We talked about your life. We talked with ${assessor}.`),
      easyRow('speak', 'This is what everyone said.'),
      ...needs.map(({ text, topics: [topic] }) =>
        easyRow(topic === undefined ? 'helper' : TOPIC_SYMBOLS[topic], `You need help with this: ${text}`),
      ),
      closing?.outcome === 'completed'
        ? easyRow('list', 'The talk is finished.')
        : easyRow('time', 'The talk is not finished.'),
    ],
  }
}
