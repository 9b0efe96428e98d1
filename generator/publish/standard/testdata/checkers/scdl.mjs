// The Table Schema of SCDL held against a file of deliberations:
// node scdl.mjs FILE SCHEMA. Prints one JSON object.
import tableschema from 'tableschema'

const [file, schema] = process.argv.slice(2)
const table = await tableschema.Table.load(file, { schema, encoding: 'utf8', delimiter: ',' })
const complaints = table.schema.valid ? [] : table.schema.errors.map(String)
const rows = await table.read({ forceCast: true })
for (const row of rows) {
  if (row instanceof Error) {
    for (const error of row.multiple ? row.errors : [row]) complaints.push(`row ${row.rowNumber}: ${error.message}`)
  }
}
console.log(JSON.stringify({ rows: rows.length, complaints, headers: table.headers }))
