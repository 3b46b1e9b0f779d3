// The thread that learns how much people and raters differ: columns in, what is known about people in general out.
import { parentPort, workerData } from 'node:worker_threads'
import { learnPopulation } from '../../core/measurement/learn-population.ts'

parentPort?.postMessage(learnPopulation(workerData.columns, workerData.population))
