import { describe, expect, it, test } from 'vitest'
import { CITATIONS, type Citation, citation } from './citations.ts'

const all: readonly (readonly [string, Citation])[] = Object.entries(CITATIONS)

describe('citations', () => {
  it('cite what was not read by its section, never by a paragraph', () => {
    for (const [id, { read, short }] of all) if (read === 'unread') expect(short, id).not.toContain('(')
  })

  it('say what they stand for in a whole sentence, and where to read it', () => {
    for (const [id, { short, title, says, url }] of all) {
      expect(says, id).toMatch(/^[A-Z].*[.?]$/)
      expect(url, id).toMatch(/^https:\/\/[a-z.]+\//)
      expect(short, id).not.toBe('')
      expect(title, id).not.toBe('')
    }
  })

  test.each([
    ['CA s27(1)(b)', 'Care Act s27(1)(b)', 'https://www.legislation.gov.uk/ukpga/2014/23/section/27'],
    ['CA s25(9)', 'Care Act s25', 'https://www.legislation.gov.uk/ukpga/2014/23/section/25'],
    ['CA s12(3)', 'Care Act s12', 'https://www.legislation.gov.uk/ukpga/2014/23/section/12'],
    [
      'ER r2(1)(b)',
      'Eligibility Regulations r2(1)(b)',
      'https://www.legislation.gov.uk/uksi/2015/313/regulation/2',
    ],
    ['ER r2(4)', 'Eligibility Regulations r2', 'https://www.legislation.gov.uk/uksi/2015/313/regulation/2'],
    [
      'AR r3(3)',
      'Assessment Regulations r3(3)',
      'https://www.legislation.gov.uk/uksi/2014/2827/regulation/3',
    ],
    ['CR r3(3)', 'Charging Regulations r3', 'https://www.legislation.gov.uk/uksi/2014/2672/regulation/3'],
    ['MCA s4A', 'Mental Capacity Act s4A', 'https://www.legislation.gov.uk/ukpga/2005/9/section/4A'],
    [
      'G10',
      'Guidance ch. 10',
      'https://www.gov.uk/government/publications/care-act-statutory-guidance/care-and-support-statutory-guidance',
    ],
  ] as const)('%s is %s', (id, short, url) => {
    expect(citation(id)).toMatchObject({ short, url })
  })
})
