import { z } from 'zod'
import { date } from '../../platform/web/fields.ts'

type Words = { readonly wrong: string; readonly from: string; readonly outside: string }

/** A day in three boxes that may be left empty; where it is not, it must be a real one, and not before `from`. */
export const optionalDay = ({ wrong, from, outside }: Words) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((typed, context): string | undefined => {
      if (typed === undefined || typed === '') return undefined
      const read = date({ missing: wrong, wrong, from, outside }).safeParse(typed)
      if (read.success) return read.data
      context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? wrong })
      return z.NEVER
    })
