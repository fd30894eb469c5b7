import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const brand = readFileSync(new URL('_brand.scss', import.meta.url), 'utf8')

const colours = (text: string): readonly string[] => text.match(/#[0-9a-f]{6}/g) ?? []
const named = (name: string): string =>
  colours(brand.slice(brand.indexOf(`$${name}:`)))[0] ?? 'no such colour'
const parts = colours(brand.slice(brand.indexOf('$rt-parts:')))

/** WCAG 2.2: the relative luminance of a colour, and the contrast of two. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

it('reckons contrast as the guidelines do', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

it.each(parts)('white words can be read on the part of a picture that is %s', (colour) => {
  expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(4.5)
})

it('tells six parts apart', () => {
  expect(new Set(parts).size).toBe(6)
})

it.each(['rt-navy', 'rt-green', 'rt-amber', 'rt-orange'])(
  'words and edges in $%s can be read on white',
  (name) => {
    expect(contrast(named(name), '#ffffff')).toBeGreaterThanOrEqual(4.5)
  },
)

it.each(['#ffffff', named('rt-pale')])('a line that has to be seen is seen on %s', (ground) => {
  expect(contrast(named('rt-line'), ground)).toBeGreaterThanOrEqual(3)
})

it('secondary words can be read on white, on pale and on the warm ground of a notice', () => {
  const secondary = colours(brand.slice(brand.indexOf('"secondary-text"')))[0] ?? ''
  for (const ground of ['#ffffff', named('rt-pale'), named('rt-warm')])
    expect(contrast(secondary, ground)).toBeGreaterThanOrEqual(4.5)
})
