import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { Textarea } from './textarea.tsx'

/** What a browser makes of it: one line break after the opening tag is dropped. */
const asShown = (value: string): string => {
  const html = renderToString(<Textarea name="words" label="In your own words" value={value} />)
  return (/<textarea[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1] ?? '').replace(/^\r?\n/, '')
}

it.each(['plain', '\nbegins on the second line', '\r\nso does this', '\n\ntwo', 'one\ntwo\n', ''])(
  'shows %j as it was typed',
  (value) => {
    expect(asShown(value)).toBe(value)
  },
)
