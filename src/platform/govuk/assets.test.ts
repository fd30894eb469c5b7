import { expect, it } from 'vitest'
import { assetsAt, Manifest } from './assets.ts'

const built = Manifest.parse({
  'roundtable.css': 'aa',
  'roundtable.js': 'bb',
  'icon.svg': 'cc',
  'fonts/atkinson-hyperlegible-next-latin-400-normal.woff2': 'dd',
  'fonts/atkinson-hyperlegible-next-latin-700-normal.woff2': 'ee',
})

it('gives every asset an address that changes with its content', () => {
  expect(assetsAt('/assets', built)).toEqual({
    styles: '/assets/roundtable.css?v=aa',
    script: '/assets/roundtable.js?v=bb',
    icon: '/assets/icon.svg?v=cc',
    fonts: [
      '/assets/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2?v=dd',
      '/assets/fonts/atkinson-hyperlegible-next-latin-700-normal.woff2?v=ee',
    ],
  })
})

it('says what is missing where nothing was built', () => {
  expect(() => assetsAt('/assets', {})).toThrow('The build has made no roundtable.css')
})
