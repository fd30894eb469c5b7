import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Carrier, Message } from '../src/platform/outbox/carrier.ts'
import { demoCarrier } from '../src/platform/outbox/demo-carrier.ts'
import { MOST_TRIES, goRound } from '../src/platform/outbox/rounds.ts'
import { type Service, theService } from './the-service.ts'

// A copy is written down and on its way, or neither; and everybody who may know of it sees what became of it.

const SUNITA = 'sunita-vallory'
const KARAN = 'karan-vallory'
const KEITH = 'keith-bromwell'

let service: Service
beforeAll(async () => {
  service = await theService({ carrier: demoCarrier })
})
afterAll(() => service.close())

type Row = { readonly state: string; readonly tries: number; readonly trouble: string | null }

const rowsOf = (record: string) =>
  service.database.asOwner((query) =>
    query<Row>('select state, tries, trouble from roundtable.outbox where record = $1 order by made_at', [
      record,
    ]),
  )

const parcels = async (record: string): Promise<number> => {
  const [row] = await service.database.asOwner((query) =>
    query<{ n: number }>(
      'select count(*)::int as n from guarded.parcel p join roundtable.outbox o on o.id = p.outbox where o.record = $1',
      [record],
    ),
  )
  return row?.n ?? -1
}

const owner = (text: string, values: readonly unknown[]) =>
  service.database.asOwner((query) => query(text, values))

/** As if the time until the next try had gone by. */
const dueNow = (record: string) =>
  owner("update roundtable.outbox set next_at = now() - interval '1 second' where record = $1", [record])

async function aRecordWith(addresses: Readonly<Record<string, string>>, of = SUNITA): Promise<string> {
  const record = await service.copyOf(SUNITA)
  const keith = await service.as(KEITH)
  const answer = await keith.post(`/records/${record}/letters/reach`, { of, ...addresses })
  expect(answer.status).toBe(303)
  return record
}

const letter = (record: string) => `/records/${record}/letters/plan-3/sent`

async function sendTo(record: string, fields: Readonly<Record<string, string>>) {
  const keith = await service.as(KEITH)
  const form = await keith.form(letter(record))
  return form.send({ to: SUNITA, as: 'letter', way: 'email', ...fields })
}

const carrierOf = (carry: (message: Message) => ReturnType<Carrier['carry']>): Carrier => ({
  ...demoCarrier,
  carry,
})

describe('where somebody can be reached', () => {
  test('is theirs to see and change, and theirs for whom letters are sent; nobody else learns it', async () => {
    const record = await aRecordWith({ email: 'sunita@example.com' })
    const sees = async (account: string) =>
      (await (await service.as(account)).get(`/records/${record}/letters/reach`)).words
    expect(await sees(SUNITA)).toContain('sunita@example.com')
    expect(await sees(KEITH)).toContain('sunita@example.com')
    expect(await sees(KARAN)).not.toContain('sunita@example.com')
    const karan = await service.as(KARAN)
    expect((await karan.get(`/records/${record}/letters/reach?of=${SUNITA}`)).status).toBe(404)
    const tried = await karan.post(`/records/${record}/letters/reach`, { of: SUNITA, email: 'x@example.com' })
    expect(tried.status).toBe(409)
    const own = await karan.post(`/records/${record}/letters/reach`, { of: KARAN, phone: '07700 900 111' })
    expect(own.status).toBe(303)
    expect(await sees(KARAN)).toContain('07700900111')
    expect(await sees(SUNITA)).not.toContain('07700900111')
  })

  test('the database says so by itself, whatever a page would do', async () => {
    const record = await aRecordWith({ email: 'sunita@example.com' })
    const token = await service.database.signIn(KARAN)
    await service.database.scoped(token, async (query) => {
      expect(await query('select * from roundtable.address where record = $1', [record])).toEqual([])
      const [kept] = await query<{ kept: boolean }>(
        "select roundtable.keep_address($1, $2, 'email', 'mine@example.com') as kept",
        [record, SUNITA],
      )
      expect(kept?.kept).toBe(false)
      const [sent] = await query<{ sent: string }>(
        "select roundtable.send_copy($1, 'copy-1', 'email', '{}') as sent",
        [record],
      )
      expect(sent?.sent).toBe('no')
    })
    const worker = await service.database.signIn(KEITH)
    // A copy that was written down another day is not sent now, by whoever writes the statement.
    await service.database.scoped(worker, async (query) => {
      const [sent] = await query<{ sent: string }>(
        "select roundtable.send_copy($1, 'copy-1', 'email', '{}') as sent",
        [record],
      )
      expect(sent?.sent).toBe('no')
    })
    for (const statement of [
      'select * from guarded.parcel',
      'delete from roundtable.outbox',
      "update roundtable.address set value = 'x'",
    ]) {
      await expect(service.database.scoped(worker, (query) => query(statement))).rejects.toThrow(
        /permission denied/,
      )
    }
  })

  test.each([
    ['email', 'no address at all', 'Enter an email address in the right form'],
    ['email', 'a@b', 'Enter an email address in the right form'],
    ['phone', '12345', 'Enter a mobile number'],
    ['post', 'Somewhere', 'Enter the address on two to six lines'],
    ['post', 'Low Lane\nNorthmoor', 'Enter the address on two to six lines'],
  ])('%s that is %s is told where it was typed, and nothing is kept', async (field, typed, says) => {
    const record = await service.copyOf(SUNITA)
    const sunita = await service.as(SUNITA)
    const page = await sunita.post(`/records/${record}/letters/reach`, {
      of: SUNITA,
      phone: '07700 900 982',
      [field]: typed,
    })
    expect(page.status).toBe(400)
    expect(page.words).toContain(says)
    const [row] = await service.database.asOwner((query) =>
      query<{ n: number }>('select count(*)::int as n from roundtable.address where record = $1', [record]),
    )
    expect(row?.n).toBe(0)
  })

  test('is taken out by leaving it empty', async () => {
    const record = await aRecordWith({ email: 'sunita@example.com' })
    const sunita = await service.as(SUNITA)
    await sunita.post(`/records/${record}/letters/reach`, { of: SUNITA, email: '' })
    expect((await sunita.get(`/records/${record}/letters/reach`)).words).not.toContain('sunita@example.com')
  })
})

