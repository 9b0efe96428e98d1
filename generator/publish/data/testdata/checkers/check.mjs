// Checks a published data/v1 with validators that nobody here wrote, and says
// as JSON how much was checked. Usage: node check.mjs SITE
import fs from 'node:fs'
import path from 'node:path'
import { schemas } from './schemas.mjs'
import { rows } from './rows.mjs'
import { queries } from './queries.mjs'
import { database } from './database.mjs'
import { csvw } from './csvw.mjs'

const site = path.resolve(process.argv[2])
const data = path.join(site, 'data/v1')
const descriptor = JSON.parse(fs.readFileSync(path.join(data, 'datapackage.json')))
const counted = {}, problems = []
for (const [name, check] of Object.entries({ schemas, rows, queries, database, csvw })) {
  const began = Date.now()
  counted[name] = await check({ site, data, descriptor, problem: text => problems.push(`${name}: ${text}`) })
  counted[name].seconds = (Date.now() - began) / 1000
}
console.log(JSON.stringify({ counted, problems }, null, 1))
process.exit(problems.length > 0 ? 1 : 0)
