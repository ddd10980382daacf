import { type Contract } from "@tessera/sdk/browser";
import { type DomainWord } from "./domain-texts.ts";

export type Domain = Contract["tenancy"]["listDomains"]["output"]["items"][number];

/** The one sentence that says how a domain stands and what to do next. */
export function outcomeOf({ state, isTaken, records, checkedAt }: Domain): DomainWord {
  const [proof, way] = records.map(({ found }) => found ?? "unknown");
  if (isTaken) return "taken";
  if (state === "failing" || state === "lost") return state;
  if (state === "proven") return `leads_${way ?? "unknown"}`;
  return checkedAt === null ? "unchecked" : `proof_${proof === "found" ? "unknown" : (proof ?? "unknown")}`;
}
