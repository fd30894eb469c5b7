import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { FunnelPlot } from './funnel-plot.tsx'

const html = renderToString(
  <FunnelPlot
    id="f"
    title="Outcomes by provider"
    says="Alpha: 50% over 20."
    mean={0.5}
    points={[
      { label: 'Alpha', many: 20, share: 0.5, stands: 'inside' },
      { label: 'Beta', many: 40, share: 0.9, stands: 'outside' },
      { label: 'Gamma', many: 10, share: 0.25, stands: 'between' },
    ]}
    limits={[
      { many: 10, inner: [0.19, 0.81], outer: [0.01, 0.99] },
      { many: 40, inner: [0.35, 0.65], outer: [0.26, 0.74] },
    ]}
    across="Outcomes"
  />,
)

describe('a funnel plot', () => {
  test('tells itself to those who hear the page', () => {
    expect(html).toContain('role="img" aria-labelledby="f-title f-says"')
    expect(html).toContain('<desc id="f-says">Alpha: 50% over 20.</desc>')
  })

  test('a share of a half lies in the middle of 240 pixels, half of the most halfway between 15% and 98%', () => {
    expect(html).toContain('<circle class="rt-funnel__point" cx="56.5%" cy="146" r="7">')
  })

  test('what is outside looks another way, also without colours', () => {
    expect(html).toContain('rt-funnel__point--outside')
    expect(html).toContain('rt-funnel__point--between')
    expect(html.match(/class="rt-funnel__point"/g)).toHaveLength(1)
  })

  test('four limits, each in one piece from ten to forty', () => {
    expect(html.match(/rt-funnel__inner/g)).toHaveLength(2)
    expect(html.match(/rt-funnel__outer/g)).toHaveLength(2)
  })
})
