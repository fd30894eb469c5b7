import type { Account } from './account.ts'
import type { Answer } from './answer.ts'
import type { Form, Values } from './form.ts'

/** What it takes: nothing, being signed in, or a right to a part of the record that the app's `enter` decides. */
export type Permission = { readonly resource: string; readonly action: string }
export type May<P extends Permission = Permission> = 'anyone' | 'signed-in' | P

/** What a part of a path in place of `:name` may be. An id unless the page says otherwise. */
export type ParamKind = 'uuid' | 'entry' | readonly string[]

/**
 * What is true of a page whoever looks. All of it is required, so that no page can forget its guard or its look.
 * `audited` is the name under which a look is kept and shown to the person, such as "the budget".
 */
export type PageFacts<P extends Permission = Permission> = {
  /** Kebab case, `/records/:record/budget`. A part that is not what it must be gives the same 404 as an absent one. */
  readonly path: string
  readonly params?: Readonly<Record<string, ParamKind>> | undefined
  readonly may: May<P>
  /** Another right that opens the page to a look: to those who find there what is their own, and nothing else of it. */
  readonly orMay?: P | undefined
  readonly audited: string
  /** What is sent there may be the rows of a spreadsheet, many times as long as any answers. */
  readonly takesRows?: true | undefined
}

/** What the app's `enter` gets to know: who stands at the door, of which page, with what. */
export type Knock = {
  readonly facts: PageFacts
  readonly method: 'get' | 'post'
  /** What this visit takes: `may` for a look, `maySend` for a form that was sent. */
  readonly takes: May
  readonly params: Readonly<Record<string, string>>
  readonly account: Account | undefined
  /** The session's secret, for the database to check again by itself. Never shown, logged or put in a page. */
  readonly session: string | undefined
  readonly today: string
  /** The address as it was asked for, with its query. */
  readonly asked: string
}

/** Everything that a page's function gets: of the session, no more than who it is. */
export type Visit<Ctx> = Omit<Knock, 'session'> & {
  readonly ctx: Ctx
  readonly query: Values
  /** The path as asked for, without its query. */
  readonly path: string
  /** Stands in for the nonce of the one inline script; the layout has it too. */
  readonly nonce: string
  /** Stands in for the token that every form carries; `FormSeal` puts it in. */
  readonly csrf: () => string
}

export type Sent<Ctx> = Visit<Ctx> & {
  readonly form: Form
  /** Made for the form when it was shown, so that the same form sent twice has one effect. */
  readonly key: string
  /** Where the record stood when the form was shown; undefined where the form did not carry it. */
  readonly head: string | undefined
}

type Get<Ctx> = (visit: Visit<Ctx>) => Promise<Answer> | Answer
type Post<Ctx> = (visit: Sent<Ctx>) => Promise<Answer> | Answer

/** A page is data. One that takes a form must also say what it takes to send it. */
export type Page<Ctx, P extends Permission = Permission> = PageFacts<P> &
  (
    | { readonly get: Get<Ctx>; readonly post?: undefined; readonly maySend?: undefined }
    | { readonly get?: Get<Ctx> | undefined; readonly post: Post<Ctx>; readonly maySend: May<P> }
  )

/**
 * Opens the door or does not: one transaction that decides by the guard, loads what the page needs, runs `inside`,
 * keeps the look (GET) or what was done (POST), and commits. Denied and absent both answer `notFound`. The page is
 * turned into HTML after `enter` has come back, so nothing is sent before it is committed.
 */
export type Enter<Ctx> = (knock: Knock, inside: (ctx: Ctx) => Promise<Answer>) => Promise<Answer>

/** What the web knows of one visit before anybody has opened. */
export type Before = Omit<Visit<unknown>, 'ctx'> & Knock
export type BeforeSent = Omit<Sent<unknown>, 'ctx'> & Knock

/** A page with its door: what `Ctx` was is no longer the web's business. */
export type Route = PageFacts & {
  readonly maySend?: May | undefined
  readonly get?: ((visit: Before) => Promise<Answer>) | undefined
  readonly post?: ((visit: BeforeSent) => Promise<Answer>) | undefined
}

/** Hangs pages that need the same `Ctx` behind one door. */
export const behind = <Ctx, P extends Permission>(
  enter: Enter<Ctx>,
  pages: readonly Page<Ctx, P>[],
): readonly Route[] =>
  pages.map((hung) => {
    const { path, params, may, orMay, audited, takesRows, maySend, get, post } = hung
    return {
      path,
      params,
      may,
      orMay,
      audited,
      takesRows,
      maySend,
      get:
        get && (({ session, ...seen }) => enter({ ...seen, session }, async (ctx) => get({ ...seen, ctx }))),
      post:
        post &&
        (({ session, ...seen }) => enter({ ...seen, session }, async (ctx) => post({ ...seen, ctx }))),
    }
  })

/** For pages that need nothing from the record: the start page, the published model. */
export const openDoor: Enter<undefined> = (_knock, inside) => inside(undefined)
