// Asks HiGHS for the board of a model, and reads what it answers. HiGHS itself is handed in: core has no WebAssembly.

import { EXACT_OPTIONS, type ModelAnswer, type ModelQuestion } from './solve-board.ts'

/** As much of HiGHS as is used here. */
export interface Highs {
  constants: { modelStatus: { optimal: number } }
  withModel<Value>(
    source: { format: 'lp'; data: string },
    operation: (model: HighsModel) => Exclude<Value, PromiseLike<unknown>>,
  ): Value
}

interface HighsModel {
  options: { set(options: Record<string, boolean | number | string>): void }
  info: { get(name: string): number | bigint }
  setSolution(solution: { colValue: Float64Array }): unknown
  run(): unknown
  getModelStatus(): number
  getDimensions(): { numCols: number }
  getColName(index: number): string
  getSolution(): { colValue: ArrayLike<number> }
}

/** `seconds` by the clock, after which it stops. `log`: what it prints meanwhile goes to where `print` of its start says. */
export function askHighs(
  highs: Highs,
  { model, start }: ModelQuestion,
  { seconds, log }: { seconds: number; log: boolean },
): ModelAnswer {
  return highs.withModel<ModelAnswer>({ format: 'lp', data: model }, (asked) => {
    asked.options.set({ ...EXACT_OPTIONS, time_limit: seconds, output_flag: log, log_to_console: log })
    const { numCols } = asked.getDimensions()
    asked.setSolution({
      colValue: Float64Array.from({ length: numCols }, (_, index) => start(asked.getColName(index))),
    })
    asked.run()
    const isProven = asked.getModelStatus() === highs.constants.modelStatus.optimal
    const amounts = hasBoard(asked) ? amountsOf(asked) : null
    return {
      isProven,
      amountOf: amounts === null ? null : (name) => amounts.get(name) ?? 0,
      bound: Number(asked.info.get('mip_dual_bound')),
    }
  })
}

/** HiGHS says 2 where it has a feasible point. */
function hasBoard(model: HighsModel): boolean {
  return Number(model.info.get('primal_solution_status')) === 2
}

function amountsOf(model: HighsModel): Map<string, number> {
  const { colValue } = model.getSolution()
  return new Map(Array.from(colValue, (value, index) => [model.getColName(index), value]))
}
