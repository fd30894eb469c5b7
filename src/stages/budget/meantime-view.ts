import { isCouncils } from '../../domain/checks/whose.ts'
import { dateInWords, daysBetween } from '../../domain/dates/plain-date.ts'
import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all, latest } from '../../record/state.ts'
import { type Meantime, type MeantimeEnded, readMeantime } from './meantime-notes.ts'

export type MeantimeView = {
  readonly note: EntryOf<'note'>
  readonly help: Meantime
  readonly ended: { readonly note: EntryOf<'note'>; readonly told: MeantimeEnded } | undefined
  readonly standing: 'to-come' | 'running' | 'over' | 'ended'
  /** where it stands, in a sentence with its days */
  readonly says: string
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

function standingOf(
  state: RecordState,
  { from, to }: Meantime,
  ended: MeantimeView['ended'],
): Pick<MeantimeView, 'standing' | 'says'> {
  if (ended !== undefined) return { standing: 'ended', says: `It ended on ${dateInWords(ended.told.day)}.` }
  if (state.on < from) return { standing: 'to-come', says: `It begins on ${dateInWords(from)}.` }
  const left = daysBetween(state.on, to)
  if (left >= 0) {
    return {
      standing: 'running',
      says: left === 0 ? 'Today is its last day.' : `It ends on ${dateInWords(to)}, in ${days(left)}.`,
    }
  }
  return {
    standing: 'over',
    says: `Its last day was ${dateInWords(to)}, ${days(-left)} ago, and nobody has written down what came of it.`,
  }
}

const RANK = { over: 0, running: 1, 'to-come': 2, ended: 3 } as const

/**
 * All help that was given while something was decided. Only the council gives it: words of somebody else that look like it
 * are a note like any other.
 */
export function meantimes(state: RecordState): readonly MeantimeView[] {
  const notes = all(state, 'note')
    .filter(({ by }) => isCouncils(state, by))
    .map((note) => ({ note, read: readMeantime(note.text) }))
  const found = notes.flatMap(({ note, read }): readonly MeantimeView[] => {
    if (read?.kind !== 'given') return []
    const ended = notes
      .flatMap((other) =>
        other.read?.kind === 'ended' && state.byId.get(other.note.of ?? '')?.id === note.id
          ? [{ note: other.note, told: other.read }]
          : [],
      )
      .at(-1)
    return [{ note, help: read, ended, ...standingOf(state, read, ended) }]
  })
  return found.toSorted((a, b) => RANK[a.standing] - RANK[b.standing])
}

/** What has not been brought to an end: its end can be told. */
export const openMeantimes = (state: RecordState): readonly MeantimeView[] =>
  meantimes(state).filter(({ standing }) => standing !== 'ended')

/**
 * Where the note belongs: with the person’s money where there is any yet, or else with what is being decided. An
 * assessment of a carer is not the person’s.
 */
export function placeOfMeantime(state: RecordState): Entry | undefined {
  const opened = all(state, 'assessment-opened').findLast(({ of }) => of !== 'carer')
  const decided = all(state, 'eligibility').findLast(({ assessment }) => {
    const found = state.byId.get(assessment)
    return found?.kind === 'assessment-opened' && found.of !== 'carer'
  })
  return (
    latest(state, 'personal-budget') ??
    latest(state, 'indicative-budget') ??
    decided ??
    opened ??
    latest(state, 'contact')
  )
}
