// What others make of the catalogue: node rdf.mjs FOLDER SHAPES...
//
// Reads catalog.ttl, catalog.rdf and catalog.jsonld with three parsers, brings
// each graph into its canonical form, and holds the shapes against it. Prints
// one JSON object.
import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'
import { DataFactory, Parser, Store } from 'n3'
import * as canonize from 'rdf-canonize'
import SHACLValidator from 'rdf-validate-shacl'
import { RdfXmlParser } from 'rdfxml-streaming-parser'

const [folder, ...shapes] = process.argv.slice(2)
const file = extension => join(folder, 'catalog.' + extension)

const turtle = text => new Parser({ format: 'text/turtle' }).parse(text)

const rdfxml = () => new Promise((resolve, reject) => {
  const quads = []
  createReadStream(file('rdf')).pipe(new RdfXmlParser({ strict: true, dataFactory: DataFactory }))
    .on('data', quad => quads.push(quad)).on('error', reject).on('end', () => resolve(quads))
})

// Safe mode refuses whatever would be dropped silently; no context is fetched.
const nquads = () => jsonld.toRDF(JSON.parse(readFileSync(file('jsonld'), 'utf8')), {
  format: 'application/n-quads', safe: true,
  documentLoader: url => { throw new Error('a remote context is asked for: ' + url) },
})

const canonical = quads => canonize.canonize(quads, { algorithm: 'RDFC-1.0', format: 'application/n-quads' })

const parsed = turtle(readFileSync(file('ttl'), 'utf8'))
const forms = {
  turtle: await canonical(parsed),
  rdfxml: await canonical(await rdfxml()),
  jsonld: await canonize.canonize(await nquads(), { algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', format: 'application/n-quads' }),
}
const digests = Object.fromEntries(Object.entries(forms).map(([name, text]) => [name, createHash('sha256').update(text).digest('hex')]))

// Each file of shapes by itself: they give the same names to different shapes.
const results = []
for (const path of shapes) {
  const report = await new SHACLValidator(new Store(turtle(readFileSync(path, 'utf8')))).validate(new Store(parsed))
  results.push(...report.results.map(r => ({
    severity: r.severity.value.split('#').at(-1), shapes: path.split('/').at(-1),
    path: r.path?.value ?? '', node: r.focusNode?.value ?? '', value: r.value?.value ?? '',
    message: r.message.map(m => m.value).join('; '),
  })))
}
console.log(JSON.stringify({ quads: parsed.length, digests, results }))
