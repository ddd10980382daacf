import { EventEmitter } from "node:events";
import { type WorkerEvents } from "graphile-worker";

/**
 * Events of a queue that lets it give back the jobs it has in hand when it is stopped. graphile-worker 0.18 refuses to while nothing
 * else of it is under way ("Cannot background something when the queue is already released"), and then ends the jobs that run
 * by force. So something is under way until it has begun to give them back.
 */
export function givingBack(): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  events.on("localQueue:init", ({ localQueue }) => {
    const released = Promise.withResolvers<void>();
    localQueue["background"](released.promise);
    events.on("localQueue:setMode", ({ newMode }) => {
      if (newMode === "RELEASED") released.resolve();
    });
  });
  return events;
}
