import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { Button } from '../govuk/button.tsx'
import { Textarea } from '../govuk/textarea.tsx'
import { aPerson, aWeb } from './a-web.ts'
import { page, redirect } from './answer.ts'
import { text } from './fields.ts'
import { FormSeal } from './form-seal.tsx'
import { errorAt, type FieldError, parseForm, textOf, type Values } from './form.ts'
import { houseDress } from './house-dress.tsx'
import { behind, openDoor, type Page, type Visit } from './page.ts'

const SECRET = 'the blue door'

/** Finds one word, and says whose words it was asked about. */
const plainWords = (typed: string, whose: string) =>
  typed.includes('gubbins') ? [{ found: 'gubbins', why: `Asked of ${whose}.`, instead: 'Write things.' }] : []

const dress = houseDress({
  council: 'Northmoor Council',
  footer: [],
  assets: { styles: '/a.css', script: '/a.js', fonts: [], icon: '/icon.svg' },
  plainWords,
})

const kept: string[] = []

const Form = (visit: Visit<undefined>, errors: readonly FieldError[], typed: Values) => (
  <>
    <form method="post" action="/elsewhere">
      <FormSeal visit={visit} />
      <Button>Nothing to write</Button>
    </form>
    <form method="post">
      <FormSeal visit={visit} />
      {['says', 'wants'].map((name) => (
        <Textarea
          name={name}
          label={name}
          error={errorAt(errors, name)}
          hint={name === 'says' ? 'A hint' : undefined}
          value={textOf(typed, name)}
        />
      ))}
      <Button>Send</Button>
      <Button>Send twice</Button>
    </form>
  </>
)

const shown = (visit: Visit<undefined>, errors: readonly FieldError[], typed: Values, ownWords: boolean) =>
  page({ title: 'A form', main: Form(visit, errors, typed), ownWords, bad: errors.length > 0 })

const schema = z.object({ says: text('Say it'), wants: text('Say what you want') })

const pageAt = (path: string, ownWords: boolean): Page<undefined> => ({
  path,
  may: 'anyone',
  maySend: 'anyone',
  audited: 'nothing personal',
  get: (visit) => shown(visit, [], {}, ownWords),
  post: (visit) => {
    const parsed = parseForm(schema, visit.form)
    if (parsed.kind === 'bad') return shown(visit, parsed.errors, parsed.typed, ownWords)
    kept.push(parsed.value.says)
    return redirect('/done')
  },
})

const routes = behind(openDoor, [pageAt('/about', false), pageAt('/own', true)])

describe('looking words over', () => {
  it('is offered once by a form with text boxes, after the button that sends, and by no other', async () => {
    const { body } = await (await aWeb({ routes, dress })).get('/about')
    const buttons = [...body.matchAll(/<button[^>]*>\s*(.*?)\s*<\/button>/gs)].map(([, words]) => words)
    expect(buttons).toEqual(['Nothing to write', 'Send', 'Look over my words first', 'Send twice'])
    expect(body).toContain('name="_look-over" value="says wants"')
  })

  it('shows the same form with what was typed and the hints beside it, and keeps nothing', async () => {
    const someone = await (await aWeb({ routes, dress })).as(aPerson)
    const { body, statusCode } = await someone.post('/about', {
      says: `The gubbins. ${SECRET}`,
      wants: '',
      '_look-over': 'says wants',
    })
    expect(statusCode).toBe(200)
    expect(body).toContain(`The gubbins. ${SECRET}</textarea>`)
    expect(body).toMatch(/Nothing is sent yet.*href="#says">There is 1 hint below/s)
    expect(body).toMatch(/“gubbins”<\/strong> Asked of about. Write things./)
    // The box is described by its hint and by how many there are; the empty one by nothing, and nothing is an error.
    expect(body).toContain('aria-describedby="says-hint says-words-count"')
    expect(body).not.toContain('Say what you want')
    expect(body).not.toContain('Error: ')
    expect(kept).toEqual([])
  })

  it('says so where there is nothing to say', async () => {
    const someone = await (await aWeb({ routes, dress })).as(aPerson)
    const { body } = await someone.post('/about', { says: 'Tea.', '_look-over': 'says wants' })
    expect(body).toContain('We found nothing that could be plainer.')
    expect(body).not.toContain('says-words-count')
  })

  it('knows whose words they are', async () => {
    const someone = await (await aWeb({ routes, dress })).as(aPerson)
    const { body } = await someone.post('/own', { says: 'gubbins', '_look-over': 'says' })
    expect(body).toContain('Asked of own.')
    expect(body).toContain('data-words-whose="own"')
  })

  it('leaves a form that is sent as it is, hints or none', async () => {
    const someone = await (await aWeb({ routes, dress })).as(aPerson)
    const { statusCode } = await someone.post('/about', { says: 'All gubbins', wants: 'Tea' })
    expect(statusCode).toBe(303)
    expect(kept).toEqual(['All gubbins'])
  })

  it('puts no word of it in the log', async () => {
    const lines: string[] = []
    const web = await aWeb({
      routes,
      dress,
      env: { LOG_LEVEL: 'debug' },
      logStream: { write: (line) => void lines.push(line) },
    })
    const someone = await web.as(aPerson)
    await someone.post('/about', { says: `gubbins ${SECRET}`, '_look-over': 'says wants' })
    // The line of an answer is written once it is sent.
    await vi.waitFor(() => expect(lines.join('\n')).toContain('/about'))
    expect(lines.join('\n')).not.toMatch(/gubbins|blue door/)
  })

  it('bears whatever is sent as the names of boxes', async () => {
    const someone = await (await aWeb({ routes, dress })).as(aPerson)
    for (const names of [
      '',
      ' ',
      '__proto__ constructor',
      'nothing-here',
      'says '.repeat(5000),
      '"><script>',
    ]) {
      const { statusCode, body } = await someone.post('/about', { says: 'gubbins', '_look-over': names })
      expect(statusCode, names).toBe(200)
      expect(body).not.toContain('"><script>')
    }
  })
})
