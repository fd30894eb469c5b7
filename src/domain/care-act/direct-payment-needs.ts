import type { Step } from '../answer.ts'
import type { Form } from '../allocation/support.ts'

// Which needs may be met by a direct payment, told need by need when a plan is about to be made (section 24(1)(b)). The Act
// starts from yes: it names what is not to be had so, and everything else may be. Whether the four conditions of section 31
// hold is asked of the person's request as a whole, and is not looked at here.

/** A need that the council is going to meet, and what a plan gives for it so far. */
export type NeedToMeet = {
  /** the entry of the need */
  readonly need: string
  readonly text: string
  /** somebody meets it without pay, willing and able: then the council need not */
  readonly metBy?: string | undefined
  readonly ways: readonly { readonly what: string; readonly form: Form; readonly byNhs: boolean }[]
}

export type ByDirectPayment = {
  readonly need: string
  readonly text: string
  readonly may: 'yes' | 'in-part' | 'no'
  readonly because: readonly Step[]
}

type Way = NeedToMeet['ways'][number]

function whyNot({ what, form, byNhs }: Way): Step | undefined {
  if (byNhs || form === 'nhs') {
    return {
      says: `“${what}” is given by the NHS, and not bought by the council.`,
      cites: ['CA s31'],
    }
  }
  return form === 'care-home'
    ? {
        says: `“${what}” is a place in a care home. A direct payment can pay for a short stay, and not for living there.`,
        cites: ['DP r6'],
      }
    : undefined
}

/** @returns for each need whether it may be met by a direct payment, and why */
export const needsByDirectPayment = (needs: readonly NeedToMeet[]): readonly ByDirectPayment[] =>
  needs.map(({ need, text, metBy, ways }): ByDirectPayment => {
    const about = { need, text }
    if (metBy !== undefined && ways.length === 0) {
      return {
        ...about,
        may: 'no',
        because: [
          {
            says: `${metBy} meets this without pay, willing and able, so there is nothing for the council to pay. If that ends, it may be met so.`,
            cites: ['CA s18(7)'],
            entries: [need],
          },
        ],
      }
    }
    const nots = ways.flatMap((way) => whyNot(way) ?? [])
    if (nots.length === 0) {
      return {
        ...about,
        may: 'yes',
        because: [
          {
            says:
              ways.length === 0
                ? 'Nothing speaks against it: support for this can be bought with a direct payment.'
                : `All of it can be bought with a direct payment: ${ways.map(({ what }) => what).join('; ')}.`,
            cites: ['CA s24(1)(b)', 'CA s31'],
            entries: [need],
          },
        ],
      }
    }
    return { ...about, may: nots.length < ways.length ? 'in-part' : 'no', because: nots }
  })
