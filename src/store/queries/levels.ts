/**
 * SQL over `results r JOIN metrics mt`: the level on the scale on which the metric's levels are compared, and
 * the unit that two levels have to share. Where a scale is absolute, base units make 5 ms and 0.005 s one.
 */
export const LEVEL = `CASE WHEN mt.scale = 'absolute' THEN coalesce(r.base_value, r.comparable_value) ELSE r.comparable_value END`;
export const LEVEL_UNIT = `CASE WHEN mt.scale = 'absolute' THEN coalesce(r.base_unit, r.unit) ELSE '' END`;

/** Active results that are levels of known metrics. */
export const IS_LEVEL = `r.active AND r.form = 'absolute' AND r.comparable_value IS NOT NULL`;

/** What two numbers have to share beside metric and data set; null where none is stated. */
export const SETTING = 'r.setting_key';
