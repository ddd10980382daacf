import { join } from "node:path";
import ts from "typescript";
import { type WidgetDeclaration } from "./declarations.ts";
import { TypePrinter } from "./printed-type.ts";

/** An event of the widgets: the name of its type, what it tells and when. */
export interface EventType {
  readonly name: string;
  readonly doc: string;
  readonly detail: string;
}

/** What the compiler knows of the widgets, printed so that it stands without their sources. */
export interface WidgetTypes {
  /** By the event's name. */
  readonly events: ReadonlyMap<string, EventType>;
  /** The type of a property of a widget. */
  readonly fieldType: (widget: WidgetDeclaration, field: string) => string;
  /** The names of the SDK's contract that were used so far. */
  readonly used: ReadonlySet<string>;
}

/** Reads the widgets' sources below a root with the compiler. */
export function readWidgetTypes(root: string): WidgetTypes {
  const folder = join(root, "widgets");
  const { config } = ts.readConfigFile(join(folder, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const sources = fileNames.filter((name) => !/\.test\.ts$|\/test\//.test(name));
  const program = ts.createProgram(sources, options);
  const checker = program.getTypeChecker();
  const printer = new TypePrinter(program, join(root, "sdk-js/src/contract.ts"));

  const events = new Map(
    sources.flatMap((name) => {
      const file = program.getSourceFile(name);
      return file
        ? eventsIn(file).map((event) => [event.name, readEvent(event.type, checker, printer)] as const)
        : [];
    }),
  );

  const fieldType = ({ path, name }: WidgetDeclaration, field: string) => {
    const file = program.getSourceFile(join(folder, path));
    const element = file?.statements.find(
      (statement) => ts.isClassDeclaration(statement) && statement.name?.text === name,
    );
    const symbol = element && checker.getTypeAtLocation(element).getProperty(field);
    if (!symbol) throw new TypeError(`${path} has no ${name} with a property ${field}.`);
    return printer.print(checker.getTypeOfSymbol(symbol));
  };
  return { events, fieldType, used: printer.used };
}

/** The events that a file adds to the map of all events. */
function eventsIn(file: ts.SourceFile): { readonly name: string; readonly type: ts.TypeReferenceNode }[] {
  const found: { readonly name: string; readonly type: ts.TypeReferenceNode }[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === "HTMLElementEventMap") {
      for (const member of node.members)
        if (
          ts.isPropertySignature(member) &&
          ts.isStringLiteral(member.name) &&
          member.name.text.startsWith("tessera-") &&
          member.type &&
          ts.isTypeReferenceNode(member.type)
        )
          found.push({ name: member.name.text, type: member.type });
    } else if (ts.isModuleDeclaration(node) || ts.isModuleBlock(node)) ts.forEachChild(node, look);
  };
  for (const statement of file.statements) look(statement);
  return found;
}

function readEvent(node: ts.TypeReferenceNode, checker: ts.TypeChecker, printer: TypePrinter): EventType {
  const symbol = checker.getSymbolAtLocation(node.typeName);
  const type = checker.getTypeFromTypeNode(node);
  // Every event is `CustomEvent<Detail>`.
  const [detail] = checker.getTypeArguments(type as ts.TypeReference);
  if (!symbol || !detail) throw new TypeError(`${node.getText()} is no CustomEvent of something.`);
  return {
    name: symbol.name,
    doc: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    detail: printer.print(detail),
  };
}
