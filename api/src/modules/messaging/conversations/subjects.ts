import { z } from "zod";
import { installedModules } from "../../../platform/installed-modules.ts";
import { type ConversationContext } from "../../../platform/module.ts";
import { type Scope } from "../../../platform/scope/scope.ts";

/** What is shown above a conversation of the thing it is about. */
export const cardView = z.object({
  title: z.string(),
  /** As the thing's own module names it, such as `confirmed`. */
  state: z.string(),
  /** When it takes place or is due; null when it has no such time. */
  at: z.iso.datetime().nullable(),
  /** Null when it costs nothing. */
  price: z.object({ amountMinor: z.int(), currency: z.string() }).nullable(),
});

/** What a conversation is about. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** The members who have to do with a thing; null when there is no such thing. */
export const peopleOf = async (scope: Scope, { kind, id }: Subject): Promise<readonly string[] | null> =>
  (await contextOf(kind)?.authorise(scope, id)) ?? null;

/** The card of a thing; null when it is gone. */
export async function readCard(
  scope: Scope,
  { kind, id }: Subject,
): Promise<z.infer<typeof cardView> | null> {
  const card = await contextOf(kind)?.card(scope, id);
  return card ? { ...card, at: card.at?.toISOString() ?? null } : null;
}

/** How a thing of a kind is talked about; undefined for a kind nobody talks about. */
export const contextOf = (kind: string): ConversationContext | undefined =>
  installedModules()
    .flatMap(({ conversationContexts }) => conversationContexts)
    .find((context) => context.kind === kind);
