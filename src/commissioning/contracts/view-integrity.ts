import type { Ledger } from '../../domain/contracts/ledger.ts'
import { ALL_TESTS, integrity } from '../../domain/integrity/every.ts'
import { FLAGS, type Flag, type FlagId } from '../../domain/integrity/flag.ts'
import { type Resolution, resolutions } from '../../domain/integrity/resolution.ts'
import { CHALLENGES, type Note, type TalkedAbout, percent } from './view-notes.ts'
import { patternWords } from './words.ts'

export type FlagTalk = {
  readonly flag: TalkedAbout
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

const notesAbout = (notes: readonly Note[], flag: TalkedAbout): readonly Note[] =>
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

export function talkOf(flag: TalkedAbout, flags: readonly Flag[], notes: readonly Note[]): FlagTalk {
  const test = ALL_TESTS.find(({ id }) => id === flag)
  return {
    flag,
    looksAt: flag === CHALLENGES ? patternWords.looksAt : (test?.looksAt ?? ''),
    ask: flag === CHALLENGES ? patternWords.ask : (test?.ask ?? ''),
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

/** Tests whose figure is a share of all; the others have figures of their own kind, or pounds. */
const SHARES: readonly FlagId[] = ['concentration', 'exclusions', 'last-minute', 'relapse']

/** The figure of a test as people write it: pounds, per cent, or the plain number. */
export function figureInWords(flag: FlagId, value: number): string {
  if (flag === 'under-cost') return `£${value.toFixed(2)}`
  return SHARES.includes(flag) ? percent(value) : String(value)
}

/** What a test says, with its shares as per cent. */
export const saidOf = (flag: FlagId, says: string): string =>
  flag === 'concentration' ? says.replaceAll(/\b[01]\.\d+\b/g, (share) => percent(Number(share))) : says
