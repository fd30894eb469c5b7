import { describe, expect, test } from 'vitest'
import type { Message } from './carrier.ts'
import { type NotifyClient, addressLines, notifyCarrier, troubleOf } from './notify.ts'

const config = {
  key: 'never-used',
  templates: { email: 'e-template', phone: 'p-template', post: 'l-template' },
  url: undefined,
}

const message = (more: Partial<Message> = {}): Message => ({
  id: 'ours-1',
  channel: 'email',
  address: 'ada@example.com',
  parcel: {
    title: 'Your plan',
    council: 'Northmoor Council',
    name: 'Ada Brook',
    text: 'YOUR PLAN\n\nIt is here.\n',
    sheet: {
      title: 'Your plan',
      council: 'Northmoor Council',
      to: 'Ada Brook',
      on: '21 November 2026',
      draft: null,
      size: 16,
      blocks: [{ kind: 'paragraph', text: 'It is here.' }],
    },
    link: 'https://care.example/records/r/letters/plan-1',
  },
  ...more,
})

/** Notify as it answers, and what it was asked. */
function aNotify(answers: Partial<NotifyClient> = {}) {
  const asked: unknown[][] = []
  const note =
    (name: string) =>
    (...args: readonly unknown[]) => {
      asked.push([name, ...args])
      return Promise.resolve({ data: { id: 'theirs-1' } })
    }
  const client: NotifyClient = {
    sendEmail: note('email'),
    sendSms: note('sms'),
    sendLetter: note('letter'),
    getNotificationById: note('ask'),
    getNotifications: note('find'),
    prepareUpload: (file, options) => ({ bytes: file.subarray(0, 5).toString('latin1'), ...options }),
    ...answers,
  }
  return { asked, carrier: notifyCarrier(client, config) }
}

const refusing = (status: number, says = ''): Promise<never> =>
  Promise.reject(
    Object.assign(new Error('x'), { response: { status, data: { errors: [{ message: says }] } } }),
  )

describe('a letter handed to Notify', () => {
  test('by email: as a tagged PDF that only its reader can open, under our own reference', async () => {
    const { asked, carrier } = aNotify()
    expect(await carrier.carry(message())).toEqual({ kind: 'went', as: 'theirs-1' })
    expect(asked).toEqual([
      [
        'email',
        'e-template',
        'ada@example.com',
        {
          personalisation: {
            title: 'Your plan',
            council: 'Northmoor Council',
            name: 'Ada Brook',
            link: 'https://care.example/records/r/letters/plan-1',
            link_to_file: {
              bytes: '%PDF-',
              filename: 'letter.pdf',
              confirmEmailBeforeDownload: true,
              retentionPeriod: '26 weeks',
            },
          },
          reference: 'ours-1',
        },
      ],
    ])
  })

  test('as a text message: that there is something to read, and nothing of what it says', async () => {
    const { asked, carrier } = aNotify()
    await carrier.carry(message({ channel: 'phone', address: '07700900117' }))
    expect(asked).toEqual([
      [
        'sms',
        'p-template',
        '07700900117',
        {
          personalisation: {
            council: 'Northmoor Council',
            link: 'https://care.example/records/r/letters/plan-1',
          },
          reference: 'ours-1',
        },
      ],
    ])
  })

  test('by post: the name before the address, line by line', async () => {
    const { asked, carrier } = aNotify()
    await carrier.carry(message({ channel: 'post', address: '1 Low Lane\nNorthmoor\nNM1 1AA' }))
    expect(asked[0]?.[2]).toMatchObject({
      personalisation: {
        address_line_1: 'Ada Brook',
        address_line_2: '1 Low Lane',
        address_line_3: 'Northmoor',
        address_line_4: 'NM1 1AA',
        title: 'Your plan',
        body: 'YOUR PLAN\n\nIt is here.\n',
      },
    })
  })

  test('only in the ways for which there is a template', () => {
    const { carrier } = aNotify()
    expect(carrier.carries).toEqual(['email', 'phone', 'post'])
    const one = notifyCarrier({ ...aNotify().carrier, prepareUpload: () => undefined } as never, {
      ...config,
      templates: { email: 'e', phone: undefined, post: undefined },
    })
    expect(one.carries).toEqual(['email'])
  })
})

describe('what Notify says of it', () => {
  test.each([
    [400, 'ValidationError: email_address Not a valid email address', 'address'],
    [400, 'Must be a real address: postcode', 'address'],
    [400, 'Can’t send to this recipient using a team-only API key', 'refused'],
    [400, 'Missing personalisation: title', 'settings'],
    [403, 'Invalid token', 'settings'],
    [404, 'No result found', 'settings'],
    [429, 'Exceeded rate limit', 'busy'],
    [500, '', 'away'],
    [503, '', 'away'],
  ])('%i %s is %s', async (status, says, trouble) => {
    const { carrier } = aNotify({ sendEmail: () => refusing(status, says) })
    expect(await carrier.carry(message())).toEqual({ kind: 'failed', trouble })
  })

  test('no answer at all is to be away', () => {
    expect(troubleOf(new Error('connect ECONNREFUSED'))).toBe('away')
    expect(troubleOf(undefined)).toBe('away')
  })

  test.each([
    ['created', { kind: 'on-its-way' }],
    ['sending', { kind: 'on-its-way' }],
    ['pending', { kind: 'on-its-way' }],
    ['delivered', { kind: 'arrived' }],
    ['received', { kind: 'arrived' }],
    ['permanent-failure', { kind: 'failed', trouble: 'address' }],
    ['temporary-failure', { kind: 'failed', trouble: 'busy' }],
    ['technical-failure', { kind: 'failed', trouble: 'away' }],
    ['validation-failed', { kind: 'failed', trouble: 'settings' }],
    ['something new', { kind: 'on-its-way' }],
  ])('%s', async (status, where) => {
    const { carrier } = aNotify({ getNotificationById: () => Promise.resolve({ data: { status } }) })
    expect(await carrier.ask('theirs-1')).toEqual(where)
  })

  test('whether it has a letter already, by our reference', async () => {
    const found = (notifications: unknown) =>
      aNotify({ getNotifications: () => Promise.resolve({ data: { notifications } }) }).carrier.find(
        message(),
      )
    expect(await found([{ id: 'theirs-7' }])).toEqual({ kind: 'there', as: 'theirs-7' })
    expect(await found([])).toEqual({ kind: 'not-there' })
    const silent = aNotify({ getNotifications: () => refusing(500) }).carrier
    expect(await silent.find(message())).toEqual({ kind: 'unknown' })
  })
})

test('an address has at most seven lines with the name', () => {
  const lines = addressLines('Ada', 'a\n\n b \nc\nd\ne\nf\ng')
  expect(Object.values(lines)).toEqual(['Ada', 'a', 'b', 'c', 'd', 'e', 'f'])
})
