import assert from "node:assert/strict";
import { test } from "node:test";
import { type Frame, readFrames } from "./frames.ts";

const text = `retry: 2000\nid: 4\nevent: ready\ndata: {"seq":4}\n\n: ping\n\nid: 5\nevent: booking.moved\ndata: {"title":"纪录: é"}\n\nevent: resync\ndata: {}\n\n`;
const bytes = new TextEncoder().encode(text);

async function read(chunks: readonly Uint8Array[]): Promise<{ frames: Frame[]; heard: number }> {
  const frames: Frame[] = [];
  let heard = 0;
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      for (const chunk of chunks) stream.enqueue(chunk);
      stream.close();
    },
  });
  for await (const frame of readFrames(body, () => heard++)) frames.push(frame);
  return { frames, heard };
}

const whole = [
  { seq: 4, name: "ready", data: { seq: 4 } },
  { seq: 5, name: "booking.moved", data: { title: "纪录: é" } },
  { seq: 0, name: "resync", data: {} },
];

test("frames are the same wherever the network cuts the bytes, also within a character", async () => {
  for (let at = 1; at < bytes.length; at++) {
    const { frames } = await read([bytes.subarray(0, at), bytes.subarray(at)]);
    assert.deepEqual(frames, whole, `cut at ${at}`);
  }
});

test("every piece is heard, a ping too; a frame that was cut off is not shown", async () => {
  const { frames, heard } = await read([...bytes.subarray(0, -1)].map((byte) => Uint8Array.of(byte)));
  assert.deepEqual(frames, whole.slice(0, 2));
  assert.equal(heard, bytes.length - 1);
});
