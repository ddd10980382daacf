// The room's page in the browser: takes a seat, and connects to the page of the other person.

const at = (id) => document.getElementById(id);
const texts = JSON.parse(at("texts").textContent);
const pass = location.hash.slice(1);
const status = at("status");

let seat = crypto.randomUUID();
let said = 0;
let outgoing = [];
let isIn = false;
let iceServers = [];
let otherName = "";
let opensAt = "";
let provider = "";
let peer = null;
let round = 0;
let shared = null;
const own = new MediaStream();

const choices = {
  ready: ["join"],
  early: ["join"],
  blocked: ["again", "without"],
  elsewhere: ["back"],
  left: ["back"],
  unreachable: ["again"],
  away: ["away"],
};

/** Shows one state: its sentence, and what can be done in it. */
function show(state) {
  if (document.documentElement.dataset.state === state) return;
  document.documentElement.dataset.state = state;
  const time =
    opensAt &&
    new Intl.DateTimeFormat(texts.language, { timeStyle: "short", dateStyle: "medium" }).format(
      new Date(opensAt),
    );
  status.textContent = texts[state]
    .replace("{name}", `\u2068${otherName}\u2069`)
    .replace("{time}", time)
    .replace("{provider}", provider);
  at("privacy").hidden = state === "away";
  for (const id of ["join", "again", "without", "back", "away"])
    at(id).hidden = !(choices[state] ?? []).includes(id);
  at("join").hidden ||= isIn;
  at("controls").hidden = !isIn;
  if (otherName) at("remote").setAttribute("aria-label", otherName);
  // A button that went takes the focus with it: the keyboard goes on at the first one that is left.
  if (document.activeElement?.closest("[hidden]"))
    [...document.querySelectorAll("button")].find((button) => !button.closest("[hidden]"))?.focus();
}

const trackOf = (kind) =>
  (kind === "video" && shared ? shared : own.getTracks().find((track) => track.kind === kind)) ?? null;

/** Shows the person what they show: their screen as it is, their camera as a mirror. */
function showOwn() {
  at("local").classList.toggle("on", trackOf("video") !== null);
  at("local").classList.toggle("screen", shared !== null);
}

/** Asks for camera and microphone, then for the microphone alone. */
async function askForDevices() {
  show("asking");
  for (const wanted of [{ audio: true, video: true }, { audio: true }]) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(wanted);
      for (const track of stream.getTracks()) own.addTrack(track);
      at("local").srcObject = own;
      showOwn();
      return true;
    } catch (failure) {
      if (failure.name === "NotAllowedError") return false;
    }
  }
  return false;
}

async function call(does) {
  const send = outgoing.splice(0, 50);
  const response = await fetch(`${location.pathname}/sync`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ pass, seat, does, heard: peer?.heard ?? null, send }),
    keepalive: does === "leave",
  }).catch(() => null);
  if (response?.ok) return response.json();
  outgoing.unshift(...send);
  return { state: response?.status === 404 ? "refused" : "offline" };
}

async function enter({ withDevices = true } = {}) {
  const mine = ++round;
  // Asked first: elsewhere nobody here has to ask for a camera, nor before the room is open.
  const door = await call("knock");
  if (mine !== round) return;
  if (door.state !== "open") {
    await take(door);
    if (door.state === "early" || door.state === "offline") setTimeout(() => void goOn(mine), delay());
    return;
  }
  if (!navigator.mediaDevices || !globalThis.RTCPeerConnection) return show("unsupported");
  if (withDevices && own.getTracks().length === 0 && !(await askForDevices())) return show("blocked");
  for (const kind of ["audio", "video"])
    press(kind === "audio" ? "microphone" : "camera", trackOf(kind) !== null);
  seat = crypto.randomUUID();
  said = 0;
  outgoing = [];
  closePeer();
  const answer = await call("enter");
  isIn = answer.state === "open";
  iceServers = answer.iceServers ?? [];
  await take(answer);
  if (isIn || answer.state === "early" || answer.state === "offline")
    setTimeout(() => void goOn(mine), delay());
}

const isLive = () => peer?.connection.connectionState === "connected";
const delay = () => (isIn ? (isLive() ? 2000 : 500) : 10_000);

/** Keeps asking, unless the person entered anew since. */
async function goOn(mine) {
  if (mine !== round) return;
  if (!isIn) return enter();
  const answer = await call("stay");
  if (mine !== round || !isIn) return;
  await take(answer);
  if (isIn) setTimeout(() => void goOn(mine), delay());
}

/** Takes in what the room answered. */
async function take(answer) {
  if (answer.state === "offline") return isLive() ? undefined : show("offline");
  if (answer.state === "away") return goTo(answer);
  if (answer.state !== "open") {
    opensAt = answer.opensAt ?? "";
    isIn = false;
    if (answer.state !== "early") hangUp();
    return show(answer.state);
  }
  otherName = answer.otherName;
  // A page that fell silent may still be there for us: the connection itself knows better.
  if (answer.otherSeat === null ? answer.otherLeft || !isLive() : answer.otherSeat !== peer?.seat) {
    closePeer();
    if (answer.otherSeat !== null) await connect(answer.otherSeat, answer.offers);
  }
  if (!peer) show("waiting");
  if (answer.otherSeat !== peer?.seat) return;
  for (const { seq, body } of answer.signals) {
    peer.heard = { from: peer.seat, seq };
    await hear(JSON.parse(body)).catch(() => show("lost"));
  }
}

