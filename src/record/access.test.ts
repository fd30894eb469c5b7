import { describe, expect, test } from 'vitest'
import { aRecord } from '../../test/a-record.ts'
import {
  ACTIONS,
  type Action,
  KIND_ACCESS,
  POLICY,
  RELATIONSHIPS,
  RESOURCES,
  type Relationship,
  type Resource,
  allows,
  anyAllows,
  isAction,
  isResource,
  placeOf,
} from './access.ts'
import { KIND_NAMES } from './kinds.ts'
import { policyRows } from './policy-rows.ts'

const actionsOf = (relationship: Relationship, resource: Resource): readonly Action[] =>
  ACTIONS.filter((action) => allows(relationship, resource, action))

/** The whole table as a page that somebody who answers for it can read and sign. */
function tableInWords(): string {
  const people = RELATIONSHIPS.map((relationship) => {
    const lines = RESOURCES.flatMap((resource) => {
      const actions = actionsOf(relationship, resource)
      return actions.length === 0 ? [] : [`  ${resource.padEnd(14)} ${actions.join(', ')}`]
    })
    return [relationship, ...(lines.length === 0 ? ['  nothing'] : lines)].join('\n')
  })
  const kinds = KIND_NAMES.map((kind) => {
    const { resource, action } = KIND_ACCESS[kind]
    return `  ${kind.padEnd(22)} ${resource.padEnd(14)} ${action}`
  })
  return `WHO MAY SEE AND DO WHAT

What is not named here is denied. Made from src/record/access.ts; a change there shows here, and is for somebody
to sign who answers for it: npx vitest run src/record/access.test.ts -u

${people.join('\n\n')}


WHERE EACH KIND OF ENTRY BELONGS, AND WHAT IT TAKES TO ADD ONE

A dispute, its answer, a note, a copy and a response belong where the entry belongs that they speak of. What is in a
carer's own assessment belongs to carers-own.

${kinds.join('\n')}
`
}

test('the table is the one that was signed', async () => {
  await expect(tableInWords()).toMatchFileSnapshot('./access.golden.txt')
})

describe('what the table must never say, whatever is changed in it', () => {
  const whoMay = (resource: Resource, ...actions: readonly Action[]) =>
    RELATIONSHIPS.filter((relationship) => actions.some((action) => allows(relationship, resource, action)))

  test('only the council’s own decide', () => {
    const deciding = RELATIONSHIPS.filter((relationship) =>
      RESOURCES.some((resource) => allows(relationship, resource, 'decide')),
    )
    expect(deciding).toEqual(['worker', 'manager', 'finance'])
    expect(RESOURCES.filter((resource) => allows('finance', resource, 'decide'))).toEqual(['means'])
  })

  test('the person reads everything that is about them, and may say of each part that it is wrong', () => {
    const hidden = RESOURCES.filter((resource) => !allows('self', resource, 'read'))
    expect(hidden).toEqual(['carers-own'])
    for (const resource of [
      'conversation',
      'capacity',
      'eligibility',
      'money',
      'means',
      'plan',
      'support',
    ] as const) {
      expect(allows('self', resource, 'dispute')).toBe(true)
    }
  })

  test('who acts for the person may do neither more nor less than the person', () => {
    for (const resource of RESOURCES) {
      expect(actionsOf('attorney', resource)).toEqual(actionsOf('self', resource))
      expect(actionsOf('deputy', resource)).toEqual(actionsOf('self', resource))
    }
  })

  test('a carer’s own assessment is for the carer and for those who work with them, not for the person', () => {
    expect(whoMay('carers-own', 'read')).toEqual(['worker', 'team', 'manager'])
    expect(whoMay('carers-own', 'read-own')).toEqual(['carer'])
  })

  test('savings and income are for the person, who acts for them, the worker, the manager and finance', () => {
    expect(whoMay('means', 'read', 'read-own')).toEqual([
      'self',
      'attorney',
      'deputy',
      'worker',
      'manager',
      'finance',
    ])
  })

  test('how a talk went is for the person, who acts for them, and the manager; an advocate reads what they told', () => {
    expect(whoMay('heard', 'read')).toEqual(['self', 'attorney', 'deputy', 'manager'])
    expect(whoMay('heard', 'read-own')).toEqual(['advocate'])
    expect(whoMay('heard', 'say')).toEqual(['self', 'attorney', 'deputy', 'advocate', 'manager'])
    expect(whoMay('heard', 'judge')).toEqual([])
  })

  test('what is said about safety is not for those who give support, nor for family and friends', () => {
    expect(whoMay('safeguarding', 'read')).toEqual([
      'self',
      'attorney',
      'deputy',
      'advocate',
      'worker',
      'manager',
    ])
    // A ward raises a concern and reads that again; what comes of it is for those who look into it.
    expect(whoMay('safeguarding', 'read-own')).toEqual(['nhs'])
    expect(whoMay('safeguarding', 'say')).toEqual(['worker', 'manager', 'nhs'])
    expect(whoMay('safeguarding', 'judge')).toEqual(['worker', 'manager'])
  })

  test('who looked is for the person, and for the worker and manager who answer for it', () => {
    expect(whoMay('looks', 'read')).toEqual(['self', 'attorney', 'deputy', 'worker', 'manager'])
    expect(whoMay('looks', 'read-own', 'say', 'dispute', 'judge', 'decide', 'export')).toEqual([])
  })

  test('the whole record is taken away by the person, who acts for them, or the manager', () => {
    expect(whoMay('people', 'export')).toEqual(['self', 'attorney', 'deputy', 'manager'])
    expect(RESOURCES.filter((resource) => whoMay(resource, 'export').length > 0)).toEqual(['people'])
  })

  test('everybody with a place at the table may know whose table it is', () => {
    expect(whoMay('people', 'read')).toEqual(RELATIONSHIPS)
  })
})

