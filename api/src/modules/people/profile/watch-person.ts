import { type Scope } from "../../../platform/scope/scope.ts";
import { type Audience, watchWriting } from "../../safety/index.ts";
import { lockProfile } from "./read-profile.ts";

/** What a member wrote somewhere that is no content of its own to be reported. */
export interface PersonWriting {
  readonly memberId: string;
  readonly place: "application";
  /** Empty texts are left out. */
  readonly texts: readonly string[];
  readonly audience: Audience;
}

/** Has the site's rules look at what a member wrote; what they find is a case about the member's profile, with those words as its evidence. */
export async function watchPerson(
  scope: Scope,
  { memberId, place, texts, audience }: PersonWriting,
): Promise<void> {
  if (texts.every((text) => text === "")) return;
  // Evidence holds the profile too; whoever never opened theirs has one from now on.
  await lockProfile(scope, memberId);
  await watchWriting(scope, {
    subject: { kind: "profile", id: memberId },
    authorId: memberId,
    texts,
    audience,
    place,
  });
}
