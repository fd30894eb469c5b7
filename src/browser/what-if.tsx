/// <reference lib="dom" />
import { render } from 'preact'
import type { Gains } from '../domain/population/gains.ts'
import { gainsInWords } from '../domain/population/gains-words.ts'
import {
  type Lever,
  endInWords,
  figureTyped,
  leversOf,
  modelWith,
  noFigure,
  whyNot,
} from '../domain/population/levers.ts'
import { type Moving, mover, unpack } from '../domain/population/packed-hours.ts'
import { FiguresNow } from '../platform/govuk/figures-now.tsx'

// A slider beside every figure of the what-if page, and the answer while it moves. The hours are fetched once; what a price
// makes of them is worked out here, by the functions that the server uses. Groups are asked of the server when it rests:
// who is in which group never leaves it.

/** Milliseconds without a move, after which a slider rests. */
const A_PAUSE = 350

type Handle = {
  readonly lever: Lever
  readonly box: HTMLInputElement
  readonly slider: HTMLInputElement
  readonly end: HTMLElement
  /** what it would do in one sentence, beside the slider: the figures may be out of sight above it */
  readonly now: HTMLElement
}

function handleFor(lever: Lever, place: HTMLElement): Handle | undefined {
  const box = place.querySelector('input')
  const end = place.querySelector<HTMLElement>('.rt-lever__end')
  if (box === null || end === null) return undefined
  const slider = Object.assign(document.createElement('input'), {
    type: 'range',
    className: 'rt-lever__slider',
    min: String(lever.least),
    max: String(lever.most),
    step: String(lever.step),
    value: box.value,
  })
  slider.setAttribute('aria-label', `${lever.says}, slider`)
  end.before(slider)
  // Hidden from those who hear the page: for them the status says it once the slider rests.
  const now = Object.assign(document.createElement('p'), { className: 'govuk-body-s', ariaHidden: 'true' })
  end.after(now)
  return { lever, box, slider, end, now }
}

/** What does not fit counts as not moved, as it does for the server. */
const figureIn = ({ box, lever }: Handle): number => figureTyped(lever, box.value) ?? lever.now

const isNoFigure = ({ box, lever }: Handle): boolean =>
  box.value.trim() !== '' && figureTyped(lever, box.value) === undefined

const movesOf = (handles: readonly Handle[]): ReadonlyMap<string, number> =>
  new Map(
    handles.flatMap((handle) => {
      const at = figureIn(handle)
      return at === handle.lever.now ? [] : [[handle.lever.key, at] as const]
    }),
  )

/** A parser and not `innerHTML`: what comes back is our own page, and its scripts stay dead. */
async function askServer(form: HTMLFormElement, signal: AbortSignal): Promise<Document> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a form of text boxes holds no files
  const query = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
  const answer = await fetch(`${form.action}?${query}`, { signal, headers: { accept: 'text/html' } })
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

const PARTS = ['what-if-groups', 'what-if-people', 'what-if-moved', 'what-if-now'] as const

function takeOver(from: Document, ids: readonly string[]): void {
  for (const id of ids) {
    const [here, there] = [document.getElementById(id), from.getElementById(id)]
    if (here === null || there === null) continue
    // What somebody has opened stays open.
    for (const opened of here.querySelectorAll('details[open][id]')) {
      there.querySelector(`#${opened.id}`)?.setAttribute('open', '')
    }
    here.replaceWith(document.adoptNode(there))
  }
}

type Page = {
  readonly form: HTMLFormElement
  readonly status: HTMLElement
  /** says before the figures why a move is not in them */
  readonly notice: HTMLElement
  readonly moving: Moving
  readonly handles: readonly Handle[]
}

/** What stands under "what it would do", worked out here. */
function showNow({ moving, handles, notice }: Page, gainsOf: ReturnType<typeof mover>): string {
  const place = document.getElementById('what-if-now')
  if (place === null) return ''
  const model = modelWith(moving.model, moving.on, movesOf(handles))
  const broken = whyNot(model, moving.on)
  tell(notice, broken)
  const says = draw(moving, gainsOf(broken === undefined ? model : moving.model), place)
  return broken ?? says
}

function tell(notice: HTMLElement, says: string | undefined): void {
  notice.textContent = says ?? ''
  notice.hidden = says === undefined
}

function draw(moving: Moving, gains: Gains, place: HTMLElement): string {
  const shown = gainsInWords(gains, moving.notCounted, moving.seesEach)
  render(<FiguresNow id="gains" title={shown.says} facts={shown.facts} parts={shown.parts} />, place)
  return shown.says
}

/** Beside the slider that was moved last, and no other. */
function tellBeside(handles: readonly Handle[], moved: Handle | undefined, says: string): void {
  for (const handle of handles) handle.now.textContent = handle === moved ? says : ''
}

