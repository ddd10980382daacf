/**
 * @typedef {{ name: string, kind?: string, privacy?: string, static?: boolean, description?: string }} Named
 * @typedef {Named & { tagName?: string, events?: Named[], attributes?: Named[], members?: Named[] }} Declaration
 * @typedef {{ declarations?: Declaration[] }} Module
 * @typedef {{ getText(): string, text: string }} Argument
 * @typedef {{ expression: Argument, arguments: Argument[] }} Call
 * @typedef {{ ts: { isCallExpression(node: Call): boolean }, node: Call, moduleDoc: { declarations: Declaration[] } }} Analysis
 */

/** Reads the tag of a widget from `define("tessera-…", Class)`; the analyzer knows `customElements.define` only. */
const definedTags = {
  name: "defined-tags",
  analyzePhase(/** @type {Analysis} */ { ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "define") return;
    const [tag, element] = node.arguments;
    const declaration = moduleDoc.declarations.find(({ name }) => name === element?.getText());
    if (declaration) Object.assign(declaration, { tagName: tag?.text, customElement: true });
  },
};

const isDescribed = (/** @type {Named} */ { description }) => description !== undefined;

const isPublic = (/** @type {Named} */ { kind, privacy, static: isStatic }) =>
  kind === "field" && !privacy && !isStatic;

/** Keeps widgets, and of them what their doc comments name: the analyzer also lists what it only sees used, or inherited. */
const documentedOnly = {
  name: "documented-only",
  packageLinkPhase(
    /** @type {{ customElementsManifest: { modules: Module[] } }} */ { customElementsManifest },
  ) {
    customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations = [] }) =>
      declarations.some(({ tagName }) => tagName),
    );
    for (const declaration of customElementsManifest.modules.flatMap(
      ({ declarations = [] }) => declarations,
    )) {
      declaration.events &&= declaration.events.filter(isDescribed);
      declaration.attributes &&= declaration.attributes.filter(isDescribed);
      declaration.members &&= declaration.members.filter((member) => isDescribed(member) && isPublic(member));
    }
  },
};

export default {
  globs: ["src/**/*.ts"],
  exclude: ["**/*.test.ts", "**/*.styles.ts", "**/*.texts*.ts"],
  litelement: true,
  outdir: ".",
  // It would write into the package.json of the folder the command was started in.
  packagejson: false,
  plugins: [definedTags, documentedOnly],
};
