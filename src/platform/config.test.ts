import { describe, expect, it } from 'vitest'
import { type Config, readConfig } from './config.ts'

const good = (env: Readonly<Record<string, string | undefined>>): Config => {
  const read = readConfig(env)
  if (read.kind === 'bad') throw new Error(read.says.join(' '))
  return read.config
}
const bad = (env: Readonly<Record<string, string | undefined>>): readonly string[] => {
  const read = readConfig(env)
  return read.kind === 'bad' ? read.says : []
}

const ISSUERS = {
  OIDC_PUBLIC_ISSUER: 'https://people.example.gov.uk/oidc',
  OIDC_PUBLIC_CLIENT_ID: 'roundtable',
  OIDC_PUBLIC_CLIENT_SECRET: 'a secret',
  OIDC_STAFF_ISSUER: 'https://staff.example.gov.uk/',
  OIDC_STAFF_CLIENT_ID: 'roundtable-staff',
  OIDC_STAFF_CLIENT_SECRET: 'another secret',
}

describe('settings', () => {
  it('need not be given: the demonstration runs on this machine', () => {
    const config = good({})
    expect({ ...config, url: config.url.href }).toEqual({
      port: 3000,
      host: 'localhost',
      url: 'http://localhost:3000/',
      databaseUrl: undefined,
      dataFolder: './data',
      on: undefined,
      production: false,
      invented: 2_000,
      signIn: { kind: 'demo' },
      session: { idleMinutes: 60, hours: 12 },
      limits: { signInsPerMinute: 120, postsPerMinute: 120, atOnce: 16, waiting: 64 },
      trustProxy: false,
      logLevel: 'warn',
    })
  })

  it('are read where they are given, and an empty one is none', () => {
    const config = good({
      ...ISSUERS,
      PORT: '8080',
      HOST: '0.0.0.0',
      ROUNDTABLE_URL: 'https://care.example.gov.uk',
      DATABASE_URL: 'postgres://roundtable:pass@db.internal:5432/roundtable',
      ROUNDTABLE_DATA: '/srv/data',
      ROUNDTABLE_ON: ' 2026-11-20 ',
      NODE_ENV: 'production',
      LOG_LEVEL: '',
      SESSION_IDLE_MINUTES: '30',
      UNKNOWN: 'does no harm',
    })
    expect(config).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      databaseUrl: 'postgres://roundtable:pass@db.internal:5432/roundtable',
      dataFolder: '/srv/data',
      on: '2026-11-20',
      production: true,
      session: { idleMinutes: 30, hours: 12 },
      trustProxy: 'loopback, linklocal, uniquelocal',
      logLevel: 'info',
      signIn: {
        kind: 'issuers',
        public: { clientId: 'roundtable', clientSecret: 'a secret' },
        staff: { clientId: 'roundtable-staff', clientSecret: 'another secret' },
      },
    })
    expect(config.url.href).toBe('https://care.example.gov.uk/')
  })

  it('take the public address from the port unless it is given', () => {
    expect(good({ PORT: '4000' }).url.href).toBe('http://localhost:4000/')
    expect(good({ PORT: '4000', ROUNDTABLE_URL: 'http://localhost:8080' }).url.href).toBe(
      'http://localhost:8080/',
    )
  })

  it.each([
    ['PORT', 'abc', 'The setting PORT must be a whole number from 0 to 65535.'],
    ['PORT', '70000', 'The setting PORT must be a whole number from 0 to 65535.'],
    ['PORT', '-1', 'The setting PORT must be a whole number from 0 to 65535.'],
    ['PORT', '3e3', 'The setting PORT must be a whole number from 0 to 65535.'],
    ['HOST', 'a b', 'The setting HOST must be a host name or an address, such as localhost or 0.0.0.0.'],
    [
      'ROUNDTABLE_URL',
      'care.example',
      'The setting ROUNDTABLE_URL must be a web address without a path, such as https://care.example.gov.uk.',
    ],
    [
      'ROUNDTABLE_URL',
      'https://care.example/path',
      'The setting ROUNDTABLE_URL must be a web address without a path, such as https://care.example.gov.uk.',
    ],
    [
      'ROUNDTABLE_URL',
      'http://care.example',
      'The setting ROUNDTABLE_URL must begin with https:// unless the service is on this machine.',
    ],
    [
      'DATABASE_URL',
      'mysql://db',
      'The setting DATABASE_URL must be the address of a PostgreSQL database, such as postgres://name:password@host:5432/roundtable.',
    ],
    [
      'ROUNDTABLE_ON',
      '2026-02-30',
      'The setting ROUNDTABLE_ON must be a day that exists, written as 2026-11-20.',
    ],
    [
      'ROUNDTABLE_ON',
      '20 November',
      'The setting ROUNDTABLE_ON must be a day that exists, written as 2026-11-20.',
    ],
    ['ROUNDTABLE_INVENTED', '-1', 'The setting ROUNDTABLE_INVENTED must be a whole number from 0 to 20000.'],
    [
      'ROUNDTABLE_INVENTED',
      'many',
      'The setting ROUNDTABLE_INVENTED must be a whole number from 0 to 20000.',
    ],
    ['ROUNDTABLE_DEMO', 'true', 'The setting ROUNDTABLE_DEMO must be yes or no.'],
    ['SESSION_IDLE_MINUTES', '0', 'The setting SESSION_IDLE_MINUTES must be a whole number from 1 to 1440.'],
    ['LOG_LEVEL', 'loud', 'The setting LOG_LEVEL must be one of fatal, error, warn, info, debug, silent.'],
    [
      'TRUSTED_PROXIES',
      '10.0.0.0/33',
      'The setting TRUSTED_PROXIES must be none, or the addresses of the proxies with commas between, such as 10.0.0.0/8.',
    ],
    [
      'TRUSTED_PROXIES',
      'everybody',
      'The setting TRUSTED_PROXIES must be none, or the addresses of the proxies with commas between, such as 10.0.0.0/8.',
    ],
  ])('stop the start where %s is %s', (name, value, says) => {
    expect(bad({ [name]: value })).toEqual([says])
  })

  it('say all that is wrong at once, and never repeat a value', () => {
    const says = bad({ PORT: 'abc', DATABASE_URL: 'mysql://user:hunter2@db', LOG_LEVEL: 'loud' })
    expect(says).toHaveLength(3)
    expect(says.join(' ')).not.toContain('hunter2')
  })

  it.each([
    [undefined, false],
    ['none', false],
    ['10.0.0.1', '10.0.0.1'],
    ['10.0.0.0/8, fd00::/8', '10.0.0.0/8, fd00::/8'],
    ['loopback,uniquelocal', 'loopback,uniquelocal'],
  ])('name the proxies that are trusted: %s', (proxies, trusted) => {
    expect(good({ TRUSTED_PROXIES: proxies }).trustProxy).toBe(trusted)
  })
})

