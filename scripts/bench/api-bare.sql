-- memory-gains
SELECT p.title, p.arxiv_id, (SELECT json_agg(json_build_object('quote', r.quote, 'category', r.category,
    'bound', r.bound, 'factor', r.gain_factor, 'field', r.field, 'start', r.start_offset, 'end', r.end_offset))
  FROM (SELECT * FROM results r WHERE r.paper_id = p.id AND r.active AND r.category = 'memory'
    AND r.gain_factor >= 2 ORDER BY r.ordinal LIMIT 5) r) AS results,
  (SELECT count(DISTINCT paper_id) FROM results WHERE active AND category = 'memory' AND form <> 'absolute' AND gain_factor >= 2) AS total
FROM papers p
WHERE EXISTS (SELECT FROM results r WHERE r.paper_id = p.id AND r.active AND r.category = 'memory'
  AND r.form <> 'absolute' AND r.gain_factor >= 2)
ORDER BY coalesce(p.published_on, '-infinity'::date) DESC, p.id DESC LIMIT 10;;
-- biggest-speedups
SELECT r.gain_factor, r.bound, r.subject, r.baseline, r.quote, p.title
FROM (SELECT * FROM results WHERE active AND category = 'speed' AND gain_factor >= 1.5
  ORDER BY gain_factor DESC, id DESC LIMIT 10) r JOIN papers p ON p.id = r.paper_id
ORDER BY r.gain_factor DESC, r.id DESC;;
-- papers-using-a-method
SELECT p.title, p.arxiv_id, (SELECT json_agg(json_build_object('name', m.name, 'role', m.role, 'slug', m.slug) ORDER BY m.ordinal)
    FROM mentions m WHERE m.paper_id = p.id AND m.active AND m.kind = 'method') AS methods,
  (SELECT count(DISTINCT paper_id) FROM mentions WHERE active AND kind = 'method' AND slug = 'lora') AS total
FROM papers p WHERE EXISTS (SELECT FROM mentions m WHERE m.paper_id = p.id AND m.active AND m.kind = 'method' AND m.slug = 'lora')
ORDER BY coalesce(p.published_on, '-infinity'::date) DESC, p.id DESC LIMIT 10;;
-- numbers-on-a-dataset
SELECT r.value, r.unit, r.form, r.metric, r.subject, r.dataset, r.setting, r.quote, r.confidence, r.rule, p.title,
  (SELECT count(*) FROM results WHERE active AND dataset_slug = 'imagenet') AS total
FROM (SELECT * FROM results WHERE active AND dataset_slug = 'imagenet'
  ORDER BY coalesce(published_on, '-infinity'::date) DESC, id DESC LIMIT 10) r JOIN papers p ON p.id = r.paper_id;;
-- one-paper
SELECT p.title, d.abstract, p.published_at,
  (SELECT json_agg(json_build_object('kind', kind, 'name', name, 'role', role) ORDER BY kind, ordinal) FROM mentions m WHERE m.paper_id = p.id AND m.active) AS mentions,
  (SELECT json_agg(json_build_object('kind', kind, 'url', url) ORDER BY ordinal) FROM links l WHERE l.paper_id = p.id AND l.active) AS links,
  (SELECT json_agg(json_build_object('quote', quote, 'field', field, 'start', start_offset, 'end', end_offset, 'value', value, 'unit', unit, 'form', form,
    'metric', metric, 'dataset', dataset, 'subject', subject, 'rule', rule, 'reason', reason, 'confidence', confidence) ORDER BY ordinal)
    FROM results r WHERE r.paper_id = p.id AND r.active) AS results,
  (SELECT json_agg(json_build_object('quote', quote, 'what', what, 'value', value, 'unit', unit) ORDER BY ordinal) FROM quantities q WHERE q.paper_id = p.id AND q.active) AS quantities
