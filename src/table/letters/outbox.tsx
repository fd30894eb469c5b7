import { dateInWords, dayOf } from '../../domain/dates/plain-date.ts'
import { Table } from '../../platform/govuk/table.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import type { Database } from '../../platform/database/database.ts'
import { notFound, page } from '../../platform/web/answer.ts'
import { type Enter, type Page, type Route, behind } from '../../platform/web/page.ts'
import { isKind } from '../../record/kinds.ts'
import { recordPath } from '../at-table.ts'
import { KIND_WORDS } from '../entry-words.ts'
import { type PostedAnywhere, postedAnywhere } from './store.ts'
import { STATE_TAGS, stateInWords, words } from './words.ts'

/** The door of a list over many records: it shows no more of each than its letters’ own page, and to nobody else. */
const enterOutbox =
  (database: Database): Enter<readonly PostedAnywhere[] | undefined> =>
  async ({ session, account }, inside) =>
    inside(
      session === undefined || account?.kind !== 'staff'
        ? undefined
        : await database.scoped(session, postedAnywhere),
    )

const dayInWords = (moment: string): string => {
  const day = dayOf(moment)
  return day === undefined ? '' : dateInWords(day)
}

const kindInWords = (kind: string): string => (isKind(kind) ? KIND_WORDS[kind] : 'A letter')

const Outbox = ({ posted }: { readonly posted: readonly PostedAnywhere[] }) => (
  <>
    <h1 class="govuk-heading-l">{words.outboxTitle}</h1>
    <p class="govuk-body-l">{words.outboxIntro}</p>
    {posted.length === 0 ? (
      <p class="govuk-body">{words.outboxNone}</p>
    ) : (
      <Table
        stacks
        caption={<span class="govuk-visually-hidden">{words.outboxTitle}</span>}
        head={['Person', 'What', 'To', 'What became of it', 'When']}
        rows={posted.map(({ record, personName, toName, of, kind, state, channel, trouble, changedAt }) => [
          <a class="govuk-link" href={recordPath(record, 'letters')}>
            {personName}
          </a>,
          <a class="govuk-link" href={recordPath(record, 'letters', of)}>
            {kindInWords(kind)}
            <span class="govuk-visually-hidden"> of {personName}</span>
          </a>,
          toName,
          <>
            <Tag class={STATE_TAGS[state].class}>{STATE_TAGS[state].text}</Tag>{' '}
            {stateInWords(state, channel, trouble)}
          </>,
          dayInWords(changedAt),
        ])}
      />
    )}
  </>
)

const outbox: Page<readonly PostedAnywhere[] | undefined> = {
  path: '/outbox',
  may: 'signed-in',
  audited: 'what was sent, across records',
  get: ({ ctx }) =>
    ctx === undefined ? notFound : page({ title: words.outboxTitle, main: <Outbox posted={ctx} /> }),
}

export const outboxRoutes = (database: Database): readonly Route[] => behind(enterOutbox(database), [outbox])
