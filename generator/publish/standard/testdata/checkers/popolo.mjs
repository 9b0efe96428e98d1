// Popolo's own schemas (JSON Schema, draft-03) held against popolo.json:
// node popolo.mjs FILE SCHEMAS. Prints one JSON list of complaints.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const { JSV } = createRequire(import.meta.url)('JSV')
const [file, folder] = process.argv.slice(2)

const environment = JSV.createEnvironment('json-schema-draft-03')
const schemas = {}
for (const name of readdirSync(folder).filter(name => name.endsWith('.json'))) {
  const schema = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  schemas[name] = environment.createSchema(schema, null, schema.id.replace(/#$/, ''))
}

// JSV leaves formats alone.
const formats = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/, uri: /^https?:\/\/[^\s<>"{}|\\^`]+$/, email: /^[^@\s]+@[^@\s]+$/,
}
const complaints = []
const check = (kind, item) => {
  for (const error of schemas[kind + '.json'].validate(item).errors) {
    complaints.push(`${item.id}: ${error.message} (${error.uri})`)
  }
  const properties = JSON.parse(readFileSync(join(folder, kind + '.json'), 'utf8')).properties
  for (const [key, value] of Object.entries(item)) {
    const format = formats[properties[key]?.format]
    if (format && value !== null && !format.test(value)) complaints.push(`${item.id}: ${key} is no ${properties[key].format}: ${value}`)
    if (!properties[key] && !(kind === 'motion' && key === 'adopted_on') && !(kind === 'person' && key === 'sort_name')) {
      complaints.push(`${item.id}: Popolo has no ${kind}.${key}`)
    }
    for (const entry of (key === 'links' || key === 'sources') ? value : []) {
      if (!formats.uri.test(entry.url)) complaints.push(`${item.id}: ${key} has no address: ${entry.url}`)
    }
  }
}

const popolo = JSON.parse(readFileSync(file, 'utf8'))
let checked = 0
const kinds = {
  persons: 'person', organizations: 'organization', memberships: 'membership', posts: 'post',
  events: 'event', areas: 'area', motions: 'motion', vote_events: 'vote_event',
}
for (const [list, kind] of Object.entries(kinds)) {
  for (const item of popolo[list]) {
    check(kind, item)
    checked++
  }
}
// A broken item must be refused, or nothing was checked.
const before = complaints.length
check('vote_event', { id: 'broken', counts: [{ option: 'yes' }], start_date: '2024' })
const refused = complaints.splice(before).length
console.log(JSON.stringify({ checked, complaints, refused }))
