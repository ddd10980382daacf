import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

type Labels = Readonly<Record<string, string>>;

/** The numbers of a process, as Prometheus reads them. Names start with `tessera_`; labels never hold an id. */
export class Metrics {
  readonly #registry = new Registry();

  /** Adds memory, CPU and event-loop delay of the process itself. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Something that happens: `count({ result: "failed" })` adds one, a second argument another number. */
  counter<Label extends string>(name: string, help: string, labels: readonly Label[] = []) {
    const metric = this.#once(
      name,
      () => new Counter({ ...described(name, help, labels), registers: [this.#registry] }),
    );
    return (at: Readonly<Record<Label, string>>, by = 1): void => metric.inc(at as Labels, by);
  }

  /** Something that takes time: `observe({ job: "…" }, seconds)`. */
  histogram<Label extends string>(name: string, help: string, labels: readonly Label[] = []) {
    const metric = this.#once(
      name,
      () =>
        new Histogram({
          ...described(name, help, labels),
          buckets: secondsBuckets,
          registers: [this.#registry],
        }),
    );
    return (at: Readonly<Record<Label, string>>, seconds: number): void =>
      metric.observe(at as Labels, seconds);
  }

  /** A level read when Prometheus asks; one value, or one per label value. A read that fails leaves the level out. */
  gauge(name: string, help: string, read: () => Promise<number> | number): void;
  gauge(
    name: string,
    help: string,
    read: () => Promise<Readonly<Record<string, number>>>,
    label: string,
  ): void;
  gauge(
    name: string,
    help: string,
    read: () => Promise<number | Readonly<Record<string, number>>> | number,
    label?: string,
  ): void {
    this.#registry.removeSingleMetric(name);
    const gauge = new Gauge({
      name,
      help,
      labelNames: label === undefined ? [] : [label],
      registers: [],
      async collect() {
        // An old value would look like a current one.
        if (label === undefined) this.remove();
        else this.reset();
        const value = await Promise.resolve()
          .then(read)
          .catch(() => undefined);
        if (value === undefined) return;
        if (typeof value === "number") this.set(value);
        else for (const [name, level] of Object.entries(value)) this.set({ [label ?? "name"]: name }, level);
      },
    });
    this.#registry.registerMetric(gauge);
  }

  /** Everything in Prometheus' text format. */
  print(): Promise<string> {
    return this.#registry.metrics();
  }

  /** Two parts of a process may count the same thing; the registry refuses to hold it twice. */
  #once<Metric>(name: string, make: () => Metric): Metric {
    return (this.#registry.getSingleMetric(name) as Metric | undefined) ?? make();
  }
}

/** From a pipelined read to a provider's deadline. */
const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const described = (name: string, help: string, labels: readonly string[]) => ({
  name,
  help,
  labelNames: [...labels],
});