FROM paper_keys k JOIN papers p ON p.id = k.paper_id JOIN documents d ON d.id = p.document_id WHERE k.key = 'arxiv:9000.00001';;
-- search-papers
SELECT f.title, f.published_at, f.has_code, f.total,
  (SELECT count(*) FROM results r WHERE r.paper_id = f.id AND r.active) AS result_count,
  (SELECT json_agg(r.quote) FROM (SELECT quote FROM results r WHERE r.paper_id = f.id AND r.active ORDER BY ordinal LIMIT 3) r) AS quotes
FROM (SELECT p.*, count(*) OVER () AS total, ts_rank(d.words, q) AS rank
  FROM websearch_to_tsquery('english', 'low-rank') q, documents d JOIN papers p ON p.document_id = d.id
  WHERE d.words @@ q ORDER BY rank DESC, p.id DESC LIMIT 10) f ORDER BY f.rank DESC, f.id DESC;;
-- one-method
SELECT m.name, c.papers,
  (SELECT json_agg(title) FROM (SELECT p.title FROM papers p WHERE EXISTS (SELECT FROM mentions n WHERE n.paper_id = p.id AND n.active AND n.kind = 'method' AND n.slug = 'lora')
    ORDER BY coalesce(p.published_on, '-infinity'::date) DESC, p.id DESC LIMIT 10) p) AS papers_,
  (SELECT json_agg(r) FROM (SELECT quote, metric, dataset FROM results WHERE active AND subject_slug = 'lora' ORDER BY confidence DESC, id DESC LIMIT 10) r) AS results,
  (SELECT count(*) FROM results WHERE active AND subject_slug = 'lora') AS total,
  (SELECT json_agg(r) FROM (SELECT subject, quote, gain_factor FROM results WHERE active AND baseline_slug = 'lora'
    ORDER BY coalesce(published_on, '-infinity'::date) DESC, id DESC LIMIT 10) r) AS against,
  (SELECT count(*) FROM results WHERE active AND baseline_slug = 'lora') AS against_total
FROM methods m JOIN name_counts c ON c.kind = 'method' AND c.slug = m.slug WHERE m.slug = 'lora';;
-- what-beats-a-method
SELECT r.subject, r.category, r.metric, r.value, r.unit, r.gain_factor, r.gain_kind, r.quote, r.total, p.title
FROM (SELECT *, count(*) OVER () AS total FROM results WHERE active AND baseline_slug = 'lora' AND better AND form <> 'absolute'
  ORDER BY coalesce(gain_factor, '-Infinity'::double precision) DESC, id DESC LIMIT 10) r JOIN papers p ON p.id = r.paper_id;;
-- scores-at-least
SELECT p.title, (SELECT json_agg(json_build_object('url', url, 'kind', kind)) FROM links l WHERE l.paper_id = p.id AND l.active) AS links,
  (SELECT json_agg(r) FROM (SELECT quote, comparable_value, dataset, setting FROM results r WHERE r.paper_id = p.id AND r.active AND r.form = 'absolute'
    AND r.metric_slug = 'accuracy' AND r.comparable_value >= 0.8 ORDER BY ordinal LIMIT 5) r) AS results,
  (SELECT count(DISTINCT p.id) FROM results r JOIN papers p ON p.id = r.paper_id WHERE p.has_code AND r.active AND r.form = 'absolute' AND r.metric_slug = 'accuracy' AND r.comparable_value >= 0.8) AS total
FROM papers p WHERE p.has_code AND EXISTS (SELECT FROM results r WHERE r.paper_id = p.id AND r.active AND r.form = 'absolute'
  AND r.metric_slug = 'accuracy' AND r.comparable_value >= 0.8)
ORDER BY coalesce(p.published_on, '-infinity'::date) DESC, p.id DESC LIMIT 10;;
-- leaderboard
WITH levels AS MATERIALIZED (
  SELECT r.*, r.setting_key AS key, CASE WHEN mt.scale = 'absolute' THEN coalesce(r.base_unit, r.unit) ELSE '' END AS level_unit,
    CASE WHEN mt.scale = 'absolute' THEN coalesce(r.base_value, r.comparable_value) ELSE r.comparable_value END AS level
  FROM results r JOIN metrics mt ON mt.slug = r.metric_slug
  WHERE r.active AND r.form = 'absolute' AND r.comparable_value IS NOT NULL AND r.dataset_slug = 'imagenet'),
