// Asks DuckDB, in a browser, a question over the Parquet files of many sites at
// once, over HTTP. Prints the rows that it answers, as JSON.
// Usage: node federation.mjs ORIGIN QUERY; ORIGIN serves node_modules/ too.
import { chromium } from "playwright-core";

const [origin, query] = process.argv.slice(2);
const npm = `${origin}/node_modules`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const page = await browser.newPage();
  await page.goto(`${origin}/`);
  const rows = await page.evaluate(
    async ({ npm, query }) => {
      const imports = document.createElement("script");
      imports.type = "importmap";
      imports.textContent = JSON.stringify({
        imports: {
          "apache-arrow": `${npm}/apache-arrow/Arrow.dom.mjs`,
          flatbuffers: `${npm}/flatbuffers/mjs/flatbuffers.js`,
          tslib: `${npm}/tslib/tslib.es6.js`,
        },
      });
      document.head.append(imports);
      const dist = `${npm}/@duckdb/duckdb-wasm/dist`;
      const duckdb = await import(`${dist}/duckdb-browser.mjs`);
      const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(`${dist}/duckdb-browser-eh.worker.js`));
      await database.instantiate(`${dist}/duckdb-eh.wasm`);
      const connection = await database.connect();
      const table = await connection.query(query);
      return table.toArray().map((row) => Object.fromEntries(Object.entries(row.toJSON()).map(([key, value]) => [key, String(value)])));
    },
    { npm, query },
  );
  console.log(JSON.stringify(rows));
} finally {
  await browser.close();
}
