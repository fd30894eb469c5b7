import type { Ledger } from '../../domain/contracts/ledger.ts'
import { ALL_TESTS, integrity } from '../../domain/integrity/every.ts'
import { FLAGS, type Flag, type FlagId } from '../../domain/integrity/flag.ts'
import { type Resolution, resolutions } from '../../domain/integrity/resolution.ts'
import type { Note } from './view-notes.ts'

export type FlagTalk = {
  readonly flag: FlagId
  readonly looksAt: string
  readonly ask: string
  /** the figures that stand out today; none where nothing does any more */
  readonly found: readonly Flag[]
  readonly talk: readonly Note[]
}

/** What stands out, what was said about it, and of the rest what each test can see. */
export type IntegrityView = {
  readonly open: readonly FlagTalk[]
  readonly quiet: readonly Resolution[]
  readonly weak: readonly (Resolution & { readonly needs: number })[]
}

const notesAbout = (notes: readonly Note[], flag: FlagId): readonly Note[] =>
  notes.filter(({ body }) => body.kind === 'flag' && body.flag === flag)

export function integrityOf(ledger: Ledger, notes: readonly Note[]): IntegrityView {
  const flags = integrity(ledger)
  const open = FLAGS.map((flag) => talkOf(flag, flags, notes)).filter(
    ({ found, talk }) => found.length > 0 || talk.length > 0,
  )
  const rest = resolutions(ledger).filter(({ flag }) => !open.some((each) => each.flag === flag))
  const isWeak = (each: Resolution): each is Resolution & { readonly needs: number } =>
    each.needs !== undefined && each.has < each.needs
  return { open, weak: rest.filter(isWeak), quiet: rest.filter((each) => !isWeak(each)) }
}

export function talkOf(flag: FlagId, flags: readonly Flag[], notes: readonly Note[]): FlagTalk {
  const test = ALL_TESTS.find(({ id }) => id === flag)
  return {
    flag,
    looksAt: test?.looksAt ?? '',
    ask: test?.ask ?? '',
    found: flags.filter((each) => each.flag === flag),
    talk: notesAbout(notes, flag),
  }
}

/** How likely so much is by chance alone, in words that say no more than the figure does. */
export function chanceInWords(chance: number | undefined): string {
  if (chance === undefined) return 'It is plain fact and no matter of chance.'
  if (chance < 0.0001) return 'By chance alone so much comes less than once in 10,000.'
  const once = Math.round(1 / chance)
  return `By chance alone so much comes about once in ${once.toLocaleString('en-GB')}.`
}
