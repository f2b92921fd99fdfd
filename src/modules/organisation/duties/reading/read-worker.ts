// The thread in which a document is read.
import { parentPort, workerData } from 'node:worker_threads'
import { answered, type Given } from './read-apart.ts'

// Nobody else starts this thread, so what it is given is what readApart hands over.
const given = workerData as Given // reason: see above
parentPort?.postMessage(await answered(given))
