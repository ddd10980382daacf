import { z } from "zod";
import { factorsOf, profileNames } from "../rules/weight-profiles.ts";
import { type VersionedProfile } from "./read-profile.ts";

const points = z.number().min(0).max(100);

/** How many points at most each adjustment moves somebody in the order; 0 switches it off. */
export const adjustmentFields = {
  load: points,
  newcomer: points,
  reciprocity: points,
  missingMustHave: points,
};

/** A profile of weights as the site's team sees it. */
export const profileView = z.object({
  id: z.enum(profileNames),
  /** The factors it weighs, in the order parts are shown. */
  factors: z.array(z.string()),
  /** By factor; they add up to 100. */
  weights: z.record(z.string(), z.number()),
  /** Factors that must fit: who lacks one keeps the score and stands further down. */
  mustHave: z.array(z.string()),
  adjustments: z.object(adjustmentFields),
  /** 0 while the profile is as usual. */
  version: z.int(),
});

/** A profile of weights as the site's team sees it. */
export const presentProfile = ({
  name,
  weights,
  mustHave,
  adjustments,
  version,
}: VersionedProfile): z.infer<typeof profileView> => ({
  id: name,
  factors: [...factorsOf[name]],
  weights: { ...weights },
  mustHave: [...mustHave],
  adjustments,
  version,
});
