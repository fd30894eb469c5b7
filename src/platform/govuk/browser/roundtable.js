// All that runs in a browser: GOV.UK Frontend's own enhancements. Every page works without it.
import { initAll } from './govuk-frontend.min.js'

initAll()
