import { type Scope } from "../../../platform/scope/scope.ts";
import { watchPerson } from "../../people/index.ts";

/** Has the site's rules look at what a member calls a group. */
export const watchTitle = (scope: Scope, memberId: string, title: string): Promise<void> =>
  watchPerson(scope, { memberId, place: "group_title", texts: [title], audience: "private" });
