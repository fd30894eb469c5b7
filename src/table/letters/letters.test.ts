import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { readFileText } from '../../record/file.ts'
import { type RecordState, foldRecord } from '../../record/state.ts'
import { sendCopy } from './decide.ts'
import { isSendable, letterOf, sendable } from './letter-of.ts'
import { easyText, plainText } from './plain-text.ts'

const letter = (state: RecordState, id: string) => {
  const entry = state.byId.get(id)
  if (entry === undefined || !isSendable(entry)) throw new Error(`there is no letter of ${id}`)
  return letterOf(state, 'Northmoor Council', entry)
}

const root = join(import.meta.dirname, '..', '..', '..')
const files = ['demo/records', 'test/cases'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.record.json'))
    .map((name) => join(root, folder, name)),
)

describe('a plan', () => {
  const planned = aRecord().planned()
  const unanswered = planned.without('response').without('sign-off')

  test('is a draft, in words, until the person has answered; and again where they do not agree', () => {
    const says = (record: typeof planned) => letter(record.state(), 'plan-1').draft
    expect(says(unanswered)).toBe('DRAFT. You have not answered this plan yet.')
    expect(
      says(unanswered.with('response', { by: 'p', to: 'plan-1', extent: 'disagrees', says: 'Too little.' })),
    ).toBe('DRAFT. You do not agree with this plan. It is being talked about.')
    expect(
      says(unanswered.with('response', { by: 'p', to: 'plan-1', extent: 'agrees', says: 'Good.' })),
    ).toBeUndefined()
    expect(plainText(letter(unanswered.state(), 'plan-1'))).toContain(
      '*** DRAFT. You have not answered this plan yet. ***',
    )
  })

  test('says each line with its sum, and the sum of them all, to the penny', () => {
    const state = planned.state()
    const plan = state.byId.get('plan-1')
    if (plan?.kind !== 'plan') throw new Error('no plan')
    const { blocks } = letter(state, 'plan-1')
    const lines = blocks.find((block) => block.kind === 'table')
    expect(lines?.kind === 'table' ? lines.rows : []).toHaveLength(plan.lines.length)
    const total = plan.lines.reduce((sum, { weekly }) => sum + weekly, 0)
    const says = `The support in it costs £${(total / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })} a week.`
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join(' ')).toContain(says)
  })
})

test('a letter about a carer speaks to the carer', () => {
  const state = aRecord()
    .withCarer()
    .with('assessment-opened', {
      id: 'carers',
      of: 'carer',
      subject: 'carer',
      way: 'phone',
      assessor: 'sw',
    })
    .state()
  expect(letter(state, 'carers')).toMatchObject({ to: 'carer', title: 'Your carer’s assessment' })
})

describe.each(files.map((file) => [file.slice(root.length + 1), file] as const))('%s', (_, file) => {
  const read = readFileText(readFileSync(file, 'utf8'))
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.mistakes))
  const state = foldRecord(read.record, day('2026-11-21'))

  test('everything that can be sent makes a letter in which nothing is empty', () => {
    for (const entry of sendable(state)) {
      const made = letterOf(state, 'Northmoor Council', entry)
      const texts = made.blocks.flatMap((block) => {
        switch (block.kind) {
          case 'heading':
          case 'paragraph':
            return [block.text]
          case 'list':
            return block.items
          case 'table':
            return [block.caption, ...block.head]
        }
      })
      expect([...texts, ...made.easy.map(({ says }) => says)].filter((text) => text.trim() === '')).toEqual(
        [],
      )
      expect(plainText(made)).not.toMatch(/undefined|null|NaN|\[object/)
      expect(easyText(made).split('\n\n').length).toBe(made.easy.length + 2)
    }
  })
})

const COMMAND = {
  of: 'plan-1',
  to: 'p',
  as: 'letter',
  way: 'by-hand',
  reached: [],
  readOver: false,
} as const

describe('that a copy went out', () => {
  const stamp = { id: 'copy-new', on: day('2026-11-21'), by: 'sw' }
  const state = aRecord().planned().state()
  const send = (more: Partial<Parameters<typeof sendCopy>[0]>) =>
    sendCopy({ ...COMMAND, stamp, ...more }, state)
  const refusals = (more: Parameters<typeof send>[0]) => {
    const decision = send(more)
    return decision.kind === 'refused' ? decision.because.map(({ says }) => says) : []
  }

  test('is kept with who, what and in which form', () => {
    expect(send({ as: 'large-print' })).toMatchObject({
      kind: 'done',
      entries: [{ kind: 'copy', of: 'plan-1', to: 'p', as: 'large-print', by: 'sw' }],
    })
  })

  test('of easy read only when somebody has read it over', () => {
    expect(refusals({ as: 'easy-read' })).toEqual([
      'Read the easy read version over, row by row, before it goes out. It was made by the computer.',
    ])
    expect(send({ as: 'easy-read', readOver: true }).kind).toBe('done')
  })

  test('not of what cannot be sent, nor to somebody who is not at the table', () => {
    expect(refusals({ of: 'nothing' })).toEqual(['That is not in the record.'])
    expect(refusals({ to: 'stranger' })).toEqual(['Choose who it goes to.'])
  })

  test('in a way that can carry its form, to somebody who can be reached in it', () => {
    expect(refusals({ way: 'email', as: 'braille', reached: ['email'] })).toEqual([
      'An email can take a letter, large print or easy read. For anything else choose “I give or send it myself”.',
    ])
    expect(refusals({ way: 'post', as: 'letter' })).toEqual([
      'There is no postal address for Ada Brook yet. Put it in first, or give it by hand.',
    ])
    expect(refusals({ way: 'phone', as: 'letter', reached: ['phone'] })).toEqual([
      'A text message can only say that there is a page to read online. Choose “A page online” as the form.',
    ])
    expect(send({ way: 'email', as: 'large-print', reached: ['email'] }).kind).toBe('done')
    expect(send({ way: 'phone', as: 'online', reached: ['phone'] }).kind).toBe('done')
    expect(send({ as: 'braille' }).kind).toBe('done')
  })

  test('not to somebody from whom it is withheld', () => {
    const withheld = aRecord()
      .planned()
      .but('plan-1', { withheld: { from: ['p'], exemption: 'serious harm', why: 'x' } })
      .state()
    const decision = sendCopy({ ...COMMAND, stamp }, withheld)
    expect(decision.kind).toBe('refused')
  })
})

test('every letter says where to write to, in both forms, where the service knows the council’s address', () => {
  const state = aRecord().planned().state()
  const entry = state.byId.get('plan-1')
  if (entry === undefined || !isSendable(entry)) throw new Error('there is no plan')
  const where = 'Adult social care, 1 High Street, Northmoor, NM1 1AA.'
  const made = letterOf(state, 'Northmoor Council', entry, [
    'Adult social care',
    '1 High Street',
    'Northmoor',
    'NM1 1AA',
  ])
  expect(plainText(made)).toContain(`Where to write to us\n${'-'.repeat(20)}\n\n${where}`)
  expect(easyText(made)).toContain(`Write to us at: ${where}`)
  expect(plainText(letterOf(state, 'Northmoor Council', entry))).not.toContain('Where to write')
})
