import type { FastifyRequest } from 'fastify'

/**
 * Was this sent from a page of ours? Browsers say so, and a page elsewhere cannot make them say otherwise.
 * `unsaid` is a browser that says nothing (an old one, or no browser): the form's token alone decides then.
 */
export function sentFrom(request: FastifyRequest, ours: string): 'ours' | 'elsewhere' | 'unsaid' {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  // `none` is a person who sent it by themselves, for instance by loading the page again.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'elsewhere'
  if (origin !== undefined && origin !== ours) return 'elsewhere'
  return site === undefined && origin === undefined ? 'unsaid' : 'ours'
}