groups AS (SELECT metric_slug, key, level_unit, count(*) AS count FROM levels GROUP BY 1, 2, 3 ORDER BY count(*) DESC),
board AS (SELECT DISTINCT ON (l.paper_id, coalesce(l.subject_slug, '')) l.* FROM levels l JOIN (SELECT * FROM groups LIMIT 1) g
  ON g.metric_slug = l.metric_slug AND g.key IS NOT DISTINCT FROM l.key AND g.level_unit = l.level_unit
  ORDER BY l.paper_id, coalesce(l.subject_slug, ''), l.level DESC, l.id)
SELECT (SELECT json_agg(g) FROM groups g) AS groups, (SELECT count(*) FROM board) AS total,
  (SELECT json_agg(b) FROM (SELECT rank() OVER (ORDER BY b.level DESC) AS rank, b.level, b.published_on, b.subject, b.quote, b.confidence, b.rule, p.title
    FROM board b JOIN papers p ON p.id = b.paper_id ORDER BY b.level DESC, b.id LIMIT 10) b) AS entries,
  (SELECT json_agg(b) FROM (SELECT published_on, level, subject FROM (SELECT *, max(level) OVER (ORDER BY published_on, level DESC, id
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM board WHERE published_on IS NOT NULL) b WHERE before IS NULL OR level > before ORDER BY published_on) b) AS best;;
-- compare-methods
SELECT m.slug, r.dataset_slug, r.metric_slug, r.setting, r.form, r.comparable_value, r.unit, r.quote
FROM (VALUES ('lora'), ('bert'), ('clip')) m (slug) CROSS JOIN LATERAL (SELECT * FROM results r WHERE r.active AND r.subject_slug = m.slug
  ORDER BY coalesce(published_on, '-infinity'::date) DESC, id DESC LIMIT 300) r;;
-- head-to-head
SELECT m.*, count(*) OVER () AS total FROM (
  SELECT a.dataset, a.metric, a.setting, a.comparable_value AS a_value, b.comparable_value AS b_value, NULL AS gain_factor, a.quote AS a_quote, b.quote AS b_quote, a.published_on
  FROM results a JOIN results b ON b.paper_id = a.paper_id AND b.dataset_slug = a.dataset_slug AND b.metric_slug = a.metric_slug
    AND b.setting_key IS NOT DISTINCT FROM a.setting_key
  WHERE a.active AND b.active AND a.form = 'absolute' AND b.form = 'absolute' AND a.subject_slug = 'lora' AND b.subject_slug = 'full-fine-tuning'
    AND a.comparable_value IS NOT NULL AND b.comparable_value IS NOT NULL
  UNION ALL
  SELECT dataset, metric, setting, NULL, NULL, gain_factor, quote, NULL, published_on FROM results
  WHERE active AND form <> 'absolute' AND ((subject_slug = 'lora' AND baseline_slug = 'full-fine-tuning') OR (subject_slug = 'full-fine-tuning' AND baseline_slug = 'lora'))) m
ORDER BY published_on DESC NULLS LAST LIMIT 10;;
-- contradictions
SELECT c.*, l.quote AS low_quote, h.quote AS high_quote FROM (
  SELECT c.*, (high - low) / greatest(abs(high), abs(low)) AS spread, count(*) OVER () AS total FROM (
    SELECT r.subject_slug, r.metric_slug, r.setting_key AS key, CASE WHEN mt.scale = 'absolute' THEN coalesce(r.base_unit, r.unit) ELSE '' END AS unit,
      min(comparable_value) AS low, max(comparable_value) AS high, count(DISTINCT paper_id) AS papers,
      (array_agg(r.id ORDER BY comparable_value))[1] AS low_id, (array_agg(r.id ORDER BY comparable_value DESC))[1] AS high_id
    FROM results r JOIN metrics mt ON mt.slug = r.metric_slug WHERE r.active AND r.form = 'absolute' AND r.comparable_value IS NOT NULL AND r.bound = 'exact'
      AND r.dataset_slug = 'imagenet' AND r.subject_slug IS NOT NULL GROUP BY 1, 2, 3, 4 HAVING max(comparable_value) > min(comparable_value)) c
  WHERE (high - low) / greatest(abs(high), abs(low)) > 0.005 ORDER BY spread DESC LIMIT 10) c
JOIN results l ON l.id = c.low_id AND l.active JOIN results h ON h.id = c.high_id AND h.active;;
-- trade-offs
SELECT x.subject, p.title, max(x.comparable_value) AS x, min(y.base_value) AS y
FROM results x JOIN results y ON y.paper_id = x.paper_id AND y.subject_slug = x.subject_slug JOIN papers p ON p.id = x.paper_id
WHERE x.active AND y.active AND x.form = 'absolute' AND y.form = 'absolute' AND x.metric_slug = 'accuracy' AND y.metric_slug = 'memory'
  AND x.comparable_value IS NOT NULL AND y.comparable_value IS NOT NULL GROUP BY x.subject, x.paper_id, p.title;;
-- what-is-measured
SELECT (SELECT json_agg(f) FROM (SELECT metric_slug, count(*) AS count, count(*) OVER () AS groups FROM results WHERE active AND dataset_slug = 'imagenet'
    GROUP BY 1 ORDER BY 2 DESC LIMIT 20) f) AS metrics,
  (SELECT json_agg(f) FROM (SELECT subject_slug, count(*) AS count, count(*) OVER () AS groups FROM results WHERE active AND dataset_slug = 'imagenet'
    GROUP BY 1 ORDER BY 2 DESC LIMIT 20) f) AS methods;;
-- gains-over-time
SELECT extract(year FROM published_on) AS year, count(DISTINCT paper_id) AS papers, count(*) AS results,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY gain_factor) AS median, max(gain_factor) AS best
FROM results WHERE active AND category = 'memory' AND form <> 'absolute' AND published_on IS NOT NULL GROUP BY 1 ORDER BY 1;;
-- dashboard-rows
SELECT r.id, r.published_on, p.title, r.metric_slug, r.dataset_slug, r.subject_slug, r.value, r.unit, r.comparable_value, r.gain_factor, r.confidence
FROM (SELECT * FROM results WHERE active ORDER BY coalesce(published_on, '-infinity'::date) DESC, id DESC LIMIT 100) r JOIN papers p ON p.id = r.paper_id
ORDER BY coalesce(r.published_on, '-infinity'::date) DESC, r.id DESC;;
-- most-used-datasets
SELECT n.*, (SELECT json_agg(r) FROM (SELECT r.quote, r.subject, p.title FROM results r JOIN papers p ON p.id = r.paper_id WHERE r.active AND r.dataset_slug = n.slug
    ORDER BY coalesce(r.published_on, '-infinity'::date) DESC, r.id DESC LIMIT 3) r) AS results
FROM (SELECT d.slug, d.name, c.papers, (SELECT count(*) FROM name_counts WHERE kind = 'dataset') AS total FROM name_counts c JOIN datasets d USING (slug)
  WHERE c.kind = 'dataset' ORDER BY c.papers DESC, c.slug DESC LIMIT 10) n;;
-- ingest-report
SELECT u.origin, u.status, u.read, u.stored, u.unchanged, u.merged, u.rejected, u.without_abstract, u.started_at, u.finished_at,
  (SELECT json_agg(r) FROM (SELECT position, reason FROM rejects WHERE run_id = u.id ORDER BY rejected_at, id LIMIT 5) r) AS rejects
FROM ingest_runs u ORDER BY u.id DESC LIMIT 10;;
