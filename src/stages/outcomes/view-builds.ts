import type { Form } from '../../domain/allocation/support.ts'
import { answerTo, optionsFor } from '../../domain/checks/alternatives.ts'
import { likedNow } from '../../domain/checks/liked.ts'
import { type CommunityService, type Directory, servicesFor } from '../../domain/community/directory.ts'
import { ageOn } from '../../domain/dates/plain-date.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type HopeView, levelsNow } from './view-hopes.ts'

/** The five things that build what somebody can do (Care Act 2014, section 2), and the forms of support that they are. */
export const BUILDERS = ['equipment', 'technology', 'reablement', 'skill', 'community'] as const
export type Builder = (typeof BUILDERS)[number]

const BUILDER_OF: Readonly<Partial<Record<Form, Builder>>> = {
  equipment: 'equipment',
  technology: 'technology',
  reablement: 'reablement',
  community: 'community',
  // Somebody who shows how and steps back.
  'personal-assistant': 'skill',
  agency: 'skill',
}

/** An option that builds, with what was said to it. */
export type Offered = {
  readonly option: EntryOf<'option'>
  /** undefined where it builds and is none of the five, as a flat of one’s own is */
  readonly builder: Builder | undefined
  /** 1 is liked most by the person */
  readonly liked: number | undefined
  readonly answer: EntryOf<'option-answered'> | undefined
}

export type BuildsView = {
  /** a step above where the person is now is thought possible, or hoped for */
  readonly isStepSeen: boolean
  readonly offered: readonly Offered[]
  /** of the five, those of which nothing was offered */
  readonly notOffered: readonly Builder[]
  /** the need for which something can be offered; undefined where none is recorded, or none that the reader sees */
  readonly need: string | undefined
  readonly near: readonly CommunityService[]
}

/** So many places near by are named here; the options have them all. */
const NEAR = 3

export function buildsView(state: RecordState, view: HopeView, directory: Directory | undefined): BuildsView {
  const { now, hoped, possible } = levelsNow(state, view)
  const above = [hoped, possible].filter((level) => level !== undefined)
  const needs = all(state, 'need').filter(
    ({ topics, of }) => topics.includes(view.topic) && (of === undefined || of === state.person.id),
  )
  const options = new Set(needs.flatMap((need) => optionsFor(state, need)))
  const offered = [...options]
    .filter(({ effect }) => effect === 'builds')
    .map((option) => ({
      option,
      builder: BUILDER_OF[option.form],
      liked: likedNow(state, option),
      answer: answerTo(state, option),
    }))
  const age = ageOn(dayOfWhen(state.person.born), state.on)
  return {
    isStepSeen: now !== undefined && above.some((level) => level > now),
    offered,
    notOffered: BUILDERS.filter((builder) => !offered.some((each) => each.builder === builder)),
    need: needs.at(-1)?.id,
    near: directory === undefined ? [] : servicesFor(directory, [view.topic], age).slice(0, NEAR),
  }
}