describe('asking the table', () => {
  test('one relationship that allows it is enough, and none allows nothing', () => {
    expect(anyAllows(['family', 'carer'], 'plan', 'read')).toBe(true)
    expect(anyAllows(['family'], 'plan', 'read')).toBe(false)
    expect(anyAllows([], 'people', 'read')).toBe(false)
  })

  test('the database gets the same cells, each of them once or more and no other', () => {
    const cell = ({ relationship, resource, action }: ReturnType<typeof policyRows>[number]) =>
      `${relationship} ${resource} ${action}`
    const expected = RELATIONSHIPS.flatMap((relationship) =>
      RESOURCES.flatMap((resource) =>
        actionsOf(relationship, resource).map((action) => `${relationship} ${resource} ${action}`),
      ),
    )
    expect([...new Set(policyRows().map(cell))].toSorted()).toEqual(expected.toSorted())
  })

  test('every row of it names somebody, something and somewhere', () => {
    for (const { who, may, in: where } of POLICY) {
      expect(Math.min(who.length, may.length, where.length)).toBeGreaterThan(0)
    }
  })

  test('names from outside are read, and strange ones are not', () => {
    expect(RESOURCES.every(isResource)).toBe(true)
    expect(ACTIONS.every(isAction)).toBe(true)
    for (const strange of ['', 'everything', '__proto__', 'toString']) {
      expect(isResource(strange)).toBe(false)
      expect(isAction(strange)).toBe(false)
    }
  })
})

