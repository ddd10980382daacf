import ts from "typescript";

/** Prints types of the widgets' sources so that they stand without them: by names of the SDK's contract, else spelled out. */
export class TypePrinter {
  readonly #checker: ts.TypeChecker;
  readonly #contract: readonly { readonly name: string; readonly type: ts.Type }[];
  /** The names of the contract that what was printed uses. */
  readonly used = new Set<string>();

  constructor(program: ts.Program, contractFile: string) {
    this.#checker = program.getTypeChecker();
    const file = program.getSourceFile(contractFile);
    const door = file && this.#checker.getSymbolAtLocation(file);
    const exported = door ? this.#checker.getExportsOfModule(door) : [];
    const outputs = exported
      .filter(({ name }) => name.endsWith("Output"))
      .map((symbol) => ({ name: symbol.name, type: this.#checker.getDeclaredTypeOfSymbol(symbol) }));
    const partsOf = ({ name, type }: { readonly name: string; readonly type: ts.Type }) =>
      type.getProperties().map((field) => ({
        name: `${name}["${field.name}"]`,
        type: this.#checker.getTypeOfSymbol(field),
      }));
    this.#contract = [...outputs, ...outputs.flatMap(partsOf).filter(({ type }) => isObject(type))];
  }

  print(type: ts.Type): string {
    const checker = this.#checker;
    if (type.isUnion() && !(type.flags & ts.TypeFlags.Boolean)) return this.#union(type);
    if (!isObject(type)) return checker.typeToString(type);
    if (checker.isArrayType(type)) return `readonly ${this.#element(type)}[]`;
    return this.#ofContract(type) ?? this.#spelled(type);
  }

  /** In an order of its own: the compiler's changes with what else it has read. */
  #union({ types }: ts.UnionType): string {
    const parts = types.map((part) => this.print(part));
    const nothing = ["null", "undefined"].filter((part) => parts.includes(part));
    const something = parts.filter((part) => !nothing.includes(part)).toSorted();
    const whole = [...something, ...nothing].join(" | ");
    return whole.replace("false | true", "boolean");
  }

  #element(type: ts.Type): string {
    const [item] = isReference(type) ? this.#checker.getTypeArguments(type) : [];
    if (!item) throw new TypeError("An array without the type of its items.");
    const printed = this.print(item);
    return printed.includes(" | ") ? `(${printed})` : printed;
  }

  #ofContract(type: ts.Type): string | undefined {
    const same = this.#contract.find(
      (known) =>
        this.#checker.isTypeAssignableTo(type, known.type) &&
        this.#checker.isTypeAssignableTo(known.type, type),
    );
    // Everything can be put where nothing is asked for: the type of an empty answer fits all objects.
    if (!same || same.type.getProperties().length === 0) return undefined;
    this.used.add(same.name.replace(/\[.*/, ""));
    return same.name;
  }

  #spelled(type: ts.Type): string {
    const fields = type.getProperties().map((field) => {
      const mark = field.flags & ts.SymbolFlags.Optional ? "?" : "";
      return `readonly ${field.name}${mark}: ${this.print(this.#checker.getTypeOfSymbol(field))}`;
    });
    return `{ ${fields.join("; ")} }`;
  }
}

const isObject = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.Object) !== 0;

const isReference = (type: ts.Type): type is ts.TypeReference =>
  "objectFlags" in type && (Number(type.objectFlags) & ts.ObjectFlags.Reference) !== 0;
