import { type ErrorDefinition, failuresOf } from "../../platform/errors.ts";

export const gigsErrors = {
  "gigs.slug_taken": {
    kind: "CONFLICT",
    message: "Another category has this word in its address. Choose another one.",
  },
  "gigs.tree_full": {
    kind: "CONFLICT",
    message: "A site has at most {most} categories. Use one that is there.",
  },
  "gigs.too_many": {
    kind: "CONFLICT",
    message: "A seller has at most {most} gigs. Delete one of them first.",
  },
  "gigs.too_many_media": {
    kind: "CONFLICT",
    message: "A gig shows at most {most} files. Remove one of them first.",
  },
  "gigs.package_exists": {
    kind: "CONFLICT",
    message: "This gig has a package of this size ({tier}) already. Change that one.",
  },
  "gigs.never_published": {
    kind: "CONFLICT",
    message: "This gig is a draft that was never published. Publish it first.",
  },
  "gigs.own_gig": {
    kind: "FORBIDDEN",
    message: "You cannot buy your own gig. Choose somebody else's.",
  },
  "gigs.paused": {
    kind: "CONFLICT",
    message: "The seller takes no orders for this gig at the moment. Choose another one, or come back later.",
  },
  "gigs.suspended": {
    kind: "CONFLICT",
    message: "The site's team suspended this gig. Read the reason, and write to the team.",
  },
} as const satisfies Record<string, ErrorDefinition>;

/** Refuses for a reason of this module. */
export const failure = failuresOf(gigsErrors);
