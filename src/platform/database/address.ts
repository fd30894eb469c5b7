import type { Address } from './driver.ts'
import { unfit } from './trouble.ts'

/**
 * DATABASE_URL: `postgres://owner:password@host:5432/database`, with `?sslmode=require` for an encrypted connection,
 * `?sslmode=verify-full` for one to a host whose certificate is checked, or `?host=/folder` for a unix socket.
 */
export function addressOf(url: string): Address {
  let parts: URL
  try {
    // Where a socket is named there may be no host, which an address on the web must have.
    parts = new URL(url.replace('@/', '@localhost/'))
  } catch {
    throw unfit('DATABASE_URL is not an address such as postgres://owner:password@host:5432/roundtable.')
  }
  if (!['postgres:', 'postgresql:'].includes(parts.protocol)) {
    throw unfit('DATABASE_URL must begin with postgres:// .')
  }
  const [user, password] = [decodeURIComponent(parts.username), decodeURIComponent(parts.password)]
  if (user === '' || password === '') {
    throw unfit(
      "DATABASE_URL must name the owner of the database and a password, from which the service's own are made.",
    )
  }
  const database = decodeURIComponent(parts.pathname.slice(1))
  if (database === '')
    throw unfit('DATABASE_URL must name a database: postgres://owner:password@host:5432/roundtable.')
  const port = parts.searchParams.get('port') ?? (parts.port === '' ? '5432' : parts.port)
  return {
    host: parts.searchParams.get('host') ?? (parts.hostname === '' ? 'localhost' : parts.hostname),
    port: Number(port),
    database,
    user,
    password,
    ...sslOf(parts.searchParams.get('sslmode')),
  }
}

function sslOf(mode: string | null): Pick<Address, 'ssl'> {
  switch (mode) {
    case null:
    case 'disable':
      return {}
    case 'require':
    case 'no-verify':
      return { ssl: { rejectUnauthorized: false } }
    case 'verify-ca':
    case 'verify-full':
      return { ssl: true }
    default:
      throw unfit(`DATABASE_URL has the sslmode ${mode}: use disable, require or verify-full.`)
  }
}

export const hostInWords = ({ host, port, database }: Address): string =>
  `The database is ${database} on ${host}${host.startsWith('/') ? '' : `:${port}`}.`
