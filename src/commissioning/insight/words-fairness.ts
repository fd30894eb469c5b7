export const words = {
  title: 'Fairness',
  intro:
    'For the same needs, does everybody get the same? Each group is held against all others, in what people get, what is cut, how long they wait and who is turned away.',
  found: 'What is surely more than chance',
  foundNone:
    'Nothing stands out that chance would not explain. That does not mean that all is well: in a small council a real gap can be too small to be seen.',
  measures: 'What can be held against each other',
  picture: 'How to read the picture',
  pictureHow:
    'The line in the middle is no gap. The hollow circle is the gap as it stands. The full circle is what is left for the same needs, and the bar around it is how sure we can be: the true gap is in it 95 times in 100. Where the bar does not touch the middle line, chance alone would seldom do that.',
  held: 'What “the same needs” means',
  group: 'Group',
  raw: 'As it stands',
  explained: 'Explained by need',
  unexplained: 'Left, for the same needs',
  interval: 'How sure: from … to …',
  tooFew: 'Too few people to hold against each other. A group needs 20 people, and 20 others.',
  noTraits:
    'Sex, ethnic group, area and main reason for support are not in a record. They are here only for people of whom the council knows them from elsewhere. They never decide anything about a person.',
  clued:
    'Somebody “knows their way about” who has disputed something, proposed their own option, cited the law or asked for a review. If they get more for the same needs, then speaking up pays, and nobody ought to need it.',
  knowing: 'Knows their way about',
  lean: 'Does the money lean to those who know their way about?',
  leanHow:
    'Nought is no lean. Above nought, those who know more get more for the same needs. The last figure says how unequal budgets are for the same needs: nought is all alike, 1 is one person with everything.',
  rule: 'The outcome is held against need by a regression (least squares): money and days as logarithms, so that a gap is a share. What need explains is taken off first. Of two ways to say how sure that is, the less sure one is taken. As many groups are looked at, each chance is raised by how many there are (Benjamini and Hochberg). A gap is named above where it is at least one in a hundred, and would come about by chance less often than',
  unknown: 'There is no such measure. Those that there are stand below.',
  none: 'There are too few people to say anything yet.',
} as const
