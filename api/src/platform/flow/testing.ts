import { type PlannedEffect } from "./effects.ts";
import { emptyEscrow } from "./escrow.ts";
import { mainRegion } from "./graphs.ts";
import { type ActiveTimer, activeTimers, initialPosition, type Instance, timerDue } from "./instance.ts";
import { type Outcome, plan } from "./interpreter.ts";
import { type LoadedFlow } from "./load.ts";
import { parametersSchema } from "./parameters.ts";
import { type Question } from "./questions.ts";
import { questionsFor, type Request } from "./request.ts";
import { type CallArgs, type Input } from "./vocabulary.ts";

/** The world around an order on a walk: answers to the flow's questions, and what effects change. */
export interface World {
  now: Date;
  moments: Record<string, Date | null>;
  guards: Record<string, (args: CallArgs, walk: Walk) => boolean>;
  policies: Record<string, (args: CallArgs, walk: Walk) => number>;
  effects: Record<string, (args: CallArgs, input: Input, walk: Walk) => void>;
}

/** Walks one order through its flow in memory, keeping a line for everything that happens. */
export class Walk {
  instance: Instance;
  /** Minutes since the order was placed, the transition, where it stands, and what was done. */
  readonly lines: string[] = [];
  readonly timers = new Map<string, Date>();
  readonly loaded: LoadedFlow;
  readonly world: World;

  constructor(
    loaded: LoadedFlow,
    priceMinor: number,
    world: World,
    parameters: Readonly<Record<string, number>> = {},
  ) {
    this.loaded = loaded;
    this.world = world;
    this.instance = {
      position: initialPosition(loaded),
      placedAt: world.now,
      entered: { [mainRegion]: world.now },
      escrow: emptyEscrow,
      priceMinor,
      parameters: parametersSchema(loaded.flow).parse(parameters),
    };
    this.setTimers(activeTimers(loaded, this.instance.position));
  }

  take(transition: string, by: string, input: unknown = {}): Outcome {
    return this.request({ transition, by, input });
  }

  event(event: string): Outcome {
    return this.request({ event });
  }

  /** Lets time pass; timers fire in the order of their instants, each at its own. */
  until(instant: Date): this {
    for (let next = this.nextTimer(instant); next; next = this.nextTimer(instant)) {
      const [timer, due] = next;
      if (due > this.world.now) this.world.now = due;
      this.timers.delete(timer);
      this.request({ timer });
    }
    this.world.now = instant;
    return this;
  }

  /** Lets so many minutes pass. */
  wait(minutes: number): this {
    return this.until(new Date(this.world.now.getTime() + minutes * 60_000));
  }

  request(request: Request): Outcome {
    const { loaded, world } = this;
    const { guards, policies } = questionsFor(loaded, this.instance, request);
    const outcome = plan(loaded, this.instance, request, {
      now: world.now,
      moments: world.moments,
      guards: answers(guards, (name, args) => world.guards[name]?.(args, this) ?? true),
      policies: answers(policies, (name, args) => world.policies[name]?.(args, this) ?? 0),
    });
    this.carryOut(outcome);
    this.lines.push(this.line(request, outcome));
    return outcome;
  }

  private carryOut(outcome: Outcome): void {
    if (outcome.kind !== "step") return;
    const { after, escrow, entered, timersToCancel, timersToSet } = outcome;
    const now = Object.fromEntries(entered.map((region) => [region, this.world.now]));
    this.instance = {
      ...this.instance,
      position: after,
      escrow,
      entered: { ...this.instance.entered, ...now },
    };
    for (const effect of outcome.effects) {
      if ("effect" in effect) this.world.effects[effect.effect]?.(effect.args, outcome.input, this);
    }
    for (const timer of timersToCancel) this.timers.delete(timer);
    this.setTimers(timersToSet);
  }

  private setTimers(timers: readonly ActiveTimer[]): void {
    for (const { name } of timers) {
      const due = timerDue(this.loaded, name, this.instance, this.world.moments);
      if (due) this.timers.set(name, due);
    }
  }

  private nextTimer(until: Date): [string, Date] | undefined {
    const due = [...this.timers].filter(([, at]) => at <= until);
    return due.toSorted(([, a], [, b]) => a.getTime() - b.getTime())[0];
  }

  private line(request: Request, outcome: Outcome): string {
    const minutes = (this.world.now.getTime() - this.instance.placedAt.getTime()) / 60_000;
    if (outcome.kind === "step") {
      const { state, regions } = outcome.after;
      const where =
        outcome.region === mainRegion ? state : `${state} + ${outcome.region} ${regions[outcome.region]}`;
      return `${minutes} ${outcome.transition}: ${where}; ${outcome.effects.map(effectText).join(", ") || "nothing"}`;
    }
    const what =
      "transition" in request ? request.transition : "event" in request ? request.event : request.timer;
    return `${minutes} ${what}: ${outcome.kind === "refused" ? `refused, ${outcome.reason}` : outcome.kind}`;
  }
}

function answers<Answer>(questions: readonly Question[], ask: (name: string, args: CallArgs) => Answer) {
  return Object.fromEntries(questions.map(({ key, name, args }) => [key, ask(name, args)]));
}

function effectText(planned: PlannedEffect): string {
  if ("effect" in planned) return [planned.effect, ...Object.values(planned.args)].join(" ");
  if (planned.escrow === "settle") return `settle ${planned.refundMinor} back ${planned.releaseMinor} on`;
  return `${planned.escrow} ${planned.amountMinor}`;
}
