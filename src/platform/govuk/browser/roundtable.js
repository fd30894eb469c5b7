// All that runs in a browser: GOV.UK Frontend's own enhancements. Every page works without it.
import { initAll } from './govuk-frontend.min.js'

initAll()

// Hints for plainer words, on pages that have a box to write in. Where they do not arrive, the button stays that asks
// for them.
if (document.querySelector('[data-words-for]') !== null)
  import('./plain-words.js').then(
    ({ attend }) => attend(),
    () => undefined,
  )

// Sliders on the what-if page. Where they do not arrive, the boxes and the button do the same.
if (document.querySelector('[data-what-if]') !== null)
  import('./what-if.js').then(
    ({ attend }) => attend(),
    () => undefined,
  )

// A file that is chosen is read into the box below it, to be looked at before it is sent. Without this, rows are pasted.
for (const box of document.querySelectorAll('textarea[data-file-label]')) {
  const id = `${box.id}-file`
  const group = document.createElement('div')
  group.className = 'govuk-form-group'
  const label = Object.assign(document.createElement('label'), {
    className: 'govuk-label govuk-label--m',
    htmlFor: id,
    textContent: box.dataset.fileLabel,
  })
  const file = Object.assign(document.createElement('input'), {
    className: 'govuk-file-upload',
    id,
    type: 'file',
    accept: '.csv,.txt,text/csv,text/plain',
  })
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? []
    if (chosen !== undefined) box.value = await chosen.text()
  })
  group.append(label, file)
  box.closest('.govuk-form-group')?.before(group)
}
