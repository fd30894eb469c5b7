/**
 * Words by which somebody shows that they know the law: the Act, a section or regulation by its number, a court or the Ombudsman.
 * Money and dates are not taken for sections, and "court" alone may be a tennis court.
 */
const LAW =
  /\b(?:care act|mental capacity act|human rights|equality act|ombudsman|judicial review|high court|supreme court|unlawful(?:ly)?|statutory (?:guidance|duty)|solicitor|(?:section|regulation|paragraph) \d+|ss?\. ?\d+)\b/i

export const citesLaw = (text: string): boolean => LAW.test(text)
