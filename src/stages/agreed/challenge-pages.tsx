import { z } from 'zod'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { choice, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { backTo, formErrors, laid } from '../../table/frame.tsx'
import { ChallengeForm, OneChallenge } from './challenge-form.tsx'
import { challengeWork, settleChallenge } from './decide.ts'
import { agreedOf, agreedPath, keep } from './keep.ts'
import type { Agreed, Challenge } from './view.ts'
import { isWorker } from './voice.ts'
import { challengeWords, settleWords, words } from './words.ts'

const READ = { resource: 'support', action: 'read' } as const
const JUDGE = { resource: 'support', action: 'judge' } as const

/** The worker’s or manager’s seat at the contract, in their own name. */
const seatOf = async ({ ctx }: Visit<AtTable>, contract: string): Promise<string | undefined> =>
  (ctx.reader.relationships.includes('worker')
    ? await ctx.contracts.seat(contract, 'social-worker')
    : undefined) ?? ctx.contracts.seat(contract, 'manager')

const challengePath = ({ ctx }: Visit<AtTable>, { under }: Agreed, challenge: string): string =>
  recordPath(ctx.record, 'agreed', under.id, 'challenge', challenge)

const formPage = (
  visit: Visit<AtTable>,
  agreed: Agreed,
  errors: readonly FieldError[],
  values: Values,
): Answer =>
  laid(visit.ctx, 'agreed', {
    title: challengeWords.title,
    main: <ChallengeForm visit={visit} agreed={agreed} errors={errors} values={values} />,
    before: backTo(agreedPath(visit), words.title),
    bad: errors.length > 0,
  })

const challengeForm = z.object({ says: text(challengeWords.saysMissing) })

const challenge: RecordPage = {
  path: '/records/:record/agreed/:contract/challenge',
  params: { contract: 'entry' },
  may: JUDGE,
  maySend: JUDGE,
  audited: 'a form to challenge what a provider did',
  get: async (visit) => {
    const agreed = await agreedOf(visit)
    return agreed === undefined || !isWorker(visit.ctx) ? notFound : formPage(visit, agreed, [], {})
  },
  post: async (visit) => {
    const agreed = await agreedOf(visit)
    if (agreed === undefined || !isWorker(visit.ctx)) return notFound
    const show = (errors: readonly FieldError[]) => formPage(visit, agreed, errors, visit.form.values)
    const parsed = parseForm(challengeForm, visit.form)
    if (parsed.kind === 'bad') return show(parsed.errors)
    const by = await seatOf(visit, agreed.under.id)
    if (by === undefined) return show(formErrors([challengeWords.notYours]))
    const decided = challengeWork({ ...parsed.value, stamp: visit.ctx.stamp('note'), by }, agreed)
    return keep(visit, { agreed, decided, to: agreedPath(visit), notice: challengeWords.kept, show })
  },
}

type Found = { readonly agreed: Agreed; readonly one: Challenge }

async function foundOf(visit: Visit<AtTable>): Promise<Found | undefined> {
  const agreed = await agreedOf(visit)
  const one = agreed?.challenges.find(({ challenged }) => challenged.id === visit.params['challenge'])
  return agreed === undefined || one === undefined ? undefined : { agreed, one }
}

const onePage = (
  visit: Visit<AtTable>,
  { agreed, one }: Found,
  errors: readonly FieldError[],
  values: Values,
): Answer =>
  laid(visit.ctx, 'agreed', {
    title: settleWords.title,
    main: (
      <OneChallenge
        visit={visit}
        agreed={agreed}
        challenge={one}
        maySettle={visit.ctx.reader.relationships.includes('manager')}
        errors={errors}
        values={values}
      />
    ),
    before: backTo(agreedPath(visit), words.title),
    bad: errors.length > 0,
  })

const settleForm = z.object({
  upheld: choice(['yes', 'no'], settleWords.missing),
  says: text(settleWords.saysMissing),
})

const settle: RecordPage = {
  path: '/records/:record/agreed/:contract/challenge/:challenge',
  params: { contract: 'entry', challenge: 'entry' },
  may: READ,
  maySend: JUDGE,
  audited: 'a challenge to a provider',
  get: async (visit) => {
    const found = await foundOf(visit)
    return found === undefined ? notFound : onePage(visit, found, [], {})
  },
  post: async (visit) => {
    const found = await foundOf(visit)
    if (found === undefined || !visit.ctx.reader.relationships.includes('manager')) return notFound
    const { agreed, one } = found
    const show = (errors: readonly FieldError[]) => onePage(visit, found, errors, visit.form.values)
    const parsed = parseForm(settleForm, visit.form)
    if (parsed.kind === 'bad') return show(parsed.errors)
    const by = await visit.ctx.contracts.seat(agreed.under.id, 'manager')
    if (by === undefined) return notFound
    const decided = settleChallenge(
      {
        stamp: visit.ctx.stamp('note'),
        by,
        challenge: one.challenged.id,
        upheld: parsed.value.upheld === 'yes',
        says: parsed.value.says,
      },
      agreed,
    )
    const to = challengePath(visit, agreed, one.challenged.id)
    return keep(visit, { agreed, decided, to, notice: settleWords.kept, show })
  },
}

export const challengePages: readonly RecordPage[] = [challenge, settle]
