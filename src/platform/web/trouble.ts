/** What may go wrong with a request before or around a page's own work. */
export type Trouble =
  | 'malformed'
  | 'not-ours'
  | 'signed-out'
  | 'not-found'
  | 'too-large'
  | 'wrong-kind'
  | 'too-many'
  | 'busy'
  | 'broken'

export const STATUS: Readonly<Record<Trouble, number>> = {
  malformed: 400,
  'not-ours': 403,
  'signed-out': 403,
  'not-found': 404,
  'too-large': 413,
  'wrong-kind': 415,
  'too-many': 429,
  busy: 503,
  broken: 500,
}

/** What to wait before trying again. */
export const RETRY_AFTER_SECONDS = 5

const troubles = new WeakMap<Error, Trouble>()

/** An error that stands for a trouble of the request; no bug, so it is not logged as one. */
export function troubleError(trouble: Trouble): Error {
  const error = new Error(trouble)
  troubles.set(error, trouble)
  return error
}

const BY_CODE: Readonly<Record<string, Trouble>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-kind',
  FST_CSRF_MISSING_SECRET: 'not-ours',
  FST_CSRF_INVALID_TOKEN: 'not-ours',
}

/** Which trouble an error stands for. Whatever nobody foresaw is a bug: `broken`. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof Error)) return 'broken'
  const known = troubles.get(error)
  if (known !== undefined) return known
  const code: unknown = Reflect.get(error, 'code')
  const status: unknown = Reflect.get(error, 'statusCode')
  if (typeof code !== 'string' || !code.startsWith('FST_')) return 'broken'
  // Only the framework's own errors say what the sender did wrong; anybody else's status is none of ours.
  return (
    BY_CODE[code] ?? (typeof status === 'number' && status >= 400 && status < 500 ? 'malformed' : 'broken')
  )
}
