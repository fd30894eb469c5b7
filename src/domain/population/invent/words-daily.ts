import type { Level } from '../../outcomes/ladder.ts'

/** What people say of a topic, by where they stand on the ladder. Several ways of saying each, none of them about one sex. */
export type Says = Readonly<Record<Level, readonly string[]>>

/** Topics of the day at home. */
export const DAILY: Readonly<
  Record<'nutrition' | 'hygiene' | 'toilet' | 'clothing' | 'home-safety' | 'home-upkeep' | 'night', Says>
> = {
  nutrition: {
    0: [
      'Somebody makes every meal and cuts it up for me. I can hold the spoon on a good day.',
      'If nobody comes, I do not eat. The kettle is out of my reach now.',
      'My meals are made for me and I am helped to eat them.',
    ],
    1: [
      'I can stir and I can butter bread. I cannot lift a pan or chop.',
      'I get as far as the fridge. Someone else has to cook.',
      'I manage breakfast. Dinner is made with somebody.',
    ],
    2: [
      'I forget to eat unless someone says that it is time.',
      'I can cook if somebody stands by and tells me the next step.',
      'I leave the gas on. I cook when there is someone in the kitchen.',
    ],
    3: [
      'It takes me an hour to make a meal, but I make it.',
      'With the perching stool and light pans I cook for myself.',
    ],
    4: ['I cook for myself, and I like to.', 'Meals are no trouble. I do my own.'],
  },
  hygiene: {
    0: [
      'I am washed from head to foot. I would like it to be the same person.',
      'I cannot wash myself at all any more.',
      'Two of them turn me, and one washes me.',
    ],
    1: [
      'I do my face and my hands. Somebody does the rest.',
      'I cannot get in and out of the bath without an arm to hold.',
      'I can wash my top half. My back and legs I cannot reach.',
    ],
    2: [
      'I wash when somebody reminds me, and then I do it properly.',
      'I am afraid of falling in the shower, so I go when someone is in the flat.',
      'I put it off for days unless somebody says something.',
    ],
    3: ['With the shower seat I manage. It takes me half the morning.', 'I wash at the basin, slowly.'],
    4: ['I have a shower every morning by myself.', 'Washing is no concern of mine or anybody’s.'],
  },
  toilet: {
    0: ['I have to be hoisted, and I wear pads at night.', 'Somebody has to see to it for me, every time.'],
    1: [
      'I need a hand to get up and down, and with my clothes.',
      'I cannot always get there in time without someone.',
    ],
    2: ['I need someone to tell me to go, or there are accidents.', 'I go by myself if someone is near.'],
    3: ['With the raised seat and the rail I am all right.', 'I allow plenty of time, and I manage.'],
    4: ['I see to that myself.', 'No help needed there, thank you.'],
  },
  clothing: {
    0: [
      'I am dressed and undressed. I choose the colours.',
      'Somebody puts everything on for me, and the splints over it.',
    ],
    1: [
      'Sleeves I can do. Buttons, socks and shoes I cannot.',
      'I start, and then I have to wait for somebody to finish me off.',
    ],
    2: [
      'I put the wrong things on for the weather unless someone looks me over.',
      'I get dressed if somebody lays the things out and says what is next.',
    ],
    3: ['With the sock aid and the long shoe horn I get there.', 'I dress sitting down. It takes a while.'],
    4: ['I dress myself.', 'I put on what I like, when I like.'],
  },
  'home-safety': {
    0: ['I cannot get out of bed or the chair without the hoist.', 'I am moved everywhere by somebody else.'],
    1: [
      'I have fallen three times since spring. I need an arm for the stairs.',
      'I get up if someone steadies me.',
    ],
    2: [
      'I walk about at night and leave the door open. Someone has to look in.',
      'I am all right on my feet as long as somebody is near.',
    ],
    3: ['Two rails and a frame, and I get about.', 'I wear the alarm and take my time on the stairs.'],
    4: ['I get about my home without any trouble.', 'Up and down the stairs like anybody.'],
  },
  'home-upkeep': {
    0: ['Other people do all of it: floors, bins, washing, shopping.', 'I can do nothing in the house now.'],
    1: [
      'I can dust what I can reach. I cannot do floors, sheets or shopping.',
      'I fold, somebody else washes and carries.',
    ],
    2: [
      'It piles up and then I cannot start. With someone beside me I can.',
      'I need somebody to go through the letters and the bins with me every week.',
    ],
    3: ['I do a bit each day. It is not what it was.', 'With the light hoover I keep on top of it.'],
    4: ['I keep my own place and I keep it well.', 'The house is in order.'],
  },
  night: {
    0: [
      'Somebody has to turn me in the night, every few hours.',
      'I am up four or five times and I need help each time.',
    ],
    1: [
      'I need help to get to the toilet twice a night.',
      'I wake up frightened and do not know where I am.',
    ],
    2: ['I sleep if I know that someone is in the house.', 'I need somebody there in case of a fit.'],
    3: ['With the bed sensor I sleep through.', 'I get up slowly and manage.'],
    4: ['I sleep well.', 'Nights are fine.'],
  },
}
