/**
 * Where each rule stands in law. `read` says how far the wording behind the paraphrase was checked for this project:
 * `primary` (the text itself), `secondary` (a council's, chambers' or charity's account of it), `unread`
 * (section known, wording not checked: cite the section, not the paragraph).
 */
export type Citation = {
  readonly short: string
  readonly title: string
  readonly says: string
  readonly url: string
  readonly read: 'primary' | 'secondary' | 'unread'
}

/** An Act or a set of regulations, and how its parts are named and found. */
type Source = {
  readonly short: string
  readonly title: string
  readonly part: 'section' | 'regulation'
  readonly url: string
}

/**
 * Cites parts of one source: `cite('27(1)(b)', 'primary', '…')`. An unread part is cited by its section alone: nobody
 * has checked that the paragraph says so.
 */
export const citer =
  ({ short, title, part, url }: Source) =>
  (where: string, read: Citation['read'], says: string): Citation => {
    const section = where.split('(')[0] ?? where
    const cited = read === 'unread' ? section : where
    return {
      short: `${short} ${part.slice(0, 1)}${cited}`,
      title: `${title}, ${part} ${cited}`,
      says,
      url: `${url}/${part}/${section}`,
      read,
    }
  }
