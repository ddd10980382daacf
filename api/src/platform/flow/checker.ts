import { checkEscrow } from "./check-escrow.ts";
import { checkEvents } from "./check-events.ts";
import { checkPaths } from "./check-paths.ts";
import { checkRegions } from "./check-regions.ts";
import { checkWords } from "./check-words.ts";
import { type Defect } from "./defect.ts";
import { type AnyFlow } from "./definition.ts";
import { type Vocabulary } from "./vocabulary.ts";

/** Everything that is wrong with a flow; empty when it may run. Paths and money are judged once the words are right. */
export function checkFlow(flow: AnyFlow, vocabulary: Vocabulary): Defect[] {
  const words = checkWords(flow, vocabulary);
  if (words.length > 0) return words;
  return [
    ...checkPaths(flow, vocabulary),
    ...checkEvents(flow, vocabulary),
    ...checkRegions(flow),
    ...checkEscrow(flow),
  ];
}
