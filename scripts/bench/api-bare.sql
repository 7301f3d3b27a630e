-- memory-gains
SELECT p.title, p.arxiv_id, (SELECT json_agg(json_build_object('quote', r.quote, 'category', r.category,
    'bound', r.bound, 'factor', r.gain_factor, 'field', r.field, 'start', r.start_offset, 'end', r.end_offset))
  FROM (SELECT * FROM results r WHERE r.paper_id = p.id AND r.active AND r.category = 'memory'
    AND r.gain_factor >= 2 ORDER BY r.ordinal LIMIT 5) r) AS results
FROM papers p
WHERE EXISTS (SELECT FROM results r WHERE r.paper_id = p.id AND r.active AND r.category = 'memory'
  AND r.gain_factor >= 2)
ORDER BY p.published_on DESC NULLS LAST, p.id LIMIT 10;;
-- biggest-speedups
SELECT r.gain_factor, r.bound, r.subject, r.baseline, r.quote, p.title
FROM (SELECT * FROM results WHERE active AND category = 'speed' AND gain_factor >= 1.5
  ORDER BY gain_factor DESC, id LIMIT 10) r JOIN papers p ON p.id = r.paper_id
ORDER BY r.gain_factor DESC, r.id;;
