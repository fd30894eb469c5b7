import { isIP } from 'node:net'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** One of the two issuers that say who somebody is. */
export type IssuerConfig = { readonly url: URL; readonly clientId: string; readonly clientSecret: string }

export type Config = {
  readonly port: number
  readonly host: string
  /** Where the service is reached from outside; without a path. https means that a proxy in front ends TLS. */
  readonly url: URL
  /** An existing PostgreSQL; left out, the embedded one in `dataFolder`. */
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  /** The day that the service works on; left out, the clock says. */
  readonly on: string | undefined
  readonly production: boolean
  /** how many invented people stand beside the hand-written ones of the demonstration */
  readonly invented: number
  /** Real issuers, or the demonstration's own where anybody may be anybody in it. */
  readonly signIn:
    | { readonly kind: 'issuers'; readonly public: IssuerConfig; readonly staff: IssuerConfig }
    | { readonly kind: 'demo' }
  readonly session: { readonly idleMinutes: number; readonly hours: number }
  readonly limits: Limits
  /** A file with the places and groups near by, in the form of Open Referral UK. */
  readonly communityDirectory: string | undefined
  /** The file of the council's model, and of its points where it has any; left out, the demonstration's. */
  readonly model: string | undefined
  readonly points: string | undefined
  /** Where the council gets its post, a line each, the postcode last; left out, no form and no letter can name it. */
  readonly councilAddress: readonly string[] | undefined
  /** With what letters are sent; left out, nothing leaves the machine. */
  readonly notify: NotifyConfig | undefined
  /** Whose word on the visitor's address is taken: Fastify's `trustProxy`. */
  readonly trustProxy: false | string
  readonly logLevel: (typeof LOG_LEVELS)[number]
}

/** GOV.UK Notify: the key of a service of the council's, and its templates, as far as it has them. */
export type NotifyConfig = {
  readonly key: string
  readonly templates: {
    readonly email: string | undefined
    readonly phone: string | undefined
    readonly post: string | undefined
  }
  /** another address than Notify's own, for tests of a whole service */
  readonly url: string | undefined
}

/** Each is a number that a person does not reach and a machine does; a load test may set them higher. */
export type Limits = {
  readonly signInsPerMinute: number
  readonly postsPerMinute: number
  /** Pages being made at once, and those that may wait for one to be done; more get 503. */
  readonly atOnce: number
  readonly waiting: number
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

const whole = (from: number, to: number, unset: number) =>
  z
    .string()
    .default(String(unset))
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `must be a whole number from ${from} to ${to}`,
    })
    .transform(Number)

const yesNo = z
  .string()
  .default('no')
  .refine((text) => text === 'yes' || text === 'no', { error: 'must be yes or no' })
  .transform((text) => text === 'yes')

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

const isUrl = (text: string, ...schemes: string[]): boolean =>
  URL.canParse(text) && schemes.includes(new URL(text).protocol)

const webAddress = (text: string): boolean => isUrl(text, 'http:', 'https:')

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]'])

/** An address of this machine itself, where plain http gives nothing away. */
export const isLocal = (url: URL): boolean => LOCAL_HOSTS.has(url.hostname)

/** An address or a range of them, or one of the names that Fastify knows for private ones. */
function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

const issuerAddress = z
  .string()
  .refine((text) => webAddress(text) && new URL(text).search === '' && new URL(text).hash === '', {
    error: 'must be the address of an OpenID issuer, such as https://sign-in.example.gov.uk/',
  })
  .refine((text) => !webAddress(text) || new URL(text).protocol === 'https:' || isLocal(new URL(text)), {
    error: 'must begin with https:// unless the issuer is on this machine',
  })
  .optional()

const words = z.string().min(1).optional()

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

const notifyTemplate = z
  .string()
  .regex(new RegExp(`^${UUID}$`), {
    error: 'must be the id of a template in GOV.UK Notify, such as 6f1c2d3e-0000-4000-8000-000000000000',
  })
  .optional()

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/
const addressLines = (text: string): readonly string[] => text.split(/[,\n]/).map((line) => line.trim())

/** As it stands on an envelope: at most seven lines, as Royal Mail and GOV.UK Notify take them. */
const postalAddress = z
  .string()
  .refine(
    (text) => {
      const lines = addressLines(text)
      const fits = lines.length >= 3 && lines.length <= 7 && lines.every((line) => /^[^<>]{1,60}$/.test(line))
      return fits && POSTCODE.test(lines.at(-1) ?? '')
    },
    {
      error:
        'must be 3 to 7 lines with commas between and the postcode last, such as Adult social care, 1 High Street, Northmoor, NM1 1AA',
    },
  )
  .transform(addressLines)
  .optional()