/** Goes on to where the session takes place; the link stays for those who come back. */
function goTo({ url, provider: name }) {
  isIn = false;
  hangUp();
  provider = name;
  at("away").href = url;
  at("away").textContent = texts.openAway.replace("{provider}", name);
  show("away");
  location.assign(url);
}

const tell = (to, message) => outgoing.push({ to, seq: ++said, body: JSON.stringify(message) });

async function connect(otherSeat, offers) {
  const connection = new RTCPeerConnection({ iceServers });
  const remote = new MediaStream();
  peer = { seat: otherSeat, connection, offers, waiting: [], heard: null };
  at("remote").srcObject = remote;
  connection.ontrack = ({ track }) => remote.addTrack(track);
  connection.onicecandidate = ({ candidate }) => candidate && tell(otherSeat, { candidate });
  connection.onconnectionstatechange = () => connection === peer?.connection && follow(connection);
  show("connecting");
  if (!offers) return;
  for (const kind of ["audio", "video"]) {
    const { sender } = connection.addTransceiver(kind, { direction: "sendrecv" });
    await sender.replaceTrack(trackOf(kind));
  }
  await offer(connection, otherSeat);
}

async function offer(connection, otherSeat, options) {
  await connection.setLocalDescription(await connection.createOffer(options));
  tell(otherSeat, { description: connection.localDescription });
}

function follow(connection) {
  if (connection.connectionState === "connected") {
    peer.failures = 0;
    show("live");
  }
  if (connection.connectionState === "disconnected") show("lost");
  if (connection.connectionState !== "failed") return;
  peer.failures = (peer.failures ?? 0) + 1;
  show(peer.failures > 3 ? "unreachable" : "lost");
  if (peer.offers && peer.failures <= 3) void offer(connection, peer.seat, { iceRestart: true });
}

async function hear({ description, candidate }) {
  const { connection, waiting } = peer;
  if (candidate) {
    if (connection.remoteDescription) await connection.addIceCandidate(candidate);
    else waiting.push(candidate);
    return;
  }
  await connection.setRemoteDescription(description);
  for (const early of waiting.splice(0)) await connection.addIceCandidate(early);
  if (description.type !== "offer") return;
  for (const transceiver of connection.getTransceivers()) {
    transceiver.direction = "sendrecv";
    await transceiver.sender.replaceTrack(trackOf(transceiver.receiver.track.kind));
  }
  await connection.setLocalDescription(await connection.createAnswer());
  tell(peer.seat, { description: connection.localDescription });
}

function closePeer() {
  peer?.connection.close();
  peer = null;
  at("remote").srcObject = null;
}

function hangUp() {
  closePeer();
  for (const track of [...own.getTracks(), ...(shared ? [shared] : [])]) {
    track.stop();
    own.removeTrack(track);
  }
  shared = null;
  press("screen", false);
  showOwn();
}

const press = (id, isPressed) => at(id).setAttribute("aria-pressed", String(isPressed));

function toggle(id, kind) {
  const track = own.getTracks().find((each) => each.kind === kind);
  if (track) track.enabled = !track.enabled;
  press(id, track?.enabled ?? false);
}

async function shareScreen() {
  const stop = shared;
  if (stop) stop.stop();
  const stream = stop
    ? null
    : await navigator.mediaDevices.getDisplayMedia({ video: true }).catch(() => null);
  shared = stream?.getVideoTracks()[0] ?? null;
  shared?.addEventListener("ended", () => shared && void shareScreen());
  press("screen", shared !== null);
  showOwn();
  at("local").srcObject = shared ? new MediaStream([shared]) : own;
  const sender = peer?.connection
    .getTransceivers()
    .find(({ receiver }) => receiver.track.kind === "video")?.sender;
  await sender?.replaceTrack(trackOf("video"));
}

function leave() {
  isIn = false;
  round += 1;
  hangUp();
  void call("leave");
}

at("join").addEventListener("click", () => void enter());
at("again").addEventListener("click", () => void enter());
at("back").addEventListener("click", () => void enter());
at("without").addEventListener("click", () => void enter({ withDevices: false }));
at("microphone").addEventListener("click", () => toggle("microphone", "audio"));
at("camera").addEventListener("click", () => toggle("camera", "video"));
at("screen").addEventListener("click", () => void shareScreen());
at("leave").addEventListener("click", () => {
  leave();
  show("left");
});
addEventListener("pagehide", () => isIn && leave());
at("screen").hidden = !navigator.mediaDevices?.getDisplayMedia;
if (pass === "") {
  show("noPass");
  at("join").hidden = true;
}
