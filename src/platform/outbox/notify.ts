import type { NotifyConfig } from '../config.ts'
import { pdfOf } from '../documents/pdf.ts'
import type { Carried, Carrier, Channel, Found, Message, Trouble, WhereNow } from './carrier.ts'

// GOV.UK Notify. What it needs of each kind is a template of the council's own, which holds these fields: an email
// ((name)), ((title)), ((council)), ((link_to_file)) and ((link)); a text message ((council)) and ((link)); a letter
// ((title)) and ((body)), beside the lines of the address.

/** As much of the client as is used: for tests, too, which stand in for the service. */
export type NotifyClient = {
  readonly sendEmail: (template: string, to: string, options: object) => Promise<Answered>
  readonly sendSms: (template: string, to: string, options: object) => Promise<Answered>
  readonly sendLetter: (template: string, options: object) => Promise<Answered>
  readonly getNotificationById: (id: string) => Promise<Answered>
  readonly getNotifications: (type?: string, status?: string, reference?: string) => Promise<Answered>
  readonly prepareUpload: (file: Buffer, options: object) => unknown
}
type Answered = { readonly data: unknown }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const field = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined)

const textOf = (value: unknown, name: string): string => {
  const found = field(value, name)
  return typeof found === 'string' ? found : ''
}

/** What Notify answers when it refuses: its status, and the sentences that it gives for it. */
export function troubleOf(error: unknown): Trouble {
  const response = field(error, 'response')
  const status = field(response, 'status')
  if (typeof status !== 'number') return 'away'
  if (status === 429) return 'busy'
  if (status >= 500) return 'away'
  if (status === 401 || status === 403 || status === 404) return 'settings'
  const errors = field(field(response, 'data'), 'errors')
  const says = (Array.isArray(errors) ? errors : []).map((one) => textOf(one, 'message')).join(' ')
  if (/team.only|trial|service is in/i.test(says)) return 'refused'
  if (/email_address|phone_number|address|postcode|not a valid/i.test(says)) return 'address'
  return 'settings'
}

const STATUS: Readonly<Record<string, WhereNow>> = {
  delivered: { kind: 'arrived' },
  received: { kind: 'arrived' },
  'permanent-failure': { kind: 'failed', trouble: 'address' },
  'temporary-failure': { kind: 'failed', trouble: 'busy' },
  'technical-failure': { kind: 'failed', trouble: 'away' },
  'validation-failed': { kind: 'failed', trouble: 'settings' },
  'virus-scan-failed': { kind: 'failed', trouble: 'refused' },
  cancelled: { kind: 'failed', trouble: 'refused' },
}

/** The lines of a postal address as Notify takes them: seven at most, the last the postcode. */
export const addressLines = (name: string, address: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [name, ...address.split('\n').map((line) => line.trim())]
      .filter((line) => line !== '')
      .slice(0, 7)
      .map((line, index) => [`address_line_${index + 1}`, line]),
  )

const NOTIFY_TYPES: Readonly<Record<Channel, string>> = { email: 'email', phone: 'sms', post: 'letter' }

export function notifyCarrier(client: NotifyClient, config: NotifyConfig): Carrier {
  const { templates } = config
  const send = async (message: Message): Promise<Answered> => {
    const { channel, address, parcel, id: reference } = message
    const { title, council, name, link, text } = parcel
    const template = templates[channel] ?? ''
    switch (channel) {
      case 'email': {
        const pdf = await pdfOf(parcel.sheet)
        const [file, filename] =
          pdf.kind === 'made' ? [Buffer.from(pdf.bytes), 'letter.pdf'] : [Buffer.from(text), 'letter.txt']
        // Whoever opens the file must first say to which address it was sent: an email can be read by others.
        const upload = client.prepareUpload(file, {
          filename,
          confirmEmailBeforeDownload: true,
          retentionPeriod: '26 weeks',
        })
        const personalisation = { title, council, name, link, link_to_file: upload }
        return client.sendEmail(template, address, { personalisation, reference })
      }
      case 'phone':
        return client.sendSms(template, address, { personalisation: { council, link }, reference })
      case 'post':
        return client.sendLetter(template, {
          personalisation: { ...addressLines(name, address), title, body: text },
          reference,
        })
    }
  }
  return {
    carries: (['email', 'phone', 'post'] as const).filter((channel) => templates[channel] !== undefined),
    carry: async (message): Promise<Carried> => {
      try {
        const { data } = await send(message)
        return { kind: 'went', as: textOf(data, 'id') }
      } catch (error) {
        return { kind: 'failed', trouble: troubleOf(error) }
      }
    },
    find: async ({ id, channel }): Promise<Found> => {
      try {
        const { data } = await client.getNotifications(NOTIFY_TYPES[channel], undefined, id)
        const found = field(data, 'notifications')
        const as = Array.isArray(found) ? textOf(found[0], 'id') : ''
        return as === '' ? { kind: 'not-there' } : { kind: 'there', as }
      } catch {
        return { kind: 'unknown' }
      }
    },
    ask: async (as): Promise<WhereNow> => {
      try {
        const { data } = await client.getNotificationById(as)
        return STATUS[textOf(data, 'status')] ?? { kind: 'on-its-way' }
      } catch {
        return { kind: 'on-its-way' }
      }
    },
  }
}

/** Loaded only where it is set up: it brings a web client of its own. */
export async function openNotify(config: NotifyConfig): Promise<Carrier> {
  const { NotifyClient: Client } = await import('notifications-node-client')
  const client: NotifyClient =
    config.url === undefined ? new Client(config.key) : new Client(config.url, config.key)
  return notifyCarrier(client, config)
}
