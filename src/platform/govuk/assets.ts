import { z } from 'zod'

/** What the build writes beside the assets: each file's path below the assets, with a hash of its content. */
export const Manifest = z.record(z.string(), z.string())
export type Manifest = z.infer<typeof Manifest>

/** Where a page finds its style sheet, scripts, fonts and icon. */
export type Assets = {
  readonly styles: string
  readonly script: string
  /** Told to the browser early, so that words do not change their look after they are read. */
  readonly fonts: readonly string[]
  readonly icon: string
}

export const STYLES = 'roundtable.css'
export const SCRIPT = 'roundtable.js'
export const ICON = 'icon.svg'
const EARLY_FONTS = [400, 700].map(
  (weight) => `fonts/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`,
)

/**
 * The addresses of the assets. Each carries its content's hash, so that a browser may keep it for ever and still
 * sees every change.
 */
export const assetsAt = (path: string, manifest: Manifest): Assets => {
  const at = (file: string): string => {
    const hash = manifest[file]
    if (hash === undefined) throw new Error(`The build has made no ${file}: run \`npm run build\`.`)
    return `${path}/${file}?v=${hash}`
  }
  return { styles: at(STYLES), script: at(SCRIPT), fonts: EARLY_FONTS.map(at), icon: at(ICON) }
}
