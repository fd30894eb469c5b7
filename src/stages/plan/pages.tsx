import { type RecordState, find } from '../../record/state.ts'
import type { Plan } from '../../record/plan-words.ts'
import { notFound } from '../../platform/web/answer.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { answerPages } from './answer-pages.tsx'
import { askedVersion } from './asked-version.ts'
import { statementPages } from './budget-pages.tsx'
import { careHomePages } from './care-home-pages.tsx'
import { Changes } from './changes.tsx'
import { draftPages } from './draft-pages.tsx'
import { goalPages } from './goal-pages.tsx'
import { issuePages } from './issue-pages.tsx'
import { linePages } from './line-pages.tsx'
import { NoPlan, PlanPage, titleOf } from './plan.tsx'
import { signPages } from './sign-pages.tsx'
import { answersTo, plansIn } from './view.ts'
import { changesWords, words } from './words.ts'

const plan: RecordPage = {
  path: '/records/:record/plan',
  may: { resource: 'plan', action: 'read' },
  audited: 'the plan',
  get: ({ ctx }) => {
    const plans = plansIn(ctx.state)
    const version = plans.inForce ?? plans.draft ?? plans.versions.at(-1)
    return laid(ctx, 'plan', {
      title: titleOf(version),
      main:
        version === undefined ? (
          <NoPlan table={ctx} />
        ) : (
          <PlanPage table={ctx} plans={plans} version={version} />
        ),
    })
  },
}

const planNamed = (state: RecordState, visit: Visit<AtTable>, param: string): Plan | undefined =>
  find(state, 'plan', visit.params[param])

const version: RecordPage = {
  path: '/records/:record/plan/version/:plan',
  params: { plan: 'entry' },
  may: { resource: 'plan', action: 'read' },
  audited: 'a version of the plan',
  get: (visit) => {
    const { ctx } = visit
    const plans = plansIn(ctx.state)
    const found = askedVersion(visit)
    if (found === undefined) return notFound
    return laid(ctx, 'plan', {
      title: `${titleOf(found)}, version ${found.plan.version}`,
      main: <PlanPage table={ctx} plans={plans} version={found} />,
      before: backTo(recordPath(ctx.record, 'plan'), words.title),
    })
  },
}

const changes: RecordPage = {
  path: '/records/:record/plan/changes/:plan/:to',
  params: { plan: 'entry', to: 'entry' },
  may: { resource: 'plan', action: 'read' },
  audited: 'what changed in the plan',
  get: (visit) => {
    const { ctx } = visit
    const [before, after] = ['plan', 'to'].map((param) => planNamed(ctx.state, visit, param))
    if (before === undefined || after === undefined) return notFound
    const agreed = (answersTo(ctx.state, before).at(-1)?.extent ?? 'disagrees') !== 'disagrees'
    return laid(ctx, 'plan', {
      title: changesWords.title,
      main: <Changes table={ctx} before={before} after={after} agreed={agreed} />,
      before: backTo(recordPath(ctx.record, 'plan'), words.title),
    })
  },
}

export const planPages: readonly RecordPage[] = [
  plan,
  version,
  changes,
  ...answerPages,
  ...goalPages,
  ...draftPages,
  ...linePages,
  ...issuePages,
  ...signPages,
  ...statementPages,
  ...careHomePages,
]
