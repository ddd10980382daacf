import { z } from "zod";
import { operation } from "../rpc/operation.ts";
import { linkTo, readableFile } from "./links.ts";
import { fileView, presentFile } from "./present-file.ts";

export const getFile = operation({
  summary:
    "Shows an upload of the caller, or one its purpose lets the caller read, with a link that opens it.",
  input: z.strictObject({ id: z.uuid() }),
  output: fileView.extend({
    link: z.object({
      url: z.url(),
      /** For pictures, and of the first page of PDFs: at most 640 pixels wide and high. Null where none could be drawn. */
      previewUrl: z.url().nullable(),
      /** 15 minutes from now. */
      expiresAt: z.iso.datetime(),
    }),
  }),
  async run(scope, { id }) {
    const file = await readableFile(scope, id);
    const { expiresAt, ...urls } = linkTo(scope, file);
    return { ...presentFile(file), link: { ...urls, expiresAt: expiresAt.toISOString() } };
  },
});
