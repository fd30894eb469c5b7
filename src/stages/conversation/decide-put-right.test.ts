import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { all } from '../../record/state.ts'
import { mayPutRight } from '../../record/put-right.ts'
import { type PutRight, type PutWordsRight, putRight, putWordsRight } from './decide-put-right.ts'

const TODAY = '2026-05-04'
const record = aRecord()
  .contacted()
  .party({ id: 'nan', role: 'carer', name: 'Nan Pike' })
  .with('statement', {
    id: 's',
    on: '2026-04-01',
    topic: 'nutrition',
    'said-by': 'sw',
    basis: 'document',
    text: 'The neighbour cooks.',
    level: 2,
    times: 7,
    minutes: 20,
    hoped: 3,
  })
  .with('carer-identified', {
    id: 'c',
    on: '2026-04-02',
    carer: 'nan',
    provides: 'Dinner every day',
    hours: 7,
    willing: true,
    able: true,
    assessment: 'declined',
  })
const state = record.state(TODAY)
const command: PutRight = {
  stamp: { id: 'new', on: day(TODAY), by: 'ot' },
  entry: 's',
  how: 'no-longer',
  text: 'Nobody cooks now.',
  why: 'The neighbour died in March.',
  isWorker: true,
}
const put = (more: Partial<PutRight>) => putRight({ ...command, ...more }, state)
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

describe('what is no longer so', () => {
  test('takes its figures with it, and the old words stay, struck out', () => {
    const made = put({})
    expect(made).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: TODAY,
          by: 'ot',
          kind: 'statement',
          topic: 'nutrition',
          'said-by': 'sw',
          basis: 'document',
          corrects: 's',
          why: 'No longer so: The neighbour died in March.',
          text: 'Nobody cooks now.',
        },
      ],
    })
    const entry = made.kind === 'done' ? made.entries[0] : undefined
    const after = entry && record.add('statement', entry).state(TODAY)
    expect(after && all(after, 'statement').map(({ text }) => text)).toContain('Nobody cooks now.')
    expect(after?.told.find((told) => told.entry.id === 's')?.correctedBy).toBe('new')
    expect(after?.byId.get('s')?.on).toBe('2026-04-01')
    // A look back at the day before still shows what was known then.
    expect(
      record
        .add('statement', entry ?? {})
        .state('2026-05-03')
        .byId.get('s'),
    ).toMatchObject({
      text: 'The neighbour cooks.',
    })
  })

  test('of unpaid help: none is counted any more', () => {
    expect(put({ entry: 'c', text: 'Nothing. She died.' })).toMatchObject({
      entries: [
        { kind: 'carer-identified', provides: 'Nothing. She died.', hours: 0, willing: false, able: false },
      ],
    })
  })
})

describe('what was wrong', () => {
  test('keeps what nobody has questioned', () => {
    expect(put({ how: 'wrong', level: 1, text: 'She brings bread.' })).toMatchObject({
      entries: [{ level: 1, times: 7, minutes: 20, hoped: 3, why: 'The neighbour died in March.' }],
    })
    expect(put({ entry: 'c', how: 'wrong', text: 'Sunday dinner' })).toMatchObject({
      entries: [{ provides: 'Sunday dinner', hours: 7, willing: true }],
    })
  })
})

test.each<readonly [Partial<PutRight>, string]>([
  [{ text: ' ' }, 'Say how it is really.'],
  [{ why: '' }, 'Say how you know.'],
  [{ how: 'wrong', text: 'The neighbour cooks. ' }, 'Nothing would change: this is what stands there now.'],
  [{ entry: 'contact-1' }, 'That is not something that can be put right here.'],
  [
    { isWorker: false },
    'Only whoever said it, whoever wrote it down, or the worker can put it right. You can say that it is wrong.',
  ],
])('%o is refused with a clear word', (more, sentence) => {
  expect(says(put(more))).toEqual([sentence])
})

test('whoever said it, whoever wrote it, and the worker put it right; nobody else', () => {
  const said = state.byId.get('s')
  const help = state.byId.get('c')
  if (said === undefined || help === undefined) throw new Error('the record lost its entries')
  expect([
    mayPutRight(said, 'sw', false),
    mayPutRight(said, 'p', false),
    mayPutRight(said, 'p', true),
  ]).toEqual([true, false, true])
  expect([mayPutRight(help, 'nan', false), mayPutRight(help, undefined, false)]).toEqual([true, false])
})

