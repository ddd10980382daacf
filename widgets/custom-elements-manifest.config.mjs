/** Reads the tag of a widget from `define("tessera-…", Class)`; the analyzer knows `customElements.define` only. */
const definedTags = {
  name: "defined-tags",
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "define") return;
    const [tag, element] = node.arguments;
    const declaration = moduleDoc.declarations.find(({ name }) => name === element?.getText());
    if (declaration) Object.assign(declaration, { tagName: tag.text, customElement: true });
  },
};

/** Keeps widgets, and of them what their doc comments name: the analyzer also lists what it only sees used, or inherited. */
const documentedOnly = {
  name: "documented-only",
  packageLinkPhase({ customElementsManifest }) {
    const isPublic = ({ kind, privacy, static: isStatic }) => kind === "field" && !privacy && !isStatic;
    customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations = [] }) =>
      declarations.some(({ tagName }) => tagName),
    );
    for (const { declarations } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        declaration.events = declaration.events?.filter(({ description }) => description);
        declaration.attributes = declaration.attributes?.filter(({ description }) => description);
        declaration.members = declaration.members?.filter((member) => member.description && isPublic(member));
      }
    }
  },
};

export default {
  globs: ["src/**/*.ts"],
  exclude: ["**/*.test.ts", "**/*.styles.ts", "**/*.texts*.ts"],
  litelement: true,
  outdir: ".",
  plugins: [definedTags, documentedOnly],
};
