import { type Desk, may } from "../base/desk.ts";

/** What is known of a member by their id. */
export interface Named {
  readonly name: string;
  readonly email: string;
}

/** The members behind ids, at most a hundred at once; nobody for those who may not see members. */
export async function membersOf(
  desk: Desk,
  ids: readonly string[],
  options: { readonly signal: AbortSignal },
): Promise<ReadonlyMap<string, Named>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0 || !may(desk, "identity.view_members")) return new Map();
  const pages = await Promise.all(
    Array.from({ length: Math.ceil(wanted.length / most) }, (_, at) =>
      desk.client.identity.listMembers(
        { ids: wanted.slice(at * most, (at + 1) * most), limit: most },
        options,
      ),
    ),
  );
  return new Map(
    pages.flatMap(({ items }) => items.map(({ id, name, email }) => [id, { name, email }] as const)),
  );
}

const most = 100;

/** A member's name, or their id where the name is not known. */
export const nameOf = (members: ReadonlyMap<string, Named>, id: string): string =>
  members.get(id)?.name ?? id;
