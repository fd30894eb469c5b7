/**
 * What a database can do to those who ask it something, beside being wrong: be full, be away, or have been set up in a
 * way that is not safe. Errors with a `trouble`, so that the web layer can tell them from bugs.
 */
export type Trouble = 'busy' | 'away' | 'unfit'

export type DatabaseTrouble = Error & { readonly trouble: Trouble; readonly retryAfter?: number }

const trouble = (
  kind: Trouble,
  says: string,
  more: { retryAfter?: number; cause?: unknown } = {},
): DatabaseTrouble =>
  Object.assign(new Error(says, more.cause === undefined ? {} : { cause: more.cause }), {
    trouble: kind,
    ...(more.retryAfter === undefined ? {} : { retryAfter: more.retryAfter }),
  })

/** Too much is being asked at once: answer 503 with `Retry-After: <retryAfter>` (seconds). */
export const busy = (
  says = 'Too much is being asked of the database at once.',
  cause?: unknown,
): DatabaseTrouble => trouble('busy', says, { retryAfter: 2, ...(cause === undefined ? {} : { cause }) })

/** 55P03: a lock was waited for too long; 57014: a statement took too long; 40P01 and 40001: two who wrote at once were in each other's way. */
const TRY_AGAIN = new Set(['55P03', '57014', '40P01', '40001'])

/** Whether an error says that nothing was wrong with what was asked, only with the moment: it may well succeed in the next. */
export const saysBusy = (error: unknown): boolean => TRY_AGAIN.has(codeOf(error))

/** The server cannot be reached just now: answer 503 too, and turn health red. */
export const away = (cause: unknown): DatabaseTrouble =>
  trouble('away', 'The database cannot be reached.', { retryAfter: 5, cause })

/** Something about the database or the folder must be put right by somebody first: stop, with the sentence. */
export const unfit = (says: string, cause?: unknown): DatabaseTrouble =>
  trouble('unfit', says, cause === undefined ? {} : { cause })

export const isTrouble = (error: unknown): error is DatabaseTrouble =>
  error instanceof Error && 'trouble' in error && typeof error.trouble === 'string'

export const isBusy = (error: unknown): error is DatabaseTrouble =>
  isTrouble(error) && error.trouble === 'busy'
export const isAway = (error: unknown): error is DatabaseTrouble =>
  isTrouble(error) && error.trouble === 'away'

/** The five characters by which PostgreSQL names an error, or the system's name of it; '' where it has neither. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const AWAY = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
])

/** Whether an error says that the connection is gone, or never came about, rather than that a query was wrong. */
export function saysAway(error: unknown): boolean {
  const code = codeOf(error)
  // Class 08: connection; 57P01 to 57P03: the server is stopping, has crashed, or is starting; 53300: no connection left.
  if (AWAY.has(code) || code.startsWith('08') || /^57P0[123]$/.test(code) || code === '53300') return true
  return (
    error instanceof Error &&
    /Connection terminated|connection error and is not queryable/.test(error.message)
  )
}
