// Every CSV file in DuckDB's strict mode with the declared types, and every
// Parquet file: both have the same cells, and JSON as many rows. DuckDB reads
// SQLite with an extension that it downloads, so database.mjs does.
import fs from 'node:fs'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

const types = { string: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', boolean: 'BOOLEAN', datetime: 'TIMESTAMPTZ' }
const quote = text => `'${text.replaceAll("'", "''")}'`

export async function queries({ data, descriptor, problem }) {
  const db = await (await DuckDBInstance.create(':memory:')).connect()
  const ask = async sql => (await db.runAndReadAll(sql)).getRows()
  let rows = 0
  for (const resource of descriptor.resources) {
    const columns = resource.schema.fields.map(f => `${quote(f.name)}: ${quote(types[f.type])}`).join(', ')
    const csv = `read_csv(${quote(path.join(data, resource.path))}, strict_mode=true, auto_detect=false, header=true, delim=',', quote='"', escape='"', encoding='utf-8', columns={${columns}})`
    const parquet = `read_parquet(${quote(path.join(data, resource.name + '.parquet'))})`
    try {
      const [[n]] = await ask(`SELECT count(*) FROM ${csv}`)
      const counts = { json: BigInt(JSON.parse(fs.readFileSync(path.join(data, resource.name + '.json'))).rows.length) }
      counts.parquet = (await ask(`SELECT count(*) FROM ${parquet}`))[0][0]
      for (const [format, count] of Object.entries(counts)) {
        if (count !== n) problem(`${resource.name}: ${n} rows in CSV, ${count} in ${format}`)
      }
      rows += Number(n)
      // Cell by cell: a list is a text in CSV, and an empty one is nothing.
      const described = new Map((await ask(`DESCRIBE SELECT * FROM ${parquet}`)).map(([name, type]) => [name, type]))
      const names = resource.schema.fields.map(f => f.name)
      if ([...described.keys()].join() !== names.join()) problem(`${resource.name}: the Parquet columns are ${[...described.keys()]}`)
      const same = names.map(name => described.get(name) === 'VARCHAR[]' ? `nullif(array_to_string("${name}", ';'), '') AS "${name}"` : `"${name}"`).join(', ')
      const [[more]] = await ask(`SELECT count(*) FROM (SELECT ${same} FROM ${parquet} EXCEPT ALL SELECT * FROM ${csv})`)
      if (more !== 0n) problem(`${resource.name}: ${more} rows differ between Parquet and CSV`)
    } catch (error) {
      problem(`${resource.name}: ${error.message.slice(0, 500)}`)
    }
  }
  return { tables: descriptor.resources.length, rows }
}
