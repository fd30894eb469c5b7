/// <reference lib="dom" />
import { render } from 'preact'
import list from 'plain-words-list'
import { type Hint, type Whose, plainWords } from '../domain/plain-words/hints.ts'
import { PlainHints, hintsInWords } from '../platform/govuk/plain-hints.tsx'

// Hints for plainer words, while somebody writes. All of it happens in their browser: what is not sent yet leaves it
// for nowhere. The page has an empty place under each of its text boxes, and works without this.

/** Milliseconds without a key pressed, after which somebody has stopped for a moment. */
const A_PAUSE = 1200

const look = plainWords(list)

/** What somebody has hidden stays hidden for as long as the page is open, and no longer. */
type Box = {
  readonly text: HTMLTextAreaElement
  readonly place: HTMLElement
  readonly status: HTMLElement
  readonly whose: Whose
  readonly hidden: Set<string>
  /** by what the page described the box before there were hints */
  readonly describedBy: string
}

let hideAll = false

const nameOf = ({ found, why }: Hint): string => `${found.toLowerCase()} ${why}`

const hintsFor = (box: Box): readonly Hint[] =>
  hideAll ? [] : look(box.text.value, box.whose).filter((hint) => !box.hidden.has(nameOf(hint)))

/** Said once it changes, politely: after what is being read out, and never in the middle of a word. */
function announce({ status }: Box, count: number): void {
  const says = count === 0 ? '' : `${hintsInWords(count)}, below the box`
  if (status.textContent !== says) status.textContent = says
}

function describe({ text, describedBy }: Box, count: number): void {
  const ids = [describedBy, count === 0 ? '' : `${text.id}-words-count`].filter((id) => id !== '')
  if (ids.length === 0) text.removeAttribute('aria-describedby')
  else text.setAttribute('aria-describedby', ids.join(' '))
}

function show(box: Box, boxes: readonly Box[]): void {
  const hints = hintsFor(box)
  const shown = hints.map((hint) => ({ ...hint, hint }))
  render(
    <PlainHints
      id={box.text.id}
      hints={shown}
      onHide={(pressed) => {
        const at = shown.findIndex((one) => one === pressed)
        const hint = hints[at]
        if (hint !== undefined) box.hidden.add(nameOf(hint))
        show(box, boxes)
        goOn(box, at)
      }}
      onHideAll={() => {
        hideAll = true
        for (const one of boxes) show(one, boxes)
        box.text.focus()
      }}
    />,
    box.place,
  )
  announce(box, hints.length)
  describe(box, hints.length)
}

/** The button that was pressed is gone: on to the next, or back to the box. */
function goOn({ place, text }: Box, at: number): void {
  const buttons = place.querySelectorAll<HTMLButtonElement>('li button')
  const next = buttons[Math.min(at, buttons.length - 1)] ?? text
  next.focus()
}

function boxAt(place: HTMLElement): Box | undefined {
  const text = document.getElementById(place.dataset['wordsFor'] ?? '')
  if (!(text instanceof HTMLTextAreaElement)) return undefined
  // Beside the hints and not within them: only the sentence is announced, and the hints can be read at leisure.
  const status = document.createElement('p')
  status.className = 'govuk-visually-hidden'
  status.setAttribute('role', 'status')
  place.before(status)
  const describedBy = (text.getAttribute('aria-describedby') ?? '')
    .replace(`${text.id}-words-count`, '')
    .trim()
  const whose = place.dataset['wordsWhose'] === 'own' ? 'own' : 'about'
  return { text, place, status, whose, hidden: new Set(), describedBy }
}

/** Begins to attend to every text box of the page. */
export function attend(): void {
  const boxes = [...document.querySelectorAll<HTMLElement>('[data-words-for]')].flatMap(
    (place) => boxAt(place) ?? [],
  )
  for (const box of boxes) {
    let pause: number | undefined
    const after = (milliseconds: number) => {
      window.clearTimeout(pause)
      pause = window.setTimeout(() => show(box, boxes), milliseconds)
    }
    box.text.addEventListener('input', () => after(A_PAUSE))
    box.text.addEventListener('change', () => after(0))
    if (box.place.childElementCount > 0) show(box, boxes)
  }
  document.body.classList.add('rt-hints-live')
}