const SETTINGS = z.object({
  PORT: whole(0, 65_535, 3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]{1,253}$/, {
      error: 'must be a host name or an address, such as localhost or 0.0.0.0',
    })
    .default('localhost'),
  ROUNDTABLE_URL: z
    .string()
    .refine((text) => webAddress(text) && new URL(text).pathname === '/' && !/[?#@]/.test(text), {
      error: 'must be a web address without a path, such as https://care.example.gov.uk',
    })
    .optional(),
  DATABASE_URL: z
    .string()
    .refine((text) => isUrl(text, 'postgres:', 'postgresql:'), {
      error:
        'must be the address of a PostgreSQL database, such as postgres://name:password@host:5432/roundtable',
    })
    .optional(),
  ROUNDTABLE_DATA: z.string().min(1).default('./data'),
  ROUNDTABLE_ON: z
    .string()
    .refine(isDay, { error: 'must be a day that exists, written as 2026-11-20' })
    .optional(),
  ROUNDTABLE_DEMO: yesNo,
  ROUNDTABLE_INVENTED: whole(0, 20_000, 2_000),
  NODE_ENV: z.string().optional(),
  OIDC_PUBLIC_ISSUER: issuerAddress,
  OIDC_PUBLIC_CLIENT_ID: words,
  OIDC_PUBLIC_CLIENT_SECRET: words,
  OIDC_STAFF_ISSUER: issuerAddress,
  OIDC_STAFF_CLIENT_ID: words,
  OIDC_STAFF_CLIENT_SECRET: words,
  SESSION_IDLE_MINUTES: whole(1, 24 * 60, 60),
  SESSION_HOURS: whole(1, 7 * 24, 12),
  SIGN_INS_PER_MINUTE: whole(1, 1_000_000, 120),
  POSTS_PER_MINUTE: whole(1, 1_000_000, 120),
  PAGES_AT_ONCE: whole(1, 10_000, 16),
  PAGES_WAITING: whole(0, 100_000, 64),
  COMMUNITY_DIRECTORY: z.string().min(1).max(4_000).optional(),
  ROUNDTABLE_MODEL: z.string().min(1).max(4_000).optional(),
  ROUNDTABLE_POINTS: z.string().min(1).max(4_000).optional(),
  COUNCIL_ADDRESS: postalAddress,
  NOTIFY_API_KEY: z
    .string()
    .regex(new RegExp(`^[A-Za-z0-9_-]{1,200}-${UUID}-${UUID}$`), {
      error: 'must be an API key of GOV.UK Notify: a name and two ids, with hyphens between',
    })
    .optional(),
  NOTIFY_EMAIL_TEMPLATE: notifyTemplate,
  NOTIFY_TEXT_TEMPLATE: notifyTemplate,
  NOTIFY_LETTER_TEMPLATE: notifyTemplate,
  NOTIFY_URL: z
    .string()
    .refine((text) => isUrl(text, 'https:') || (isUrl(text, 'http:') && isLocal(new URL(text))), {
      error: 'must begin with https:// unless it is on this machine',
    })
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .refine((text) => text === 'none' || text.split(',').every((part) => isProxy(part.trim())), {
      error: 'must be none, or the addresses of the proxies with commas between, such as 10.0.0.0/8',
    })
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).optional(),
})
type Settings = z.output<typeof SETTINGS>

const ISSUER_SETTINGS = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'] as const

export type ConfigRead =
  | { readonly kind: 'good'; readonly config: Config }
  /** Whole sentences, one for each setting that is wrong. They never repeat a value: it may be a secret. */
  | { readonly kind: 'bad'; readonly says: readonly string[] }

