import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { emptyForm, type Form, readFormText } from './form-text.ts'
import { troubleError } from './trouble.ts'

/** Bytes. A form of long answers is some kilobytes; letters that are sent as nine signs each make it longer. */
export const LARGEST_BODY = 2 * 1024 * 1024

/** Bytes. Rows of a spreadsheet, 100,000 of them: commas and line ends are sent as three signs each. */
export const LARGEST_ROWS = 24 * 1024 * 1024

/** Whether so much comes, or nobody says how much, that only somebody who is signed in may send it. */
export const isMuch = ({ headers }: FastifyRequest): boolean =>
  !(Number(headers['content-length'] ?? Number.NaN) <= LARGEST_BODY)

const forms = new WeakSet<object>()

const isForm = (body: unknown): body is Form => typeof body === 'object' && body !== null && forms.has(body)

/** The form that was sent; empty where there was none. */
export const formOf = (request: FastifyRequest): Form => (isForm(request.body) ? request.body : emptyForm)

function parse(text: string): Form {
  const read = readFormText(text)
  if (read.kind !== 'form') throw troubleError(read.kind === 'malformed' ? 'malformed' : 'too-large')
  forms.add(read.form)
  return read.form
}

/** Forms in the one way that browsers send them; any other kind of content is refused with 415. */
export async function takeForms(scope: FastifyInstance): Promise<void> {
  scope.removeAllContentTypeParsers()
  await scope.register(formbody, { bodyLimit: LARGEST_BODY, parser: parse })
}
