import { z } from "zod";
import { type CountedCategory } from "./read-tree.ts";
import { type GigCategory } from "../models/gig-category.ts";

const name = z.string().trim().min(1).max(80);

/** What can be decided about a category. */
export const categoryFields = {
  /** Its word in addresses, such as `logo-design`; each stands once on a site. */
  slug: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Write small letters, digits and hyphens, such as logo-design.")
    .meta({ example: "logo-design" }),
  /** What it is called, by language; where one is missing, the English name stands. */
  names: z.strictObject({ en: name, "zh-CN": name.exactOptional(), ar: name.exactOptional() }),
};

const namesView = z.object({ en: z.string(), "zh-CN": z.string().optional(), ar: z.string().optional() });

/** A category as everybody may see it. */
export const categoryView = z.object({
  id: z.uuid(),
  /** Null at the top of the tree. */
  parentId: z.uuid().nullable(),
  /** 1 at the top of the tree, at most 4. */
  depth: z.int(),
  slug: z.string(),
  names: namesView,
  /** How many gigs are found in it and below. */
  gigs: z.int(),
});

/** A category as the site's team sees it. */
export const siteCategoryView = categoryView.extend({
  /** Whether it is chosen and shown no more, with what lies below it. */
  isArchived: z.boolean(),
});

/** A category where a gig names it. */
export const categoryName = z.object({ id: z.uuid(), slug: z.string(), names: namesView });

/** A category as everybody may see it. */
export const presentCategory = ({
  id,
  parentId,
  depth,
  slug,
  names,
  gigs,
}: CountedCategory): z.infer<typeof categoryView> => ({ id, parentId, depth, slug, names, gigs });

/** A category as the site's team sees it. */
export const presentSiteCategory = (category: CountedCategory): z.infer<typeof siteCategoryView> => ({
  ...presentCategory(category),
  isArchived: category.archivedAt !== null,
});

/** What the audit log says of a category. */
export const auditedCategory = ({
  parentId,
  slug,
  names,
}: Pick<GigCategory, "parentId" | "slug" | "names">) => ({
  parentId,
  slug,
  name: names.en,
});
