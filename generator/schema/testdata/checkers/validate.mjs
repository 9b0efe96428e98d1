// Reads {schema, text, name} objects, one a line; validates each text, which is
// YAML, with its schema; prints one line for each complaint.
import Ajv from "ajv";
import { parse } from "yaml";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const ajv = new Ajv({ allErrors: true });
const compiled = new Map();
for await (const line of createInterface({ input: process.stdin })) {
  const { schema, text, name } = JSON.parse(line);
  if (!compiled.has(schema)) compiled.set(schema, ajv.compile(JSON.parse(readFileSync(schema, "utf8"))));
  const valid = compiled.get(schema);
  const empty = valid.schema.type === "object" ? {} : null; // an empty header has no keys, an empty list no entries
  if (!valid(parse(text) ?? empty)) {
    for (const e of valid.errors) console.log(`${name}: ${e.dataPath} ${e.message}`);
  }
}
