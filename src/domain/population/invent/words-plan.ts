import type { AdultOutcome } from '../../outcomes/topics.ts'
import type { WellbeingArea } from '../../outcomes/wellbeing.ts'
import type { SupportReason } from '../traits.ts'

/** What needs come from, by the reason for support. */
export const CAUSES: Readonly<Record<SupportReason, readonly string[]>> = {
  physical: [
    'A stroke, with weakness on one side',
    'Arthritis in hands, hips and knees',
    'Parkinson’s',
    'Multiple sclerosis',
    'Heart failure, and out of breath at a few steps',
    'A broken hip that did not mend well',
    'A spinal injury',
    'Frailty, and falls',
  ],
  sensory: ['Sight loss from macular degeneration', 'Deafness since childhood', 'Sight loss from diabetes'],
  memory: ['Alzheimer’s disease', 'Vascular dementia', 'A brain injury', 'Dementia with Lewy bodies'],
  'learning-disability': [
    'A learning disability',
    'A learning disability and epilepsy',
    'Down’s syndrome',
    'A learning disability, and limbs that do not do as they are told',
  ],
  'mental-health': [
    'Schizophrenia',
    'Bipolar disorder',
    'Depression that does not lift',
    'Severe anxiety and a history of trauma',
  ],
  social: [
    'Poor health after years without a home',
    'Long illness after drinking',
    'Frailty, and nobody near',
  ],
}

/** How a need is named, by the topic that it begins with. */
export const NEED_TEXT: Readonly<Record<AdultOutcome, string>> = {
  nutrition: 'Eating and drinking well',
  hygiene: 'Washing and keeping clean',
  toilet: 'Using the toilet',
  clothing: 'Getting dressed',
  'home-safety': 'Getting about at home without harm',
  'home-upkeep': 'A home that is fit to live in',
  relationships: 'Keeping up with the people who matter',
  'work-learning': 'Work and learning',
  community: 'Getting out, and doing things with others',
  parenting: 'Looking after the children',
}

export const WELLBEING_OF: Readonly<Record<AdultOutcome, readonly WellbeingArea[]>> = {
  nutrition: ['health', 'control'],
  hygiene: ['dignity', 'health'],
  toilet: ['dignity', 'control'],
  clothing: ['dignity', 'control'],
  'home-safety': ['health', 'protection'],
  'home-upkeep': ['accommodation', 'control'],
  relationships: ['relationships'],
  'work-learning': ['participation', 'contribution'],
  community: ['participation', 'relationships'],
  parenting: ['relationships', 'contribution'],
}

/** Why the impact is significant; for a need with some impact only, the second list. */
export const IMPACT_WHY: readonly string[] = [
  'Without help the day does not begin, and they say that this is what they mind most.',
  'They go without, and their health is worse for it.',
  'They have given up what mattered to them.',
  'It has led to two stays in hospital within a year.',
  'They feel ashamed and keep away from people.',
]
export const SMALL_IMPACT_WHY: readonly string[] = [
  'It is a nuisance, and they find a way.',
  'It takes longer and comes out all right.',
  'They would like it easier; their days are much as they want them.',
]

export const GOALS: Readonly<Record<AdultOutcome, readonly string[]>> = {
  nutrition: ['To cook my own dinner again', 'To eat something hot every day'],
  hygiene: ['To wash my own top half', 'To feel clean and to be the one who decides when'],
  toilet: ['To get there by myself', 'Not to be afraid of accidents'],
  clothing: ['To be dressed by nine, and look like myself', 'To do my own buttons'],
  'home-safety': ['Not to fall again', 'To get to the garden and back'],
  'home-upkeep': ['A kitchen that I am not ashamed of', 'To keep my flat'],
  relationships: ['To see my sister every week', 'To have a friend who is not paid'],
  'work-learning': ['To work one day a week', 'To learn to read music'],
  community: [
    'To go to the market on Saturdays',
    'To swim again',
    'To go to the mosque on Fridays',
    'To sit by the sea',
  ],
  parenting: ['To take the children to school myself', 'To be there at bath time'],
}

/** What is planned for a need, by the topic that it begins with and the form of support. */
export const SUPPORT_FOR: Readonly<Record<AdultOutcome, string>> = {
  nutrition: 'for meals',
  hygiene: 'for washing',
  toilet: 'for the toilet',
  clothing: 'for dressing',
  'home-safety': 'for getting about at home',
  'home-upkeep': 'for the home',
  relationships: 'to see friends and family',
  'work-learning': 'for work and learning',
  community: 'to get out',
  parenting: 'to look after the children',
}

/** What could be learned or fitted so that less help is needed. */
export const BUILDS: Readonly<Record<AdultOutcome, { readonly what: string; readonly pounds: number }>> = {
  nutrition: { what: 'A kitchen made easier: kettle tipper, perching stool, light pans', pounds: 186 },
  hygiene: { what: 'Shower seat, rails and a long-handled sponge, and practice with them', pounds: 165 },
  toilet: { what: 'Raised seat with a frame', pounds: 70 },
  clothing: { what: 'Button hook, sock aid and clothes that fasten easily', pounds: 25 },
  'home-safety': { what: 'A second stair rail and exercises against falls', pounds: 140 },
  'home-upkeep': { what: 'Light tools for the house, and a plan for the week', pounds: 60 },
  relationships: { what: 'A tablet with large letters, and somebody to show how', pounds: 180 },
  'work-learning': { what: 'A place on a course with a coach to start with', pounds: 120 },
  community: { what: 'Travel training, step by step, until it goes alone', pounds: 150 },
  parenting: { what: 'A parents’ group with practice at home', pounds: 90 },
}

export const OWN_IDEAS: readonly string[] = [
  'A neighbour whom I trust, paid for the hours, instead of somebody new each week',
  'A season ticket for the pool instead of the day centre',
  'A gardener who teaches me, instead of somebody to sit with',
  'A shared taxi with two friends to the club',
  'An assistant from my own church',
]

/** What people ask for when they first get in touch, by the reason for support. */
export const ASKS: Readonly<Record<SupportReason, readonly string[]>> = {
  physical: [
    'Getting up and washing have become too hard.',
    'Has fallen and does not feel safe at home.',
    'Cannot manage meals and the house any more.',
  ],
  sensory: [
    'Sight has gone quickly and the flat is full of dangers.',
    'Cannot hear the door or the telephone.',
  ],
  memory: [
    'Forgets to eat, and was found in the street at night.',
    'The family can no longer leave them alone.',
  ],
  'learning-disability': [
    'Lives with a parent who is getting old, and wants a place of their own.',
    'Needs help to run the flat and the money.',
    'The support that there is does not reach to the evenings.',
  ],
  'mental-health': ['Has not left the flat for weeks.', 'Home from a ward, and afraid that it begins again.'],
  social: ['Has a flat after years without one and does not know where to start.', 'Alone, and not eating.'],
}
/** What somebody says who has read the Act; where they want an assessment, and where they only want to know what there is. */
export const WANTS_BY_LAW: Readonly<Record<'assessment' | 'advice', readonly string[]>> = {
  assessment: [
    'An assessment, as section 9 of the Care Act says, and the reasons in writing.',
    'To be assessed under section 9 of the Care Act, and to know how long it takes.',
  ],
  advice: ['To know what there is. Section 4 of the Care Act says that you can tell me.'],
}
export const WANTS: readonly string[] = [
  'To stay in my own home.',
  'To be asked, and not only told.',
  'Somebody who comes when they say.',
  'To see people again.',
  'That my family gets some rest.',
  'As little fuss as can be.',
  'To do more for myself, not less.',
]
