import { type FilePurpose } from "../../../platform/module.ts";

/** Media of gigs: pictures, videos and documents of at most 50 MB. Buyers get their links with the gig. */
export const mediaPurpose: FilePurpose = {
  name: "gigs.media",
  access: { audience: ["member", "staff", "server"], module: "gigs", permission: "gigs.edit" },
  maxBytes: 50 * 1024 * 1024,
  accepts: [
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/gif",
    "video/mp4",
    "video/webm",
    "application/pdf",
  ],
  widths: [],
  mayRead: async ({ actor }) => actor.kind === "staff" || actor.kind === "server",
};
