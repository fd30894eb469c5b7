import { createClock } from '../platform/clock.ts'
import { type PlainDate, plainDate } from '../domain/dates/plain-date.ts'
import type { Mistake } from '../record/mistakes.ts'

/** Exactly one JSON document on standard output. */
export const printJson = (document: unknown): void =>
  void process.stdout.write(`${JSON.stringify(document, null, 2)}\n`)

export const print = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`)

export const complain = (...lines: readonly string[]): void =>
  void process.stderr.write(`${lines.join('\n')}\n`)

/** `FILE: entry statement-1: level: must be …`, one line a mistake. */
export const complainOf = (file: string, mistakes: readonly Mistake[]): void =>
  complain(
    ...mistakes.map(
      ({ entry, path, says }) => `${file}: ${entry === undefined ? '' : `entry ${entry}: `}${path}: ${says}`,
    ),
  )

/** The day that `--on` names, or today. Undefined where there is no such day. */
export const dayGiven = (on: string | undefined): PlainDate | undefined =>
  plainDate(on ?? createClock(process.env['ROUNDTABLE_ON'] || undefined).today())

/** Whoever reads what we print may stop before the end, as `head` does: then there is no more to do. */
export const endWithReader = (): void => {
  process.stdout.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
