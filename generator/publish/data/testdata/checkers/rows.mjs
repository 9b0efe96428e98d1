// Every row against its Table Schema, and every relation, by the Frictionless
// library for JavaScript, which knows the version 1 of the specifications.
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import datapackage from 'datapackage'

export async function rows({ data, descriptor, problem }) {
  const known = structuredClone(descriptor)
  delete known.$schema
  for (const resource of known.resources) {
    const text = fs.readFileSync(path.join(data, resource.path))
    const sum = 'sha256:' + crypto.createHash('sha256').update(text).digest('hex')
    if (text.length !== resource.bytes || sum !== resource.hash) problem(`${resource.path}: bytes or hash`)
    delete resource.type
    delete resource.schema.$schema
    resource.profile = 'tabular-data-resource'
    // The library wants a table that refers to itself to have an empty name.
    for (const key of resource.schema.foreignKeys ?? []) {
      key.reference.resource ??= ''
      if (Array.isArray(key.fields) && key.fields.length === 1) {
        key.fields = key.fields[0]
        key.reference.fields = key.reference.fields[0]
      }
    }
  }
  const loaded = await datapackage.Package.load(known, { basePath: data })
  for (const error of loaded.errors) problem(error.message)
  let read = 0, relations = 0
  for (const resource of loaded.resources) {
    try {
      read += (await resource.read({ relations: false })).length
      relations += (resource.descriptor.schema.foreignKeys ?? []).length
      await resource.checkRelations()
    } catch (error) {
      problem(`${resource.name}: ${[error, ...(error.errors ?? [])].map(e => e.message).join('; ').slice(0, 500)}`)
    }
  }
  return { rows: read, relations }
}
