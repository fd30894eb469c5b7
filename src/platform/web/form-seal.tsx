import { FormBegins } from '../govuk/writing.tsx'
import type { Visit } from './page.ts'
import { KEY_STAND_IN } from './stand-ins.ts'

/** Field names that the web itself reads and that no page gets to see. */
export const CSRF_FIELD = '_csrf'
export const KEY_FIELD = '_key'
export const HEAD_FIELD = '_head'

export type FormSealProps = {
  readonly visit: Pick<Visit<unknown>, 'csrf'>
  /** Where the record stands as it is shown: its last entry's number, so that an edit in between is noticed. */
  readonly head?: string | number | undefined
}

/**
 * Goes first in every form: that it was sent from a page of ours, that twice is once, and what was on the page.
 * The key is new each time that a form is shown; a form that came back with something to mend has done nothing yet.
 */
export const FormSeal = ({ visit, head }: FormSealProps) => (
  <>
    <FormBegins />
    <input type="hidden" name={CSRF_FIELD} value={visit.csrf()} />
    <input type="hidden" name={KEY_FIELD} value={KEY_STAND_IN} />
    {head === undefined ? null : <input type="hidden" name={HEAD_FIELD} value={String(head)} />}
  </>
)
