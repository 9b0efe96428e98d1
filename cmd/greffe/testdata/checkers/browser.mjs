// What the scripts beside this one share: a server that answers as the host of
// a published site would, and Chromium.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Starts Chromium without a window. */
export const launch = (...more) => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...flags, ...more] });

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Serves a folder with the headers of its file _headers, which change may
 * change, compressed, and its 404.html where there is nothing.
 */
export async function serve(folder, change = (headers) => headers) {
  const rules = await readHeaders(folder);
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const headers = change(Object.assign({}, ...rules.filter((rule) => rule.covers.test(path)).map((rule) => rule.headers)));
    let status = 200;
    let name = normalize(decodeURIComponent(path).replace(/\/$/, "/index.html"));
    let body = await readFile(join(folder, name)).catch(() => null);
    if (!body) {
      status = 404;
      name = "/404.html";
      body = await readFile(join(folder, name));
    }
    headers["Content-Type"] = types[extname(name)] ?? "application/octet-stream";
    if (/text|json|svg/.test(headers["Content-Type"])) {
      headers["Content-Encoding"] = "gzip";
      body = gzipSync(body);
    }
    response.writeHead(status, headers).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { home: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** The rules of _headers: the addresses that each covers, and its headers. */
async function readHeaders(folder) {
  const rules = [];
  for (const line of (await readFile(join(folder, "_headers"), "utf8")).split("\n")) {
    if (!line.trim() || line.startsWith("#")) continue;
    if (!/^\s/.test(line)) {
      const pattern = line.trim().replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
      rules.push({ covers: new RegExp(`^${pattern}$`), headers: {} });
      continue;
    }
    const colon = line.indexOf(":");
    rules.at(-1).headers[line.slice(0, colon).trim()] = line.slice(colon + 1).trim();
  }
  return rules;
}
