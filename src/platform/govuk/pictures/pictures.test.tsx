import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it, test } from 'vitest'
import { Ladder } from './ladder.tsx'
import { RangeBar } from './range-bar.tsx'
import { StackedBar } from './stacked-bar.tsx'

const drawn = (vnode: VNode): string => renderToString(vnode)
const all = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map((match) => match.slice(1).join(' '))

describe('a bar of parts', () => {
  const parts = [
    { label: 'Washing', value: 50, shown: '£0.50', href: '/washing' },
    { label: 'Meals', value: 25, shown: '£0.25' },
    { label: 'Nothing yet', value: 0, shown: '£0.00' },
    { label: 'Night', value: 25, shown: '£0.25' },
  ]

  it('gives each part its share, one after the other', () => {
    const html = drawn(<StackedBar id="bar" title="Where it comes from" parts={parts} />)
    const [bar = ''] = html.split('<ul')
    expect(all(bar, /class="rt-part rt-part--(\d)" x="([^"]+)" y="0" width="([^"]+)"/g)).toEqual([
      '1 0% 50%',
      '2 50% 25%',
      '4 75% 25%',
    ])
  })

  it('says the same in a list beside it, and then hides the drawing from those who hear the page', () => {
    const html = drawn(<StackedBar id="bar" title="Where it comes from" parts={parts} />)
    expect(html).toContain('aria-hidden="true"')
    expect(html).not.toContain('role="img"')
    expect(
      all(
        html,
        /rt-key__label">(?:<a[^>]*>)?([^<]+)(?:<\/a>)?<\/span> <span class="rt-key__value">([^<]+)</g,
      ),
    ).toEqual(['Washing £0.50', 'Meals £0.25', 'Nothing yet £0.00', 'Night £0.25'])
    expect(html).toContain('<a class="govuk-link" href="/washing">Washing</a>')
  })

  it('tells itself where the list is left out', () => {
    const html = drawn(<StackedBar id="bar" title="Where it comes from" parts={parts} withoutKey />)
    expect(html).toContain('role="img" aria-labelledby="bar-title bar-says"')
    expect(html).toContain('<title id="bar-title">Where it comes from</title>')
    expect(html).toContain(
      '<desc id="bar-says">Washing £0.50, Meals £0.25, Nothing yet £0.00, Night £0.25.</desc>',
    )
  })

  it('writes words into a part only from the width on where they have room', () => {
    const html = drawn(
      <StackedBar
        id="bar"
        title="Where it comes from"
        parts={[
          { label: 'Long', value: 85, shown: '£85.00' },
          { label: 'Middling', value: 14, shown: '£14' },
          { label: 'Short', value: 1, shown: '£1.00' },
        ]}
      />,
    )
    // 14 per cent of 700 pixels is 98, of 950 it is 133; twelve letters take 108.
    expect(all(html, /rt-bar__words--(desktop|wide)[^>]*>([^<]+)</g)).toEqual([
      'desktop Long £85.00',
      'wide Middling £14',
    ])
  })

  it('goes on with other patterns after six parts, so that no two look alike', () => {
    const many = Array.from({ length: 12 }, (_, place) => ({ label: `Part ${place}`, value: 1, shown: '£1' }))
    const [, key = ''] = drawn(<StackedBar id="bar" title="Parts" parts={many} />).split('<ul')
    const looks = all(key, /rt-part--(\d)"[^>]*><\/rect>(?:<rect fill="url\(#bar-(pattern-\d)\)")?/g)
    expect(looks).toHaveLength(12)
    expect(new Set(looks).size).toBe(12)
  })

  it('draws an empty bar where everything is nought', () => {
    const html = drawn(
      <StackedBar id="bar" title="Parts" parts={[{ label: 'None', value: 0, shown: '£0' }]} />,
    )
    expect(html).not.toContain('rt-part--')
    expect(html).toContain('rt-track')
    expect(html).not.toContain('NaN')
  })

  it.each([-1, Number.NaN])('refuses a part of %s', (value) => {
    expect(() =>
      drawn(<StackedBar id="bar" title="Parts" parts={[{ label: 'Bad', value, shown: '?' }]} />),
    ).toThrow('Bad')
  })
})

describe('a range with marks', () => {
  const low = { value: 350, shown: '£350' }
  const high = { value: 520, shown: '£520' }
  const indicative = { value: 412.6, shown: '£412.60', label: 'Indicative' }
  const disputed = { value: 468.2, shown: '£468.20', label: 'If you are right' }

  it('puts range and marks where they belong between its ends', () => {
    const html = drawn(
      <RangeBar
        id="r"
        title="Where it stands"
        low={low}
        high={high}
        rangeLabel="8 in 10"
        marks={[indicative, disputed]}
        from={0}
        to={1000}
      />,
    )
    const [bar = ''] = html.split('<ul')
    expect(all(bar, /rt-range__band" x="([^"]+)" y="12" width="([^"]+)"/g)).toEqual(['35% 17%'])
    expect(all(bar, /rt-mark rt-mark--(\d)" x1="([^"]+)"/g)).toEqual(['1 41.26%', '2 46.82%'])
    expect(all(html, /rt-key__words">([^<]+) <strong[^>]*>([^<]+)</g)).toEqual([
      'Indicative £412.60',
      'If you are right £468.20',
      '8 in 10 £350 to £520',
    ])
  })

  it('begins at nought and ends at a round number past everything', () => {
    // 520 and a fifth more is 624; the next round step is 700.
    const html = drawn(
      <RangeBar
        id="r"
        title="t"
        low={low}
        high={{ value: 700, shown: '£700' }}
        rangeLabel="8 in 10"
        marks={[indicative]}
        to={700}
      />,
    )
    const open = drawn(
      <RangeBar id="r" title="t" low={low} high={high} rangeLabel="8 in 10" marks={[indicative]} />,
    )
    expect(all(html, /rt-range__band" x="([^"]+)" y="12"/g)).toEqual(['50%'])
    expect(all(open, /rt-range__band" x="([^"]+)" y="12"/g)).toEqual(['50%'])
  })

  it('names both ends, and in one label where two would run into each other at 320 pixels', () => {
    const near = { value: 360, shown: '£360' }
    const words = /rt-range__words"[^>]*>([^<]+)</g
    const range = (end: typeof high) => (
      <RangeBar
        id="r"
        title="t"
        low={low}
        high={end}
        rangeLabel="8 in 10"
        marks={[indicative]}
        from={0}
        to={1000}
      />
    )
    expect(all(drawn(range(high)), words)).toEqual(['£350', '£520'])
    expect(all(drawn(range(near)), words)).toEqual(['£350 to £360'])
  })

  it('tells itself where the words under it are left out', () => {
    const html = drawn(
      <RangeBar
        id="r"
        title="Where it stands"
        low={low}
        high={high}
        rangeLabel="8 in 10"
        marks={[indicative]}
        withoutKey
      />,
    )
    expect(html).toContain('<desc id="r-says">Indicative: £412.60. 8 in 10: £350 to £520.</desc>')
  })

  it('refuses ends that leave no room', () => {
    expect(() =>
      drawn(
        <RangeBar
          id="r"
          title="t"
          low={low}
          high={high}
          rangeLabel="r"
          marks={[indicative]}
          from={5}
          to={5}
        />,
      ),
    ).toThrow(RangeError)
  })
})

describe('the ladder', () => {
  /** Five letters, from “someone does it” to “on their own”: now, hoped, possible, both, or nothing. */
  const steps = (html: string): string =>
    (html.match(/<rect class="rt-ladder__step.*?(?=<rect class="rt-ladder__step|<\/svg>)/g) ?? [])
      .map((box) => {
        if (box.includes('rt-ladder__step--now')) return 'n'
        const hoped = box.includes('rt-ladder__edge--hoped')
        const possible = box.includes('rt-ladder__dot')
        return hoped && possible ? 'b' : hoped ? 'h' : possible ? 'p' : '-'
      })
      .join('')

  test.each([
    [{ now: 1, hoped: 2 }, 'nnh--'],
    [{ now: 1, hoped: 2, possible: 3 }, 'nnbp-'],
    [{ now: 1, hoped: 4, possible: 2 }, 'nnbhh'],
    [{ now: 0 }, 'n----'],
    [{ now: 4, hoped: 4 }, 'nnnnn'],
    [{ now: 3, hoped: 1 }, 'nnnn-'],
    [{ hoped: 1 }, 'hh---'],
    [{}, '-----'],
  ] as const)('%j is drawn as %s', (levels, drawing) => {
    expect(steps(drawn(<Ladder {...levels} />))).toBe(drawing)
  })
})
