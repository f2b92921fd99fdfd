// The verbs of customers with the actions that perform them.
import { served } from '../../../platform/http/serve.ts'
import { archive, restore } from './actions/archive.ts'
import { change, create } from './actions/create.ts'
import { endLink, linkUnit } from './actions/links.ts'
import { merge } from './actions/merge.ts'
import { addPhone, addPlate, endPhone, endPlate, setMainPhone } from './actions/numbers.ts'
import { get, list } from './actions/reads.ts'
import { recognise } from './actions/recognise.ts'
import { reveal } from './actions/reveal.ts'
import { customers } from './contract.ts'

export const customersServed = served(customers, {
  list,
  get,
  recognise,
  create,
  change,
  addPhone,
  setMainPhone,
  endPhone,
  addPlate,
  endPlate,
  linkUnit,
  endLink,
  merge,
  reveal,
  archive,
  restore,
})
