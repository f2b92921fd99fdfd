// The company's, the estates' and the departments' verbs with the actions that perform them.
import { served } from '../../../platform/http/serve.ts'
import * as company from './actions/company.ts'
import * as department from './actions/department.ts'
import * as estate from './actions/estate.ts'
import { companies, departments, estates } from './contract.ts'

export const companiesServed = served(companies, { current: company.current, change: company.change })

export const estatesServed = served(estates, {
  list: estate.list,
  get: estate.get,
  create: estate.create,
  change: estate.change,
  archive: estate.archive,
  restore: estate.restore,
})

export const departmentsServed = served(departments, {
  list: department.list,
  get: department.get,
  create: department.create,
  change: department.change,
  archive: department.archive,
  restore: department.restore,
})
