// A headless Chromium, spoken to over a pipe: pages of a given width, in light or dark, on a screen or on paper.
//
// In: an HTML text. Out: what scripts of the test say about it once it is laid out, every request that it made besides itself, and
// everything that the browser complained of. Runs without a sandbox, a display or a GPU, so also as root in a bare container.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const ARGUMENTS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe", "--no-first-run",
  "--no-default-browser-check", "--disable-extensions", "--disable-background-networking", "--disable-component-update",
  "--disable-default-apps", "--disable-sync", "--disable-breakpad", "--hide-scrollbars", "--mute-audio", "--no-proxy-server",
  "--force-color-profile=srgb", "--host-resolver-rules=MAP * ~NOTFOUND",
];
const PATIENCE = 60_000; // ms for one answer, on a busy machine

export class Browser {
  #waiting = new Map();
  #listeners = new Set();
  #last = 0;
  #rest = "";

  constructor(program) {
    this.folder = mkdtempSync(join(tmpdir(), "hjemmel-page-"));
    this.process = spawn(program, [...ARGUMENTS, `--user-data-dir=${join(this.folder, "profile")}`, "about:blank"], {
      stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
      env: { ...process.env, HOME: this.folder, XDG_CONFIG_HOME: this.folder, XDG_CACHE_HOME: this.folder },
    });
    this.said = "";
    this.process.stderr.setEncoding("utf8").on("data", (text) => (this.said += text));
    this.process.stdio[4].setEncoding("utf8").on("data", (text) => this.#read(text));
    this.process.on("error", (fault) => this.#fail(`${program} does not start: ${fault.message}`));
    this.process.on("exit", (code) => this.#fail(`${program} ended with ${code}\n${this.said}`));
    this.process.stdio[3].on("error", () => {}); // told by `exit`
  }

  #fail(why) {
    for (const { reject } of this.#waiting.values()) {
      reject(new Error(why));
    }
    this.#waiting.clear();
  }

  // Messages end with a NUL.
  #read(text) {
    const parts = (this.#rest + text).split("\0");
    this.#rest = parts.pop();
    for (const message of parts.map((part) => JSON.parse(part))) {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.id === undefined) {
        this.#listeners.forEach((listener) => listener(message));
      } else if (message.error) {
        waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
      } else {
        waiting?.resolve(message.result);
      }
    }
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method}: no answer in ${PATIENCE} ms`)), PATIENCE);
      const settle = (then) => (value) => (clearTimeout(timer), then(value));
      this.#waiting.set(id, { resolve: settle(resolve), reject: settle(reject), method });
      this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // The page, laid out, from a file of its own.
  async open(name, html) {
    const path = join(this.folder, `${name}.html`);
    writeFileSync(path, html);
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(this, targetId, sessionId, pathToFileURL(path).href);
    await page.load();
    return page;
  }

  async close() {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    await this.send("Browser.close").catch(() => this.process.kill("SIGKILL"));
    await ended;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

class Page {
  requests = []; // of anything but the document
  complaints = []; // of the browser: blocked by the page's own policy, not parsed, not found

  constructor(browser, targetId, sessionId, url) {
    Object.assign(this, { browser, targetId, sessionId, url });
  }

  send(method, params) {
    return this.browser.send(method, params, this.sessionId);
  }

  async load() {
    let loaded;
    const done = new Promise((resolve) => (loaded = resolve));
    this.stop = this.browser.listen((message) => {
      if (message.sessionId !== this.sessionId) {
        return;
      }
      const { method, params } = message;
      if (method === "Fetch.requestPaused") {
        this.#judge(params);
      } else if (method === "Log.entryAdded") {
        this.complaints.push(params.entry.text);
      } else if (method === "Runtime.exceptionThrown") {
        this.complaints.push(params.exceptionDetails.text);
      } else if (method === "Page.loadEventFired") {
        loaded();
      }
    });
    await Promise.all(["Page.enable", "Runtime.enable", "Log.enable"].map((method) => this.send(method)));
    await this.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
    await this.send("Page.navigate", { url: this.url });
    await done;
  }

  #judge({ requestId, request }) {
    const own = request.url === this.url;
    if (!own) {
      this.requests.push(request.url);
    }
    const answer = own ? ["Fetch.continueRequest", { requestId }] : ["Fetch.failRequest", { requestId, errorReason: "BlockedByClient" }];
    this.send(...answer).catch(() => {});
  }

  width(pixels) {
    return this.send("Emulation.setDeviceMetricsOverride", { width: pixels, height: 900, deviceScaleFactor: 1, mobile: pixels < 600 });
  }

  // `screen` or `print`; `light` or `dark`.
  media(medium, scheme = "light") {
    return this.send("Emulation.setEmulatedMedia", { media: medium, features: [{ name: "prefers-color-scheme", value: scheme }] });
  }

  // What the function gives in the page; it may be a promise. The page's own policy does not bind it.
  async ask(work, ...values) {
    const source = typeof work === "string" ? work : `(${work})(${values.map((value) => JSON.stringify(value)).join(",")})`;
    const answer = await this.send("Runtime.evaluate", { expression: source, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return answer.result.value;
  }

  async picture() {
    const { data } = await this.send("Page.captureScreenshot", { captureBeyondViewport: true, format: "png" });
    return Buffer.from(data, "base64");
  }

  async paper() {
    const { data } = await this.send("Page.printToPDF", { preferCSSPageSize: true, printBackground: false });
    return Buffer.from(data, "base64");
  }

  async close() {
    this.stop();
    await this.browser.send("Target.closeTarget", { targetId: this.targetId });
  }
}
