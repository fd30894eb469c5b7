import type { Sex } from '../traits.ts'
import type { Chance } from './chance.ts'

// Names of people who do not exist. Family names are put together from parts, so that none is anybody's; which name goes
// with which trait is left to chance, so that no name says anything about a person.

const GIVEN: Readonly<Record<Sex, readonly string[]>> = {
  female: (
    'Abiola Aisling Alba Amara Anneke Ayesha Beatrix Blessing Bronwen Carmel Chidinma Concetta Cora Dagny Delphine Devika Dilys ' +
    'Edith Efua Eilidh Elodie Enid Esra Farida Fern Folake Freya Gisela Greta Hadiza Halina Hoa Ifeoma Ines Iris Jamila Jasvir ' +
    'Joyce Kalinda Kezia Lalita Leocadia Lin Lorna Mabel Maryam Mei Mercy Milena Mirela Morag Nadia Ngozi Nia Noor Odile Olwen ' +
    'Oonagh Pearl Phuong Prisca Rashida Renuka Rhoda Rosalba Ruta Sabiha Sadia Sian Simone Sunniva Tamsin Thandeka Ulrike Una ' +
    'Valeria Violet Wanjiru Winifred Xenia Yasmin Yetunde Zainab Zofia'
  ).split(' '),
  male: (
    'Adewale Alasdair Amir Anselm Arvid Babatunde Baldev Bartosz Bashir Benedikt Bryn Cedric Chidi Clyde Cormac Dafydd Desmond ' +
    'Dieter Edgar Eamon Emeka Emrys Fabrizio Faisal Fergus Florian Garfield Gethin Giorgos Gurdev Hamish Haroon Hector Ibrahim ' +
    'Idris Ignacy Isaac Ivor Jaspal Jerome Joaquim Kaspar Kofi Kwabena Lachlan Leroy Lionel Luca Mahesh Malik Marek Matteo Mohan ' +
    'Mustafa Neville Niall Nikhil Obinna Olaf Omar Oswald Padraig Parvez Percival Quang Rafael Ravindra Rhodri Rufus Samir ' +
    'Sandor Selwyn Stellan Sunil Taiwo Tarquin Tobiah Ulf Umar Viktor Vikram Walter Wendell Xander Yusuf Zaki Zoltan'
  ).split(' '),
}

/** Beginnings and endings that were never put together by any family that we know of. */
const FAMILY: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    'Ash Bram Cawl Dun Elder Fallow Garth Haw Ing Kettle Lark Marl Nettle Otter Pike Quill Rook Sallow Thorn Withy'.split(
      ' ',
    ),
    'beck combe croft dale fleet garth holt hurst lode mere ridge shaw slack stow thwaite wick'.split(' '),
  ],
  [
    'Ade Ako Bola Chuk Dede Ebi Ife Kwa Maku Nana Obi Oke Sola Tema Uzo'.split(' '),
    'baro dile fumi kanle laju mensa nwere owusa radu singa tonde wale'.split(' '),
  ],
  [
    'Amba Bhara Chandra Deva Gira Hari Jaya Kavi Lakha Mana Nara Pura Raja Sura Vara'.split(' '),
    'dhani garva kanti lani mohra nandi patra rekha sethi taran vadra walia'.split(' '),
  ],
  [
    'Bara Czes Drog Grab Jaro Kali Lipo Mako Nowo Ostra Rado Sobo Wier Zale'.split(' '),
    'browicz czenko dzinski kovic lewska marek niak ostrov powski renko sztyn vanek'.split(' '),
  ],
  [
    'Al-Ba Al-Ha Ben-Sa Da Fa Ha Ka Ma Na Ra Sa Ta Za'.split(' '),
    'bbari dirran ffani ghazi hrouni jjari khilli mmadi rrouf ssani wwaz yyan'.split(' '),
  ],
  [
    'Aber Cad Car Dre Glas Gwyn Lan Mor Pen Tre'.split(' '),
    'arthan ddwyn elwyn faredd gellan idwal loran newydd orwen wynter'.split(' '),
  ],
  [
    'Bel Cor Dal Fer Gran Lu Mon Pal Ro Sal Tor Val'.split(' '),
    'bastra carello dinova farra grivas lucente mancina nebro pirone ranzol tavira vezzano'.split(' '),
  ],
]

/** Every way of putting a family name together. */
export const FAMILY_NAMES: readonly string[] = FAMILY.flatMap(([begin, end]) =>
  begin.flatMap((first) => end.map((last) => `${first}${last}`)),
)

export const givenName = (chance: Chance, sex: Sex): string => chance.pick(GIVEN[sex])

export function familyName(chance: Chance): string {
  const first = chance.pick(FAMILY_NAMES)
  return chance.happens(0.04) ? `${first}-${chance.pick(FAMILY_NAMES)}` : first
}
