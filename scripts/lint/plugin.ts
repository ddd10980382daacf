// Lint rules of this project that oxlint has no rule for. Each is planted and found again in plugin.test.ts.
import { parse, relative, sep } from "node:path";

/** The parts of a syntax node these rules look at. */
interface Node {
  type: string;
  name?: string;
  value?: unknown;
  callee?: Node;
  object?: Node;
  property?: Node;
  arguments?: Node[];
}

interface Context {
  cwd: string;
  filename: string;
  report(finding: { node: Node; message: string }): void;
}

type Visitor = Record<string, (node: Node) => void>;

const rule = (create: (context: Context) => Visitor) => ({ create });

/** The name of the method a call names, such as `raw` in `knex.raw("…")`; undefined for a plain call. */
const methodOf = (call: Node): string | undefined =>
  call.callee?.type === "MemberExpression" ? call.callee.property?.name : undefined;

const isNamed = (node: Node | undefined, name: string): boolean =>
  node?.type === "Identifier" && node.name === name;

const noWallClock = rule((context) => {
  const message = "Operations see business time only: take `scope.now`, or have the time handed in.";
  return {
    NewExpression(node) {
      if (isNamed(node.callee, "Date") && node.arguments?.length === 0) context.report({ node, message });
    },
    CallExpression(node) {
      const now = methodOf(node) === "now" && isNamed(node.callee?.object, "Date");
      if (now || isNamed(node.callee, "Date")) context.report({ node, message });
    },
  };
});

const objectionDoors = ["query", "relatedQuery", "$query", "$relatedQuery", "knexQuery", "knex"];

const scopedTables = rule((context) => ({
  CallExpression(node) {
    const method = methodOf(node) ?? "";
    if (method === "raw" || isNamed(node.callee, "raw"))
      context.report({ node, message: "Raw SQL has no tenant predicate: use scope.sql`…`." });
    const receiver = node.callee?.object;
    const onScope = isNamed(receiver, "scope") || isNamed(receiver?.property, "scope");
    if (objectionDoors.includes(method) && !onScope)
      context.report({
        node,
        message: `A model's own ${method}() has no tenant predicate: use scope.query(Model).`,
      });
  },
}));

const noStyleAttribute = rule((context) => ({
  CallExpression(node) {
    const [name] = node.arguments ?? [];
    if (methodOf(node)?.startsWith("setAttribute") && name?.value === "style")
      context.report({
        node,
        message: "A strict CSP blocks style attributes: set a class, or a property of element.style.",
      });
  },
}));

const drawers = /^(utils|helpers|common|misc|shared|core|lib|manager|services?|types|constants)$/;

const noDrawers = rule((context) => ({
  Program(node) {
    const { dir, name } = parse(relative(context.cwd, context.filename));
    const drawer = [...dir.split(sep), name.replace(/\.test$/, "")].find((part) => drawers.test(part));
    if (drawer)
      context.report({ node, message: `"${drawer}" says nothing about what is inside: name the concept.` });
  },
}));

export default {
  meta: { name: "tessera" },
  rules: {
    "no-wall-clock": noWallClock,
    "scoped-tables": scopedTables,
    "no-style-attribute": noStyleAttribute,
    "no-drawers": noDrawers,
  },
};
