// Binds the contract to the actions.
import { served } from '../../../platform/http/serve.ts'
import { duties } from './actions/duties.ts'
import { figures, spread } from './actions/figures.ts'
import { board } from './contract.ts'

export const boardServed = served(board, { figures, spread, duties })
