// The CSV on the Web metadata. No validator of it can be installed here, so
// these are the rules of the recommendation that a mistake would break.
import fs from 'node:fs'
import path from 'node:path'

const languages = values => values.every(v => v['@value'] && /^[a-z]{2}/.test(v['@language']) && Object.keys(v).length === 2)

export function csvw({ data, descriptor, problem }) {
  const group = JSON.parse(fs.readFileSync(path.join(data, 'csv-metadata.json')))
  if (group['@context'][0] !== 'http://www.w3.org/ns/csvw' || !group['@context'][1]['@language']) problem('the context')
  const tables = new Map(group.tables.map(table => [table.url, table]))
  if (tables.size !== descriptor.resources.length) problem(`${tables.size} tables of ${descriptor.resources.length}`)
  let columns = 0
  for (const [url, { tableSchema: schema, ...about }] of tables) {
    const header = fs.readFileSync(path.join(data, url), 'utf8').split('\r\n')[0].split(',')
    const names = schema.columns.map(column => column.name)
    columns += names.length
    if (names.join() !== header.join() || new Set(names).size !== names.length) problem(`${url}: the header is ${header}`)
    if (!languages(about['dc:title']) || !languages(about['dc:description'])) problem(`${url}: its title`)
    for (const column of schema.columns) {
      if (column.titles !== column.name) problem(`${url}: ${column.name} is not what the header says`)
      if (!/^[A-Za-z0-9][A-Za-z0-9_.]*$/.test(column.name)) problem(`${url}: ${column.name} is no name`)
      if (!languages(column['dc:title']) || !languages(column['dc:description'])) problem(`${url}: the title of ${column.name}`)
    }
    if (!names.includes(schema.primaryKey)) problem(`${url}: its primary key`)
    for (const key of schema.foreignKeys ?? []) {
      const there = tables.get(key.reference.resource)?.tableSchema.columns.some(c => c.name === key.reference.columnReference)
      if (!there || !names.includes(key.columnReference)) problem(`${url}: the key ${key.columnReference}`)
    }
  }
  return { tables: tables.size, columns }
}
