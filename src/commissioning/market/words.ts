export const ROOMS = [
  { slug: '', href: '/market', says: 'Prices and what came of them' },
  { slug: 'outcomes', href: '/market/outcomes', says: 'Outcomes by provider' },
  { slug: 'concentration', href: '/market/concentration', says: 'If a provider left' },
  { slug: 'chains', href: '/market/chains', says: 'Chains of subcontracts' },
] as const
export type MarketRoom = (typeof ROOMS)[number]['slug']

export const words = {
  none: 'There are no contracts yet.',
  prices:
    'Price and quality stand together here, so that nobody buys by the price alone. Below the sustainable rate somebody else pays: the workers, or the person.',
  outcomes:
    'Each provider beside what was expected of its very people. With few people chance alone throws a figure far from the mean; the lines show how far.',
  outcomesNone: 'Nobody has said yet how an outcome ended, or no chance was predicted for it.',
  concentration:
    'The council has to keep enough care for everybody (Care Act section 5), also on the day on which a provider fails or leaves (sections 48 to 52).',
  places:
    'Shares are of the support given, by what it is worth at the sustainable rate, so that hours and nights can be added up.',
  leftOut:
    'A rate can be made better by leaving people out of it. Here are those who were left out, and the rate with all of them in it.',
  corners:
    'Further right: dearer beside the sustainable rate. Further up: more outcomes than were expected of these very people. Left of the upright line the price is below what care costs.',
  chains:
    'Whoever is paid, the council answers for every person’s support. A price that shrinks on its way down is what workers are paid from.',
  chainsNone: 'Nothing is passed on under any contract.',
} as const
