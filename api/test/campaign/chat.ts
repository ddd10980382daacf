// `npm run campaign -- chat`: a hundred people write a hundred messages each over lines that break, in twenty seeds.
import { chatOverBadLines } from "../chat/bad-lines.ts";

const seeds = 20;
let failed = 0;
for (let seed = 1; seed <= seeds; seed += 1) {
  const outcome = await chatOverBadLines({ seed, clients: 100, messages: 100, circle: 10, kills: 20 });
  process.stdout.write(`${JSON.stringify({ seed, ...outcome })}\n`);
  if (outcome.lost + outcome.doubled + outcome.outOfOrder > 0) failed += 1;
}
process.stdout.write(`${seeds - failed} of ${seeds} seeds without a message lost, doubled or out of order\n`);
if (failed > 0) process.exitCode = 1;
