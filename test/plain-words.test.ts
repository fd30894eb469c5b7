import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Service, theService } from './the-service.ts'

// Every form with a text box offers to look one's words over, whichever page it stands on; and whose words they are
// decides what is hinted at.

let service: Service

beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const MOST_PAGES = 150

const LABELS = 'He is demanding. My POC is late. We did it in order to rest.'

/** Sends a form of a page to be looked over: nothing but this in its text boxes. */
const lookOver = async (account: string, path: string, box: string, text: string) => {
  const form = await (await service.as(account)).form(path)
  return form.send({ [box]: text, '_look-over': box })
}

const hintsOf = (page: { withClass: (name: string) => readonly string[] }) =>
  page.withClass('rt-words__hint').map((hint) => /“(.*?)”/.exec(hint)?.[1])

const record = () => `/records/${service.recordOf('elijah-pryce')}`

test('every page of a record that has a text box offers it, for all its boxes', async () => {
  const worker = await service.as('folake-adeyinka')
  const file = service.demoFile('elijah-pryce')
  const open = file.entries.find(({ kind }) => kind === 'assessment-opened')?.id ?? ''
  const said = file.entries.find(({ kind }) => kind === 'statement')?.id ?? ''
  const paths = [
    '/conversation/hygiene/say',
    '/conversation/need',
    '/conversation/unpaid-help',
    `/conversation/dispute/${said}`,
    `/eligibility/${open}/decide`,
  ]
  for (const path of paths) {
    const page = await worker.get(`${record()}${path}`)
    const boxes = [...page.body.matchAll(/<textarea[^>]* name="([^"]+)"/g)].map(([, name]) => name)
    expect(boxes.length, path).toBeGreaterThan(0)
    expect(page.body, path).toContain(`name="_look-over" value="${boxes.join(' ')}"`)
    expect(page.body.match(/name="_look-over"/g), path).toHaveLength(1)
  }
})

test('wherever a worker comes from the record, a form with text is looked over, whole, and keeps nothing', async () => {
  const id = await service.copyOf('sunita-vallory')
  const before = (await service.entriesOf(id)).length
  const worker = await service.as('keith-bromwell')
  const start = `/records/${id}`
  const known = new Set([start])
  const offered: string[] = []
  const wrong: string[] = []
  for (const path of known) {
    const page = await worker.get(path)
    if (page.status !== 200 || !String(page.headers['content-type']).startsWith('text/html')) continue
    for (const link of page.links) {
      const [to = ''] = link.split('#')
      if (to.startsWith(`${start}/`) && known.size < MOST_PAGES) known.add(to)
    }
    for (const [form] of page.body.matchAll(
      /<form(?:(?!<\/form>)[\s\S])*name="_look-over"[\s\S]*?<\/form>/g,
    )) {
      const boxes = /name="_look-over" value="([^"]+)"/.exec(form)?.[1] ?? ''
      const to = /<form[^>]* action="([^"]*)"/.exec(form)?.[1] ?? path
      const fields = Object.fromEntries(boxes.split(' ').map((box) => [box, `${box}: a POC.`]))
      const looked = await worker.post(to, { ...fields, '_look-over': boxes })
      const kept = Object.values(fields).every((text) => looked.body.includes(`${text}</textarea>`))
      const hints = hintsOf(looked).filter((hint) => hint === 'POC').length
      if (looked.status !== 200 || !kept || hints !== boxes.split(' ').length)
        wrong.push(`${to.replace(id, ':record')} (${boxes}): ${looked.status}, ${hints} hints`)
      offered.push(to)
    }
  }
  expect(wrong).toEqual([])
  expect(offered.length).toBeGreaterThan(4)
  expect(await service.entriesOf(id)).toHaveLength(before)
})

test('a page without a text box offers nothing, signed in or not', async () => {
  const worker = await service.as('folake-adeyinka')
  for (const path of ['', '/conversation', '/budget']) {
    expect((await worker.get(`${record()}${path}`)).body).not.toContain('_look-over')
  }
  expect((await service.stranger.get('/')).body).not.toContain('_look-over')
})

test('the worker sees labels, jargon and roundabout words; nothing is kept, and sending it is another matter', async () => {
  const id = await service.copyOf('elijah-pryce')
  const before = (await service.entriesOf(id)).length
  const path = `/records/${id}/conversation/hygiene/say`
  const looked = await lookOver('folake-adeyinka', path, 'text', LABELS)
  expect(looked.status).toBe(200)
  expect(hintsOf(looked)).toEqual(['He is demanding', 'POC', 'in order to'])
  expect(looked.words).toContain('Nothing is sent yet.')
  expect(looked.body).toContain(`${LABELS}</textarea>`)
  expect((await service.entriesOf(id)).length).toBe(before)
  // The words are theirs to send as they are.
  const form = await (await service.as('folake-adeyinka')).form(path)
  expect((await form.send({ text: LABELS })).status).toBe(303)
  const after = await service.entriesOf(id)
  expect(after.length).toBe(before + 1)
  expect(after.at(-1)).toMatchObject({ kind: 'statement', text: LABELS })
})

test('the person is never told that their own words are wrong', async () => {
  const looked = await lookOver('elijah-pryce', `${record()}/conversation/hygiene/say`, 'text', LABELS)
  expect(hintsOf(looked)).toEqual(['POC'])
  const file = service.demoFile('elijah-pryce')
  const said = file.entries.find(({ kind }) => kind === 'statement')?.id ?? ''
  const disputed = await lookOver('elijah-pryce', `${record()}/conversation/dispute/${said}`, 'says', LABELS)
  expect(hintsOf(disputed)).toEqual(['POC'])
})

test('nor is a carer about their own life; about another they see what a worker sees', async () => {
  const own = await lookOver('gwenllian-pryce', `${record()}/conversation/carer-work/say`, 'text', LABELS)
  expect(hintsOf(own)).toEqual(['POC'])
  const help = await lookOver('gwenllian-pryce', `${record()}/conversation/unpaid-help`, 'provides', LABELS)
  expect(hintsOf(help)).toEqual(['POC'])
  const his = await lookOver('gwenllian-pryce', `${record()}/conversation/hygiene/say`, 'text', LABELS)
  expect(hintsOf(his)).toEqual(['He is demanding', 'POC', 'in order to'])
})

test('words that a worker takes down from somebody are that person’s own', async () => {
  const path = `${record()}/conversation/hygiene/say?for=elijah-pryce`
  const looked = await lookOver('folake-adeyinka', path, 'text', LABELS)
  expect(hintsOf(looked)).toEqual(['POC'])
})

test('a form is only looked over for those who may send it', async () => {
  const stranger = await service.as('karan-vallory')
  const path = `${record()}/conversation/hygiene/say`
  const looked = await stranger.post(path, { text: LABELS, '_look-over': 'text' })
  expect(looked.status).toBe(404)
  expect(looked.body).not.toContain('rt-words__hint')
})
