// Every JSON file against the schema that it names, by Ajv as strict as it is
// by default; the data package against the official Frictionless profiles.
import fs from 'node:fs'
import path from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import Ajv from 'ajv'
import formats from 'ajv-formats'

const read = file => JSON.parse(fs.readFileSync(file))
const profile = name => read(new URL(`./profiles/${name}.json`, import.meta.url))

export function schemas({ site, data, descriptor, problem }) {
  const ajv = formats(new Ajv2020({ allErrors: true }))
  const byName = new Map()
  for (const name of fs.readdirSync(data).filter(name => name.endsWith('.schema.json'))) {
    const schema = read(path.join(data, name))
    if (!ajv.validateSchema(schema)) problem(`${name}: ${ajv.errorsText()}`)
    ajv.addSchema(schema)
    byName.set(name, schema.$id)
  }
  const validated = (file, text) => {
    const id = byName.get(path.posix.basename(text.$schema ?? ''))
    const valid = id && ajv.getSchema(id)
    if (!valid) return problem(`${file}: no schema ${text.$schema}`)
    if (!valid(text)) problem(`${file}: ${ajv.errorsText(valid.errors).slice(0, 500)}`)
    return 1
  }
  let tables = 0, objects = 0
  for (const { name } of descriptor.resources) tables += validated(`${name}.json`, read(path.join(data, `${name}.json`))) ?? 0
  for (const file of fs.readdirSync(site, { recursive: true })) {
    // The search's own index/ is no data: it changes with the script that reads it.
    if (path.basename(file) === 'index.json' && path.basename(path.dirname(file)) !== 'index') objects += validated(file, read(path.join(site, file))) ?? 0
  }

  const profiles = formats(new Ajv({ allErrors: true, strict: false }))
  const check = (schema, what, text) => {
    if (!profiles.validate(schema, text)) problem(`${what}: ${profiles.errorsText().slice(0, 500)}`)
  }
  const tableschema = profile('tableschema'), dialect = profile('tabledialect')
  check(profile('datapackage'), 'datapackage.json', descriptor)
  for (const resource of descriptor.resources) {
    check(tableschema, `the schema of ${resource.name}`, resource.schema)
    check(dialect, `the dialect of ${resource.name}`, resource.dialect)
  }
  return { schemas: byName.size, tables, objects, profiled: 1 + 2 * descriptor.resources.length }
}
