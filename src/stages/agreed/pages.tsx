import { z } from 'zod'
import { isLevel } from '../../domain/outcomes/ladder.ts'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { choice, optionalChoice, optionalText } from '../../platform/web/fields.ts'
import { type FieldError, type Form, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, mayDo } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { AgreedPage } from './agreed.tsx'
import { challengePages } from './challenge-pages.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { type Typed, confirmOutcome } from './decide.ts'
import { agreedOf, agreedPath, allAgreed, keep } from './keep.ts'
import { ANSWERS, type Agreed, type AgreedOutcome } from './view.ts'
import { whoPages } from './who-pages.tsx'
import { visitPages } from './visit-pages.tsx'
import { type Voice, isWorker, speakerOf, voiceOf } from './voice.ts'
import { HOW_TOLD, confirmWords, words } from './words.ts'

const READ = { resource: 'support', action: 'read' } as const
const SAY = { resource: 'support', action: 'say' } as const

const room: RecordPage = {
  path: '/records/:record/agreed',
  may: READ,
  audited: 'what was agreed with providers, and what came of it',
  get: async (visit) => {
    const { ctx } = visit
    return laid(ctx, 'agreed', {
      title: words.title,
      main: (
        <AgreedPage
          table={ctx}
          all={await allAgreed(visit)}
          maySay={mayDo(ctx, 'support', 'say') && voiceOf(ctx) !== undefined}
          mayChallenge={mayDo(ctx, 'support', 'judge') && isWorker(ctx)}
        />
      ),
    })
  },
}

const confirmForm = z.object({
  answer: choice(ANSWERS, confirmWords.missing),
  says: optionalText({ most: 2000 }),
  level: optionalChoice(['0', '1', '2', '3', '4']),
})
const typedForm = confirmForm.extend({
  how: choice(HOW_TOLD, confirmWords.howMissing),
  'read-back': choice(['yes'], confirmWords.readBackMissing),
})

type Asked = { readonly agreed: Agreed; readonly view: AgreedOutcome; readonly voice: Voice }

/** What is asked and of whom; nothing where it was not agreed, or the reader has no voice in it. */
async function askedOf(visit: Visit<AtTable>): Promise<Asked | undefined> {
  const agreed = await agreedOf(visit)
  const view = agreed?.outcomes.find(({ outcome }) => outcome.id === visit.params['outcome'])
  const voice = voiceOf(visit.ctx)
  return agreed === undefined || view === undefined || voice === undefined
    ? undefined
    : { agreed, view, voice }
}

const confirmPage = (
  visit: Visit<AtTable>,
  { agreed, view, voice }: Asked,
  errors: readonly FieldError[],
  values: Values,
): Answer =>
  laid(visit.ctx, 'agreed', {
    title: confirmWords.title,
    main: (
      <ConfirmForm
        visit={visit}
        agreed={agreed}
        view={view}
        typed={voice.kind === 'types'}
        errors={errors}
        values={values}
      />
    ),
    before: backTo(agreedPath(visit), words.title),
    bad: errors.length > 0,
  })

/** A worker says how they were told as well; the person, or who acts for them, answers in their own session. */
function parseConfirm(form: Form, voice: Voice, name: string) {
  if (voice.kind !== 'types') return parseForm(confirmForm, form)
  const parsed = parseForm(typedForm, form)
  if (parsed.kind === 'bad') return parsed
  const typed: Typed = { how: parsed.value.how, readBack: parsed.value['read-back'] === 'yes', name }
  return { kind: 'good' as const, value: { ...parsed.value, typed } }
}

const confirm: RecordPage = {
  path: '/records/:record/agreed/:contract/:outcome',
  params: { contract: 'entry', outcome: 'entry' },
  may: SAY,
  maySend: SAY,
  audited: 'a form to say what came of something agreed',
  get: async (visit) => {
    const asked = await askedOf(visit)
    return asked === undefined ? notFound : confirmPage(visit, asked, [], {})
  },
  post: async (visit) => {
    const { ctx, form, account } = visit
    const asked = await askedOf(visit)
    if (asked === undefined) return notFound
    const { agreed, view, voice } = asked
    const parsed = parseConfirm(form, voice, account?.name ?? '')
    if (parsed.kind === 'bad') return confirmPage(visit, asked, parsed.errors, parsed.typed)
    const by = await speakerOf(ctx, voice, agreed.under)
    if (by === undefined) return notFound
    const level = parsed.value.level === undefined ? undefined : Number(parsed.value.level)
    const decided = confirmOutcome(
      {
        ...parsed.value,
        stamp: ctx.stamp('progress'),
        by,
        outcome: view.outcome.id,
        level: isLevel(level) ? level : undefined,
      },
      agreed,
      ctx.state,
    )
    const show = (errors: readonly FieldError[]) => confirmPage(visit, asked, errors, form.values)
    return keep(visit, { agreed, decided, to: agreedPath(visit), notice: confirmWords.kept, show })
  },
}

export const agreedPages: readonly RecordPage[] = [
  room,
  ...challengePages,
  ...visitPages,
  ...whoPages,
  confirm,
]
