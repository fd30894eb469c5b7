import { describe, expect, test } from 'vitest'
import { groundOf, isThatCarerMeetsIt, saysAlreadyMet } from './reasons.ts'

describe('why somebody was not assessed', () => {
  test.each([
    ['Has savings over the limit.', 'money'],
    ['Self-funder, sent the list of agencies.', 'money'],
    ['Can afford to pay privately.', 'money'],
    ['Owns £300,000 in capital', 'money'],
    ['Team has no budget for new assessments until April.', 'money'],
    ['Does not meet the criteria.', 'eligibility'],
    ['Unlikely to be eligible.', 'eligibility'],
    ['Would be ineligible', 'eligibility'],
    ['Low level needs.', 'eligibility'],
    ['Her needs are too low for us.', 'eligibility'],
    ['Not disabled enough', 'eligibility'],
  ])('%s', (reason, ground) => {
    expect(groundOf(reason)).toBe(ground)
  })

  test.each([
    'She did not want an assessment; she has savings and knows what to do.',
    'He asked only for the number of the falls clinic.',
    'Lives in another county: passed to their team.',
    'The caller had the wrong number.',
    'Already waiting for an assessment from last week.',
    'Told about Attendance Allowance and the lunch club, which is all that she wanted.',
  ])('no such ground: %s', (reason) => {
    expect(groundOf(reason)).toBeUndefined()
  })
})

describe('whether the reason is that a carer meets it', () => {
  test.each([
    'Her daughter cooks and brings meals every day, so this need is met.',
    'Not eligible: the cleaning and laundry are done by her daughter.',
    'His wife, who lives with him, helps with washing.',
    'His mother already looks after this.',
    'Family provide all meals.',
    'The need is met by her husband.',
    'She gets help from her neighbours.',
    'Informal support from family.',
    'Parents are happy to do this.',
    'She could not do it; her daughter does it for her.',
    'Ruth makes his dinner.',
    'Ruth Millthorpe sees to it.',
  ])('yes: %s', (reason) => {
    expect(isThatCarerMeetsIt(reason, ['Ruth Millthorpe', 'Ruth'])).toBe(true)
  })

  test.each([
    'He keeps one close friend and his work.',
    'She sees her family every week and does her own shopping.',
    'Even without her daughter she can cook with the stool.',
    'If his wife did not help he would still manage.',
    'Looked at as if her son did nothing: she can wash.',
    'She can make her own meals, whoever makes them now.',
    'He meets with his friends at the club and uses the bus.',
    'She looks after her mother.',
    'His wife cooks because she likes to, and he could.',
    'Her son does the shopping now, but she can do it herself.',
    'She does not need her husband to help.',
    'She manages with the rail.',
    '',
  ])('no: %s', (reason) => {
    expect(isThatCarerMeetsIt(reason, ['Ruth Millthorpe', 'Ruth'])).toBe(false)
  })

  test('a name with marks in it is only a name', () => {
    expect(isThatCarerMeetsIt('Anyone does it.', ['A.* (Bob', ''])).toBe(false)
    expect(isThatCarerMeetsIt('A.* (Bob does it.', ['A.* (Bob'])).toBe(true)
  })
})

test.each([
  ['The need is already met.', true],
  ['No unmet need.', true],
  ['Needs are being met informally.', true],
  ['The need is not met by the bus.', false],
  ['She can do it.', false],
])('that it is met already: %s', (reason, met) => {
  expect(saysAlreadyMet(reason)).toBe(met)
})
