import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Manifest } from '../govuk/assets.ts'

export const ASSETS_PATH = '/assets'

const A_YEAR = 'public, max-age=31536000, immutable'
/** May be kept, but asked about each time. */
const ASK_FIRST = 'public, no-cache'

/** What the build wrote about the assets: each file with a hash of its content. @throws where there was no build */
export const readManifest = (folder: string): Manifest =>
  Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))

/** Styles, scripts, fonts and pictures. One that is asked for by the hash of its content may be kept for ever. */
export async function serveAssets(root: FastifyInstance, folder: string): Promise<void> {
  const manifest = readManifest(folder)
  await root.register(fastifyStatic, {
    root: folder,
    prefix: `${ASSETS_PATH}/`,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    decorateReply: false,
    // Only what the build made is there at all.
    allowedPath: (path) => manifest[path.replace(/^\//, '')] !== undefined,
    setHeaders: (reply, path) => {
      const name = Object.keys(manifest).find((file) => path.endsWith(`/${file}`))
      const asked = new URL(reply.request.url, 'http://localhost').searchParams.get('v')
      const isExact = name !== undefined && asked === manifest[name]
      void reply.header('cache-control', isExact ? A_YEAR : ASK_FIRST)
    },
  })
}
