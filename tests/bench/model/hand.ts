import { type figures, shares, waits } from './model.ts';

/** What a run of the bench model gives: every series that the comparison looks at, steps + 1 values each. */
export const compared = [
  'all_running',
  'all_dark',
  'all_emitted',
  'water_used',
  'spending',
  'spent',
  'cash',
  'worth',
  'workers',
  'worked',
] as const;

/** A stage of a third-order delay over a step: the share of it that leaves in a year, and of what enters the share that stays. */
function stage(time: number, years: number): readonly [number, number] {
  const own = Math.max(time, 0.25) / 3;
  const rate = (1 - Math.exp(-years / own)) / years;
  return [rate, rate * own];
}

/**
 * The bench model written by hand as one would who wants it fast: locals for what is single, typed arrays for the sites.
 * @param out  a row of steps + 1 values for each of `compared`.
 */
export function handWritten(
  steps: number,
  step: number,
  inputs: Readonly<Record<keyof typeof figures, number>>,
  out: Float64Array,
): void {
  const {
    total,
    span,
    ahead,
    contracting,
    it_price,
    it_growth,
    build_price,
    build_growth,
    power_price,
    life,
    supply_start,
    supply_growth,
    supply_years,
    build_time,
    fit_time,
    use,
    energy,
    energy_price,
    energy_growth,
    carbon,
    carbon_fall,
    water,
    revenue_price,
    upkeep,
    discount,
    tax,
    book,
    site_jobs,
    run_jobs,
    indirect,
    induced,
    order,
    moment,
  } = inputs;
  const n = shares.length;
  const years = step / 12;
  const width = steps + 1;
  const [buildRate, buildKept] = stage(build_time, years);
  const [fitRate, fitKept] = stage(fit_time, years);
  const [lifeRate, lifeKept] = stage(life, years);
  const [bookRate, bookKept] = stage(book, years);
  const buildPast = 1 - buildKept,
    fitPast = 1 - fitKept,
    lifePast = 1 - lifeKept,
    bookPast = 1 - bookKept;
  const opening = it_price + build_price + power_price;
  const share = Float64Array.from(shares);
  const wait = Float64Array.from(waits);
  const array = () => new Float64Array(n);
  const taken = array(),
    started = array(),
    b1 = array(),
    b2 = array(),
    b3 = array(),
    finished = array(),
    f1 = array(),
    f2 = array(),
    f3 = array();
  const ready = array(),
    placed = array(),
    on = array(),
    r1 = array(),
    r2 = array(),
    r3 = array(),
    begun = array(),
    lacking = array(),
    delivered = array(),
    powered = array();
  let spent = 0,
    o1 = 0,
    o2 = 0,
    o3 = 0,
    worth = 0,
    worked = 0;

  for (let t = 0; t <= steps; t++) {
    const age = (t * step) / 12;
    const it_cost = it_price * (1 + it_growth) ** age;
    const build_cost = (build_price + power_price) * (1 + build_growth) ** age;
    const unit_cost = it_cost + build_cost;
    const supply = supply_start * (1 + supply_growth) ** Math.min(age, supply_years);
    const factor = (1 + discount) ** -age;
    const energy_cost = energy_price * (1 + energy_growth) ** age;
    const intensity = carbon * (1 - carbon_fall) ** age;
    const in_sight = total * Math.min(1, (age + ahead) / span);
    let all_lacking = 0;
    let under_way = 0;
    for (let i = 0; i < n; i++) {
      begun[i] = Math.max(0, share[i]! * in_sight - taken[i]!) / unit_cost / contracting;
      const stages = (order * age) / wait[i]!;
      powered[i] = ((share[i]! * total) / opening) * (1 - Math.exp(-stages) * (1 + stages + (stages * stages) / 2));
      const missing = Math.max(0, finished[i]! - placed[i]!) / moment;
      lacking[i] = missing;
      all_lacking += missing;
      under_way += b1[i]! + b2[i]! + b3[i]!;
    }
    const given = Math.min(all_lacking, supply);
    let all_running = 0,
      all_dark = 0;
    for (let i = 0; i < n; i++) {
      delivered[i] = all_lacking > 0 ? (given * lacking[i]!) / all_lacking : 0;
      const alive = r1[i]! + r2[i]! + r3[i]!;
      const running = Math.min(on[i]!, alive);
      all_running += running;
      all_dark += Math.max(0, Math.min(ready[i]!, alive) - running);
    }
    const all_electricity = all_running * use * energy;
    const all_emitted = all_electricity * intensity;
    const building = (under_way / build_time) * build_cost;
    const spending = given * it_cost + building;
    const earned = all_running * revenue_price;
    const cost = all_electricity * energy_cost + all_running * upkeep;
    const profit = earned - cost - (o1 + o2 + o3) / book;
    const cash = earned - cost - tax * Math.max(0, profit) - spending;
    const builders = building * site_jobs;
    const operators = all_running * run_jobs;
    const workers = builders + operators + (builders + operators) * (indirect + induced);
    out[t] = all_running;
    out[width + t] = all_dark;
    out[2 * width + t] = all_emitted;
    out[3 * width + t] = all_electricity * water;
    out[4 * width + t] = spending;
    out[5 * width + t] = spent;
    out[6 * width + t] = cash;
    out[7 * width + t] = worth;
    out[8 * width + t] = workers;
    out[9 * width + t] = worked;
    if (t === steps) break;

    for (let i = 0; i < n; i++) {
      const start = begun[i]!;
      const b12 = b1[i]! * buildRate + start * buildPast;
      const b23 = b2[i]! * buildRate + b12 * buildPast;
      const built = b3[i]! * buildRate + b23 * buildPast;
      const f12 = f1[i]! * fitRate + built * fitPast;
      const f23 = f2[i]! * fitRate + f12 * fitPast;
      const fitted = f3[i]! * fitRate + f23 * fitPast;
      const gift = delivered[i]!;
      const r12 = r1[i]! * lifeRate + gift * lifePast;
      const r23 = r2[i]! * lifeRate + r12 * lifePast;
      const could = Math.min(powered[i]!, ready[i]!, placed[i]!);
      taken[i] = taken[i]! + start * unit_cost * years;
      started[i] = started[i]! + start * years;
      on[i] = on[i]! + (Math.max(0, could - on[i]!) / moment) * years;
      b1[i] = b1[i]! + (start * buildKept - b1[i]! * buildRate) * years;
      b2[i] = b2[i]! + (b12 * buildKept - b2[i]! * buildRate) * years;
      b3[i] = b3[i]! + (b23 * buildKept - b3[i]! * buildRate) * years;
      finished[i] = finished[i]! + built * years;
      f1[i] = f1[i]! + (built * fitKept - f1[i]! * fitRate) * years;
      f2[i] = f2[i]! + (f12 * fitKept - f2[i]! * fitRate) * years;
      f3[i] = f3[i]! + (f23 * fitKept - f3[i]! * fitRate) * years;
      ready[i] = ready[i]! + fitted * years;
      placed[i] = placed[i]! + gift * years;
      r1[i] = r1[i]! + (gift * lifeKept - r1[i]! * lifeRate) * years;
      r2[i] = r2[i]! + (r12 * lifeKept - r2[i]! * lifeRate) * years;
      r3[i] = r3[i]! + (r23 * lifeKept - r3[i]! * lifeRate) * years;
    }
    spent += spending * years;
    worth += cash * factor * years;
    worked += workers * years;
    const o12 = o1 * bookRate + spending * bookPast;
    const o23 = o2 * bookRate + o12 * bookPast;
    o1 += (spending * bookKept - o1 * bookRate) * years;
    o2 += (o12 * bookKept - o2 * bookRate) * years;
    o3 += (o23 * bookKept - o3 * bookRate) * years;
  }
}
