// Who may import whom. `npm run arrows` checks it; scripts/arrows.test.ts plants one violation for every rule here.

// A module may import only those before it. News going up is an event; answers from above come through module.ts.
const modules = [
  "tenancy",
  "identity",
  "safety",
  "people",
  "money",
  "messaging",
  "scheduling",
  "matching",
  "orders",
  "reviews",
  "gigs",
  "billing",
  "projects",
  "hiring",
  "coding",
  "interviews",
  "learning",
  "community",
  "discovery",
  "notifications",
  "integrations",
  "insights",
];

const tests = "(\\.test|/testing)\\.ts$|^(api|sdk-js)/test/";
const frameworks = "(^|node_modules/)(@types/react|react|vue)(/|$)";
const forbid = (name, from, to) => ({ name, severity: "error", from, to });

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    forbid("everything-resolves", {}, { couldNotResolve: true }),
    forbid("no-cycles", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),

    // Modules
    ...modules
      .slice(0, -1)
      .map((name, rank) =>
        forbid(
          `${name}-imports-downward`,
          { path: `^api/src/modules/${name}/`, pathNot: tests },
          { path: `^api/src/modules/(${modules.slice(rank + 1).join("|")})/` },
        ),
      ),
    forbid(
      "modules-are-in-the-order",
      { path: "^api/src/modules/", pathNot: `^api/src/modules/(${modules.join("|")})/` },
      {},
    ),
    forbid(
      "modules-meet-at-index",
      { path: "^api/src/modules/([^/]+)/", pathNot: tests },
      { path: "^api/src/modules/", pathNot: "^api/src/modules/($1/|[^/]+/index\\.ts$)" },
    ),

    // Layers inside the API
    forbid(
      "platform-knows-no-module",
      { path: "^api/src/platform/", pathNot: tests },
      { path: "^api/src/(?!platform/)" },
    ),
    forbid(
      "rules-are-pure",
      { path: "^api/src/modules/[^/]+/rules/", pathNot: tests },
      {
        pathNot: "^api/src/modules/[^/]+/rules/|^api/src/platform/(errors|money|time)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbid(
      "transport-stays-at-the-edge",
      { path: "^api/src/modules/", pathNot: `/(router|http|module)\\.ts$|${tests}` },
      {
        path: "node_modules/(@trpc/server|koa|@koa)/|^api/src/platform/(http/|rpc/(?!(operation|paging|sorting)\\.ts$))",
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbid(
      "routers-are-mounted-once",
      { pathNot: `^api/src/router\\.ts$|${tests}` },
      { path: "^api/src/modules/[^/]+/router\\.ts$" },
    ),
    forbid(
      "modules-are-listed-once",
      { pathNot: `^api/src/modules\\.ts$|${tests}` },
      { path: "^api/src/modules/[^/]+/module\\.ts$" },
    ),
    forbid(
      "migrations-know-only-the-platform",
      { path: "^api/migrations/" },
      { path: "^api/src/(?!platform/)" },
    ),

    // Tests
    forbid("test-builders-stay-in-tests", { pathNot: tests }, { path: "/testing\\.ts$|^(api|sdk-js)/test/" }),
    forbid("nobody-imports-a-test", {}, { path: "\\.test\\.ts$" }),

    // Packages: types travel as the generated contract, and packages meet by name
    forbid("nobody-imports-the-api", { path: "^(widgets|admin|sdk-js|examples)/" }, { path: "^api/" }),
    forbid("the-api-sees-no-client", { path: "^api/" }, { path: "^(widgets|admin|sdk-js|examples)/" }),
    forbid(
      "packages-meet-by-name",
      { path: "^(widgets|admin|sdk-js|examples)/" },
      { path: "^(widgets|admin|sdk-js|examples)/", pathNot: "^$1/", dependencyTypes: ["local"] },
    ),
    forbid(
      "the-sdk-stands-alone",
      { path: "^sdk-js/src/", pathNot: tests },
      {
        // A page's framework is told of the widgets' tags in types alone.
        pathNot: `^sdk-js/src/|${frameworks}`,
      },
    ),
    forbid(
      "frameworks-are-types-alone",
      { path: "^sdk-js/src/", pathNot: tests },
      { path: frameworks, dependencyTypesNot: ["type-only"] },
    ),

    // Widgets
    forbid(
      "parts-know-no-widget",
      { path: "^widgets/src/(base|parts)/" },
      { path: "^widgets/src/(?!base/|parts/)" },
    ),
    forbid(
      "widgets-are-islands",
      { path: "^widgets/src/([^/]+)/", pathNot: "^widgets/src/(base|parts)/" },
      { path: "^widgets/src/[^/]+/", pathNot: "^widgets/src/($1|base|parts)/" },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/dist/" },
    enhancedResolveOptions: {
      extensions: [".ts", ".mjs", ".js"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
    },
  },
};
