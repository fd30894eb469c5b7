import { z } from 'zod'
import { entryOf, every } from '../../domain/contracts/ledger.ts'
import { choice, optionalText } from '../../platform/web/fields.ts'
import { parseForm } from '../../platform/web/form.ts'
import { answerReferral } from './decide.ts'
import { ReferralForm } from './forms.tsx'
import { providerPath } from './laid.tsx'
import { stampOf, taskPage } from './task-page.tsx'
import { referralWords } from './words.ts'

const referralForm = z.object({
  accepts: choice(['yes', 'no'], referralWords.missing),
  why: optionalText({ most: 2000 }),
})

export const referral = taskPage({
  path: 'referral/:referral',
  params: { referral: 'entry' },
  room: '',
  title: referralWords.title,
  audited: 'a form to answer a referral',
  notice: referralWords.kept,
  about: ({ ctx, params }) => {
    // What this very form has answered before is still what it is about: sent twice it is answered once.
    const referred = ctx.isWhole ? entryOf(ctx.ledger, 'referred', params['referral']) : undefined
    const answer = [...every(ctx.ledger, 'accepted'), ...every(ctx.ledger, 'declined')].find(
      (each) => referred !== undefined && ctx.ledger.byId.get(each.referral)?.id === referred.id,
    )
    return answer === undefined || answer.id === ctx.idFor('answer') ? referred : undefined
  },
  shows: (props, referred) => <ReferralForm {...props} referred={referred} />,
  back: ({ ctx }) => providerPath(ctx.opened.id),
  decides: (form, visit, referred) => {
    const parsed = parseForm(referralForm, form)
    if (parsed.kind === 'bad') return parsed
    const { accepts, why } = parsed.value
    if (accepts === 'no' && why === undefined)
      return {
        kind: 'bad',
        errors: [{ field: 'why', says: referralWords.whyMissing, at: 'why' }],
        typed: form.values,
      }
    return answerReferral(stampOf(visit, 'answer'), visit.ctx.ledger, {
      referral: referred.id,
      accepts: accepts === 'yes',
      why,
    })
  },
})
