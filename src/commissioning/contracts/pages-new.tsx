import { MODELS } from '../../domain/contracts/terms.ts'
import { BackLink } from '../../platform/govuk/back-link.tsx'
import { type Answer, redirect, refused } from '../../platform/web/answer.ts'
import { type FieldError, type Values, textOf } from '../../platform/web/form.ts'
import type { Page, Visit } from '../../platform/web/page.ts'
import { formErrors } from '../../table/frame.tsx'
import { AUDITED, DECIDES, type Need } from './door.ts'
import type { AtNewContract } from './door-new.ts'
import { CheckStep } from './draft-check.tsx'
import { draftFrom } from './draft-file.ts'
import { stepPath } from './draft-frame.tsx'
import { AboutStep, GuardsStep, PaysStep, ServicesStep } from './draft-steps.tsx'
import { TermsStep } from './draft-terms.tsx'
import { STEPS, type Step, readAbout } from './draft.ts'
import { contractPath, laidBuying } from './laid.tsx'
import { STEP_TITLES, newWords as w } from './words-draft.ts'
import { words } from './words.ts'

export type NewContractPage = Page<AtNewContract, Need>

type Shown = { readonly step: Step; readonly values: Values; readonly errors: readonly FieldError[] }

function Main({ visit, step, ...props }: Shown & { readonly visit: Visit<AtNewContract> }) {
  const { drafting } = visit.ctx
  switch (step) {
    case 'about':
      return <AboutStep drafting={drafting} {...props} />
    case 'pays':
      return <PaysStep {...props} />
    case 'services':
      return <ServicesStep {...props} />
    case 'terms': {
      const about = readAbout(props.values)
      const today = drafting.today
      return (
        <TermsStep
          model={MODELS.find((model) => model === textOf(props.values, 'model')) ?? 'indicators'}
          span={about.kind === 'good' ? about.value : { from: today, to: today }}
          {...props}
        />
      )
    }
    case 'guards':
      return <GuardsStep {...props} />
    case 'check': {
      const drafted = draftFrom(props.values, drafting, 'check')
      return drafted.kind === 'contract' ? (
        <CheckStep visit={visit} contract={drafted.contract} {...props} />
      ) : null
    }
  }
}

function stepPage(visit: Visit<AtNewContract>, shown: Shown): Answer {
  const before = STEPS[STEPS.indexOf(shown.step) - 1]
  return laidBuying('/contracts', {
    title: `${STEP_TITLES[shown.step]}: ${w.title}`,
    main: <Main visit={visit} {...shown} />,
    before:
      before === undefined ? (
        <BackLink href="/contracts">{words.title}</BackLink>
      ) : (
        <BackLink href={stepPath(before, shown.values)}>{STEP_TITLES[before]}</BackLink>
      ),
    bad: shown.errors.length > 0,
  })
}

/** The page that was asked for; or the first before it on which something is to be mended. */
function pageAsked(visit: Visit<AtNewContract>): Answer {
  const values = visit.query
  const step = STEPS.find((each) => each === textOf(values, 'step')) ?? 'about'
  const asksMore = textOf(values, 'more') !== ''
  // Another row was asked for on the page before the one that comes next: it is shown again, with nothing held against it yet.
  const wanted = asksMore ? (STEPS[STEPS.indexOf(step) - 1] ?? step) : step
  const before = STEPS[STEPS.indexOf(wanted) - 1]
  const drafted = before === undefined ? undefined : draftFrom(values, visit.ctx.drafting, before)
  return drafted?.kind === 'bad'
    ? stepPage(visit, { ...drafted, values })
    : stepPage(visit, { step: wanted, values, errors: [] })
}

const newContract: NewContractPage = {
  path: '/contracts/new',
  may: DECIDES,
  maySend: DECIDES,
  audited: AUDITED,
  get: pageAsked,
  post: async (visit) => {
    const { ctx, form } = visit
    const { values } = form
    const drafted = draftFrom(values, ctx.drafting, 'check')
    if (drafted.kind === 'bad') return stepPage(visit, { ...drafted, values })
    if (form.lookOver === true) return stepPage(visit, { step: 'check', values, errors: [] })
    const kept = await ctx.open(drafted.contract)
    switch (kept.kind) {
      case 'kept':
        return redirect(contractPath(kept.id), w.kept)
      case 'there-already':
        return stepPage(visit, { step: 'check', values, errors: formErrors([w.there]) })
      case 'denied':
        return refused([words.denied], '/contracts')
    }
  },
}

export const newContractPages: readonly NewContractPage[] = [newContract]
