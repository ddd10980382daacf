import { invalidFields } from "../../../platform/errors.ts";
import { newId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";

/** The entries of a list, in which every new one gets an id and a known one keeps its own; refuses an id that the list did not have. */
export function withIds<Entry extends { readonly id?: string }>(
  scope: Scope,
  field: "extras" | "requirements",
  { sent, known }: { readonly sent: readonly Entry[]; readonly known: readonly { readonly id: string }[] },
): (Entry & { readonly id: string })[] {
  const given = new Set<string>();
  return sent.map((entry, at) => {
    const { id } = entry;
    if (id === undefined) return { ...entry, id: newId(scope.now) };
    if (given.has(id) || !known.some((each) => each.id === id))
      throw invalidFields({
        path: [field, at, "id"],
        message: "The gig has no such entry. Leave the id out.",
      });
    given.add(id);
    return { ...entry, id };
  });
}
