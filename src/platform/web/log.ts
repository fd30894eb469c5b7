import type { FastifyServerOptions } from 'fastify'

export type LogSettings = {
  readonly level: string
  /** Where lines go; left out, to standard output. */
  readonly stream?: { readonly write: (line: string) => void } | undefined
}

/** What stands in quotes in an error's message is often what somebody typed. */
const withoutQuotes = (message: string): string =>
  message
    .slice(0, 500)
    .replace(/\n[^]*/, '')
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|"[^"]*$/g, '"…"')
    .replaceAll(/\([^()]*\)=\([^()]*\)/g, '(…)')

const named = (error: object, name: string): string | undefined => {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' && /^[\w.-]{1,100}$/.test(value) ? value : undefined
}

/** An error for the log: what broke and where, and no word of what anybody typed. */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  // What stands before the frames is the message once more.
  const stack = (error.stack ?? '').replace(error.message, '')
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    code: named(error, 'code'),
    // Names of the database's things, which say which rule was broken.
    constraint: named(error, 'constraint'),
    table: named(error, 'table'),
    message: withoutQuotes(error.message),
    stack: frames.slice(0, 20).join('\n'),
    ...(error.cause === undefined ? {} : { cause: errorForLog(error.cause) }),
  }
}

/**
 * No line names anybody: the pattern of a path and not the path, no query, no form, no address of a machine.
 */
export const logOptions = ({ level, stream }: LogSettings): NonNullable<FastifyServerOptions['logger']> =>
  level === 'silent'
    ? false
    : {
        level,
        ...(stream === undefined ? {} : { stream }),
        base: null,
        serializers: {
          err: (error: unknown) => ({ type: '', message: '', stack: '', ...errorForLog(error) }),
          req: ({ method, routeOptions }) => ({ method, url: routeOptions?.url ?? 'none' }),
          res: ({ statusCode }) => ({ statusCode }),
        },
      }
