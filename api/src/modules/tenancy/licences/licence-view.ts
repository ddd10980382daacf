import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Licence } from "../models/licence.ts";
import { licenceKinds, licenceSources, licenceStates } from "../rules/licences.ts";

export const licenceView = z.object({
  id: z.uuid(),
  module: z.string(),
  kind: z.enum(licenceKinds),
  source: z.enum(licenceSources),
  state: z.enum(licenceStates),
  startsAt: z.iso.datetime(),
  /** The end of the trial or of the paid period; null for a lifetime licence. */
  expiresAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});

/** A licence as its tenant sees it. */
export const presentLicence = (licence: Licence): z.infer<typeof licenceView> => ({
  id: licence.id,
  module: licence.module,
  kind: licence.kind,
  source: licence.source,
  state: licence.state,
  startsAt: licence.startsAt.toISOString(),
  expiresAt: licence.expiresAt?.toISOString() ?? null,
  endedAt: licence.endedAt?.toISOString() ?? null,
});

/** A licence of the scope's tenant; null when it has none of that id. */
export async function readLicence(scope: Scope, id: string): Promise<Licence | null> {
  const [licence] = await scope.read<Licence>`select * from ${Licence} l where id = ${id}`;
  return licence ?? null;
}

/** All licences the live tenant ever had, newest first; a sandbox has none of its own. */
export const readLicences = (scope: Scope): Promise<Licence[]> =>
  scope.read<Licence>`select * from ${Licence} l order by created_at desc, id desc limit 500`;
