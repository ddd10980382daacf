import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { gigsSearch } from "../search-kind.ts";

/** Has the search read a gig anew though nothing changed in the gig itself: its seller, its category or its popularity did. */
export const outdate = (scope: Scope, id: string): Promise<void> =>
  announce(scope, "search.outdated", { kind: gigsSearch.kind, id });