describe('a copy that is sent', () => {
  test('waits, goes, arrives; the person sees each; then nothing of it is left but that it arrived', async () => {
    const record = await aRecordWith({ email: 'sunita@example.com' })
    expect((await sendTo(record, {})).status).toBe(303)
    const sunita = await service.as(SUNITA)
    const sees = async () => (await sunita.get(`/records/${record}/letters`)).words
    expect(await sees()).toContain('It waits to go by email.')
    expect((await service.entriesOf(record)).at(-1)).toMatchObject({ kind: 'copy', of: 'plan-3', to: SUNITA })

    const carried: Message[] = []
    await goRound(
      service.database,
      carrierOf((message) => {
        if (message.parcel.link.includes(record)) carried.push(message)
        return demoCarrier.carry(message)
      }),
    )
    expect(carried).toHaveLength(1)
    expect(carried[0]).toMatchObject({ channel: 'email', address: 'sunita@example.com' })
    expect(carried[0]?.parcel.text).toContain('version 3 of your care and support plan')
    expect(carried[0]?.parcel.link).toBe(`${service.origin}/records/${record}/letters/plan-3`)
    expect(await sees()).toContain('It went by email.')

    await goRound(service.database, demoCarrier)
    expect(await sees()).toContain('It arrived by email.')
    expect([await rowsOf(record), await parcels(record)]).toEqual([
      [{ state: 'arrived', tries: 1, trouble: null }],
      0,
    ])
  })

  test('is sent once, however often its form is sent', async () => {
    const record = await aRecordWith({ email: 'sunita@example.com' })
    const keith = await service.as(KEITH)
    const form = await keith.form(letter(record))
    const fields = { to: SUNITA, as: 'letter', way: 'email' }
    const answers = await Promise.all([form.send(fields), form.send(fields), form.send(fields)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await rowsOf(record)).toHaveLength(1)
  })

  test('to nobody who cannot be reached so, in no form that cannot go so: nothing is written down', async () => {
    const record = await aRecordWith({ email: 'sunita@example.com' })
    const before = (await service.entriesOf(record)).length
    const post = await sendTo(record, { way: 'post' })
    expect([post.status, post.words.includes('There is no postal address for Sunita Vallory yet.')]).toEqual([
      400,
      true,
    ])
    expect((await sendTo(record, { as: 'braille' })).words).toContain('An email can take a letter')
    const none = await sendTo(record, { way: '' })
    expect([none.status, none.words.includes('Choose how it goes')]).toEqual([400, true])
    expect([(await service.entriesOf(record)).length, await rowsOf(record)]).toEqual([before, []])
  })

  test('by hand is written down, and nothing is sent', async () => {
    const record = await service.copyOf(SUNITA)
    expect((await sendTo(record, { way: 'by-hand', as: 'braille' })).status).toBe(303)
    expect(await rowsOf(record)).toEqual([])
  })
})

describe('what does not go', () => {
  test('comes back where there is no such address: the worker sees why, puts it right and sends it again', async () => {
    const record = await aRecordWith({ email: 'sunita@gone.invalid' })
    await sendTo(record, {})
    await goRound(service.database, demoCarrier)
    const keith = await service.as(KEITH)
    const letters = await keith.get(`/records/${record}/letters`)
    expect(letters.words).toContain('It came back. Nobody can be reached at this address.')
    expect((await keith.get('/outbox')).words).toContain('Came back')
    const [sent] = await service.database.asOwner((query) =>
      query<{ id: string }>('select id from roundtable.outbox where record = $1', [record]),
    )
    const again = { again: sent?.id ?? '' }
    const sunita = await service.as(SUNITA)
    expect((await sunita.post(`/records/${record}/letters`, again)).status).toBe(404)
    await sunita.post(`/records/${record}/letters/reach`, { of: SUNITA, email: 'sunita@example.com' })
    expect((await keith.post(`/records/${record}/letters`, again)).status).toBe(303)
    await goRound(service.database, demoCarrier)
    await goRound(service.database, demoCarrier)
    expect(await rowsOf(record)).toEqual([{ state: 'arrived', tries: 1, trouble: null }])
    expect((await keith.post(`/records/${record}/letters`, again)).status).toBe(409)
  })

  test('is tried again, so many times and no more, and then waits for somebody', async () => {
    const record = await aRecordWith({ email: 'sunita@example.com' })
    await sendTo(record, {})
    const away = carrierOf(() => Promise.resolve({ kind: 'failed', trouble: 'away' }))
    const states: string[] = []
    for (let round = 0; round < MOST_TRIES + 2; round += 1) {
      await dueNow(record)
      await goRound(service.database, away)
      const [row] = await rowsOf(record)
      states.push(`${row?.state} ${row?.tries}`)
    }
    expect(states).toEqual([
      'waits 1',
      'waits 2',
      'waits 3',
      'waits 4',
      'given-up 5',
      'given-up 5',
      'given-up 5',
    ])
    expect((await (await service.as(SUNITA)).get(`/records/${record}/letters`)).words).toContain(
      'It did not go. The service that sends our letters could not be reached. We no longer try.',
    )
  })

  test('is not sent twice where only the answer was lost', async () => {
    const record = await aRecordWith({ email: 'sunita@example.com' })
    await sendTo(record, {})
    // As a process leaves it that was stopped between the sending and the writing down.
    await owner('update roundtable.outbox set tries = 1 where record = $1', [record])
    let carried = 0
    const knows: Carrier = {
      ...carrierOf((message) => {
        carried += message.parcel.link.includes(record) ? 1 : 0
        return demoCarrier.carry(message)
      }),
      find: () => Promise.resolve({ kind: 'there', as: 'known' }),
    }
    await goRound(service.database, knows)
    expect([carried, (await rowsOf(record))[0]?.state]).toEqual([0, 'went'])
  })

  test('two who go round at once carry each letter once', async () => {
    const record = await aRecordWith({ email: 'sunita@example.com' })
    for (let copy = 0; copy < 6; copy += 1) await sendTo(record, {})
    const carried: string[] = []
    const slow = carrierOf(async (message) => {
      carried.push(message.id)
      return demoCarrier.carry(message)
    })
    await Promise.all([1, 2, 3, 4].map(() => goRound(service.database, slow)))
    expect(new Set(carried).size).toBe(carried.length)
    const states = (await rowsOf(record)).map(({ state }) => state)
    expect(states).toHaveLength(6)
    // Whoever comes round last may already ask about what the first one sent.
    expect(states.filter((state) => state !== 'went' && state !== 'arrived')).toEqual([])
  })
})

describe('what was sent, across records', () => {
  test('is shown to those who send the letters, and to nobody else', async () => {
    const record = await aRecordWith({ email: 'sunita@example.com' })
    await sendTo(record, {})
    expect((await (await service.as(KEITH)).get('/outbox')).links).toContain(`/records/${record}/letters`)
    expect((await (await service.as(SUNITA)).get('/outbox')).status).toBe(404)
    for (const account of ['folake-adeyinka', 'northmoor-homecare', 'tobias-winterflood']) {
      const page = await (await service.as(account)).get('/outbox')
      expect([account, page.status, page.body.includes(record)]).toEqual([account, 200, false])
    }
  })
})
