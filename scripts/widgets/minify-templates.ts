import { readFileSync } from "node:fs";
import { type Plugin, transform } from "esbuild";

const stylesheet = /css`([^`$]*)`/g;

/** Shortens what esbuild leaves alone inside template literals: style sheets, and the white space of markup. */
export const minifyTemplates: Plugin = {
  name: "minify-templates",
  setup(build) {
    build.onLoad({ filter: /\/widgets\/src\/.*\.ts$/ }, async ({ path }) => {
      const source = readFileSync(path, "utf8");
      const sheets = await Promise.all(
        [...source.matchAll(stylesheet)].map(([, css = ""]) =>
          transform(css, { loader: "css", minify: true, target: "es2022" }),
        ),
      );
      const contents = source
        .replace(stylesheet, () => `css\`${(sheets.shift()?.code ?? "").trim().replaceAll("\\", "\\\\")}\``)
        .replaceAll(/\n\s+/g, "\n")
        .replaceAll(/>\n+</g, "><");
      return { contents, loader: "ts" };
    });
  },
};