test('what is kept from somebody stays kept when it is put right', () => {
  const kept = record.but('s', { withheld: { from: ['nan'], exemption: 'Serious harm', why: 'x' } })
  expect(putRight(command, kept.state(TODAY))).toMatchObject({
    entries: [{ withheld: { from: ['nan'], exemption: 'Serious harm', why: 'x' } }],
  })
})

describe('words that were written down wrongly', () => {
  const written = record
    .with('note', { id: 'n', on: '2026-04-03', by: 'sw', text: 'She rang on Monday.' })
    .with('note', { id: 'later', on: '2026-04-03', by: 'sw', of: 'n', text: 'Looked at again: all well.' })
    .with('complaint', { id: 'm', on: '2026-04-04', by: 'p', about: 'Nobody came.', wants: 'A visit.' })
    .with('hold', { id: 'h', on: '2026-04-05', stage: 'assessment', why: 'A flood', told: true })
    .state(TODAY)
  const words: PutWordsRight = {
    stamp: { id: 'new', on: day(TODAY), by: 'ot' },
    entry: 'contact-1',
    texts: ['Help with dressing.', 'A morning visit.'],
    why: 'I heard the recording.',
    isWorker: true,
  }
  const putWords = (more: Partial<PutWordsRight>) => putWordsRight({ ...words, ...more }, written)

  test('take the place of the old ones, with a reason, and nothing else changes', () => {
    const before = written.byId.get('contact-1')
    const kept = { ...before, about: '', wants: '' }
    expect(putWords({})).toEqual({
      kind: 'done',
      entries: [
        {
          ...kept,
          id: 'new',
          on: TODAY,
          by: 'ot',
          corrects: 'contact-1',
          why: 'I heard the recording.',
          about: 'Help with dressing.',
          wants: 'A morning visit.',
        },
      ],
    })
    expect(putWords({ texts: ['Help with dressing.', ' '] })).not.toHaveProperty('entries.0.wants')
  })

  test('of a complaint, a note or what somebody saw: by whoever wrote it, and never by the worker for them', () => {
    const own = { entry: 'm', texts: ['Nobody came on Monday.', ''] }
    const refused =
      'Only whoever wrote it down can put it right, or the worker where it is no view of somebody’s own. You can say that it is wrong.'
    expect(says(putWords(own))).toEqual([refused])
    expect(
      putWords({ ...own, stamp: { id: 'new', on: day(TODAY), by: 'p' }, isWorker: false }),
    ).toMatchObject({ entries: [{ kind: 'complaint', about: 'Nobody came on Monday.', wants: '' }] })
    expect(says(putWords({ entry: 'n', texts: ['She rang on Tuesday.'] }))).toEqual([refused])
    expect(
      putWords({
        entry: 'n',
        texts: ['She rang on Tuesday.'],
        stamp: { id: 'new', on: day(TODAY), by: 'sw' },
      }),
    ).toMatchObject({ entries: [{ kind: 'note', text: 'She rang on Tuesday.' }] })
  })

  test.each<readonly [Partial<PutWordsRight>, string]>([
    [{ texts: [] }, 'What was asked: write how it should read.'],
    [{ why: ' ' }, 'Say how you know.'],
    [{ entry: 'h', texts: ['A storm'] }, 'That is not something that can be put right here.'],
    [
      { entry: 'later', texts: ['Looked at again: badly.'] },
      'That is not something that can be put right here.',
    ],
    [{ entry: 'nothing' }, 'That is not something that can be put right here.'],
    [
      { isWorker: false },
      'Only whoever wrote it down can put it right, or the worker where it is no view of somebody’s own. You can say that it is wrong.',
    ],
  ])('%o is refused with a clear word', (more, sentence) => {
    expect(says(putWords(more))).toEqual([sentence])
  })

  test('that stay the same put nothing right', () => {
    const contact = written.byId.get('contact-1')
    const texts = contact?.kind === 'contact' ? [contact.about, contact.wants] : []
    expect(says(putWords({ texts }))).toEqual(['Nothing would change: this is what stands there now.'])
  })
})
