/** What the slower of two reads: their own words are still in the form, and the record behind it is the newer one. */
export const OVERTAKEN =
  'Somebody added to this record while you were writing. Your words are still here. Look at what changed, then send again.'