describe('where an entry belongs', () => {
  const record = aRecord()
    .withCarer()
    .reviewed()
    .on('2026-05-01')
    .with('risk', {
      activity: 'The stairs',
      wish: 'To go up by myself',
      good: 'My own bed',
      harm: 'A fall',
      safeguards: [],
      decision: 'go-ahead',
      why: 'Hers to choose',
    })
    .with('capacity', {
      decision: 'Where to live',
      for: ['home'],
      'help-given': [],
      understands: true,
      retains: true,
      weighs: true,
      communicates: true,
      'has-capacity': true,
    })
    .with('safeguarding', { event: 'concern', about: 'Her bank card' })
    .with('safeguarding', { id: 'raised', event: 'concern', about: 'A bruise', by: 'ward' })
    .with('note', { id: 'of-raised', of: 'raised', text: 'Rang the ward.' })
    .with('safeguarding', { id: 'looked-into', event: 'enquiry', about: 'The bruise' })
    .with('measure', {
      id: 'talk',
      by: 'p',
      tool: 'making-it-real',
      items: { 'heard-listened': 1 },
      'seen-by': 'person',
    })
    .with('note', { id: 'of-talk', by: 'boss', of: 'talk', text: 'Spoke to her.' })
    .add('measure', {
      on: '2026-05-01',
      id: 'talk-for-both',
      by: 'p',
      tool: 'making-it-real',
      items: { 'heard-listened': 1 },
      'seen-by': 'person',
      withheld: { from: ['son'], exemption: 'told to a manager and to the worker', why: 'x' },
    })
    .with('measure', {
      id: 'life',
      by: 'p',
      tool: 'making-it-real',
      items: { control: 3, 'heard-listened': 1 },
      'seen-by': 'person',
    })
    .with('note', { id: 'of-safety', of: 'safeguarding-1', text: 'Rang the bank.' })
    .with('note', { id: 'of-nothing', text: 'Rang.' })
    .with('note', { id: 'of-note', of: 'of-safety', text: 'And again.' })
    .with('dispute', { id: 'no-to-plan', by: 'p', of: 'plan-1', says: 'Too little.', wants: 'More.' })
    .with('note', { id: 'of-no', of: 'no-to-plan', text: 'Rang her about it.' })
    .with('dispute-answered', { id: 'yes-to-no', dispute: 'no-to-plan', outcome: 'accepted', why: 'It is.' })
    .with('dispute', { id: 'son-says', by: 'son', of: 'statement-1', says: 'She can.', wants: '' })
    .with('dispute', {
      id: 'his-no',
      by: 'husband',
      of: 'decided-carer',
      says: 'I am ill.',
      wants: 'Look again.',
    })
    .with('dispute', { id: 'sw-no', by: 'sw', of: 'decided-carer', says: 'He is ill.', wants: 'Look again.' })
    .with('dispute-answered', { id: 'to-his-no', dispute: 'his-no', outcome: 'refused', why: 'Looked at.' })
    .with('response', {
      id: 'his-answer',
      by: 'husband',
      to: 'decided-carer',
      extent: 'disagrees',
      says: 'No.',
    })
    .with('statement', {
      id: 'sw-of-him',
      topic: 'carer-work',
      'said-by': 'sw',
      basis: 'observed',
      text: 'He has given up his allotment.',
      about: 'husband',
    })
    .with('statement', {
      id: 'he-of-her',
      by: 'husband',
      topic: 'hygiene',
      'said-by': 'husband',
      basis: 'lived',
      text: 'I run the bath.',
    })
    .record()
  const byId = new Map(record.entries.map((entry) => [entry.id, entry]))
  const place = (id: string) => {
    const entry = byId.get(id)
    if (entry === undefined) throw new Error(`no entry ${id}`)
    const { resource, action, owner } = placeOf(entry, (other) => byId.get(other))
    return `${resource}: ${action}${owner === undefined ? '' : ` (${owner}’s own)`}`
  }

  test.each([
    ['contact-1', 'asking: say'],
    ['advice-1', 'asking: judge'],
    ['worker-1', 'people: decide'],
    ['assessment-opened-1', 'conversation: judge'],
    ['assessment-closed-1', 'conversation: judge'],
    ['need-1', 'conversation: judge'],
    ['carer-identified-1', 'conversation: say'],
    ['advocacy-1', 'capacity: judge'],
    ['capacity-1', 'capacity: judge'],
    ['risk-1', 'plan: judge'],
    ['safeguarding-1', 'safeguarding: say (sw’s own)'],
    ['raised', 'safeguarding: say (ward’s own)'],
    ['looked-into', 'safeguarding: judge (sw’s own)'],
    ['of-raised', 'safeguarding: say (sw’s own)'],
    ['talk', 'heard: say (p’s own)'],
    ['of-talk', 'heard: say (boss’s own)'],
    ['talk-for-both', 'challenge: say'],
    ['life', 'support: say'],
    ['eligibility-1', 'eligibility: decide'],
    ['indicative-budget-1', 'money: decide'],
    ['financial-assessment-1', 'means: decide'],
    ['option-1', 'plan: say'],
    ['plan-1', 'plan: decide'],
    ['personal-budget-1', 'money: decide'],
    ['support-delivered-1', 'support: judge'],
    ['review-1', 'plan: judge'],
    ['of-nothing', 'asking: say'],
  ])('%s: %s', (id, expected) => expect(place(id)).toBe(expected))

  test.each([
    ['what somebody says is their own', 'statement-1', 'conversation: say (p’s own)'],
    ['also where a carer speaks of the person', 'he-of-her', 'conversation: say (husband’s own)'],
    ['and the family topic is the person’s conversation', 'said-family', 'conversation: say (husband’s own)'],
  ])('%s', (_name, id, expected) => expect(place(id)).toBe(expected))

  test.each([
    ['a copy goes with what was copied', 'copy-1', 'conversation: judge'],
    ['a copy of the plan goes with the plan', 'copy-3', 'plan: judge'],
    ['a response goes with what it answers', 'response-1', 'plan: say'],
    ['a note about safety is for nobody who may not read of it', 'of-safety', 'safeguarding: say (sw’s own)'],
    ['nor is a note of that note', 'of-note', 'safeguarding: say (sw’s own)'],
    [
      'a dispute goes with what it is about, and is also its writer’s own',
      'no-to-plan',
      'plan: dispute (p’s own)',
    ],
    ['so that whoever wrote one reads it again', 'son-says', 'conversation: dispute (son’s own)'],
    ['and reads the answer', 'yes-to-no', 'plan: decide (p’s own)'],
    ['and what is noted about it', 'of-no', 'plan: say (p’s own)'],
  ])('%s', (_name, id, expected) => expect(place(id)).toBe(expected))

  test.each([
    ['their assessment', 'opened-carer', 'carers-own: judge (husband’s own)'],
    ['its end', 'closed-carer', 'carers-own: judge (husband’s own)'],
    ['what they say of their own life', 'said-carer', 'carers-own: say (husband’s own)'],
    ['what a worker says of it', 'sw-of-him', 'carers-own: say (husband’s own)'],
    ['their need', 'need-carer', 'carers-own: judge (husband’s own)'],
    ['the decision', 'decided-carer', 'carers-own: decide (husband’s own)'],
    ['the copy', 'copy-carer-2', 'carers-own: judge (husband’s own)'],
    ['their answer to it', 'his-answer', 'carers-own: say (husband’s own)'],
    ['what they say is wrong', 'his-no', 'carers-own: dispute (husband’s own)'],
    ['also where a worker says it', 'sw-no', 'carers-own: dispute (husband’s own)'],
    ['and the answer to that', 'to-his-no', 'carers-own: decide (husband’s own)'],
  ])('a carer’s own: %s', (_name, id, expected) => expect(place(id)).toBe(expected))

  test('withholding an entry from somebody does not move it', () => {
    const entry = byId.get('safeguarding-1')
    if (entry === undefined) throw new Error('it is above')
    const withheld = {
      ...entry,
      withheld: { from: ['son'], exemption: 'serious harm', why: 'Under enquiry.' },
    }
    expect(placeOf(withheld, () => undefined)).toEqual({
      resource: 'safeguarding',
      action: 'say',
      owner: 'sw',
    })
  })

  test('what speaks of an entry that is not there belongs where its kind does', () => {
    const [note, dispute] = [byId.get('of-safety'), byId.get('no-to-plan')]
    if (note === undefined || dispute === undefined) throw new Error('both are above')
    expect(placeOf(note, () => undefined)).toEqual({ resource: 'asking', action: 'say' })
    expect(placeOf(dispute, () => undefined)).toEqual({ resource: 'conversation', action: 'dispute' })
  })
})