function tellEnds(handles: readonly Handle[]): void {
  for (const handle of handles) {
    const says = endInWords(handle.lever, figureIn(handle)) ?? ''
    const isMoved = figureIn(handle) !== handle.lever.now
    handle.end.textContent = isNoFigure(handle)
      ? `Not moved: ${noFigure(handle.lever)}.`
      : isMoved
        ? says
        : ''
  }
}

const errorsOf = ({ form }: Page): Element | null => form.ownerDocument.querySelector('.govuk-error-summary')

/** What was wrong when the page came is no longer said once somebody puts it right. */
function forget(page: Page, { box }: Handle): void {
  errorsOf(page)?.remove()
  const group = box.closest('.govuk-form-group')
  group?.classList.remove('govuk-form-group--error')
  group?.querySelector('.govuk-error-message')?.remove()
  box.classList.remove('govuk-input--error')
}

/** How often it is worked out before anybody moves: by then the browser has made machine code of it. */
const REHEARSALS = 12

/** The first move would pay for everything that is done the first time. A breath after each, so that the page stays quick meanwhile. */
async function rehearse(page: Page, gainsOf: ReturnType<typeof mover>): Promise<void> {
  const { handles, moving } = page
  const aside = document.createElement('div')
  const price = handles.find(({ lever }) => lever.kind === 'price')?.lever
  for (let turn = 0; turn < REHEARSALS; turn += 1) {
    if (price !== undefined) {
      const at = price.now + (turn % 2 === 0 ? price.step : -price.step)
      const model = modelWith(moving.model, moving.on, new Map([[price.key, at]]))
      if (whyNot(model, moving.on) === undefined) draw(moving, gainsOf(model), aside)
    }
    // What the server refused stays as the server shows it, until somebody moves something.
    if (!handles.some(isHours) && errorsOf(page) === null) showNow(page, gainsOf)
    await new Promise((resolve) => setTimeout(resolve))
  }
}

/** A weight or a rule that was moved lays everybody's hours out anew, which only the server does. */
const isHours = (handle: Handle): boolean => handle.lever.movesHours && figureIn(handle) !== handle.lever.now

function live(page: Page, gainsOf: ReturnType<typeof mover>): void {
  const { form, handles, status, notice, moving } = page
  let pause: number | undefined
  let last: Handle | undefined
  let asking = new AbortController()
  const rest = async () => {
    asking.abort()
    asking = new AbortController()
    try {
      const answer = await askServer(form, asking.signal)
      const error = answer.querySelector('.govuk-error-summary__list')
      takeOver(answer, handles.some(isHours) ? PARTS : PARTS.slice(0, 3))
      if (handles.some(isHours)) tell(notice, error?.textContent ?? undefined)
      status.textContent =
        error?.textContent ?? answer.querySelector('#what-if-now figcaption')?.textContent ?? ''
      if (handles.some(isHours)) tellBeside(handles, last, status.textContent)
      history.replaceState(
        null,
        '',
        `?${new URLSearchParams([...movesOf(handles), ['version', moving.model.version]].map(([key, at]) => [String(key), String(at)])).toString()}`,
      )
    } catch {
      // The next move asks again; the button does the same without any of this.
    }
  }
  const move = (handle: Handle) => {
    last = handle
    tellEnds(handles)
    tellBeside(handles, handle, handles.some(isHours) ? 'Working it out …' : showNow(page, gainsOf))
    window.clearTimeout(pause)
    pause = window.setTimeout(rest, A_PAUSE)
  }
  for (const handle of handles) {
    const { box, slider, lever } = handle
    slider.addEventListener('input', () => {
      box.value = lever.kind === 'price' ? Number(slider.value).toFixed(2) : slider.value
      forget(page, handle)
      move(handle)
    })
    box.addEventListener('input', () => {
      slider.value = String(figureIn(handle))
      forget(page, handle)
      move(handle)
    })
  }
}

/** Begins to attend to the what-if page. */
export async function attend(): Promise<void> {
  const root = document.querySelector<HTMLElement>('[data-what-if]')
  const form = root?.querySelector('form')
  if (root === null || form === null || form === undefined) return
  const answer = await fetch(root.dataset['whatIf'] ?? '')
  if (!answer.ok) return
  const moving = unpack(await answer.arrayBuffer())
  const places = [...root.querySelectorAll<HTMLElement>('[data-lever]')]
  const handles = leversOf(moving.model, moving.on).flatMap((lever) => {
    const place = places.find((one) => one.dataset['lever'] === lever.key)
    return place === undefined ? [] : (handleFor(lever, place) ?? [])
  })
  const status = document.createElement('p')
  status.className = 'govuk-visually-hidden'
  status.setAttribute('role', 'status')
  form.after(status)
  const notice = Object.assign(document.createElement('p'), { className: 'govuk-inset-text', hidden: true })
  document.getElementById('what-if-now')?.before(notice)
  const page: Page = { form, status, notice, moving, handles }
  const gainsOf = mover(moving)
  live(page, gainsOf)
  await rehearse(page, gainsOf)
  root.dataset['live'] = 'yes'
}
