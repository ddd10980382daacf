// Words that say nothing about the subject, among them those that every offer of help has in it.
const empty = new Set(
  `a about above after again all also always am an and another any anybody anyone are as at be because been before being between
  both but by can cannot could did do does doing don during each every everybody everything few for from further get gets getting
  give given go goes going got had has have having he her here hers him his how however i if in into is it its itself just know
  let like lot made make makes making many may me more most much must my myself need needs new no nobody nor not nothing of off on
  once one only or other our ours out over own people per person please same see she should since so some somebody someone
  something still such than that the their them then there these they thing things this those through to too under until up upon
  us use used using very want wants was way we well were what when where which while who whom whose why will wish with within
  without would year years yet you your yours coach coaching coaches train training trainer skill skills expert experts expertise
  experience experienced help helping helps support supporting consultant consulting advisor advice session sessions learn learning
  improve improving improvement better best good great professional professionals work working works really never ever even
  towards toward become start starting started ca ll ve re im ive cant dont`.split(/\s+/),
);

/** Whether a word tells nothing about the subject of a text. */
export const isEmptyWord = (word: string): boolean => empty.has(word);

/** An English word without its endings, so that "negotiating", "negotiation" and "negotiator" are one. Other words pass unchanged. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const root = withoutEnding(withoutEnding(withoutPlural(word)));
  if (root.length > 4 && root.endsWith("y")) return `${root.slice(0, -1)}i`;
  return root.length > 3 && root.endsWith("e") ? root.slice(0, -1) : root;
}

function withoutPlural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.endsWith("s") && !/[suai]s$/.test(word) ? word.slice(0, -1) : word;
}

// The longer before the shorter. `career` and `engineer` are no comparatives.
const endings =
  "isation ization ation ising izing ating ement ised ized ated ator ment ness ship ing ion ise ize ate ed er or ly al".split(
    " ",
  );

function withoutEnding(word: string): string {
  const ending = endings.find((ending) => word.endsWith(ending));
  if (ending === undefined || word.endsWith("eer")) return word;
  const rest = word.slice(0, -ending.length);
  const shortest = ending === "ing" || ending === "ed" ? 3 : 4;
  if (rest.length < shortest || !/[aeiouy]/.test(rest)) return word;
  return /([bdfgmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
}
