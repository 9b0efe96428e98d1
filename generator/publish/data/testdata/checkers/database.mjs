// The SQLite database, read by SQLite's own code (compiled to WebAssembly): it
// is whole, its relations hold, and it has the rows of the JSON files.
import fs from 'node:fs'
import path from 'node:path'
import initialise from 'sql.js'

export async function database({ data, descriptor, problem }) {
  const SQL = await initialise()
  const db = new SQL.Database(fs.readFileSync(path.join(data, 'council.sqlite')))
  const ask = sql => db.exec(sql)[0]?.values ?? []
  const [[said]] = ask('PRAGMA integrity_check')
  if (said !== 'ok') problem(said)
  for (const [table, row, other] of ask('PRAGMA foreign_key_check')) problem(`${table}, row ${row}: nothing there in ${other}`)
  let rows = 0, relations = 0
  for (const { name, schema } of descriptor.resources) {
    const [[n]] = ask(`SELECT count(*) FROM "${name}"`)
    const there = JSON.parse(fs.readFileSync(path.join(data, `${name}.json`))).rows.length
    if (n !== there) problem(`${name}: ${n} rows, ${there} in JSON`)
    const columns = ask(`PRAGMA table_info("${name}")`).map(column => column[1]).join()
    if (columns !== schema.fields.map(field => field.name).join()) problem(`${name} has the columns ${columns}`)
    relations += ask(`PRAGMA foreign_key_list("${name}")`).length
    rows += n
  }
  const [[described]] = ask("SELECT count(*) FROM dictionary WHERE column_name <> ''")
  return { rows, relations, described }
}
