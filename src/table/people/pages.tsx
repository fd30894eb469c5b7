import { z } from 'zod'
import { type Answer, redirect } from '../../platform/web/answer.ts'
import { choice, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { workerOf } from '../../record/state.ts'
import { type AtTable, type RecordPage, recordPath } from '../at-table.ts'
import { backTo, formErrors, laid } from '../frame.tsx'
import { sendOr } from '../send.ts'
import { handOver } from './decide.ts'
import { AddForm, AskForm, type Candidate, HandOverForm } from './forms.tsx'
import { People } from './people.tsx'
import { ADDED_ROLES, addWords, askWords, handOverWords, words } from './words.ts'

const peoplePath = ({ ctx }: Visit<AtTable>): string => recordPath(ctx.record, 'people')

const people: RecordPage = {
  path: '/records/:record/people',
  may: { resource: 'people', action: 'read' },
  audited: 'the people at the table',
  get: ({ ctx }) => laid(ctx, 'people', { title: words.title, main: <People table={ctx} /> }),
}

type Errors = readonly FieldError[]

const addPage = (visit: Visit<AtTable>, errors: Errors, typed: Values): Answer =>
  laid(visit.ctx, 'people', {
    title: addWords.title,
    before: backTo(peoplePath(visit), words.title),
    main: <AddForm visit={visit} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })

const addForm = z.object({
  name: text(addWords.nameMissing, { most: 200 }),
  role: choice(ADDED_ROLES, addWords.roleMissing),
  relationship: optionalText({ most: 200 }),
})

const add: RecordPage = {
  path: '/records/:record/people/add',
  may: { resource: 'people', action: 'judge' },
  maySend: { resource: 'people', action: 'judge' },
  audited: 'a form to add somebody to the table',
  get: (visit) => addPage(visit, [], {}),
  post: async (visit) => {
    const parsed = parseForm(addForm, visit.form)
    if (parsed.kind === 'bad') return addPage(visit, parsed.errors, parsed.typed)
    const { name, role, relationship } = parsed.value
    const same = [...visit.ctx.state.parties.values()].some(
      (party) => party.name === name && party.role === role,
    )
    if (same) return addPage(visit, formErrors([addWords.there]), visit.form.values)
    const seated = await visit.ctx.seat({
      name,
      role,
      ...(relationship === undefined ? {} : { relationship }),
    })
    return seated.kind === 'denied'
      ? addPage(visit, formErrors([handOverWords.denied]), visit.form.values)
      : redirect(peoplePath(visit), addWords.kept)
  },
}

const WORKS = ['social-worker', 'occupational-therapist', 'assessor'] as const
type Works = (typeof WORKS)[number]
const worksAs = (role: string | null | undefined): Works | undefined => WORKS.find((works) => works === role)

/** Those of the team who could work with the person, and those of the record who do such work; not who does it now. */
async function candidatesFor({ ctx }: Visit<AtTable>): Promise<readonly Candidate[]> {
  const team = await ctx.colleagues()
  const now = workerOf(ctx.state)
  const known = [...ctx.state.parties.values()].filter(({ role }) => worksAs(role) !== undefined)
  const all = [...team.map(({ id, name, role }) => ({ id, name, role: role ?? '' })), ...known]
  const byId = new Map(all.map(({ id, name, role }) => [id, { id, name, role }] as const))
  return [...byId.values()].filter(({ id, role }) => id !== now && worksAs(role) !== undefined)
}

const handOverPage = (
  visit: Visit<AtTable>,
  candidates: readonly Candidate[],
  errors: Errors,
  typed: Values,
): Answer =>
  laid(visit.ctx, 'people', {
    title: handOverWords.title,
    before: backTo(peoplePath(visit), words.title),
    main: <HandOverForm visit={visit} candidates={candidates} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })

const handOverForm = z.object({ to: text(handOverWords.toMissing, { most: 200 }), says: optionalText() })

const worker: RecordPage = {
  path: '/records/:record/people/worker',
  may: { resource: 'people', action: 'decide' },
  maySend: { resource: 'people', action: 'decide' },
  audited: 'a form to say who works with the person',
  get: async (visit) => handOverPage(visit, await candidatesFor(visit), [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const candidates = await candidatesFor(visit)
    const again = (errors: Errors, typed: Values) => handOverPage(visit, candidates, errors, typed)
    const parsed = parseForm(handOverForm, form)
    if (parsed.kind === 'bad') return again(parsed.errors, parsed.typed)
    const to = candidates.find(({ id }) => id === parsed.value.to)
    const role = worksAs(to?.role)
    if (to === undefined || role === undefined)
      return again([{ field: 'to', says: handOverWords.toMissing, at: 'to' }], form.values)
    const decision = handOver(
      {
        stamp: ctx.stamp('worker'),
        note: ctx.stamp('note'),
        to: to.id,
        toName: to.name,
        says: parsed.value.says ?? '',
      },
      ctx.state,
    )
    if (decision.kind === 'done' && !ctx.state.parties.has(to.id)) {
      const seated = await ctx.seat({ name: to.name, role }, to.id)
      if (seated.kind === 'denied') return again(formErrors([handOverWords.denied]), form.values)
    }
    return sendOr(visit, decision, peoplePath(visit), handOverWords.kept, (errors) =>
      again(errors, form.values),
    )
  },
}

const ASKED = ['finance', 'broker', 'provider'] as const
const askedAs = (role: string | null | undefined) => ASKED.find((asked) => asked === role)

/** Finance, brokers and providers who are not at the table yet. */
async function askedFor({ ctx }: Visit<AtTable>): Promise<readonly Candidate[]> {
  const all = await ctx.colleagues()
  return all.flatMap(({ id, name, role }) =>
    askedAs(role) === undefined || ctx.state.parties.has(id) ? [] : [{ id, name, role: role ?? '' }],
  )
}

const askPage = (
  visit: Visit<AtTable>,
  candidates: readonly Candidate[],
  errors: Errors,
  typed: Values,
): Answer =>
  laid(visit.ctx, 'people', {
    title: askWords.title,
    before: backTo(peoplePath(visit), words.title),
    main: <AskForm visit={visit} candidates={candidates} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })

const ask: RecordPage = {
  path: '/records/:record/people/ask',
  may: { resource: 'people', action: 'decide' },
  maySend: { resource: 'people', action: 'decide' },
  audited: 'a form to ask somebody to the table',
  get: async (visit) => askPage(visit, await askedFor(visit), [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const candidates = await askedFor(visit)
    const parsed = parseForm(z.object({ who: text(askWords.missing, { most: 200 }) }), form)
    if (parsed.kind === 'bad') return askPage(visit, candidates, parsed.errors, parsed.typed)
    const { who } = parsed.value
    if (ctx.state.parties.has(who)) return redirect(peoplePath(visit), askWords.kept)
    const asked = candidates.find(({ id }) => id === who)
    const role = askedAs(asked?.role)
    if (asked === undefined || role === undefined)
      return askPage(visit, candidates, [{ field: 'who', says: askWords.missing, at: 'who' }], form.values)
    const seated = await ctx.seat({ name: asked.name, role }, asked.id)
    return seated.kind === 'denied'
      ? askPage(visit, candidates, formErrors([handOverWords.denied]), form.values)
      : redirect(peoplePath(visit), askWords.kept)
  },
}

export const peoplePages: readonly RecordPage[] = [people, add, worker, ask]
