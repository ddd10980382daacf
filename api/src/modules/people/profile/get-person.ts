import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { keptApartFromCaller } from "../policy.ts";
import { Profile } from "../models/profile.ts";
import { personView, presentPerson, type PublicProfile } from "../present.ts";

export const getPerson = operation({
  summary: "Answers a listed person's public profile.",
  input: z.strictObject({ id: z.uuid() }),
  output: personView,
  async run(scope, { id }) {
    const [profile] =
      await scope.read<PublicProfile>`select * from ${Profile} p where member_id = ${id} and is_listed`;
    if (!profile || (await keptApartFromCaller(scope)).includes(id)) throw notFound();
    return presentPerson(profile);
  },
});
