// Validates configurations of the web form, named on the command line, with the
// JSON Schema that Sveltia CMS publishes.
import Ajv from "ajv";
import { parse } from "yaml";
import { readFileSync } from "node:fs";

const ajv = new Ajv({ allErrors: false, unknownFormats: "ignore", schemaId: "auto", logger: false });
const valid = ajv.compile(JSON.parse(readFileSync("node_modules/@sveltia/cms/schema/sveltia-cms.json", "utf8")));
for (const file of process.argv.slice(2)) {
  if (!valid(parse(readFileSync(file, "utf8")))) {
    for (const e of valid.errors) console.log(`${file}: ${e.dataPath} ${e.message}`);
  }
}
