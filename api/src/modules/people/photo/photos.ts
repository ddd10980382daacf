import { pictureUrl } from "../../../platform/files/links.ts";
import { type FilePurpose } from "../../../platform/module.ts";

/** The width of the square that lists and cards show; the others stand beside it under their own width. */
const usualWidth = 320;

/** Photos of profiles: at most 5 MB, shown to everybody in three widths. */
export const photoPurpose: FilePurpose = {
  name: "people.photo",
  access: { audience: ["member", "staff", "server"], module: "core", permission: "people.edit" },
  maxBytes: 5 * 1024 * 1024,
  accepts: ["image/jpeg", "image/png", "image/webp"],
  widths: [96, usualWidth, 960],
  mayRead: async ({ actor }) => actor.kind === "staff" || actor.kind === "server",
};

/** Where everybody sees a person's photo; null without one. */
export const photoUrlOf = (tenantId: string, photoFileId: string | null): string | null =>
  photoFileId === null ? null : pictureUrl(tenantId, photoFileId, usualWidth);
