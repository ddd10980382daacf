import { z } from "zod";
import { type SearchKind } from "../../platform/module.ts";
import { gone } from "../../platform/providers/search/port.ts";
import { indexJob } from "../../platform/search/index-thing.ts";
import { Profile } from "./models/profile.ts";

/** People are found by their name, headline and topics while they are listed. */
export const peopleSearch: SearchKind = {
  kind: "people",
  async document(scope, memberId) {
    const [profile] = await scope.read<Profile>`select * from ${Profile} p where member_id = ${memberId}`;
    if (!profile) return gone;
    const { version, isListed, name, headline, expertise, languages, countries } = profile;
    if (!isListed) return { version, document: null };
    return {
      version,
      document: {
        id: memberId,
        texts: { strong: [name], middle: [headline, ...expertise], weak: [] },
        tags: { language: languages, country: countries },
        numbers: {},
        standing: profile.ratingAverage ?? 0,
        phrases: [name, ...expertise],
      },
    };
  },
  async ids(scope, { after, limit }) {
    const rows = await scope.read<{ memberId: string }>`
      select member_id from ${Profile} p where ${after}::uuid is null or member_id > ${after}::uuid
      order by member_id limit ${limit}`;
    return rows.map(({ memberId }) => memberId);
  },
  keep: null,
};

/** Keeps the search in step with profiles. */
export const indexPerson = indexJob(peopleSearch, {
  name: "people.index_person",
  on: ["profile.changed"],
  payload: z.object({ memberId: z.uuid() }),
  idOf: ({ memberId }) => memberId,
});
