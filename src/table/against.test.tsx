import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Against, type AgainstRow } from './against.tsx'

const LEGEND = { given: 'Came', missing: 'Did not come', beyond: 'Came on top' }
const drawn = (...rows: readonly AgainstRow[]): string =>
  renderToString(<Against id="a" title="Week by week" legend={LEGEND} rows={rows} />)

const row = (planned: number, given: number): AgainstRow => ({
  label: 'a week',
  planned,
  given,
  shown: `${given} of ${planned}`,
})

/** What is drawn of each row, after the legend: `given 0% 64.286%`. */
const shapes = (html: string): readonly string[] =>
  [
    ...(html.split('</ul>')[1] ?? '').matchAll(
      /<rect class="(rt-part rt-part--\d|rt-ladder__edge[^"]*)"([^>]*)>/g,
    ),
  ].map(([, look = '', place = '']) => {
    const name = look.includes('--1') ? 'given' : look.includes('edge') ? 'missing' : 'beyond'
    return `${name} ${/ x="([^"]*)"/.exec(place)?.[1]} ${/ width="([^"]*)"/.exec(place)?.[1]}`
  })

describe('what was given against what was planned', () => {
  test.each<[string, readonly AgainstRow[], readonly string[]]>([
    ['all of it', [row(7, 7)], ['given 0% 100%']],
    ['some of it', [row(28, 18)], ['given 0% 64.286%', 'missing 64.286% 35.714%']],
    ['none of it', [row(7, 0)], ['missing 0% 100%']],
    ['more than that', [row(6, 8)], ['given 0% 75%', 'beyond 75% 25%']],
    ['rows on one scale', [row(8, 8), row(4, 2)], ['given 0% 100%', 'given 0% 25%', 'missing 25% 25%']],
  ])('%s', (_name, rows, expected) => expect(shapes(drawn(...rows))).toEqual(expected))

  test('says each row in words, and names in its legend only what is drawn', () => {
    const html = drawn(row(7, 5))
    expect(html).toContain('a week: <strong>5 of 7</strong>')
    expect(html).toContain('Did not come')
    expect(html).not.toContain('Came on top')
    expect(html).not.toContain('role="img"')
  })

  test('is not drawn where there is nothing to hold against anything', () => {
    expect(drawn(row(0, 0))).toBe('')
  })
})
