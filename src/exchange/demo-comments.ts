import { type PlainDate, addDays } from '../domain/dates/plain-date.ts'
import type { Database, Query } from '../platform/database/database.ts'

// What some of the people of the demonstration said about lines of the model, and what the council answered: so that whoever
// tries the service out finds a conversation there, and one comment that still has to be read.

type Step = {
  readonly kind: 'shown' | 'not-shown' | 'answer'
  readonly says?: string
  /** days before today */
  readonly ago: number
}

type DemoComment = {
  readonly account: string
  readonly line: string
  readonly byName: boolean
  readonly ago: number
  readonly says: string
  readonly steps: readonly Step[]
}

/** Who reads and answers in the demonstration. */
const BY = 'ama-boateng'

const COMMENTS: readonly DemoComment[] = [
  {
    account: 'maria-figueiredo',
    line: 'price.personal-assistant.hour.2026-04-01',
    byName: true,
    ago: 47,
    says: 'I employ my own team. Once holidays, the pension and the insurance are paid, what is left is less than the supermarket pays. Two good assistants left me this year for that. Put in the line what the employer’s costs are, so that everybody can see what is left for the hour.',
    steps: [
      { kind: 'shown', ago: 44 },
      {
        kind: 'answer',
        says: 'You are right that one figure hides this. The price has 32% of employer’s costs in it, and we had written that only in small print. We are asking everybody who employs assistants here what they pay in fact. The price is looked at again in January, and what comes of it is written here.',
        ago: 12,
      },
    ],
  },
  {
    account: 'rudo-gwatidzo',
    line: 'rule.awake-from',
    byName: false,
    ago: 20,
    says: 'I get up three times a night, for a quarter of an hour each. That is less than your sixty minutes, and I am no use at work the day after. Count how often somebody is woken, not only for how long.',
    steps: [{ kind: 'shown', ago: 17 }],
  },
  {
    account: 'karan-vallory',
    line: 'time.copy-days',
    byName: true,
    ago: 3,
    says: 'Fourteen days for a copy is too long. Support may start within fourteen days as well, so it may have begun before we have read what was agreed.',
    steps: [],
  },
]

/** Midday, so that a day is the same day in London all year. */
const at = (on: PlainDate, ago: number): string => `${addDays(on, -ago)}T12:00:00Z`

/** @returns the comment's id, or nothing where it is there already or nobody of that name signs in */
async function say(query: Query, comment: DemoComment, on: PlainDate): Promise<string | undefined> {
  const { account, line, byName, ago, says } = comment
  const [kept] = await query<{ id: string }>(
    `insert into guarded.comment (line, account, name, says, at, key)
     select $1, a.id, case when $2 then a.name end, $3, $4, $5 from roundtable.account a where a.id = $6
     on conflict do nothing returning id`,
    [line, byName, says, at(on, ago), `demo/${line}`, account],
  )
  return kept?.id
}

/** What was said about the model before today. Once: a later start finds it there. @returns how many comments came in */
export const bringComments = (database: Database, on: PlainDate): Promise<number> =>
  database.asOwner(async (query) => {
    let brought = 0
    for (const comment of COMMENTS) {
      const id = await say(query, comment, on)
      if (id === undefined) continue
      brought += 1
      for (const [index, { kind, says, ago }] of comment.steps.entries()) {
        await query(
          `insert into guarded.comment_step (comment, number, kind, says, account, name, at)
           select $1, $2, $3, $4, a.id, a.name, $5 from roundtable.account a where a.id = $6`,
          [id, index + 1, kind, says ?? null, at(on, ago), BY],
        )
      }
    }
    return brought
  })
