import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'

/**
 * Every password of the service is worked out from one secret (the password in DATABASE_URL, or the embedded server's
 * own), so that several processes agree on them without another setting to keep. Whoever has the owner's secret can do
 * more than any of these can, so nothing is given away; a new owner password gives new ones at the next start.
 */
export const derive = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(`roundtable/${purpose}`).digest('hex')

/**
 * A password as PostgreSQL keeps it (RFC 5803), so that the password itself is never in a statement that a server may
 * log. The salt comes from the password, which is 256 random bits: the same start twice changes nothing.
 */
export function scramVerifier(password: string): string {
  const turns = 4096
  const salt = createHash('sha256').update(`salt/${password}`).digest().subarray(0, 16)
  const salted = pbkdf2Sync(password, salt, turns, 32, 'sha256')
  const hmac = (word: string) => createHmac('sha256', salted).update(word).digest()
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${turns}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`
}
