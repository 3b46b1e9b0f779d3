// The normal distribution, accurate far into the tails, where most working implementations give up.

/** Half the width of an 80 % interval in standard deviations: the 90th percentile of the standard normal. */
export const HALF_WIDTH_80 = 1.2815515655446004

const SQRT_2 = Math.SQRT2
const SQRT_HALF_PI = Math.sqrt(Math.PI / 2)
const INVERSE_SQRT_PI = 1 / Math.sqrt(Math.PI)
const INVERSE_SQRT_2PI = 1 / Math.sqrt(2 * Math.PI)
export const LOG_SQRT_2PI = 0.5 * Math.log(2 * Math.PI)

/** Density of the standard normal. */
export function normalDensity(x: number): number {
  return INVERSE_SQRT_2PI * Math.exp(-0.5 * x * x)
}

/**
 * exp(x²) · erfc(x) for x ≥ 0: rational Chebyshev approximations of W. J. Cody, "Rational Chebyshev
 * approximations for the error function", Mathematics of Computation 23 (1969) 631–637, relative error below
 * 1e-15. The scaling is what keeps the tails: erfc itself underflows beyond 26.
 */
function scaledErfc(x: number): number {
  if (x <= 0.46875) {
    const z = x * x
    const top =
      (((0.18577770618460315 * z + 3.1611237438705655) * z + 113.86415415105016) * z + 377.485237685302) * z +
      3209.3775891384694
    const bottom =
      (((z + 23.601290952344122) * z + 244.02463793444417) * z + 1282.6165260773723) * z + 2844.236833439171
    return Math.exp(z) * (1 - (x * top) / bottom)
  }
  if (x <= 4) {
    let top = 2.1531153547440383e-8 * x + 0.5641884969886701
    top = top * x + 8.883149794388377
    top = top * x + 66.11919063714163
    top = top * x + 298.6351381974001
    top = top * x + 881.952221241769
    top = top * x + 1712.0476126340707
    top = top * x + 2051.0783778260716
    top = top * x + 1230.3393547979972
    let bottom = x + 15.744926110709835
    bottom = bottom * x + 117.6939508913125
    bottom = bottom * x + 537.1811018620099
    bottom = bottom * x + 1621.3895745666903
    bottom = bottom * x + 3290.7992357334597
    bottom = bottom * x + 4362.619090143247
    bottom = bottom * x + 3439.3676741437216
    bottom = bottom * x + 1230.3393548037495
    return top / bottom
  }
  const z = 1 / (x * x)
  let top = 0.016315387137302097 * z + 0.30532663496123236
  top = top * z + 0.36034489994980445
  top = top * z + 0.12578172611122926
  top = top * z + 0.016083785148742275
  top = top * z + 0.0006587491615298378
  let bottom = z + 2.568520192289822
  bottom = bottom * z + 1.8729528499234673
  bottom = bottom * z + 0.5279051029514285
  bottom = bottom * z + 0.06051834131244132
  bottom = bottom * z + 0.0023352049762686918
  return (INVERSE_SQRT_PI - (z * top) / bottom) / x
}

/** Mills ratio, (1 − Φ(x)) ÷ φ(x), for x ≥ 0; 0 at infinity. */
export function millsRatio(x: number): number {
  return x === Number.POSITIVE_INFINITY ? 0 : SQRT_HALF_PI * scaledErfc(x / SQRT_2)
}

/** Φ(x), with full relative accuracy in the lower tail. */
export function normalProbability(x: number): number {
  if (x <= 0) return normalDensity(x) * millsRatio(-x)
  return 1 - normalDensity(x) * millsRatio(x)
}

/**
 * The x with Φ(x) = p, for 0 < p < 1; infinite at 0 and 1. Rational start of P. J. Acklam (2003, relative error
 * 1.15e-9) and one step of Halley, which brings it to the accuracy of `normalProbability`.
 */
export function normalQuantile(p: number): number {
  if (p <= 0) return p === 0 ? Number.NEGATIVE_INFINITY : Number.NaN
  if (p >= 1) return p === 1 ? Number.POSITIVE_INFINITY : Number.NaN
  if (p > 0.5) return -normalQuantile(1 - p)
  const x = quantileStart(p)
  const error = (normalProbability(x) - p) / normalDensity(x)
  return x - error / (1 + (x * error) / 2)
}

/** For 0 < p ≤ ½. */
function quantileStart(p: number): number {
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p))
    const top =
      ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) *
        q +
        4.374664141464968) *
        q +
      2.938163982698783
    const bottom =
      (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) *
        q +
      1
    return top / bottom
  }
  const q = p - 0.5
  const r = q * q
  const top =
    ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
    2.506628277459239
  const bottom =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1
  return (q * top) / bottom
}