/** Reads every setting at the start, so that a wrong one stops it there and not in front of somebody. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigRead {
  // A setting that is there but empty is what a blank line in a settings file gives: not set.
  const given = Object.fromEntries(
    Object.keys(SETTINGS.shape).flatMap((name) => (env[name] ? [[name, env[name].trim()]] : [])),
  )
  const read = SETTINGS.safeParse(given)
  if (!read.success) {
    return {
      kind: 'bad',
      says: read.error.issues.map((issue) => `The setting ${String(issue.path[0])} ${issue.message}.`),
    }
  }
  const says = contradictions(read.data)
  return says.length > 0 ? { kind: 'bad', says } : { kind: 'good', config: configFrom(read.data) }
}

const NOTIFY_TEMPLATES = ['NOTIFY_EMAIL_TEMPLATE', 'NOTIFY_TEXT_TEMPLATE', 'NOTIFY_LETTER_TEMPLATE'] as const

const publicUrl = (set: Settings): URL => new URL(set.ROUNDTABLE_URL ?? `http://localhost:${set.PORT}`)

/** What is wrong only together. */
function contradictions(set: Settings): string[] {
  const says: string[] = []
  const url = publicUrl(set)
  for (const side of ['PUBLIC', 'STAFF'] as const) {
    const missing = ISSUER_SETTINGS.filter((name) => set[`OIDC_${side}_${name}`] === undefined)
    if (missing.length > 0 && missing.length < 3) {
      says.push(
        `The setting OIDC_${side}_${missing[0]} is missing: an issuer, a client id and a client secret go together.`,
      )
    }
  }
  const issuers = [set.OIDC_PUBLIC_ISSUER, set.OIDC_STAFF_ISSUER]
  if (issuers.filter((issuer) => issuer !== undefined).length === 1) {
    says.push(
      'Set both OIDC_PUBLIC_ISSUER and OIDC_STAFF_ISSUER, or neither to use the demonstration sign-in.',
    )
  }
  if (issuers[0] !== undefined && issuers[0] === issuers[1]) {
    says.push(
      'OIDC_PUBLIC_ISSUER and OIDC_STAFF_ISSUER must differ: the issuer is what keeps the two kinds of account apart.',
    )
  }
  const production = set.NODE_ENV === 'production'
  if (production && issuers.every((issuer) => issuer === undefined) && !set.ROUNDTABLE_DEMO) {
    says.push(
      'In production people sign in with real issuers: set OIDC_PUBLIC_ISSUER and OIDC_STAFF_ISSUER. ' +
        'To show the demonstration, in which anybody may be anybody, set ROUNDTABLE_DEMO to yes.',
    )
  }
  const templates = NOTIFY_TEMPLATES.filter((name) => set[name] !== undefined)
  if (set.NOTIFY_API_KEY !== undefined && templates.length === 0) {
    says.push(`To send letters, set one or more of ${NOTIFY_TEMPLATES.join(', ')} beside NOTIFY_API_KEY.`)
  }
  if (set.NOTIFY_API_KEY === undefined && templates[0] !== undefined) {
    says.push(`The setting ${templates[0]} has no effect without NOTIFY_API_KEY.`)
  }
  const isOpenDemo = set.ROUNDTABLE_DEMO && issuers.every((issuer) => issuer === undefined)
  if (url.protocol === 'http:' && !isLocal(url) && !isOpenDemo) {
    says.push('The setting ROUNDTABLE_URL must begin with https:// unless the service is on this machine.')
  }
  return says
}

function configFrom(set: Settings): Config {
  const url = publicUrl(set)
  return {
    port: set.PORT,
    host: set.HOST,
    url,
    databaseUrl: set.DATABASE_URL,
    dataFolder: set.ROUNDTABLE_DATA,
    on: set.ROUNDTABLE_ON,
    production: set.NODE_ENV === 'production',
    invented: set.ROUNDTABLE_INVENTED,
    signIn: signInFrom(set),
    session: { idleMinutes: set.SESSION_IDLE_MINUTES, hours: set.SESSION_HOURS },
    limits: {
      signInsPerMinute: set.SIGN_INS_PER_MINUTE,
      postsPerMinute: set.POSTS_PER_MINUTE,
      atOnce: set.PAGES_AT_ONCE,
      waiting: set.PAGES_WAITING,
    },
    communityDirectory: set.COMMUNITY_DIRECTORY,
    model: set.ROUNDTABLE_MODEL,
    points: set.ROUNDTABLE_POINTS,
    councilAddress: set.COUNCIL_ADDRESS,
    notify:
      set.NOTIFY_API_KEY === undefined
        ? undefined
        : {
            key: set.NOTIFY_API_KEY,
            templates: {
              email: set.NOTIFY_EMAIL_TEMPLATE,
              phone: set.NOTIFY_TEXT_TEMPLATE,
              post: set.NOTIFY_LETTER_TEMPLATE,
            },
            url: set.NOTIFY_URL,
          },
    trustProxy: trustFrom(set.TRUSTED_PROXIES, url),
    // A line for each page is for operators; who tries the service out wants to see what is wrong and no more.
    logLevel: set.LOG_LEVEL ?? (set.NODE_ENV === 'production' ? 'info' : 'warn'),
  }
}

function signInFrom(set: Settings): Config['signIn'] {
  const publicIssuer = issuerFrom(
    set.OIDC_PUBLIC_ISSUER,
    set.OIDC_PUBLIC_CLIENT_ID,
    set.OIDC_PUBLIC_CLIENT_SECRET,
  )
  const staffIssuer = issuerFrom(
    set.OIDC_STAFF_ISSUER,
    set.OIDC_STAFF_CLIENT_ID,
    set.OIDC_STAFF_CLIENT_SECRET,
  )
  return publicIssuer && staffIssuer
    ? { kind: 'issuers', public: publicIssuer, staff: staffIssuer }
    : { kind: 'demo' }
}

const issuerFrom = (
  url: string | undefined,
  clientId: string | undefined,
  clientSecret: string | undefined,
) =>
  url !== undefined && clientId !== undefined && clientSecret !== undefined
    ? { url: new URL(url), clientId, clientSecret }
    : undefined

/** https means that something stands in front; unless told otherwise, that it stands in the same private network. */
function trustFrom(proxies: string | undefined, url: URL): Config['trustProxy'] {
  if (proxies === undefined) return url.protocol === 'https:' ? 'loopback, linklocal, uniquelocal' : false
  return proxies === 'none' ? false : proxies
}
