-- Fills an empty, migrated store with invented papers: $PAPERS of them with five results each. The same
-- number gives the same rows. Names are drawn with a long tail, as in a real store; the head of each list
-- is a known name, so that the operations of schema/operations find rows. Statements end with ";;".

CREATE FUNCTION bench_draw(row_number bigint, salt bigint) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT (hashint8extended(row_number, salt) & 2147483647)::double precision / 2147483648 $$;;
CREATE FUNCTION bench_pick(row_number bigint, salt bigint, many integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT 1 + floor(many * power(bench_draw(row_number, salt), 3))::integer $$;;
CREATE FUNCTION bench_id(kind text, row_number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT md5(kind || row_number)::uuid $$;;

CREATE TABLE bench_names AS
  SELECT 'method' AS kind, i AS place, coalesce((ARRAY['lora', 'full-fine-tuning', 'bert', 'clip'])[i], 'method' || i) AS slug,
    coalesce((ARRAY['LoRA', 'full fine-tuning', 'BERT', 'CLIP'])[i], 'Method' || i) AS name FROM generate_series(1, greatest(50, $PAPERS / 4)) i
  UNION ALL
  SELECT 'dataset', i, coalesce((ARRAY['imagenet', 'gsm8k', 'imagenet-1k', 'mmlu', 'coco'])[i], 'dataset' || i),
    coalesce((ARRAY['ImageNet', 'GSM8K', 'ImageNet-1K', 'MMLU', 'COCO'])[i], 'Dataset' || i) FROM generate_series(1, greatest(20, $PAPERS / 20)) i
  UNION ALL
  SELECT 'task', i, coalesce((ARRAY['image-classification', 'object-detection'])[i], 'task' || i),
    coalesce((ARRAY['image classification', 'object detection'])[i], 'Task' || i) FROM generate_series(1, greatest(20, $PAPERS / 100)) i;;
CREATE UNIQUE INDEX ON bench_names (kind, place);;
CREATE TABLE bench_metrics (place integer PRIMARY KEY, slug text, name text, better text, scale text, category text);;
INSERT INTO bench_metrics VALUES
  (1, 'accuracy', 'accuracy', 'higher', 'fraction', 'quality'), (2, 'top-1-accuracy', 'top-1 accuracy', 'higher', 'fraction', 'quality'),
  (3, 'latency', 'latency', 'lower', 'absolute', 'speed'), (4, 'f1', 'F1', 'higher', 'fraction', 'quality'),
  (5, 'memory', 'memory', 'lower', 'absolute', 'memory'), (6, 'speed', 'speed', 'higher', 'absolute', 'speed'),
  (7, 'bleu', 'BLEU', 'higher', 'percent', 'quality'), (8, 'top-5-accuracy', 'top-5 accuracy', 'higher', 'fraction', 'quality'),
  (9, 'flops', 'FLOPs', 'lower', 'absolute', 'compute'), (10, 'fid', 'FID', 'lower', 'absolute', 'quality');;
INSERT INTO bench_metrics SELECT i, 'metric' || i, 'Metric' || i, NULL, NULL, NULL FROM generate_series(11, 60) i;;
INSERT INTO methods SELECT slug, name FROM bench_names WHERE kind = 'method';;
INSERT INTO datasets SELECT slug, name FROM bench_names WHERE kind = 'dataset';;
INSERT INTO tasks SELECT slug, name FROM bench_names WHERE kind = 'task';;
INSERT INTO metrics SELECT slug, name, better, scale, category FROM bench_metrics;;

CREATE TABLE bench_papers AS
  SELECT i, bench_id('paper', i) AS id, bench_id('document', i) AS document_id, bench_id('extraction', i) AS extraction_id,
    CASE WHEN bench_draw(i, 1) < 0.95 THEN date '2014-01-01' + floor(4200 * sqrt(bench_draw(i, 2)))::integer END AS published_on
  FROM generate_series(1, $PAPERS) i;;
INSERT INTO papers (id, key, document_id, title, authors, published_at, published_on, updated_at, updated_on, arxiv_id, arxiv_version, doi, source, source_id, has_code)
  SELECT id, 'arxiv:' || 9000 + i / 100000 || '.' || lpad((i % 100000)::text, 5, '0'), document_id,
    'Method' || bench_pick(i, 3, greatest(50, $PAPERS / 4)) || ' for ' || (ARRAY['faster', 'smaller', 'cheaper', 'stronger'])[1 + i % 4] || ' models, part ' || i,
    ARRAY['Author ' || i % 997, 'Author ' || i % 1009], published_on::text, published_on, (published_on + 30)::text, published_on + 30,
    9000 + i / 100000 || '.' || lpad((i % 100000)::text, 5, '0'), 1, CASE WHEN i % 7 = 0 THEN '10.5555/bench.' || i END,
    (ARRAY['arxiv', 'arxiv', 'arxiv', 'openalex'])[1 + i % 4], i::text, bench_draw(i, 4) < 0.2
  FROM bench_papers;;
INSERT INTO documents SELECT p.document_id, p.id, md5(i::text), p.title,
    'We study ' || (ARRAY['language', 'vision', 'speech', 'graph', 'protein'])[1 + i % 5] || ' models of kind ' || i % 50
    || '. The proposed method is faster and needs less memory than earlier ones; it reaches 78.4% accuracy on a benchmark.'
    || CASE WHEN i % 97 = 0 THEN ' Low-rank adapters are trained.' ELSE '' END
  FROM bench_papers b JOIN papers p USING (id);;
INSERT INTO paper_keys SELECT key, id FROM papers;;
INSERT INTO extractions (id, document_id, paper_id, extractor_version, active) SELECT extraction_id, document_id, id, 'bench', true FROM bench_papers;;

INSERT INTO mentions (extraction_id, paper_id, ordinal, active, kind, slug, name, aliases, role, spans, rule, confidence)
  SELECT DISTINCT ON (b.extraction_id, n.kind, n.slug) b.extraction_id, b.id, m.ordinal, true, n.kind, n.slug, n.name, '{}'::text[],
    CASE n.kind WHEN 'method' THEN (ARRAY['proposed', 'baseline', 'base', 'mentioned'])[1 + m.ordinal % 4]
      WHEN 'dataset' THEN (ARRAY['evaluated', 'training', 'introduced', 'mentioned'])[1 + m.ordinal % 4] ELSE 'main' END,
    '[{"field": "title", "start": 0, "end": 6}]'::jsonb, 'bench', 0.9
  FROM bench_papers b CROSS JOIN (SELECT kind, ordinal FROM (VALUES ('method', 3), ('dataset', 2), ('task', 2)) k (kind, many), generate_series(0, many - 1) ordinal) m
  JOIN bench_names n ON n.kind = m.kind
    AND n.place = bench_pick(b.i * 8 + m.ordinal, 5 + length(m.kind), CASE m.kind WHEN 'method' THEN greatest(50, $PAPERS / 4) WHEN 'dataset' THEN greatest(20, $PAPERS / 20) ELSE greatest(20, $PAPERS / 100) END);;

CREATE TABLE bench_results AS
  SELECT b.i * 8 + o AS n, o AS ordinal, b.*, bench_draw(b.i * 8 + o, 20) AS form_draw, bench_draw(b.i * 8 + o, 21) AS value_draw,
    1 + floor(60 * power(bench_draw(b.i * 8 + o, 22), 2))::integer AS metric_place,
    CASE WHEN bench_draw(b.i * 8 + o, 23) < 0.6 THEN bench_pick(b.i * 8 + o, 24, greatest(20, $PAPERS / 20)) END AS dataset_place,
    CASE WHEN bench_draw(b.i * 8 + o, 25) < 0.7 THEN bench_pick(b.i * 8 + o, 26, greatest(50, $PAPERS / 4)) END AS subject_place,
    CASE WHEN bench_draw(b.i * 8 + o, 27) < 0.35 THEN bench_pick(b.i * 8 + o, 28, greatest(50, $PAPERS / 4)) END AS baseline_place,
    CASE WHEN bench_draw(b.i * 8 + o, 29) < 0.3 THEN bench_pick(b.i * 8 + o, 30, greatest(20, $PAPERS / 100)) END AS task_place
  FROM bench_papers b, generate_series(0, 4) o;;
INSERT INTO results (id, extraction_id, paper_id, ordinal, active, quote, field, start_offset, end_offset, value, unit, form, direction, better, bound,
    metric, category, dataset, task, subject, baseline, setting, rule, reason, confidence, base_value, base_unit, comparable_value, gain_factor,
    gain_kind, check_status, metric_slug, dataset_slug, task_slug, subject_slug, baseline_slug, published_on)
  SELECT bench_id('result', r.n), r.extraction_id, r.id, r.ordinal, true, '78.4% accuracy', 'abstract', 20 * r.ordinal, 20 * r.ordinal + 14,
    v.value, v.unit, v.form, CASE WHEN v.form <> 'absolute' THEN CASE m.better WHEN 'lower' THEN 'down' ELSE 'up' END END, v.form <> 'absolute', CASE WHEN r.n % 6 = 0 THEN 'up_to' ELSE 'exact' END,
    m.name, coalesce(m.category, 'other'), d.name, t.name, s.name, k.name,
    CASE r.n % 20 WHEN 0 THEN 'test set' WHEN 1 THEN 'validation set' WHEN 2 THEN 'zero-shot' END, 'bench-' || r.n % 30, 'Invented.',
    round(bench_draw(r.n, 31)::numeric, 2)::double precision,
    CASE WHEN v.unit = '%' THEN v.value / 100 WHEN v.unit = 'ms' THEN v.value / 1000 WHEN v.unit = 'GB' THEN v.value * 1e9 END,
    CASE v.unit WHEN '%' THEN 'fraction' WHEN 'ms' THEN 'seconds' WHEN 'GB' THEN 'bytes' END,
    CASE WHEN v.form = 'absolute' THEN CASE m.scale WHEN 'fraction' THEN v.value / 100 WHEN 'percent' THEN v.value WHEN 'absolute' THEN v.value END END,
    CASE WHEN v.form = 'ratio' THEN v.value WHEN v.form = 'change' AND m.category <> 'quality' AND v.value < 100 THEN 1 / (1 - v.value / 100) END,
    CASE WHEN v.form = 'change' AND m.category = 'quality' THEN 'ambiguous' END, 'unchecked',
    m.slug, d.slug, t.slug, s.slug, k.slug, r.published_on
  FROM bench_results r JOIN bench_metrics m ON m.place = r.metric_place
  LEFT JOIN bench_names d ON d.kind = 'dataset' AND d.place = r.dataset_place
  LEFT JOIN bench_names t ON t.kind = 'task' AND t.place = r.task_place
  LEFT JOIN bench_names s ON s.kind = 'method' AND s.place = r.subject_place
  LEFT JOIN bench_names k ON k.kind = 'method' AND k.place = r.baseline_place
  CROSS JOIN LATERAL (SELECT CASE WHEN r.form_draw < 0.6 THEN 'absolute' WHEN r.form_draw < 0.85 THEN 'change' ELSE 'ratio' END AS form) f
  CROSS JOIN LATERAL (SELECT f.form,
    round((CASE WHEN f.form = 'ratio' THEN 1 + 15 * power(r.value_draw, 3) ELSE 99 * r.value_draw END)::numeric, 1)::double precision AS value,
    CASE WHEN f.form = 'ratio' THEN 'x' WHEN f.form = 'change' OR m.scale = 'fraction' THEN '%' WHEN m.slug = 'latency' THEN 'ms' WHEN m.slug = 'memory' THEN 'GB' ELSE '' END AS unit) v;;
INSERT INTO quantities (id, extraction_id, paper_id, ordinal, active, quote, field, start_offset, end_offset, value, unit, what, rule)
  SELECT bench_id('quantity', i), extraction_id, id, 0, true, '7B parameters', 'abstract', 0, 13, 1e9 * bench_pick(i, 40, 70), '', 'parameters', 'bench' FROM bench_papers;;
INSERT INTO links (extraction_id, paper_id, ordinal, active, url, kind, field, start_offset, end_offset, rule)
  SELECT b.extraction_id, b.id, 0, true, 'https://example.org/code/' || i, 'code', 'abstract', 0, 10, 'bench' FROM bench_papers b JOIN papers p ON p.id = b.id WHERE p.has_code;;
INSERT INTO ingest_runs (origin, origin_key, status, read, stored, rejected, finished_at)
  SELECT 'bench-' || i || '.jsonl', 'bench-' || i, 'done', 1000, 995, 5, now() FROM generate_series(1, 20) i;;
INSERT INTO rejects (id, origin, source, position, reason, raw, run_id)
  SELECT bench_id('reject', u.id * 8 + o), u.origin, 'json', 'line ' || o, 'neither title nor abstract', '{}', u.id FROM ingest_runs u, generate_series(1, 5) o;;
UPDATE data_version SET version = version + 1, changed_at = now();;
DROP TABLE bench_results, bench_papers, bench_metrics, bench_names;;
DROP FUNCTION bench_draw(bigint, bigint), bench_pick(bigint, bigint, integer), bench_id(text, bigint);;
VACUUM ANALYZE;;