describe('who says who somebody is', () => {
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(ISSUERS).filter(([name]) => !names.includes(name)))

  it('is both issuers or the demonstration', () => {
    expect(good(ISSUERS).signIn.kind).toBe('issuers')
    expect(good({}).signIn.kind).toBe('demo')
    const publicNames = ['OIDC_PUBLIC_ISSUER', 'OIDC_PUBLIC_CLIENT_ID', 'OIDC_PUBLIC_CLIENT_SECRET']
    expect(bad(without(...publicNames))).toEqual([
      'Set both OIDC_PUBLIC_ISSUER and OIDC_STAFF_ISSUER, or neither to use the demonstration sign-in.',
    ])
  })

  it.each(['OIDC_PUBLIC_CLIENT_ID', 'OIDC_PUBLIC_CLIENT_SECRET', 'OIDC_STAFF_CLIENT_SECRET'])(
    'lacks nothing: not %s',
    (name) => {
      expect(bad(without(name))).toEqual([
        `The setting ${name} is missing: an issuer, a client id and a client secret go together.`,
      ])
    },
  )

  it('are two', () => {
    expect(bad({ ...ISSUERS, OIDC_STAFF_ISSUER: ISSUERS.OIDC_PUBLIC_ISSUER })).toEqual([
      'OIDC_PUBLIC_ISSUER and OIDC_STAFF_ISSUER must differ: the issuer is what keeps the two kinds of account apart.',
    ])
  })

  it('are reached by https unless they are on this machine', () => {
    expect(bad({ ...ISSUERS, OIDC_STAFF_ISSUER: 'http://staff.example.gov.uk/' })).toEqual([
      'The setting OIDC_STAFF_ISSUER must begin with https:// unless the issuer is on this machine.',
    ])
    expect(good({ ...ISSUERS, OIDC_STAFF_ISSUER: 'http://localhost:9000/' }).signIn.kind).toBe('issuers')
  })

  it('is never the demonstration in production, unless somebody means it', () => {
    expect(bad({ NODE_ENV: 'production' })).toEqual([
      'In production people sign in with real issuers: set OIDC_PUBLIC_ISSUER and OIDC_STAFF_ISSUER. ' +
        'To show the demonstration, in which anybody may be anybody, set ROUNDTABLE_DEMO to yes.',
    ])
    expect(good({ NODE_ENV: 'production', ROUNDTABLE_DEMO: 'yes' }).signIn.kind).toBe('demo')
    expect(good({ ROUNDTABLE_DEMO: 'yes', ROUNDTABLE_URL: 'http://demo.example' }).url.href).toBe(
      'http://demo.example/',
    )
    expect(bad({ ...ISSUERS, ROUNDTABLE_DEMO: 'yes', ROUNDTABLE_URL: 'http://care.example' })).toHaveLength(1)
  })
})

describe('where the council gets its post', () => {
  it('is read as the lines of an envelope', () => {
    expect(
      good({ COUNCIL_ADDRESS: 'Adult social care,  1 High Street, Northmoor, NM1 1AA' }).councilAddress,
    ).toEqual(['Adult social care', '1 High Street', 'Northmoor', 'NM1 1AA'])
    expect(good({ COUNCIL_ADDRESS: '1 High Street\nNorthmoor\nNM1 1AA' }).councilAddress).toHaveLength(3)
    expect(good({}).councilAddress).toBeUndefined()
  })

  it.each([
    'Northmoor',
    '1 High Street, Northmoor',
    '1 High Street, Northmoor, nowhere',
    'a, b, c, d, e, f, g, NM1 1AA',
    '1 High Street,, NM1 1AA',
    '<b>1 High Street</b>, Northmoor, NM1 1AA',
  ])('stops the start where it is none: %s', (address) => {
    expect(bad({ COUNCIL_ADDRESS: address })).toEqual([
      'The setting COUNCIL_ADDRESS must be 3 to 7 lines with commas between and the postcode last, such as Adult social care, 1 High Street, Northmoor, NM1 1AA.',
    ])
  })
})
